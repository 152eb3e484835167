"""Issuing and revoking badges, in both databases."""

import json
from dataclasses import replace
from datetime import date, timedelta

from lob_workbench.content.skills import load_skill_set
from lob_workbench.credentials.verdicts import Outcome
from lob_workbench.credentials.verifying import verify
from lob_workbench.features.badges import operations, operations_trust
from lob_workbench.features.badges.rules import BadgeState, IssueRound
from tests.helpers.badges import SECRET, SKILL, a_key, a_wish, issued, reach
from tests.helpers.skills import a_student
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()


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
    with store.work() as work:
        (file,) = operations.read_files(work, [(view.id, student.id)])
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
    student = a_student(store.student())
    reach(store, student)
    opened = a_key(store)
    with store.work() as work:
        form = operations.read_issue_form(work, a_wish(student))
    assert len(form.criteria) == len(form.choices) == 5
    assert not form.hashed_email
    chosen = form.choices[0]
    wish = replace(a_wish(student), claims=frozenset({chosen.claim_id, store.owner.staff_id}))
    with store.work() as work:
        done = operations.issue(
            work, IssueRound((wish,), consent=True, confirmations=False), opened
        )
    with store.work() as work:
        (file,) = operations.read_files(work, [(done.badges[0], student.id)])
    (evidence,) = json.loads(file.credential)["evidence"]
    assert (evidence["name"], evidence["narrative"]) == (chosen.behaviour, SECRET)
