"""A growing pause after wrong passphrases."""

import json
import math
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.disk import write_durably

_LONGEST = 60
_MOST_BYTES = 1_000


class UnlockTooSoon(WorkbenchError):
    """The pause after a wrong passphrase is not over; ``values["seconds"]`` are left."""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "Dat lukte een paar keer niet. Wacht nog even en probeer het opnieuw (nog {seconds} s).",
    )


class UnlockDelay:
    """Waits 0, 1, 2, 4, 8 … at most 60 seconds after each wrong try; survives a restart.

    A courtesy that slows down someone at the keyboard. Whoever copies the files steps past it:
    against them stands the cost of the key derivation.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def seconds_left(self, now: datetime) -> int:
        """Whole seconds to wait before the next try; 0 when it may be made."""
        failures, last = self._state()
        pause = min(2 ** (failures - 2), _LONGEST) if 1 < failures < 10 else 0
        pause = _LONGEST if failures >= 10 else pause
        passed = now.timestamp() - last
        if pause and passed < 0:
            # A clock that was set back must not keep anyone out for longer than the pause itself:
            # it begins now, or every try would find it still to come.
            self._keep(failures, now)
            passed = 0.0
        return max(0, -int(-(pause - passed) // 1))

    def failed(self, now: datetime) -> None:
        """Count a wrong try."""
        failures, _ = self._state()
        self._keep(min(failures + 1, 1000), now)

    def succeeded(self) -> None:
        """Forget all wrong tries."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _keep(self, failures: int, last: datetime) -> None:
        # A folder that cannot be written is told elsewhere; the pause is not worth a failure.
        with suppress(OSError, WorkbenchError):
            state = {"failures": failures, "last": last.timestamp()}
            write_durably(self._path, json.dumps(state).encode())

    def _state(self) -> tuple[int, float]:
        try:
            with self._path.open("rb") as file:
                state = json.loads(file.read(_MOST_BYTES))
            failures, last = int(state["failures"]), float(state["last"])
            # JSON as Python reads it knows NaN and Infinity.
            return (failures, last) if math.isfinite(last) else (0, 0.0)
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return 0, 0.0
