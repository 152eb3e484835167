"""The person at the desk, on whose behalf an operation runs."""

from dataclasses import dataclass
from uuid import UUID

from lob_workbench.domain.rights import AT_SCHOOL, OWN_DESK, Right, Role, rights_of


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of staff as operations see them: who, and in which roles.

    ``own_desk`` marks the owner of a workbook on a laptop.
    """

    staff_id: UUID
    name: str
    roles: frozenset[Role]
    own_desk: bool = False

    def may(self, right: Right) -> bool:
        """Whether one of the actor's roles, or owning the workbook, carries ``right``."""
        if self.own_desk and (right in OWN_DESK or right in AT_SCHOOL):
            return right in OWN_DESK
        return right in rights_of(self.roles)
