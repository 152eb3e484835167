import pytest

from lob_workbench.features.student_import.columns import Doubt, StudentField, missing, recognise

F = StudentField


@pytest.mark.parametrize(
    ("names", "field"),
    [
        (
            "Studentnummer stud.nr Leerlingnummer stamnr. Deelnemernummer OV-nummer",
            F.STUDENT_NUMBER,
        ),
        ("Roepnaam VOORNAAM Voornamen", F.FIRST_NAME),
        ("Tussenvoegsel tussenvoegsels Tussenv. Voorvoegsel(s) tv", F.INFIX),
        ("Achternaam Geslachtsnaam familienaam", F.LAST_NAME),
        ("Naam Leerling Volledige_naam", F.FULL_NAME),
        ("Geboortedatum Geb.datum geb.dat. Gebdatum", F.BIRTH_DATE),
        ("Geslacht M/V", F.GENDER),
        ("E-mail Email e-mailadres", F.EMAIL),
        ("Opleiding Opleidingsnaam", F.PROGRAMME),
        ("Crebo Crebocode crebonr.", F.CREBO),
        ("Niveau mbo-niveau", F.LEVEL),
        ("Leerweg BOL/BBL", F.LEARNING_ROUTE),
        ("Klas Groep Stamgroep lesgroep Basisgroep", F.GROUP),
        ("Leerjaar Jaar studiejaar", F.STUDY_YEAR),
        ("Team Afdeling", F.TEAM),
        ("Startdatum Begindatum", F.START_DATE),
        ("Einddatum Verwachte_einddatum", F.EXPECTED_END_DATE),
        ("Mentor SLB'er SLB’er Coach Loopbaanbegeleider Studieloopbaanbegeleider", F.MENTOR),
    ],
)
def test_names_of_columns_are_recognised(names: str, field: StudentField) -> None:
    for name in names.split():
        assert recognise([name]).mapping == {field: 0}, name


def test_the_best_name_wins_and_the_doubt_is_told() -> None:
    found = recognise(["Voornaam", "Roepnaam", "Klas", "Klas", "Achternaam", "Naam", "Pasfoto", ""])
    assert found.mapping == {F.FIRST_NAME: 1, F.GROUP: 2, F.LAST_NAME: 4}
    assert found.doubts == (Doubt(F.FIRST_NAME, 1, (0,)), Doubt(F.GROUP, 2, (3,)))
    assert found.unknown == (5, 6, 7)


def test_what_is_missing_is_told() -> None:
    assert missing({}) == (F.STUDENT_NUMBER, F.LAST_NAME)
    assert missing({F.STUDENT_NUMBER: 0, F.FULL_NAME: 1}) == ()
