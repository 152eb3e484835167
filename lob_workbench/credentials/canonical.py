"""The one text that stands for a badge and that is signed: RDF, canonicalised (RDFC-1.0).

JSON-LD drops what its contexts do not define, in silence: such words would stand in the badge and
not under the signature. Here they are refused, and so is every other way in which the JSON could
say something else than the RDF that was signed.
"""

import re
import threading
from typing import Any

from pyld.canon import URDNA2015
from pyld.identifier_issuer import IdentifierIssuer
from pyld.jsonld import JsonLdError, JsonLdProcessor

from lob_workbench.credentials.addresses import is_address
from lob_workbench.credentials.contexts import BUNDLED, load_context
from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_OPTIONS = {"documentLoader": load_context, "base": "", "processingMode": "json-ld-1.1"}
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_KEYWORDS = frozenset({"@context", "@value", "@language"})
# Each of them changes what words mean from there on, which takes time to work out.
_CONTEXTS = 60
_KINDS = 400
# Nodes without a name are told apart by trying orders; twelve alike would take years.
_TRIES = 20_000

# pyld's caches are shared and were not made for threads.
_ONE_AT_A_TIME = threading.Lock()

_TOO_INTRICATE = QT_TRANSLATE_NOOP("badges", "Deze badge is te ingewikkeld om na te gaan.")
_OWN_WORDS = QT_TRANSLATE_NOOP(
    "badges",
    "De badge legt zelf uit wat zijn woorden betekenen. Daar gaat de werkbank niet op af.",
)
_WORDS_ELSEWHERE = QT_TRANSLATE_NOOP(
    "badges",
    "Wat de woorden in deze badge betekenen, staat alleen op internet ({address}). "
    "Daar kijkt de werkbank niet.",
)
_NOT_SIGNED = QT_TRANSLATE_NOOP(
    "badges", "In de badge staat „{name}”, en dat valt buiten de handtekening."
)
_CONTRADICTS = QT_TRANSLATE_NOOP("badges", "De badge klopt van binnen niet.")


def canonical(document: dict[str, Any]) -> str:
    """The text of ``document`` that is signed. Raises ``Judged`` when there is none to trust."""
    _check_words(document)
    dropped: list[object] = []
    try:
        with _ONE_AT_A_TIME:
            expanded = JsonLdProcessor(on_property_dropped=dropped.append).expand(
                document, dict(_OPTIONS)
            )
            if dropped:
                raise Judged(Outcome.TAMPERED, _NOT_SIGNED, name=str(dropped[0])[:60])
            _check_expanded(expanded)
            dataset = JsonLdProcessor().to_rdf(expanded, dict(_OPTIONS))
        return str(_Bounded().main(dataset, {"format": "application/n-quads"}))
    # pyld trips in its own ways over what is no JSON-LD at all.
    except (
        JsonLdError,
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
        IndexError,
        RecursionError,
    ) as error:
        raise Judged(Outcome.NOT_A_BADGE, _CONTRADICTS) from error


def _check_words(document: dict[str, Any]) -> None:
    """Contexts are bundled addresses; names are words that a context defines, nothing else."""
    waiting: list[Any] = [document]
    contexts = kinds = 0
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif value is None:
            raise Judged(Outcome.TAMPERED, _NOT_SIGNED, name="null")
        elif isinstance(value, dict):
            for name, inner in value.items():
                if name == "@context":
                    contexts += _check_context(inner)
                    continue
                kinds += _length(inner) if name == "type" else 0
                # A full address or a keyword says the same as a word, past who reads the word.
                if ":" in name or (name.startswith("@") and name not in _KEYWORDS):
                    raise Judged(Outcome.TAMPERED, _NOT_SIGNED, name=name[:60])
                waiting.append(inner)
        if contexts > _CONTEXTS or kinds > _KINDS:
            raise Judged(Outcome.REFUSED, _TOO_INTRICATE)


def _length(value: Any) -> int:
    return len(value) if isinstance(value, list) else 1


def _check_context(context: Any) -> int:
    """How many there are. Raises ``Judged`` for one that does not ship with the product."""
    for address in context if isinstance(context, list) else [context]:
        if not isinstance(address, str):
            raise Judged(Outcome.CANNOT_VERIFY, _OWN_WORDS)
        if address not in BUNDLED:
            raise Judged(Outcome.CANNOT_VERIFY, _WORDS_ELSEWHERE, address=address[:120])
    return _length(context)


def _check_expanded(expanded: Any) -> None:
    """Every name of a thing is a full address, so that nothing falls away on the way to RDF."""
    waiting = [expanded]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            for name, inner in value.items():
                if name in ("@id", "@type"):
                    for address in inner if isinstance(inner, list) else [inner]:
                        if not is_address(address):
                            raise Judged(Outcome.TAMPERED, _NOT_SIGNED, name=str(address)[:60])
                elif name == "@language":
                    if not isinstance(inner, str) or not _LANGUAGE.fullmatch(inner):
                        raise Judged(Outcome.TAMPERED, _NOT_SIGNED, name=str(inner)[:60])
                elif name != "@value":
                    waiting.append(inner)


class _CountingIssuer(IdentifierIssuer):
    """Gives up after so many questions: each order that is tried asks at least one."""

    def __init__(self, prefix: str) -> None:
        super().__init__(prefix)
        self.tries = 0

    def has_id(self, old: str) -> bool:
        self.count(1)
        return bool(super().has_id(old))

    def count(self, work: int) -> None:
        self.tries += work
        if self.tries > _TRIES:
            raise Judged(Outcome.REFUSED, _TOO_INTRICATE)


class _Bounded(URDNA2015):
    def __init__(self) -> None:
        super().__init__()
        self.canonical_issuer = _CountingIssuer("_:c14n")

    def hash_n_degree_quads(self, id_: str, issuer: IdentifierIssuer) -> dict[str, Any]:
        # All that was named on this road is copied for the next step.
        self.canonical_issuer.count(len(issuer.order))
        return dict(super().hash_n_degree_quads(id_, issuer))
