"""The key ring of this computer: a real one, locked, killed, absent, and those that pretend."""

import sys
from collections.abc import Iterator
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from lob_workbench.storage.key_ring import KeyringState, Recalled
from lob_workbench.storage.login_keyring import draft_key, forget, recall, remember
from lob_workbench.storage.server import ServerAddress
from tests.helpers import key_ring
from tests.helpers.key_ring import answers_of

home = key_ring.home
ANNA = ServerAddress("lob.school.nl", "lob", "anna")

PREPARED = """
from lob_workbench.storage.key_ring import _ring
from lob_workbench.storage.login_keyring import draft_key, forget, recall, remember
from lob_workbench.storage.login_keyring import _DRAFT_KEYS, _account
from lob_workbench.storage.server import ServerAddress

ANNA = ServerAddress("lob.school.nl", "lob", "anna")
BEA = ServerAddress("lob.school.nl", "lob", "bea")
ELSEWHERE = ServerAddress("lob.school.nl", "other", "anna")
"""


def in_session(home: dict[str, str], program: str) -> Any:
    """What ``program`` tells beside a real Secret Service."""
    return key_ring.in_session(home, program, PREPARED)


def test_a_password_is_remembered_per_login_and_forgotten(home: dict[str, str]) -> None:
    assert in_session(
        home,
        """
        before = recall(ANNA).state
        kept = remember(ANNA, "pässwörd 🎈"), remember(BEA, "b"), remember(ANNA, "nieuw é 🎈")
        found = recall(ANNA), recall(BEA), recall(ELSEWHERE)
        gone = forget(ANNA), forget(ANNA)
        tell(before, kept, [(f.state, f.password) for f in found], gone, recall(ANNA).state,
             recall(BEA).state, remember(ANNA, ""))
        """,
    ) == [
        "missing",
        [True, True, True],
        [["found", "nieuw é 🎈"], ["found", "b"], ["missing", None]],
        [True, True],
        "missing",
        "found",
        False,
    ]


def test_a_locked_key_ring_is_not_an_empty_one(home: dict[str, str]) -> None:
    told = in_session(
        home,
        """
        remember(ANNA, "x")
        lock()
        tell(recall(ANNA).state, recall(BEA).state, remember(BEA, "y"), forget(ANNA),
             draft_key(ANNA, exists=False), draft_key(ANNA, exists=True))
        """,
    )
    assert told == ["locked", "locked", False, False, None, None]


def test_a_service_that_was_killed_is_not_an_empty_one(home: dict[str, str]) -> None:
    state, *others = in_session(
        home,
        """
        remember(ANNA, "x")
        kill()
        tell(recall(ANNA).state, remember(ANNA, "y"), forget(ANNA),
             draft_key(ANNA, exists=False), draft_key(ANNA, exists=True))
        """,
    )
    assert state in ("locked", "silent")
    assert others == [False, False, None, None]


def test_the_key_of_drafts_is_made_once_and_never_because_nothing_was_found(
    home: dict[str, str],
) -> None:
    told = in_session(
        home,
        """
        with_drafts = draft_key(ANNA, exists=True)
        still_missing = _ring().get_password(_DRAFT_KEYS, _account(ANNA))
        made = draft_key(ANNA, exists=False)
        again = draft_key(ANNA, exists=False), draft_key(ANNA, exists=True)
        other = draft_key(BEA, exists=False)
        forget(ANNA)
        after_forgetting = draft_key(ANNA, exists=True)
        _ring().set_password(_DRAFT_KEYS, _account(ANNA), "not a key")
        spoiled = draft_key(ANNA, exists=False), draft_key(ANNA, exists=True)
        tell(with_drafts, still_missing, len(made), again == (made, made), other != made,
             after_forgetting == made, spoiled, _ring().get_password(_DRAFT_KEYS, _account(ANNA)))
        """,
    )
    assert told == [None, None, 32, True, True, True, [None, None], "not a key"]


def test_of_several_key_rings_only_the_systems_own_is_used(home: dict[str, str]) -> None:
    told = in_session(
        home,
        """
        import keyring
        from keyring.backend import KeyringBackend
        wrote = []
        class Plain(KeyringBackend):
            priority = 9
            def get_password(self, service, username): return "from a plain file"
            def set_password(self, service, username, password): wrote.append(password)
            def delete_password(self, service, username): wrote.append(username)
        tell(type(keyring.get_keyring()).__name__, remember(ANNA, "x"), recall(ANNA).password,
             forget(ANNA), wrote)
        """,
    )
    assert told == ["ChainerBackend", True, "x", True, []]


def test_without_a_desktop_there_is_no_key_ring(home: dict[str, str]) -> None:
    program = """
from lob_workbench.storage.login_keyring import draft_key, forget, recall, remember
from lob_workbench.storage.server import ServerAddress
import json
ANNA = ServerAddress("lob.school.nl", "lob", "anna")
print(json.dumps([recall(ANNA).state, remember(ANNA, "x"), forget(ANNA),
                  draft_key(ANNA, exists=False)]))
"""
    told = answers_of([sys.executable, "-c", program], home)
    # A desktop's own ring on macOS and Windows needs no bus; it is left alone here.
    if sys.platform == "linux":
        assert told == ["no_backend", False, False, None]


class Plain(KeyringBackend):
    """As those of keyrings.alt: everything in the open."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username))


@pytest.fixture
def chosen() -> Iterator[None]:
    """Put back which key ring is used."""
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (fail.Keyring, KeyringState.NO_BACKEND),
        (null.Keyring, KeyringState.UNSAFE),
        (Plain, KeyringState.UNSAFE),
    ],
)
def test_a_key_ring_that_keeps_nothing_or_in_the_open_is_none(
    kind: type[KeyringBackend], state: KeyringState
) -> None:
    ring = kind()
    keyring.set_keyring(ring)
    assert recall(ANNA) == Recalled(state)
    assert not remember(ANNA, "x")
    assert not forget(ANNA)
    assert draft_key(ANNA, exists=False) is None
    if isinstance(ring, Plain):
        assert ring.kept == {}


class Cutting(Plain):
    """Keeps the first half of what it gets, as Windows does with what is too long."""

    __module__ = "keyring.backends.Windows"

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[: len(password) // 2])


class Losing(Plain):
    """Accepts everything and keeps nothing."""

    __module__ = "keyring.backends.SecretService"

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Broken(Plain):
    """Raises what no library promises."""

    __module__ = "keyring.backends.kwallet"

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError("the bus has gone")

    set_password = delete_password = get_password  # type: ignore[assignment]


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize("kind", [Cutting, Losing, Broken])
def test_nothing_counts_as_kept_before_it_was_read_back(kind: type[Plain]) -> None:
    keyring.set_keyring(kind())
    assert not remember(ANNA, "geheim")
    assert draft_key(ANNA, exists=False) is None


def test_a_password_is_not_shown_by_accident() -> None:
    assert "geheim" not in repr(Recalled(KeyringState.FOUND, "geheim"))
