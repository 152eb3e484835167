"""Finding by words as a counsellor does it, on both engines."""

from dataclasses import replace
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.domain.errors import NotAllowed
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.search.operations import find_agreements, find_students, find_talks
from lob_workbench.features.search.rules import Found, FoundTalk, Pieces
from lob_workbench.people.rules import GrantKind, PersonName
from lob_workbench.storage.audit import AuditEntry
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementText,
    ConversationDraft,
    StudentResponse,
    Verdict,
)
from tests.features.conversations.test_operations import TODAY, a_talk, recorded
from tests.helpers.stores import Store


def said(student: UUID, summary: str, **fields: object) -> ConversationDraft:
    """A talk that says this and nothing else."""
    values = {"summary": summary, "topics": (), "agreements": (), "next_talk": None} | fields
    return a_talk(student, **values)


def found_talks(store: Store, typed: str, most: int = 8) -> Found[FoundTalk]:
    with store.work() as work:
        return find_talks(work, typed, most)


def marked(pieces: Pieces) -> list[str]:
    """The words that stand out."""
    return [piece.text for piece in pieces if piece.found]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("yilm", "Yılmaz"), ("lukasz", "Łukasz"), ("OCON", "O'Connor"), ("meerde", "Meer-de")],
)
def test_a_student_is_found_without_accents_and_the_name_is_marked(
    store: Store, typed: str, name: str
) -> None:
    for place, last in enumerate(("Yılmaz", "Łukasz", "O'Connor", "Meer-de Vries")):
        store.student(f"041100{place}", PersonName("Aïcha", "", last))
    with store.work() as work:
        found = find_students(work, typed, 8)
    assert [marked(row.name) for row in found.rows] == [[name]]
    assert not found.more


def test_a_student_is_found_by_number_and_by_one_letter(store: Store) -> None:
    store.student("0411001")
    store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    with store.work() as work:
        assert marked(find_students(work, "0411002", 8).rows[0].about) == ["0411002"]
        assert marked(find_students(work, "c", 8).rows[0].name) == ["Çelik"]
        both = find_students(work, "0411", 1)
        assert (len(both.rows), both.more) == (1, True)
        assert find_students(work, " - ", 8) == Found()


def test_talks_are_found_by_all_their_words_newest_first(store: Store) -> None:
    student = store.student()
    first = recorded(store, said(student, "Over de stage bij Yılmaz."))
    second = recorded(store, said(student, "De stageplek in Łódź; thuis/school gaat goed."))
    recorded(store, said(student, "Iets anders."))
    assert [row.id for row in found_talks(store, "stag").rows] == [second.id, first.id]
    assert [row.id for row in found_talks(store, "STAG yilm").rows] == [first.id]
    assert [row.id for row in found_talks(store, "lodz school").rows] == [second.id]
    assert found_talks(store, "stag yilm lodz").rows == ()
    # A page of one, and that there is more.
    page = found_talks(store, "stag", 1)
    assert ([row.id for row in page.rows], page.more) == ([second.id], True)


def test_words_of_one_talk_may_stand_in_different_parts_of_it(store: Store) -> None:
    student = store.student()
    talk = recorded(store, a_talk(student, agreements=(), next_talk=None))
    assert [row.id for row in found_talks(store, "peuter stage").rows] == [talk.id]


def test_one_letter_and_no_letter_find_no_talk(store: Store) -> None:
    recorded(store, said(store.student(), "Een appel e"))
    for typed in ("", "e", " ", "'", "%", '"*', "e %"):
        assert found_talks(store, typed) == Found()
    assert len(found_talks(store, "e appel").rows) == 1


def test_only_the_newest_version_of_a_talk_is_found(store: Store) -> None:
    student = store.student()
    talk = recorded(store, said(student, "Over de bakkerij."))
    draft = said(student, "Over de slagerij.", corrects=talk.id, reason="Verkeerd gehoord")
    with store.work() as work:
        done = talks.record(work, replace(draft, id=new_id()))
    assert found_talks(store, "bakkerij").rows == ()
    assert [row.id for row in found_talks(store, "slagerij").rows] == [done.conversation_id]


def test_in_a_workbook_the_words_stand_marked_in_a_line_of_the_talk(embedded_store: Store) -> None:
    student = embedded_store.student()
    text = "Eerst lang over van alles en nog wat gepraat. " * 4 + "Toen over de Stageplek in Łódź."
    response = StudentResponse(Verdict.DIFFERS, "Het was juist een fluitketel.")
    recorded(embedded_store, said(student, text, response=response))
    (row,) = found_talks(embedded_store, "stage lodz").rows
    assert marked(row.said) == ["Stageplek", "Łódź"]
    assert row.student_name == "Zoë van 't Hart"
    (row,) = found_talks(embedded_store, "fluitket").rows
    assert marked(row.said) == ["fluitketel"]


def test_at_a_school_a_talk_says_nothing_until_its_dossier_is_open(server_store: Store) -> None:
    talk = recorded(server_store, said(server_store.student(), "Over de bakkerij."))
    with server_store.unguarded() as work:
        work.session.execute(sa.text("ALTER TABLE audit_entry DISABLE TRIGGER USER"))
        work.session.execute(
            sa.text("UPDATE audit_entry SET at = at - interval '1 hour' WHERE action = 'opened'")
        )
        work.session.execute(sa.text("ALTER TABLE audit_entry ENABLE TRIGGER USER"))
    (row,) = found_talks(server_store, "bakker").rows
    assert (row.id, row.said) == (talk.id, ())
    with server_store.work() as work:
        talks.read_conversation(work, talk.id)
    (row,) = found_talks(server_store, "bakker").rows
    assert marked(row.said) == ["bakkerij"]


def test_at_a_school_the_log_tells_of_the_search(server_store: Store) -> None:
    for _ in range(2):
        found_talks(server_store, "bakker")
    with server_store.unguarded() as work:
        kinds = work.session.scalars(
            sa.select(AuditEntry.kind).where(AuditEntry.action == "opened")
        ).all()
    assert kinds == ["search"]


def test_agreements_are_found_that_stand(store: Store) -> None:
    student = store.student()
    words = ("Belt de bakkerij", "Belt de slagerij", "Schrijft een brief")
    talk = recorded(
        store,
        said(
            student,
            "x",
            agreements=tuple(AgreementText(what, AgreementOwner.STUDENT, None) for what in words),
        ),
    )
    with store.work() as work:
        found = find_agreements(work, "bel", 8)
        assert {tuple(marked(row.what)) for row in found.rows} == {("Belt",)}
        assert len(found.rows) == 2
        assert find_agreements(work, "bel", 1).more
        assert find_agreements(work, "b", 1) == Found()
    with store.work() as work:
        talks.record(
            work,
            said(
                student,
                "x",
                corrects=talk.id,
                reason="anders",
                agreements=(AgreementText(words[2], AgreementOwner.STUDENT, None),),
            ),
        )
    with store.work() as work:
        assert find_agreements(work, "bel", 8) == Found()
        assert len(find_agreements(work, "brief", 8).rows) == 1


def test_a_stranger_finds_nothing_and_no_count(store: Store) -> None:
    student = store.student()
    recorded(store, a_talk(student))
    stranger = store.colleague(Role.COUNSELLOR, Role.SECOND_LINE)
    for find, typed in (
        (find_students, "zoe"),
        (find_talks, "stage"),
        (find_agreements, "feedback"),
    ):
        with store.work() as work:
            assert len(find(work, typed, 1).rows) == 1
        with store.work(stranger) as work:
            assert find(work, typed, 1) == Found()


def test_who_reads_along_finds_talks_and_no_agreements(store: Store) -> None:
    student = store.student()
    recorded(store, a_talk(student))
    reader = store.colleague(Role.SECOND_LINE)
    store.grant(student, reader, GrantKind.SECOND_LINE)
    with store.work(reader) as work:
        assert len(find_talks(work, "stage", 8).rows) == 1
        assert find_agreements(work, "feedback", 8) == Found()


def test_a_team_leader_finds_names_and_no_words(store: Store) -> None:
    student = store.student()
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    with store.work(leader) as work:
        assert len(find_students(work, "zoe", 8).rows) == 1
        for find in (find_talks, find_agreements):
            with pytest.raises(NotAllowed):
                find(work, "stage", 8)


def test_far_down_among_those_of_others_own_talks_are_found(embedded_store: Store) -> None:
    """The index is asked in portions: what is not the actor's does not fill up the page."""
    store = embedded_store
    mine, other = store.student(), store.student("0411002")
    wanted = recorded(store, said(mine, "Over de bakkerij."))
    with store.work() as work:
        for _ in range(60):
            talks.record(work, said(other, "Over de bakkerij.", held_on=TODAY))
    colleague = store.colleague(Role.COUNSELLOR)
    with store.unguarded() as work:
        work.session.execute(
            sa.text("UPDATE student SET counsellor_id = :them WHERE id = :other"),
            {"them": colleague.staff_id.hex, "other": other.hex},
        )
    page = found_talks(store, "bakker")
    assert ([row.id for row in page.rows], page.more) == ([wanted.id], False)
