"""Judges files that somebody chose or dropped: badges, backpacks, lists of revoked badges.

Pure but for reading the files; never the network. Slow for many: call through ``jobs.render``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from time import monotonic

from lob_workbench.credentials.backpack import BADGES_LIMIT, PAGE_LIMIT, unpack
from lob_workbench.credentials.containers import FILE_LIMIT
from lob_workbench.credentials.status_lists import read_status_list
from lob_workbench.credentials.strict_json import read_object
from lob_workbench.credentials.verdicts import Judged, Outcome, Revocation, Verdict
from lob_workbench.credentials.verifying import verify
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges.rules_trust import Knowledge

FILES_LIMIT = 50
SECONDS = 20.0
"""For all files together: others wait for the same hands. Honest badges take a few milliseconds."""

_UNREADABLE = QT_TRANSLATE_NOOP("badges", "Dit bestand is niet te lezen. Staat het er nog?")
_TOO_LARGE = QT_TRANSLATE_NOOP("badges", "Dit bestand is te groot voor een badge.")
_NO_BACKPACK = QT_TRANSLATE_NOOP(
    "badges", "Dit is geen rugzak met badges, maar een gewone webpagina."
)
_OURS_REVOKED = QT_TRANSLATE_NOOP("badges", "{issuer} heeft deze badge ingetrokken.")
_LIST_READ = QT_TRANSLATE_NOOP(
    "badges",
    "Dit is een lijst van ingetrokken badges van {issuer}. De badges zijn ermee nagekeken.",
)
_LIST_UNKNOWN = QT_TRANSLATE_NOOP(
    "badges",
    "Dit is een lijst van ingetrokken badges van een onbekende. Hij telt niet mee.",
)
_TOO_MUCH = QT_TRANSLATE_NOOP(
    "badges", "Dit is te veel om in één keer na te kijken. Kijk dit bestand apart na."
)
_TOO_MANY = QT_TRANSLATE_NOOP("errors", "Kijk hoogstens {limit} bestanden tegelijk na.")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one badge. ``own``: it names this school as its issuer."""

    file: str
    verdict: Verdict
    own: bool = False
    status_list: bool = False


def judge_files(
    paths: Sequence[Path], knowledge: Knowledge, now: datetime
) -> tuple[Judgement, ...]:
    """A judgement for each badge in these files; one for a file that holds none.

    Lists of revoked badges among them count for the others. What is too much for once, in number or
    in work, is told for the file where it stopped. Raises ``InputRefused`` for too many files.
    """
    if len(paths) > FILES_LIMIT:
        raise InputRefused(_TOO_MANY, limit=FILES_LIMIT)
    lists = []
    for path in paths:
        data = _read(path)
        # Only lists stay in memory: pages with many badges are large, and read again in their turn.
        if isinstance(data, bytes) and _is_list(data):
            lists.append(data)
    trust = replace(knowledge.trust, status_lists=(*knowledge.trust.status_lists, *lists))
    known = replace(knowledge, trust=trust)
    found: list[Judgement] = []
    until = monotonic() + SECONDS
    for path in paths:
        judged = _judge(path, known, now)
        while len(found) < BADGES_LIMIT and monotonic() < until:
            one = next(judged, None)
            if one is None:
                break
            found.append(one)
        else:
            found.append(Judgement(path.name, Verdict(Outcome.REFUSED, _TOO_MUCH)))
    return tuple(found)


def _judge(path: Path, knowledge: Knowledge, now: datetime) -> Iterator[Judgement]:
    name, data = path.name, _read(path)
    if isinstance(data, Verdict):
        yield Judgement(name, data)
    elif _is_list(data):
        yield Judgement(name, _list_verdict(data, knowledge), status_list=True)
    else:
        badges: tuple[bytes, ...] = (data,)
        if _is_page(data):
            try:
                badges = unpack(data)
            except InputRefused:
                yield Judgement(name, Verdict(Outcome.NOT_A_BADGE, _NO_BACKPACK))
                return
        for badge in badges:
            yield _with_own_knowledge(name, verify(badge, knowledge.trust, now), knowledge)


def _with_own_knowledge(name: str, verdict: Verdict, knowledge: Knowledge) -> Judgement:
    """What we revoked ourselves we know at once, whatever list was published."""
    statement = verdict.statement
    own = statement is not None and statement.issuer.id in knowledge.own
    counts = bool(verdict.trusted_as)
    if statement is None or statement.status is None or not own or not counts:
        return Judgement(name, verdict, own)
    place = statement.status
    if (place.list_id, place.index) in knowledge.revoked:
        verdict = replace(
            verdict,
            outcome=Outcome.REVOKED,
            reason=_OURS_REVOKED,
            values={"issuer": verdict.trusted_as},
            revocation=Revocation.CHECKED,
        )
    elif verdict.outcome is Outcome.VALID:
        verdict = replace(verdict, reason=_OURS_VALID, revocation=Revocation.CHECKED)
    return Judgement(name, verdict, own)


_OURS_VALID = QT_TRANSLATE_NOOP("badges", "De badge is echt en van {issuer}.")


def _list_verdict(data: bytes, knowledge: Knowledge) -> Verdict:
    by = read_object(data).get("issuer")
    issuer_id = by.get("id") if isinstance(by, dict) else by
    issuer = knowledge.trust.issuer(issuer_id) if isinstance(issuer_id, str) else None
    if issuer is None:
        return Verdict(Outcome.UNKNOWN_ISSUER, _LIST_UNKNOWN)
    try:
        found = read_status_list(data, issuer)
    except Judged as judged:
        return Verdict(judged.outcome, judged.reason, judged.values)
    return Verdict(
        Outcome.VALID,
        _LIST_READ,
        {"issuer": issuer.name},
        trusted_as=issuer.name,
        list_of=found.made_at,
    )


def _read(path: Path) -> bytes | Verdict:
    try:
        # A pipe or a device never ends, and may never begin.
        if not path.is_file():
            raise OSError
        with path.open("rb") as file:
            data = file.read(PAGE_LIMIT + 1)
    except OSError:
        return Verdict(Outcome.REFUSED, _UNREADABLE)
    if len(data) > (PAGE_LIMIT if _is_page(data) else FILE_LIMIT):
        return Verdict(Outcome.REFUSED, _TOO_LARGE)
    return data


def _is_page(data: bytes) -> bool:
    start = data[:1_000].lower()
    return b"<!doctype html" in start or b"<html" in start


def _is_list(data: bytes) -> bool:
    if data.lstrip()[:1] != b"{" or b"BitstringStatusListCredential" not in data:
        return False
    try:
        types = read_object(data).get("type")
    except Judged:
        return False
    return isinstance(types, list) and "BitstringStatusListCredential" in types
