"""The second place and the drill in *Instellingen*, and their lines on *Vandaag*."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from PySide6.QtWidgets import QApplication, QLabel

from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.features.settings.overview import today
from lob_workbench.people.backup_care import (
    BackupCare,
    CopyTrouble,
    DrillOutcome,
    change_backup_care,
    read_backup_care,
)
from lob_workbench.people.naming import rename
from lob_workbench.people.records import Student
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.second_place import FOLDER
from lob_workbench.ui import dialogs
from tests.features.settings.test_page import (  # noqa: F401
    CLOCK,
    CODE,
    context,
    made_workbook,
    page,
    said,
    session,
)
from tests.helpers.settled import settle


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def chosen(page, stick):  # noqa: F811
    dialogs.answer_next(stick)
    page.backup.place.choose_button.click()
    settle(page._context.jobs)
    return stick / FOLDER


def keep(session, **values):  # noqa: F811
    with session.work() as work:
        change_backup_care(work, lambda care: replace(care, **values))


def shown(session, page):  # noqa: F811
    page.open(Target("settings"))
    settle(page._context.jobs)
    return page.backup.place.words


def test_it_advises_a_second_place_until_one_says_no(page, session):  # noqa: F811
    place = page.backup.place
    assert "Nog geen plek gekozen" in place.words
    assert place.away_button.isVisible()
    assert not place.copy_button.isVisible()
    place.away_button.click()
    settle(page._context.jobs)
    assert not place.away_button.isVisible()
    with session.work() as work:
        assert read_backup_care(work).put_away


def test_choosing_a_place_brings_a_copy_there_at_once(page, chosen, stick, said):  # noqa: F811
    place = page.backup.place
    assert len(list(chosen.glob("*.lobkopie"))) == 1
    assert "Laatste kopie daar: maandag 23 november 2026 om 09:00" in place.words
    assert str(stick) in place.words.replace("\u200b", "")
    assert "Dit is dezelfde schijf" in place.words
    assert said[-1].text == "De kopie staat op je tweede plek en is gecontroleerd."
    assert "Laatste kopie: maandag" in page.backup.words


def test_a_place_that_is_refused_is_told_and_not_kept(page, session, said):  # noqa: F811
    dialogs.answer_next(session.folder / "backups")
    page.backup.place.choose()
    settle(page._context.jobs)
    assert "hoort bij het werkboek zelf" in said[-1].text
    assert page.backup.place.choose_button.isEnabled()
    dialogs.answer_next(None)
    page.backup.place.choose()
    assert "Nog geen plek gekozen" in page.backup.place.words


def test_forgetting_it_leaves_what_is_there(page, chosen):  # noqa: F811
    page.backup.place.forget_button.click()
    settle(page._context.jobs)
    assert "Nog geen plek gekozen" in page.backup.place.words
    assert len(list(chosen.glob("*.lobkopie"))) == 1


def test_a_stick_that_is_out_is_told_calmly(page, session, chosen, stick, said):  # noqa: F811
    shutil.rmtree(stick)
    page.backup.place.copy_button.click()
    settle(page._context.jobs)
    assert "De tweede plek is er nu niet" in said[-1].text
    assert "Deze plek is er nu niet" in shown(session, page)
    assert "Laatste kopie daar" in page.backup.place.words


def test_a_stick_that_was_emptied_is_told(page, session, chosen):  # noqa: F811
    for path in chosen.iterdir():
        path.unlink()
    assert "Op die plek staat nog geen kopie." in shown(session, page)


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (CopyTrouble.FULL, "paste er niet meer bij"),
        (CopyTrouble.REFUSED, "niet goed aangekomen"),
        (CopyTrouble.SKIPPED, "overgeslagen"),
    ],
)
def test_what_went_wrong_says_what_to_do(page, session, chosen, trouble, words):  # noqa: F811
    keep(session, trouble=trouble)
    assert words in shown(session, page)


def test_a_sync_folder_is_allowed_with_words(page, session, tmp_path):  # noqa: F811
    place = tmp_path / "OneDrive"
    place.mkdir()
    dialogs.answer_next(place)
    page.backup.place.choose()
    settle(page._context.jobs)
    assert "Deze map hoort bij OneDrive. Voor kopieën mag dat" in page.backup.place.words


def test_a_stopped_copy_is_said(page, chosen, said):  # noqa: F811
    page.backup.place._refuse(Stopped())
    assert said[-1].text == "Gestopt. De kopie komt er later vanzelf."


# The drill


def drill(page, code):  # noqa: F811
    section = page.backup.drill
    section.start_button.click()
    section.code.edit.setText(code)
    section.code.edit.textEdited.emit(code)
    section.go_button.click()
    settle(page._context.jobs)
    return section


def test_a_drill_tells_what_it_found(page, session, chosen):  # noqa: F811
    section = drill(page, CODE)
    assert "Laatste proef: maandag 23 november 2026. Gelukt." in section.words
    assert "op de tweede plek" in section.words
    assert section.code.value() == ""
    assert not section.form.isVisible()
    assert [path.name for path in session.folder.iterdir() if ".lob" in path.name] == []


def test_a_wrong_code_says_what_to_do(page, chosen):  # noqa: F811
    section = drill(page, new_recovery_code())
    assert "past niet op deze kopie" in section.words
    assert "druk" in section.words.lower()


def test_a_typing_mistake_and_no_code_are_told_at_the_field(page, chosen):  # noqa: F811
    section = drill(page, "AAAAA-BBBBB")
    assert "Een herstelcode telt 35 letters en cijfers" in section.code.error
    assert section.form.isVisible()
    section.code.edit.setText("")
    section.submit()
    assert section.code.error
    section.cancel()
    assert not section.form.isVisible()
    assert "Laatste proef" not in section.words


def test_another_failure_of_a_drill_is_told(page, said):  # noqa: F811
    page.backup.drill._refuse(Stopped())
    assert said == []
    page.backup.drill._refuse(OSError())
    assert "ging iets mis" in said[-1].text


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ({"drill": DrillOutcome.DAMAGED}, "Deze kopie is niet heel"),
        ({"drill": DrillOutcome.NO_ROOM}, "geen ruimte om de proef te doen"),
        ({"drill": DrillOutcome.NO_COPY}, "nog geen kopie om mee te proberen"),
        ({"drill": DrillOutcome.GOOD}, "nog geen gesprekken"),
        (
            {"drill": DrillOutcome.GOOD, "drill_newest": "2026-10-30"},
            "Het laatste gesprek in de kopie is van vrijdag 30 oktober 2026.",
        ),
        (
            {"drill": DrillOutcome.GOOD, "drill_newest": "2026-11-20", "drill_talks": 1},
            "1 gesprek van die maand, op vrijdag 20 november 2026.",
        ),
        (
            {"drill": DrillOutcome.GOOD, "drill_newest": "2026-11-20", "drill_talks": 12},
            "12 gesprekken van die maand, het laatste op vrijdag 20 november 2026.",
        ),
    ],
)
def test_each_outcome_has_its_words(page, session, kept, words):  # noqa: F811
    keep(session, drill_at=CLOCK.now().isoformat(), **kept)
    shown(session, page)
    assert words in page.backup.drill.words


def test_leaving_and_locking_forget_the_code(page):  # noqa: F811
    section = page.backup.drill
    for forget in (page.leave, page.clear):
        section.start()
        section.code.edit.setText(CODE)
        forget()
        assert section.code.value() == ""


def test_everything_has_a_name_and_plain_text(page, chosen):  # noqa: F811
    QApplication.processEvents()
    for label in page.backup.findChildren(QLabel):
        assert not label.text() or label.textFormat().name == "PlainText"


# Vandaag


def headings(session, clock=CLOCK):  # noqa: F811
    with session.work() as work:
        view = today(work)
    return [group.heading for group in view.attention], view


@pytest.fixture
def later(session):  # noqa: F811
    """The session, with a student in it, so many days after the workbook was made."""
    with session.work() as work:
        student = Student(id=new_id(), number="0411001", updated_at=CLOCK.now())
        rename(student, PersonName("Zoë", "van 't", "Hart"))
        work.session.add(student)

    def move(days):
        session.clock = FixedClock(CLOCK.now() + timedelta(days=days))

    yield move
    session.clock = CLOCK


def test_without_students_there_is_nothing_to_lose(session, later):  # noqa: F811
    with session.work() as work:
        work.session.execute(sa.delete(Student))
    later(60)
    assert headings(session)[0] == []


def test_an_example_asks_nothing(session, later):  # noqa: F811
    keep(session, example=True)
    later(60)
    assert headings(session)[0] == []
    keep(session, place="E:/")
    assert headings(session)[0] == []


def test_the_first_week_is_calm(session, later):  # noqa: F811
    assert headings(session)[0] == []
    later(6)
    assert headings(session)[0] == []


def test_after_a_week_a_second_place_is_advised_until_put_away(session, later):  # noqa: F811
    later(8)
    found, view = headings(session)
    assert found == ["Je kopieën staan alleen op deze laptop"]
    assert view.attention[0].items[0].target == Target("settings", None, "backup")
    session.copies.put_advice_away()
    assert headings(session)[0] == []


def test_a_copy_elsewhere_that_is_old_is_told(session, later, stick):  # noqa: F811
    session.copies.choose(stick)
    later(6)
    assert headings(session)[0] == []
    later(8)
    assert headings(session)[0] == ["Al meer dan een week geen kopie op je tweede plek"]
    session.copies.copy(Progress())
    assert headings(session)[0] == []


def test_once_a_month_a_drill_is_asked(session, later):  # noqa: F811
    session.copies.put_advice_away()
    later(29)
    assert headings(session)[0] == []
    later(31)
    assert headings(session)[0] == ["Tijd voor een proef met je herstelcode"]
    keep(session, drill_at=session.clock.now().isoformat(), drill=DrillOutcome.WRONG_CODE)
    assert headings(session)[0] == ["Tijd voor een proef met je herstelcode"]
    keep(session, drill_at=session.clock.now().isoformat(), drill=DrillOutcome.GOOD)
    assert headings(session)[0] == []


def test_what_was_kept_and_cannot_be_read_is_as_never_chosen():
    kept = BackupCare(place="E:/", trouble=CopyTrouble.FULL, drill=DrillOutcome.GOOD)
    assert BackupCare.from_text(kept.to_text()) == kept
    for text in ("", "[]", "{", '{"place": 3}', '{"drill": "onbekend"}', '{"put_away": "ja"}'):
        assert BackupCare.from_text(text) == BackupCare()
    assert BackupCare.from_text('{"later": 1, "place": "E:/"}').place == "E:/"
    assert BackupCare(copied_at="gisteren", drill_newest="ooit").copied is None
    assert BackupCare(drill_newest="ooit").drill_newest_on is None
    assert BackupCare(copied_at="2026-11-23T08:00:00").copied is None, "without a zone"
    assert not BackupCare().place_is_missed(CLOCK.now(), None)
    assert not BackupCare().drill_is_due(CLOCK.now(), None)
    assert BackupCare(place="E:/").copy_is_old(CLOCK.now())
