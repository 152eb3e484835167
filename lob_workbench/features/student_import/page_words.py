"""What the import says and asks."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lob_workbench.features.student_import.comparison import ImportPlan
from lob_workbench.features.student_import.operations import Imported
from lob_workbench.features.student_import.rules_missing import Absence, Scope
from lob_workbench.ui.dialogs import ask
from lob_workbench.ui.errors import error_text

translate = QCoreApplication.translate


def import_button(todo: ImportPlan) -> str:
    """What the button of the check says; it holds a mnemonic when there is something to do."""
    count = len(todo.new) + len(todo.changed)
    if not count:
        return translate("student_import", "Niets in te lezen")
    if count == 1:
        return translate("student_import", "Eén student &inlezen")
    return translate("student_import", "{count} studenten &inlezen").format(count=count)


def check_line(name: str, todo: ImportPlan, asked: int) -> str:
    """The line under the title during the check: ``asked`` questions are open."""
    if asked == 1:
        words = translate("student_import", "{name}. Eén vraag wacht op jouw antwoord.")
    elif asked:
        words = translate("student_import", "{name}. {asked} vragen wachten op jouw antwoord.")
    elif todo.new or todo.changed:
        words = translate(
            "student_import", "{name}. Er verandert pas iets als je op Inlezen klikt."
        )
    else:
        words = translate("student_import", "{name}. In deze lijst staat niets nieuws.")
    return words.format(name=name, asked=asked)


def begin_line(own_desk: bool) -> str:
    """What the import is about; ``own_desk`` is a workbook on a laptop, else it is a school."""
    if own_desk:
        return translate(
            "student_import", "Van een lijst van school naar jouw studenten, in vijf stappen."
        )
    return translate(
        "student_import", "Van een lijst naar de studenten van de school, in vier stappen."
    )


def comparing_line(own_desk: bool) -> str:
    """While the list is compared."""
    if own_desk:
        return translate("student_import", "Vergelijken met je werkboek…")
    return translate("student_import", "Vergelijken met wat er al is…")


def writing_line(own_desk: bool) -> str:
    """While students are written."""
    if own_desk:
        return translate("student_import", "De studenten in je werkboek zetten…")
    return translate("student_import", "De studenten bij de school zetten…")


def school_line(done: Imported) -> str:
    """The same at a school."""
    words = translate("student_import", "Nieuw bij de school: {new}. Bijgewerkt: {changed}.")
    return words.format(new=done.new, changed=done.changed)


def imported_line(done: Imported) -> str:
    """What the import wrote."""
    if done.new and done.changed:
        words = translate("student_import", "Nieuw in je werkboek: {new}. Bijgewerkt: {changed}.")
    elif done.changed == 1:
        words = translate("student_import", "Eén student in je werkboek is bijgewerkt.")
    elif done.changed:
        words = translate("student_import", "{changed} studenten in je werkboek zijn bijgewerkt.")
    elif done.new == 1:
        words = translate("student_import", "Eén nieuwe student staat in je werkboek.")
    else:
        words = translate("student_import", "{new} nieuwe studenten staan in je werkboek.")
    return words.format(new=done.new, changed=done.changed)


def mine_line(count: int) -> str:
    """How many students the chosen mentor has."""
    if count == 1:
        return translate("student_import", "Eén student is nu van jou.")
    return translate("student_import", "{count} studenten zijn nu van jou.").format(count=count)


def taken_line(count: int) -> str:
    """How many students without a mentor were taken."""
    if count == 1:
        return translate("student_import", "Eén student zonder mentor is nu van jou.")
    words = translate("student_import", "{count} studenten zonder mentor zijn nu van jou.")
    return words.format(count=count)


def asked_without_backup(parent: QWidget, error: Exception) -> bool:
    """Whether to import although there is no copy to go back to."""
    words = translate(
        "student_import",
        "{reason}\n\nEr is nog niets ingelezen. Zonder reservekopie kun je niet terug naar hoe je "
        "werkboek nu is.",
    )
    return ask(
        parent,
        translate("student_import", "Er is geen reservekopie gemaakt"),
        words.format(reason=error_text(error)),
        translate("student_import", "Toch inlezen"),
        translate("student_import", "Niet inlezen"),
    )


def scope_words(absence: Absence) -> str:
    """The yes to *Is dit de hele lijst?*, with how many are not on it."""
    if absence.scope is Scope.OWN:
        words = translate("student_import", "Ja, van al mijn studenten ({count} ontbreken)")
    elif absence.scope is Scope.SCHOOL:
        words = translate("student_import", "Ja, van de hele school ({count} ontbreken)")
    elif len(absence.groups) == 1:
        words = translate("student_import", "Ja, van klas {group} ({count} ontbreken)")
    else:
        words = translate(
            "student_import", "Ja, van alle {groups} klassen in de lijst ({count} ontbreken)"
        )
    return words.format(
        count=len(absence.missing), groups=len(absence.groups), group="".join(absence.groups[:1])
    )


def leave_button(count: int) -> str:
    """What the button under those who are missing says, with a mnemonic."""
    if not count:
        return translate("student_import", "&Verder")
    if count == 1:
        return translate("student_import", "Eén &student is van school")
    return translate("student_import", "{count} &studenten zijn van school").format(count=count)


def left_line(count: int) -> str:
    """That students left."""
    if count == 1:
        return translate("student_import", "Eén student is uitgeschreven. Het dossier blijft.")
    words = translate(
        "student_import", "{count} studenten zijn uitgeschreven. De dossiers blijven."
    )
    return words.format(count=count)


def asked_to_take(parent: QWidget, count: int) -> bool:
    """Whether the students without a mentor are really the reader's."""
    words = translate(
        "student_import",
        "Alle studenten zonder mentor ({count}) worden jouw studenten. Ze staan dan in jouw lijst "
        "en tellen mee in Vandaag.",
    )
    return ask(
        parent,
        translate("student_import", "Studenten zonder mentor overnemen"),
        words.format(count=count),
        translate("student_import", "Overnemen"),
        translate("student_import", "Niet overnemen"),
    )
