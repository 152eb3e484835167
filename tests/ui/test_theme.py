"""Every pair of colours in use can be read; the theme follows choice and system."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

import lob_workbench
from lob_workbench.ui import icons, style, theme
from lob_workbench.ui.theme import (
    GROUNDS,
    HEAT,
    INKS,
    SHAPE_PAIRS,
    TEXT_PAIRS,
    TONE_ROLES,
    Role,
    ThemeMode,
    apply_theme,
    colour,
)


def luminance(code: str) -> float:
    parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_ruler_is_right():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("side", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, 4.5), (SHAPE_PAIRS, 3.0)])
def test_contrast_is_enough(pairs, least, side):
    weak = {
        f"{ink.name} on {ground.name}": round(ratio, 2)
        for ink, ground in pairs
        if (ratio := contrast(getattr(ink, side), getattr(ground, side))) < least
    }
    assert weak == {}


_SOURCES = [
    path
    for folder in ("ui", "features", "app")
    for path in (Path(lob_workbench.__file__).parent / folder).rglob("*.py")
    if path.name not in ("theme.py", "style.py")
]
_WITH_OWN_INK = {ground for _ink, ground in TEXT_PAIRS} - set(GROUNDS)


def _roles_in(pattern: str) -> dict[Role, set[str]]:
    """Roles that the code paints with in that way, and the files."""
    found: dict[Role, set[str]] = {}
    for path in _SOURCES:
        for call in re.findall(pattern, path.read_text(encoding="utf-8")):
            for name in re.findall(r"Role\.([A-Z_0-9]+)", call):
                found.setdefault(Role[name], set()).add(path.name)
    return found


def test_text_is_written_in_inks_only():
    pens = _roles_in(r"setPen\(colour\(([^()]*)\)\)")
    assert {Role.INK, Role.INK_MUTED, Role.DANGER} <= set(pens), "the pattern finds what there is"
    assert {role: files for role, files in pens.items() if role not in INKS} == {}


def test_grounds_for_one_ink_stay_where_that_ink_is_used():
    fills = _roles_in(r"(?:setBrush|fillRect|fillPath|fill)\((?:[^()]|\([^()]*\))*\)")
    assert Role.RAISED in fills
    # Shapes without words: a bar, a dot, the mark of the house, a box that is ticked.
    shapes = {Role.PRIMARY, Role.ACCENT_SHAPE, Role.HAIR_LINE, Role.INK_MUTED, Role.SUCCESS}
    assert set(fills) <= {*GROUNDS, *shapes}
    heats = _roles_in(r"Role\.HEAT_\d")
    assert heats == {}, "only theme.HEAT pairs a heat with its ink"
    assert {Role.HEAT_1, Role.HEAT_2, Role.HEAT_3, Role.PRIMARY} <= _WITH_OWN_INK
    assert all(pair in TEXT_PAIRS for pair in ((ink, ground) for ground, ink in HEAT))


def test_every_pair_of_the_style_sheet_is_declared():
    blocks = re.findall(r"\{((?:[^{}]|\{\w+\})*)\}", style._SHEET)
    pairs = set()
    for block in blocks:
        ink = re.search(r"(?<![-\w])color: \{([A-Z_0-9]+)\}", block)
        ground = re.search(r"background(?:-color)?: \{([A-Z_0-9]+)\}", block)
        if ink and ground:
            pairs.add((Role[ink[1]], Role[ground[1]]))
        elif ink:
            assert Role[ink[1]] in INKS, block
    assert (Role.ON_PRIMARY, Role.PRIMARY) in pairs
    assert pairs <= set(TEXT_PAIRS)


def test_tones_are_inks_on_grounds():
    assert all(ink in INKS and tint in GROUNDS for ink, tint in TONE_ROLES.values())


@pytest.mark.parametrize("side", ["light", "dark"])
def test_one_line_of_the_ring_shows_on_every_ground(side):
    grounds = [*GROUNDS, Role.PRIMARY, Role.DANGER, Role.HEAT_1, Role.HEAT_2, Role.HEAT_3]
    for ground in grounds:
        code = getattr(ground, side)
        rings = (contrast(getattr(ring, side), code) for ring in (Role.FOCUS, Role.BASE))
        assert max(rings) >= 3, ground


def test_no_role_hides_behind_another():
    assert len(Role) == len(Role.__members__)


@pytest.fixture
def app(qapp):
    yield qapp
    apply_theme(qapp, ThemeMode.LIGHT)


def test_a_chosen_theme_reaches_palette_and_style_sheet(app, qtbot):
    apply_theme(app, ThemeMode.LIGHT)
    assert app.palette().color(QPalette.ColorRole.Window).name().upper() == Role.BASE.light
    with qtbot.waitSignal(theme.theme().theme_changed):
        apply_theme(app, ThemeMode.DARK)
    assert theme.theme().is_dark
    assert app.palette().color(QPalette.ColorRole.Window).name().upper() == Role.BASE.dark
    assert Role.RAISED.dark in app.styleSheet()
    assert Role.RAISED.light not in app.styleSheet()
    assert colour(Role.INK).name().upper() == Role.INK.dark


def test_the_system_is_followed_when_asked(app):
    apply_theme(app, ThemeMode.SYSTEM)
    assert theme.theme().mode is ThemeMode.SYSTEM
    theme.theme()._follow(app.styleHints().colorScheme())
    assert not theme.theme().is_dark


def test_the_style_sheet_knows_only_roles():
    literal = [word for word in style._SHEET.split() if word.startswith("#") and len(word) > 6]
    assert [word for word in literal if not word.startswith("#qt_")] == []
    assert "{" not in style.style_sheet().replace("{ ", "").replace("{\n", "")


def painted(icon_of, size=32):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    icon_of.paint(painter, image.rect())
    painter.end()
    return {image.pixelColor(x, y).name() for x in range(size) for y in range(size)}


def test_an_icon_takes_the_colour_of_the_theme_each_time(app):
    house = icons.icon("ph.house", Role.PRIMARY)
    apply_theme(app, ThemeMode.LIGHT)
    light = painted(house)
    apply_theme(app, ThemeMode.DARK)
    dark = painted(house)
    assert Role.PRIMARY.light.lower() in light
    assert Role.PRIMARY.dark.lower() in dark
    assert Role.PRIMARY.light.lower() not in dark


def test_an_unknown_icon_is_a_mistake_at_once():
    with pytest.raises(icons.UnknownIcon):
        icons.icon("ph.no-such-thing")


def test_the_logo_has_both_colours(app):
    apply_theme(app, ThemeMode.LIGHT)
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    icons.paint_logo(painter, QRectF(0, 0, 64, 64))
    painter.end()
    assert image.pixelColor(32, 32).name().upper() == Role.ACCENT_SHAPE.light
    assert image.pixelColor(32, 6).name().upper() == Role.PRIMARY.light
    assert not icons.app_icon().pixmap(QSize(32, 32)).isNull()


def test_text_is_never_tiny(app):
    assert QApplication.font().pointSizeF() >= 10 or QApplication.font().pixelSize() > 0
