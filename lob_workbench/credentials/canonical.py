"""The one text that stands for a badge and that is signed: RDF, canonicalised (RDFC-1.0).

JSON-LD drops what its contexts do not define, in silence: such words would stand in the badge and
not under the signature. Here they are refused, and so is every other way in which the JSON could
say something else than the RDF that was signed.
"""

from typing import Any

from lob_workbench.credentials.contexts import BUNDLED
from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_KEYWORDS = frozenset({"@context", "@value", "@language"})
# Each of them changes what words mean from there on, which takes time to work out.
_CONTEXTS = 60
_KINDS = 400

TOO_INTRICATE = QT_TRANSLATE_NOOP("badges", "Deze badge is te ingewikkeld om na te gaan.")
_OWN_WORDS = QT_TRANSLATE_NOOP(
    "badges",
    "De badge legt zelf uit wat zijn woorden betekenen. Daar gaat de werkbank niet op af.",
)
_WORDS_ELSEWHERE = QT_TRANSLATE_NOOP(
    "badges",
    "Wat de woorden in deze badge betekenen, staat alleen op internet ({address}). "
    "Daar kijkt de werkbank niet.",
)
NOT_SIGNED = QT_TRANSLATE_NOOP(
    "badges", "In de badge staat ‘{name}’, en dat valt buiten de handtekening."
)


def canonical(document: dict[str, Any]) -> str:
    """The text of ``document`` that is signed. Raises ``Judged`` when there is none to trust."""
    _check_words(document)
    # Only now: pyld and lxml take a third of a second to load, and most windows sign nothing.
    from lob_workbench.credentials.rdf import canonical_text

    return canonical_text(document)


def _check_words(document: dict[str, Any]) -> None:
    """Contexts are bundled addresses; names are words that a context defines, nothing else."""
    waiting: list[Any] = [document]
    contexts = kinds = 0
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif value is None:
            raise Judged(Outcome.TAMPERED, NOT_SIGNED, name="null")
        elif isinstance(value, dict):
            for name, inner in value.items():
                if name == "@context":
                    contexts += _check_context(inner)
                    continue
                kinds += _length(inner) if name == "type" else 0
                # A full address or a keyword says the same as a word, past who reads the word.
                if ":" in name or (name.startswith("@") and name not in _KEYWORDS):
                    raise Judged(Outcome.TAMPERED, NOT_SIGNED, name=name[:60])
                waiting.append(inner)
        if contexts > _CONTEXTS or kinds > _KINDS:
            raise Judged(Outcome.REFUSED, TOO_INTRICATE)


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
