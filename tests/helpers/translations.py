"""Holds the interface texts: Dutch in the code, English in ``resources/i18n/lob_en.ts``.

``python -m tests.helpers.translations`` says in one line each what is wrong, and exits 1;
with ``--update`` it first collects the texts and compiles the translation. What a new text is in
English, a person writes in the ``.ts``.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.texts_in_code import findings_in_code

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "lob_workbench"
ENGLISH_TS = ROOT / "resources" / "i18n" / "lob_en.ts"
ENGLISH_QM = ENGLISH_TS.with_suffix(".qm")

_LUPDATE_OPTIONS = (
    *("-silent", "-locations", "none", "-sort-messages", "-disable-heuristic", "similartext"),
    *("-source-language", "nl_NL", "-target-language", "en_GB"),
)
_FIELD = re.compile(r"\{[^{}]*\}")
_PATTERN = re.compile(r"\*\.\w+")
_MNEMONIC = re.compile(r"&(?=[^&\s])")
_OTHER_QUOTES = re.compile("[„“”]")
_ENDINGS = ("…", ".", "?", "!", ":")


class ToolFailed(RuntimeError):
    """``lupdate`` or ``lrelease`` is missing or stopped with an error."""


@dataclass(frozen=True)
class Text:
    """One text of the interface; ``state`` is ``""``, ``unfinished`` or ``vanished``."""

    context: str
    dutch: str
    english: str
    state: str

    @property
    def place(self) -> str:
        return f'{self.context}: "{self.dutch}"'


def read_texts(ts: Path) -> list[Text]:
    """All texts of a ``.ts``, in its order."""
    texts = []
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            texts.append(
                Text(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    (translation.text or "") if translation is not None else "",
                    translation.get("type", "") if translation is not None else "unfinished",
                )
            )
    return texts


def sources(package: Path = PACKAGE) -> list[Path]:
    """Every module that may hold texts, in a fixed order."""
    return sorted(package.rglob("*.py"))


def collect(ts: Path, modules: Iterable[Path], *, keep_vanished: bool) -> None:
    """Let ``lupdate`` bring ``ts`` in line with the texts of ``modules``."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "modules"
        listed.write_text("\n".join(path.as_posix() for path in modules), encoding="utf-8")
        options = _LUPDATE_OPTIONS if keep_vanished else (*_LUPDATE_OPTIONS, "-no-obsolete")
        _run("pyside6-lupdate", f"@{listed}", *options, "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Compile ``ts`` to ``qm``, without what is unfinished."""
    _run("pyside6-lrelease", "-silent", "-nounfinished", str(ts), "-qm", str(qm))


def _run(tool: str, *arguments: str) -> None:
    # Beside the interpreter as it was called: a resolved one lies outside the environment.
    path = shutil.which(tool, path=str(Path(sys.executable).parent))
    if path is None:
        raise ToolFailed(f"{tool} is not beside {Path(sys.executable).name}: run make setup")
    done = subprocess.run([path, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise ToolFailed(f"{tool} stopped with {done.returncode}: {done.stderr.strip()}")


def differences(dutch: str, english: str) -> Iterator[str]:
    """What a translation lacks or has too much, beside its words."""
    for name, pattern in (("placeholders", _FIELD), ("file patterns", _PATTERN)):
        here, there = sorted(pattern.findall(dutch)), sorted(pattern.findall(english))
        if here != there:
            yield f"{name} differ: {' '.join(here) or 'none'} / {' '.join(there) or 'none'}"
    keys = len(_MNEMONIC.findall(dutch)), len(_MNEMONIC.findall(english))
    if keys[0] != keys[1]:
        yield f"letters to press (&) differ: {keys[0]} / {keys[1]}"
    for name, side in (("start", "^\\s*"), ("end", "\\s*$")):
        if _space(side, dutch) != _space(side, english):
            yield f"the spaces at the {name} differ"
    if dutch.count("\n") != english.count("\n"):
        yield "the line ends differ"
    if _OTHER_QUOTES.search(dutch + english):
        yield "quotes other than ‘…’"
    ends = _ending(dutch), _ending(english)
    if ends[0] != ends[1]:
        yield f"the endings differ: {ends[0] or 'none'} / {ends[1] or 'none'}"


def _space(side: str, text: str) -> str:
    found = re.search(side, text)
    return found[0] if found else ""


def _ending(text: str) -> str:
    bare = text.rstrip()
    return next((end for end in _ENDINGS if bare.endswith(end)), "")


def findings(
    ts: Path = ENGLISH_TS, qm: Path = ENGLISH_QM, modules: Sequence[Path] | None = None
) -> list[str]:
    """Everything that is wrong, one line each; an empty list when all is well."""
    modules = sources() if modules is None else modules
    if not ts.is_file():
        return [f"{ts.name} is missing: run make i18n"]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / ts.name
        shutil.copyfile(ts, fresh)
        collect(fresh, modules, keep_vanished=True)
        found = read_texts(fresh)
        release(ts, Path(folder) / qm.name)
        compiled = (Path(folder) / qm.name).read_bytes()
    known = {(text.context, text.dutch) for text in read_texts(ts)}
    collected = {(text.context, text.dutch) for text in found if text.state != "vanished"}
    lines = []
    for text in found:
        if text.state in ("vanished", "obsolete"):
            lines.append(f"gone from the code, run make i18n: {text.place}")
        elif (text.context, text.dutch) not in known:
            lines.append(f"new, run make i18n and translate it: {text.place}")
        elif text.state == "unfinished" or not text.english.strip():
            lines.append(f"not translated yet: {text.place}")
        else:
            lines += [f"{what}: {text.place}" for what in differences(text.dutch, text.english)]
    if not qm.is_file() or qm.read_bytes() != compiled:
        lines.append(f"{qm.name} does not hold what {ts.name} says: run make i18n")
    return lines + findings_in_code(modules, collected)


def update(ts: Path = ENGLISH_TS, qm: Path = ENGLISH_QM) -> None:
    """Collect all texts into ``ts``, forget those that are gone, and compile ``qm``."""
    ts.parent.mkdir(parents=True, exist_ok=True)
    collect(ts, sources(), keep_vanished=False)
    release(ts, qm)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the texts, after collecting them with ``--update``; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.helpers.translations")
    parser.add_argument("--update", action="store_true", help="collect and compile first")
    try:
        if parser.parse_args(arguments).update:
            update()
        lines = findings()
    except ToolFailed as failure:
        lines = [str(failure)]
    for line in lines:
        print(line.replace("\n", "\\n"))
    if lines:
        print(f"{len(lines)} to mend in the texts")
        return 1
    print(f"{len(read_texts(ENGLISH_TS))} texts, all of them in Dutch and English")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
