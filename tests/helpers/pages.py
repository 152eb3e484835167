"""What a page is given in a test: real jobs on a real workbook."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from lob_workbench.app.features import FEATURES
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from tests.helpers.stores import Store


@pytest.fixture
def page_context(embedded_store: Store, qtbot: QtBot) -> Iterator[PageContext]:
    """The context of the owner's pages; the care of the workbook itself is left out."""
    jobs = Jobs(embedded_store.work)
    yield PageContext(
        jobs,
        embedded_store.clock,
        embedded_store.owner,
        Navigator(),
        FEATURES,
        None,  # type: ignore[arg-type]
    )
    jobs.stop()
