"""Werkprocessen and the skills that they ask, both ways. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lob_workbench.content.qualifications import (
    CoreTask,
    Profile,
    Qualification,
    WorkProcess,
    skills_for,
)
from lob_workbench.content.skills import Skill, SkillSet


@dataclass(frozen=True, slots=True)
class Dossier:
    """A kwalificatiedossier that the school took over."""

    id: UUID
    qualification: Qualification
    added_by: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One qualification to choose from, of which dossier."""

    dossier: Dossier
    profile: Profile


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A kerntaak (``work`` is ``None``) or a werkproces of it."""

    task: CoreTask
    work: WorkProcess | None = None

    @property
    def code(self) -> str:
        """How SBB numbers it: ``B1-K1`` or ``B1-K1-W2``."""
        return self.task.code if self.work is None else self.work.code

    @property
    def title(self) -> str:
        """What it is called."""
        return self.task.title if self.work is None else self.work.title

    @property
    def work_processes(self) -> tuple[WorkProcess, ...]:
        """The werkprocessen that it stands for."""
        return self.task.work_processes if self.work is None else (self.work,)

    @property
    def competences(self) -> tuple[str, ...]:
        """The letters of its competences, each once, in order."""
        return tuple(sorted({one for work in self.work_processes for one in work.competences}))


@dataclass(frozen=True, slots=True)
class ServedWork:
    """A werkproces that a skill serves, with the dossiers that have it."""

    code: str
    title: str
    dossiers: tuple[str, ...]


def profile_rows(dossiers: Iterable[Dossier]) -> tuple[ProfileRow, ...]:
    """The qualifications of all dossiers. A dossier without profiles stands for itself."""
    rows = []
    for dossier in dossiers:
        found = dossier.qualification
        crebo = next(iter(found.crebos), "")
        alone = Profile(found.number, found.title, crebo, 0, found.core_tasks)
        rows += [ProfileRow(dossier, profile) for profile in found.profiles or (alone,)]
    return tuple(rows)


def work_rows(profile: Profile) -> tuple[WorkRow, ...]:
    """Each kerntaak with its werkprocessen under it."""
    rows = []
    for task in profile.core_tasks:
        rows.append(WorkRow(task))
        rows += [WorkRow(task, work) for work in task.work_processes]
    return tuple(rows)


def skills_of(row: WorkRow, skill_set: SkillSet) -> tuple[Skill, ...]:
    """The skills that a werkproces asks, or all that a kerntaak asks, in the order of the set."""
    ids = {skill.id for work in row.work_processes for skill in skills_for(work, skill_set)}
    return tuple(skill for skill in skill_set.skills if skill.id in ids)


def served_by(skill: Skill, dossiers: Iterable[Dossier]) -> tuple[ServedWork, ...]:
    """The werkprocessen that ask a competence of this skill, each once over all dossiers."""
    letters = frozenset(skill.competences)
    found: dict[tuple[str, str], list[str]] = {}
    for dossier in dossiers:
        for work in _every(dossier.qualification):
            if letters.intersection(work.competences):
                titles = found.setdefault((work.code, work.title), [])
                if dossier.qualification.title not in titles:
                    titles.append(dossier.qualification.title)
    return tuple(ServedWork(*key, tuple(titles)) for key, titles in found.items())


def _every(found: Qualification) -> Iterable[WorkProcess]:
    """Also the basic ones with what a profile adds to them."""
    yield from found.work_processes
    for profile in found.profiles:
        yield from profile.work_processes
