"""What the import says about a line of a student list, as codes with their Dutch sentence."""

from dataclasses import dataclass
from enum import StrEnum

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


class RemarkCode(StrEnum):
    """Why a line was refused, what the import did with it, or what it asks about it."""

    # The whole list.
    HEADING_LOWER = "heading_lower"
    NO_HEADING = "no_heading"
    NO_BIRTH_DATE_COLUMN = "no_birth_date_column"
    NO_GROUP_COLUMN = "no_group_column"
    NO_MENTOR_COLUMN = "no_mentor_column"
    PUPIL_NUMBERS = "pupil_numbers"
    PUPIL_NUMBERS_ALONE = "pupil_numbers_alone"
    FIRST_TEACHER = "first_teacher"
    # A line that is imported.
    MORE_VALUES = "more_values"
    FEWER_VALUES = "fewer_values"
    NO_FIRST_NAME = "no_first_name"
    NO_BIRTH_DATE = "no_birth_date"
    NO_GROUP = "no_group"
    LOST_CHARACTER = "lost_character"
    WRONG_ENCODING = "wrong_encoding"
    LOOKS_LIKE_FORMULA = "looks_like_formula"
    UNLIKELY_AGE = "unlikely_age"
    NOT_UNDERSTOOD = "not_understood"
    TOO_LONG = "too_long"
    KNOWN_KEPT = "known_kept"
    KNOWN_LEFT = "known_left"
    REPEAT_DIFFERS = "repeat_differs"
    # A line that is refused.
    HEADING_AGAIN = "heading_again"
    NO_NUMBER = "no_number"
    NUMBER_DAMAGED = "number_damaged"
    NO_LAST_NAME = "no_last_name"
    NAME_UNCLEAR = "name_unclear"
    DATE_MISSING_DAY = "date_missing_day"
    DATE_SHORT_YEAR = "date_short_year"
    DATE_UNREADABLE = "date_unreadable"
    NUMBER_TAKEN = "number_taken"
    NUMBER_LIKE_SEVERAL = "number_like_several"
    AGAINST_SCHEMA = "against_schema"
    LEFT_SCHOOL = "left_school"
    # A line that asks *dezelfde student?*
    LIKE_KNOWN = "like_known"
    LIKE_LINE = "like_line"
    OTHER_PERSON = "other_person"


REMARK_TEXTS: dict[RemarkCode, str] = {
    RemarkCode.HEADING_LOWER: QT_TRANSLATE_NOOP(
        "student_import",
        "De kop van de lijst staat op regel {line}. Wat daarboven staat, is overgeslagen.",
    ),
    RemarkCode.NO_HEADING: QT_TRANSLATE_NOOP(
        "student_import",
        "Deze lijst heeft geen kop met kolomnamen. Kies zelf wat er in elke kolom staat.",
    ),
    RemarkCode.NO_BIRTH_DATE_COLUMN: QT_TRANSLATE_NOOP(
        "student_import",
        "Er is geen kolom met de geboortedatum. De werkbank weet dan niet wie onder de 16 of "
        "18 is.",
    ),
    RemarkCode.NO_GROUP_COLUMN: QT_TRANSLATE_NOOP(
        "student_import", "Er is geen kolom met de klas of groep."
    ),
    RemarkCode.NO_MENTOR_COLUMN: QT_TRANSLATE_NOOP(
        "student_import",
        "Er is geen kolom met de mentor. Wie jouw studenten zijn, geef je dan zelf aan.",
    ),
    RemarkCode.PUPIL_NUMBERS: QT_TRANSLATE_NOOP(
        "student_import",
        "Regel 1 is de eerste leerling in het bestand. Het studentnummer is het nummer van de "
        "school met dat van de leerling.",
    ),
    RemarkCode.PUPIL_NUMBERS_ALONE: QT_TRANSLATE_NOOP(
        "student_import",
        "Regel 1 is de eerste leerling in het bestand. Er staat niet in van welke school het is: "
        "het studentnummer is alleen het nummer van de leerling.",
    ),
    RemarkCode.FIRST_TEACHER: QT_TRANSLATE_NOOP(
        "student_import",
        "Een groep heeft meer dan één leerkracht. De eerste staat hier als mentor.",
    ),
    RemarkCode.MORE_VALUES: QT_TRANSLATE_NOOP(
        "student_import",
        "Meer waarden op deze regel dan de kop kolommen heeft ({extra} te veel). "
        "Kijk of alles in de goede kolom staat.",
    ),
    RemarkCode.FEWER_VALUES: QT_TRANSLATE_NOOP(
        "student_import",
        "Minder waarden op deze regel dan de kop kolommen heeft ({short} te weinig). "
        "Kijk of alles in de goede kolom staat.",
    ),
    RemarkCode.NO_FIRST_NAME: QT_TRANSLATE_NOOP("student_import", "Geen voornaam."),
    RemarkCode.NO_BIRTH_DATE: QT_TRANSLATE_NOOP(
        "student_import", "Geen geboortedatum: leeftijd onbekend."
    ),
    RemarkCode.NO_GROUP: QT_TRANSLATE_NOOP("student_import", "Geen klas of groep."),
    RemarkCode.LOST_CHARACTER: QT_TRANSLATE_NOOP(
        "student_import",
        "{field} ‘{value}’: hier ging waarschijnlijk een letter verloren toen de lijst werd "
        "gemaakt.",
    ),
    RemarkCode.WRONG_ENCODING: QT_TRANSLATE_NOOP(
        "student_import",
        "{field} ‘{value}’: hier staan waarschijnlijk verkeerde letters; bedoeld is ‘{meant}’.",
    ),
    RemarkCode.LOOKS_LIKE_FORMULA: QT_TRANSLATE_NOOP(
        "student_import",
        "{field} ‘{value}’ lijkt op een formule. Het wordt bewaard als gewone tekst.",
    ),
    RemarkCode.UNLIKELY_AGE: QT_TRANSLATE_NOOP(
        "student_import", "Geboortedatum {value}: klopt deze leeftijd ({age} jaar)?"
    ),
    RemarkCode.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "student_import", "{field} ‘{value}’ is niet begrepen en blijft leeg."
    ),
    RemarkCode.TOO_LONG: QT_TRANSLATE_NOOP(
        "student_import", "{field} is te lang ({length} tekens) en blijft leeg."
    ),
    RemarkCode.KNOWN_KEPT: QT_TRANSLATE_NOOP(
        "student_import", "{field} ‘{value}’ mist een letter. ‘{known}’ blijft staan."
    ),
    RemarkCode.KNOWN_LEFT: QT_TRANSLATE_NOOP(
        "student_import",
        "Is volgens je werkboek van school. Is de student terug? Zet dat dan zelf bij de student.",
    ),
    RemarkCode.REPEAT_DIFFERS: QT_TRANSLATE_NOOP(
        "student_import", "Verschilt van regel {line}: {fields}. Regel {line} telt."
    ),
    RemarkCode.HEADING_AGAIN: QT_TRANSLATE_NOOP(
        "student_import", "Dit is de kop van de lijst, nog een keer."
    ),
    RemarkCode.NO_NUMBER: QT_TRANSLATE_NOOP("student_import", "Er is geen studentnummer."),
    RemarkCode.NUMBER_DAMAGED: QT_TRANSLATE_NOOP(
        "student_import",
        "Het studentnummer ‘{value}’ is beschadigd, waarschijnlijk door een "
        "rekenprogramma. Maak de lijst opnieuw.",
    ),
    RemarkCode.NO_LAST_NAME: QT_TRANSLATE_NOOP("student_import", "Er is geen achternaam."),
    RemarkCode.NAME_UNCLEAR: QT_TRANSLATE_NOOP(
        "student_import",
        "Wat is de achternaam in ‘{value}’? Zet voornaam en achternaam in twee kolommen, "
        "of schrijf eerst de achternaam met een komma erachter.",
    ),
    RemarkCode.DATE_MISSING_DAY: QT_TRANSLATE_NOOP(
        "student_import", "{field}: de dag {value} bestaat niet."
    ),
    RemarkCode.DATE_SHORT_YEAR: QT_TRANSLATE_NOOP(
        "student_import", "{field} {value}: schrijf het jaar met vier cijfers."
    ),
    RemarkCode.DATE_UNREADABLE: QT_TRANSLATE_NOOP(
        "student_import", "{field} ‘{value}’ is geen datum."
    ),
    RemarkCode.NUMBER_TAKEN: QT_TRANSLATE_NOOP(
        "student_import", "Nummer {number} staat al op regel {line}, bij iemand anders."
    ),
    RemarkCode.NUMBER_LIKE_SEVERAL: QT_TRANSLATE_NOOP(
        "student_import",
        "Nummer {number} lijkt op de nummers van meer studenten in je werkboek. "
        "Zet het volledige nummer in de lijst.",
    ),
    RemarkCode.AGAINST_SCHEMA: QT_TRANSLATE_NOOP(
        "student_import", "Bij ‘{element}’ staat iets wat in EDEXML niet mag."
    ),
    RemarkCode.LEFT_SCHOOL: QT_TRANSLATE_NOOP(
        "student_import", "Volgens het bestand is deze leerling van school."
    ),
    RemarkCode.LIKE_KNOWN: QT_TRANSLATE_NOOP(
        "student_import",
        "Dezelfde student? In je werkboek staat nummer {known}: {name}. "
        "In de lijst staat nummer {number}.",
    ),
    RemarkCode.LIKE_LINE: QT_TRANSLATE_NOOP(
        "student_import",
        "Dezelfde student? Op regel {line} staat nummer {known}: {name}. Hier staat {number}.",
    ),
    RemarkCode.OTHER_PERSON: QT_TRANSLATE_NOOP(
        "student_import",
        "Dezelfde student? Nummer {number} is in je werkboek van {name}. "
        "De naam en de geboortedatum zijn anders.",
    ),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to tell about a line, or about the whole list.

    ``values`` fill the named places of the sentence. They hold text of the list, so a remark is
    for the screen and never for a log.
    """

    code: RemarkCode
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, code: RemarkCode, **values: object) -> "Remark":
        """A remark whose values are given by name."""
        return cls(code, tuple((name, str(value)) for name, value in values.items()))

    @property
    def template(self) -> str:
        """The Dutch sentence with its named places, to be translated before it is filled."""
        return REMARK_TEXTS[self.code]

    @property
    def text(self) -> str:
        """The Dutch sentence, filled in."""
        return self.template.format(**dict(self.values))
