"""Pictures of badges that are drawn once: the same badge goes to many."""

from functools import lru_cache

from lob_workbench.credentials.pictures import BadgePicture, draw_png

_SMALL = 240


@lru_cache(maxsize=128)
def small_picture(picture: BadgePicture) -> bytes:
    """The picture that travels inside a badge and stands in lists, as PNG."""
    return draw_png(picture, _SMALL)
