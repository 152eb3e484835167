"""Finds texts of the interface that the collector cannot see, by reading the code as a tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Only these names, called with literals, does lupdate see.
_MARKS = {"translate", "QT_TRANSLATE_NOOP"}
_SCREEN = re.compile(r"(?:.*/)?lob_workbench/((ui|app)/|features/\w+/(page|tables))")
_NOT_A_SCREEN = {
    "lob_workbench/app/bootstrap.py": "said in a terminal, before Qt",
    "lob_workbench/app/cli.py": "said in a terminal, before Qt",
    "lob_workbench/app/cli_server.py": "said in a terminal, before Qt",
    "lob_workbench/app/local_server.py": "said in a terminal, before Qt",
    "lob_workbench/app/seed.py": "content: a school for measuring",
    "lob_workbench/app/seed_writing.py": "content: a school for measuring",
    "lob_workbench/app/example_school.py": "content: the passphrase of the example school",
    "lob_workbench/app/tour/": "content: what the tour types into the example school",
    "lob_workbench/ui/dates.py": "reads and writes Dutch dates",
}
# The same in every language: the product's own name, and names of keys and programs.
_NAMES = re.compile(r"LOB-werkbank|Python|Qt|Alt|Ctrl")
# Style sheets, file patterns and expressions are no words.
_CODE = re.compile(r"[{}\\|<>_]|^[\w-]+: ?[\w#]+;|^\S*[./]\S*$")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")

# What these show of their first words, people read.
_WIDGETS = (
    "Button Card Chip Column ComboBox EmptyState Fact Filter Heading Label LinkLine Message "
    "Outcome Paragraph QAction QLabel QPushButton QCheckBox QRadioButton QGroupBox Undo"
)
_SETTERS = (
    "addAction addButton addItem addMenu addRow addTab add_button add_tab appendPlainText ask "
    "choose offer offer_undo say setAccessibleDescription setAccessibleName setPlaceholderText "
    "setPrefix setSpecialValueText setStatusTip setSuffix setText setTitle setToolTip setWhatsThis "
    "setWindowTitle set_error set_hint set_state set_text set_title showMessage show_error"
)
_SINKS = frozenset((_WIDGETS + " " + _SETTERS).split())
_SINK_ARGUMENTS = "title subtitle text label hint placeholder tip tooltip words link empty"
_WORDS_BY_NAME = frozenset(_SINK_ARGUMENTS.split())

_FOR_PROGRAMMERS = frozenset(["_log", "logging", "re", "cast", "Signal", "Slot", "Property"])


def findings_in_code(modules: Sequence[Path], collected: Collection[tuple[str, str]]) -> list[str]:
    """One line for each text in ``modules`` that never reaches the translation.

    ``collected`` holds what ``lupdate`` found, as (context, Dutch).
    """
    trees = [(_name(path), ast.parse(path.read_text(encoding="utf-8"))) for path in modules]
    contexts = {context for context, _dutch in collected}
    errors = _error_classes(tree for _name, tree in trees)
    lines = []
    for name, tree in trees:
        reader = _Reader(tree, contexts, collected, errors)
        found = reader.marks()
        if not name.startswith(tuple(_NOT_A_SCREEN)):
            found += reader.unmarked_errors()
            found += reader.unmarked_words() if _SCREEN.match(name) else []
        lines += [f"{name}:{number}: {what}" for number, what in sorted(set(found))]
    return lines


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def _error_classes(trees: Iterator[ast.Module]) -> frozenset[str]:
    """The names of all errors whose message people read."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    known = {"WorkbenchError"}
    while (
        more := {node.name for node in classes if known & {_called(base) for base in node.bases}}
        - known
    ):
        known |= more
    return frozenset(known)


def _called(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


class _Reader:
    """Reads one module. Each finding is (line number, what is wrong)."""

    def __init__(
        self,
        tree: ast.Module,
        contexts: Collection[str],
        collected: Collection[tuple[str, str]],
        errors: Collection[str],
    ) -> None:
        self._tree = tree
        self._contexts = contexts
        self._collected = collected
        self._errors = errors
        self._calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        self._quiet = {id(node) for node in _quiet_nodes(tree)}
        for call in self._calls:
            if self._marks_text(call):
                self._quiet |= {id(node) for part in call.args for node in ast.walk(part)}

    def _marks_text(self, call: ast.Call) -> bool:
        name = _called(call.func)
        return name == "tr" or (name in _MARKS and len(call.args) >= 2)

    def marks(self) -> list[tuple[int, str]]:
        """Calls that should mark a text and that ``lupdate`` does not see."""
        found = []
        for node in ast.walk(self._tree):
            # In any other guise, `t = QCoreApplication.translate` collects nothing.
            if isinstance(node, ast.Assign) and _called(node.value) in {*_MARKS, "tr"}:
                found += [
                    (node.lineno, f"call {_called(node.value)} by its own name, not {_called(to)}")
                    for to in node.targets
                    if _called(to) != _called(node.value)
                ]
            if isinstance(node, ast.ImportFrom):
                found += [
                    (node.lineno, f"call {name.name} by its own name, not {name.asname}")
                    for name in node.names
                    if name.name in _MARKS and name.asname not in (None, name.name)
                ]
        for owner, call in _with_class(self._tree, ""):
            if self._marks_text(call):
                found += self._unseen(owner, call)
        return found

    def _unseen(self, owner: str, call: ast.Call) -> list[tuple[int, str]]:
        name, shown = _called(call.func), ast.unparse(call)
        if name == "tr":
            if len(call.args) != 1 or call.keywords:
                return [(call.lineno, f"tr takes one literal: {shown}")]
            if not (isinstance(call.func, ast.Attribute) and _called(call.func.value) == "self"):
                return [(call.lineno, f"only self.tr has a context: {shown}")]
            context, words = owner, _literal(call.args[0])
        else:
            known = _literal(call.args[0])
            if known is None:
                return [(call.lineno, f"the context must be a literal: {shown}")]
            context, words = known, _literal(call.args[1])
            # A text that was marked elsewhere, in a context that exists.
            if words is None and name == "translate" and not _made_here(call.args[1]):
                if context in self._contexts:
                    return []
                return [(call.lineno, f"nothing is marked in this context: {shown}")]
        if words is None:
            return [(call.lineno, f"only a literal is collected: {shown}")]
        if (context, words) not in self._collected:
            return [(call.lineno, f"not collected, or empty: {shown}")]
        return []

    def unmarked_errors(self) -> list[tuple[int, str]]:
        """Messages of errors that people read, without ``QT_TRANSLATE_NOOP``."""
        given = [
            call.args[0] for call in self._calls if call.args and _called(call.func) in self._errors
        ]
        for node in ast.walk(self._tree):
            if isinstance(node, ast.ClassDef) and node.name in self._errors:
                given += [
                    part.value
                    for part in node.body
                    if isinstance(part, ast.Assign) and _called(part.targets[0]) == "message"
                ]
        return [
            (words.lineno, f"not marked for translation: {ast.unparse(words)}")
            for words in given
            if _literal(words) is not None or isinstance(words, ast.JoinedStr)
        ]

    def unmarked_words(self) -> list[tuple[int, str]]:
        """Words in a module of a screen that are no call of tr or translate."""
        found = []
        seen = [node for node in ast.walk(self._tree) if id(node) not in self._quiet]
        for node in seen:
            if isinstance(node, ast.JoinedStr):
                pieces = [piece for part in node.values if (piece := _literal(part)) is not None]
                self._quiet |= {id(part) for part in node.values}
                # A key for a cache is glued with control characters.
                is_key = any(ord(sign) < 10 for sign in "".join(pieces))
                if not is_key and any(_is_prose(piece, around=True) for piece in pieces):
                    found.append((node.lineno, f"not translated: {ast.unparse(node)}"))
        for node in seen:
            if not isinstance(node, ast.Constant) or id(node) in self._quiet:
                continue
            words = _literal(node)
            if words is not None and _is_prose(words):
                found.append((node.lineno, f"not translated: {words!r}"))
        for call in self._calls:
            if _called(call.func) in _SINKS and id(call) not in self._quiet:
                shown = call.args[:2] + [
                    word.value for word in call.keywords if word.arg in _WORDS_BY_NAME
                ]
                found += [
                    (call.lineno, f"not translated: {words!r}")
                    for part in shown
                    if (words := _literal(part)) is not None and _is_label(words)
                ]
        return found


def _made_here(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr | ast.BinOp) or (
        isinstance(node, ast.Call) and _called(node.func) in ("format", "join")
    )


def _is_prose(words: str, *, around: bool = False) -> bool:
    bare = _NAMES.sub("", words)
    spaced = bare if around else bare.strip()
    if _CODE.search(bare) or not _WORD.search(bare):
        return False
    return " " in spaced or bare.rstrip().endswith(("…", "?", "!"))


def _is_label(words: str) -> bool:
    bare = _NAMES.sub("", words)
    return bool(_WORD.search(bare)) and not _CODE.search(bare) and bare != bare.lower()


def _with_class(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the name of the class around it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield owner, child
        yield from _with_class(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _quiet_nodes(tree: ast.Module) -> Iterator[ast.AST]:
    """What nobody reads on a screen: docstrings, types, logs and errors of programming."""
    for node in ast.walk(tree):
        parts: list[ast.AST | None] = []
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            parts.append(node.value)
        elif isinstance(node, ast.Raise | ast.Assert):
            parts.append(node)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            parts.append(node.annotation)
        elif isinstance(node, ast.FunctionDef):
            parts.append(node.returns)
        elif isinstance(node, ast.ClassDef):
            parts += node.bases
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name.split(".")[0] in _FOR_PROGRAMMERS or name.endswith("Error"):
                parts.append(node)
        elif isinstance(node, ast.Subscript):
            parts.append(node.slice)
        for part in parts:
            if part is not None:
                yield from ast.walk(part)
