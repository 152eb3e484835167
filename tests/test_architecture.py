"""The house as docs/architecture.md draws it: who may know whom, and what bites in Qt."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import grimp
import pytest
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "lob_workbench"
MAX_LINES = 400
# Path below lob_workbench -> why it is longer than MAX_LINES.
LONG_FILES: dict[str, str] = {}

QT = ("PySide6", "qtawesome", "shiboken6")
SEES_NO_SQL = ("page", "tables", "report")


def _sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _tracked_files() -> list[Path]:
    """Return the files that git keeps; skips where this is no checkout."""
    try:
        listing = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph("lob_workbench", include_external_packages=True, cache_dir=None)


@cache
def _feature_layers() -> dict[str, int]:
    """Return the depth of each layer inside a feature, as pyproject.toml orders them."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = (
        contract
        for contract in config["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers" and contract["containers"] == ["lob_workbench.features.*"]
    )
    return {
        name.strip(" ()"): depth
        for depth, layer in enumerate(contract["layers"])
        for name in layer.split("|")
    }


def _layer(module: str) -> tuple[str, str] | None:
    """Return (feature, layer): ``features.x.page_talk`` and ``features.x.page.talk`` are page.

    A module named after its subject (``drafts.py``) helps the operations: its layer is "".
    """
    parts = module.split(".")
    if parts[:2] != ["lob_workbench", "features"] or len(parts) < 4:
        return None
    layer = parts[3].split("_")[0]
    return parts[2], layer if layer in _feature_layers() else ""


def _may_import(importer: str, imported: str) -> bool:
    """Say whether a layer may know another of the same feature ("": named after its subject)."""
    depth = _feature_layers()
    if importer == imported:
        return True
    if not importer:
        return depth[imported] >= depth["operations"]
    if not imported:
        # Cycles among them are the import linter's business.
        return True
    return depth[imported] > depth[importer]


def _feature_modules() -> Iterator[tuple[str, str, str]]:
    for module in sorted(_graph().modules):
        place = _layer(module)
        if place is not None:
            yield module, *place


def test_import_contracts_hold() -> None:
    code = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_layers_of_a_feature_are_known_by_their_first_word() -> None:
    assert _layer("lob_workbench.features.today.page_talk") == ("today", "page")
    assert _layer("lob_workbench.features.today.page.talk") == ("today", "page")
    assert _layer("lob_workbench.features.today.drafts") == ("today", "")
    assert _layer("lob_workbench.people.queries") is None
    assert _may_import("page", "operations")
    assert not _may_import("operations", "page")
    assert not _may_import("tables", "report")
    assert not _may_import("", "page")


def test_helpers_of_a_layer_import_downward_too() -> None:
    wrong = []
    for module, feature, layer in _feature_modules():
        for imported in sorted(_graph().find_modules_directly_imported_by(module)):
            target = _layer(imported)
            if target is not None and not (target[0] == feature and _may_import(layer, target[1])):
                wrong.append(f"{module} -> {imported}")
    assert not wrong


def test_helpers_of_a_layer_keep_its_limits() -> None:
    wrong = []
    for module, _, layer in _feature_modules():
        for imported in sorted(_graph().find_modules_directly_imported_by(module)):
            target = _layer(imported)
            qt = imported in QT and layer not in ("page", "tables")
            sql = imported == "sqlalchemy" and layer in SEES_NO_SQL
            past_operations = (
                layer == "page" and target is not None and target[1] in ("queries", "records")
            )
            if qt or sql or past_operations:
                wrong.append(f"{module} -> {imported}")
    assert not wrong


def _leaking_connections(source: str) -> Iterator[int]:
    """Yield the lines that connect a signal to a lambda or a partial: those leak their widget."""
    for node in ast.walk(ast.parse(source)):
        if not (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "connect"
        ):
            continue
        for argument in node.args:
            called = argument.func if isinstance(argument, ast.Call) else None
            name = getattr(called, "id", None) or getattr(called, "attr", None)
            if isinstance(argument, ast.Lambda) or name in ("partial", "partialmethod"):
                yield node.lineno


def test_leaking_connections_are_seen() -> None:
    source = (
        "a.b.connect(self.done)\n"
        "a.b.connect(\n    lambda: self.done())\n"
        "a.connect(functools.partial(self.done, 1))\n"
        "a.connect(partial(f))\n"
    )
    assert list(_leaking_connections(source)) == [2, 4, 5]


def test_signals_are_connected_to_bound_methods() -> None:
    leaks = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in _sources()
        for line in _leaking_connections(path.read_text("utf-8"))
    ]
    assert not leaks


def test_no_file_grows_too_long() -> None:
    lines = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in _sources()
    }
    long = {name: count for name, count in lines.items() if count > MAX_LINES}
    assert long.keys() == LONG_FILES.keys()


def test_no_utils() -> None:
    assert not [path for path in _sources() if path.stem in ("utils", "util", "helpers", "misc")]


def test_no_path_of_a_machine_in_the_project() -> None:
    # Written in parts, or this file would name them itself.
    machine = ["/ro" + "ot/", "/wo" + "rk/", re.escape(f"{ROOT}/")]
    person = ["/ho" + r"me/\w", "/Us" + r"ers/\w", r"[A-Z]:\\Us" + "ers"]
    named = []
    for path in _tracked_files():
        data = path.read_bytes()
        if b"\0" in data[:8192]:
            continue
        name = path.relative_to(ROOT)
        # Tests make up people's folders: where a workbook may lie and where it may not.
        folders = machine if name.parts[0] == "tests" else machine + person
        pattern = re.compile(r"(?<![\w.])(?:" + "|".join(folders) + ")")
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if pattern.search(line):
                named.append(f"{name}:{number}")
    assert not named


class _Rows(QAbstractTableModel):
    """Answers None to all but one role, as a model should."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else 40

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else 2

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        return "x" if role == Qt.ItemDataRole.DisplayRole else None


class _Sender(QObject):
    sent = Signal(int)

    def hear(self, number: int) -> None:
        self.number = number


def test_void_calls_leave_none_alone(qtbot) -> None:
    """PySide6 6.12.0 drops a reference to None on each; Python 3.10 and 3.11 abort then."""
    label, edit, table, sender = QLabel(), QLineEdit(), QTableView(), _Sender()
    for widget in (label, edit, table):
        qtbot.addWidget(widget)
    model = _Rows(table)
    table.setModel(model)
    table.show()
    sender.sent.connect(sender.hear)
    picture = QPixmap(10, 10)

    def paint() -> None:
        painter = QPainter(picture)
        painter.drawText(1, 9, "a")
        painter.end()

    def reset() -> None:
        model.beginResetModel()
        model.endResetModel()

    calls = {
        "setText": lambda: label.setText("a"),
        "setStyleSheet": lambda: edit.setStyleSheet(""),
        "emit": lambda: sender.sent.emit(1),
        "reset": reset,
        "paint": paint,
        "data": lambda: model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole),
        "repaint": lambda: table.viewport().repaint(),
    }
    changes = {}
    for name, call in calls.items():
        call()
        before = sys.getrefcount(None)
        for _ in range(200):
            call()
        changes[name] = sys.getrefcount(None) - before
    # One lost reference a call would be -200.
    assert {name: change for name, change in changes.items() if abs(change) >= 100} == {}
