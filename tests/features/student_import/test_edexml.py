"""EDEXML of a school: which pupils, with which group and teacher, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.features.student_import import edexml, edexml_parts
from lob_workbench.features.student_import.comparison import ItemKind, compare, plan
from lob_workbench.features.student_import.edexml import read_edexml, table_of
from lob_workbench.features.student_import.edexml_parts import Trouble, Unreadable, read_pupils
from lob_workbench.features.student_import.known import KnownStudent
from lob_workbench.features.student_import.page_reading import ReadList, parse_list, read_list
from lob_workbench.features.student_import.remarks import RemarkCode
from lob_workbench.features.student_import.rules import ParsedList
from lob_workbench.people.rules import Gender
from tests.features.student_import.edexml_files import SCHOOL, a_file, a_pupil, a_teacher

TODAY = date(2026, 11, 28)
IN_GROUP = '<groep key="g4"/>'


def pupils(data: bytes) -> list[dict[str, str]]:
    found: list[dict[str, str]] = read_pupils(data)["pupils"]
    return found


def parsed(data: bytes) -> ParsedList:
    from lob_workbench.features.student_import import page_reading

    read: ReadList = page_reading._read("x.xml", table_of(read_pupils(data)))
    return parse_list(read, read.recognition.mapping, TODAY)


def refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_pupils(data)
    return caught.value


def test_the_sample_of_the_standard_becomes_pupils(shared_data: Path) -> None:
    read = read_list(shared_data / "edexml" / "EDEXML.Voorbeeld.2.1.xml")
    found = parse_list(read, read.recognition.mapping, TODAY)
    first, second = (line.values for line in found.students)
    assert (first.student_number, first.name.full) == ("41323-00001", "Wimpie imp ie")
    assert (first.group, first.study_year, first.gender) == ("4B", 4, Gender.MALE)
    assert (second.name.full, second.gender) == ("Ismaël Hassan Assati", None)
    assert second.start_date == date(2013, 8, 25)
    (gone,) = found.rejected
    assert (gone.line, gone.reason.code) == (3, RemarkCode.LEFT_SCHOOL)
    assert "Hof" in gone.shown
    assert [remark.code for remark in found.remarks][:1] == [RemarkCode.PUPIL_NUMBERS]


def test_numbers_of_the_state_origin_and_picture_stay_where_they_are(shared_data: Path) -> None:
    data = (shared_data / "edexml" / "EDEXML.Voorbeeld.2.1.xml").read_bytes()
    told = json.dumps(read_pupils(data), ensure_ascii=False)
    for secret in ("133456785", "2731", "0,3", "6971VB", "id.school", '"MA"', '"NL"'):
        assert secret not in told


def test_the_same_file_again_changes_nothing() -> None:
    first = compare(parsed(a_file(a_pupil("1"), a_pupil("01"))), ())
    assert first.counts == {ItemKind.NEW: 2}
    known = [KnownStudent(UUID(int=at), new) for at, new in enumerate(plan(first).new)]
    again = compare(parsed(a_file(a_pupil("1"), a_pupil("01"))), known)
    assert again.counts == {ItemKind.UNCHANGED: 2}


def test_the_same_number_at_another_school_is_another_pupil() -> None:
    here, there = (
        parsed(a_file(school=SCHOOL.replace("41323", key))).students[0].values.student_number
        for key in ("41323", "41324")
    )
    assert here != there


@pytest.mark.parametrize(
    ("school", "number"),
    [
        ("<brincode>99ZZ</brincode><dependancecode>00</dependancecode>", "99ZZ-00001"),
        ("<brincode>99ZZ</brincode><dependancecode>01</dependancecode>", "99ZZ01-00001"),
        ("<brincode>99ZZ</brincode><schoolkey>7</schoolkey>", "7-00001"),
        ("<instellingsnummer>1234</instellingsnummer>", "1234-00001"),
        ("", "00001"),
    ],
)
def test_a_pupil_is_known_by_school_and_key(school: str, number: str) -> None:
    found = parsed(a_file(school=f"<schooljaar>2025-2026</schooljaar>{school}"))
    assert found.students[0].values.student_number == number
    alone = found.remarks[0].code is RemarkCode.PUPIL_NUMBERS_ALONE
    assert alone == (number == "00001")


@pytest.mark.parametrize(
    ("role", "in_group", "mentor"),
    [
        ("", "", "Bemmel, Julia"),
        ("<rol>LRK</rol>", "", "Bemmel, Julia"),
        ("<rol>IB</rol>", "", ""),
        ("<rol>IB</rol>", "<rol>LRK</rol>", "Bemmel, Julia"),
        ("<rol>LRK</rol>", "<rol>STA</rol><rol>OWA</rol>", ""),
        ("<rolomschrijving>Groepsmentor</rolomschrijving>", "", "Bemmel, Julia"),
        ("<rolomschrijving>Manusje van alles</rolomschrijving>", "", ""),
    ],
)
def test_the_teacher_of_the_group_is_the_mentor(role: str, in_group: str, mentor: str) -> None:
    (pupil,) = pupils(
        a_file(a_pupil(inside=IN_GROUP), teachers=a_teacher(role=role, inside=in_group))
    )
    assert (pupil["group"], pupil["mentor"]) == ("4A", mentor)


def test_of_two_teachers_the_first_is_the_mentor_and_that_is_said() -> None:
    two = a_teacher() + a_teacher("t2", name="Smit", first="Jan")
    found = parsed(a_file(a_pupil(inside=IN_GROUP), teachers=two))
    assert found.students[0].values.mentor == "Bemmel, Julia"
    assert RemarkCode.FIRST_TEACHER in [remark.code for remark in found.remarks]


def test_a_teacher_with_one_name_has_that_name() -> None:
    only = '<leerkracht key="t"><roepnaam>Juf</roepnaam><groepen><groep key="g4"/></groepen>'
    (pupil,) = pupils(a_file(a_pupil(inside=IN_GROUP), teachers=f"{only}</leerkracht>"))
    assert pupil["mentor"] == "Juf"
    last = '<leerkracht key="t"><achternaam>Bos</achternaam><groepen><groep key="g4"/></groepen>'
    (pupil,) = pupils(a_file(a_pupil(inside=IN_GROUP), teachers=f"{last}</leerkracht>"))
    assert pupil["mentor"] == "Bos"


def test_a_pupil_of_a_combined_group_only_is_in_that_group() -> None:
    combined = '<samengestelde_groep key="s1"/>'
    inside = f"<samengestelde_groepen>{combined}</samengestelde_groepen>"
    assert pupils(a_file(a_pupil(inside=inside)))[0]["group"] == "Plusklas"
    assert pupils(a_file(a_pupil(inside=IN_GROUP + inside)))[0]["group"] == "4A"


@pytest.mark.parametrize(
    ("written", "year"), [("4", "4"), ("13", "3"), ("C", ""), ("0", ""), ("S", "")]
)
def test_a_year_of_study_is_a_year(written: str, year: str) -> None:
    (pupil,) = pupils(a_file(a_pupil(inside=f"<jaargroep>{written}</jaargroep>")))
    assert pupil["year"] == year


def test_who_left_before_the_file_was_made_is_not_taken_over() -> None:
    made = "<aanmaakdatum>2026-10-01T10:00:00</aanmaakdatum>"
    school = "<schooljaar>2026-2027</schooljaar><schoolkey>1</schoolkey>" + made
    ends = {"1": "2026-09-30", "2": "2027-07-18"}
    inside = [a_pupil(key, f"<uitstroomdatum>{day}</uitstroomdatum>") for key, day in ends.items()]
    history = a_pupil("3", "<jaargroep>H</jaargroep>")
    found = parsed(a_file(*inside, history, school=school))
    assert [line.values.student_number for line in found.students] == ["1-2"]
    assert found.students[0].values.expected_end_date == date(2027, 7, 18)
    assert [one.reason.code for one in found.rejected] == [RemarkCode.LEFT_SCHOOL] * 2


def test_the_school_year_of_today_is_no_fault_but_nonsense_is() -> None:
    assert pupils(a_file())
    for year in ("2026-2028", "2027", "", "2026-2027 "):
        school = SCHOOL.replace("2026-2027", year)
        assert refusal(a_file(school=school)).about == "schooljaar"


def test_additions_of_any_party_are_passed_over() -> None:
    of_a_party = (
        '<toevoegingen xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        '<blok xsi:type="VanOns"><code>x</code><geheim>y</geheim></blok></toevoegingen>'
    )
    assert len(pupils(a_file(a_pupil(inside=of_a_party)))) == 1


def test_a_pupil_against_the_schema_is_refused_alone_and_by_name() -> None:
    bad = a_pupil("2", "<geboortedatum>31-02-2014</geboortedatum>", last="Smit")
    strange = a_pupil("3", "<bijnaam>Bo</bijnaam>", last="Bos")
    found = parsed(a_file(a_pupil("1"), bad, strange))
    assert [line.line for line in found.students] == [1]
    assert [(one.line, one.reason.text) for one in found.rejected] == [
        (2, "Bij ‘geboortedatum’ staat iets wat in EDEXML niet mag."),
        (3, "Bij ‘bijnaam’ staat iets wat in EDEXML niet mag."),
    ]
    assert "Smit" in found.rejected[0].shown
    alone = parsed(a_file(a_pupil("1", "<geslacht>7</geslacht>")))
    assert [one.line for one in alone.rejected] == [1]


def test_a_key_that_stands_there_twice_counts_once() -> None:
    found = parsed(a_file(a_pupil("1"), a_pupil("1", last="Smit")))
    assert [line.line for line in found.students] == [1]
    assert [one.line for one in found.rejected] == [2]


BOMB = "<!DOCTYPE b [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(10)
)
XXE = "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize(
    ("data", "trouble", "about"),
    [
        (a_file(head=f"{BOMB}]>").replace(b"Hof", b"&k;"), Trouble.UNSAFE, ""),
        (a_file(head=XXE).replace(b"Hof", b"&x;"), Trouble.UNSAFE, ""),
        (a_file(head="<!DOCTYPE x SYSTEM 'http://x.example/x.dtd'>"), Trouble.UNSAFE, ""),
        (b"<EDEX>" + b"<a>" * 70 + b"</a>" * 70 + b"</EDEX>", Trouble.UNSAFE, ""),
        (b"<EDEX>" + b"<a/>" * 1_000_001 + b"</EDEX>", Trouble.UNSAFE, ""),
        (a_file()[:-5], Trouble.NOT_XML, ""),
        (b"", Trouble.NOT_XML, ""),
        (a_file().replace(b"UTF-8", b"EBCDIC-X"), Trouble.NOT_XML, ""),
        (a_file().replace(b"Hof", b"H\xffof"), Trouble.NOT_XML, ""),
        (a_file().replace(b"EDEX>", b"EDEXML>"), Trouble.OTHER_XML, ""),
        (a_file().replace(b"<EDEX>", b"<EDEX xmlns='urn:x'>"), Trouble.OTHER_XML, ""),
        (a_file(school=SCHOOL.replace(">2.1<", ">1.03<")), Trouble.OTHER_VERSION, "1.03"),
        (a_file(school=SCHOOL.replace(">2.1<", "> 2.0 <")), Trouble.OTHER_VERSION, "2.0"),
        (a_file(school=""), Trouble.AGAINST_SCHEMA, "school"),
        (a_file(groups="<klas/>"), Trouble.AGAINST_SCHEMA, "klas"),
        (a_file(" "), Trouble.AGAINST_SCHEMA, "leerlingen"),
    ],
    ids=lambda value: value if isinstance(value, str) else str(len(value)),
)
def test_what_is_no_plain_edexml_is_refused(data: bytes, trouble: Trouble, about: str) -> None:
    found = refusal(data)
    assert (found.trouble, found.about) == (trouble, about)


def test_every_trouble_has_words_that_say_what_to_do() -> None:
    # Too many pupils are told as of any list that is too long.
    assert {*edexml._WORDS, edexml._TOO_MANY} == set(Trouble)
    for trouble in edexml._WORDS:
        with pytest.raises(InputRefused, match=r"[Vv]raag"):
            table_of({"trouble": trouble, "about": "1.03"})


def test_the_other_process_tells_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "oud.xml"
    file.write_bytes(a_file(school=SCHOOL.replace(">2.1<", ">1.03<")))
    with pytest.raises(InputRefused, match=r"EDEXML 1\.03.*leest EDEXML 2\.1"):
        read_list(file)


def test_what_takes_too_long_or_breaks_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(edexml, "_SECONDS", 0.001)
    with pytest.raises(InputRefused, match="niet veilig"):
        read_edexml(a_file())
    monkeypatch.setattr("sys.executable", str(tmp_path / "weg"))
    with pytest.raises(InputRefused, match="niet veilig"):
        read_edexml(a_file())


def test_reading_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lob_workbench.output.apart._LOOK", 0.001)
    progress = Progress()
    progress.stop()
    with pytest.raises(Stopped):
        read_edexml(a_file(), progress)


def test_more_pupils_than_a_list_may_have_are_refused() -> None:
    answer = {"school": "", "day": "", "several": False, "pupils": [{}] * 50_001}
    with pytest.raises(InputRefused, match="50000"):
        table_of(answer)


@pytest.mark.parametrize("data", [a_file(), b"geen xml"])
def test_the_other_process_answers_in_one_line(
    data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Input:
        buffer = BytesIO(data)

    monkeypatch.setattr("sys.stdin", Input)
    monkeypatch.setattr(edexml_parts, "bound_memory", lambda _most: None)
    edexml_parts.main()
    answer = json.loads(capsys.readouterr().out)
    assert ("pupils" in answer) != ("trouble" in answer)


LONG = "x" * 40_000


def test_no_word_of_a_file_is_endless_in_what_is_told_of_it() -> None:
    """A label of a megabyte holds the window up, and what stands there may be anybody's number."""
    version = refusal(a_file(school=SCHOOL.replace(">2.1<", f">{LONG}<")))
    assert version.trouble is Trouble.OTHER_VERSION
    assert len(version.about) <= 20
    odd = refusal(a_file(school=SCHOOL.replace(">2.1<", ">3 123456782 {x}<")))
    assert odd.about == "3"
    (line,) = parsed(a_file(a_pupil(inside=f"<{LONG}/>"))).rejected
    assert line.reason.code is RemarkCode.AGAINST_SCHEMA
    assert len(line.reason.text) < 200
