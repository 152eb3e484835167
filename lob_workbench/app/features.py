"""The features of the product, in the order of the navigation. A new feature is one line here."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.features.access.feature import FEATURE as ACCESS
from lob_workbench.features.agenda.feature import FEATURE as AGENDA
from lob_workbench.features.arrivals.feature import FEATURE as ARRIVALS
from lob_workbench.features.badges.feature import FEATURE as BADGES
from lob_workbench.features.confidential.feature import FEATURE as CONFIDENTIAL
from lob_workbench.features.conversations.feature import FEATURE as CONVERSATIONS
from lob_workbench.features.enrolment.feature import FEATURE as ENROLMENT
from lob_workbench.features.handover.feature import FEATURE as HANDOVER
from lob_workbench.features.holidays.feature import FEATURE as HOLIDAYS
from lob_workbench.features.life_skills.feature import FEATURE as LIFE_SKILLS
from lob_workbench.features.notes.feature import FEATURE as NOTES
from lob_workbench.features.parents_evening.feature import FEATURE as PARENTS_EVENING
from lob_workbench.features.placements.feature import FEATURE as PLACEMENTS
from lob_workbench.features.planning.feature import FEATURE as PLANNING
from lob_workbench.features.questions.feature import FEATURE as QUESTIONS
from lob_workbench.features.school_year.feature import FEATURE as SCHOOL_YEAR
from lob_workbench.features.settings.feature import FEATURE as SETTINGS
from lob_workbench.features.skill_sets.feature import FEATURE as SKILL_SETS
from lob_workbench.features.skill_workbook.feature import FEATURE as SKILL_WORKBOOK
from lob_workbench.features.student_import.feature import FEATURE as STUDENT_IMPORT
from lob_workbench.features.students.feature import FEATURE as STUDENTS
from lob_workbench.features.today.feature import FEATURE as TODAY
from lob_workbench.features.trialogue.feature import FEATURE as TRIALOGUE

FEATURES: tuple[Feature, ...] = (
    TODAY,
    STUDENTS,
    # Before the talks: no voice comes to a talk that stands recorded.
    TRIALOGUE,
    CONVERSATIONS,
    AGENDA,
    PLANNING,
    LIFE_SKILLS,
    NOTES,
    PLACEMENTS,
    BADGES,
    ENROLMENT,
    CONFIDENTIAL,
    ACCESS,
    PARENTS_EVENING,
    HANDOVER,
    ARRIVALS,
    STUDENT_IMPORT,
    HOLIDAYS,
    SETTINGS,
    SCHOOL_YEAR,
    QUESTIONS,
    SKILL_SETS,
    SKILL_WORKBOOK,
)

EXAMPLE_ORDER: tuple[Feature, ...] = (
    # Who comes to a trialogue from a company works there, and periods end where holidays begin. The
    # tabs keep their order.
    PLACEMENTS,
    HOLIDAYS,
    *(feature for feature in FEATURES if feature not in (PLACEMENTS, HOLIDAYS)),
)
