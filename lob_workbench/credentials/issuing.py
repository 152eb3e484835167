"""Issues a badge in the two forms of Open Badges 3.0: signed JSON and a signed token."""

import json
from dataclasses import dataclass
from datetime import datetime

from lob_workbench.credentials import proofs, tokens
from lob_workbench.credentials.documents import cleaned, document
from lob_workbench.credentials.keys import SigningKey
from lob_workbench.credentials.reading import read_badge
from lob_workbench.credentials.statements import BadgeStatement
from lob_workbench.credentials.strict_json import read_object
from lob_workbench.credentials.verdicts import Judged
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_NOT_KEPT_WELL = QT_TRANSLATE_NOOP("errors", "Deze bewaarde badge is niet meer te lezen.")


@dataclass(frozen=True, slots=True)
class IssuedBadge:
    """One badge, issued. ``json`` has a proof inside (eddsa-rdfc-2022); ``jwt`` is one line.

    Both say the same. Bake either with ``baking``. ``statement`` is what was really signed: the
    texts as they came out of the gate.
    """

    id: str
    json: bytes
    jwt: str
    statement: BadgeStatement


def issue(statement: BadgeStatement, key: SigningKey, now: datetime) -> IssuedBadge:
    """Sign ``statement`` with ``key``. Raises ``InputRefused`` for what a badge cannot hold.

    All texts go through the gate (``clean_text``), so what is signed can be printed and stored.
    """
    kept = cleaned(statement)
    made = document(kept)
    signed = proofs.sign(made, kept.issuer.id, key, now)
    text = json.dumps(signed, ensure_ascii=False, indent=2)
    return IssuedBadge(kept.id, text.encode("utf-8"), tokens.sign(made, key), kept)


def stored(signed: bytes, jwt: str) -> IssuedBadge:
    """An issued badge from the two forms that were kept: nothing else needs to be.

    Of the e-mail address only a hash was ever in it. Raises ``InputRefused`` for what is no badge;
    it does not verify.
    """
    try:
        statement = read_badge(read_object(signed)).statement
    except Judged as judged:
        raise InputRefused(_NOT_KEPT_WELL) from judged
    return IssuedBadge(statement.id, signed, jwt, statement)
