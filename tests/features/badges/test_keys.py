"""Keys: kept out of sight, replaced, and revoked."""

import base64
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import keyring
import pytest
import sqlalchemy as sa
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from lob_workbench.credentials.keys import SigningKey
from lob_workbench.credentials.status_lists import read_status_list
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.badges import keeping, operations, operations_keys, operations_trust
from lob_workbench.features.badges.keeping import PassphraseNeeded, make_key, open_key
from lob_workbench.features.badges.operations_files import read_files
from lob_workbench.features.badges.publishing import key_file, signed_list
from lob_workbench.features.badges.records import BadgeKeySecret
from lob_workbench.features.badges.report_files import FileKind, save_files
from lob_workbench.features.badges.rules import KeyState, SealedKey
from lob_workbench.features.badges.rules_trust import TrustDraft
from lob_workbench.storage import key_ring
from lob_workbench.storage.base import new_id
from lob_workbench.storage.sealing import SealDamaged, WrongSeal
from tests.helpers.badges import CHEAP, PASSPHRASE, a_key, a_wish, issued, reach
from tests.helpers.skills import a_student
from tests.helpers.stores import Store

ADDRESS = "https://www.school.nl/badges/uitgever.json"


class Ring(KeyringBackend):
    """A key ring that holds what it gets, or loses it (``leaky``)."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, leaky: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.leaky = leaky

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.leaky:
            self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        try:
            del self.kept[service, username]
        except KeyError as error:
            raise PasswordDeleteError from error


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    """A key ring that passes for that of the operating system."""
    made = Ring()
    monkeypatch.setattr(key_ring, "_ring", lambda: made)
    return made


def sealed_key(store: Store) -> SealedKey:
    """The key in use of a school, or one as a school has it."""
    made = make_key(PASSPHRASE, CHEAP)
    with store.work() as work:
        operations_keys.add_key(work, made)
    with store.work() as work:
        return operations.read_key_in_use(work)


def test_a_sealed_key_opens_with_its_passphrase_alone(embedded_store: Store) -> None:
    kept = sealed_key(embedded_store)
    with pytest.raises(PassphraseNeeded):
        open_key(kept)
    with pytest.raises(WrongSeal):
        open_key(kept, "verkeerde zin hier")
    opened = open_key(kept, PASSPHRASE)
    assert opened.signing.public.text == kept.view.public_key
    assert not opened.remembered
    # Neither shows in a message or in a log.
    assert "sealed" not in repr(kept)
    assert "signing" not in repr(opened)


def test_a_key_that_is_not_the_one_it_says_is_refused(embedded_store: Store) -> None:
    kept = sealed_key(embedded_store)
    for sealed in (bytes(32), b"", make_key(None).sealed):
        with pytest.raises(SealDamaged):
            open_key(replace(kept, sealed=sealed), PASSPHRASE)
    short = keeping.seal(b"kort", PASSPHRASE, kept.view.public_key, CHEAP)
    with pytest.raises(SealDamaged):
        open_key(replace(kept, sealed=short), PASSPHRASE)


def test_a_computer_remembers_a_key_only_when_asked(embedded_store: Store, ring: Ring) -> None:
    kept = sealed_key(embedded_store)
    public = kept.view.public_key
    open_key(kept, PASSPHRASE)
    assert ring.kept == {}
    assert open_key(kept, PASSPHRASE, remember=True).remembered
    assert open_key(kept).remembered
    # What is in the ring is not taken on trust.
    (place,) = ring.kept
    for other in ("geen base64!", base64.b64encode(b"kort").decode(), base64.b64encode(
        SigningKey.new().private_bytes()
    ).decode()):  # fmt: skip
        ring.kept[place] = other
        with pytest.raises(PassphraseNeeded):
            open_key(kept)
    assert keeping.forget(public)
    assert ring.kept == {}
    assert keeping.forget(public)
    ring.leaky = True
    assert not open_key(kept, PASSPHRASE, remember=True).remembered


def test_without_a_key_ring_nothing_is_remembered(embedded_store: Store) -> None:
    assert isinstance(keyring.get_keyring(), keyring.backends.fail.Keyring)
    kept = sealed_key(embedded_store)
    assert not open_key(kept, PASSPHRASE, remember=True).remembered
    assert not keeping.forget(kept.view.public_key)


def test_a_new_key_takes_over_and_old_badges_stay_good(store: Store) -> None:
    student = a_student(store.student())
    reach(store, student)
    first = a_key(store)
    issued(store, first, a_wish(student))
    second = a_key(store, ADDRESS, fresh=True)
    with store.work() as work:
        shown = operations_keys.list_keys(work)
    assert [key.state for key in shown.keys] == [KeyState.IN_USE, KeyState.RETIRED]
    assert [shown.signed[key.id] for key in shown.keys] == [0, 1]
    assert (first.view.issuer_id, second.view.issuer_id) == (first.signing.public.did, ADDRESS)
    assert second.view.list_id.startswith("https://www.school.nl/badges/ingetrokken-")
    assert first.view.list_id.startswith("urn:uuid:")
    assert shown.shared is store.shared
    with store.work() as work:
        trust = operations_trust.read_knowledge(work).trust
    assert {issuer.id for issuer in trust.issuers} == {ADDRESS, first.view.issuer_id}
    made = key_file(second.view, shown.keys)
    assert made.name == "uitgever.json"
    assert second.view.public_key.encode() in made.data
    assert first.view.public_key.encode() not in made.data


def test_the_list_of_revoked_badges_is_signed_and_names_nobody(store: Store) -> None:
    student = a_student(store.student())
    reach(store, student)
    opened = a_key(store, ADDRESS, fresh=True)
    (view,) = issued(store, opened, a_wish(student))
    with store.work() as work:
        operations.revoke(work, view.id, student.id, "Fout")
    fresh = a_key(store, ADDRESS, fresh=True)
    for signer in (opened, fresh):
        with store.work() as work:
            wanted = operations_keys.read_list(work, opened.view.id)
        assert wanted.signer.view.id == opened.view.id
        data = signed_list(wanted, signer, store.clock.now())
        with store.work() as work:
            issuer = operations_trust.read_knowledge(work).trust.issuer(ADDRESS)
        assert issuer is not None
        found = read_status_list(data, issuer)
        assert (found.id, found.revoked(view.status_index)) == (opened.view.list_id, True)
        assert not found.revoked((view.status_index + 1) % 1000)
        assert b"Hart" not in data
    # The key itself is gone: another of the same issuer signs for it.
    with store.unguarded() as work:
        work.session.delete(work.session.get_one(BadgeKeySecret, opened.view.id))
    with store.work() as work:
        assert operations_keys.read_list(work, opened.view.id).signer.view.id == fresh.view.id
    with store.work() as work:
        operations_keys.revoke_key(work, fresh.view.id)
    with store.work() as work, pytest.raises(InputRefused):
        operations_keys.read_list(work, opened.view.id)
    with store.work() as work, pytest.raises(NotFound):
        operations_keys.read_list(work, new_id())


def test_a_revoked_key_is_destroyed_and_revoking_twice_is_harmless(store: Store) -> None:
    opened = a_key(store)
    for _ in range(2):
        with store.work() as work:
            operations_keys.revoke_key(work, opened.view.id)
    with store.unguarded() as work:
        assert work.session.get(BadgeKeySecret, opened.view.id) is None
    with store.work() as work:
        (key,) = operations_keys.list_keys(work).keys
    assert key.state is KeyState.REVOKED
    with store.work() as work, pytest.raises(NotFound):
        operations_keys.revoke_key(work, new_id())


@pytest.mark.parametrize(
    "address",
    ["school.nl", "http://school.nl/x", "https://school.nl", "https://s.nl/a#b", "https:// x/y"],
)
def test_an_address_that_is_none_is_refused(embedded_store: Store, address: str) -> None:
    with embedded_store.work() as work, pytest.raises(InputRefused):
        operations_keys.add_key(work, make_key(None), address)


def test_the_address_of_a_school_that_is_trusted_is_nobody_elses(store: Store) -> None:
    elders = [
        TrustDraft(new_id(), name, issuer_id, SigningKey.new().public.text, "www.elders.nl")
        for name, issuer_id in (("ROC Ginds", "https://ginds.nl/i.json"), ("ROC Elders", ADDRESS))
    ]
    for draft in elders:
        with store.work() as work:
            operations_trust.trust(work, draft)
    with pytest.raises(InputRefused) as refused:
        a_key(store, ADDRESS)
    assert refused.value.values == {"name": "ROC Elders"}
    with store.work() as work:
        assert operations_keys.list_keys(work).keys == ()
        operations_trust.end_trust(work, elders[1].id)
    assert a_key(store, ADDRESS).view.issuer_id == ADDRESS


def test_at_a_school_no_key_lies_in_the_clear(server_store: Store) -> None:
    made = make_key(None)
    with server_store.work() as work, pytest.raises(InputRefused):
        operations_keys.add_key(work, made)
    # Nor past the werkbank.
    opened = a_key(server_store)
    with server_store.work() as work, pytest.raises(NotAllowed):
        work.session.execute(
            sa.update(BadgeKeySecret).values(sealed=opened.signing.private_bytes())
        )
    with server_store.unguarded() as work:
        work.session.execute(sa.delete(BadgeKeySecret))
    with server_store.work() as work:
        work.session.add(BadgeKeySecret(key_id=opened.view.id, sealed=bytes(200)))
        with pytest.raises(NotAllowed):
            work.session.flush()
        work.session.rollback()


def test_only_who_keeps_keys_makes_them(server_store: Store) -> None:
    for role in (Role.COUNSELLOR, Role.TEAM_LEADER, Role.INTAKE_OFFICER, Role.SECOND_LINE):
        somebody = server_store.colleague(role)
        with server_store.work(somebody) as work, pytest.raises(NotAllowed):
            operations_keys.add_key(work, make_key(PASSPHRASE, CHEAP))
        with server_store.work(somebody) as work, pytest.raises(NotAllowed):
            operations_keys.list_keys(work)


def test_two_keys_at_the_same_moment_leave_one(store: Store, monkeypatch: Any) -> None:
    a_key(store)
    monkeypatch.setattr(operations_keys.queries, "key_in_use", lambda _: None)
    passphrase = PASSPHRASE if store.shared else None
    with pytest.raises(StaleSave), store.work() as work:
        operations_keys.add_key(work, make_key(passphrase, CHEAP))


def test_the_private_key_stands_in_no_file_no_log_and_no_table(
    embedded_store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    student = a_student(embedded_store.student())
    reach(embedded_store, student)
    opened = a_key(embedded_store, fresh=True)
    (view,) = issued(embedded_store, opened, a_wish(student))
    with embedded_store.work() as work:
        taken = read_files(work, [view])
    save_files(tmp_path, taken.badges, tuple(FileKind), None)
    private = opened.signing.private_bytes()
    spelled = (
        private,
        private.hex().encode(),
        base64.b64encode(private),
        base64.urlsafe_b64encode(private).rstrip(b"="),
    )
    written = list(tmp_path.rglob("*"))
    # The files of the workbook itself among them: the database is encrypted as a whole.
    assert len(written) > len(FileKind)
    for path in written:
        if path.is_file():
            data = path.read_bytes()
            assert not any(each in data for each in spelled), path.name
    for record in caplog.records:
        assert not any(each.decode("latin-1") in record.getMessage() for each in spelled)
    with embedded_store.unguarded() as work:
        for (table,) in work.session.execute(
            sa.text("SELECT name FROM sqlite_master WHERE type = 'table'")
        ).all():
            if table != "badge_key_secret":
                rows = repr(work.session.execute(sa.text(f"SELECT * FROM {table}")).all())
                assert private.hex() not in rows
                assert repr(private)[2:-1] not in rows, table
