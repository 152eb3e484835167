"""A claim that is being typed as JSON text, exactly as typed; its files stand beside it."""

import json
from base64 import b64decode, b64encode
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from lob_workbench.features.life_skills.rules_claims import FileName, TypedClaim, Who
from lob_workbench.skills.rules import EvidenceFile, Observer

SCREEN = "skill_claim"
"""Kept by learner and skill."""
FILES = "skill_claim_file"
"""A file of a draft, kept under its own id: written once, not with every letter."""


def subject_of(learner_id: UUID, set_key: str, skill_id: str) -> UUID:
    """What a draft is kept under."""
    return uuid5(learner_id, f"{set_key}/{skill_id}")


def to_json(typed: TypedClaim) -> str:
    """ASCII-only JSON: null bytes and lone surrogates pass through any database as escapes."""
    return json.dumps(
        {
            "learner": str(typed.learner_id),
            "set": typed.set_key,
            "skill": typed.skill_id,
            "ids": [[behaviour, str(id_)] for behaviour, id_ in typed.ids],
            "chosen": typed.chosen,
            "who": typed.who.value,
            "observer": typed.observer.value,
            "name": typed.name,
            "day": None if typed.day is None else typed.day.isoformat(),
            "evidence": typed.evidence,
            "link": typed.link,
            "files": [[str(file.id), file.name, file.media_type] for file in typed.files],
        }
    )


def from_json(text: str) -> TypedClaim:
    """The claim that :func:`to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    return TypedClaim(
        learner_id=UUID(data["learner"]),
        set_key=data["set"],
        skill_id=data["skill"],
        ids=tuple((behaviour, UUID(id_)) for behaviour, id_ in data["ids"]),
        chosen=tuple(data["chosen"]),
        who=Who(data["who"]),
        observer=Observer(data["observer"]),
        name=data["name"],
        day=None if data["day"] is None else date.fromisoformat(data["day"]),
        evidence=data["evidence"],
        link=data["link"],
        files=tuple(FileName(UUID(id_), name, kind) for id_, name, kind in data["files"]),
    )


def file_to_json(file: EvidenceFile) -> str:
    """A file as text."""
    data = b64encode(file.content).decode()
    return json.dumps({"name": file.name, "type": file.media_type, "data": data})


def file_from_json(file: FileName, text: str) -> EvidenceFile:
    """The file that :func:`file_to_json` wrote."""
    data = json.loads(text)
    return EvidenceFile(file.id, data["name"], data["type"], b64decode(data["data"]))


def is_unwritten(typed: TypedClaim) -> bool:
    """Whether nothing was typed or added that is worth keeping."""
    return not (typed.evidence.strip() or typed.link.strip() or typed.name.strip() or typed.files)
