"""Puts a badge into a picture and takes it out again: PNG and SVG."""

from lob_workbench.credentials import png as png_file
from lob_workbench.credentials import svg as svg_file
from lob_workbench.credentials.containers import container_of, take_out
from lob_workbench.credentials.issuing import IssuedBadge
from lob_workbench.credentials.verdicts import Judged
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_NO_PICTURE = QT_TRANSLATE_NOOP("errors", "In dit plaatje past geen badge. Kies een ander plaatje.")


def bake_png(png: bytes, badge: IssuedBadge | str | bytes) -> bytes:
    """``png`` with the badge inside. An issued badge goes in as JSON; a ``str`` as it is.

    Raises ``InputRefused`` when it is no PNG, or holds a badge already.
    """
    if not png.startswith(png_file.MAGIC):
        raise InputRefused(_NO_PICTURE)
    try:
        if _holds_one(png):
            raise InputRefused(_NO_PICTURE)
        return png_file.put_in(png, _inside(badge))
    except Judged as judged:
        raise InputRefused(_NO_PICTURE) from judged


def bake_svg(svg: bytes, badge: IssuedBadge | str | bytes) -> bytes:
    """``svg`` with the badge inside. Raises ``InputRefused`` for a drawing that is not safe."""
    try:
        return svg_file.put_in(svg, _inside(badge))
    except Judged as judged:
        raise InputRefused(_NO_PICTURE) from judged


def unbake(data: bytes) -> bytes:
    """The badge (JSON or token) in a picture. Raises ``Judged``, as verifying would say it."""
    return take_out(container_of(data), data)


def _inside(badge: IssuedBadge | str | bytes) -> bytes:
    if isinstance(badge, IssuedBadge):
        return badge.json
    return badge.encode("utf-8") if isinstance(badge, str) else badge


def _holds_one(png: bytes) -> bool:
    try:
        png_file.take_out(png)
    except Judged as judged:
        return judged.reason == png_file.TWO
    return True
