"""A paper with fields: any reader fills it in, and what we know stands printed on it."""

from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from pypdf import PdfReader

from lob_workbench.output.fillable import FillablePaper
from tests.output.reading import edges_are_clear, pages, texts

NAME = "Łukasz Wiśniewski"


def written(questions: int = 2, name: str = NAME) -> bytes:
    paper = FillablePaper(
        school="Het Noorderlicht College",
        title="Formulier",
        subject="Vul in en stuur terug",
        author="Het Noorderlicht College",
    )
    paper.opening("Jouw kijk", name)
    paper.carried("mark", "ABCD-EFGH", "Kenmerk")
    paper.short_answers((("by_name", "Je naam", 90), ("filled_on", "Datum", 90)))
    for number in range(questions):
        paper.answer(
            f"answer_{number}",
            "Sterke kanten",
            f"Waar is {NAME} goed in?",
            hint="Noem een voorbeeld.",
            height=100,
            limit=20_000,
        )
    return paper.finish()


def ink(pdf: bytes) -> int:
    """How many dark spots the first page has, drawn with its fields."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    try:
        page = document[0]
        seen = page.render(scale=1, may_draw_forms=True).to_pil().convert("L")
        page.close()
        return sum(seen.histogram()[:128])
    finally:
        document.close()


def fields(pdf: bytes) -> dict[str, Any]:
    found = {}
    for page in PdfReader(BytesIO(pdf)).pages:
        for raw in page.get("/Annots", ()):
            found[raw.get_object()["/T"]] = raw.get_object()
    return found


def test_fields_start_empty_and_say_what_they_ask() -> None:
    found = fields(written())
    assert list(found) == ["mark", "by_name", "filled_on", "answer_0", "answer_1"]
    assert {name: field["/V"] for name, field in found.items() if field["/V"]} == {
        "mark": "ABCD-EFGH"
    }
    assert found["answer_0"]["/TU"] == (
        f"Sterke kanten: Waar is {NAME} goed in? Noem een voorbeeld."
    )
    assert found["by_name"]["/TU"] == "Je naam"
    many_lines, read_only, hidden = 1 << 12, 1, 2
    assert found["answer_0"]["/Ff"] == many_lines
    assert found["answer_0"]["/MaxLen"] == 20_000
    assert (found["by_name"]["/Ff"], found["by_name"]["/F"]) == (0, 4)
    assert (found["mark"]["/Ff"], found["mark"]["/F"]) == (read_only, hidden)


def test_a_reader_makes_the_look_of_what_is_typed() -> None:
    form = PdfReader(BytesIO(written())).trailer["/Root"]["/AcroForm"]
    assert form["/NeedAppearances"].value is True
    fonts = form["/DR"]["/Font"]
    for field in fields(written()).values():
        font = field["/DA"].split()[0]
        assert font in fonts


def test_names_print_whatever_letters_they_have() -> None:
    for seen in texts(written()):
        assert NAME in seen
    assert ink(written()) > ink(written(name="…")) + 100
    assert edges_are_clear(written())


def test_a_question_and_its_room_stay_on_one_page() -> None:
    pdf = written(9)
    assert pages(pdf) > 1
    seen = PdfReader(BytesIO(pdf))
    for page in seen.pages:
        boxes = [raw.get_object()["/Rect"] for raw in page["/Annots"]]
        assert all(float(box[1]) > 60 and float(box[3]) < 800 for box in boxes)


def test_fields_stand_in_the_reading_order() -> None:
    root = PdfReader(BytesIO(written())).trailer["/Root"]
    assert root["/Lang"] == "nl-NL"
    tree = root["/StructTreeRoot"]
    order = [kid.get_object() for kid in tree["/K"]["/K"]]
    spoken = [element["/K"]["/Obj"]["/T"] for element in order if element["/S"] == "/Form"]
    assert spoken == ["by_name", "filled_on", "answer_0", "answer_1"]
    numbers = tree["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert list(parents) == sorted(parents)
    for name, field in fields(written()).items():
        if name != "mark":
            assert parents[field["/StructParent"]]["/S"] == "/Form"
    assert all(key < tree["/ParentTreeNextKey"] for key in parents)
