"""Reads a kwalificatiedossier as SBB publishes it (XML) for its werkprocessen and competences.

A dossier has basic tasks (B1), shared by all, and profiles (P1, P2, …), each a qualification with a
crebo of its own, that add tasks and may add competences to the basic ones. The competences A–Y of a
werkproces lead to the skills that it asks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from lob_workbench.content.plain_xml import NotPlainXml, read_plain_xml
from lob_workbench.content.skills import LETTERS, Skill, SkillSet
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

LARGEST_BYTES = 5_000_000
TITLE_LIMIT = 400
# Every profile repeats the basic tasks, so a small file could ask for very many. The largest
# dossiers have some ten profiles and a hundred werkprocessen.
MOST_PROFILES = 40
MOST_TASKS = 400
MOST_ADDITIONS = 5_000

TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors", "Dit bestand is te groot voor een kwalificatiedossier. Kies een kleiner bestand."
)
NO_XML = QT_TRANSLATE_NOOP(
    "errors",
    "Dit is geen kwalificatiedossier (.xml) dat de werkbank kan lezen. "
    "Haal het bestand opnieuw op bij SBB.",
)
UNSAFE = QT_TRANSLATE_NOOP(
    "errors",
    "In dit bestand staat iets dat niet in een kwalificatiedossier hoort en dat gevaarlijk kan "
    "zijn. De werkbank leest het daarom niet. Haal het bestand opnieuw op bij SBB.",
)
NO_DOSSIER = QT_TRANSLATE_NOOP(
    "errors", "In dit bestand staat geen kwalificatiedossier. Haal het bestand op bij SBB."
)
SEVERAL = QT_TRANSLATE_NOOP(
    "errors", "In dit bestand staan {count} kwalificatiedossiers. Kies een bestand met één dossier."
)
NO_WORK = QT_TRANSLATE_NOOP("errors", "In dossier '{title}' staan geen werkprocessen.")
NOT_WHOLE = QT_TRANSLATE_NOOP(
    "errors",
    "Dit kwalificatiedossier is niet heel: bij {place} klopt '{key}' niet. "
    "Haal het bestand opnieuw op bij SBB.",
)
REPEATED = QT_TRANSLATE_NOOP(
    "errors",
    "Dit kwalificatiedossier is niet heel: '{code}' staat er meer dan één keer in. "
    "Haal het bestand opnieuw op bij SBB.",
)
UNKNOWN_COMPETENCE = QT_TRANSLATE_NOOP(
    "errors",
    "Bij werkproces {code} staat een competentie die de werkbank niet kent. "
    "Haal het bestand opnieuw op bij SBB.",
)

_NUMBER = re.compile(r"[0-9]{1,10}")
_CHAPTER = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class WorkProcess:
    """A werkproces: its code (``B1-K1-W2``), title and the letters of its competences, A to Y."""

    code: str
    title: str
    competences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoreTask:
    """A kerntaak (``B1-K1``) with its werkprocessen."""

    code: str
    title: str
    work_processes: tuple[WorkProcess, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One qualification of a dossier: all that its students do, the basic tasks included.

    A basic werkproces carries here what this profile adds to its competences. ``level`` is the mbo
    level, 0 when the file does not say.
    """

    number: str
    title: str
    crebo: str
    level: int
    core_tasks: tuple[CoreTask, ...]

    @property
    def work_processes(self) -> tuple[WorkProcess, ...]:
        """All werkprocessen of this qualification."""
        return tuple(work for task in self.core_tasks for work in task.work_processes)


@dataclass(frozen=True, slots=True)
class Qualification:
    """A kwalificatiedossier: number and title, its basic tasks and its profiles.

    ``crebos`` are those of the dossier and then of its profiles.
    """

    number: str
    title: str
    version: str
    crebos: tuple[str, ...]
    core_tasks: tuple[CoreTask, ...]
    profiles: tuple[Profile, ...]

    @property
    def work_processes(self) -> tuple[WorkProcess, ...]:
        """Each werkproces of the dossier once: the basic ones, then those of each profile."""
        basic = [work for task in self.core_tasks for work in task.work_processes]
        seen = {work.code for work in basic}
        own = [work for p in self.profiles for work in p.work_processes if work.code not in seen]
        return (*basic, *own)

    def profile(self, crebo: str) -> Profile | None:
        """The qualification with this crebo, if it is one of this dossier."""
        return next((profile for profile in self.profiles if profile.crebo == crebo), None)


def read_qualification(data: bytes) -> Qualification:
    """The dossier in a file of SBB; raises ``InputRefused`` with the reason when it is none."""
    if len(data) > LARGEST_BYTES:
        raise InputRefused(TOO_LARGE)
    try:
        root = read_plain_xml(data)
    except NotPlainXml as refused:
        raise InputRefused(UNSAFE if refused.unsafe else NO_XML) from None
    dossiers = root.findall("dossiers/dossier")
    if root.tag != "sbb" or not dossiers:
        raise InputRefused(NO_DOSSIER)
    if len(dossiers) > 1:
        raise InputRefused(SEVERAL, count=len(dossiers))
    if _too_many(dossiers[0]):
        raise InputRefused(TOO_LARGE)
    found = _dossier(dossiers[0], _letters(root))
    if not found.work_processes:
        raise InputRefused(NO_WORK, title=found.title)
    _refuse_repeats(found)
    return found


def skills_for(work_process: WorkProcess, skill_set: SkillSet) -> tuple[Skill, ...]:
    """The skills of a set that carry a competence of this werkproces, in the order of the set."""
    wanted = frozenset(work_process.competences)
    return tuple(skill for skill in skill_set.skills if wanted.intersection(skill.competences))


def _too_many(dossier: Element) -> bool:
    tags = Counter(element.tag for element in dossier.iter())
    return (
        len(dossier.findall("profielen/profiel")) > MOST_PROFILES
        or tags["kerntaak"] + tags["werkproces"] > MOST_TASKS
        or tags["aanvullend"] > MOST_ADDITIONS
    )


def _dossier(dossier: Element, letters: Mapping[str, str]) -> Qualification:
    basic = tuple(dossier.findall("basis/basistaken/basiskerntaken/kerntaak"))
    profiles = tuple(
        _profile(profile, basic, letters) for profile in dossier.findall("profielen/profiel")
    )
    own = _crebos(dossier.findall("dossiercrebos/dossiercrebo"))
    return Qualification(
        number=_number(dossier),
        title=_title(dossier),
        version=clean_line(dossier.get("versie", ""), limit=TITLE_LIMIT),
        crebos=tuple(dict.fromkeys([*own, *(p.crebo for p in profiles if p.crebo)])),
        core_tasks=tuple(_core_task(task, "B1", "", letters) for task in basic),
        profiles=profiles,
    )


def _profile(profile: Element, basic: Iterable[Element], letters: Mapping[str, str]) -> Profile:
    number = _number(profile)
    code = f"P{_chapter(profile)}"
    own = profile.findall("profielkerntaken/kerntaak")
    level = profile.get("niveau", "").strip()
    return Profile(
        number=number,
        title=_title(profile),
        crebo=next(iter(_crebos(profile.findall("creboinformatie/crebo"))), ""),
        level=int(level) if level in {"1", "2", "3", "4"} else 0,
        core_tasks=(
            *(_core_task(task, "B1", number, letters) for task in basic),
            *(_core_task(task, code, number, letters) for task in own),
        ),
    )


def _core_task(task: Element, part: str, profile: str, letters: Mapping[str, str]) -> CoreTask:
    code = f"{part}-K{_chapter(task)}"
    within = "basiswerkprocessen" if part == "B1" else "profielwerkprocessen"
    work = task.findall(f"{within}/werkproces")
    return CoreTask(
        code, _title(task), tuple(_work_process(one, code, profile, letters) for one in work)
    )


def _work_process(
    work: Element, task: str, profile: str, letters: Mapping[str, str]
) -> WorkProcess:
    code = f"{task}-W{_chapter(work)}"
    found = set()
    for reference in _references(work, profile):
        if reference not in letters:
            raise InputRefused(UNKNOWN_COMPETENCE, code=code)
        found.add(letters[reference])
    return WorkProcess(code, _title(work), tuple(sorted(found)))


def _references(work: Element, profile: str) -> Iterator[str]:
    """The numbers of the competences of a werkproces, with what this profile adds to them."""
    competences = work.findall("werkprocescompetenties/competentie")
    for more in work.findall("werkprocescompetenties/werkprocescompetentiesperprofiel/aanvullend"):
        named = more.find("profiel")
        if named is not None and named.get("referentie", "") == profile:
            competences += more.findall("omschrijving/competentie")
    for competence in competences:
        yield competence.get("referentie", "")


def _letters(root: Element) -> dict[str, str]:
    """The letter of each competence by the number that the file gives it."""
    return {
        competence.get("nr", ""): code
        for competence in root.findall("competenties/competentie")
        if len(code := competence.get("code", "")) == 1 and code in LETTERS
    }


def _crebos(elements: Iterable[Element]) -> list[str]:
    found = [(element.text or "").strip() for element in elements]
    return [crebo for crebo in found if _NUMBER.fullmatch(crebo)]


def _number(element: Element) -> str:
    return _matching(element, "nr", _NUMBER)


def _chapter(element: Element) -> str:
    return _matching(element, "hoofdstuk", _CHAPTER)


def _matching(element: Element, key: str, pattern: re.Pattern[str]) -> str:
    value = element.get(key, "").strip()
    if not pattern.fullmatch(value):
        raise InputRefused(NOT_WHOLE, place=_place(element), key=key)
    return value


def _title(element: Element) -> str:
    title = clean_line(element.get("titel", ""), limit=TITLE_LIMIT)
    if not title:
        raise InputRefused(NOT_WHOLE, place=_place(element), key="titel")
    return title


def _place(element: Element) -> str:
    """How the file calls this element: 'werkproces 966320'. Only its number is the file's own."""
    number = element.get("nr", "").strip()
    return f"{element.tag} {number}" if _NUMBER.fullmatch(number) else element.tag


def _refuse_repeats(found: Qualification) -> None:
    tasks = [*found.core_tasks]
    for profile in found.profiles:
        tasks += profile.core_tasks[len(found.core_tasks) :]
    codes = [task.code for task in tasks] + [w.code for task in tasks for w in task.work_processes]
    numbers = [profile.number for profile in found.profiles]
    for code, times in Counter([*codes, *numbers]).items():
        if times > 1:
            raise InputRefused(REPEATED, code=code)
