"""The person at the desk, on whose behalf an operation runs."""

from dataclasses import dataclass
from uuid import UUID

from lob_workbench.domain.rights import Right, Role, rights_of


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of staff as operations see them: who, and in which roles."""

    staff_id: UUID
    name: str
    roles: frozenset[Role]

    def may(self, right: Right) -> bool:
        """Whether one of the actor's roles carries ``right``."""
        return right in rights_of(self.roles)
