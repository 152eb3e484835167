from datetime import date

from lob_workbench.features.settings.report import recovery_sheet_pdf
from tests.output.reading import pages, reader, squeezed, texts

CODE = "K7QF3-2MXHA-PLW5D-RT6NB-4ZCJE-OY2SU-V3GKA"


def test_the_sheet_is_one_page_with_the_code_and_what_to_do() -> None:
    pdf = recovery_sheet_pdf(CODE, "Begeleiding <PW> & meer", "Şükran Çağlar", date(2026, 11, 23))
    assert pages(pdf) == 1
    for seen in texts(pdf):
        for group in CODE.split("-"):
            assert group in squeezed(seen)
        for words in ("Begeleiding <PW> & meer", "Şükran Çağlar", "23 november 2026"):
            assert words in seen
        assert "Niet in je laptoptas" in seen
    orders = [squeezed(seen).index(group) for seen in texts(pdf)[1:] for group in CODE.split("-")]
    assert orders == sorted(orders)


def test_the_code_stands_in_no_property_of_the_document() -> None:
    metadata = reader(recovery_sheet_pdf(CODE, "Werk", "M. Bakker", date(2026, 1, 1))).metadata
    assert metadata is not None
    told = " ".join(str(value) for value in metadata.values())
    assert metadata.title == "Herstelcode van Werk"
    assert all(group not in told for group in CODE.split("-"))


def test_long_names_keep_it_on_one_page() -> None:
    assert pages(recovery_sheet_pdf(CODE, "w" * 200, "naam " * 40, date(2026, 1, 1))) == 1
