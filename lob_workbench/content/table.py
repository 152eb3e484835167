"""One table of a TOML file, read key by key: every fault names the place where it stands."""

import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar, cast

from lob_workbench.content.schema import placeholders

_Member = TypeVar("_Member", bound=StrEnum)


class ContentError(ValueError):
    """A text file that ships with the product is not whole; names the file and the place."""

    def __init__(self, place: str, fault: str) -> None:
        self.place = place
        super().__init__(f"{place}: {fault}")


class Table:
    """A TOML table that remembers what was read, so that an unknown key is a fault."""

    def __init__(self, place: str, values: Mapping[str, object]) -> None:
        self.place = place
        self._values = values
        self._read: set[str] = set()

    def names(self) -> tuple[str, ...]:
        """The keys in the order of the file."""
        return tuple(self._values)

    def text(self, key: str, *, slots: Iterable[str] = ()) -> str:
        """A text that is there and not empty; ``slots`` are the placeholders it may hold."""
        return self._checked(key, self._value(key), slots)

    def optional(self, key: str) -> str:
        """A text, or nothing when the key is not there."""
        return self.text(key) if key in self._values else ""

    def texts(self, key: str, *, slots: Iterable[str] = ()) -> tuple[str, ...]:
        """A list of such texts, each of them once."""
        found = tuple(self._checked(key, value, slots) for value in self._list(key))
        refuse_repeats(self.place, key, found)
        return found

    def number(self, key: str) -> int:
        """A whole number above zero."""
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ContentError(self.place, f"{key!r} must be a whole number above zero")
        return value

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers above zero; empty when the key is not there."""
        values = self._list(key) if key in self._values else []
        # In Python True is a whole number above zero too.
        if not all(type(value) is int and value > 0 for value in values):
            raise ContentError(self.place, f"{key!r} must hold whole numbers above zero")
        return cast("tuple[int, ...]", tuple(values))

    def member(self, key: str, kind: type[_Member]) -> _Member:
        """A member of an enumeration by its value."""
        return self._member(key, self._value(key), kind)

    def members(self, key: str, kind: type[_Member]) -> tuple[_Member, ...]:
        """A list of members, each of them once; empty when the key is not there."""
        values = self._list(key) if key in self._values else []
        found = tuple(self._member(key, value, kind) for value in values)
        refuse_repeats(self.place, key, found)
        return found

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        return self._inner(key, self._value(key), f"{self.place}, {key}")

    def tables(self, key: str) -> tuple["Table", ...]:
        """The tables of an array of tables; there must be one."""
        values = self._list(key)
        if not values:
            raise ContentError(self.place, f"{key!r} is empty")
        return tuple(
            self._inner(key, value, f"{self.place}, {key} {number}")
            for number, value in enumerate(values, start=1)
        )

    def close(self) -> None:
        """Refuse what nobody asked for: a key that is misspelled or forgotten."""
        unknown = [key for key in self._values if key not in self._read]
        if unknown:
            raise ContentError(self.place, f"unknown key: {', '.join(unknown)}")

    def _value(self, key: str) -> object:
        self._read.add(key)
        if key not in self._values:
            raise ContentError(self.place, f"{key!r} is missing")
        return self._values[key]

    def _list(self, key: str) -> list[object]:
        value = self._value(key)
        if not isinstance(value, list):
            raise ContentError(self.place, f"{key!r} must be a list")
        return value

    def _inner(self, key: str, value: object, place: str) -> "Table":
        if not isinstance(value, dict):
            raise ContentError(self.place, f"{key!r} must be a table")
        return Table(place, value)

    def _member(self, key: str, value: object, kind: type[_Member]) -> _Member:
        try:
            return kind(cast("str", value))
        except ValueError:
            raise ContentError(self.place, f"{key!r} holds an unknown id: {value!r}") from None

    def _checked(self, key: str, value: object, slots: Iterable[str]) -> str:
        if not isinstance(value, str):
            raise ContentError(self.place, f"{key!r} must be text")
        if not value.strip():
            raise ContentError(self.place, f"{key!r} is empty")
        if value != value.strip():
            raise ContentError(self.place, f"{key!r} begins or ends with a space")
        try:
            strange = placeholders(value) - frozenset(slots)
        except ValueError as error:
            raise ContentError(self.place, f"{key!r} has a loose brace") from error
        if strange:
            raise ContentError(self.place, f"{key!r} has an unknown placeholder: {min(strange)}")
        return value


def refuse_repeats(place: str, what: str, values: Iterable[str]) -> None:
    """Refuse a list that says the same thing twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise ContentError(place, f"{what} stands here twice: {value!r}")
        seen.add(value)


def open_table(path: Path) -> Table:
    """The outermost table of a file; refuses one that is no TOML."""
    try:
        return Table(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise ContentError(path.name, "the file is not there") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(path.name, f"not readable as TOML: {error}") from error
