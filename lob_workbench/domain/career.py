"""The words of career talks (DOMAIN.md, *Conversations*), shared by all layers."""

from enum import StrEnum

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


class CareerCompetence(StrEnum):
    """The five *loopbaancompetenties*, in the order in which schools name them."""

    QUALITIES = "qualities"
    MOTIVES = "motives"
    EXPLORATION = "exploration"
    STEERING = "steering"
    NETWORKING = "networking"


class ConversationKind(StrEnum):
    """What a talk is for."""

    ACQUAINTANCE = "acquaintance"
    START = "start"
    END = "end"
    PROGRESS = "progress"
    CAREER_REFLECTION = "career_reflection"
    LEARNING_METER = "learning_meter"
    PLACEMENT_VISIT = "placement_visit"
    HANDOVER = "handover"
    PARENTS = "parents"
    SECOND_LINE = "second_line"
    PERSONAL_DEVELOPMENT = "personal_development"


class ConversationForm(StrEnum):
    """Who sits at the table: student and school, or the company too."""

    DIALOGUE = "dialogue"
    TRIALOGUE = "trialogue"


class VoiceTopic(StrEnum):
    """On what each party of a trialogue writes: the five competences, and two questions more."""

    QUALITIES = "qualities"
    MOTIVES = "motives"
    EXPLORATION = "exploration"
    STEERING = "steering"
    NETWORKING = "networking"
    SEEN_QUALITIES = "seen_qualities"
    """Qualities that showed at work."""
    WANTS_TO_DISCUSS = "wants_to_discuss"


COMPETENCE_LABELS: dict[CareerCompetence, str] = {
    CareerCompetence.QUALITIES: QT_TRANSLATE_NOOP("career", "Kwaliteitenreflectie"),
    CareerCompetence.MOTIVES: QT_TRANSLATE_NOOP("career", "Motievenreflectie"),
    CareerCompetence.EXPLORATION: QT_TRANSLATE_NOOP("career", "Werkexploratie"),
    CareerCompetence.STEERING: QT_TRANSLATE_NOOP("career", "Loopbaansturing"),
    CareerCompetence.NETWORKING: QT_TRANSLATE_NOOP("career", "Netwerken"),
}

KIND_LABELS: dict[ConversationKind, str] = {
    ConversationKind.ACQUAINTANCE: QT_TRANSLATE_NOOP("career", "Kennismaking"),
    ConversationKind.START: QT_TRANSLATE_NOOP("career", "Startgesprek"),
    ConversationKind.END: QT_TRANSLATE_NOOP("career", "Eindgesprek"),
    ConversationKind.PROGRESS: QT_TRANSLATE_NOOP("career", "Voortgangsgesprek"),
    ConversationKind.CAREER_REFLECTION: QT_TRANSLATE_NOOP("career", "Loopbaanreflectiegesprek"),
    ConversationKind.LEARNING_METER: QT_TRANSLATE_NOOP("career", "Leermetergesprek"),
    ConversationKind.PLACEMENT_VISIT: QT_TRANSLATE_NOOP("career", "Stagebezoek"),
    ConversationKind.HANDOVER: QT_TRANSLATE_NOOP("career", "Overdrachtsgesprek"),
    ConversationKind.PARENTS: QT_TRANSLATE_NOOP("career", "Oudergesprek"),
    ConversationKind.SECOND_LINE: QT_TRANSLATE_NOOP("career", "Tweedelijnsgesprek"),
    ConversationKind.PERSONAL_DEVELOPMENT: QT_TRANSLATE_NOOP("career", "POP-gesprek"),
}

FORM_LABELS: dict[ConversationForm, str] = {
    ConversationForm.DIALOGUE: QT_TRANSLATE_NOOP("career", "Dialoog"),
    ConversationForm.TRIALOGUE: QT_TRANSLATE_NOOP("career", "Trialoog"),
}
