"""What a badge is taken along as: pictures, papers, a backpack, a list for edubadges."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from lob_workbench.content.skills import load_skill_set
from lob_workbench.credentials.statements import Evidence
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.features.badges import files, operations
from lob_workbench.features.badges.files import FileKind, files_of, save_edubadges, save_files
from lob_workbench.features.badges.operations_files import read_accounts, read_files
from lob_workbench.features.badges.report import annex_pdf
from lob_workbench.features.badges.rules import BadgeFile, IssueRound
from lob_workbench.people.rules import PersonName
from tests.helpers.badges import SKILL, a_key, a_wish, issued, reach
from tests.helpers.skills import a_student
from tests.helpers.stores import MONDAY, Store
from tests.output.reading import edges_are_clear, reader, squeezed, texts


@pytest.fixture
def badge(embedded_store: Store) -> BadgeFile:
    """One badge of Zoë, with a last day."""
    student = a_student(embedded_store.student(email="zoe@voorbeeld.nl"))
    reach(embedded_store, student)
    opened = a_key(embedded_store)
    until = MONDAY.date() + timedelta(days=365)
    with embedded_store.work() as work:
        operations.issue(work, IssueRound((a_wish(student),), True, until), opened)
    with embedded_store.work() as work:
        (view,) = operations.list_badges(work).issued
    with embedded_store.work() as work:
        return read_files(work, [view]).badges[0]


def test_the_annex_says_what_the_badge_says(badge: BadgeFile) -> None:
    (made,) = files_of(badge, [FileKind.PDF])
    statement = files.reopened(badge).statement
    for text in texts(made.data):
        plain = squeezed(text)
        for line in statement.achievement.criteria:
            assert squeezed(line) in plain
        assert squeezed("Zoë van 't Hart") in plain
        assert squeezed(statement.achievement.name) in plain
        assert statement.id in plain
        assert squeezed("docent, 23-11-2026") in plain
        # And no behaviour that the badge does not have.
        other = load_skill_set().skill(SKILL).level(2).behaviours[0].text
        assert squeezed(other) not in plain
    about = " ".join(str(value) for value in (reader(made.data).metadata or {}).values())
    assert "Hart" not in about
    assert edges_are_clear(made.data)


def test_a_link_and_evidence_without_words_stand_on_the_annex(badge: BadgeFile) -> None:
    statement = files.reopened(badge).statement
    more = (Evidence("Filmpje", "", "https://voorbeeld.nl/film"),)
    first, _ = texts(annex_pdf(replace(statement, evidence=more, valid_until=None)))
    assert "https://voorbeeld.nl/film" in squeezed(first)
    bare, _ = texts(annex_pdf(replace(statement, evidence=())))
    assert "Bewijs\n" not in bare


def test_files_hold_the_badge_and_carry_no_name(badge: BadgeFile, tmp_path: Path) -> None:
    progress = Progress()
    assert save_files(tmp_path, [badge], tuple(FileKind), None, progress) == len(FileKind)
    assert progress.total == 1
    names = sorted(path.name for path in tmp_path.glob("badge-*"))
    assert [name.rpartition(".")[2] for name in names] == ["json", "jwt", "pdf", "png", "svg"]
    assert all(name.startswith(f"badge-{SKILL}-niveau-1-") for name in names)
    assert not any("hart" in name.lower() or "0411" in name for name in names)
    for kind in ("png", "svg"):
        (path,) = tmp_path.glob(f"*.{kind}")
        assert badge.view.issuer_name == "Het Voorbeeldcollege"
        assert files.reopened(badge).id.encode() in path.read_bytes()
    progress.stop()
    with pytest.raises(Stopped):
        save_files(tmp_path, [badge], (FileKind.JSON,), None, progress)


def test_where_nothing_can_be_written_it_says_so(badge: BadgeFile, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="Kies een andere plek"):
        save_files(tmp_path / "weg", [badge], (FileKind.JSON,), None)
    assert files.write_one(tmp_path / "x.json", b"{}").read_bytes() == b"{}"


def test_the_backpack_opens_without_the_werkbank(badge: BadgeFile, tmp_path: Path) -> None:
    name = files.backpack_name(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert name == "rugzak-met-badges-2026-11-24.html"
    path = files.save_backpack(tmp_path / name, "Zoë van 't Hart", [badge], MONDAY)
    page = path.read_text("utf-8")
    assert "Zoë van" in page
    assert "<script" not in page
    with pytest.raises(InputRefused):
        files.save_backpack(tmp_path / "leeg.html", "Zoë", [], MONDAY)


def test_edubadges_gets_a_file_for_each_badge_with_accounts_alone(
    store: Store, tmp_path: Path
) -> None:
    opened = a_key(store)
    students = [
        a_student(store.student(f"041100{n}", PersonName("Zoë", "", "Hart"), email=f"z{n}@s.nl"))
        for n in range(2)
    ]
    for student in students:
        reach(store, student)
    reach(store, students[0], "calm")
    views = issued(
        store, opened, *(a_wish(one) for one in students), a_wish(students[0], 1, "calm")
    )
    with store.work() as work:
        by_mail = read_accounts(work, views)
    assert [account.eppn for _, account in by_mail] == ["z0@s.nl", "z1@s.nl", "z0@s.nl"]
    with store.work() as work:
        by_number = read_accounts(work, views, "@school.nl")
    assert save_edubadges(tmp_path, by_number) == 2
    (path,) = tmp_path.glob(f"edubadges-{SKILL}-niveau-1.csv")
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8")), delimiter=";"))
    assert [row[:2] for row in rows[1:]] == [
        ["z0@s.nl", "0411000@school.nl"],
        ["z1@s.nl", "0411001@school.nl"],
    ]
    assert all(row[2:] == [""] * 5 for row in rows[1:])
    nobody = a_student(store.student("0411009"))
    reach(store, nobody)
    (without,) = issued(store, opened, a_wish(nobody))
    with store.work() as work, pytest.raises(InputRefused, match="1 van hen"):
        read_accounts(work, [without])
    with store.work() as work, pytest.raises(NotFound):
        read_files(work, [replace(without, id=without.learner.id)])


def test_a_member_of_staff_has_no_account_and_badges_end_on_their_day(badge: BadgeFile) -> None:
    statement = files.reopened(badge).statement
    assert statement.valid_until == datetime(2027, 11, 23, 23, tzinfo=UTC)
    assert badge.view.valid_until == date(2027, 11, 23)
