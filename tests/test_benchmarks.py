"""`make bench` runs and prints its rows; how fast anything is, is not a matter of the tests."""

import shutil
import tempfile
from pathlib import Path

import pytest

from lob_workbench.app import local_server
from lob_workbench.app.seed import SeedPlan
from tests.benchmarks import __main__ as bench
from tests.benchmarks import counsellors, million_talks
from tests.benchmarks import start as start_rows
from tests.benchmarks.agenda import agenda
from tests.benchmarks.badges import badges
from tests.benchmarks.big_workbook import big_workbook
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.planning import planning
from tests.benchmarks.school import school
from tests.benchmarks.search import search
from tests.benchmarks.skills import skills
from tests.benchmarks.start import start


def test_a_row_says_what_was_reached():
    good = Figure("dossier PDF", 30.0, 40.0, 1.0)
    bad = Figure("start", 80.0, 40.0, 1.3, remark="slow today")
    heavy = Figure("heavy modules", 0, None, 0, unit="")
    shown = Figure("only shown", 120.0, None, None)
    assert [figure.met for figure in (good, bad, heavy, shown)] == [True, False, True, None]
    lines = [" ".join(line.split()) for line in table([good, bad, heavy, shown]).splitlines()]
    assert lines == [
        "metric ours yardstick ratio reach met",
        lines[1],
        "dossier PDF 30.0 ms 40.0 ms 0.75 × ≤ 1.0 × yes",
        "start 80.0 ms 40.0 ms 2.00 × ≤ 1.3 × NO",
        "heavy modules 0 – 0 yes",
        "only shown 120 ms –",
        "start: slow today",
    ]


def test_start_is_measured_on_a_small_workbook(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    figures = start(1, students=12, place=tmp_path)
    assert [figure.metric for figure in figures] == [
        "spawn → painted unlock screen",
        "key accepted → painted list of 12",
        "key accepted → painted, all 12 rows in the list",
        "heavy modules loaded at first paint",
        "first paint → modules for opening imported",
    ]
    assert all(figure.ours > 0 for figure in figures if figure.unit)
    assert next(figure for figure in figures if not figure.unit).ours == 0
    made = big_workbook(12, tmp_path)
    assert made.parent == tmp_path
    assert (made / "workbook.keys.json").is_file()


def test_search_is_measured_on_a_small_workbook(tmp_path, monkeypatch):
    monkeypatch.setattr(million_talks, "SeedPlan", lambda: SeedPlan(students=12, talks=40))
    figures = search(1, 40, tmp_path)
    assert [figure.reach for figure in figures] == [1.0, 0.1, 100.0, 1.2]
    assert all(figure.ours > 0 for figure in figures)


def test_badges_are_measured():
    figures = badges(1, number=2)
    assert [figure.metric for figure in figures] == [
        "2 badges issued, each",
        "2 badges verified, JSON, each",
        "2 badges verified, token, each",
        "2 badges verified, PNG, each",
    ]
    assert all(figure.ours > 0 for figure in figures)


def test_a_program_that_fails_is_told_with_its_words(tmp_path):
    with pytest.raises(RuntimeError, match="not enough values"):
        start_rows._spawn({"QT_QPA_PLATFORM": "offscreen"}, "start_window.py")


def test_the_week_of_a_counsellor_is_measured(qapp):
    figures = agenda(1, talks_each=1)
    assert [figure.metric for figure in figures] == [
        "week of 25 students → read and painted",
        "week of 25 students → painted",
    ]
    assert all(figure.ours > 0 and figure.reach == 100 for figure in figures)


def test_planning_is_measured_on_a_small_workbook(tmp_path):
    listed, planned = planning(1, students=12, talks=5, place=tmp_path)
    assert listed.metric == "overdue list of 12, workbook"
    assert planned.metric == "planning 5 talks into slots"
    assert (listed.met, planned.met) != (None, None)


def test_one_group_can_be_asked_for(capsys):
    bench.main(["--runs", "1", "--only", "dossier"])
    first, *rows = capsys.readouterr().out.splitlines()
    assert "PySide6" in first
    assert any(row.startswith("dossier PDF") for row in rows)


def test_counsellors_at_work_lose_nothing_and_the_rows_of_a_school_are_there(
    monkeypatch, postgres_cluster, capsys
):
    """``postgres_cluster`` only says whether there is PostgreSQL: this server is one of its own."""
    place = Path(tempfile.mkdtemp(prefix="lob-bench-"))
    place.chmod(0o755)  # the server's user must get in
    try:
        monkeypatch.setenv("LOB_BENCH_CACHE", str(place))
        plan = SeedPlan(students=60, talks=300)
        tally = counsellors.main(["--people", "3", "--seconds", "7", "--think", "0.2", "0.5"], plan)
        assert tally.errors == []
        assert tally.recorded
        assert (tally.lost, tally.twice) == (0, 0)
        metrics = [figure.metric for figure in school(1, plan)]
        assert any("guard / none" in metric for metric in metrics)
        assert any("log / none" in metric for metric in metrics)
        assert any("overdue list of 60, leader of all teams" in metric for metric in metrics)
        assert "Filling a school" in capsys.readouterr().out
    finally:
        shutil.rmtree(place)


def test_without_postgresql_the_rows_of_a_school_are_skipped_with_a_line(capsys, monkeypatch):
    monkeypatch.setattr(local_server, "find_programs", lambda: None)
    assert school(1, SeedPlan(students=1, talks=1)) == []
    assert "The rows of a school are skipped" in capsys.readouterr().out


def test_the_matrix_is_measured_on_a_small_workbook(tmp_path):
    group, whole, frame = skills(1, students=40, place=tmp_path)
    assert whole.metric == "matrix of 40 × 25 → read and painted"
    assert all(figure.ours > 0 for figure in (group, whole, frame))
