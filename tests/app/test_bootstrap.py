"""Starting: what is loaded when, and what is said where no window can open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lob_workbench.app.bootstrap import NO_DISPLAY, has_display

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "openpyxl", "reportlab", "alembic", "cryptography", "argon2", "sqlcipher3")


def python(code, **environment):
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "system", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "vnc:size=1366x768"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_recognised(environment, system, expected):
    assert has_display(environment, system) is expected


def test_without_a_display_it_says_so_and_names_the_tour():
    code = "import sys; from lob_workbench.app.bootstrap import run; r = run(); "
    code += "assert 'PySide6' not in sys.modules; sys.exit(r)"
    done = python(code)
    assert done.returncode == 1
    assert done.stderr.strip() == NO_DISPLAY
    assert "make tour" in NO_DISPLAY


AT_FIRST_PAINT = f"""
import sys
try:
    import resource
except ImportError:
    resource = None
from lob_workbench.app import first_screen, main_window
from PySide6.QtCore import QTimer

seen = []
start = first_screen.FirstScreen._begin_importing

def look(self):
    seen.extend(name for name in {HEAVY!r} if name in sys.modules)
    start(self)
    QTimer.singleShot(0, close)

def close():
    window = self_window[0]
    window.errands.wait(30_000)
    loaded.extend(name for name in ("sqlalchemy", "cryptography", "argon2") if name in sys.modules)
    window.close()

self_window, loaded = [], []
make = main_window.MainWindow.__init__

def made(self, *given, **named):
    make(self, *given, **named)
    self_window.append(self)

main_window.MainWindow.__init__ = made
first_screen.FirstScreen._begin_importing = look
from lob_workbench.app.bootstrap import run
code = run()
print("seen", seen)
print("loaded", loaded)
print("dump", resource.getrlimit(resource.RLIMIT_CORE)[0] if resource else 0)
sys.exit(code)
"""


def test_the_first_paint_needs_none_of_the_heavy_modules(tmp_path):
    done = python(AT_FIRST_PAINT, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "seen []" in done.stdout
    assert "loaded ['sqlalchemy', 'cryptography', 'argon2']" in done.stdout
    assert "dump 0" in done.stdout, "a crash would write key and texts to the disk"
    assert done.stderr == ""
