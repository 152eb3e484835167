"""Takes a stranger's file apart in a process of its own, with a bound on time.

That process holds no key, no word of a dossier and no window. Its module reads the file from its
input, sets its own bound on memory and answers with one line of JSON.
"""

import json
import subprocess
import sys
from typing import Any


class TooSlow(Exception):
    """It took longer than was allowed."""


class Broken(Exception):
    """It came to an end without an answer."""


def take_apart(module: str, content: bytes, seconds: float) -> dict[str, Any]:
    """The answer of ``module`` (dotted) to ``content``. Raises ``TooSlow`` or ``Broken``."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", module],
            input=content,
            capture_output=True,
            timeout=seconds,
            check=True,
            # No black window flashes by on Windows.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise TooSlow from None
    except (OSError, subprocess.CalledProcessError):
        raise Broken from None
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
