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
from typing import IO, Any, cast

from lob_workbench.domain.progress import Progress

MOST_ANSWER = 64_000_000
"""So many bytes of an answer are taken. Who asks holds the key and has no bound on memory."""
_LOOK = 0.2
"""So many seconds between two looks at whether somebody wants to stop."""
_PIECE = 1 << 16


class TooSlow(Exception):
    """It took longer than was allowed."""


class Broken(Exception):
    """It came to an end without an answer, or with one that is too long."""


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
            # Nobody reads what it complains of, and it may complain without end.
            stderr=subprocess.DEVNULL,
            # No black window flashes by on Windows.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise Broken from None
    said = bytearray()
    # Two more threads: one brings the file, and one takes the answer while this one looks whether
    # it may last.
    feeder = threading.Thread(
        target=_feed, args=(process, content), name="lob-apart-in", daemon=True
    )
    listener = threading.Thread(target=_listen, args=(process, said), name="lob-apart", daemon=True)
    feeder.start()
    listener.start()
    try:
        _wait(listener, seconds, progress)
    finally:
        process.kill()
        listener.join()
        feeder.join()
    if process.returncode or len(said) > MOST_ANSWER:
        raise Broken
    try:
        text = said.decode("ascii")
        # Not twice in memory while it is read.
        said.clear()
        answer: dict[str, Any] = json.loads(text)
    except ValueError:
        raise Broken from None
    return answer


def _feed(process: subprocess.Popen[bytes], content: bytes) -> None:
    """Bring the file; a process that ends before it has read all of it is no trouble here."""
    with suppress(OSError), cast(IO[bytes], process.stdin) as pipe:
        pipe.write(content)


def _listen(process: subprocess.Popen[bytes], said: bytearray) -> None:
    """Take the answer to its end, or until it is longer than any answer; then end the process."""
    with suppress(OSError), cast(IO[bytes], process.stdout) as pipe:
        while len(said) <= MOST_ANSWER and (piece := pipe.read(_PIECE)):
            said += piece
    if len(said) > MOST_ANSWER:
        process.kill()
    process.wait()


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
