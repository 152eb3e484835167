"""From the JSON of a badge to its canonical RDF, with pyld; strict, and bounded in its work."""

import re
import threading
from typing import Any

from pyld.canon import URDNA2015
from pyld.identifier_issuer import IdentifierIssuer
from pyld.jsonld import JsonLdError, JsonLdProcessor

from lob_workbench.credentials.addresses import is_address
from lob_workbench.credentials.canonical import NOT_SIGNED, TOO_INTRICATE
from lob_workbench.credentials.contexts import load_context
from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_OPTIONS = {"documentLoader": load_context, "base": "", "processingMode": "json-ld-1.1"}
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
# Nodes without a name are told apart by trying orders; twelve alike would take years.
_TRIES = 20_000

# pyld's caches are shared and were not made for threads.
_ONE_AT_A_TIME = threading.Lock()

_CONTRADICTS = QT_TRANSLATE_NOOP("badges", "De badge klopt van binnen niet.")


def canonical_text(document: dict[str, Any]) -> str:
    """``document`` as N-Quads in their one order. Raises ``Judged`` when something falls away."""
    try:
        with _ONE_AT_A_TIME:
            dataset = _Strict().to_rdf(document, dict(_OPTIONS))
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


class _Strict(JsonLdProcessor):
    """Refuses what expanding would drop in silence."""

    def __init__(self) -> None:
        self._dropped: list[object] = []
        super().__init__(on_property_dropped=self._dropped.append)

    def expand(self, input_: Any, options: dict[str, Any]) -> list[Any]:
        """On the way to RDF: the words written out, all of them."""
        expanded = list(super().expand(input_, options))
        if self._dropped:
            raise Judged(Outcome.TAMPERED, NOT_SIGNED, name=str(self._dropped[0])[:60])
        _check_expanded(expanded)
        return expanded


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
                            raise Judged(Outcome.TAMPERED, NOT_SIGNED, name=str(address)[:60])
                elif name == "@language":
                    if not isinstance(inner, str) or not _LANGUAGE.fullmatch(inner):
                        raise Judged(Outcome.TAMPERED, NOT_SIGNED, name=str(inner)[:60])
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
            raise Judged(Outcome.REFUSED, TOO_INTRICATE)


class _Bounded(URDNA2015):
    def __init__(self) -> None:
        super().__init__()
        self.canonical_issuer = _CountingIssuer("_:c14n")

    def hash_n_degree_quads(self, id_: str, issuer: IdentifierIssuer) -> dict[str, Any]:
        # All that was named on this road is copied for the next step.
        self.canonical_issuer.count(len(issuer.order))
        return dict(super().hash_n_degree_quads(id_, issuer))
