"""Puts a badge into a picture and takes it out again: PNG and SVG."""

from lob_workbench.credentials.issuing import IssuedBadge


def bake_png(png: bytes, badge: IssuedBadge | str | bytes) -> bytes:
    """``png`` with the badge inside. An issued badge goes in as JSON; a ``str`` as it is."""
    raise NotImplementedError


def bake_svg(svg: bytes, badge: IssuedBadge | str | bytes) -> bytes:
    """``svg`` with the badge inside."""
    raise NotImplementedError
