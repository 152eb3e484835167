from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import IndirectObject

from lob_workbench.output.pdf import Mark, Paper, Task
from lob_workbench.output.style import MARGIN
from lob_workbench.output.text import MISSING_NOTE
from tests.output.reading import edges_are_clear, pages, reader, squeezed, texts
from tests.output.test_logo import picture
from tests.output.test_text import LITERAL

LONG = "Dit is een verhaal van duizenden tekens. " * 195
WORD = "aaneengeschreven" * 500


def paper(**values: Any) -> Paper:
    return Paper(
        **{
            "school": "Het Noorderlicht College",
            "title": "Proef",
            "subject": "Proef van het papier",
            "author": "Mirjam Bakker",
            **values,
        }
    )


def written(text: str) -> bytes:
    sheet = paper()
    sheet.opening("Proef")
    sheet.text(text)
    with sheet.card("Kaart", "Vraag?"):
        sheet.labelled("Label", text)
    sheet.quote("Zij zegt:", text)
    sheet.tasks([Task(text[:500], "jij", "morgen")], ("Wat", "Wie", "Uiterlijk"))
    return sheet.finish()


@pytest.mark.parametrize("text", [*LITERAL, "a\nb\n\n\nc", "x  " * 90])
def test_what_is_read_back_is_what_was_written(text: str) -> None:
    wanted = squeezed(text)
    for seen in texts(written(text)):
        assert squeezed(seen).count(wanted) == 4


def test_long_text_comes_back_whole_over_pages_without_the_feet() -> None:
    sheet = paper(school="", title="")
    sheet.text(LONG + WORD)
    pdf = sheet.finish()
    assert pages(pdf) > 2
    for seen in texts(pdf):
        lines = [line for line in seen.splitlines() if not line.startswith("pagina ")]
        assert squeezed("".join(lines)) == squeezed(LONG + WORD)


def test_replaced_signs_are_explained_once_and_kept_for_screen_readers() -> None:
    pdf = written("Goed 👍 مرحبا")
    for seen in texts(pdf):
        assert squeezed(seen).count(squeezed(MISSING_NOTE)) == 1
        assert "[duim omhoog]" in seen
    assert any("👍" in str(item.get("/ActualText", "")) for item in elements(pdf))
    for seen in texts(written("gewoon")):
        assert "Sommige tekens" not in seen


def test_right_to_left_overrides_do_not_turn_the_page_around() -> None:
    for seen in texts(written("begin \u202eomgekeerd\u202c en \u200fverder\u2067x\u2069 einde")):
        assert "begin omgekeerd en verderx einde" in seen


def test_properties_language_and_tags() -> None:
    pdf = written("tekst")
    read = reader(pdf)
    assert read.metadata is not None
    assert read.metadata.title == "Proef"
    assert read.metadata.author == "Mirjam Bakker"
    assert read.metadata.subject == "Proef van het papier"
    root: Any = read.trailer["/Root"]
    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf's own boolean
    tags = [item["/S"] for item in elements(pdf)]
    assert tags[:2] == ["/P", "/H1"]
    assert {"/H3", "/BlockQuote"} <= set(tags)


def elements(pdf: bytes) -> list[Any]:
    root: Any = reader(pdf).trailer["/Root"]
    return [kid.get_object() for kid in root["/StructTreeRoot"]["/K"]["/K"]]


def test_every_mark_on_a_page_belongs_to_an_element() -> None:
    read = reader(written(LONG))
    root: Any = read.trailer["/Root"]
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    by_page = {numbers[at]: numbers[at + 1] for at in range(0, len(numbers), 2)}
    for number, page in enumerate(read.pages):
        parents: Any = page["/StructParents"]
        assert parents == number
        content = page.get_contents()
        assert content is not None
        code = content.get_data()
        assert code.count(b"/MCID") == len(by_page[number])
        assert code.count(b"BDC") + code.count(b"BMC") == code.count(b"EMC")
        assert all(isinstance(entry, IndirectObject) for entry in by_page[number])
    spanning = [item for item in elements(written(LONG)) if len(item["/K"]) > 1]
    assert spanning
    assert spanning[0]["/K"][1]["/Type"] == "/MCR"


def test_fonts_are_embedded_subsets() -> None:
    fonts: dict[str, Any] = {}
    for page in reader(written("tekst ğ")).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            fonts[font.get_object()["/BaseFont"]] = font.get_object()
    assert len(fonts) >= 3
    for name, font in fonts.items():
        assert "Lato" in name
        assert "+" in name
        assert "/FontFile2" in font["/FontDescriptor"]


def test_text_never_loads_a_picture_or_makes_a_link() -> None:
    hostile = '<img src="/etc/hostname"/> <a href="https://x.example">x</a> <para>'
    pdf = written(hostile)
    for page in reader(pdf).pages:
        assert not page.images
        assert "/Annots" not in page
    assert b"/URI" not in pdf


def test_logo_in_its_spot_with_its_meaning() -> None:
    sheet = paper(logo=picture((900, 300), "PNG"))
    sheet.opening("Proef")
    pdf = sheet.finish()
    assert len(reader(pdf).pages[0].images) == 1
    alts = [item.get("/Alt") for item in elements(pdf)]
    assert "Logo van Het Noorderlicht College" in alts
    broken = paper(logo=b"stuk")
    broken.opening("Proef")
    assert not reader(broken.finish()).pages[0].images


def test_page_numbers_school_and_foot_on_every_page() -> None:
    sheet = paper(foot="voet van het blad")
    sheet.text(LONG)
    pdf = sheet.finish()
    count = pages(pdf)
    for number, page in enumerate(reader(pdf).pages, start=1):
        seen = page.extract_text()
        assert f"pagina {number} van {count}" in seen
        assert "voet van het blad" in seen
        assert "Het Noorderlicht College" in seen


def test_no_page_holds_a_single_line_of_a_paragraph() -> None:
    for above in range(42, 52):
        sheet = paper()
        for _ in range(above):
            sheet.text("regel")
        sheet.text("woord " * 60)
        for page in reader(sheet.finish()).pages:
            lines = [line for line in page.extract_text().splitlines() if "woord" in line]
            assert len(lines) != 1


def test_marks_of_tasks_and_blocks_stay_whole() -> None:
    sheet = paper()
    sheet.text("regel\n" * 30)
    tasks = [
        Task("open", "jij", "morgen"),
        Task("klaar", "jij", "gisteren", Mark.DONE, "Klaar op 3 mei 2026."),
        Task("weg", "jij", "geen datum", Mark.DROPPED, "Vervallen: anders opgelost"),
    ] * 6
    sheet.tasks(tasks, ("Wat", "Wie", "Uiterlijk"))
    sheet.choices((("Klopt", True), ("Anders", False)))
    sheet.writing_lines(3)
    sheet.panel("Volgende keer", "maandag")
    sheet.bullets(("een", "twee"))
    sheet.steps(("eerst", "dan"))
    sheet.code("ABCDE-FGHIJ")
    sheet.rule()
    sheet.facts((("Leeg", ""), ("Vol", "ja")))
    sheet.signatures((("Student", "Zoë"), ("Begeleider", "Mirjam")))
    pdf = sheet.finish()
    for seen in texts(pdf):
        assert seen.count("Vervallen: anders opgelost") == 6
        assert "Leeg" not in seen
    signed = reader(pdf).pages[-1].extract_text()
    assert "Student" in signed
    assert "Mirjam" in signed


def test_a_small_card_stays_whole_and_a_large_one_flows() -> None:
    for above in range(30, 50):
        sheet = paper()
        for _ in range(above):
            sheet.text("regel")
        said = ["een zin"] * 3
        sheet.room_for_card(said)
        with sheet.card("Kaart", "Vraag?"):
            for text in said:
                sheet.labelled("Stem", text)
        seen = [page.extract_text().count("Stem") for page in reader(sheet.finish()).pages]
        assert set(seen) <= {0, 3}
    sheet = paper()
    sheet.text("regel\n" * 20)
    sheet.room_for_card([LONG])
    sheet.labelled("Stem", LONG)
    assert "Stem" in reader(sheet.finish()).pages[0].extract_text()


def test_who_signs_with_a_long_name_is_named_whole() -> None:
    sheet = paper()
    long = "Marjolein van der Heuvel, praktijkopleider op de peutergroep"
    sheet.signatures((("Student", "Zoë"), ("Begeleider", ""), ("Praktijkopleider", long)))
    for seen in texts(sheet.finish()):
        assert squeezed(long) in squeezed(seen)
        assert seen.count("datum:") == 3


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=400), max_size=6))
def test_any_text_prints_inside_the_margins(parts: list[str]) -> None:
    sheet = paper()
    sheet.opening("Proef", *parts[:1])
    for part in parts:
        with sheet.card(part, part):
            sheet.labelled("Label", part)
    assert sheet.left == MARGIN
    assert edges_are_clear(sheet.finish())
