"""The form on paper: what is known stands in print, what is asked are empty fields."""

from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from lob_workbench.domain.career import VoiceTopic
from lob_workbench.features.trialogue.report_form import form_pdf
from lob_workbench.features.trialogue.rules_forms import (
    FORM_PARTIES,
    TOKEN_FIELD,
    FormClaim,
    FormSheet,
    answer_field,
    mark_of,
    token_of,
)
from lob_workbench.talks.rules import Party
from tests.output.reading import edges_are_clear, pages, squeezed, texts

DAY = date(2026, 12, 14)


def sheet(party: Party, name: str = "Łukasz Wiśniewski", first: str = "Łukasz") -> FormSheet:
    claim = FormClaim(UUID(int=1), UUID(int=2), party, 3, DAY)
    return FormSheet(
        party, name, first, "Mirjam Bakker", "Het Voorbeeldcollege", None, "Bakkerij De Korenaar",
        "Stagebezoek", date(2026, 12, 3), 3, DAY, token_of(claim, bytes(32)),
    )  # fmt: skip


@pytest.mark.parametrize("party", FORM_PARTIES)
def test_it_is_two_pages_with_all_that_is_known_in_print(party: Party) -> None:
    form = sheet(party)
    pdf = form_pdf(form)
    assert pages(pdf) == 2
    assert edges_are_clear(pdf)
    for seen in texts(pdf):
        plain = squeezed(seen)
        for known in (
            "Łukasz Wiśniewski",
            "Bakkerij De Korenaar",
            "Geldig tot en met maandag 14 december 2026",
            f"versie 3, {mark_of(form.token)}",
            form.token,
            *(question.question for question in form.text.questions),
        ):
            assert squeezed(known) in plain


@pytest.mark.parametrize("party", FORM_PARTIES)
def test_each_topic_has_an_empty_field_and_the_token_comes_along(party: Party) -> None:
    form = sheet(party)
    fields = PdfReader(BytesIO(form_pdf(form))).get_fields() or {}
    values = {name: field.value for name, field in fields.items()}
    assert values.pop(TOKEN_FIELD) == form.token
    assert {answer_field(topic) for topic in VoiceTopic} < set(values)
    assert not any(values.values())


def test_its_properties_name_no_student() -> None:
    told = str(PdfReader(BytesIO(form_pdf(sheet(Party.COMPANY)))).metadata)
    assert "Het Voorbeeldcollege" in told
    assert "ukasz" not in told


@pytest.mark.parametrize("name", ["{first_name} <b>R&D</b>", "李 Ōe 👍", "x" * 200])
def test_any_name_makes_a_form(name: str) -> None:
    pdf = form_pdf(sheet(Party.COMPANY, name, name))
    assert edges_are_clear(pdf)
    assert TOKEN_FIELD in (PdfReader(BytesIO(pdf)).get_fields() or {})
