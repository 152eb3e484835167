"""A counsellor at work in a process of its own, to be killed: records talks and keeps drafts.

Imports everything once and forks a worker for each line of standard input, so that twenty kills
cost one start-up. Each line is ``TASK<TAB>FOLDER<TAB>RECOVERY CODE<TAB>SEED``; the answer is
``pid N``, and the worker prints a line after each commit, never before it. When it is gone the
parent prints ``gone``. The other tasks stand in ``kill_tasks``.
"""

import os
import random
import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import configure_mappers

from lob_workbench.app.session import Session
from lob_workbench.domain.career import CareerCompetence
from lob_workbench.features.conversations import operations
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage import backup, migrate, workbook
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementText,
    AskedQuestion,
    ConversationDraft,
    NextTalk,
    StudentResponse,
    TopicText,
    Verdict,
)
from tests.helpers.kill_tasks import TASKS, say

# What a session imports when it opens, so that no worker has to.
WARM = (backup, migrate, workbook)
TOPICS, AGREEMENTS, QUESTIONS = 3, 2, 2


def talk(session: Session, student_id: UUID, number: int) -> ConversationDraft:
    """A talk of which every part names its number, so that mixing two would show."""
    today = session.clock.today()
    return ConversationDraft(
        id=new_id(),
        student_id=student_id,
        held_on=today,
        focus=f"nadruk {number}",
        summary=f"gesprek {number} " + "woorden " * (number % 400),
        questions=tuple(AskedQuestion(f"Q-{i}", f"vraag {number}") for i in range(QUESTIONS)),
        topics=tuple(
            TopicText(competence, f"ervaring {number}", f"inzicht {number}", "")
            for competence in list(CareerCompetence)[:TOPICS]
        ),
        agreements=tuple(
            AgreementText(f"afspraak {number} {i}", AgreementOwner.STUDENT, today)
            for i in range(AGREEMENTS)
        ),
        next_talk=NextTalk(today + timedelta(days=70), "09:20"),
        response=StudentResponse(Verdict.DIFFERS, f"antwoord {number}"),
    )


def work_until_killed(folder: Path, recovery_code: str, seed: int) -> None:
    """Type, keep, record, for ever; say so after each commit."""
    chance = random.Random(seed)
    # Not the passphrase: deriving its key takes longer than all the commits.
    session = Session.open(folder, recovery_code=recovery_code)
    with session.work() as work:
        students = [row.id for row in list_students(work, StudentFilter())]
    say("ready")
    number = seed * 100_000
    while True:
        student = chance.choice(students)
        number += 1
        draft = talk(session, student, number)
        for _ in range(chance.randrange(3)):
            with session.work() as work:
                operations.keep_draft(work, draft)
            say(f"draft {student} {draft.id} {number}")
        if chance.random() < 0.25:
            continue
        with session.work() as work:
            done = operations.record(work, draft)
        say(f"talk {student} {done.conversation_id} {number}")


def main() -> None:
    """Fork a worker for each line of standard input; wait until it is gone."""
    tasks = TASKS | {"talks": work_until_killed}
    configure_mappers()
    for line in sys.stdin:
        task, folder, recovery_code, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            try:
                # Said by the worker itself, or it could come after its first words.
                say(f"pid {os.getpid()}")
                tasks[task](Path(folder), recovery_code, int(seed))
            except BaseException as error:
                say(f"failed {type(error).__name__} {error}")
            finally:
                os._exit(1)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main()
