"""Notes for the example school: invented, and the same for the same seed and day."""

from datetime import UTC, datetime, time, timedelta
from random import Random

from lob_workbench.features.notes.records import DossierNote, WorkingNote
from lob_workbench.features.notes.rules import NoteKind
from lob_workbench.people.example import ExamplePeople, ExamplePerson, seeded_id
from lob_workbench.storage.unit_of_work import UnitOfWork

_SPOKEN = (
    "Kwam na de les vertellen dat het sollicitatiegesprek goed ging. Hoort vrijdag meer.",
    "In de gang gesproken: het nieuwe rooster past beter bij de reis met de bus.",
    "Vroeg hoe je een motivatiebrief begint. Twee voorbeelden meegegeven.",
    "Is blij met de nieuwe stageplek, vooral met de begeleiding daar.",
    "Vertelde dat de werkgroep vastloopt. Probeert het eerst zelf te bespreken.",
    "Kwam langs met een map vol eigen werk, trots op de laatste opdracht.",
)
_NOTICED = (
    "Hielp uit zichzelf twee klasgenoten met de planning.",
    "Zat vandaag stil achterin, deed wel mee toen het over de praktijk ging.",
    "Hield een korte presentatie zonder blaadje. Dat was vorig jaar nog spannend.",
    "Was als eerste klaar en ging daarna verder met een moeilijkere opdracht.",
    "Is drie keer op rij op tijd geweest.",
)
_WORKING = (
    "Volgende keer vragen hoe het met de open dag ging.",
    "Niet vergeten: eerst zelf laten vertellen, dan pas het cijfer bespreken.",
    "Even navragen of de sleutel van het praktijklokaal geregeld is.",
)
_SHARE = 0.55


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """One or a few notes of the last weeks about many of the students; some working notes."""
    random = Random(f"notes {people.owner.staff_id}")
    for student in people.students:
        if random.random() < _SHARE:
            for _ in range(random.choice((1, 1, 2))):
                _note(work, people, student, random)
    work.session.flush()


def _note(work: UnitOfWork, people: ExamplePeople, student: ExamplePerson, random: Random) -> None:
    day = people.today - timedelta(days=random.randrange(1, 50))
    moment = datetime.combine(max(day, student.start), time(8), UTC)
    moment += timedelta(minutes=random.randrange(480))
    key, author = seeded_id(random, moment), student.counsellor.staff_id
    kind = random.choices(list(NoteKind), weights=(5, 4, 2))[0]
    if kind is NoteKind.WORKING:
        work.session.add(
            WorkingNote(
                id=key,
                student_id=student.id,
                author_id=author,
                text=random.choice(_WORKING),
                written_at=moment,
                updated_at=moment,
            )
        )
        return
    work.session.add(
        DossierNote(
            id=key,
            student_id=student.id,
            author_id=author,
            kind=kind.value,
            text=random.choice(_SPOKEN if kind is NoteKind.SPOKEN else _NOTICED),
            written_at=moment,
        )
    )
