"""The one style sheet of the application, written in roles (``{ROLE}``) and filled per theme.

Only what Fusion cannot do with a palette stands here: soft corners, quiet lines, breathing space.
A widget asks for a look with a dynamic property: ``kind`` (its shape) or ``ink`` (its colour).
"""

import re

from lob_workbench.ui.theme import RADIUS, Role, hex_of

_SHEET = """
QToolTip { background: {RAISED}; color: {INK}; border: 1px solid {FIELD_LINE}; padding: 6px; }

QLabel { background: transparent; }
QLabel[ink="muted"] { color: {INK_MUTED}; }
QLabel[ink="primary"] { color: {PRIMARY}; }
QLabel[ink="attention"] { color: {ACCENT_TEXT}; }
QLabel[ink="danger"] { color: {DANGER}; }
QLabel[ink="good"] { color: {SUCCESS_TEXT}; }

QFrame[kind="card"], QFrame[kind="panel"] {
    background: {RAISED}; border: 1px solid {HAIR_LINE}; border-radius: {radius}px; }
QFrame#quick_capture { border: 2px solid {PRIMARY}; }
QFrame[kind="panel"][tint="calm"] { background: {SUNKEN}; }
QFrame[kind="panel"][tint="info"] { background: {PRIMARY_TINT}; border-color: {PRIMARY_TINT}; }
QFrame[kind="panel"][tint="attention"] {
    background: {ACCENT_TINT}; border-color: {ACCENT_TINT}; }
QFrame[kind="panel"][tint="good"] { background: {SUCCESS_TINT}; border-color: {SUCCESS_TINT}; }
QFrame[kind="panel"][tint="danger"] { background: {DANGER_TINT}; border-color: {DANGER_TINT}; }
QFrame[kind="line"] { background: {HAIR_LINE}; border: none; max-height: 1px; min-height: 1px; }

QPushButton[kind] { border-radius: 6px; padding: 6px 14px; border: 1px solid transparent; }
QPushButton[kind="primary"] {
    background: {PRIMARY}; color: {ON_PRIMARY}; border-color: {PRIMARY}; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: {PRIMARY_HOVER}; border-color: {PRIMARY_HOVER}; }
QPushButton[kind="primary"]:pressed {
    background: {PRIMARY_PRESSED}; border-color: {PRIMARY_PRESSED}; }
QPushButton[kind="secondary"] {
    background: {RAISED}; color: {INK}; border-color: {FIELD_LINE}; }
QPushButton[kind="secondary"]:hover { background: {HOVER}; }
QPushButton[kind="secondary"]:pressed { background: {SELECTION}; }
QPushButton[kind="quiet"] { background: transparent; color: {PRIMARY}; padding: 6px 8px; }
QPushButton[kind="quiet"]:hover { background: {HOVER}; }
QPushButton[kind="quiet"]:pressed { background: {SELECTION}; }
QPushButton[kind="danger"] {
    background: {DANGER}; color: {ON_DANGER}; border-color: {DANGER}; font-weight: 600; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed {
    background: {DANGER_HOVER}; border-color: {DANGER_HOVER}; }
QPushButton[kind]:disabled {
    background: {CALM_TINT}; color: {INK_MUTED}; border-color: {CALM_TINT}; }
QPushButton[kind="quiet"]:disabled { background: transparent; border-color: transparent; }

QLineEdit, QPlainTextEdit {
    background: {RAISED}; color: {INK}; border: 1px solid {FIELD_LINE}; border-radius: 6px;
    padding: 5px 9px; selection-background-color: {SELECTION}; selection-color: {INK}; }
QLineEdit, QPlainTextEdit { placeholder-text-color: {INK_MUTED}; }
QPlainTextEdit { padding: 4px 5px; }
QLineEdit:focus, QPlainTextEdit:focus {
    border: 2px solid {FOCUS}; padding: 4px 8px; }
QPlainTextEdit:focus { padding: 3px 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled {
    background: {SUNKEN}; color: {INK_MUTED}; border-color: {HAIR_LINE}; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: {DANGER}; }
QPlainTextEdit[kind="reading"] { background: transparent; border: none; padding: 0; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#page_body { background: transparent; }

QTableView {
    background: {RAISED}; border: 1px solid {HAIR_LINE}; border-radius: {radius}px; outline: 0; }
QTableView:focus { border-color: {FOCUS}; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; color: {INK_MUTED}; border: none; padding: 7px 10px;
    border-bottom: 1px solid {HAIR_LINE}; }
QHeaderView::section:hover { color: {INK}; }

QTabWidget::pane { border: none; border-top: 1px solid {HAIR_LINE}; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: {INK_MUTED}; padding: 8px 12px; border: none;
    border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: {INK}; background: {HOVER}; border-radius: 6px; }
QTabBar::tab:selected { color: {PRIMARY}; border-bottom: 3px solid {PRIMARY}; }
QTabBar::tab:focus { color: {PRIMARY}; border: 2px solid {FOCUS}; border-radius: 6px; }

QMenu {
    background: {RAISED}; border: 1px solid {FIELD_LINE}; padding: 4px; }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 4px; }
QMenu::item:selected { background: {SELECTION}; color: {INK}; }
QMenu::item:disabled { color: {INK_MUTED}; }
QMenu::separator { background: {HAIR_LINE}; height: 1px; margin: 4px 8px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: {SCROLL_BAR}; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: {FIELD_LINE}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
    background: {CALM_TINT}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: {PRIMARY}; border-radius: 4px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: {SUNKEN}; }
QCalendarWidget QToolButton {
    background: transparent; color: {INK}; border: none; border-radius: 6px; padding: 6px;
    font-weight: 600; }
QCalendarWidget QToolButton:hover { background: {HOVER}; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QTableView {
    border: none; border-radius: 0; selection-background-color: {PRIMARY};
    selection-color: {ON_PRIMARY}; }
QFrame[kind="popup"] { background: {RAISED}; border: 1px solid {FIELD_LINE}; }
QSplitter::handle { background: transparent; }
"""

_ROLE = re.compile(r"\{([A-Z_]+)\}")


def style_sheet() -> str:
    """The style sheet in the colours of the present theme."""
    filled = _ROLE.sub(_hex, _SHEET)
    return filled.replace("{radius}", str(RADIUS))


def _hex(found: re.Match[str]) -> str:
    return hex_of(Role[found[1]])
