"""A kwalificatiedossier of SBB gives its werkprocessen; what is none is refused in words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.content import plain_xml
from lob_workbench.content.plain_xml import NotPlainXml, read_plain_xml
from lob_workbench.content.qualifications import (
    LARGEST_BYTES,
    MOST_ADDITIONS,
    MOST_PROFILES,
    MOST_TASKS,
    WorkProcess,
    read_qualification,
    skills_for,
)
from lob_workbench.content.skill_reading import parse_skill_set
from lob_workbench.content.skills import LETTERS
from lob_workbench.domain.errors import InputRefused

# A dossier of our own in the shape of SBB's: two basic werkprocessen, two profiles, of which the
# second adds a competence to the first werkproces.
SAMPLE = """<?xml version="1.0" encoding="utf-8"?>
<sbb>
  <competenties>
    <competentie nr="11" titel="Beslissen" code="A" />
    <competentie nr="12" titel="Samenwerken" code="E" />
    <competentie nr="13" titel="Plannen" code="Q" />
  </competenties>
  <dossiers>
    <dossier nr="900" titel="  Bloemen  en planten" versie="Gewijzigd 2024">
      <dossiercrebos><dossiercrebo>20001</dossiercrebo></dossiercrebos>
      <basis><basistaken><basiskerntaken>
        <kerntaak nr="901" titel="Verzorgt de winkel" hoofdstuk="1">
          <basiswerkprocessen>
            <werkproces nr="902" titel="Maakt een boeket " hoofdstuk="1">
              <werkprocescompetenties>
                <competentie referentie="13" />
                <competentie referentie="11" />
                <werkprocescompetentiesperprofiel>
                  <aanvullend>
                    <profiel referentie="920" />
                    <omschrijving><competentie referentie="12" /></omschrijving>
                  </aanvullend>
                  <aanvullend><omschrijving /></aanvullend>
                </werkprocescompetentiesperprofiel>
              </werkprocescompetenties>
            </werkproces>
            <werkproces nr="903" titel="Ruimt op" hoofdstuk="2">
              <werkprocescompetenties />
            </werkproces>
          </basiswerkprocessen>
        </kerntaak>
      </basiskerntaken></basistaken></basis>
      <profielen>
        <profiel nr="910" titel="Verkoper bloemen" hoofdstuk="1" niveau="2">
          <creboinformatie><crebo>25001</crebo></creboinformatie>
        </profiel>
        <profiel nr="920" titel="Bloembinder" hoofdstuk="2" niveau="onbekend">
          <creboinformatie><crebo> 25002 </crebo></creboinformatie>
          <profielkerntaken>
            <kerntaak nr="921" titel="Leidt de binderij" hoofdstuk="1">
              <profielwerkprocessen>
                <werkproces nr="922" titel="Verdeelt het werk" hoofdstuk="1">
                  <werkprocescompetenties>
                    <competentie referentie="12" /><competentie referentie="12" />
                  </werkprocescompetenties>
                </werkproces>
              </profielwerkprocessen>
            </kerntaak>
          </profielkerntaken>
        </profiel>
      </profielen>
    </dossier>
  </dossiers>
</sbb>
"""
EMPTY = '<sbb><dossiers><dossier nr="1" titel="Niets" /></dossiers></sbb>'


def changed(old, new, times=1):
    assert old in SAMPLE
    return SAMPLE.replace(old, new, times).encode()


def refusal(data):
    with pytest.raises(InputRefused) as caught:
        read_qualification(data)
    return str(caught.value)


def test_a_dossier_gives_its_basic_tasks_and_its_profiles():
    found = read_qualification(SAMPLE.encode())
    assert (found.number, found.title) == ("900", "Bloemen en planten")
    assert found.version == "Gewijzigd 2024"
    assert found.crebos == ("20001", "25001", "25002")
    assert [(task.code, task.title) for task in found.core_tasks] == [
        ("B1-K1", "Verzorgt de winkel")
    ]
    assert found.work_processes == (
        WorkProcess("B1-K1-W1", "Maakt een boeket", ("A", "Q")),
        WorkProcess("B1-K1-W2", "Ruimt op", ()),
        WorkProcess("P2-K1-W1", "Verdeelt het werk", ("E",)),
    )


def test_a_profile_has_the_basic_tasks_with_what_it_adds_to_them():
    found = read_qualification(SAMPLE.encode())
    seller, binder = found.profile("25001"), found.profile("25002")
    assert (seller.title, seller.level) == ("Verkoper bloemen", 2)
    assert (binder.title, binder.level) == ("Bloembinder", 0)
    assert [work.competences for work in seller.work_processes] == [("A", "Q"), ()]
    assert [work.competences for work in binder.work_processes] == [("A", "E", "Q"), (), ("E",)]
    assert found.profile("99999") is None


def test_a_crebo_that_is_no_number_is_left_out():
    found = read_qualification(changed("<crebo>25001</crebo>", "<crebo>volgt</crebo>"))
    assert found.crebos == ("20001", "25002")
    assert found.profiles[0].crebo == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen kwalificatiedossier (.xml)"),
        (b"PK\x03\x04", "geen kwalificatiedossier (.xml)"),
        (SAMPLE.encode()[:700], "geen kwalificatiedossier (.xml)"),
        (b"<?xml version='1.0' encoding='nonsense'?><sbb/>", "geen kwalificatiedossier (.xml)"),
        (b"<?xml version='1.0' encoding='shift_jis'?><sbb/>", "geen kwalificatiedossier (.xml)"),
        (b"<html><body>Niet gevonden</body></html>", "staat geen kwalificatiedossier"),
        (b"<sbb/>", "staat geen kwalificatiedossier"),
        (SAMPLE.replace("sbb>", "edexml>").encode(), "staat geen kwalificatiedossier"),
        (EMPTY.encode(), "In dossier 'Niets' staan geen werkprocessen"),
        (
            EMPTY.replace("<dossiers>", '<dossiers><dossier nr="2" titel="Nog een" />').encode(),
            "staan 2 kwalificatiedossiers",
        ),
        (b" " * (LARGEST_BYTES + 1), "te groot"),
        (changed('nr="902" titel="Maakt een boeket "', 'nr="902"'), "bij werkproces 902 klopt"),
        (changed('nr="900"', 'nr="9e"'), "bij dossier klopt 'nr' niet"),
        (changed('hoofdstuk="2">', 'hoofdstuk="2.1">'), "klopt 'hoofdstuk' niet"),
        (changed('op" hoofdstuk="2"', 'op" hoofdstuk="1"'), "'B1-K1-W1' staat er meer dan"),
        (changed('profiel nr="920"', 'profiel nr="910"'), "'910' staat er meer dan"),
        (
            changed('referentie="11"', 'referentie="77"'),
            "werkproces B1-K1-W1 staat een competentie",
        ),
        (changed('code="A"', 'code="AB"'), "werkproces B1-K1-W1 staat een competentie"),
        (changed("Ruimt op", "x" * 401), "401 tekens"),
    ],
)
def test_what_is_no_whole_dossier_is_refused_with_the_reason(data, words):
    assert words in refusal(data)


BOMBS = {
    "entities": '<!DOCTYPE sbb [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>',
    "file": '<!DOCTYPE sbb [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "address": '<!DOCTYPE sbb SYSTEM "http://example.invalid/a.dtd">',
    "parameter": '<!DOCTYPE sbb [<!ENTITY % a SYSTEM "http://example.invalid/a">%a;]>',
    "bare": "<!DOCTYPE sbb>",
}


@pytest.mark.parametrize("declared", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_whatever_it_declares(declared, encoding):
    head, rest = SAMPLE.split("\n", 1)
    assert "gevaarlijk" in refusal(
        f"{head}{declared}{rest}".replace("utf-8", encoding).encode(encoding)
    )


def test_depth_and_number_of_elements_are_bounded(monkeypatch):
    deep = "<a>" * 61 + "</a>" * 61
    assert "gevaarlijk" in refusal(deep.encode())
    assert read_plain_xml(("<a>" * 60 + "</a>" * 60).encode()).tag == "a"
    monkeypatch.setattr(plain_xml, "MOST_ELEMENTS", 10)
    assert len(read_plain_xml(b"<a>" + b"<b/>" * 9 + b"</a>")) == 9
    with pytest.raises(NotPlainXml):
        read_plain_xml(b"<a>" + b"<b/>" * 10 + b"</a>")


@pytest.mark.parametrize(
    "repeated",
    [
        ("<profielen>", '<profielen><profiel nr="1" titel="x" hoofdstuk="9" />', MOST_PROFILES),
        ("<basiskerntaken>", '<basiskerntaken><kerntaak nr="1" titel="x" />', MOST_TASKS),
        ("<basiswerkprocessen>", '<basiswerkprocessen><werkproces nr="1" />', MOST_TASKS),
        ("<profielen>", "<profielen><aanvullend />", MOST_ADDITIONS),
    ],
    ids=["profiles", "core tasks", "work processes", "additions"],
)
def test_a_dossier_of_thousands_of_tasks_is_refused_before_they_are_multiplied(repeated):
    where, with_one, most = repeated
    one = with_one.removeprefix(where)
    assert "te groot" in refusal(changed(where, where + one * (most + 1)))


def own_set():
    texts = iter(range(1_000))
    return parse_skill_set(
        {
            "set": {"id": "test", "version": "1", "name": "Test"},
            "group": [{"id": "g", "heading": "G"}],
            "skill": [
                {
                    "id": f"s{at}",
                    "name": f"S {at}",
                    "meaning": "Je doet het.",
                    "group": "g",
                    "competences": letters,
                    "level": [
                        {"name": f"L {n}", "behaviours": [f"Doet {next(texts)}" for _ in range(5)]}
                        for n in range(4)
                    ],
                }
                for at, letters in enumerate([["Q"], [], ["A", "E"], ["E"]])
            ],
        }
    )


def test_a_work_process_leads_to_the_skills_of_its_competences_in_the_order_of_the_set():
    skills = own_set()

    def ids(*letters):
        return [skill.id for skill in skills_for(WorkProcess("x", "x", letters), skills)]

    assert ids("A", "Q") == ["s0", "s2"]
    assert ids("E") == ["s2", "s3"]
    assert ids("B") == ids() == []


@pytest.mark.parametrize(
    ("name", "crebo", "title", "count", "all_work"),
    [
        ("2637_Sociaal_werk.xml", "25489", "Sociaal-maatschappelijk dienstverlener", 13, 16),
        ("4156_Maatschappelijke_Zorg.xml", "25474", "Agogisch medewerker GGZ", 15, 43),
    ],
)
def test_the_real_dossiers_are_read(shared_data, name, crebo, title, count, all_work):
    path = shared_data / "sbb" / name
    if not path.is_file():
        pytest.skip(f"no {name} beside this checkout")
    found = read_qualification(path.read_bytes())
    assert name.startswith(found.number)
    assert found.title.casefold().split() == name[5:-4].casefold().split("_")
    profile = found.profile(crebo)
    assert (profile.title, profile.level, len(profile.work_processes)) == (title, 4, count)
    assert len(found.work_processes) == all_work
    assert all(re.fullmatch(r"[BP]\d-K\d-W\d", work.code) for work in found.work_processes)
    assert all(work.competences for work in found.work_processes)
    assert {c for work in found.work_processes for c in work.competences} <= set(LETTERS)


def test_what_a_profile_adds_shows_in_a_real_dossier(shared_data):
    path = shared_data / "sbb" / "4156_Maatschappelijke_Zorg.xml"
    if not path.is_file():
        pytest.skip("no 4156_Maatschappelijke_Zorg.xml beside this checkout")
    found = read_qualification(path.read_bytes())
    # Reageert op onvoorziene en crisissituaties: K only comes with the GGZ profile.
    basic = next(work for work in found.work_processes if work.code == "B1-K1-W5")
    ggz = next(w for w in found.profile("25474").work_processes if w.code == "B1-K1-W5")
    assert set(ggz.competences) - set(basic.competences) == {"K"}


@given(st.data())
def test_a_broken_dossier_is_read_or_refused_and_nothing_else(data):
    text = bytearray(SAMPLE.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        piece = data.draw(st.binary(max_size=4) | st.sampled_from([b"<", b'"', b"/>", b"&lt;"]))
        text[at : at + data.draw(st.integers(0, 40))] = piece
    try:
        found = read_qualification(bytes(text))
    except InputRefused as caught:
        refused = str(caught)
    else:
        refused = ""
        codes = [work.code for work in found.work_processes]
        assert len(set(codes)) == len(codes) > 0
        assert all(set(work.competences) <= set(LETTERS) for work in found.work_processes)
    assert "{" not in refused


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_refused(data):
    assert refusal(data)
