"""Judging files of anybody: in words, by what is known here, and never by the network."""

import json
import os
import socket
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from lob_workbench.credentials.keys import SigningKey
from lob_workbench.credentials.verdicts import Outcome, Revocation
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.features.badges import (
    judging,
    operations,
    operations_keys,
    operations_trust,
)
from lob_workbench.features.badges.judging import FILES_LIMIT, Judgement, judge_files
from lob_workbench.features.badges.operations_files import read_files
from lob_workbench.features.badges.publishing import signed_list
from lob_workbench.features.badges.report_files import FileKind, save_backpack, save_files
from lob_workbench.features.badges.rules_trust import Knowledge, TrustDraft
from lob_workbench.storage.base import new_id
from tests.helpers.badges import a_key, a_wish, issued, reach
from tests.helpers.skills import a_student
from tests.helpers.stores import Store

SOURCE = "www.elders.nl/badges"


@pytest.fixture
def badges(store: Store, tmp_path: Path) -> list[Path]:
    """One badge of this school in every form that holds it, and a backpack."""
    student = a_student(store.student())
    reach(store, student)
    (view,) = issued(store, a_key(store), a_wish(student))
    with store.work() as work:
        taken = read_files(work, [view])
    kinds = (FileKind.JSON, FileKind.JWT, FileKind.PNG, FileKind.SVG)
    assert save_files(tmp_path, taken.badges, kinds, None) == 4
    save_backpack(tmp_path / "rugzak.html", "Zoë van 't Hart", taken.badges, store.clock.now())
    return sorted(path for path in tmp_path.iterdir() if path.suffix != ".db")


def knowledge(store: Store) -> Knowledge:
    with store.work() as work:
        return operations_trust.read_knowledge(work)


def judged(store: Store, *paths: Path, known: Knowledge | None = None) -> tuple[Judgement, ...]:
    now = store.clock.now() + timedelta(minutes=1)
    return judge_files(paths, known or knowledge(store), now)


def own(paths: list[Path]) -> list[Path]:
    return [path for path in paths if path.name.startswith(("badge-", "rugzak"))]


def test_every_form_of_an_own_badge_is_good_without_the_network(
    store: Store, badges: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = knowledge(store)
    monkeypatch.setattr(socket.socket, "connect", None)
    found = judged(store, *own(badges), known=known)
    assert len(found) == 5
    for one in found:
        assert (one.verdict.outcome, one.own) == (Outcome.VALID, True), one
        assert one.verdict.revocation is Revocation.CHECKED
        assert one.verdict.reason == "De badge is echt en van {issuer}."
        assert one.verdict.trusted_as == "Het Voorbeeldcollege"


def test_a_badge_that_we_revoked_is_told_without_a_list(store: Store, badges: list[Path]) -> None:
    with store.work() as work:
        (view,) = operations.list_badges(work).issued
    with store.work() as work:
        operations.revoke(work, view.id, view.learner.id, "Fout")
    for one in judged(store, *own(badges)):
        assert one.verdict.outcome is Outcome.REVOKED
        assert one.verdict.values == {"issuer": "Het Voorbeeldcollege"}


def test_elsewhere_a_key_is_trusted_by_a_person_and_by_nothing_else(
    store: Store, badges: list[Path], tmp_path: Path
) -> None:
    path = next(path for path in badges if path.suffix == ".json")
    with store.work() as work:
        (key,) = operations_keys.list_keys(work).keys
    nobody = Knowledge(operations_trust.trust_of((), ()))
    (one,) = judged(store, path, known=nobody)
    assert (one.verdict.outcome, one.own) == (Outcome.UNKNOWN_ISSUER, False)
    # As another school would know us, with and without our list.
    theirs = replace(key, id=new_id())
    elsewhere = Knowledge(operations_trust.trust_of((theirs,), ()))
    (one,) = judged(store, path, known=elsewhere)
    assert (one.verdict.outcome, one.verdict.revocation) == (
        Outcome.VALID,
        Revocation.NOT_CHECKED,
    )
    with store.work() as work:
        (view,) = operations.list_badges(work).issued
    with store.work() as work:
        operations.revoke(work, view.id, view.learner.id, "Fout")
    with store.work() as work:
        wanted = operations_keys.read_list(work, key.id)
    opened = a_key(store, fresh=True)
    strange = tmp_path / "vreemd.json"
    strange.write_bytes(signed_list(wanted, opened, store.clock.now()))
    told, still = judged(store, strange, path, known=elsewhere)
    assert (told.status_list, told.verdict.good) == (True, False)
    assert still.verdict.outcome is Outcome.VALID
    (unknown,) = judged(store, strange, known=nobody)
    assert unknown.verdict.outcome is Outcome.UNKNOWN_ISSUER


def test_a_list_of_revoked_badges_counts_for_the_badges_beside_it(
    embedded_store: Store, tmp_path: Path
) -> None:
    store = embedded_store
    student = a_student(store.student())
    reach(store, student)
    opened = a_key(store)
    (view,) = issued(store, opened, a_wish(student))
    with store.work() as work:
        taken = read_files(work, [view])
    save_files(tmp_path, taken.badges, (FileKind.JSON,), None)
    with store.work() as work:
        operations.revoke(work, view.id, student.id, "Fout")
    with store.work() as work:
        wanted = operations_keys.read_list(work, opened.view.id)
    path = tmp_path / "lijst.json"
    path.write_bytes(signed_list(wanted, opened, store.clock.now()))
    elsewhere = Knowledge(operations_trust.trust_of((opened.view,), ()))
    badge = next(tmp_path.glob("badge-*.json"))
    told, gone = judged(store, path, badge, known=elsewhere)
    assert told.status_list
    assert told.verdict.good
    assert told.verdict.list_of is not None
    assert gone.verdict.outcome is Outcome.REVOKED


def test_what_is_too_much_for_once_is_told(
    store: Store, badges: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Backpacks full of costly badges would keep the window busy for an hour."""
    (page,) = [path for path in badges if path.suffix == ".html"]
    before = page.read_bytes()
    start = before.index(b'<a download="badge-1.json"')
    link = before[start : before.index(b"</a>", start) + 4]
    page.write_bytes(before + link * 3)
    monkeypatch.setattr(judging, "BADGES_LIMIT", 3)
    found = judged(store, page, page)
    outcomes = [one.verdict.outcome for one in found]
    assert outcomes == [Outcome.VALID] * 3 + [Outcome.REFUSED] * 2
    assert found[-1].verdict.reason.startswith("Dit is te veel")
    monkeypatch.setattr(judging, "SECONDS", 0.0)
    (late,) = judged(store, page)
    assert late.verdict.outcome is Outcome.REFUSED


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_keep_the_window_waiting(store: Store, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "badge.json")
    (one,) = judged(store, tmp_path / "badge.json")
    assert one.verdict.outcome is Outcome.REFUSED


def test_any_change_shows(store: Store, badges: list[Path], tmp_path: Path) -> None:
    path = next(path for path in badges if path.suffix == ".json")
    changed = tmp_path / "veranderd.json"
    changed.write_bytes(path.read_bytes().replace(b"niveau 1", b"niveau 4"))
    (one,) = judged(store, changed)
    assert one.verdict.outcome is Outcome.TAMPERED
    document = json.loads(path.read_bytes())
    del document["proof"]
    changed.write_text(json.dumps(document))
    (one,) = judged(store, changed)
    assert not one.verdict.good


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leeg.json", b""),
        ("lijst.json", b'{"type": ["BitstringStatusListCredential"]}'),
        ("lijst.json", b'{"type": ["BitstringStatusListCredential"], "issuer": {"id": 3}}'),
        ("lijst.json", b'{"type": "BitstringStatusListCredential"}'),
        ("kapot.json", b'{"BitstringStatusListCredential": '),
        ("pagina.html", b"<!DOCTYPE html><p>Hallo"),
        ("pagina.html", b"<html><script>alert(1)</script>"),
        ("script.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>"),
        ("plaatje.png", b"\x89PNG\r\n\x1a\n"),
        ("none.jwt", b"eyJhbGciOiJub25lIn0.e30."),
        ("boek.pdf", b"%PDF-1.7"),
        ("groot.json", b"{" + b" " * 10_000_001),
    ],
)
def test_bad_files_are_answered_in_words(
    embedded_store: Store, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (one,) = judged(embedded_store, path)
    assert not one.verdict.good
    assert one.verdict.headline
    assert one.verdict.reason.format(**one.verdict.values)


def test_a_file_that_is_gone_or_too_many_are_told(embedded_store: Store, tmp_path: Path) -> None:
    (one,) = judged(embedded_store, tmp_path / "weg.json")
    assert one.verdict.outcome is Outcome.REFUSED
    with pytest.raises(InputRefused):
        judged(embedded_store, *[tmp_path / "weg.json"] * (FILES_LIMIT + 1))


def a_school(key: SigningKey | None = None, **changes: object) -> TrustDraft:
    draft = TrustDraft(new_id(), "ROC Elders", "", (key or SigningKey.new()).public.text, SOURCE)
    return replace(draft, **changes)  # type: ignore[arg-type]


def test_a_school_is_trusted_until_somebody_says_otherwise(store: Store) -> None:
    draft = a_school(public_key=f"did:key:{SigningKey.new().public.text}")
    for _ in range(2):
        with store.work() as work:
            operations_trust.trust(work, draft)
    with store.work() as work:
        (one,) = operations_trust.list_trusted(work)
    assert (one.name, one.issuer_id) == ("ROC Elders", draft.public_key)
    assert (one.public_key, one.source) == (draft.public_key.removeprefix("did:key:"), SOURCE)
    (issuer,) = knowledge(store).trust.issuers
    assert issuer.keys[0].retired_at is None
    with store.work() as work:
        operations_trust.trust_until(work, one.id, date(2026, 12, 31))
    (issuer,) = knowledge(store).trust.issuers
    assert issuer.keys[0].retired_at is not None
    with store.work() as work:
        operations_trust.end_trust(work, one.id)
    assert knowledge(store).trust.issuers == ()
    with store.work() as work:
        assert operations_trust.list_trusted(work) == ()
    with store.work() as work:
        operations_trust.trust_again(work, one.id)
    assert len(knowledge(store).trust.issuers) == 1
    with store.work() as work, pytest.raises(NotFound):
        operations_trust.end_trust(work, new_id())


def test_what_cannot_be_trusted_is_refused_with_the_reason(store: Store) -> None:
    opened = a_key(store)
    known = a_school()
    with store.work() as work:
        operations_trust.trust(work, known)
    for draft in (
        a_school(name="  "),
        a_school(source=""),
        a_school(public_key="geen sleutel"),
        a_school(public_key="{"),
        a_school(issuer_id="geen adres"),
        a_school(issuer_id=f"https://x.nl/{'a' * 500}"),
        a_school(issuer_id=opened.view.issuer_id),
        a_school(public_key=opened.view.public_key),
        replace(known, id=new_id()),
        a_school(public_key=json.dumps({"kty": "RSA", "n": "AQAB", "e": "AQAB"})),
    ):
        with store.work() as work, pytest.raises(InputRefused):
            operations_trust.trust(work, draft)
    somebody = store.colleague(Role.COUNSELLOR)
    with store.work(somebody) as work, pytest.raises(NotAllowed):
        operations_trust.trust(work, a_school())


def test_an_rsa_key_needs_the_address_of_its_school(embedded_store: Store) -> None:
    number = "AQ" + "A" * 340 + "AQ"
    jwk = json.dumps({"kty": "RSA", "n": number, "e": "AQAB"})
    with embedded_store.work() as work, pytest.raises(InputRefused):
        operations_trust.trust(work, a_school(public_key=jwk))
    with embedded_store.work() as work:
        operations_trust.trust(work, a_school(public_key=jwk, issuer_id="https://roc.nl/i.json"))
    assert knowledge(embedded_store).trust.issuers[0].id == "https://roc.nl/i.json"
