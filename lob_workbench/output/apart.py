"""Takes a stranger's file apart in a process of its own, with a bound on time.

That process holds no key, no word of a dossier and no window. Its module reads the file from its
input, sets its own bound on memory and answers with one line of JSON.
"""

import json
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import Any

from lob_workbench.domain.progress import Progress

_LOOK = 0.2
"""So many seconds between two looks at whether somebody wants to stop."""


class TooSlow(Exception):
    """It took longer than was allowed."""


class Broken(Exception):
    """It came to an end without an answer."""


def bound_memory(most: int) -> None:
    """For that process: let it fail before the laptop does.

    Where the system can set no bound, it goes on without.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def take_apart(
    module: str, content: bytes, seconds: float, progress: Progress | None = None
) -> dict[str, Any]:
    """The answer of ``module`` (dotted) to ``content``. Raises ``TooSlow`` or ``Broken``.

    With ``progress`` it can be stopped meanwhile: then the process ends and ``Stopped`` is raised.
    """
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # No black window flashes by on Windows.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise Broken from None
    said: list[bytes] = []

    def listen() -> None:
        with suppress(OSError):
            said.append(process.communicate(content)[0])

    # `communicate` with a timeout does not go on with its input the next time (Python 3.11), so
    # another thread waits for the end, and this one looks whether it may last.
    listener = threading.Thread(target=listen, name="lob-apart", daemon=True)
    listener.start()
    try:
        _wait(listener, seconds, progress)
    finally:
        process.kill()
        listener.join()
    if process.returncode or not said:
        raise Broken
    answer: dict[str, Any] = json.loads(said[0])
    return answer


def _wait(listener: threading.Thread, seconds: float, progress: Progress | None) -> None:
    deadline = time.monotonic() + seconds
    while True:
        listener.join(max(0.0, min(_LOOK, deadline - time.monotonic())))
        if not listener.is_alive():
            return
        if time.monotonic() >= deadline:
            raise TooSlow
        if progress is not None:
            progress.tell(0, 0)
