"""The rooms of the school: who talks in them keeps them."""

from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_appointments
from lob_workbench.talks.records_appointments import Room
from lob_workbench.talks.rules_appointments import RoomView

NO_NAME = QT_TRANSLATE_NOOP("errors", "Geef de ruimte een naam.")
KNOWN = QT_TRANSLATE_NOOP("errors", "Er is al een ruimte met de naam ‘{name}’.")


@operation(Right.RECORD_TALKS)
def list_rooms(work: UnitOfWork) -> tuple[RoomView, ...]:
    """All rooms by name."""
    return queries_appointments.list_rooms(work)


@operation(Right.RECORD_TALKS)
def save_room(
    work: UnitOfWork, room_id: UUID, name: str, private: bool, version: int | None = None
) -> Changes:
    """Add a room, or with the ``version`` that was seen change it.

    Raises ``InputRefused`` without a name or with one that another room has, and ``StaleSave``.
    """
    name = clean_line(name, limit=60)
    if not name:
        raise InputRefused(NO_NAME)
    for other in queries_appointments.list_rooms(work):
        if other.id != room_id and other.name.casefold() == name.casefold():
            raise InputRefused(KNOWN, name=other.name)
    if version is None:
        work.session.add(Room(id=room_id, name=name, private=private, updated_at=work.clock.now()))
        work.flush_first(Room)
        return Changes.of("room", room_id)
    room = queries_appointments.find_room(work, room_id)
    if room.version != version:
        raise StaleSave
    room.name, room.private, room.updated_at = name, private, work.clock.now()
    work.flush_first(Room)
    return Changes.of("room", room_id)
