"""The files of badges: pictures with the badge inside, the badge itself, its annex, a backpack.

No file name carries anybody's name: names of files show in lists of mail and in backups.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from lob_workbench.credentials.backpack import PackedBadge, pack
from lob_workbench.credentials.baking import bake_png, bake_svg
from lob_workbench.credentials.edubadges import Award, award_file
from lob_workbench.credentials.issuing import IssuedBadge
from lob_workbench.credentials.pictures import BadgePicture, draw_png, draw_svg
from lob_workbench.credentials.reading import read_badge
from lob_workbench.credentials.strict_json import read_object
from lob_workbench.domain.clock import local
from lob_workbench.domain.errors import InputRefused, WorkbookReadOnly
from lob_workbench.domain.progress import Progress
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges.report import annex_pdf
from lob_workbench.features.badges.rules import BadgeFile, BadgeView, file_stem
from lob_workbench.storage.disk import write_durably

_NOT_WRITTEN = QT_TRANSLATE_NOOP("errors", "Opslaan lukt daar niet. Kies een andere plek.")


class FileKind(StrEnum):
    """A form in which a badge goes out."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    JSON = "json"
    JWT = "jwt"


FILE_LABELS: dict[FileKind, str] = {
    FileKind.PNG: QT_TRANSLATE_NOOP("badges", "Plaatje (PNG): voor cv, mail en LinkedIn"),
    FileKind.SVG: QT_TRANSLATE_NOOP("badges", "Scherp plaatje (SVG): voor een website"),
    FileKind.PDF: QT_TRANSLATE_NOOP("badges", "Bijlage op papier (PDF)"),
    FileKind.JSON: QT_TRANSLATE_NOOP("badges", "Badgebestand (JSON)"),
    FileKind.JWT: QT_TRANSLATE_NOOP("badges", "Token (JWT)"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A file to write."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Account:
    """An owner as edubadges knows them."""

    email: str
    eppn: str


def files_of(
    badge: BadgeFile, kinds: Sequence[FileKind], logo: bytes | None = None
) -> tuple[Made, ...]:
    """One badge in these forms."""
    signed = reopened(badge)
    picture = picture_of(badge.view)
    stem = file_stem(badge.view)
    made = []
    for kind in kinds:
        if kind is FileKind.PNG:
            data = bake_png(draw_png(picture), signed)
        elif kind is FileKind.SVG:
            data = bake_svg(draw_svg(picture), signed)
        elif kind is FileKind.PDF:
            data = annex_pdf(signed.statement, logo)
        elif kind is FileKind.JSON:
            data = signed.json
        else:
            data = signed.jwt.encode()
        made.append(Made(f"{stem}.{kind.value}", data))
    return tuple(made)


def save_files(
    folder: Path,
    badges: Sequence[BadgeFile],
    kinds: Sequence[FileKind],
    logo: bytes | None,
    progress: Progress | None = None,
) -> int:
    """Write the badges into ``folder``; gives how many files. Raises ``DiskFull`` and the like."""
    count = 0
    for number, badge in enumerate(badges):
        if progress is not None:
            progress.tell(number, len(badges))
        for made in files_of(badge, kinds, logo):
            _write(folder / made.name, made.data)
            count += 1
    return count


def save_backpack(path: Path, owner: str, badges: Sequence[BadgeFile], now: datetime) -> Path:
    """All these badges of one person in one page that opens without the werkbank."""
    packed = tuple(PackedBadge(reopened(one), picture_of(one.view)) for one in badges)
    _write(path, pack(owner, packed, now))
    return path


def backpack_name(now: datetime) -> str:
    """The name to offer for a backpack."""
    return f"rugzak-met-badges-{local(now):%Y-%m-%d}.html"


def save_edubadges(folder: Path, badges: Sequence[tuple[BadgeFile, Account]]) -> int:
    """A file for edubadges for each badge among these; gives how many. Raises ``InputRefused``.

    There one file awards one badge. Of the person only the two accounts are in it.
    """
    groups: dict[tuple[str, str, int], list[Award]] = {}
    for badge, account in badges:
        title = badge.view.title
        award = Award(account.email, account.eppn)
        groups.setdefault((title.set_key, title.skill_id, title.level), []).append(award)
    # All are made before one is written: a line that is refused leaves nothing behind.
    made = [
        Made(f"edubadges-{skill}-niveau-{level}.csv", award_file(awards))
        for (_, skill, level), awards in groups.items()
    ]
    for one in made:
        _write(folder / one.name, one.data)
    return len(made)


def reopened(badge: BadgeFile) -> IssuedBadge:
    """A stored badge as it was issued."""
    data = badge.credential.encode()
    statement = read_badge(read_object(data)).statement
    return IssuedBadge(statement.id, data, badge.token, statement)


def picture_of(badge: BadgeView) -> BadgePicture:
    """What stands on the picture of a badge."""
    title = badge.title
    return BadgePicture(title.skill, title.level, title.level_name, badge.issuer_name)


def write_one(path: Path, data: bytes) -> Path:
    """Write one file where somebody chose; gives where it is. Raises ``InputRefused``."""
    _write(path, data)
    return path


def _write(path: Path, data: bytes) -> None:
    try:
        write_durably(path, data)
    except (OSError, WorkbookReadOnly) as trouble:
        raise InputRefused(_NOT_WRITTEN) from trouble
