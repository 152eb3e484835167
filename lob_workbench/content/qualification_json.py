"""A kwalificatiedossier as a database keeps it: small JSON of what was read from SBB's file."""

import json
from typing import Any

from lob_workbench.content.qualifications import (
    TOO_LARGE,
    CoreTask,
    Profile,
    Qualification,
    WorkProcess,
)
from lob_workbench.domain.errors import InputRefused

LARGEST_CHARACTERS = 2_000_000
"""A school's database refuses more (``migrations/sql/0017_qualification.sql``)."""


def qualification_json(found: Qualification) -> str:
    """The dossier on one line; raises ``InputRefused`` when it is too large to keep."""
    whole = {
        "number": found.number,
        "title": found.title,
        "version": found.version,
        "crebos": found.crebos,
        "core_tasks": _written(found.core_tasks),
        "profiles": [
            [one.number, one.title, one.crebo, one.level, _written(one.core_tasks)]
            for one in found.profiles
        ],
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    if len(text) > LARGEST_CHARACTERS:
        raise InputRefused(TOO_LARGE)
    return text


def qualification_from_json(text: str) -> Qualification:
    """What :func:`qualification_json` wrote; raises ``ValueError`` for anything else."""
    try:
        whole = json.loads(text)
        return Qualification(
            number=_text(whole["number"]),
            title=_text(whole["title"]),
            version=_text(whole["version"]),
            crebos=tuple(map(_text, whole["crebos"])),
            core_tasks=_read(whole["core_tasks"]),
            profiles=tuple(_profile(*one) for one in whole["profiles"]),
        )
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError("not a dossier as we keep it") from error


def _written(tasks: tuple[CoreTask, ...]) -> list[Any]:
    return [
        [
            task.code,
            task.title,
            [[work.code, work.title, "".join(work.competences)] for work in task.work_processes],
        ]
        for task in tasks
    ]


def _read(tasks: Any) -> tuple[CoreTask, ...]:
    return tuple(
        CoreTask(
            _text(code),
            _text(title),
            tuple(
                WorkProcess(_text(one), _text(name), tuple(_text(letters)))
                for one, name, letters in works
            ),
        )
        for code, title, works in tasks
    )


def _profile(number: Any, title: Any, crebo: Any, level: Any, tasks: Any) -> Profile:
    if not isinstance(level, int):
        raise TypeError
    return Profile(_text(number), _text(title), _text(crebo), level, _read(tasks))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
