"""A line of the table that `make bench` prints."""

from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = ("metric", "ours", "yardstick", "ratio", "reach", "met")


@dataclass(frozen=True)
class Figure:
    """A median beside the median of its yardstick in the same run.

    ``reach`` is the highest ratio that is good, or the highest value where there is no
    ``yardstick``; ``None`` for a figure that is only shown.
    """

    metric: str
    ours: float
    yardstick: float | None
    reach: float | None
    unit: str = "ms"
    remark: str = ""

    @property
    def ratio(self) -> float | None:
        return None if self.yardstick is None else self.ours / self.yardstick

    @property
    def met(self) -> bool | None:
        """Whether what PERFORMANCE.md asks was reached; ``None`` where it asks nothing."""
        if self.reach is None:
            return None
        return (self.ours if self.ratio is None else self.ratio) <= self.reach


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns, remarks below."""
    lines = [_HEAD, *(_cells(figure) for figure in figures)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(_HEAD))]
    lines.insert(1, tuple("-" * width for width in widths))
    shown = [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    shown += [f"  {figure.metric}: {figure.remark}" for figure in figures if figure.remark]
    return "\n".join(shown)


def _cells(figure: Figure) -> tuple[str, ...]:
    met = {True: "yes", False: "NO", None: ""}[figure.met]
    ratio, reach = "", ""
    if figure.ratio is not None:
        ratio = f"{figure.ratio:.2f} ×"
    if figure.reach is not None:
        reach = f"{figure.reach:g}" if figure.ratio is None else f"≤ {figure.reach:.1f} ×"
    return (
        figure.metric,
        _amount(figure.ours, figure.unit),
        "–" if figure.yardstick is None else _amount(figure.yardstick, figure.unit),
        ratio,
        reach,
        met,
    )


def _amount(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}".rstrip() if value >= 100 or not unit else f"{value:.1f} {unit}"
