"""Claims, confirmations and the matrix as they stand in both databases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.features.life_skills import (
    operations,
    operations_claims,
    operations_lent,
    operations_members,
    overview,
    overview_claims,
)
from lob_workbench.features.life_skills.evidence_files import LARGEST_BYTES
from lob_workbench.features.life_skills.operations_members import NewMember
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.rules_claims import FileName, Who
from lob_workbench.features.life_skills.rules_lent import LentDraft, Written
from lob_workbench.people.records import StaffMember, Team, TeamMember
from lob_workbench.people.rules import GrantKind, PersonName, StudentFilter
from lob_workbench.skills.records import SkillSetRecord
from lob_workbench.skills.rules import (
    ClaimState,
    EvidenceFile,
    LearnerKind,
    Observer,
    Verdict,
    VerdictDraft,
)
from lob_workbench.skills.rules_sets import Route
from lob_workbench.skills.writing import write_claim
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from tests.features.life_skills.claims import (
    FRIDAY,
    OUR_KEY,
    SECRET,
    SKILL,
    TODAY,
    a_typed_claim,
    a_verdict,
    claimed,
    judge,
    routed,
    write,
)
from tests.helpers.skills import a_claim, a_student, small_set
from tests.helpers.stores import Store


def cell_of(store: Store, student, skill=SKILL, kind=LearnerKind.STUDENT, actor=None):
    """A cell as the owner or ``actor`` reads it."""
    with store.work(actor) as work:
        return operations.read_cell(work, student, kind, OUR_KEY, skill)


def test_five_confirmed_at_once_are_a_level(store: Store) -> None:
    student = store.student()
    claims = write(store, a_typed_claim(student, 1, 2, 3, 4, 5))
    cell = cell_of(store, student)
    assert (cell.standing.level, cell.standing.asks, cell.next_level) == (0, True, 1)
    assert {one.evidence for one in cell.claims} == {SECRET}
    judge(store, student, *map(a_verdict, claims.values()))
    cell = cell_of(store, student)
    assert (cell.standing.level, cell.standing.asks, cell.next_level) == (1, False, 2)
    (claim,) = cell.of_behaviour("listening-1-3")
    assert claim.state is ClaimState.CONFIRMED
    assert claim.verdicts[0].name == store.owner.name


def test_of_several_verdicts_all_are_written_or_none(store: Store) -> None:
    student = store.student()
    claims = write(store, a_typed_claim(student, 1, 2))
    own = write(store, a_typed_claim(student, 3, who=Who.ME))
    with pytest.raises(InputRefused):
        judge(store, student, *map(a_verdict, (*claims.values(), *own.values())))
    assert cell_of(store, student).standing.shown == 0


def test_not_yet_tells_what_is_needed_and_taking_back_takes_it_away(store: Store) -> None:
    student = store.student()
    (claim,) = write(store, a_typed_claim(student)).values()
    with pytest.raises(InputRefused):
        judge(store, student, a_verdict(claim, Verdict.DECLINED))
    judge(store, student, a_verdict(claim, Verdict.DECLINED, "Doe het nog een keer"))
    (view,) = cell_of(store, student).claims
    assert (view.state, view.verdicts[0].note) == (ClaimState.DECLINED, "Doe het nog een keer")
    judge(store, student, a_verdict(claim, Verdict.WITHDRAWN))
    assert cell_of(store, student).claims[0].state is ClaimState.WITHDRAWN


def test_a_claim_that_is_typed_is_kept_as_typed_until_it_is_written(store: Store) -> None:
    student = store.student()
    with store.work() as work:
        typed = operations_claims.begin_claim(work, student, OUR_KEY, SKILL)
    assert (typed.day, len(typed.ids)) == (TODAY, 20)
    typed = replace(typed, chosen=("listening-1-1",), evidence="  \x00 half \ud800")
    with store.work() as work:
        operations_claims.keep_claim(work, typed)
    with store.work() as work:
        assert operations_claims.begin_claim(work, student, OUR_KEY, SKILL) == typed
    assert cell_of(store, student).begun
    with store.work() as work:
        operations_claims.claim(work, typed)
    cell = cell_of(store, student)
    assert (cell.begun, cell.claims[0].evidence) == (False, "half")
    # An answer was lost on the line: once more writes nothing more.
    with store.work() as work:
        operations_claims.claim(work, typed)
    assert len(cell_of(store, student).claims) == 1


def test_an_emptied_or_thrown_away_claim_is_forgotten(store: Store) -> None:
    student = store.student()
    file = EvidenceFile(new_id(), "a.pdf", "application/pdf", b"%PDF-")
    typed = a_typed_claim(student)
    for last in ("empty", "thrown"):
        with store.work() as work:
            operations_claims.keep_file(work, student, file)
            operations_claims.keep_claim(work, typed)
        assert cell_of(store, student).begun
        with store.work() as work:
            if last == "empty":
                operations_claims.keep_claim(work, replace(typed, evidence=" "))
                operations_claims.drop_file(work, file.id)
            else:
                named = FileName(file.id, file.name, file.media_type)
                operations_claims.drop_claim(work, replace(typed, files=(named,)))
        assert not cell_of(store, student).begun


def test_a_file_beside_a_claim_comes_back_as_it_was(store: Store) -> None:
    student = store.student()
    _, file = claimed(store, student)
    with store.work() as work:
        found = operations_claims.read_evidence(work, student, LearnerKind.STUDENT, file)
    assert (found.name, found.content) == ("bewijs.pdf", b"%PDF- ZZGEHEIM")


def test_a_file_beside_ones_own_claim_is_ones_own(store: Store) -> None:
    me = store.owner.staff_id
    file = EvidenceFile(new_id(), "diploma.pdf", "application/pdf", b"%PDF-")
    named = FileName(file.id, file.name, file.media_type)
    with store.work() as work:
        operations_claims.keep_file(work, me, file)
    write(store, replace(a_typed_claim(me), files=(named,)))
    (claim,) = cell_of(store, me, kind=LearnerKind.MEMBER).claims
    with store.work() as work:
        found = operations_claims.read_evidence(work, me, LearnerKind.MEMBER, claim.files[0].id)
    assert found.content == b"%PDF-"
    stranger = store.colleague(Role.COUNSELLOR)
    with store.work(stranger) as work, pytest.raises(NotFound):
        operations_claims.read_evidence(work, me, LearnerKind.MEMBER, claim.files[0].id)


def test_files_that_are_too_much_together_and_lost_ones(store: Store, monkeypatch) -> None:
    student = store.student()
    file = EvidenceFile(new_id(), "a.pdf", "application/pdf", b"%PDF-" + b"x" * 100)
    named = FileName(file.id, file.name, file.media_type)
    gone = FileName(new_id(), "weg.pdf", "application/pdf")
    with store.work() as work:
        operations_claims.keep_file(work, student, file)
    typed = replace(a_typed_claim(student, 1, 2, 3), files=(named, gone))
    monkeypatch.setattr(operations_claims, "LARGEST_BYTES", 150)
    with store.work() as work, pytest.raises(InputRefused):
        operations_claims.claim(work, typed)
    monkeypatch.setattr(operations_claims, "LARGEST_BYTES", LARGEST_BYTES)
    write(store, typed)
    assert [len(one.files) for one in cell_of(store, student).claims] == [1, 1, 1]


def test_the_roll_lists_who_fits_and_levels_come_by_page(store: Store) -> None:
    student = store.student()
    other = store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    claims = write(store, a_typed_claim(student, 1, 2, 3, 4, 5))
    judge(store, student, *map(a_verdict, claims.values()))
    route = Route(new_id(), "Keuken", "werkbank", (SKILL, "planning"), store.owner.staff_id)
    with store.work() as work:
        roll = operations.read_roll(work, Selection(OUR_KEY, route=route))
        assert (list(roll.ids), [one.id for one in roll.skills]) == (
            [other, student],
            [SKILL, "planning"],
        )
        levels = operations.read_levels(work, LearnerKind.STUDENT, OUR_KEY, tuple(roll.ids))
        assert [one.listed for one in levels.learners] == ["Çelik, Oğuz", "Hart, Zoë van 't"]
        assert levels.standings[student][SKILL].level == 1
        assert other not in levels.standings
        chosen = operations.read_roll(work, Selection("", chosen=frozenset({student})))
        assert list(chosen.ids) == [student]
        found = operations.read_roll(work, Selection("", wanted=StudentFilter(words="celi")))
        assert list(found.ids) == [other]


def test_a_team_member_finds_oneself_and_who_leads_a_team_its_members(store: Store) -> None:
    colleague = store.colleague(Role.COUNSELLOR)
    leader = store.colleague(Role.TEAM_LEADER)
    with store.unguarded() as work:
        team = Team(id=new_id(), name="Zorg")
        work.session.add(team)
        work.session.flush()
        work.session.add_all(
            TeamMember(team_id=team.id, staff_id=one.staff_id) for one in (colleague, leader)
        )
    members = Selection("", LearnerKind.MEMBER)
    with store.work(colleague) as work:
        roll = operations.read_roll(work, members)
    assert [one.id for one in roll.known] == [colleague.staff_id]
    with store.work(leader) as work:
        roll = operations.read_roll(work, members)
        assert {one.id for one in roll.known} == {colleague.staff_id, leader.staff_id}
        one = frozenset({colleague.staff_id})
        assert list(operations.read_roll(work, replace(members, chosen=one)).ids) == list(one)
        levels = operations.read_levels(work, LearnerKind.MEMBER, OUR_KEY, tuple(one))
        assert [each.id for each in levels.learners] == list(one)
    claim = a_typed_claim(colleague.staff_id)
    with store.work(colleague) as work:
        operations_claims.claim(work, claim)
    verdict = VerdictDraft(
        dict(claim.ids)[claim.chosen[0]], Verdict.CONFIRMED, Observer.OTHER, TODAY
    )
    for actor, refused in ((colleague, True), (leader, False)):
        with store.work(actor) as work:
            if actor is leader:
                (item,) = overview.today(work).attention[0].items
                assert (item.student_id, item.text) == (None, "Luisteren")
            call = (work, colleague.staff_id, LearnerKind.MEMBER, (verdict,))
            if refused:
                assert overview.today(work).attention == ()
                with pytest.raises(InputRefused):
                    operations_claims.judge(*call)
            else:
                operations_claims.judge(*call)
    found = cell_of(store, colleague.staff_id, kind=LearnerKind.MEMBER, actor=colleague)
    assert found.standing.shown == 1


def test_a_team_leader_sees_levels_and_no_evidence(store: Store) -> None:
    student = store.student()
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    write(store, a_typed_claim(student))
    cell = cell_of(store, student, actor=leader)
    assert (cell.standing.asks, cell.claims, cell.readable) == (True, (), False)
    with store.work(leader) as work:
        profile = operations.read_profile(work, student)
    assert (profile.waiting, profile.readable, len(profile.growing)) == ((), False, 1)


def test_who_reads_along_reads_and_does_not_write(store: Store) -> None:
    student = store.student()
    reader = store.colleague(Role.SECOND_LINE)
    store.grant(student, reader, GrantKind.SECOND_LINE)
    (claim,) = write(store, a_typed_claim(student)).values()
    cell = cell_of(store, student, actor=reader)
    assert (cell.claims[0].evidence, cell.learner.own) == (SECRET, False)
    with store.work(reader) as work, pytest.raises(NotFound):
        operations_claims.judge(work, student, LearnerKind.STUDENT, (a_verdict(claim),))


def test_an_unknown_skill_set_or_learner_is_not_there(store: Store) -> None:
    student = store.student()
    with pytest.raises(NotFound):
        cell_of(store, student, skill="flying")
    with store.work() as work, pytest.raises(NotFound):
        operations.read_roll(work, Selection("elsewhere@1"))
    with store.work() as work:
        assert operations.find_learner(work, student).id == student
        with pytest.raises(NotFound):
            operations.find_learner(work, new_id())


def test_the_head_offers_sets_routes_and_groups(store: Store) -> None:
    store.student()
    routed(store)
    with store.work() as work:
        head = operations.read_head(work)
    assert head.sets[0].key == OUR_KEY
    assert [one.name for one in head.routes] == ["Keuken"]


def test_a_profile_tells_what_is_strong_what_grows_and_what_waits(store: Store) -> None:
    student = store.student()
    claims = write(store, a_typed_claim(student, 1, 2, 3, 4, 5))
    judge(store, student, *map(a_verdict, claims.values()))
    write(store, a_typed_claim(student, 2, level=2))
    with store.work() as work:
        profile = operations.read_profile(work, student)
    assert [(one.skill.id, one.weight) for one in profile.strongest] == [(SKILL, (1, 0))]
    assert profile.growing == ()
    assert [one.behaviour_id for one in profile.waiting] == ["listening-2-2"]


def test_other_pages_hear_of_it(store: Store) -> None:
    student = store.student()
    with store.work() as work:
        assert overview.today(work).attention == ()
        assert overview_claims.notices(work, student) == ()
    claims = write(store, a_typed_claim(student, 1, 2, 3, 4, 5))
    with store.work() as work:
        (item,) = overview.today(work).attention[0].items
        assert (item.student_id, item.text, item.on) == (student, "Luisteren", FRIDAY)
        assert len(overview_claims.notices(work, student)) == 1
        assert overview.story(work, student) == ()
    judge(store, student, *map(a_verdict, claims.values()))
    with store.work() as work:
        assert overview.today(work).attention == ()
        confirmed, level = overview.story(work, student)
    assert (confirmed.title, len(confirmed.text.splitlines())) == ("Luisteren", 5)
    assert level.title == "Luisteren · 1 · Laat uitpraten"


def test_a_claim_in_a_set_that_is_not_known_here_still_asks_attention(store: Store) -> None:
    student = store.student()
    with store.work() as work:
        open_dossier(work, student)
        write_claim(work, a_claim(a_student(student), "courage-1-1"), small_set())
    with store.work() as work:
        (item,) = overview.today(work).attention[0].items
    assert (item.student_id, item.text) == (student, "courage")


def test_today_names_nobody_when_there_are_too_many(store: Store, monkeypatch) -> None:
    write(store, a_typed_claim(store.student()))
    monkeypatch.setattr(overview_claims, "MOST", 0)
    with store.work() as work:
        (item,) = overview.today(work).attention[0].items
    assert (item.student_id, item.student_name) == (None, "")


def test_a_student_hands_in_what_was_written_and_it_waits(store: Store) -> None:
    student = store.student()
    with store.work() as work:
        lent = operations_lent.lend_skills(work, student, OUR_KEY, SKILL)
        assert (len(lent.skills), lent.first) == (25, SKILL)
        draft = operations_lent.begun_lent(work, student, OUR_KEY)
        assert draft == LentDraft(student, OUR_KEY)
        with pytest.raises(InputRefused):
            operations_lent.hand_in_lent(work, draft)
    written = (
        Written("listening-1-1", new_id(), " \x00Ik liet \ud800 hem uitpraten"),
        Written("planning-1-2", new_id(), "  "),
    )
    typed = LentDraft(student, OUR_KEY, written)
    with store.work() as work:
        operations_lent.keep_lent(work, typed)
    with store.work() as work:
        assert operations_lent.begun_lent(work, student, OUR_KEY).written == written[:1]
        operations_lent.hand_in_lent(work, typed)
    with store.work() as work:
        assert operations_lent.begun_lent(work, student, OUR_KEY).written == ()
        operations_lent.hand_in_lent(work, typed)
    (claim,) = cell_of(store, student).claims
    assert (claim.observer, claim.state) == (Observer.SELF, ClaimState.WAITING)
    assert claim.evidence == "Ik liet  hem uitpraten"
    with store.work() as work, pytest.raises(NotFound):
        operations_lent.lend_skills(work, store.owner.staff_id, OUR_KEY)


def test_the_owner_of_a_workbook_writes_down_a_team(embedded_store: Store) -> None:
    store = embedded_store
    with store.work() as work:
        fresh = operations_members.begin_member(work)
        assert fresh.team == ""
        for wrong in (NewMember(fresh.id, " ", "Zorg"), NewMember(fresh.id, "Jan", "")):
            with pytest.raises(InputRefused):
                operations_members.add_member(work, wrong)
    member = NewMember(fresh.id, "Seán de Vries", "Zorg")
    for _ in range(2):
        with store.work() as work:
            operations_members.add_member(work, member)
    with store.work() as work:
        assert operations_members.begin_member(work).team == "Zorg"
        with pytest.raises(InputRefused):
            operations_members.add_member(work, NewMember(new_id(), "SEAN DE VRIES", "Zorg"))
        operations_members.add_member(work, NewMember(new_id(), "Aïcha", "Zorg"))
        roll = operations.read_roll(work, Selection("", LearnerKind.MEMBER))
    assert [one.name for one in roll.known] == [store.owner.name, "Aïcha", "Seán de Vries"]
    with store.work() as work:
        staff = sa.select(sa.func.count()).select_from(StaffMember)
        assert work.session.scalar(staff) == 3


def test_what_was_scored_in_an_own_set_stays_with_it(store: Store) -> None:
    """A profile shows the set in which most was written."""
    from tests.helpers.skills import small_set

    student = store.student()
    body = _toml_of_small()
    with store.unguarded() as work:
        work.session.add(
            SkillSetRecord(
                id=new_id(),
                set_id=small_set().id,
                set_version=small_set().version,
                name="Klein",
                body=body,
                added_by=store.owner.staff_id,
                added_at=store.clock.now() - timedelta(days=1),
                retired_at=None,
            )
        )
    with store.work() as work:
        typed = operations_claims.begin_claim(work, student, small_set().key, "courage")
        typed = replace(typed, chosen=("courage-1-1",), who=Who.LEARNER, day=date(2026, 11, 2))
        operations_claims.claim(work, replace(typed, evidence="x"))
    with store.work() as work:
        profile = operations.read_profile(work, student)
    assert profile.skill_set.key == small_set().key


def _toml_of_small() -> str:
    from tests.helpers.skills import small_set

    found = small_set()
    lines = [
        "[set]",
        f'id = "{found.id}"',
        f'version = "{found.version}"',
        f'name = "{found.name}"',
    ]
    for group in found.groups:
        lines += ["[[group]]", f'id = "{group.id}"', f'heading = "{group.heading}"']
    for skill in found.skills:
        lines += [
            "[[skill]]",
            f'id = "{skill.id}"',
            f'name = "{skill.name}"',
            f'meaning = "{skill.meaning}"',
            f'group = "{skill.group}"',
            'competences = ["A"]',
        ]
        for level in skill.levels:
            texts = ", ".join(f'"{one.text}"' for one in level.behaviours)
            lines += ["[[skill.level]]", f'name = "{level.name}"', f"behaviours = [{texts}]"]
    return "\n".join(lines)
