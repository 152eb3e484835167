"""The yardstick of starting: an empty PySide6 table, from spawn to painted.

Run as a script; prints the moment of the first paint on the system's monotonic clock, in seconds.
"""

import sys
import time

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTableView

_NOWHERE = QModelIndex()


class _NoRows(QAbstractTableModel):
    def rowCount(self, parent=_NOWHERE):
        return 0

    def columnCount(self, parent=_NOWHERE):
        return 5

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return None


class _Table(QTableView):
    def __init__(self) -> None:
        super().__init__()
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # As the first screen does: counted when the whole window is on the screen.
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        print(time.monotonic(), flush=True)
        QApplication.quit()


def main() -> int:
    app = QApplication(sys.argv)
    table = _Table()
    model = _NoRows(table)
    table.setModel(model)
    table.resize(1366, 768)
    table.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
