"""Issuing and revoking badges, in both databases."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from lob_workbench.content.skills import load_skill_set
from lob_workbench.credentials.keys import SigningKey
from lob_workbench.credentials.verdicts import Outcome
from lob_workbench.credentials.verifying import verify
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.domain.rights import Role
from lob_workbench.features.badges import (
    operations,
    operations_files,
    operations_keys,
    operations_trust,
    writing,
)
from lob_workbench.features.badges.keeping import OpenKey, make_key
from lob_workbench.features.badges.records import IssuedBadgeRecord, IssuedBadgeText
from lob_workbench.features.badges.rules import BadgeState, IssueRound
from lob_workbench.people.records import Team, TeamMember
from lob_workbench.skills.queries import get_learner
from lob_workbench.skills.rules import Learner, Observer, Verdict, VerdictDraft
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from tests.helpers.badges import CHEAP, SECRET, SKILL, a_key, a_wish, issued, reach
from tests.helpers.skills import a_claim, a_student
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()


def learner_at_one(store: Store, **fields: object) -> Learner:
    student = a_student(store.student(**fields))
    reach(store, student)
    return student


def test_what_is_issued_verifies_and_shows_no_dossier_text(store: Store) -> None:
    student = a_student(store.student(email="zoe@voorbeeld.nl", birth_date=date(2008, 3, 4)))
    reach(store, student)
    opened = a_key(store)
    with store.work() as work:
        (ready,) = operations.list_badges(work).ready
    assert (ready.learner.id, ready.title.skill_id, ready.title.level) == (student.id, SKILL, 1)
    (view,) = issued(store, opened, a_wish(student))
    with store.work() as work:
        shown = operations.list_badges(work)
        assert (shown.ready, [one.id for one in shown.issued]) == ((), [view.id])
        assert view.state(TODAY) is BadgeState.VALID
        assert view.issued_by == store.owner.name
    with store.work() as work:
        (file,) = operations_files.read_files(work, [view]).badges
    with store.work() as work:
        knowledge = operations_trust.read_knowledge(work)
    for data in (file.credential.encode(), file.token.encode()):
        verdict = verify(data, knowledge.trust, store.clock.now() + timedelta(seconds=1))
        assert verdict.outcome is Outcome.VALID, verdict
        assert verdict.statement is not None
        assert verdict.statement.recipient.name == "Zoë van 't Hart"
        behaviours = load_skill_set().skill(SKILL).level(1).behaviours
        assert verdict.statement.achievement.criteria == tuple(one.text for one in behaviours)
    # The address is in it as a hash, and nothing else of the dossier.
    for word in (SECRET, "zoe@", "0411001", "2008", "J. de Boer"):
        assert word not in file.credential
    assert "sha256$" in file.credential
    assert "docent, 23-11-2026" in file.credential


def test_evidence_goes_out_only_when_it_was_chosen(store: Store) -> None:
    student = learner_at_one(store)
    opened = a_key(store)
    with store.work() as work:
        form = operations.read_issue_form(work, a_wish(student))
    assert len(form.criteria) == len(form.choices) == 5
    assert not form.hashed_email
    chosen = form.choices[0]
    wish = replace(a_wish(student), claims=frozenset({chosen.claim_id, store.owner.staff_id}))
    with store.work() as work:
        operations.issue(work, IssueRound((wish,), consent=True, confirmations=False), opened)
    with store.work() as work:
        (view,) = operations.list_badges(work).issued
    with store.work() as work:
        (file,) = operations_files.read_files(work, [view]).badges
    (evidence,) = json.loads(file.credential)["evidence"]
    assert (evidence["name"], evidence["narrative"]) == (chosen.behaviour, SECRET)
    with store.work() as work, pytest.raises(NotFound):
        operations.read_issue_form(work, replace(a_wish(student), skill_id="juggling"))


def test_one_badge_a_level_and_none_above_what_was_reached(store: Store) -> None:
    student = learner_at_one(store)
    opened = a_key(store)
    (view,) = issued(store, opened, a_wish(student))
    for wish in (
        a_wish(student),
        a_wish(student, 2),
        a_wish(student, 0),
        a_wish(student, 1, "calm"),
    ):
        with store.work() as work:
            done = operations.issue(work, IssueRound((wish,), consent=True), opened)
        assert (done.badges, done.left_out) == ((), 1)
    reach(store, student, levels=(2,))
    with store.work() as work:
        assert [one.title.level for one in operations.list_badges_of(work, student.id).ready] == [2]
    assert len(issued(store, opened, a_wish(student, 2))) == 1
    with store.work() as work:
        assert len(operations.list_badges_of(work, student.id).issued) == 2
    # The database says so too.
    with store.unguarded() as work:
        record = work.session.get_one(IssuedBadgeRecord, view.id)
        copied = {column.name: getattr(record, column.name) for column in record.__table__.columns}
    with pytest.raises(sa.exc.IntegrityError), store.unguarded() as work:
        work.session.add(IssuedBadgeRecord(**{**copied, "id": new_id(), "status_index": 7}))


def test_a_revoked_badge_is_told_at_once_and_can_be_issued_again(store: Store) -> None:
    student = learner_at_one(store)
    opened = a_key(store)
    (view,) = issued(store, opened, a_wish(student))
    with store.work() as work, pytest.raises(InputRefused):
        operations.revoke(work, view.id, student.id, " \n ")
    with store.work() as work, pytest.raises(NotFound):
        operations.revoke(work, view.id, None, "Fout")
    with store.work() as work:
        assert operations.revoke(work, view.id, student.id, "Verkeerd niveau").touches(
            "issued_badge"
        )
    with store.work() as work, pytest.raises(InputRefused):
        operations.revoke(work, view.id, student.id, "Nog eens")
    with store.work() as work:
        knowledge = operations_trust.read_knowledge(work)
        shown = operations.list_badges(work)
    assert knowledge.revoked == {(opened.view.list_id, view.status_index)}
    assert shown.issued[0].state(TODAY) is BadgeState.REVOKED
    assert len(shown.ready) == 1
    with store.unguarded() as work:
        assert work.session.get_one(IssuedBadgeText, view.id).reason == "Verkeerd niveau"
    (again,) = issued(store, opened, a_wish(student))
    assert again.id != view.id


def test_what_was_signed_never_changes(store: Store) -> None:
    student = learner_at_one(store)
    (view,) = issued(store, a_key(store), a_wish(student))
    for statement in (
        "UPDATE issued_badge_text SET credential = 'x'",
        "UPDATE issued_badge SET level = 4",
    ):
        with pytest.raises(sa.exc.DBAPIError), store.unguarded() as work:
            work.session.execute(sa.text(statement))
    assert view.title.level == 1


def test_an_expired_badge_makes_room_for_a_new_one(store: Store) -> None:
    student = learner_at_one(store)
    opened = a_key(store)
    tomorrow = TODAY + timedelta(days=1)
    with store.work() as work, pytest.raises(InputRefused):
        operations.issue(work, IssueRound((a_wish(student),), True, TODAY), opened)
    with store.work() as work:
        operations.issue(work, IssueRound((a_wish(student),), True, tomorrow), opened)
    store.clock.moment += timedelta(days=2)
    with store.work() as work:
        shown = operations.list_badges(work)
    assert shown.issued[0].state(shown.today) is BadgeState.EXPIRED
    assert len(shown.ready) == 1
    issued(store, opened, a_wish(student))
    with store.work() as work:
        new, old = operations.list_badges(work).issued
    assert (new.state(shown.today), old.state(shown.today)) == (
        BadgeState.VALID,
        BadgeState.REVOKED,
    )


def test_when_the_key_was_stolen_badges_are_issued_again(store: Store) -> None:
    student = learner_at_one(store)
    opened = a_key(store)
    (view,) = issued(store, opened, a_wish(student))
    with store.work() as work:
        operations_keys.revoke_key(work, opened.view.id)
    with store.work() as work, pytest.raises(InputRefused):
        operations.issue(work, IssueRound((a_wish(student),), True), opened)
    with store.work() as work, pytest.raises(NotFound):
        operations.read_key_in_use(work)
    with store.work() as work:
        shown = operations.list_badges(work)
    assert shown.key is None
    assert shown.issued[0].state(TODAY) is BadgeState.KEY_REVOKED
    assert len(shown.ready) == 1
    fresh = a_key(store, fresh=True)
    (again,) = issued(store, fresh, a_wish(student))
    assert again.key_id == fresh.view.id != view.key_id


def test_a_round_is_all_or_nothing_and_asks_consent(store: Store) -> None:
    student = learner_at_one(store)
    opened = a_key(store)
    wish = a_wish(student)
    strange = replace(wish, learner_id=new_id())
    for wanted, refusal in (
        (IssueRound((wish,), consent=False), InputRefused),
        (IssueRound((), consent=True), InputRefused),
        (IssueRound((wish, strange), consent=True), NotFound),
        (IssueRound((wish, replace(wish, student=False)), consent=True), NotFound),
    ):
        with pytest.raises(refusal), store.work() as work:
            operations.issue(work, wanted, opened)
    progress = Progress()
    progress.stop()
    with pytest.raises(Stopped), store.work() as work:
        operations.issue(work, IssueRound((wish,), consent=True), opened, progress)
    wrong = OpenKey(opened.view, SigningKey(make_key(None, CHEAP).sealed))
    with store.work() as work, pytest.raises(InputRefused):
        operations.issue(work, IssueRound((wish,), consent=True), wrong)
    with store.work() as work:
        assert operations.list_badges(work).issued == ()
    watched = Progress()
    with store.work() as work:
        operations.issue(work, IssueRound((wish,), consent=True), opened, watched)
    assert watched.total == 1


def test_two_desks_at_the_same_moment_write_it_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    student = learner_at_one(store)
    opened = a_key(store)
    issued(store, opened, a_wish(student))
    # As when the other's badge was not committed yet when we looked.
    monkeypatch.setattr(operations.queries, "standing_badge", lambda *_: None)
    with pytest.raises(StaleSave), store.work() as work:
        operations.issue(work, IssueRound((a_wish(student),), True), opened)
    assert writing.BADGES == "issued_badge"


def test_a_team_leader_gives_badges_to_members_and_nobody_to_themselves(store: Store) -> None:
    leader = store.colleague(Role.TEAM_LEADER)
    opened = a_key(store)
    with store.unguarded() as work:
        team = Team(id=new_id(), name="Zorg")
        work.session.add(team)
        work.session.flush()
        for one in (leader.staff_id, store.owner.staff_id):
            work.session.add(TeamMember(team_id=team.id, staff_id=one))
    with store.work(leader) as work:
        member = get_learner(work, store.owner.staff_id)
        me = get_learner(work, leader.staff_id)
    reach(store, member, actor=leader)
    with store.work(leader) as work:
        assert len(operations.read_issue_form(work, a_wish(member)).choices) == 5
    (view,) = issued(store, opened, a_wish(member), actor=leader)
    assert view.learner.id == store.owner.staff_id
    with store.work(leader) as work:
        assert operations_files.read_files(work, [view]).badges[0].credential
    with store.work(leader) as work, pytest.raises(InputRefused):
        operations.issue(work, IssueRound((a_wish(me),), True), opened)
    # Whose badge it is sees it, and neither revokes it nor is offered one.
    with store.work() as work:
        shown = operations.list_badges_of(work, store.owner.staff_id)
        assert ([one.id for one in shown.issued], shown.ready) == ([view.id], ())
    with store.work() as work, pytest.raises(NotFound):
        operations.revoke(work, view.id, None, "Wil ik niet")
    with store.work(leader) as work:
        operations.revoke(work, view.id, None, "Verkeerde persoon")


def test_a_leader_counts_badges_of_the_team_and_reads_none(store: Store) -> None:
    student = learner_at_one(store)
    (view,) = issued(store, a_key(store), a_wish(student))
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student.id)
    with store.work(leader) as work:
        shown = operations.list_badges(work)
        assert ([one.id for one in shown.issued], shown.ready) == ([view.id], ())
    for do in (
        lambda work: operations_files.read_files(work, [view]),
        lambda work: operations.revoke(work, view.id, student.id, "Nee"),
        lambda work: operations.read_issue_form(work, a_wish(student)),
    ):
        with store.work(leader) as work, pytest.raises(NotFound):
            do(work)
    stranger = store.colleague(Role.COUNSELLOR)
    with store.work(stranger) as work:
        assert operations.list_badges(work).issued == ()
    with store.work(stranger) as work, pytest.raises(NotFound):
        operations.revoke(work, view.id, student.id, "Nee")
    intake = store.colleague(Role.INTAKE_OFFICER)
    with store.work(intake) as work, pytest.raises(NotAllowed):
        operations.list_badges(work)


def test_a_badge_of_a_set_that_is_gone_keeps_its_ids_for_a_name(store: Store) -> None:
    student = learner_at_one(store)
    (view,) = issued(store, a_key(store), a_wish(student))
    with store.unguarded() as work:
        record = work.session.get_one(IssuedBadgeRecord, view.id)
        copied = {column.name: getattr(record, column.name) for column in record.__table__.columns}
        for changed in ({"set_key": "weg@1"}, {"skill_id": "juggling"}):
            values = {**copied, **changed, "id": new_id(), "status_index": len(str(changed))}
            work.session.add(IssuedBadgeRecord(**values))
            work.session.flush()
            words = {"credential": "", "token": "", "reason": ""}
            learner = {"learner_id": student.id, "student_id": student.id}
            work.session.add(IssuedBadgeText(badge_id=values["id"], **learner, **words))
    with store.work() as work:
        titles = {one.title.skill for one in operations.list_badges(work).issued}
    assert titles == {load_skill_set().skill(SKILL).name, SKILL, "juggling"}


def test_the_first_confirmation_is_told_and_a_no_is_none(store: Store) -> None:
    student = learner_at_one(store)
    store.clock.moment += timedelta(days=3)
    for verdict in (Verdict.CONFIRMED, Verdict.DECLINED):
        claim = replace(
            a_claim(student, f"{SKILL}-1-1"), set_key=load_skill_set().key, evidence=SECRET
        )
        with store.work() as work:
            write_claim(work, claim, load_skill_set())
        with store.work() as work:
            open_dossier(work, student.id)
            today = work.clock.today()
            said = VerdictDraft(claim.id, verdict, Observer.COUNSELLOR, today, note="Nog niet")
            write_verdict(work, said)
    with store.work() as work:
        found = operations.queries.confirmed_on(work, student.id, load_skill_set().key)
    assert len(found) == 5
    assert set(found.values()) == {(Observer.TEACHER, TODAY)}
    with store.work() as work:
        form = operations.read_issue_form(work, a_wish(student))
    # What was confirmed, and nothing of what was not or of another level.
    assert len(form.choices) == 6


def test_the_second_line_sees_badges_of_whom_it_cares_for(store: Store) -> None:
    student = learner_at_one(store)
    (view,) = issued(store, a_key(store), a_wish(student))
    second = store.colleague(Role.SECOND_LINE)
    store.grant(student.id, second)
    with store.work(second) as work:
        shown = operations.list_badges(work)
        assert ([one.id for one in shown.issued], shown.ready) == ([view.id], ())
    with store.work(second) as work:
        assert len(operations.list_badges_of(work, student.id).issued) == 1
    with store.work(second) as work, pytest.raises(NotAllowed):
        operations_files.read_files(work, [view])
