"""Restricted notes: written once, corrected in the open, and nobody else's to read."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.app.features import FEATURES
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import contributed
from lob_workbench.domain.draft_copy import AwayFindings, DraftCopy, KeptCopy
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.confidential import drafts, operations, overview
from lob_workbench.features.confidential.records import ConfidentialMark, ConfidentialNote
from lob_workbench.features.confidential.rules import NoteDraft, StudentNotes
from lob_workbench.features.students.operations import HeadSources, list_students, read_story
from lob_workbench.people.records import AccessGrant
from lob_workbench.people.rules import GrantKind, StudentFilter
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import Draft
from tests.helpers.stores import Store

SECRET = "Slaapt bij een vriend, thuis is het onveilig."


@pytest.fixture
def student(store: Store) -> UUID:
    """A student of the owner."""
    return store.student()


@pytest.fixture
def writer(store: Store, student: UUID) -> Actor:
    """Somebody of the second line with an active referral."""
    actor = store.colleague(Role.SECOND_LINE)
    store.grant(student, actor)
    return actor


def noted(store: Store, actor: Actor, student: UUID, text: str = SECRET, **fields: UUID) -> UUID:
    """Record a note."""
    with store.work(actor) as work:
        return operations.record(work, NoteDraft(new_id(), student, text, **fields)).note_id


def read(store: Store, actor: Actor, student: UUID) -> StudentNotes:
    """The notes as the second line reads them."""
    with store.work(actor) as work:
        return operations.read_notes(work, student)


def rows(store: Store, table: type) -> int:
    """How many rows there are."""
    with store.unguarded() as work:
        return work.session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_a_note_is_read_by_the_second_line_newest_first(
    store: Store, student: UUID, writer: Actor
) -> None:
    first = noted(store, writer, student)
    second = noted(store, writer, student, "Later.")
    colleague = store.colleague(Role.SECOND_LINE)
    store.grant(student, colleague)
    found = read(store, colleague, student)
    assert [note.newest.id for note in found.notes] == [second, first]
    note = found.notes[1].newest
    assert (note.author, note.text, note.written_at) == (writer.name, SECRET, store.clock.now())


def test_a_correction_is_a_new_version_and_the_old_one_stays(
    store: Store, student: UUID, writer: Actor
) -> None:
    first = noted(store, writer, student)
    later = noted(store, writer, student, "Iets anders.")
    with store.work(writer) as work:
        draft = operations.prepare_correction(work, student, first).draft
    assert (draft.text, draft.replaces) == (SECRET, first)
    with store.work(writer) as work:
        operations.record(work, replace(draft, text="Het is nu weer veilig."))
    notes = read(store, writer, student).notes
    assert [note.first.id for note in notes] == [later, first]
    assert notes[1].newest.text == "Het is nu weer veilig."
    assert [version.text for version in notes[1].earlier] == [SECRET]


def test_the_same_draft_twice_writes_once(store: Store, student: UUID, writer: Actor) -> None:
    draft = NoteDraft(new_id(), student, SECRET)
    for _ in range(2):
        with store.work(writer) as work:
            operations.record(work, draft)
    assert rows(store, ConfidentialNote) == 1
    # The same draft typed further at another desk: an answer *recorded* would lose words.
    with pytest.raises(StaleSave), store.work(writer) as work:
        operations.record(work, replace(draft, text="Meer."))
    assert rows(store, ConfidentialNote) == 1


def test_what_was_typed_on_after_recording_becomes_a_note_beside(
    store: Store, student: UUID, writer: Actor
) -> None:
    draft = NoteDraft(new_id(), student, SECRET)
    with store.work(writer) as work:
        operations.record(work, draft)
    with store.work(writer) as work:
        operations.keep_draft(work, replace(draft, text="Meer."))
    kept = read(store, writer, student).kept.draft
    assert kept.text == "Meer."
    with store.work(writer) as work:
        operations.record(work, kept)
    assert rows(store, ConfidentialNote) == 2


def test_a_correction_of_an_older_version_is_stale_and_its_words_go_on(
    store: Store, student: UUID, writer: Actor
) -> None:
    first = noted(store, writer, student)
    late = NoteDraft(new_id(), student, "Aan het andere bureau getypt.", first)
    with store.work(writer) as work:
        operations.keep_draft(work, late)
    # Recorded elsewhere under the same draft's subject, then kept once more.
    second = noted(store, writer, student, "Verbeterd.", replaces=first)
    with store.work(writer) as work:
        operations.keep_draft(work, late)
    with pytest.raises(StaleSave), store.work(writer) as work:
        operations.record(work, late)
    assert read(store, writer, student).corrections == {second}
    with store.work(writer) as work:
        going_on = operations.prepare_correction(work, student, second).draft
    assert (going_on.text, going_on.replaces) == (late.text, second)
    with store.work(writer) as work:
        operations.record(work, going_on)
    (note,) = read(store, writer, student).notes
    assert [version.text for version in (note.newest, *note.earlier)] == [
        late.text,
        "Verbeterd.",
        SECRET,
    ]
    assert rows(store, Draft) == 0


def test_only_who_wrote_a_note_corrects_it(store: Store, student: UUID, writer: Actor) -> None:
    first = noted(store, writer, student)
    colleague = store.colleague(Role.SECOND_LINE)
    store.grant(student, colleague)
    with pytest.raises(NotFound), store.work(colleague) as work:
        operations.prepare_correction(work, student, first)
    with pytest.raises(NotFound), store.work(colleague) as work:
        operations.record(work, NoteDraft(new_id(), student, "Nee.", first))
    assert rows(store, ConfidentialNote) == 1


@pytest.mark.parametrize("text", ["", " \n\t ", "x" * 20_001])
def test_nothing_and_too_much_are_refused_and_stay_in_the_draft(
    store: Store, student: UUID, writer: Actor, text: str
) -> None:
    draft = NoteDraft(new_id(), student, text)
    with store.work(writer) as work:
        operations.keep_draft(work, draft)
    with pytest.raises(InputRefused), store.work(writer) as work:
        operations.record(work, draft)
    assert rows(store, ConfidentialNote) == rows(store, ConfidentialMark) == 0
    assert read(store, writer, student).kept.draft == draft


def test_a_draft_is_thrown_away_and_put_back(store: Store, student: UUID, writer: Actor) -> None:
    draft = NoteDraft(new_id(), student, SECRET)
    for act in (operations.keep_draft, operations.drop_draft):
        with store.work(writer) as work:
            act(work, draft)
    assert read(store, writer, student).kept.saved_at is None
    with store.work(writer) as work:
        operations.put_back_draft(work, draft)
    assert read(store, writer, student).kept.draft == draft


def told(store: Store, actor: Actor, student: UUID) -> str:
    """Everything that lists, search and the page of a student tell this actor."""
    head = HeadSources(notices=contributed(FEATURES, actor, "notices"))
    words = ""
    stories, facts = (contributed(FEATURES, actor, part) for part in ("story", "facts"))
    with store.work(actor) as work:
        for typed in ("", "slaapt", "vriend", "onveilig", SECRET):
            words += repr(list_students(work, StudentFilter(words=typed), facts))
    try:
        with store.work(actor) as work:
            words += repr(read_story(work, student, stories, facts, head))
    except NotFound:
        pass
    return words


def test_the_counsellor_learns_that_there_is_a_note_and_nothing_more(
    store: Store, student: UUID, writer: Actor
) -> None:
    before = told(store, store.owner, student)
    assert "vertrouwelijke" not in before
    noted(store, writer, student)
    once = told(store, store.owner, student)
    assert "vertrouwelijke notitie van de tweede lijn" in once
    noted(store, writer, student, "Nog een.")
    # No count, no day, no author: a second note changes nothing at all.
    assert told(store, store.owner, student) == once
    for trace in (SECRET, "onveilig", "confidential", str(writer.staff_id)):
        assert trace not in once
    assert rows(store, ConfidentialMark) == 1


@pytest.mark.parametrize("who", ["team leader", "asked in", "idle", "ended", "both"])
def test_nobody_else_learns_that_there_is_one(
    store: Store, student: UUID, writer: Actor, who: str
) -> None:
    role = {"team leader": Role.TEAM_LEADER, "asked in": Role.COUNSELLOR}.get(who, Role.SECOND_LINE)
    roles = {role, Role.COUNSELLOR} if who == "both" else {role}
    actor = store.colleague(*sorted(roles))
    noted(store, writer, student)
    if who == "team leader":
        store.lead(actor, student)
    if who == "asked in":
        store.grant(student, actor, GrantKind.ASKED_IN)
    if who == "ended":
        grant = store.grant(student, actor)
        with store.unguarded() as work:
            work.session.get_one(AccessGrant, grant).ended_at = store.clock.now()
    words = told(store, actor, student)
    for trace in ("vertrouwelijk", SECRET, "onveilig"):
        assert trace not in words
    with pytest.raises((NotFound, NotAllowed)), store.work(actor) as work:
        operations.read_notes(work, student)
    if role is Role.SECOND_LINE:
        with store.work(actor) as work:
            assert not overview.is_cared_for(work, student)


def test_a_referral_that_ends_shuts_the_notes_also_for_who_wrote_them(
    store: Store, student: UUID, writer: Actor
) -> None:
    noted(store, writer, student)
    with store.unguarded() as work:
        for grant in work.session.scalars(sa.select(AccessGrant)):
            grant.ended_at = store.clock.now()
    for act in (operations.keep_draft, operations.record):
        with pytest.raises(NotFound), store.work(writer) as work:
            act(work, NoteDraft(new_id(), student, SECRET))
    with pytest.raises(NotFound), store.work(writer) as work:
        operations.read_notes(work, student)


def test_the_owner_of_a_laptop_has_no_restricted_notes(embedded_store: Store) -> None:
    """Nobody refers to her there, and whoever holds the key reads the file anyway."""
    student = embedded_store.student()
    owner = replace(
        embedded_store.owner, roles=frozenset({Role.COUNSELLOR, Role.SECOND_LINE}), own_desk=True
    )
    with embedded_store.work(owner) as work:
        assert not overview.is_cared_for(work, student)
        assert overview.notices(work, student) == ()
    with pytest.raises(NotFound), embedded_store.work(owner) as work:
        operations.record(work, NoteDraft(new_id(), student, SECRET))


def test_a_corrected_note_is_corrected_again_without_an_older_draft(
    store: Store, student: UUID, writer: Actor
) -> None:
    first = noted(store, writer, student)
    second = noted(store, writer, student, "Beter.", replaces=first)
    with store.work(writer) as work:
        kept = operations.prepare_correction(work, student, first)
    assert (kept.draft.replaces, kept.draft.text, kept.saved_at) == (second, "Beter.", None)


def test_a_copy_of_another_feature_is_left_to_it(
    store: Store, student: UUID, writer: Actor
) -> None:
    copy = KeptCopy(DraftCopy("conversation", student, "{}"), store.clock.now())
    with store.work(writer) as work:
        assert operations.compare_copies(work, (copy,)) == AwayFindings()


def test_copies_on_a_laptop_are_offered_until_the_school_has_their_words(
    store: Store, student: UUID, writer: Actor
) -> None:
    done = NoteDraft(new_id(), student, f"{SECRET}\n")
    with store.work(writer) as work:
        first = operations.record(work, done).note_id
    begun = NoteDraft(new_id(), student, "Belt morgen terug.")
    better = NoteDraft(new_id(), student, "Toch weer veilig.", first)
    copies = {
        name: KeptCopy(drafts.copy_of(draft), store.clock.now())
        for name, draft in {
            "empty": replace(begun, text=" \n"),
            "recorded": done,
            "recorded and typed on": replace(done, text="Meer."),
            "begun": begun,
            "a correction": better,
        }.items()
    }

    def found() -> AwayFindings:
        with store.work(writer) as work:
            return operations.compare_copies(work, tuple(copies.values()))

    assert found().known == (copies["empty"], copies["recorded"])
    assert [offer.kept for offer in found().offers] == [
        copies["recorded and typed on"],
        copies["begun"],
        copies["a correction"],
    ]
    assert {(offer.student_name, offer.target.entity) for offer in found().offers} == {
        ("Zoë van 't Hart", student)
    }
    with store.work(writer) as work:
        operations.keep_draft(work, begun)
    with store.work(writer) as work:
        operations.record(work, better)
    # A version that was corrected since was recorded all the same.
    assert [offer.kept for offer in found().offers] == [copies["recorded and typed on"]]
    assert len(found().known) == 4


def test_copies_of_who_is_no_longer_referred_are_left_where_they_are(
    store: Store, student: UUID, writer: Actor
) -> None:
    """Neither offered, which would name the student, nor called known, which would delete them."""
    copy = KeptCopy(drafts.copy_of(NoteDraft(new_id(), student, SECRET)), store.clock.now())
    with store.unguarded() as work:
        for grant in work.session.scalars(sa.select(AccessGrant)):
            grant.ended_at = store.clock.now() - timedelta(minutes=1)
    with store.work(writer) as work:
        assert operations.compare_copies(work, (copy,)) == AwayFindings()
