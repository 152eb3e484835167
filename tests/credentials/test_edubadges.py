"""The file for edubadges: the columns that it asks, and nothing that a spreadsheet would run."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.credentials.edubadges import HEADER, Award, award_file
from lob_workbench.domain.errors import InputRefused

SAMPLE = Path(__file__).resolve().parents[3] / "shared/data/edubadges/sample_direct_award.csv"
AWARD = Award(
    "sem@roc.example", "123456@roc.example", "Werkt goed samen; ook als het \"druk\" is.",
    "https://roc.example/werk", "Verslag", "Van de stage", "Niveau 3",
)  # fmt: skip


def rows(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8"), newline=""), delimiter=";"))


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the shared sample is not here")
def test_the_columns_are_those_of_edubadges():
    assert tuple(rows(SAMPLE.read_bytes())[0]) == HEADER


def test_a_line_comes_back_as_it_was():
    assert rows(award_file([AWARD])) == [
        list(HEADER),
        [AWARD.email, AWARD.eppn, AWARD.narrative, AWARD.evidence_url, AWARD.evidence_name,
         AWARD.evidence_description, AWARD.grade],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+31612345678", "-1", "@SUM(A1)", "\t=1", "\n=1"]
)
def test_a_formula_is_text(text):
    (_, line) = rows(award_file([Award(AWARD.email, AWARD.eppn, text, grade=text)]))
    assert line[2] == line[6] == f"'{text.strip()}"


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_no_text_breaks_a_line_or_becomes_a_formula(narrative, name):
    file = award_file([Award(AWARD.email, AWARD.eppn, narrative, evidence_name=name), AWARD])
    found = rows(file)
    assert [len(row) for row in found] == [7, 7, 7]
    assert file.count(b"\n") == 3
    for cell in found[1]:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": ""},
        {"email": "sem"},
        {"email": "=1@roc.example"},
        {"eppn": "+123@roc.example"},
        {"eppn": "sem@roc"},
        {"evidence_url": "javascript:alert(1)"},
        {"evidence_url": "https://roc.example/a b"},
    ],
)
def test_a_line_that_edubadges_refuses_is_named(wrong):
    from dataclasses import replace

    with pytest.raises(InputRefused) as refused:
        award_file([AWARD, replace(AWARD, **wrong)])
    assert refused.value.values == {"line": 3}
