"""Fail unless all rules and operations are covered wholly, branches included.

That is each rules.py and operations.py, and each other file that declares an operation.

Reads the JSON report of coverage: ``python .ci/check_coverage.py build/coverage.json``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path, PurePath

ROOT = Path(__file__).resolve().parents[1]
WHOLLY_COVERED = frozenset({"rules.py", "operations.py"})


def must_be_whole(name: str) -> bool:
    """Say whether the file of this name, relative to the project, holds rules or operations."""
    path = PurePath(name)
    if path.name in WHOLLY_COVERED or path.name.startswith(("rules_", "operations_")):
        return True
    source = ROOT / path
    return source.is_file() and "\n@operation(" in source.read_text("utf-8")


def shortfalls(report: dict[str, object]) -> list[str]:
    """Return one line for each file that must be covered wholly and is not."""
    files = report["files"]
    assert isinstance(files, dict)
    lines = []
    for name, file in sorted(files.items()):
        if not must_be_whole(name):
            continue
        missing = [str(line) for line in file["missing_lines"]]
        missing += [
            f"{start}->{'exit' if end < 0 else end}" for start, end in file["missing_branches"]
        ]
        if missing:
            lines.append(f"{name}: not covered: {', '.join(missing)}")
    return lines


def main() -> int:
    report = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    lines = shortfalls(report)
    for line in lines:
        print(line)
    whole = sum(map(must_be_whole, report["files"])) - len(lines)
    print(f"rules and operations: {whole} files covered wholly, {len(lines)} incomplete")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
