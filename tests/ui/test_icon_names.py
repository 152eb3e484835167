"""Every icon that the code names is in the icon font; a missing one would stop a painter."""

import re
from pathlib import Path

import pytest

from lob_workbench.ui.icons import glyph

NAMES = sorted(
    {
        name
        for file in (Path(__file__).parents[2] / "lob_workbench").rglob("*.py")
        for name in re.findall(r'"(ph\.[a-z-]+)"', file.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_exists(name: str) -> None:
    assert glyph(name)
