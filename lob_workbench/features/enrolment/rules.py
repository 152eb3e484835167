"""Which changes of an enrolment a story tells, and how. Pure functions."""

from collections.abc import Sequence

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules_enrolment import EnrolmentPart, EnrolmentStep

STORY_KINDS: dict[EnrolmentPart, str] = {
    EnrolmentPart.GROUP: QT_TRANSLATE_NOOP("story", "Andere klas"),
    EnrolmentPart.TEAM: QT_TRANSLATE_NOOP("story", "Ander team"),
    EnrolmentPart.COUNSELLOR: QT_TRANSLATE_NOOP("story", "Andere mentor"),
    EnrolmentPart.PROGRAMME: QT_TRANSLATE_NOOP("story", "Andere opleiding"),
    EnrolmentPart.STUDY_YEAR: QT_TRANSLATE_NOOP("story", "Ander leerjaar"),
    EnrolmentPart.LEARNING_ROUTE: QT_TRANSLATE_NOOP("story", "Andere leerweg"),
    EnrolmentPart.LEFT: QT_TRANSLATE_NOOP("story", "Van school"),
    EnrolmentPart.RETURNED: QT_TRANSLATE_NOOP("story", "Terug op school"),
}


def from_to(step: EnrolmentStep) -> str:
    """*PW1A → PW2A*, with a dash where there was or is nothing."""
    return f"{step.before or '–'} → {step.after or '–'}"


def worth_telling(steps: Sequence[EnrolmentStep]) -> tuple[EnrolmentStep, ...]:
    """What belongs in a story: with a new class the next study year goes without saying."""
    with_class = {step.deed_id for step in steps if step.part is EnrolmentPart.GROUP}
    return tuple(
        step
        for step in steps
        if step.part is not EnrolmentPart.STUDY_YEAR or step.deed_id not in with_class
    )
