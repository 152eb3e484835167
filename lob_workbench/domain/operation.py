"""The one place where an operation's right is checked."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.errors import NotAllowed
from lob_workbench.domain.rights import Right


class Work(Protocol):
    """What the domain knows of a unit of work: on whose behalf, and what time it is."""

    @property
    def actor(self) -> Actor:
        """The person at the desk."""
        ...

    @property
    def clock(self) -> Clock:
        """What time it is."""
        ...


WorkFactory = Callable[[], AbstractContextManager[Work]]
"""Opens a fresh unit of work at each call: committed on a clean exit, rolled back on an error."""

OPERATIONS: dict[str, Right] = {}
"""Every declared operation by its dotted name, with the right that it asks; tests walk this."""

W = TypeVar("W", bound=Work)
P = ParamSpec("P")
R = TypeVar("R")


def operation(
    right: Right,
) -> Callable[[Callable[Concatenate[W, P], R]], Callable[Concatenate[W, P], R]]:
    """Declare a use case: refuse an actor without ``right`` before anything else happens."""

    def declare(use_case: Callable[Concatenate[W, P], R]) -> Callable[Concatenate[W, P], R]:
        OPERATIONS[f"{use_case.__module__}.{use_case.__qualname__}"] = right

        @wraps(use_case)
        def checked(work: W, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if not work.actor.may(right):
                raise NotAllowed
            return use_case(work, *args, **kwargs)

        return checked

    return declare


def right_of(thing: Callable[..., object]) -> Right | None:
    """The right that an operation asks; ``None`` for what is no operation."""
    name = f"{thing.__module__}.{getattr(thing, '__qualname__', '')}"
    return OPERATIONS.get(name)
