"""Finding students: order, search and whose they are."""

from lob_workbench.people.queries import filter_choices, get_student, list_students
from lob_workbench.people.rules import PersonName, StudentFilter
from tests.helpers.stores import Store


def test_names_sort_as_a_dutch_list_does(store: Store) -> None:
    for place, name in enumerate(
        [
            PersonName("Zoë", "van 't", "Hart"),
            PersonName("Oğuz", "", "Çelik"),
            PersonName("Jan", "de", "Groot"),
            PersonName("Łukasz", "", "Wójcik"),
        ]
    ):
        store.student(f"{place:05}", name)
    with store.work() as work:
        rows = list_students(work, StudentFilter())
    assert [row.name.listed for row in rows] == [
        "Çelik, Oğuz",
        "Groot, Jan de",
        "Hart, Zoë van 't",
        "Wójcik, Łukasz",
    ]
