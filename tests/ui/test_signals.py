"""Each signal in words: short in a list, with its reason for who asks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from lob_workbench.domain.career import KIND_LABELS, ConversationKind
from lob_workbench.domain.contributions import Signal, SignalKind, StudentFacts, Tone
from lob_workbench.people.rules import ListedStudent, PersonName, StudentRow
from lob_workbench.storage.base import new_id
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.signals import signal_reason, signal_tone, signal_words
from lob_workbench.ui.student_columns import StudentColumns

TODAY = date(2026, 11, 23)
SILENT = Signal(SignalKind.NOT_SPOKEN, date(2026, 8, 31))
BEHIND = Signal(SignalKind.BEHIND, date(2026, 10, 12), label=KIND_LABELS[ConversationKind.PROGRESS])


@pytest.mark.parametrize(
    ("signal", "tone", "words", "reason"),
    [
        (Signal(SignalKind.OVERDUE, number=1), Tone.DANGER, "1 over tijd", "1 afspraak is over"),
        (Signal(SignalKind.OVERDUE, number=3), Tone.DANGER, "3 over tijd", "3 afspraken zijn"),
        (SILENT, Tone.ATTENTION, "lang niet gesproken", "3 maanden geleden"),
        (Signal(SignalKind.NOT_SPOKEN), Tone.CALM, "nog niet gesproken", "nog nooit"),
        (BEHIND, Tone.ATTENTION, "achter op de norm", "12 oktober 2026 (Voortgangsgesprek)"),
        (Signal(SignalKind.BIRTHDAY, date(2026, 12, 2), 16), Tone.CALM, "wordt 16", "2 december"),
        (Signal(SignalKind.BIRTHDAY, date(2026, 12, 2), 18), Tone.CALM, "wordt 18", "Ouders"),
    ],
)
def test_each_has_words_and_a_reason(
    qapp: object, signal: Signal, tone: Tone, words: str, reason: str
) -> None:
    assert signal_tone(signal) is tone
    assert signal_words(signal) == words
    assert reason in signal_reason(signal, TODAY)


def row(*signals: Signal, facts: StudentFacts | None = None) -> ListedStudent:
    student = StudentRow(new_id(), "1", PersonName("Zoë", "", "Hart"), "PW1A", "", "", 1)
    return ListedStudent(student, facts or StudentFacts(), signals)


def test_a_list_shows_the_most_pressing_and_reads_all_reasons_aloud(qtbot) -> None:
    table = TableView(StudentColumns(TODAY).short(), name="Studenten")
    qtbot.addWidget(table)
    pressing = row(Signal(SignalKind.OVERDUE, number=2), SILENT)
    behind, quiet = row(BEHIND), row()
    waits, wait = (row(facts=StudentFacts(open_agreements=count)) for count in (2, 1))
    table.set_rows([quiet, wait, behind, pressing, waits])
    model = table.rows_model
    column = model.columnCount() - 1

    def cells(role: Qt.ItemDataRole) -> list[str]:
        return [model.index(number, column).data(role) for number in range(5)]

    assert cells(Qt.ItemDataRole.DisplayRole) == [
        "",
        "1 afspraak open",
        "achter op de norm",
        "2 over tijd +1",
        "2 afspraken open",
    ]
    aloud = cells(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud[3] == (
        "Signalen: 2 afspraken zijn over tijd.\nHet laatste gesprek was 3 maanden geleden."
    )
    assert aloud[1] == "Signalen: 1 afspraak open"
    model.sort(column)
    assert model.rows == (pressing, behind, waits, wait, quiet)
