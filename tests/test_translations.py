"""What the check of the texts sees: words that changed, that differ, or that nobody collects."""

import re

import pytest

from tests.helpers import translations
from tests.helpers.texts_in_code import findings_in_code
from tests.helpers.translations import differences, findings, main, read_texts, release

LABEL = "from x import Label, Widget\nclass Box(Widget):\n    def lay_out(self):\n        "
TEXT = "<source>{}</source>\n        <translation"


@pytest.fixture
def check(tmp_path):
    """Collects a module, gives it English words, changes it, and tells what is wrong."""

    def told(code: str, english: dict[str, str] | None = None, later: str = "") -> list[str]:
        module = tmp_path / "lob_workbench" / "ui" / "some.py"
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text(code, encoding="utf-8")
        ts, qm = tmp_path / "some_en.ts", tmp_path / "some_en.qm"
        translations.collect(ts, [module], keep_vanished=False)
        raw = ts.read_text(encoding="utf-8")
        for dutch, words in (english or {}).items():
            before = TEXT.format(dutch)
            assert before in raw
            raw = raw.replace(f'{before} type="unfinished"></', f"{before}>{words}</")
        ts.write_text(raw, encoding="utf-8")
        release(ts, qm)
        module.write_text(later or code, encoding="utf-8")
        return [re.sub(r"^.*some\.py:", "", line) for line in findings(ts, qm, [module])]

    return told


@pytest.fixture
def screen(tmp_path):
    """Tells what is wrong in a module of a screen, of which only *Klaar* was collected."""

    def told(code: str) -> list[str]:
        module = tmp_path / "lob_workbench" / "ui" / "some.py"
        module.parent.mkdir(parents=True)
        module.write_text(code, encoding="utf-8")
        return findings_in_code([module], {("talks", "Klaar")})

    return told


def test_all_ways_of_marking_are_collected(check):
    code = (
        "WORDS = {1: QT_TRANSLATE_NOOP('talks', 'Klaar')}\n"
        "def words(translate):\n"
        "    return translate('talks', WORDS[1]) + QCoreApplication.translate('talks', 'Bezig')\n"
        + LABEL
        + "return Label(self.tr('Dag {name}').format(name='Zoë'), kind='secondary')\n"
        "    def say(self):\n"
        "        return self.tr(\n            'Eén zin '\n            'op twee regels.')\n"
    )
    english = {
        "Klaar": "Done",
        "Bezig": "Busy",
        "Dag {name}": "Hello {name}",
        "Eén zin op twee regels.": "One sentence on two lines.",
    }
    assert check(code, english) == []


def test_new_gone_and_unfinished_texts_are_told(check):
    code = LABEL + "return self.tr('Oud')\n"
    later = LABEL + "return self.tr('Nieuw')\n"
    assert check(code) == ['not translated yet: Box: "Oud"']
    assert sorted(check(code, {"Oud": "Old"}, later)) == [
        'gone from the code, run make i18n: Box: "Oud"',
        'new, run make i18n and translate it: Box: "Nieuw"',
    ]


def test_a_compiled_file_that_is_behind_is_told(tmp_path):
    module = tmp_path / "some.py"
    module.write_text("x = translate('talks', 'Klaar')\n", encoding="utf-8")
    ts = tmp_path / "some_en.ts"
    translations.collect(ts, [module], keep_vanished=False)
    translated = ts.read_text(encoding="utf-8").replace(' type="unfinished"></', ">Done</")
    ts.write_text(translated, encoding="utf-8")
    behind = "some_en.qm does not hold what some_en.ts says: run make i18n"
    assert findings(ts, tmp_path / "some_en.qm", [module]) == [behind]
    release(ts, tmp_path / "some_en.qm")
    assert findings(ts, tmp_path / "some_en.qm", [module]) == []
    ts.write_text(translated.replace(">Done<", ">Finished<"), encoding="utf-8")
    assert findings(ts, tmp_path / "some_en.qm", [module]) == [behind]
    assert findings(tmp_path / "none.ts", tmp_path / "none.qm", [module]) == [
        "none.ts is missing: run make i18n"
    ]


def test_the_collected_file_is_sorted_and_knows_no_places(tmp_path):
    module = tmp_path / "some.py"
    module.write_text("x = translate('b', 'Twee')\ny = translate('a', 'Een')\n", encoding="utf-8")
    ts = tmp_path / "some_en.ts"
    translations.collect(ts, [module], keep_vanished=False)
    assert [text.dutch for text in read_texts(ts)] == ["Een", "Twee"]
    once = ts.read_bytes()
    assert b"location" not in once
    assert str(tmp_path).encode() not in once
    translations.collect(ts, [module], keep_vanished=False)
    assert ts.read_bytes() == once


@pytest.mark.parametrize(
    ("dutch", "english", "told"),
    [
        ("Dag {name}", "Hello {naam}", "placeholders differ: {name} / {naam}"),
        ("Dag {name}", "Hello", "placeholders differ: {name} / none"),
        ("Lijst (*.csv)", "List (*.txt)", "file patterns differ: *.csv / *.txt"),
        ("&Bewaren", "Save", "letters to press (&) differ: 1 / 0"),
        ("R&D en S && T", "R&D and S && T", None),
        ("Van ", "From", "the spaces at the end differ"),
        (" van", "from", "the spaces at the start differ"),
        ("Een\n\nTwee", "One\nTwo", "the line ends differ"),
        ("Kies…", "Choose", "the endings differ: … / none"),
        ("Zeker?", "Sure.", "the endings differ: ? / ."),
        ("Twee {a} {b}", "Two {b} {a}", None),
        ("Kies „Klaar”.", "Choose ‘Done’.", "quotes other than ‘…’"),
        ("Kies ‘Klaar’.", "Choose “Done”.", "quotes other than ‘…’"),
        ('Het teken " ontbreekt.', 'The sign " is missing.', None),
    ],
)
def test_a_translation_keeps_what_is_not_words(dutch, english, told):
    assert list(differences(dutch, english)) == ([told] if told else [])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("self.tr(f'Dag {self.name}')", "only a literal is collected"),
        ("self.tr(self.words)", "only a literal is collected"),
        ("self.tr('Dag ' + self.name)", "only a literal is collected"),
        ("self.tr('%n dag', '', 3)", "tr takes one literal"),
        ("self.box.tr('Dag')", "only self.tr has a context"),
        ("self.tr('Dag')", "not collected, or empty"),
        ("translate(self.context, 'Dag')", "the context must be a literal"),
        ("translate('nobody', self.words)", "nothing is marked in this context"),
        ("translate('talks', f'{self.count} dagen')", "only a literal is collected"),
        ("_translate = QCoreApplication.translate", "call translate by its own name"),
        ("raise InputRefused('Dit mag niet')", "not marked for translation"),
        ("Label('Opslaan')", "not translated: 'Opslaan'"),
        ("Card(title='Opslaan')", "not translated: 'Opslaan'"),
        ("self.box.setToolTip('Opslaan')", "not translated: 'Opslaan'"),
        ("self.say('nog niets bewaard')", "not translated: 'nog niets bewaard'"),
        ("return 'Even wachten…'", "not translated: 'Even wachten…'"),
        ("return f'{self.count} dagen'", "not translated: f'{self.count} dagen'"),
    ],
)
def test_words_that_nobody_collects_are_told(screen, line, told):
    lines = screen("class InputRefused(WorkbenchError): pass\n" + LABEL + line + "\n")
    assert [found for found in lines if told in found], lines


@pytest.mark.parametrize(
    "line",
    [
        '"""What it does for whom."""',
        "raise ValueError('a choice is missing')",
        "_log.warning('no answer from %s', self)",
        "self.setStyleSheet('QLabel { color: red; }')",
        "self.setProperty('kind', 'line')",
        "key = f'chip {self.words}\\0{self.width} px'",
        "self.setWindowTitle(f'{self.name} – LOB-werkbank')",
        "Mark('ph.house', self, role='muted')",
        "found: 'list[str] | None' = None",
    ],
)
def test_what_nobody_reads_on_a_screen_is_left_alone(screen, line):
    assert screen(LABEL + line + "\n") == []


def test_it_says_what_is_wrong_and_ends_with_1(capsys, monkeypatch):
    monkeypatch.setattr(translations, "findings", lambda: ['not translated yet: Box: "a\nb"'])
    assert main([]) == 1
    assert capsys.readouterr().out == 'not translated yet: Box: "a\\nb"\n1 to mend in the texts\n'
    monkeypatch.setattr(translations, "findings", list)
    assert main([]) == 0


def test_a_tool_that_is_missing_is_told(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(translations.sys, "executable", str(tmp_path / "python"))
    assert main(["--update"]) == 1
    assert "pyside6-lupdate is not beside python: run make setup" in capsys.readouterr().out
