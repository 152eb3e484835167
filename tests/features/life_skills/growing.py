"""People who grew, for tests of growth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from lob_workbench.content.skills import load_skill_set
from lob_workbench.people.rules import PersonName
from lob_workbench.skills.rules import Learner, LearnerKind, Observer, Verdict, VerdictDraft
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.storage.audit import open_dossier
from tests.helpers.skills import a_claim, a_student
from tests.helpers.stores import Store

KEY = load_skill_set().key
JULY = date(2026, 7, 10)
OCTOBER = date(2026, 10, 12)
TODAY = date(2026, 11, 23)


def confirmed(store: Store, learner: Learner, behaviours: Iterable[str], day: date) -> None:
    """Behaviours that somebody saw, and that a second person confirmed on that day."""
    for behaviour in behaviours:
        claim = replace(a_claim(learner, behaviour), set_key=KEY, seen_on=day)
        with store.work() as work:
            write_claim(work, claim, load_skill_set())
        with store.work() as work:
            if learner.kind is LearnerKind.STUDENT:
                open_dossier(work, learner.id)
            write_verdict(work, VerdictDraft(claim.id, Verdict.CONFIRMED, Observer.COUNSELLOR, day))


def level(skill: str, number: int) -> list[str]:
    """All behaviours of one level."""
    return [f"{skill}-{number}-{place}" for place in range(1, 6)]


def grown_student(
    store: Store, number: str = "0411001", name: PersonName | None = None, **fields: object
) -> UUID:
    """Listening from 1 to 2 since July, courage at 1 since October, and a start with planning."""
    student = store.student(number, name, **fields)
    learner = a_student(student)
    confirmed(store, learner, level("listening", 1), JULY)
    confirmed(store, learner, level("listening", 2), OCTOBER)
    confirmed(store, learner, level("courage", 1), OCTOBER)
    confirmed(store, learner, ["planning-1-1", "planning-1-3"], OCTOBER)
    return student
