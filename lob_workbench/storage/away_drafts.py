"""What a session at a school keeps on this laptop while the line is gone.

Above ``local_drafts``: chooses the key, and never lets a new copy take the place of one of an
earlier session that nobody decided about.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from uuid import UUID

from lob_workbench.domain.clock import Clock
from lob_workbench.domain.draft_copy import DraftCopy, KeptCopy
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.local_drafts import (
    LocalDraft,
    LocalDrafts,
    Unopened,
    has_local_drafts,
    has_password_key,
    key_from_password,
    local_drafts_folder,
)
from lob_workbench.storage.login_keyring import draft_key
from lob_workbench.storage.server import ServerAddress

_EARLIER = "@"


class SchoolDrafts:
    """The copies of one login. Slow (a disk): call through ``jobs.locally``."""

    def __init__(
        self, folder: Path, key: bytes, address: ServerAddress, clock: Clock, *, by_password: bool
    ) -> None:
        self._folder = folder
        self._address = address
        self._clock = clock
        self._drafts = LocalDrafts(folder, key, address)
        self.by_password = by_password
        """Whether the key comes from the password, so that another password is another key."""
        self._own: set[tuple[str, UUID]] = set()
        self._lock = Lock()

    def keep(self, copy: DraftCopy) -> datetime:
        """Keep ``copy`` in place of the one that this session kept before; returns the moment.

        Raises what :meth:`LocalDrafts.keep` raises.
        """
        with self._lock:
            if copy.key not in self._own:
                self._set_earlier_apart(copy)
            now = self._clock.now()
            self._drafts.keep(copy.screen, copy.entity_id, copy.content, copy.base_version, now)
            self._own.add(copy.key)
            return now

    def find(self, screen: str, entity_id: UUID) -> tuple[KeptCopy, ...]:
        """The copies of this draft, oldest first."""
        return tuple(kept for kept in self.all() if kept.copy.key == (screen, entity_id))

    def all(self) -> tuple[KeptCopy, ...]:
        """Every copy that opens, oldest first."""
        with self._lock:
            return tuple(_kept(draft) for draft in self._drafts.all())

    def discard(self, kept: Sequence[KeptCopy]) -> None:
        """Forget these, unless other words took their place meanwhile."""
        with self._lock:
            stands = {_kept(draft) for draft in self._drafts.all()}
            for each in stands.intersection(kept):
                self._drafts.discard(_slotted(each), each.copy.entity_id)

    def discard_own(self, screen: str, entity_id: UUID) -> None:
        """Forget what this session kept of this draft, because the school has it."""
        with self._lock:
            if (screen, entity_id) in self._own:
                self._own.discard((screen, entity_id))
                self._drafts.discard(screen, entity_id)

    def put_back(self, kept: KeptCopy) -> None:
        """Keep again what was discarded."""
        with self._lock:
            self._drafts.keep(
                f"{kept.copy.screen}{_EARLIER}{kept.kept_at.isoformat()}",
                kept.copy.entity_id,
                kept.copy.content,
                kept.copy.base_version,
                kept.kept_at,
            )

    def unopened(self) -> tuple[Path, ...]:
        """What does not open; it was put aside and stands there."""
        with self._lock:
            return tuple(found.path for found in self._drafts.unopened())

    def move_to_password(self, password: str, cost: KdfCost | None = None) -> None:
        """Another password: encrypt every copy with the key of that one."""
        with self._lock:
            moved = LocalDrafts(
                self._folder, key_from_password(self._folder, password, cost), self._address
            )
            _move(self._drafts, moved)
            self._drafts = moved

    def _set_earlier_apart(self, copy: DraftCopy) -> None:
        for draft in self._drafts.all():
            if (draft.screen, draft.entity_id) == copy.key and draft.content != copy.content:
                _keep_apart(self._drafts, draft)


def open_drafts(
    address: ServerAddress,
    password: str | None,
    clock: Clock,
    folder: Path | None = None,
    cost: KdfCost | None = None,
) -> SchoolDrafts | None:
    """The copies of this login, under the key of the key ring or else of the password.

    None without either. May wait for the person, who is asked to unlock the key ring. Raises
    DiskFull, WorkbookReadOnly, OSError.
    """
    folder = local_drafts_folder(address, folder)
    # A key of the password alone does not mean that the key ring ever had one.
    key = draft_key(address, exists=has_local_drafts(folder) and not has_password_key(folder))
    if key is None:
        if not password:
            return None
        key = key_from_password(folder, password, cost)
        return SchoolDrafts(folder, key, address, clock, by_password=True)
    if password and has_password_key(folder):
        _adopt(folder, key, password, address, cost)
    return SchoolDrafts(folder, key, address, clock, by_password=False)


def _adopt(
    folder: Path, key: bytes, password: str, address: ServerAddress, cost: KdfCost | None
) -> None:
    """Bring over what was kept while the key ring could not be used."""
    ring = LocalDrafts(folder, key, address)
    if any(found.why is Unopened.OTHER_KEY for found in ring.unopened()):
        typed = LocalDrafts(folder, key_from_password(folder, password, cost), address)
        _move(typed, ring)


def _move(source: LocalDrafts, target: LocalDrafts) -> None:
    for draft in source.all():
        there = {(known.screen, known.entity_id) for known in target.all()}
        if (draft.screen, draft.entity_id) in there:
            screen = f"{draft.screen}{_EARLIER}{draft.saved_at.isoformat()}"
        else:
            screen = draft.screen
        target.keep(screen, draft.entity_id, draft.content, draft.base_version, draft.saved_at)
    # Asked again: looking through the eyes of the target put the source's files aside.
    for draft in source.all():
        source.discard(draft.screen, draft.entity_id)


def _keep_apart(drafts: LocalDrafts, draft: LocalDraft) -> None:
    screen = f"{draft.screen}{_EARLIER}{draft.saved_at.isoformat()}"
    drafts.keep(screen, draft.entity_id, draft.content, draft.base_version, draft.saved_at)


def _kept(draft: LocalDraft) -> KeptCopy:
    screen, _, slot = draft.screen.partition(_EARLIER)
    copy = DraftCopy(screen, draft.entity_id, draft.content, draft.base_version)
    return KeptCopy(copy, draft.saved_at, slot)


def _slotted(kept: KeptCopy) -> str:
    return f"{kept.copy.screen}{_EARLIER}{kept.slot}" if kept.slot else kept.copy.screen
