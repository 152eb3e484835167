"""Talks on paper: made beside the window, shown inside it."""

import re
from uuid import UUID

from PySide6.QtCore import QObject

from lob_workbench.domain.dates import plain_date
from lob_workbench.features.conversations.history import AgreementSheet
from lob_workbench.features.conversations.operations import paper_head, read_report
from lob_workbench.features.conversations.operations_agreements import agreement_sheet
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.talks.rules import ConversationView, PaperHead
from lob_workbench.ui.context import PageContext

_NOT_IN_A_FILE_NAME = re.compile(r"[^\w .'’-]")


def file_name(*words: str) -> str:
    """A name for a PDF that every system can write."""
    name = " ".join(_NOT_IN_A_FILE_NAME.sub("", word).strip() for word in words)
    return f"{name[:120].strip()}.pdf"


class TalkPapers(QObject):
    """Makes the card and the report of a talk and has the window show them."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._prep: Preparation | None = None
        self._title = ""
        self._file_name = ""

    def show_card(self, prep: Preparation) -> None:
        """Show the *gesprekskaart* of a talk that is being prepared."""
        name = prep.student.name.full
        self._title = self.tr("Gesprekskaart voor {name}").format(name=name)
        self._file_name = file_name(self.tr("Gesprekskaart"), name, prep.today.isoformat())
        self._prep = prep
        self._context.jobs.run(paper_head, receiver=self, done="_print_card")

    def show_report(self, conversation_id: UUID) -> None:
        """Show the report of a recorded talk."""
        self._context.jobs.run(read_report, conversation_id, receiver=self, done="_print_report")

    def show_agreements(self, student_id: UUID) -> None:
        """Show the agreements of a student, to take along."""
        self._context.jobs.run(agreement_sheet, student_id, receiver=self, done="_print_agreements")

    def _print_agreements(self, sheet: AgreementSheet) -> None:
        name = sheet.student.name.full
        self._title = self.tr("Afspraken van {name}").format(name=name)
        self._file_name = file_name(self.tr("Afspraken"), name, sheet.today.isoformat())
        self._context.jobs.render(_agreements_pdf, sheet, receiver=self, done="_show_paper")

    def _print_card(self, head: PaperHead) -> None:
        prep, self._prep = self._prep, None
        if prep is not None:
            self._context.jobs.render(_card_pdf, prep, head, receiver=self, done="_show_paper")

    def _print_report(self, data: tuple[ConversationView, PaperHead]) -> None:
        view = data[0]
        name, day = view.student.name.full, view.held_on
        words = self.tr("Verslag van {name}, {day}")
        self._title = words.format(name=name, day=plain_date(day))
        self._file_name = file_name(self.tr("Gespreksverslag"), name, day.isoformat())
        self._context.jobs.render(_report_pdf, *data, receiver=self, done="_show_paper")

    def _show_paper(self, pdf: bytes) -> None:
        self._context.navigator.show_paper(pdf, self._title, self._file_name)


def _card_pdf(prep: Preparation, head: PaperHead) -> bytes:
    # The library that makes PDF is slow to import, and this runs beside the window.
    from lob_workbench.features.conversations.report import conversation_card_pdf

    return conversation_card_pdf(prep, head)


def _report_pdf(view: ConversationView, head: PaperHead) -> bytes:
    from lob_workbench.features.conversations.report import conversation_pdf

    return conversation_pdf(view, head)


def _agreements_pdf(sheet: AgreementSheet) -> bytes:
    from lob_workbench.features.conversations.report_agreements import agreements_pdf

    return agreements_pdf(sheet)
