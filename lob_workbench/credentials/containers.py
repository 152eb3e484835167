"""Finds the badge in a file, whatever kind of file it is."""

from lob_workbench.credentials import png, svg
from lob_workbench.credentials.tokens import looks_like_token
from lob_workbench.credentials.verdicts import Container, Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FILE_LIMIT = 10_000_000

_TOO_LARGE = QT_TRANSLATE_NOOP("badges", "Dit bestand is te groot voor een badge.")
_UNKNOWN = QT_TRANSLATE_NOOP(
    "badges",
    "Dit bestand is geen badge. Een badge is een plaatje (PNG of SVG), of een bestand met JSON "
    "of een token.",
)


def container_of(data: bytes) -> Container:
    """What kind of file ``data`` looks like. Raises ``Judged`` for a kind that holds no badges."""
    if len(data) > FILE_LIMIT:
        raise Judged(Outcome.REFUSED, _TOO_LARGE)
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(png.MAGIC):
        return Container.PNG
    if start.startswith(b"<"):
        return Container.SVG
    if start.startswith(b"{"):
        return Container.JSON
    if looks_like_token(data.strip()):
        return Container.JWT
    raise Judged(Outcome.NOT_A_BADGE, _UNKNOWN)


def take_out(container: Container, data: bytes) -> bytes:
    """The badge in ``data``: the bytes of JSON or of a token. Raises ``Judged``."""
    if container is Container.PNG:
        return png.take_out(data).strip()
    if container is Container.SVG:
        return svg.take_out(data.removeprefix(b"\xef\xbb\xbf"))
    return data.strip()
