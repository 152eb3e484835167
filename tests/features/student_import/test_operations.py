"""Taking a list over: what is written, what is not, and whose students they become."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from lob_workbench.domain.errors import NotAllowed, NotFound
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.domain.rights import Role
from lob_workbench.features.student_import.columns import recognise
from lob_workbench.features.student_import.comparison import Answer, ItemKind
from lob_workbench.features.student_import.operations import (
    be_mentor,
    import_students,
    let_missing_leave,
    mentors,
    preview,
    take_back_leaving,
    take_unassigned,
)
from lob_workbench.features.student_import.reader import read_table
from lob_workbench.features.student_import.remarks import RemarkCode
from lob_workbench.features.student_import.rules import ParsedList, parse
from lob_workbench.people.queries import list_students
from lob_workbench.people.records import Programme, Student, StudentGroup, Team
from lob_workbench.people.records_enrolment import EnrolmentChange
from lob_workbench.people.rules import StudentFilter
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart
from lob_workbench.storage.base import new_id
from tests.helpers.stores import Store

HEAD = "Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;Mentor"


def parsed(store: Store, text: str) -> ParsedList:
    """A list as the page reads it."""
    table = read_table(text.encode())
    return parse(table, recognise(table.header).mapping, store.clock.today())


def a_list(*lines: str, head: str = HEAD) -> str:
    """A small list."""
    return "\r\n".join((head, *lines)) + "\r\n"


def take_over(store: Store, text: str, answers: dict[int, Answer] | None = None) -> tuple[int, int]:
    """Import; gives the numbers of new and changed students."""
    with store.work() as work:
        done = import_students(work, parsed(store, text), answers)
    return done.new, done.changed


def count(store: Store, table: type) -> int:
    """Rows of a table."""
    with store.work() as work:
        return work.session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_a_preview_writes_nothing(store: Store) -> None:
    text = a_list("01;Zoë;van 't;Hart;PW2B;Bakker, M.")
    with store.work() as work:
        seen = preview(work, parsed(store, text))
    assert seen.count(ItemKind.NEW) == 1
    assert count(store, Student) == 0


def test_the_real_list_arrives_whole_and_again_changes_nothing(
    store: Store, shared_data: Path
) -> None:
    text = (shared_data / "studentlists" / "studenten-2026-2027.csv").read_text("utf-8-sig")
    assert take_over(store, text) == (160, 0)
    assert take_over(store, text) == (0, 0)
    with store.work() as work:
        seen = preview(work, parsed(store, text))
        assert seen.count(ItemKind.UNCHANGED) == 160
        first = work.session.scalars(sa.select(Student).where(Student.number == "0411000")).one()
        assert (first.first_name, first.last_name) == ("Oğuz", "Çelik")


def test_a_changed_list_updates_and_deletes_nobody(store: Store) -> None:
    take_over(store, a_list("01;Zoë;van 't;Hart;PW2B;Bakker, M.", "02;Seán;;O'Connor;PW2B;"))
    assert take_over(store, a_list("01;Zoë;van 't;Hart;PW3B;Bakker, M.")) == (0, 1)
    assert count(store, Student) == 2
    with store.work() as work:
        groups = sa.select(StudentGroup.name).join(Student).where(Student.number == "01")
        assert work.session.scalars(groups).one() == "PW3B"


def test_a_new_list_tells_what_changed_and_how_it_began_is_no_change(store: Store) -> None:
    head = f"{HEAD};Leerjaar"
    take_over(store, a_list("01;Zoë;van 't;Hart;PW2B;Bakker, M.;2", head=head))
    assert count(store, EnrolmentChange) == 0
    take_over(store, a_list("01;Zoë;van 't;Hart;PW3B;Jansen, P.;3", head=head))
    with store.work() as work:
        found = work.session.scalars(sa.select(EnrolmentChange)).all()
    assert {(one.part, one.before, one.after) for one in found} == {
        (EnrolmentPart.GROUP, "PW2B", "PW3B"),
        (EnrolmentPart.COUNSELLOR, "Bakker, M.", "Jansen, P."),
        (EnrolmentPart.STUDY_YEAR, "2", "3"),
    }
    assert {one.counts_from for one in found} == {store.clock.today()}
    assert len({one.deed_id for one in found}) == 1


def test_groups_teams_and_programmes_are_made_once(store: Store) -> None:
    head = "Studentnummer;Roepnaam;Achternaam;Team;Opleiding;Crebo;Niveau;Klas"
    lines = [f"0{n};Bo;Bos{n};Team Zorg;Verzorgende IG;25656;3;VIG1" for n in range(3)]
    take_over(store, a_list(*lines, head=head))
    take_over(store, a_list("07;Bo;Zeven;Team Zorg;Verzorgende IG;25656;3;VIG1", head=head))
    assert [count(store, table) for table in (Team, Programme, StudentGroup)] == [1, 1, 1]


def test_a_doubtful_student_waits_for_an_answer(store: Store) -> None:
    take_over(store, a_list("0123;Zoë;;Hart;PW2B;"))
    doubtful = a_list("123;Zoë;;Hart;PW3B;")
    assert take_over(store, doubtful) == (0, 0)
    assert take_over(store, doubtful, {2: Answer.SAME}) == (0, 1)
    assert count(store, Student) == 1


def test_choosing_my_mentor_name_gives_me_my_students(embedded_store: Store) -> None:
    store = embedded_store  # a question of one desk
    take_over(
        store,
        a_list(
            "01;Zoë;van 't;Hart;PW2B;Bakker, M.",
            "02;Seán;;O'Connor;PW2B;de Groot, H.",
            "03;Bo;;Bos;PW2B;",
        ),
    )
    with store.work() as work:
        found = mentors(work)
        assert [(member.name, member.students) for member in found.choices] == [
            ("Bakker, M.", 1),
            ("de Groot, H.", 1),
        ]
        assert (found.chosen, found.without_mentor) == (None, 1)
        assert list_students(work, StudentFilter()) == ()
        wrong, right = found.choices[1].id, found.choices[0].id
        be_mentor(work, wrong)
    with store.work() as work:
        assert [row.number for row in list_students(work, StudentFilter())] == ["02"]
        be_mentor(work, right)
    with store.work() as work:
        assert [row.number for row in list_students(work, StudentFilter())] == ["01"]
        found = mentors(work)
        assert found.chosen is not None
        assert found.chosen.list_name == "Bakker, M."
        assert [member.students for member in found.choices] == [1, 1]
        assert not be_mentor(work, store.owner.staff_id).kinds
    # The next list still knows whose they are.
    assert take_over(store, a_list("01;Zoë;van 't;Hart;PW2B;Bakker, M.")) == (0, 0)
    take_over(store, a_list("04;Cas;;Cos;PW2B;Bakker, M."))
    with store.work() as work:
        assert [row.number for row in list_students(work, StudentFilter())] == ["04", "01"]


def test_a_mentor_who_is_in_no_list_cannot_be_chosen(embedded_store: Store) -> None:
    store = embedded_store  # a question of one desk
    for staff_id in (new_id(), store.colleague(Role.COUNSELLOR).staff_id):
        with pytest.raises(NotFound), store.work() as work:
            be_mentor(work, staff_id)


def test_without_a_mentor_column_all_can_be_mine(embedded_store: Store) -> None:
    store = embedded_store  # a question of one desk
    take_over(store, a_list("01;Zoë;Hart", head="Studentnummer;Roepnaam;Achternaam"))
    with store.work() as work:
        take_unassigned(work)
    with store.work() as work:
        assert [row.number for row in list_students(work, StudentFilter())] == ["01"]


def test_a_second_line_worker_imports_nothing(store: Store) -> None:
    actor = store.colleague(Role.SECOND_LINE)
    with pytest.raises(NotAllowed), store.work(actor) as work:
        import_students(work, parsed(store, a_list("01;Zoë;;Hart;;")))


def missing_of(store: Store, text: str) -> list[str]:
    """The numbers of who is missing on this list, were it of everybody."""
    with store.work() as work:
        found = preview(work, parsed(store, text)).absences
    return [one.values.student_number for one in found[-1].missing] if found else []


def left(store: Store) -> dict[str, date | None]:
    """Of each student from which day they are gone."""
    with store.work() as work:
        rows = work.session.execute(sa.select(Student.number, Student.left_on))
        return dict(map(tuple, rows))


def three_of_mine(store: Store) -> None:
    for number in ("01", "02", "03"):
        store.student(number)


def test_who_is_missing_leaves_only_when_chosen_and_can_come_back(store: Store) -> None:
    three_of_mine(store)
    text = a_list("01;Zoë;;Hart;PW2B;")
    assert missing_of(store, text) == ["02", "03"]
    take_over(store, text)
    assert left(store) == {"01": None, "02": None, "03": None}
    today = store.clock.today()
    with store.work() as work:
        ids = dict(map(tuple, work.session.execute(sa.select(Student.number, Student.id))))
    with store.work() as work:
        chosen = {ids["02"]: Destination.UNKNOWN, ids["01"]: Destination.WORK}
        done = let_missing_leave(work, parsed(store, text), chosen, today)
        # Who is on the list is not missing, whatever somebody asks.
        assert done.count == 1
        assert done.changes.touches("student")
    assert left(store) == {"01": None, "02": today, "03": None}
    assert missing_of(store, text) == ["03"]
    with store.work() as work:
        seen = preview(work, parsed(store, a_list("02;Zoë;;Hart;PW2B;")))
        codes = {remark.code for item in seen.items for remark in item.remarks}
        assert RemarkCode.KNOWN_LEFT in codes
    with store.work() as work:
        take_back_leaving(work, done.deed_id)
    assert left(store) == {"01": None, "02": None, "03": None}


def test_nobody_elses_students_are_missing_in_ones_own_workbook(embedded_store: Store) -> None:
    three_of_mine(embedded_store)
    take_over(embedded_store, a_list("07;Zoë;;Hart;PW2B;de Groot, H."))
    assert missing_of(embedded_store, a_list("01;Zoë;;Hart;PW2B;")) == ["02", "03"]


def test_who_was_chosen_leaves_though_the_list_gave_the_others_to_an_unknown_mentor(
    embedded_store: Store,
) -> None:
    store = embedded_store
    three_of_mine(store)
    text = a_list("01;Zoë;;Hart;PW2B;Bakker, M.", "02;Zoë;;Hart;PW2B;Bakker, M.")
    assert missing_of(store, text) == ["03"]
    take_over(store, text)
    today = store.clock.today()
    with store.work() as work:
        (gone,) = work.session.scalars(sa.select(Student.id).where(Student.number == "03"))
    with store.work() as work:
        chosen = {gone: Destination.OTHER_SCHOOL}
        assert let_missing_leave(work, parsed(store, text), chosen, today).count == 1
    assert left(store) == {"01": None, "02": None, "03": today}


def test_an_import_that_is_stopped_leaves_nothing(store: Store) -> None:
    class Impatient(Progress):
        def tell(self, done: int, total: int) -> None:
            if done:
                self.stop()
            super().tell(done, total)

    lines = [f"{number:04};Zoë;;Hart{number};PW2B;Bakker, M." for number in range(250)]
    before = count(store, Student)
    with pytest.raises(Stopped), store.work() as work:
        import_students(work, parsed(store, a_list(*lines)), None, Impatient())
    assert count(store, Student) == before
    assert count(store, StudentGroup) == 0
    with pytest.raises(Stopped), store.work() as work:
        preview(work, parsed(store, a_list(*lines)), Impatient())
    assert take_over(store, a_list(*lines)) == (250, 0)


def test_a_whole_school_is_written_in_bulk(embedded_store: Store) -> None:
    lines = [f"{number:05};Zoë;;Hart{number};PW2B;Bakker, M." for number in range(600)]
    take_over(embedded_store, a_list(*lines))
    asked: list[str] = []
    with embedded_store.work() as work:
        engine = work.session.get_bind()
        sa.event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        again = [line.replace("PW2B", "PW3B") for line in lines]
        done = import_students(work, parsed(embedded_store, a_list(*again)))
        work.session.flush()
    assert done.changed == 600
    selects = [sql for sql in asked if sql.lstrip().startswith("SELECT")]
    assert len(selects) < 20
