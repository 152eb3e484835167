"""The booklet: every skill on a sheet of its own, with all its behaviours."""

from io import BytesIO

from pypdf import PdfReader

from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.skill_sets.operations import Booklet
from lob_workbench.features.skill_sets.report import booklet_pdf, title_of
from lob_workbench.talks.rules import PaperHead
from tests.features.skill_sets.making import other_set

HEAD = PaperHead("Het Voorbeeldcollege", None)


def pages(booklet: Booklet) -> list[str]:
    """The words of each page."""
    reader = PdfReader(BytesIO(booklet_pdf(booklet)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_every_skill_stands_whole_on_one_page() -> None:
    ours = load_skill_set()
    found = pages(Booklet(HEAD, "Mirjam Bakker", ours, ours.skills))
    sheets = found[-len(ours.skills) :]
    for skill, words in zip(ours.skills, sheets, strict=True):
        assert skill.name in words
        for level in skill.levels:
            assert level.name in words
            assert all(one.text in words for one in level.behaviours)
    cover = " ".join(found[: -len(ours.skills)])
    assert all(skill.meaning in cover for skill in ours.skills)


def test_one_skill_is_one_page() -> None:
    booklet = Booklet(HEAD, "Mirjam Bakker", other_set(), other_set().skills)
    assert title_of(booklet) == "Koken"
    (words,) = pages(booklet)
    assert "Kookt 4 4" in words
    assert "Competenties" not in words
