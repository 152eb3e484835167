"""Text that wants to break something: stored as :func:`clean_text` gives it, or refused in words.

Every string goes through every text field of a talk and of a student list, on both databases.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.domain.career import CareerCompetence
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.rights import Role
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.features.confidential import operations as confidential
from lob_workbench.features.confidential.rules import NoteDraft
from lob_workbench.features.conversations import operations
from lob_workbench.features.student_import.columns import StudentField
from lob_workbench.features.student_import.operations import import_students
from lob_workbench.features.student_import.reader import Row, Table
from lob_workbench.features.student_import.rules import parse
from lob_workbench.people.queries import list_students
from lob_workbench.people.records import Programme, StaffMember, Student, StudentGroup, Team
from lob_workbench.people.rules import StudentFilter
from lob_workbench.people.school import School, read_school, save_school
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import (
    MAX_TOPIC_TEXT,
    AgreementStatus,
    AgreementText,
    ConversationDraft,
    ConversationView,
    StudentResponse,
    TopicText,
    Verdict,
)
from tests.features.conversations.test_operations import TODAY, recorded
from tests.helpers.hostile import HOSTILE, MEGABYTE, TEMPLATES
from tests.helpers.stores import Store

Clean = Callable[[str], str]


@dataclass(frozen=True)
class Field:
    """A text field of a talk: how it is filled, cleaned and read back."""

    clean: Clean
    fill: Callable[[ConversationDraft, str], ConversationDraft]
    read: Callable[[ConversationView], str]


def strings(store: Store) -> tuple[str, ...]:
    """All of them in a workbook and a third at a school, where each costs three times as much.

    Whether a server keeps every letter, tests/test_hostile_fields.py tries with all its columns.
    """
    return HOSTILE[::3] if store.shared else HOSTILE


def long_text(raw: str) -> str:
    """As texts of a talk are cleaned."""
    return clean_text(raw, limit=MAX_TOPIC_TEXT)


def _topic(part: str) -> Field:
    def fill(draft: ConversationDraft, text: str) -> ConversationDraft:
        # The takeaway stays beside it, so that an empty text does not let the whole topic go.
        (topic,) = draft.topics
        parts = {"experience": topic.experience, "meaning": topic.meaning, part: text}
        return replace(
            draft, topics=(TopicText(topic.competence, takeaway=topic.takeaway, **parts),)
        )

    return Field(long_text, fill, lambda view: str(getattr(view.topics[0], part)))


def _agreement(draft: ConversationDraft, text: str) -> ConversationDraft:
    return replace(draft, agreements=(AgreementText(text),))


def _response(draft: ConversationDraft, text: str) -> ConversationDraft:
    return replace(draft, response=StudentResponse(Verdict.AGREES, text))


def _agreed(view: ConversationView) -> str:
    return view.agreements[0].what if view.agreements else ""


def _said(view: ConversationView) -> str:
    assert view.response is not None
    return view.response.text


FIELDS = {
    "summary": Field(long_text, lambda d, t: replace(d, summary=t), lambda v: v.summary),
    "focus": Field(long_text, lambda d, t: replace(d, focus=t), lambda v: v.focus),
    "experience": _topic("experience"),
    "meaning": _topic("meaning"),
    "agreement": Field(lambda t: clean_line(t, limit=500), _agreement, _agreed),
    "response": Field(long_text, _response, _said),
    "reason": Field(clean_line, lambda d, t: replace(d, reason=t), lambda v: v.reason),
}


def a_plain_talk(student: UUID) -> ConversationDraft:
    """A talk with one topic of which only the takeaway is written."""
    topic = TopicText(CareerCompetence.MOTIVES, takeaway="Vaker doen.")
    return ConversationDraft(new_id(), student, held_on=TODAY, topics=(topic,))


def tells(error: BaseException, text: str) -> bool:
    """Whether anything of ``text`` stands in what the error says or carries."""
    carried = " ".join([str(error), repr(error), *map(repr, error.args)])
    carried += repr(getattr(error, "values", ""))
    piece = text.strip()[:12]
    return len(piece) == 12 and (piece in carried or repr(piece)[1:-1] in carried)


def test_there_are_enough_of_them() -> None:
    assert len(set(HOSTILE)) >= 150


def test_every_text_of_a_talk_is_kept_as_cleaned_or_refused_with_a_reason(store: Store) -> None:
    student, kept, refused = store.student(), 0, 0
    for text in strings(store):
        draft = a_plain_talk(student)
        expected: dict[str, str] = {}
        for name, field in FIELDS.items():
            try:
                expected[name] = field.clean(text)
            except InputRefused as error:
                reason = str(error)
                with pytest.raises(InputRefused) as caught:
                    recorded(store, field.fill(a_plain_talk(student), text))
                assert str(caught.value) == reason, name
                assert not tells(caught.value, text), name
                refused += 1
            else:
                draft = field.fill(draft, text)
        view = recorded(store, draft)
        for name, clean in expected.items():
            assert FIELDS[name].read(view) == clean, (name, text[:40])
            kept += 1
    assert kept + refused == len(strings(store)) * len(FIELDS)


def joined(text: str) -> str:
    """Two surrogates that belong together as the one character that they stand for."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def texts_of(draft: ConversationDraft) -> list[str]:
    """The texts of a draft, by field."""
    assert draft.response is not None
    (topic,), (agreement,) = draft.topics, draft.agreements
    texts = [draft.summary, draft.focus, draft.reason, draft.response.text, agreement.what]
    return [*texts, topic.experience, topic.meaning]


def test_a_draft_keeps_every_character_as_it_was_typed(store: Store) -> None:
    student = store.student()
    for text in strings(store):
        draft = a_plain_talk(student)
        for field in FIELDS.values():
            draft = field.fill(draft, text)
        with store.work() as work:
            operations.keep_draft(work, draft)
        with store.work() as work:
            kept = operations.prepare(work, student).draft
        assert [joined(part) for part in texts_of(kept)] == [joined(text)] * len(FIELDS)


def test_a_student_may_answer_and_an_agreement_may_end_with_anything(store: Store) -> None:
    view = recorded(store, _agreement(a_plain_talk(store.student()), "Belt de stage"))
    version = view.agreements[0].version
    for text in strings(store):
        try:
            answer, reason = long_text(text), clean_line(text, limit=500)
        except InputRefused:
            continue
        with store.work() as work:
            operations.respond(work, view.id, StudentResponse(Verdict.AGREES, text))
            if reason:
                operations.close_agreement(
                    work, view.agreements[0].id, version, AgreementStatus.DROPPED, text
                )
                version += 1
        with store.work() as work:
            (agreement,) = operations.list_agreements(work, view.student.id)
            again = operations.read_conversation(work, view.id)
        assert again.response is not None
        assert again.response.text == answer
        if reason:
            assert agreement.closed_reason == reason
        version = agreement.version


def test_a_restricted_note_is_kept_as_cleaned_or_refused_and_its_draft_as_typed(
    store: Store,
) -> None:
    student, actor = store.student(), store.colleague(Role.SECOND_LINE)
    store.grant(student, actor)
    for text in strings(store):
        draft = NoteDraft(new_id(), student, text)
        with store.work(actor) as work:
            confidential.keep_draft(work, draft)
        with store.work(actor) as work:
            kept = confidential.read_notes(work, student).kept.draft
        assert joined(kept.text) == joined(text)
        try:
            clean = clean_text(kept.text)
        except InputRefused:
            clean = ""
        if not clean:
            with pytest.raises(InputRefused) as caught, store.work(actor) as work:
                confidential.record(work, kept)
            assert not tells(caught.value, text)
            continue
        with store.work(actor) as work:
            confidential.record(work, kept)
        with store.work(actor) as work:
            notes = confidential.read_notes(work, student).notes
        assert notes[0].newest.text == clean


def test_the_name_of_a_school_is_kept_as_cleaned_or_refused(store: Store) -> None:
    for text in strings(store):
        try:
            clean = clean_line(text)
        except InputRefused:
            clean = ""
        if not clean:
            with pytest.raises(InputRefused) as caught, store.work() as work:
                save_school(work, School(text, "2026-2027"))
            assert not tells(caught.value, text)
            continue
        with store.work() as work:
            save_school(work, School(text, "2026-2027"))
        with store.work() as work:
            assert read_school(work).name == clean


COLUMNS = {
    StudentField.STUDENT_NUMBER: 0,
    StudentField.FIRST_NAME: 1,
    StudentField.LAST_NAME: 2,
    StudentField.GROUP: 3,
    StudentField.PROGRAMME: 4,
    StudentField.TEAM: 5,
    StudentField.MENTOR: 6,
    StudentField.EMAIL: 7,
    StudentField.CREBO: 8,
    StudentField.LEVEL: 9,
}
HEAD = tuple(field.value for field in COLUMNS)


def listed(text: str) -> str:
    """What a list's value becomes: one line, without what nobody can see; a dash means nothing."""
    seen = "".join(char for char in text if char not in "\u00ad\u200b\u2060")
    line = clean_line(seen, limit=2 * MEGABYTE)
    return "" if line in ("-", "--", "–", "—") or len(line) > 200 else line


def test_every_text_of_a_student_list_is_kept_as_cleaned_or_refused(store: Store) -> None:
    # Each string in all columns but the number; and in the number, with a plain name.
    rows = [Row(place, (f"A{place:04}", *[text] * 9)) for place, text in enumerate(HOSTILE, 2)]
    rows += [Row(1000 + place, (text, "Jan", "Bakker")) for place, text in enumerate(HOSTILE)]
    table = Table("utf-8", ";", HEAD, tuple(rows))
    parsed = parse(table, COLUMNS, store.clock.today())
    lines = {item.line for item in parsed.students} | {item.line for item in parsed.repeats}
    lines |= {item.line for item in parsed.rejected}
    assert lines == {row.line for row in rows}
    for rejected in parsed.rejected:
        assert rejected.reason.text
        assert len(rejected.reason.text) < 400
    with store.work() as work:
        import_students(work, parsed)
    query = (
        sa.select(Student, StudentGroup.name, Programme.name, Team.name, StaffMember.list_name)
        .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
        .outerjoin(Programme, Student.programme_id == Programme.id)
        .outerjoin(Team, Student.team_id == Team.id)
        .outerjoin(StaffMember, Student.counsellor_id == StaffMember.id)
    )
    with store.work() as work:
        found = {row[0].number: row for row in work.session.execute(query)}
    refused = {item.line for item in parsed.rejected}
    for place, text in enumerate(HOSTILE, 2):
        expected = listed(text)
        assert (place in refused) == (not expected), text[:40]
        if place in refused:
            continue
        student, *texts = found[f"A{place:04}"]
        assert student.first_name == expected
        assert f"{student.infix} {student.last_name}".strip() == expected
        assert [word or "" for word in texts] == [expected] * 4, text[:40]
    with store.work() as work:
        again = import_students(work, parsed)
    assert (again.new, again.changed) == (0, 0)


def test_searching_for_anything_finds_it_or_nothing(store: Store) -> None:
    store.student()
    for text in strings(store):
        for words in (text, f"hart {text[:50]}"):
            with store.work() as work:
                rows = list_students(work, StudentFilter(words=words))
                assert len(rows) <= 1


@pytest.mark.parametrize("text", TEMPLATES)
def test_no_error_fills_places_in_a_text(text: str) -> None:
    with pytest.raises(InputRefused) as caught:
        clean_line(text + "x" * 300)
    assert not tells(caught.value, text)
