"""Where one is, in words for the top of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lob_workbench.app.school_session import SchoolSession

if TYPE_CHECKING:
    from lob_workbench.app.session import Session


def place_of(session: "Session | SchoolSession") -> str:
    """*Werkboek op deze laptop*, the example school, or *School: …* and whether it was checked."""
    translate = QCoreApplication.translate
    if session.temporary:
        return translate("place", "Voorbeeldschool · alles is verzonnen")
    if not isinstance(session, SchoolSession):
        return translate("place", "Werkboek op deze laptop · {name}").format(name=session.name)
    if session.address.is_verified:
        return translate("place", "School: {name}").format(name=session.name)
    return translate("place", "School: {name} · let op: server niet gecontroleerd").format(
        name=session.name
    )
