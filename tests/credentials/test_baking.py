"""A badge goes into a picture and comes out as it was; the picture still shows."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lob_workbench.credentials.baking import bake_png, bake_svg, unbake
from lob_workbench.credentials.verdicts import Container, Judged, Outcome
from lob_workbench.credentials.verifying import verify
from lob_workbench.domain.errors import InputRefused
from tests.credentials.badges import NOW, TRUST, issued
from tests.credentials.hostile import PNG, SVG, in_svg

BADGE = issued()


def test_a_png_with_a_badge_is_the_same_picture():
    baked = bake_png(PNG, BADGE)
    with Image.open(BytesIO(baked)) as with_badge, Image.open(BytesIO(PNG)) as without:
        assert with_badge.tobytes() == without.tobytes()
        with_badge.load()
        assert with_badge.text["openbadgecredential"] == BADGE.json.decode()
    assert unbake(baked) == BADGE.json


@pytest.mark.parametrize("inside", [BADGE, BADGE.json, BADGE.jwt])
def test_json_and_token_both_go_into_both_kinds_of_picture(inside):
    for picture, container in (
        (bake_png(PNG, inside), Container.PNG),
        (bake_svg(SVG, inside), Container.SVG),
    ):
        verdict = verify(picture, TRUST, NOW)
        assert (verdict.outcome, verdict.container) == (Outcome.VALID, container)


def test_an_svg_takes_a_token_as_an_attribute():
    baked = bake_svg(SVG, BADGE.jwt)
    assert f' verify="{BADGE.jwt}"/>'.encode() in baked
    assert unbake(baked) == BADGE.jwt.encode()


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_whatever_the_badge_says_it_comes_out_of_the_picture(text):
    badge = issued(achievement_name=f"S]]>{text}", achievement_description=f"<![CDATA[{text}]]>")
    for picture in (bake_png(PNG, badge), bake_svg(SVG, badge)):
        verdict = verify(picture, TRUST, NOW)
        assert verdict.good
        assert verdict.statement is not None
        assert verdict.statement.achievement == badge.statement.achievement


def test_the_place_in_an_svg_is_found_whatever_stands_before_it():
    svg = (
        b'\xef\xbb\xbf<?xml version="1.0"?><!-- <svg> --><!DOCTYPE svg PUBLIC '
        b'"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        b"<svg xmlns='http://www.w3.org/2000/svg' data-x='>'>\n<g/></svg>"
    )
    baked = bake_svg(svg, BADGE)
    assert verify(baked, TRUST, NOW).good
    assert baked.startswith(svg[:150])


@pytest.mark.parametrize("picture", [b"", b"GIF89a", PNG[:50], SVG])
def test_what_is_no_png_takes_no_badge(picture):
    with pytest.raises(InputRefused):
        bake_png(picture, BADGE)


@pytest.mark.parametrize(
    "picture",
    [b"", PNG, b"<html/>", b'<svg xmlns="http://www.w3.org/2000/svg"/>', in_svg("<script/>")],
)
def test_what_is_no_safe_svg_takes_no_badge(picture):
    with pytest.raises(InputRefused):
        bake_svg(picture, BADGE)


def test_a_picture_takes_one_badge():
    with pytest.raises(InputRefused):
        bake_png(bake_png(PNG, BADGE), BADGE)
    with pytest.raises(InputRefused):
        bake_svg(bake_svg(SVG, BADGE), BADGE)


def test_a_picture_without_a_badge_gives_none():
    for picture in (PNG, SVG):
        with pytest.raises(Judged):
            unbake(picture)
