"""Evidence, links and days as they may be stored."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.skills.rules_evidence import (
    FILE_LIMIT,
    FIRST_DAY,
    LAST_DAY,
    check_content,
    check_day,
    checked_link,
    checked_name,
    checked_type,
)


@given(st.text())
def test_a_name_is_a_name_in_any_folder(raw: str) -> None:
    name = checked_name(raw)
    assert name
    assert len(name) <= 120
    assert not name.startswith((".", " "))
    assert not any(char in name for char in "/\\\n\t\x00")
    assert checked_name(name) == name


@pytest.mark.parametrize(("raw", "name"), [
    ("../../.bashrc", "bashrc"),
    ("C:\\Users\\mij\\foto.png", "C: Users mij foto.png"),
    (".", "bestand"),
    ("\x00\u202e", "bestand"),
    ("x" * 500 + ".docx", "x" * 115 + ".docx"),
])  # fmt: skip
def test_names_of_files(raw: str, name: str) -> None:
    assert checked_name(raw) == name


@pytest.mark.parametrize("raw", [
    "javascript:alert(1)", "file:///etc/passwd", "www.voorbeeld.nl", "https//x", "data:text/html,x",
    "https://a.nl/met spatie", "https://a.nl\nfile:///b", "https://" + "x" * 2_000, " \ufeffhttp:x",
])  # fmt: skip
def test_only_a_link_to_the_web_is_one(raw: str) -> None:
    with pytest.raises(InputRefused):
        checked_link(raw)


@pytest.mark.parametrize("raw", ["", "  ", "https://x.nl/?a=1&b=<i>", "HTTP://X.NL"])
def test_links_to_the_web(raw: str) -> None:
    assert checked_link(raw) == raw.strip()


@given(st.text())
def test_a_type_is_one_or_anything(raw: str) -> None:
    assert checked_type(raw) in (raw, "application/octet-stream")
    assert checked_type("image/svg+xml") == "image/svg+xml"
    assert checked_type(raw + "\n") == "application/octet-stream"


def test_a_file_is_neither_empty_nor_a_film() -> None:
    check_content(b"x" * FILE_LIMIT)
    for content in (b"", b"x" * (FILE_LIMIT + 1)):
        with pytest.raises(InputRefused):
            check_content(content)


def test_a_day_is_one_that_somebody_can_mean() -> None:
    check_day(FIRST_DAY)
    check_day(LAST_DAY)
    for day in (date(1949, 12, 31), date(2200, 1, 1), date.min, date.max):
        with pytest.raises(InputRefused):
            check_day(day)
