"""Two students of every caseload in the example school prepared today's talk themselves."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from uuid import UUID

from lob_workbench.domain.career import CareerCompetence
from lob_workbench.features.conversations.preparation_form import STANDARD, standard_questions
from lob_workbench.people.example import ExamplePeople, seeded_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records_preparations import (
    StudentPreparationAnswer,
    StudentPreparationRecord,
)
from lob_workbench.talks.rules_preparations import OWN_SUBJECT

_OWN = "Waar wil jij het over hebben?"
_TEXTS: tuple[tuple[str, Mapping[CareerCompetence, str]], ...] = (
    (
        "Of ik na dit jaar wil doorleren of eerst wil werken. Thuis willen ze dat ik doorga, "
        "maar ik weet het nog niet.",
        {
            CareerCompetence.QUALITIES: (
                "Rustig blijven als het druk is. Vorige week was iemand op stage boos en toen ben "
                "ik er gewoon bij gebleven. Daarna zei mijn begeleider dat ik dat goed deed."
            ),
            CareerCompetence.EXPLORATION: (
                "Ik ben het liefst bezig met mensen. Een hele dag achter een computer vind ik niks."
            ),
            CareerCompetence.NETWORKING: (
                "Mijn neef. Die heeft dezelfde opleiding gedaan en werkt nu. Ik heb het hem nog "
                "niet gevraagd."
            ),
        },
    ),
    (
        "Mijn planning. Ik begin steeds te laat en dan wordt het stress.",
        {
            CareerCompetence.MOTIVES: (
                "Ik wil iets doen waar anderen echt iets aan hebben. Alleen geld verdienen is "
                "niet genoeg voor mij."
            ),
            CareerCompetence.STEERING: (
                "Elke maandag op papier zetten wat af moet. Dat heb ik twee weken gedaan en toen "
                "ging het beter."
            ),
        },
    ),
)


def prepare_two(work: UnitOfWork, people: ExamplePeople, waiting: Mapping[UUID, str]) -> None:
    """Write what two of those who come today wrote; the others did not."""
    moment = work.clock.now() - timedelta(hours=1)
    asked = {question.id: question.text for question in standard_questions()}
    done: dict[UUID, int] = {}
    for student in people.students:
        counsellor = student.counsellor.staff_id
        number = done.get(counsellor, 0)
        if waiting.get(student.id) != "today" or number == len(_TEXTS):
            continue
        done[counsellor] = number + 1
        own, told = _TEXTS[number]
        answers = [(f"{STANDARD}{about.value}", told[about]) for about in told]
        lines = [(key, asked[key], words) for key, words in answers] + [(OWN_SUBJECT, _OWN, own)]
        work.session.add(
            StudentPreparationRecord(
                id=seeded_id(Random(student.id.int), moment),
                student_id=student.id,
                author_id=counsellor,
                submitted_at=moment,
                answers=[
                    StudentPreparationAnswer(
                        position=place, question_id=key, question_text=question, answer=words
                    )
                    for place, (key, question, words) in enumerate(lines)
                ],
            )
        )
