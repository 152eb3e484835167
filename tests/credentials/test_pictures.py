"""The picture of a badge: the same in SVG and PNG, in the colours of the house, and safe."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from lob_workbench.credentials import pictures
from lob_workbench.credentials.baking import bake_svg
from lob_workbench.credentials.pictures import BadgePicture, draw_png, draw_svg
from lob_workbench.output import style
from tests.credentials.badges import issued

SVG = "{http://www.w3.org/2000/svg}"


def drawn(**changes):
    told = {"skill": "Samenwerken", "level": 3, "level_name": "Zelfstandig", "school": "ROC"}
    return BadgePicture(**(told | changes))


def texts(picture):
    return [node.text for node in ElementTree.fromstring(draw_svg(picture)).iter(f"{SVG}text")]


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_as_many_steps_are_filled_as_were_climbed(level):
    root = ElementTree.fromstring(draw_svg(drawn(level=level)))
    steps = [node for node in root.iter(f"{SVG}rect") if node.get("rx") == "6"]
    filled = [step.get("fill") == pictures.PRIMARY for step in steps]
    assert filled == [True] * level + [False] * (4 - level)


def test_skill_level_and_school_stand_on_it():
    assert texts(drawn()) == ["Samenwerken", "Niveau 3 · Zelfstandig", "ROC"]
    assert texts(drawn(level_name="", school=" ")) == ["Samenwerken", "Niveau 3"]


def test_a_long_name_gets_two_lines_and_an_endless_one_is_cut():
    assert texts(drawn(skill="Omgaan met verandering en tegenslag"))[:2] == [
        "Omgaan met", "verandering en tegenslag",
    ]  # fmt: skip
    assert texts(drawn(skill="heel erg " * 22))[1].endswith("…")
    assert texts(drawn(skill="l" * 199))[1].endswith("…")
    assert "".join(texts(drawn(skill="Verantwoordelijkheidsbesefontwikkeling"))[:2]) == (
        "Verantwoordelijkheidsbesefontwikkeling"
    )


@pytest.mark.parametrize("skill", ['<script>"&', "\\", "url(x)", "שלום", "🙂", "\x00", ""])
def test_whatever_the_skill_is_called_the_picture_is_safe_to_open(skill):
    picture = drawn(skill=skill, school=skill)
    bake_svg(draw_svg(picture), issued())
    assert draw_png(picture, 50).startswith(b"\x89PNG")


def test_the_colours_are_those_of_the_house():
    for name in ("PAPER", "INK", "PRIMARY", "ACCENT", "ACCENT_TEXT", "HAIR_LINE", "TINT"):
        assert getattr(pictures, name) == getattr(style, name).hex


def test_the_png_has_the_size_that_was_asked_and_see_through_corners():
    with Image.open(BytesIO(draw_png(drawn(), 400))) as picture:
        assert picture.size == (400, 400)
        assert picture.getpixel((0, 0))[3] == 0
        assert picture.getpixel((200, 380)) == (15, 107, 107, 255)
