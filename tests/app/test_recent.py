"""Paths are remembered, and nothing breaks when they cannot be."""

from lob_workbench.app import recent as recent_module
from lob_workbench.app.recent import RecentWorkbooks, suggested_folder


def workbook(folder):
    folder.mkdir(parents=True)
    (folder / "workbook.keys.json").write_text("{}")
    return folder


def test_the_last_one_comes_first_and_five_are_kept(tmp_path):
    recent = RecentWorkbooks(tmp_path / "nieuw" / "recent.json")
    assert recent.newest() is None
    folders = [workbook(tmp_path / str(number)) for number in range(7)]
    for folder in folders:
        recent.remember(folder)
    recent.remember(folders[4])
    assert recent.all() == (folders[4], folders[6], folders[5], folders[3], folders[2])
    assert RecentWorkbooks(tmp_path / "nieuw" / "recent.json").newest() == folders[4]


def test_what_is_gone_is_not_offered(tmp_path):
    recent = RecentWorkbooks(tmp_path / "recent.json")
    recent.remember(tmp_path / "weg")
    assert recent.newest() is None


def test_a_broken_list_is_an_empty_one(tmp_path):
    file = tmp_path / "recent.json"
    for content in ("{", '{"a": 1}', "[1, null]"):
        file.write_text(content)
        assert RecentWorkbooks(file).all() == ()


def test_a_place_that_cannot_be_written_does_no_harm(tmp_path):
    (tmp_path / "bestand").write_text("")
    RecentWorkbooks(tmp_path / "bestand" / "recent.json").remember(tmp_path)


def test_the_suggested_folder_is_free(tmp_path, monkeypatch):
    monkeypatch.setattr(recent_module, "user_documents_path", lambda: tmp_path)
    assert suggested_folder() == tmp_path / "LOB-werkbank"
    (tmp_path / "LOB-werkbank").mkdir()
    assert suggested_folder() == tmp_path / "LOB-werkbank"
    (tmp_path / "LOB-werkbank" / "iets").write_text("")
    assert suggested_folder() == tmp_path / "LOB-werkbank 2"
