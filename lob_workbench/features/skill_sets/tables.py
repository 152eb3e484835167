"""How sets, differences, routes and work read on the screen, and the columns of their lists."""

from PySide6.QtCore import QCoreApplication

from lob_workbench.content.qualifications import Profile
from lob_workbench.content.skills import SkillSet, competence_titles
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.skill_sets.rules import FoundSkill, SetVersion
from lob_workbench.features.skill_sets.rules_difference import Difference, Kind, Part
from lob_workbench.features.skill_sets.rules_routes import RouteRow
from lob_workbench.features.skill_sets.rules_work import ProfileRow, WorkRow
from lob_workbench.ui.lists import Column

translate = QCoreApplication.translate


def version_words(version: SetVersion) -> str:
    """A version in a list to choose from."""
    found = version.skill_set
    words = translate("skill_sets", "{name}, versie {version}")
    if version.is_retired:
        words = translate("skill_sets", "{name}, versie {version} (niet meer in gebruik)")
    return words.format(name=found.name, version=found.version)


def size_words(skill_set: SkillSet) -> str:
    """How much a set holds."""
    words = translate("skill_sets", "{skills} skills, {behaviours} keer gedrag")
    return words.format(skills=len(skill_set.skills), behaviours=len(skill_set.behaviours))


def competence_words(letter: str) -> str:
    """A competence with its official title."""
    return f"{letter} {competence_titles()[letter]}"


def skill_columns() -> tuple[Column[FoundSkill], ...]:
    """The skill and the group that it stands in."""
    return (
        Column(
            translate("skill_sets", "Skill"),
            _skill_name,
            sort=_no_order,
            keep=True,
            least=18,
            stretch=2,
        ),
        Column(translate("skill_sets", "Groep"), _heading, sort=_no_order, least=10, stretch=1),
    )


def difference_columns() -> tuple[Column[Difference], ...]:
    """What is other, where, and both wordings."""
    return (
        Column(translate("skill_sets", "Wat"), kind_words, tone=_kind_tone, least=10, most=14),
        Column(translate("skill_sets", "Waar"), place_words, keep=True, least=20, most=44),
        Column(translate("skill_sets", "Was"), _was, least=16, most=90, stretch=1),
        Column(translate("skill_sets", "Wordt"), _becomes, least=16, most=90, stretch=1),
    )


def route_columns() -> tuple[Column[RouteRow], ...]:
    """The route, how many skills, of which set and whose."""
    return (
        Column(
            translate("skill_sets", "Route"), _route_name, bold=True, keep=True, least=20, stretch=2
        ),
        Column(
            translate("skill_sets", "Skills"),
            _route_count,
            sort=_count_key,
            least=7,
            most=8,
            right=True,
        ),
        Column(translate("skill_sets", "Set"), _route_set, least=14, most=36, stretch=1),
        Column(translate("skill_sets", "Van wie"), _route_author, least=12, most=30),
        Column("", _route_state, tone=_route_tone, least=10, most=22),
    )


def profile_columns() -> tuple[Column[ProfileRow], ...]:
    """The qualification, its crebo and its level."""
    return (
        Column(
            translate("skill_sets", "Kwalificatie"), _profile_title, keep=True, least=22, stretch=1
        ),
        Column(translate("skill_sets", "Crebo"), _crebo, least=6, most=8),
        Column(translate("skill_sets", "Niveau"), _profile_level, least=7, most=8, right=True),
    )


def found_profile_columns() -> tuple[Column[Profile], ...]:
    """The qualifications of a dossier that is looked at before it is taken over."""
    return (
        Column(translate("skill_sets", "Kwalificatie"), _title, keep=True, least=22, stretch=1),
        Column(translate("skill_sets", "Crebo"), _found_crebo, least=6, most=8),
        Column(translate("skill_sets", "Niveau"), _found_level, least=7, most=8, right=True),
        Column(
            translate("skill_sets", "Werkprocessen"), _work_count, least=14, most=15, right=True
        ),
    )


def work_columns() -> tuple[Column[WorkRow], ...]:
    """The code and the title; a werkproces stands a little to the right of its kerntaak."""
    return (
        Column(translate("skill_sets", "Code"), _code, sort=_no_order, least=9, most=12),
        Column(
            translate("skill_sets", "Kerntaken en werkprocessen"),
            _work_title,
            sort=_no_order,
            icon=_work_icon,
            keep=True,
            least=24,
            most=160,
            stretch=1,
        ),
        Column(
            translate("skill_sets", "Competenties"), _letters, sort=_no_order, least=14, most=20
        ),
    )


def kind_words(one: Difference) -> str:
    """What happened to it."""
    return {
        Kind.ADDED: translate("skill_sets", "komt erbij"),
        Kind.CHANGED: translate("skill_sets", "verandert"),
        Kind.GONE: translate("skill_sets", "verdwijnt"),
    }[one.kind]


def place_words(one: Difference) -> str:
    """Where in the set it stands."""
    words = {
        Part.SET_NAME: translate("skill_sets", "Naam van de set"),
        Part.SKILL: translate("skill_sets", "Skill {skill}"),
        Part.NAME: translate("skill_sets", "{skill}: naam"),
        Part.MEANING: translate("skill_sets", "{skill}: betekenis"),
        Part.GROUP: translate("skill_sets", "{skill}: groep"),
        Part.COMPETENCES: translate("skill_sets", "{skill}: competenties"),
        Part.LEVEL: translate("skill_sets", "{skill}: naam van niveau {level}"),
        Part.BEHAVIOUR: translate("skill_sets", "{skill}: niveau {level}, gedrag {number}"),
    }[one.part]
    return words.format(skill=one.skill, level=one.level, number=one.number)


def _kind_tone(one: Difference) -> Tone:
    return {Kind.ADDED: Tone.GOOD, Kind.CHANGED: Tone.CALM, Kind.GONE: Tone.ATTENTION}[one.kind]


def _no_order(_row: object) -> int:
    """These stand in the order of the set or the dossier, which is the one that makes sense."""
    return 0


def _skill_name(row: FoundSkill) -> str:
    return row.skill.name


def _heading(row: FoundSkill) -> str:
    return row.heading


def _was(one: Difference) -> str:
    return one.was


def _becomes(one: Difference) -> str:
    return one.becomes


def _route_name(row: RouteRow) -> str:
    return row.route.name


def _route_count(row: RouteRow) -> str:
    return str(len(row.route.skills))


def _count_key(row: RouteRow) -> int:
    return len(row.route.skills)


def _route_set(row: RouteRow) -> str:
    return row.route.set_id if row.skill_set is None else row.skill_set.name


def _route_author(row: RouteRow) -> str:
    return row.author


def _route_state(row: RouteRow) -> str:
    return translate("skill_sets", "niet meer in gebruik") if row.is_retired else ""


def _route_tone(row: RouteRow) -> Tone | None:
    return Tone.ATTENTION if row.is_retired else None


def _profile_title(row: ProfileRow) -> str:
    return row.profile.title


def _crebo(row: ProfileRow) -> str:
    return row.profile.crebo


def _profile_level(row: ProfileRow) -> str:
    return str(row.profile.level or "")


def _title(profile: Profile) -> str:
    return profile.title


def _found_crebo(profile: Profile) -> str:
    return profile.crebo


def _found_level(profile: Profile) -> str:
    return str(profile.level or "")


def _work_count(profile: Profile) -> str:
    return str(len(profile.work_processes))


def _code(row: WorkRow) -> str:
    return row.code


def _work_title(row: WorkRow) -> str:
    return row.title


def _work_icon(row: WorkRow) -> str:
    return "ph.briefcase" if row.work is None else "ph.arrow-elbow-down-right"


def _letters(row: WorkRow) -> str:
    return ", ".join(row.competences)
