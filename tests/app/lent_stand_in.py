"""A lent view that only the tests know: one field, whose draft and words are drafts of the desk."""

from uuid import UUID

from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.ui.lent_view import Delivery, LentView
from lob_workbench.ui.text_area import TextArea

SUBJECT = UUID(int=7)
DRAFT, WRITTEN = "lent", "lent.written"


def keep(work, text):
    return save_draft(work, DRAFT, SUBJECT, text)


def write(work, text):
    save_draft(work, WRITTEN, SUBJECT, text)
    discard_draft(work, DRAFT, SUBJECT)


def copy_of(text):
    return DraftCopy(DRAFT, SUBJECT, text)


def kept(work, screen=DRAFT):
    saved = load_draft(work, screen, SUBJECT)
    return saved and saved.content


class StandInView(LentView):
    def __init__(self, context, person, parent=None):
        super().__init__(context, person, parent, subtitle="Schrijf wat je wilt.")
        self.field = TextArea(self)
        self.body.addWidget(self.field)
        self.begun = False
        self.keep_draft(self.collect, keep, copy_of=copy_of)
        self.field.textChanged.connect(self.keeper.touch)
        self.setFocusProxy(self.field)

    def begin(self):
        self.begun = True

    def collect(self):
        return (self.field.toPlainText(),)

    def delivery(self):
        return Delivery(write, self.collect()) if self.field.toPlainText() else None
