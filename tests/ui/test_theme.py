"""Every pair of colours in use can be read; the theme follows choice and system."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from lob_workbench.ui import icons, style, theme
from lob_workbench.ui.theme import SHAPE_PAIRS, TEXT_PAIRS, Role, ThemeMode, apply_theme, colour


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
