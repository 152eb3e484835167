"""What a laptop keeps of a school that is gone: under which key, and never at another's cost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import keyring
import pytest
from keyring.backend import KeyringBackend

from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.storage.away_drafts import SchoolDrafts, open_drafts
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.server import ServerAddress

ANNA = ServerAddress("lob.school.nl", "lob", "anna")
BEA = ServerAddress("lob.school.nl", "lob", "bea")
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
TALK = uuid4()
SECRET = "drie-groene-fietsen"


class Ring(KeyringBackend):
    """A key ring of the system, in memory; ``there`` says whether it can be reached."""

    __module__ = "keyring.backends.Windows"
    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.there = True
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if not self.there:
            raise OSError
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.there:
            raise OSError
        self.kept[service, username] = password


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, ring = keyring.get_keyring(), Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


class Laptop:
    """One laptop, on which somebody logs in again and again; every login is a minute later."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def log_in(self, password: str | None = SECRET, address: ServerAddress = ANNA) -> SchoolDrafts:
        self.now += timedelta(minutes=1)
        drafts = open_drafts(address, password, FixedClock(self.now), self.folder, CHEAP)
        assert drafts is not None
        return drafts


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def copy(words: str) -> DraftCopy:
    return DraftCopy("conversation", TALK, words, 3)


def words(drafts: SchoolDrafts) -> list[str]:
    return [kept.copy.content for kept in drafts.find("conversation", TALK)]


def test_the_key_ring_keeps_the_key_whatever_the_password(ring: Ring, laptop: Laptop) -> None:
    first = laptop.log_in()
    assert not first.by_password
    first.keep(copy("a"))
    again = laptop.log_in("een ander wachtwoord")
    assert words(again) == ["a"]
    assert again.find("conversation", TALK)[0].copy == copy("a")
    assert words(laptop.log_in(address=BEA)) == [], "another login is another key and folder"


def test_without_a_key_ring_the_password_is_the_key(ring: Ring, laptop: Laptop) -> None:
    ring.there = False
    first = laptop.log_in()
    assert first.by_password
    first.keep(copy("a"))
    assert words(laptop.log_in()) == ["a"]
    other = laptop.log_in("een ander wachtwoord")
    assert words(other) == []
    assert len(other.unopened()) == 1, "put aside, and told"
    assert words(laptop.log_in()) == ["a"], "and it opens again with the password of before"
    # Without a password (the system's own login) there is no key at all, and nothing is kept.
    assert open_drafts(ANNA, None, FixedClock(laptop.now), laptop.folder, CHEAP) is None


def test_copies_move_to_the_key_ring_when_it_is_back(ring: Ring, laptop: Laptop) -> None:
    laptop.log_in().keep(copy("in de ring"))
    ring.there = False
    away = laptop.log_in()
    assert words(away) == []
    assert len(away.unopened()) == 1
    away.keep(copy("met het wachtwoord"))
    ring.there = True
    back = laptop.log_in()
    assert not back.by_password
    assert words(back) == ["in de ring", "met het wachtwoord"], "neither took the other's place"
    assert back.unopened() == ()
    # It is under the key of the ring now: the password is not needed any more.
    assert words(laptop.log_in("een ander wachtwoord")) == ["in de ring", "met het wachtwoord"]


def test_copies_move_along_with_another_password(ring: Ring, laptop: Laptop) -> None:
    ring.there = False
    drafts = laptop.log_in()
    drafts.keep(copy("a"))
    drafts.move_to_password("een ander wachtwoord", CHEAP)
    drafts.keep(copy("b"))
    again = laptop.log_in("een ander wachtwoord")
    assert words(again) == ["b"], "of one session the last one"
    assert again.unopened() == ()
    old = laptop.log_in()
    assert words(old) == []


def test_what_an_earlier_session_kept_is_never_overwritten(ring: Ring, laptop: Laptop) -> None:
    laptop.log_in().keep(copy("maandag"))
    laptop.log_in().keep(copy("dinsdag"))
    third = laptop.log_in()
    third.keep(copy("woensdag"))
    third.keep(copy("woensdag, en meer"))
    assert words(third) == ["maandag", "dinsdag", "woensdag, en meer"]
    # The school has what this session typed: the others still wait for somebody's choice.
    third.discard_own("conversation", TALK)
    assert words(third) == ["maandag", "dinsdag"]
    third.discard_own("conversation", TALK)
    assert words(third) == ["maandag", "dinsdag"]
    assert words(laptop.log_in()) == ["maandag", "dinsdag"]


def test_only_the_chosen_copy_goes_and_it_can_come_back(ring: Ring, laptop: Laptop) -> None:
    laptop.log_in().keep(copy("maandag"))
    drafts = laptop.log_in()
    drafts.keep(copy("dinsdag"))
    monday, tuesday = drafts.find("conversation", TALK)
    drafts.keep(copy("dinsdag, en meer"))
    drafts.discard((tuesday,))
    assert words(drafts) == ["maandag", "dinsdag, en meer"], "what was kept later stays"
    drafts.discard((monday,))
    assert words(drafts) == ["dinsdag, en meer"]
    drafts.put_back(monday)
    assert words(drafts) == ["maandag", "dinsdag, en meer"]
    assert words(laptop.log_in()) == ["maandag", "dinsdag, en meer"]


def test_a_damaged_copy_is_put_aside_and_told_and_harms_no_other(
    ring: Ring, laptop: Laptop
) -> None:
    drafts = laptop.log_in()
    drafts.keep(copy("a"))
    drafts.keep(DraftCopy("conversation", uuid4(), "b"))
    file = min(laptop.folder.rglob("*.draft"), key=lambda path: path.stat().st_mtime_ns)
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    again = laptop.log_in()
    assert [kept.copy.content for kept in again.all()] == ["b"]
    assert [path.exists() for path in again.unopened()] == [True]
    again.keep(copy("a, opnieuw"))
    assert len(again.unopened()) == 1, "the new one did not take its place"
