"""Opens the files that somebody chose: a set as TOML or Excel, a kwalificatiedossier as XML.

Slow where a workbook is taken apart: call these through ``jobs.render``.
"""

from pathlib import Path

from lob_workbench.content.qualifications import LARGEST_BYTES as LARGEST_DOSSIER
from lob_workbench.content.qualifications import Qualification, read_qualification
from lob_workbench.content.skills import LARGEST_BYTES as LARGEST_SET
from lob_workbench.content.skills import SkillSet, read_skill_set
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_sets.template_file import set_from_workbook
from lob_workbench.output.workbook_file import read_workbook

NOT_OPENED = QT_TRANSLATE_NOOP(
    "errors", "Dit bestand gaat niet open. Staat het er nog, en mag je het lezen?"
)
# A workbook, of whatever kind, is refused in the words of who knows workbooks.
_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_OPENINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_set_file(path: Path) -> SkillSet:
    """The set in a file; raises ``InputRefused`` with the reason and what to do next."""
    if path.suffix.lower() in _WORKBOOKS:
        return set_from_workbook(read_workbook(path))
    content = _content(path, LARGEST_SET)
    if content.startswith(_OPENINGS):
        return set_from_workbook(read_workbook(path))
    return read_skill_set(content)


def read_dossier_file(path: Path) -> Qualification:
    """The kwalificatiedossier in a file of SBB; raises ``InputRefused`` with the reason."""
    return read_qualification(_content(path, LARGEST_DOSSIER))


def _content(path: Path, limit: int) -> bytes:
    try:
        # A pipe or a device never ends, and may never begin.
        if not path.is_file():
            raise OSError
        with path.open("rb") as file:
            # One byte more than is allowed is enough to be refused for it.
            return file.read(limit + 1)
    except OSError:
        raise InputRefused(NOT_OPENED) from None
