"""Two questions that the example school added to the bank itself."""

from datetime import UTC, datetime, time, timedelta
from random import Random

from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.people.example import ExamplePeople, seeded_id, start_of_year
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records_questions import OwnQuestionRecord

_QUESTIONS = (
    (
        "Welke kamer of hoek op onze school is echt jouw plek? Wat doe je daar?",
        CareerCompetence.EXPLORATION,
        (CareerPhase.INTAKE, CareerPhase.LOWER_YEARS),
        (),
    ),
    (
        "Wat liet je op onze beroepenmarkt aan bezoekers zien? Welke vraag van hen bleef je bij?",
        CareerCompetence.QUALITIES,
        (CareerPhase.LOWER_YEARS, CareerPhase.OUTFLOW),
        (ConversationKind.CAREER_REFLECTION, ConversationKind.PROGRESS),
    ),
)


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """Write them in the first weeks of the year, in the name of the owner."""
    # Of its own: the other parts of the example school draw what they always drew.
    random = Random("own questions")
    begun = datetime.combine(start_of_year(people.today), time(13), UTC)
    for place, (text, competence, phases, kinds) in enumerate(_QUESTIONS):
        moment = begun + timedelta(weeks=place + 2)
        work.session.add(
            OwnQuestionRecord(
                id=seeded_id(random, moment),
                text=text,
                competence=competence,
                phases=phases,
                kinds=kinds,
                author_id=people.owner.staff_id,
                written_at=moment,
                retired_at=None,
                updated_at=moment,
            )
        )
