"""A kwalificatiedossier as it is kept reads back the same, and what is none is refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from lob_workbench.content.qualification_json import (
    LARGEST_CHARACTERS,
    qualification_from_json,
    qualification_json,
)
from lob_workbench.content.qualifications import CoreTask, read_qualification
from lob_workbench.domain.errors import InputRefused
from tests.features.skill_sets.making import a_qualification


def test_a_real_dossier_reads_back_the_same(shared_data: Path) -> None:
    for path in sorted((shared_data / "sbb").glob("*.xml")):
        found = read_qualification(path.read_bytes())
        kept = qualification_json(found)
        assert qualification_from_json(kept) == found
        assert len(kept) < path.stat().st_size


def test_one_that_no_database_keeps_is_refused() -> None:
    tasks = tuple(
        CoreTask(f"B1-K{number}", "x" * 400, ()) for number in range(LARGEST_CHARACTERS // 400)
    )
    with pytest.raises(InputRefused):
        qualification_json(replace(a_qualification(), core_tasks=tasks))


@pytest.mark.parametrize(
    "changed",
    [
        "",
        "null",
        "[]",
        "{",
        "[" * 100_000,
        {"number": 1},
        {"crebos": None},
        {"core_tasks": [["B1-K1", "Taak"]]},
        {"core_tasks": [["B1-K1", "Taak", [["W1", "Werk", None]]]]},
        {"profiles": [["1", "Profiel", "", "4", []]]},
        {"profiles": [["1"]]},
    ],
)
def test_what_was_not_written_by_us_is_refused(changed: str | dict[str, object]) -> None:
    if isinstance(changed, dict):
        changed = json.dumps(json.loads(qualification_json(a_qualification())) | changed)
    with pytest.raises(ValueError):
        qualification_from_json(changed)
