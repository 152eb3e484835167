"""Which column of a student list is which: the names that Dutch schools and systems use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


class StudentField(StrEnum):
    """What a column of a list can hold. The value names the attribute of ``StudentValues``."""

    STUDENT_NUMBER = "student_number"
    FIRST_NAME = "first_name"
    INFIX = "infix"
    LAST_NAME = "last_name"
    FULL_NAME = "full_name"
    BIRTH_DATE = "birth_date"
    GENDER = "gender"
    EMAIL = "email"
    PROGRAMME = "programme"
    CREBO = "crebo"
    LEVEL = "level"
    LEARNING_ROUTE = "learning_route"
    GROUP = "group"
    STUDY_YEAR = "study_year"
    TEAM = "team"
    START_DATE = "start_date"
    EXPECTED_END_DATE = "expected_end_date"
    MENTOR = "mentor"


FIELD_LABELS: dict[StudentField, str] = {
    StudentField.STUDENT_NUMBER: QT_TRANSLATE_NOOP("student_import", "Studentnummer"),
    StudentField.FIRST_NAME: QT_TRANSLATE_NOOP("student_import", "Voornaam"),
    StudentField.INFIX: QT_TRANSLATE_NOOP("student_import", "Tussenvoegsel"),
    StudentField.LAST_NAME: QT_TRANSLATE_NOOP("student_import", "Achternaam"),
    StudentField.FULL_NAME: QT_TRANSLATE_NOOP("student_import", "Hele naam"),
    StudentField.BIRTH_DATE: QT_TRANSLATE_NOOP("student_import", "Geboortedatum"),
    StudentField.GENDER: QT_TRANSLATE_NOOP("student_import", "Geslacht"),
    StudentField.EMAIL: QT_TRANSLATE_NOOP("student_import", "E-mail"),
    StudentField.PROGRAMME: QT_TRANSLATE_NOOP("student_import", "Opleiding"),
    StudentField.CREBO: QT_TRANSLATE_NOOP("student_import", "Crebo"),
    StudentField.LEVEL: QT_TRANSLATE_NOOP("student_import", "Niveau"),
    StudentField.LEARNING_ROUTE: QT_TRANSLATE_NOOP("student_import", "Leerweg"),
    StudentField.GROUP: QT_TRANSLATE_NOOP("student_import", "Klas of groep"),
    StudentField.STUDY_YEAR: QT_TRANSLATE_NOOP("student_import", "Leerjaar"),
    StudentField.TEAM: QT_TRANSLATE_NOOP("student_import", "Team"),
    StudentField.START_DATE: QT_TRANSLATE_NOOP("student_import", "Startdatum"),
    StudentField.EXPECTED_END_DATE: QT_TRANSLATE_NOOP("student_import", "Verwachte einddatum"),
    StudentField.MENTOR: QT_TRANSLATE_NOOP("student_import", "Mentor"),
}

# Best name first: with *Voornaam* and *Roepnaam* in one list, the name that is used wins.
# Written as :func:`heading_key` leaves them: lower case, letters and digits only.
_NAMES: dict[StudentField, str] = {
    StudentField.STUDENT_NUMBER: (
        "studentnummer studentnr studnr studnummer studentid studentcode studentennummer "
        "leerlingnummer leerlingnr llnr llnummer leerlingid deelnemernummer deelnemernr "
        "deelnemerid deelnemerscode stamnummer stamnr ovnummer ovnr onderwijsdeelnemernummer "
        "inschrijvingsnummer inschrijfnummer nummer"
    ),
    StudentField.FIRST_NAME: (
        "roepnaam roepnaamstudent voornaam voornaamstudent voornamen firstname givenname"
    ),
    StudentField.INFIX: (
        "tussenvoegsel tussenvoegsels tussenv tussenvgsl tussenvoeg tussen tv tsv tvg "
        "voorvoegsel voorvoegsels voorv vv vvg vvachternaam tussenvoegselachternaam infix"
    ),
    StudentField.LAST_NAME: (
        "achternaam achternaamstudent familienaam geslachtsnaam officieleachternaam "
        "geboortenaam surname lastname familyname"
    ),
    StudentField.FULL_NAME: (
        "naam volledigenaam helenaam studentnaam naamstudent leerlingnaam naamleerling leerling "
        "deelnemernaam naamdeelnemer deelnemer student naamvoluit achternaamvoornaam "
        "achternaamroepnaam achternaamvoornaamtussenvoegsel achternaamroepnaamtussenvoegsel "
        "voornaamachternaam roepnaamachternaam roepnaamtussenvoegselachternaam "
        "voornaamtussenvoegselachternaam fullname name"
    ),
    StudentField.BIRTH_DATE: (
        "geboortedatum geboortedat geboortedag geborenop geboren gebdatum gebdat gebdtm gebdag "
        "gd dateofbirth birthdate"
    ),
    StudentField.GENDER: "geslacht gesl mv mvx vm gender sekse",
    StudentField.EMAIL: (
        "emailschool schoolemail schoolmail emailadresschool emailstudent emailinstelling "
        "instellingsemail studentemail studentmail email emailadres mail mailadres emailprive"
    ),
    StudentField.PROGRAMME: (
        "opleiding opleidingsnaam opleidingnaam naamopleiding opleidingomschrijving "
        "omschrijvingopleiding kwalificatie beroepsopleiding studie studierichting "
        "uitstroomprofiel opl"
    ),
    StudentField.CREBO: (
        "crebo crebocode crebonummer crebonr opleidingscrebo crebokwalificatie kwalificatiecode "
        "opleidingscode"
    ),
    StudentField.LEVEL: "niveau mboniveau opleidingsniveau niveauopleiding kwalificatieniveau niv",
    StudentField.LEARNING_ROUTE: "leerweg bolbbl leertraject leerwegopleiding intensiteitleerweg",
    StudentField.GROUP: (
        "klas klascode stamklas stamgroep basisgroep groep groepscode groepcode groepsnaam "
        "klasgroep lesgroep mentorgroep"
    ),
    StudentField.STUDY_YEAR: "leerjaar studiejaar opleidingsjaar lj ljr jaar",
    StudentField.TEAM: (
        "team teamnaam onderwijsteam opleidingsteam organisatieeenheid organisatieonderdeel "
        "afdeling sector"
    ),
    StudentField.START_DATE: (
        "startdatum begindatum ingangsdatum datumingang datumstart startdatumopleiding "
        "begindatumopleiding datuminschrijving inschrijfdatum instroomdatum begindatuminschrijving"
    ),
    StudentField.EXPECTED_END_DATE: (
        "verwachteeinddatum geplandeeinddatum einddatumverwacht einddatumgepland einddatum "
        "verwachtediplomadatum verwachteuitstroomdatum einddatumopleiding datumeinde "
        "einddatuminschrijving"
    ),
    StudentField.MENTOR: (
        "mentor mentornaam naammentor mentor1 mentoren loopbaanbegeleider "
        "studieloopbaanbegeleider slber slb slbnaam naamslber loopbaancoach studiecoach "
        "studentcoach coach trajectbegeleider studiebegeleider begeleider tutor"
    ),
}
_RANKED: dict[str, tuple[StudentField, int]] = {
    name: (field, rank)
    for field, names in _NAMES.items()
    for rank, name in enumerate(names.split())
}

_NAME_FIELDS = frozenset({StudentField.LAST_NAME, StudentField.FULL_NAME})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field for which several columns could be meant: ``chosen`` and the ``others``."""

    field: StudentField
    chosen: int
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a heading says. Columns count from 0; ``unknown`` are those without a known name."""

    mapping: Mapping[StudentField, int]
    doubts: tuple[Doubt, ...] = ()
    unknown: tuple[int, ...] = ()


def heading_key(name: str) -> str:
    """The letters and digits of a column name, folded: *Geb.datum* gives ``gebdatum``."""
    return "".join(char for char in fold(name) if char.isalnum())


def field_of(name: str) -> StudentField | None:
    """The field that a column of this name holds, as far as it can be known."""
    found = _RANKED.get(heading_key(name))
    return found[0] if found else None


def recognise(header: Sequence[str]) -> Recognition:
    """Give each field its column by name.

    Where several columns fit, the most telling name wins and the leftmost of equal ones; the
    others are reported as a doubt. *Naam* beside *Achternaam* says nothing new and is left out.
    """
    candidates: dict[StudentField, list[tuple[int, int]]] = {}
    unknown = []
    for column, name in enumerate(header):
        found = _RANKED.get(heading_key(name))
        if found is None:
            unknown.append(column)
        else:
            candidates.setdefault(found[0], []).append((found[1], column))
    if StudentField.LAST_NAME in candidates:
        unknown += [column for _, column in candidates.pop(StudentField.FULL_NAME, [])]
    mapping = {}
    doubts = []
    for field in StudentField:
        ranked = sorted(candidates.get(field, ()))
        if ranked:
            mapping[field] = ranked[0][1]
            others = tuple(sorted(column for _, column in ranked[1:]))
            if others:
                doubts.append(Doubt(field, ranked[0][1], others))
    return Recognition(mapping, tuple(doubts), tuple(sorted(unknown)))


def missing(mapping: Mapping[StudentField, int]) -> tuple[StudentField, ...]:
    """The fields without which nobody can be imported and that have no column yet.

    ``LAST_NAME`` stands for either way to give a name.
    """
    lacking = []
    if StudentField.STUDENT_NUMBER not in mapping:
        lacking.append(StudentField.STUDENT_NUMBER)
    if not _NAME_FIELDS & mapping.keys():
        lacking.append(StudentField.LAST_NAME)
    return tuple(lacking)


def check_mapping(mapping: Mapping[StudentField, int], columns: int) -> None:
    """Raise ``InputRefused`` for a choice of columns that cannot work."""
    lacking = missing(mapping)
    if StudentField.STUDENT_NUMBER in lacking:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies eerst in welke kolom het studentnummer staat.")
        )
    if lacking:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies eerst in welke kolom de achternaam staat.")
        )
    used: set[int] = set()
    for column in mapping.values():
        if not 0 <= column < columns:
            raise InputRefused(
                QT_TRANSLATE_NOOP("errors", "De lijst heeft geen kolom {column}."),
                column=column + 1,
            )
        if column in used:
            raise InputRefused(
                QT_TRANSLATE_NOOP("errors", "Kolom {column} is twee keer gekozen. Kies er één."),
                column=column + 1,
            )
        used.add(column)
