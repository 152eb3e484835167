"""What can go wrong in a way that a person can act on, each with its sentence in Dutch."""

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


class WorkbenchError(Exception):
    """Something that is told to the user in one calm sentence.

    ``message`` is a literal marked with ``QT_TRANSLATE_NOOP("errors", …)``; ``values`` fill its
    ``{named}`` places. Never put student text in either: errors may reach a log.
    """

    message = QT_TRANSLATE_NOOP("errors", "Er ging iets mis. Je werk is bewaard.")

    def __init__(self, message: str | None = None, **values: object) -> None:
        self.message = message or type(self).message
        self.values = values
        super().__init__(self.message.format(**values))


class InputRefused(WorkbenchError):
    """What was typed or read cannot be used; the message says why."""

    message = QT_TRANSLATE_NOOP("errors", "Deze invoer kan de werkbank niet gebruiken.")


class NotAllowed(WorkbenchError):
    """The actor's roles do not carry the right, or the student is not theirs."""

    message = QT_TRANSLATE_NOOP("errors", "Dit hoort niet bij jouw rol.")


class NotFound(WorkbenchError):
    """What was asked for is not here (or not for this reader, which looks the same)."""

    message = QT_TRANSLATE_NOOP("errors", "Dit is er niet (meer).")


class WorkbookIncomplete(NotFound):
    """A workbook lies here, but its key file or its database is gone."""


class StaleSave(WorkbenchError):
    """Somebody else changed the same thing first."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Iemand anders heeft dit net gewijzigd. Jouw tekst staat veilig in het concept."
    )


class WrongPassphrase(WorkbenchError):
    """The passphrase does not open this workbook."""

    message = QT_TRANSLATE_NOOP("errors", "Deze wachtwoordzin past niet op dit werkboek.")


class WrongRecoveryCode(WorkbenchError):
    """The recovery code is well formed but belongs to another workbook or was replaced."""

    message = QT_TRANSLATE_NOOP("errors", "Deze herstelcode past niet op dit werkboek.")


class WrongQuickKey(WorkbenchError):
    """What the key ring keeps does not open this workbook: it was replaced, or put out."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Snel openen past niet meer op dit werkboek. Gebruik je wachtwoordzin."
    )


class RecoveryCodeMistyped(WorkbenchError):
    """The checksum of the recovery code is wrong."""

    message = QT_TRANSLATE_NOOP(
        "errors", "In de herstelcode zit een typefout. Vergelijk hem met je papier."
    )


class KeyFileDamaged(WorkbenchError):
    """The key file cannot be read or was tampered with."""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "Het sleutelbestand van dit werkboek is beschadigd. Zet een reservekopie terug.",
    )


class WorkbookBusy(WorkbenchError):
    """Another window or program holds the workbook."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Dit werkboek is al open in een ander venster. Sluit dat venster eerst."
    )


class WorkbookReadOnly(WorkbenchError):
    """The folder or the file cannot be written."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Dit werkboek staat op een plek waar je niet mag schrijven. Kies een eigen map."
    )


class WorkbookDamaged(WorkbenchError):
    """The database is not whole."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Dit werkboek is beschadigd. Zet de laatste reservekopie terug."
    )


class WorkbookNewer(WorkbenchError):
    """The workbook was made by a newer version of the product."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Dit werkboek is gemaakt met een nieuwere versie. Werk eerst de werkbank bij."
    )


class DiskFull(WorkbenchError):
    """There is no room left to write."""

    message = QT_TRANSLATE_NOOP(
        "errors", "De schijf is vol. Maak ruimte vrij; wat al bewaard was, staat er nog."
    )


class BackupDamaged(WorkbenchError):
    """A backup does not hold what its manifest promises."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Deze reservekopie is niet heel. Kies een andere reservekopie."
    )


class ServerGone(WorkbenchError):
    """There is no connection with the school's server (any more)."""

    message = QT_TRANSLATE_NOOP(
        "errors", "De verbinding met de school is weg. De werkbank probeert het steeds opnieuw."
    )


class ServerUnreachable(ServerGone):
    """Nothing answers at the address of the school."""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "De school is niet te bereiken. Kijk of je internet of het schoolnetwerk werkt, "
        "en of het adres klopt.",
    )


class ServerBusy(WorkbenchError):
    """Somebody else holds what this needs, or it took too long."""

    message = QT_TRANSLATE_NOOP(
        "errors", "De school is even bezig. Wacht een moment en probeer het opnieuw."
    )


class LoginRefused(WorkbenchError):
    """Login name and password do not go together, or this login may not enter."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Deze inlognaam en dit wachtwoord passen niet bij elkaar."
    )


class CertificateRefused(WorkbenchError):
    """The server could not prove that it is the school's."""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "De werkbank kan niet nagaan of dit echt de server van je school is. "
        "Er is niets verstuurd. Vraag de beheerder om het certificaat.",
    )


class AccountExpired(WorkbenchError):
    """The last day of this login is past."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Je account is verlopen op {date}. Vraag de beheerder om het te verlengen."
    )


class NoStaffRecord(WorkbenchError):
    """The login works, but no member of staff belongs to it."""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "Bij deze inlognaam hoort nog geen medewerker. Vraag de beheerder om je toe te voegen.",
    )


class SchoolNewer(WorkbenchError):
    """The school's database was upgraded; this version of the product is too old for it."""

    message = QT_TRANSLATE_NOOP(
        "errors", "De school werkt met een nieuwere versie. Werk eerst deze werkbank bij."
    )


class SchoolOlder(WorkbenchError):
    """This version of the product is newer than the school's database."""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "De database van de school is nog niet bijgewerkt. Vraag de beheerder, "
        "of gebruik zolang je vorige versie.",
    )
