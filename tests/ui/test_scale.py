"""Nothing is pushed out or cut at 125 % and 150 %: measured in a process of its own."""

import os
import subprocess
import sys

import pytest

SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication, QPushButton, QLabel
from lob_workbench.ui.cards import CardGrid, Card, PersonHeader, Fact
from lob_workbench.ui.forms import Form, LineField, DateField, ChoiceField
from lob_workbench.ui.lists import TableView, Column
from lob_workbench.ui.page import Page
from lob_workbench.ui.steps import StepPath
from lob_workbench.ui.theme import apply_theme, ThemeMode

app = QApplication([])
apply_theme(app, ThemeMode.LIGHT)
page = Page(title="Vastleggen", subtitle="loopbaanreflectiegesprek op maandag 23 november 2026")
page.add_button("Gesprekskaart", page.clear, icon="ph.printer")
page.add_button("&Vastleggen", page.clear, primary=True)
header = PersonHeader(page)
header.show_person("Anne-Sophie van den Berg-van der Steen", "PW2B", [Fact("16: beslist mee")] * 6)
page.top.addWidget(header)
page.top.addWidget(StepPath(("Voorbereiden", "Voeren", "Vastleggen"), page))
grid = CardGrid(page)
for number in range(3):
    card = Card("Kwaliteiten", grid, link="Meer", subtitle="Wat kan ik het best?")
    form = Form(card)
    form.add(LineField("Naam", form, required=True), DateField("Dag", form))
    form.add(ChoiceField("Rol", [(1, "loopbaanbegeleider"), (2, "intaker"), (3, "leider")], form))
    card.body.addWidget(form)
    grid.add(card)
page.body.addWidget(grid)
table = TableView([Column("Naam", str, keep=True), Column("Anders", str, stretch=1)], page)
table.set_rows(["Berg-van der Steen, Anne-Sophie van den"] * 4)
page.body.addWidget(table)
width = 1092 - 64
page.resize(width, 566)
page.show()
app.processEvents()
app.processEvents()
assert page.width() == width, page.width()
area = page.scroll_area
assert area.content.width() <= area.viewport().width(), (area.content.width(), area.width())
for label in page.findChildren(QLabel):
    if label.isVisible() and label.text():
        wrapped = label.heightForWidth(label.width())
        need = wrapped if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= need, (label.text(), label.height(), need)
for button in page.findChildren(QPushButton):
    if button.isVisible():
        assert button.width() >= button.sizeHint().width(), button.text()
assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
assert page.grab().devicePixelRatio() == float(sys.argv[1])
print("good")
"""


@pytest.mark.parametrize("factor", ["1", "1.25", "1.5"])
def test_a_full_page_fits(factor):
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=factor)
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, factor],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.stdout.strip() == "good", result.stderr
