"""Data Integrity with ``eddsa-rdfc-2022``: a signature over the meaning of a badge."""

import hashlib
from datetime import datetime
from typing import Any

from lob_workbench.credentials.addresses import read_moment, write_moment
from lob_workbench.credentials.canonical import canonical
from lob_workbench.credentials.encodings import base58_decode, base58_encode
from lob_workbench.credentials.keys import PublicKey, SigningKey
from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

SUITE = "eddsa-rdfc-2022"

_NO_PROOF = QT_TRANSLATE_NOOP(
    "badges", "Er staat geen handtekening in deze badge. Dan is er niets na te gaan."
)
_SEVERAL = QT_TRANSLATE_NOOP(
    "badges", "Er staan {count} handtekeningen in deze badge. De werkbank kan er één nagaan."
)
_OTHER_KIND = QT_TRANSLATE_NOOP(
    "badges", "De badge is ondertekend op een manier die de werkbank niet kent ({kind})."
)
_PROOF_DAMAGED = QT_TRANSLATE_NOOP("badges", "De handtekening in de badge is beschadigd.")


def key_name(issuer_id: str, key: PublicKey) -> str:
    """The name of ``key`` in what is signed; whoever reads it can find the key in it."""
    return f"{key.did}#{key.text}" if issuer_id == key.did else f"{issuer_id}#{key.text}"


def key_in_name(name: str) -> PublicKey | None:
    """The key that stands in the name of a key, if one does. It proves nothing about whose."""
    part = name.rpartition("#")[2] if "#" in name else name
    try:
        return PublicKey.read(part) if part.startswith(("z", "did:key:")) else None
    except ValueError:
        return None


def sign(
    document: dict[str, Any], issuer_id: str, key: SigningKey, now: datetime
) -> dict[str, Any]:
    """``document`` with a proof of ``key`` in it."""
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": write_moment(now),
        "verificationMethod": key_name(issuer_id, key.public),
        "proofPurpose": "assertionMethod",
    }
    signature = key.sign(_signed(document, proof))
    # The official schema wants a list, also of one.
    return {**document, "proof": [{**proof, "proofValue": "z" + base58_encode(signature)}]}


def proof_of(document: dict[str, Any]) -> dict[str, Any]:
    """The one proof in ``document``. Raises ``Judged`` unless it is of the kind we know."""
    proofs = document.get("proof")
    if isinstance(proofs, dict):
        proofs = [proofs]
    if not isinstance(proofs, list) or not proofs:
        raise Judged(Outcome.CANNOT_VERIFY, _NO_PROOF)
    if len(proofs) > 1:
        raise Judged(Outcome.UNSUPPORTED_PROOF, _SEVERAL, count=str(len(proofs)))
    proof = proofs[0]
    if not isinstance(proof, dict):
        raise Judged(Outcome.TAMPERED, _PROOF_DAMAGED)
    kind = proof.get("cryptosuite", proof.get("type"))
    if proof.get("type") != "DataIntegrityProof" or kind != SUITE:
        raise Judged(Outcome.UNSUPPORTED_PROOF, _OTHER_KIND, kind=str(kind)[:60])
    if proof.get("proofPurpose") != "assertionMethod":
        purpose = str(proof.get("proofPurpose"))[:60]
        raise Judged(Outcome.UNSUPPORTED_PROOF, _OTHER_KIND, kind=purpose)
    # Words of its own would say what the terms of the proof mean, past what was signed.
    if "@context" in proof and proof["@context"] != document.get("@context"):
        raise Judged(Outcome.TAMPERED, _PROOF_DAMAGED)
    if not isinstance(proof.get("verificationMethod"), str):
        raise Judged(Outcome.TAMPERED, _PROOF_DAMAGED)
    return dict(proof)


def signed_moments(proof: dict[str, Any]) -> tuple[datetime | None, datetime | None]:
    """When the proof says that it was made, and until when it counts."""
    try:
        return tuple(  # type: ignore[return-value]
            read_moment(proof[name]) if name in proof else None for name in ("created", "expires")
        )
    except ValueError as error:
        raise Judged(Outcome.TAMPERED, _PROOF_DAMAGED) from error


class SignedDocument:
    """A document and its proof, taken apart once and then tried with one key or several."""

    def __init__(self, document: dict[str, Any], proof: dict[str, Any]) -> None:
        """Raises ``Judged`` when what was signed cannot be told."""
        value = proof.get("proofValue")
        if not isinstance(value, str) or not value.startswith("z"):
            raise Judged(Outcome.TAMPERED, _PROOF_DAMAGED)
        try:
            self._signature = base58_decode(value[1:])
        except ValueError as error:
            raise Judged(Outcome.TAMPERED, _PROOF_DAMAGED) from error
        bare = {name: part for name, part in document.items() if name != "proof"}
        terms = {name: part for name, part in proof.items() if name != "proofValue"}
        self._data = _signed(bare, terms)

    def signed_by(self, key: PublicKey) -> bool:
        """Whether ``key`` made the proof."""
        return key.algorithm == "EdDSA" and key.verifies(self._signature, self._data)


def _signed(document: dict[str, Any], proof: dict[str, Any]) -> bytes:
    """The bytes under the signature: the hash of the terms of the proof, then of the document."""
    terms = canonical({"@context": document["@context"], **proof})
    said = canonical(document)
    return hashlib.sha256(terms.encode()).digest() + hashlib.sha256(said.encode()).digest()
