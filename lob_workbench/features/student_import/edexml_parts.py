"""What stands in an EDEXML file of somebody else: pupils with group and teacher, nothing besides.

It runs in a process of its own (:mod:`.edexml`): ``python -m`` reads the file from its input and
writes one line of JSON. A file is looked at as plain XML first (no document type, so no entities),
then checked against the schema of the standard. Of a pupil only what the workbench uses goes out:
no numbers of the state, no origin, no picture.
"""

import json
import re
import sys
from enum import StrEnum
from functools import cache
from typing import Any

from lxml import etree

from lob_workbench.content.plain_xml import NotPlainXml, check_plain_xml
from lob_workbench.features.student_import.reader import MAX_CELL, MAX_ROWS
from lob_workbench.output.apart import MOST_ANSWER, bound_memory
from lob_workbench.paths import resources

VERSION = "2.1"
MOST_ELEMENTS = 1_000_000
MOST_TOGETHER = 10_000
"""So many groups or teachers, or elements in one of them."""
_MEMORY = 700_000_000
_PUPIL = re.compile(r"/EDEX/leerlingen/leerling(?:\[([0-9]+)\])?(?:/([^/\[]+).*)?")
_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")
_LAST_LISTED = "2024-2025"
_TEACHER_ROLE = "LRK"
_TEACHER_WORDS = re.compile(r"mentor|coach|leerkracht|leraar|docent|begeleider", re.IGNORECASE)
# Years of secondary education are numbered on from 11.
_YEARS_OF_STUDY = {str(year): str(year) for year in range(1, 9)} | {
    str(10 + year): str(year) for year in range(1, 7)
}
_GONE = "H"


class Trouble(StrEnum):
    """Why a file gives no pupils."""

    NOT_XML = "not_xml"
    UNSAFE = "unsafe"
    OTHER_XML = "other_xml"
    OTHER_VERSION = "other_version"
    AGAINST_SCHEMA = "against_schema"
    TOO_MANY_PUPILS = "too_many_pupils"


class Unreadable(Exception):
    """The file gives no pupils; ``about`` is a version or the name of an element."""

    def __init__(self, trouble: Trouble, about: str = "") -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.about = about


def read_pupils(data: bytes) -> dict[str, Any]:
    """The pupils of a file, as they travel to who asked. Raises ``Unreadable``."""
    root = _root(data)
    version = _text(root.find("school"), "xsdversie")
    if version and version != VERSION:
        raise Unreadable(Trouble.OTHER_VERSION, _version(version))
    _check_numbers(root)
    wrong = _against_schema(root)
    groups = {
        (kind, element.get("key")): _text(element, "naam")
        for kind in ("groep", "samengestelde_groep")
        for element in root.iterfind(f"groepen/{kind}")
    }
    places = {each.get("key"): _text(each, "naam") for each in root.iterfind("vestigingen/*")}
    teachers, several = _teachers(root)
    school = root.find("school")
    pupils = []
    size = 0
    for number, element in enumerate(root.iterfind("leerlingen/leerling"), start=1):
        pupil = _pupil(element, groups, teachers, places) | {"wrong": wrong.get(number, "")}
        # One long name of a group or a teacher goes along with each pupil.
        size += len(json.dumps(pupil))
        if size > MOST_ANSWER:
            raise Unreadable(Trouble.UNSAFE)
        pupils.append(pupil)
    return {
        "school": _school_key(school),
        "day": (_text(school, "aanmaakdatum") or _text(school, "peildatum"))[:10],
        "several": several,
        "pupils": pupils,
    }


def _root(data: bytes) -> Any:
    try:
        check_plain_xml(data, MOST_ELEMENTS)
        # Deaf and blind besides: no entity, no file, no network, no tree of a million levels.
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        root = etree.fromstring(data, parser)
    except NotPlainXml as error:
        raise Unreadable(Trouble.UNSAFE if error.unsafe else Trouble.NOT_XML) from None
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(Trouble.NOT_XML) from None
    if root.tag != "EDEX":
        raise Unreadable(Trouble.OTHER_XML)
    return root


def _check_numbers(root: Any) -> None:
    """Refuse what keeps the schema busy: for every fault it counts all who stand before it."""
    if sum(1 for _ in root.iterfind("leerlingen/leerling")) > MAX_ROWS:
        raise Unreadable(Trouble.TOO_MANY_PUPILS)
    if any(len(each) > MOST_TOGETHER for each in root.iter() if each.tag != "leerlingen"):
        raise Unreadable(Trouble.UNSAFE)


def _against_schema(root: Any) -> dict[int, str]:
    """Which pupils do not keep to the schema, by number from 1, and in which element.

    Raises ``Unreadable`` when anything around the pupils does not.
    """
    # Parties add what they like and publish their own schema of it. We read none of it.
    for added in root.findall(".//toevoegingen"):
        added.getparent().remove(added)
    year = root.find("school/schooljaar")
    if year is not None and _coming_year(year.text or ""):
        # The list of years in the schema has an end.
        year.text = _LAST_LISTED
    schema = _schema()
    if schema.validate(root):
        return {}
    wrong: dict[int, str] = {}
    for error in schema.error_log:
        found = _PUPIL.fullmatch(error.path or "")
        if found is None:
            raise Unreadable(Trouble.AGAINST_SCHEMA, _element(error.path))
        wrong.setdefault(int(found[1] or 1), _element(found[2] or "leerling"))
    return wrong


@cache
def _schema() -> Any:
    folder = resources() / "standards" / "edexml"
    return etree.XMLSchema(etree.parse(str(folder / "EDEXML.structuur.xsd")))


def _coming_year(text: str) -> bool:
    years = _YEARS.fullmatch(text)
    return years is not None and int(years[2]) == int(years[1]) + 1 and int(years[1]) > 2024


def _element(path: str | None) -> str:
    """The name of the element at the end of a path, fit to be shown."""
    last = (path or "").rpartition("/")[2]
    return re.sub(r"[^\w-].*", "", last)[:40] or "EDEX"


def _version(text: str) -> str:
    """What a file says of its version, fit to be shown: no other number that stands there."""
    found = re.match(r"[0-9]{1,3}(\.[0-9]{1,3}){0,2}", text)
    return found[0] if found else ""


def _school_key(school: Any) -> str:
    key = _text(school, "schoolkey")
    if key:
        return key
    place = _text(school, "dependancecode")
    # 00 says the same as nothing.
    code = _text(school, "brincode") + (place if place != "00" else "")
    return code or _text(school, "instellingsnummer")


def _teachers(root: Any) -> tuple[dict[tuple[str, str], str], bool]:
    """The teacher of each group, and whether some group has more of them: then the first counts."""
    found: dict[tuple[str, str], str] = {}
    several = False
    for teacher in root.iterfind("leerkrachten/leerkracht"):
        name = _teacher_name(teacher)
        for group in teacher.iterfind("groepen/*"):
            key = (group.tag, group.get("key", ""))
            if name and _teaches(teacher, group):
                several = several or (key in found and found[key] != name)
                found.setdefault(key, name)
    return found, several


def _teaches(teacher: Any, group: Any) -> bool:
    """Whether this is a group's own teacher: by the role in the group, else by the role at school.

    Without any role somebody who stands with a group is its teacher.
    """
    for element in (group, teacher):
        roles = [role.text for role in element.iterfind("rol")]
        words = [_clean(role.text) for role in element.iterfind("rolomschrijving")]
        if roles or words:
            return _TEACHER_ROLE in roles or any(map(_TEACHER_WORDS.search, words))
    return True


def _teacher_name(teacher: Any) -> str:
    """*Bemmel, Julia van*, as lists write it."""
    last, first = _text(teacher, "achternaam"), _first_name(teacher)
    if not last:
        return first
    given = " ".join(part for part in (first, _text(teacher, "voorvoegsel")) if part)
    return f"{last}, {given}" if given else last


def _first_name(person: Any) -> str:
    return _text(person, "roepnaam") or _text(person, "voornamen") or _text(person, "voorletters-1")


def _pupil(
    pupil: Any,
    groups: dict[tuple[str, str], str],
    teachers: dict[tuple[str, str], str],
    places: dict[str, str],
) -> dict[str, str]:
    mine = [("groep", each.get("key", "")) for each in pupil.iterfind("groep")]
    mine += [
        ("samengestelde_groep", each.get("key", ""))
        for each in pupil.iterfind("samengestelde_groepen/samengestelde_groep")
    ]
    year = _text(pupil, "jaargroep")
    place = pupil.find("vestiging")
    return {
        "key": _clean(pupil.get("key", "")),
        "first": _first_name(pupil),
        "infix": _text(pupil, "voorvoegsel"),
        "last": _text(pupil, "achternaam"),
        "birth": _text(pupil, "geboortedatum"),
        "gender": _text(pupil, "geslacht"),
        "email": _text(pupil, "emailadres"),
        "group": next((groups[each] for each in mine if groups.get(each)), ""),
        "year": _YEARS_OF_STUDY.get(year, ""),
        "gone": year if year == _GONE else "",
        "start": _text(pupil, "instroomdatum"),
        "end": _text(pupil, "uitstroomdatum"),
        "mentor": next((teachers[each] for each in mine if each in teachers), ""),
        "place": "" if place is None else places.get(place.get("key"), ""),
    }


def _text(element: Any, name: str) -> str:
    found = None if element is None else element.findtext(name)
    return _clean(found)


def _clean(text: str | None) -> str:
    """What is longer than any field is told so and left empty; it only must not be endless."""
    return (text or "").strip()[:MAX_CELL]


def main() -> None:
    """Read the file from the input, write the answer as JSON in plain ASCII."""
    bound_memory(_MEMORY)
    try:
        answer = read_pupils(sys.stdin.buffer.read())
    except Unreadable as error:
        answer = {"trouble": error.trouble, "about": error.about}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
