"""A real Secret Service for tests: gnome-keyring on a bus, in a home of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")

PREPARED = """
import json, os, signal, sys
import secretstorage
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

def lock():
    secretstorage.get_default_collection(secretstorage.dbus_init()).lock()

def service_id():
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    asked = new_method_call(bus, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",))
    with open_dbus_connection("SESSION") as connection:
        return connection.send_and_get_reply(asked).body[0]

def kill():
    os.kill(service_id(), signal.SIGKILL)
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    gone = new_method_call(bus, "NameHasOwner", "s", ("org.freedesktop.secrets",))
    with open_dbus_connection("SESSION") as connection:
        while connection.send_and_get_reply(gone).body[0]:
            pass

def tell(*answers):
    print(json.dumps(answers))
"""


def private_home(folder: Path) -> dict[str, str]:
    """An environment with a home, a run folder and no desktop of its own."""
    (folder / "run").mkdir(mode=0o700)
    hidden = ("PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: text for name, text in os.environ.items() if name not in hidden}
    environment |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run")}
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = str(folder / name.lower())
        (folder / name.lower()).mkdir()
    return environment


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """As ``private_home``."""
    return private_home(tmp_path_factory.mktemp("home"))


def in_session(home: dict[str, str], program: str, prepared: str = "") -> Any:
    """What ``program`` tells, run beside a real Secret Service, unlocked, on a bus of its own."""
    absent = [name for name in NEEDED if shutil.which(name) is None]
    if absent:
        reason = f"no Secret Service here, absent: {', '.join(absent)}"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(f"CI needs a key ring: {reason} (Debian: gnome-keyring dbus)")
        pytest.skip(reason)
    start = (
        "printf 'a test\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
        ' && exec "$@"'
    )
    command = ["dbus-run-session", "--", "bash", "-c", start, "bash", sys.executable, "-c"]
    return answers_of([*command, PREPARED + prepared + textwrap.dedent(program)], home)


def answers_of(command: list[str], home: dict[str, str]) -> Any:
    """What a command prints at last, as JSON."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
