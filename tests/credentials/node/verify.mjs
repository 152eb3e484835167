// Has libraries of others judge a badge of ours: @digitalbazaar/vc for the JSON, jose for the token.
// Reads {badge, jwt, profile, list, contexts, now} from the standard input and writes what they found.
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {importJWK, compactVerify} from 'jose';

let input = '';
for await (const piece of process.stdin) input += piece;
const {badge, jwt, profile, list, contexts, now} = JSON.parse(input);

// Nothing is fetched: contexts as the product bundles them, the issuer as its profile says.
const documentLoader = async url => {
  let document = contexts[url];
  if (url === profile.id) document = profile;
  if (url === list.id) document = list;
  const method = profile.verificationMethod.find(({id}) => id === url);
  if (method) document = {'@context': 'https://w3id.org/security/multikey/v1', ...method};
  if (!document) throw new Error(`not here: ${url}`);
  return {contextUrl: null, documentUrl: url, document};
};

const words = error => error && [error.message, ...(error.errors ?? []).map(one => one.message)];

const suite = new DataIntegrityProof({cryptosuite});
const judged = await vc.verifyCredential({
  credential: badge,
  suite,
  documentLoader,
  now: new Date(now),
  checkStatus: badge.credentialStatus && checkStatus,
});
const revoked = judged.statusResult?.results?.[0]?.status;

let token;
try {
  const key = await importJWK(JSON.parse(Buffer.from(jwt.split('.')[0], 'base64url')).jwk, 'EdDSA');
  const {payload} = await compactVerify(jwt, key, {algorithms: ['EdDSA']});
  token = {verified: true, payload: JSON.parse(Buffer.from(payload))};
} catch (error) {
  token = {verified: false, error: words(error)};
}

const json = {verified: judged.verified, revoked, error: words(judged.error)};
process.stdout.write(JSON.stringify({json, token}));
