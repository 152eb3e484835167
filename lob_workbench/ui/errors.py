"""An exception in words that help, and a report without anybody's data in it."""

import traceback
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.errors import WorkbenchError

_PRODUCT = PurePath(__file__).parent.parent


def error_text(exc: BaseException, *, saving: bool = False) -> str:
    """One calm Dutch sentence for ``exc``. ``saving`` says that something was being saved."""
    if isinstance(exc, WorkbenchError):
        translated = QCoreApplication.translate("errors", exc.message)
        return translated.format(**exc.values)
    if saving:
        return QCoreApplication.translate(
            "errors",
            "Er ging iets mis bij het bewaren. Je tekst staat veilig in het concept.",
        )
    return QCoreApplication.translate(
        "errors", "Er ging iets mis. Wat je bewaard had, staat er nog."
    )


def error_report(exc: BaseException) -> str:
    """What a maintainer needs and no more: types, modules, functions, lines.

    The text of an exception is left out: it may quote what somebody typed.
    """
    lines: list[str] = []
    seen: set[int] = set()
    step: BaseException | None = exc
    while step is not None and id(step) not in seen:
        seen.add(id(step))
        kind = type(step)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        for frame in traceback.extract_tb(step.__traceback__):
            lines.append(f"  {_module(frame.filename)}:{frame.lineno} {frame.name}")
        step = step.__cause__ or step.__context__
    return "\n".join(lines)


def _module(filename: str) -> str:
    """The place within the product, else the name alone: a folder's name may be a person's."""
    path = PurePath(filename)
    if path.is_relative_to(_PRODUCT):
        return f"{_PRODUCT.name}/{path.relative_to(_PRODUCT).as_posix()}"
    return path.name
