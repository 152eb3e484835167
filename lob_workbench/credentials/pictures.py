"""Draws the picture of a badge: SVG for the screen and the web, PNG for mail and old programs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadgePicture:
    """What stands on the picture; ``level`` 1 to 4."""

    skill: str
    level: int
    level_name: str
    school: str


def draw_svg(picture: BadgePicture) -> bytes:
    """The picture as SVG, without scripts and without anything from elsewhere."""
    raise NotImplementedError


def draw_png(picture: BadgePicture, size: int = 800) -> bytes:
    """The same picture as PNG of ``size`` by ``size`` points."""
    raise NotImplementedError
