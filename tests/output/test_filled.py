"""Whatever comes back as a form: its answers literally, or a refusal that says what to do."""

import os
import subprocess
import sys
import time
import tracemalloc
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from lob_workbench.domain.errors import InputRefused
from lob_workbench.output import filled, filled_values
from lob_workbench.output.filled import Trouble, read_filled
from lob_workbench.output.filled_values import Unreadable, read_values
from tests.helpers.filling import filled_by_pdftk, filled_by_pypdf, form_of, pdftk, raw_pdf
from tests.output.test_fillable import written

FORM = written()
SAID = {
    "by_name": "Łukasz Çelik-O’Connor",
    "answer_0": "Rustig & <b>vriendelijk</b>\nOok bij drukte 😀 <script>alert(1)</script>",
    "answer_1": "=2+2 %PDF- (ha\\akjes) «ß» مرحبا",
}


def refusal(path: Path) -> str:
    with pytest.raises(InputRefused) as refused:
        read_filled(path)
    return str(refused.value)


def trouble(data: bytes) -> Trouble:
    with pytest.raises(Unreadable) as refused:
        read_values(data)
    return refused.value.trouble


@pytest.fixture
def place(tmp_path: Path):
    def put(data: bytes, name: str = "Formulier.pdf") -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return put


def test_what_another_program_filled_in_comes_back_literally(tmp_path: Path) -> None:
    path = filled_by_pdftk(FORM, SAID, tmp_path)
    form = read_filled(path)
    assert {name: form.values[name] for name in SAID} == SAID
    assert form.values["mark"] == "ABCD-EFGH"
    assert (form.file_name, form.content) == ("Formulier.pdf", path.read_bytes())
    assert not form.active


@pytest.mark.parametrize("options", [("need_appearances",), ("uncompress",), ("compress",)])
def test_however_it_was_saved(tmp_path: Path, options: tuple[str, ...]) -> None:
    form = read_filled(filled_by_pdftk(FORM, SAID, tmp_path, *options))
    assert {name: form.values[name] for name in SAID} == SAID


def test_packed_in_object_streams(place) -> None:
    writer = PdfWriter(PdfReader(BytesIO(filled_by_pypdf(FORM, SAID))))
    buffer = BytesIO()
    writer.write(buffer)
    assert read_filled(place(buffer.getvalue())).values["by_name"] == SAID["by_name"]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_comes_back_as_it_was_typed(text: str) -> None:
    values, _ = read_values(filled_by_pypdf(FORM, {"answer_0": text}))
    assert values["answer_0"] == text


@pytest.mark.parametrize(
    ("written_value", "read"),
    [
        (b"(\\376\\377\\000\\101\\001\\102)", "Ał"),
        (b"<FFFE4100 4201>", "Ał"),
        (b"<EFBBBF C581>", "Ł"),
        (b"(caf\xe9 \x80)", "café •"),
        # An odd byte at the end shows; it does not take the text before it along.
        (b"<FEFF 0041 00>", "A�"),
        (b"4 0 R", "uit een stroom"),
        (b"/Off", ""),
        (b"[(a)]", ""),
        (b"12", ""),
        (b"null", ""),
        (b"9 0 R", ""),
    ],
)
def test_each_way_to_write_a_value(written_value: bytes, read: str) -> None:
    stream = b"<</Length 14>>stream\nuit een stroom\nendstream"
    values, _ = read_values(form_of(b"<</FT/Tx/T(a)/V %s>>" % written_value, stream))
    assert values == {"a": read}


def test_fields_in_fields_have_their_full_name_and_inherit() -> None:
    values, _ = read_values(
        form_of(
            b"<</T(blad)/FT/Tx/V(van boven)/Kids[4 0 R 5 0 R 6 0 R]>>",
            b"<</T(een)/V(eigen)>>",
            b"<</T(twee)>>",
            # Without a name: only the look of the field above.
            b"<</Subtype/Widget>>",
        )
    )
    assert values == {"blad.een": "eigen", "blad.twee": "van boven"}


def test_what_is_no_pdf_says_so(place) -> None:
    assert "geen PDF" in refusal(place(b"PK\x03\x04 een brief", "brief.pdf"))
    assert "geen PDF" in refusal(place(b""))
    assert "programma met een andere naam" in refusal(place(b"MZ\x90\x00%PDF-1.7" + FORM))
    assert "programma met een andere naam" in refusal(place(b"\x7fELF\x02"))


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    assert "niet te lezen" in refusal(tmp_path / "weg.pdf")
    assert "niet te lezen" in refusal(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp.pdf")
        # It would wait for ever.
        assert "niet te lezen" in refusal(tmp_path / "pijp.pdf")


def test_fifty_megabytes_are_refused_without_reading_them(tmp_path: Path) -> None:
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(50_000_000)
    begun = time.monotonic()
    assert "groter dan 10 MB" in refusal(path)
    assert time.monotonic() - begun < 0.5


def test_a_file_that_grows_while_it_is_read_is_refused(place, monkeypatch) -> None:
    monkeypatch.setattr(filled, "_MOST_BYTES", len(FORM))
    path = place(FORM)
    assert read_filled(path).values["mark"]
    size = path.stat()
    path.write_bytes(FORM + b"%")
    monkeypatch.setattr(Path, "stat", lambda *_args, **_more: size)
    assert "groter dan" in refusal(path)


def test_a_password_is_told(tmp_path: Path) -> None:
    path = filled_by_pdftk(FORM, SAID, tmp_path, "user_pw", "geheim")
    assert "wachtwoord" in refusal(path)
    writer = PdfWriter(PdfReader(BytesIO(FORM)))
    writer.encrypt("", "eigenaar", algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    assert trouble(buffer.getvalue()) is Trouble.ENCRYPTED


def test_a_flattened_and_a_printed_form_are_told(tmp_path: Path) -> None:
    path = filled_by_pdftk(FORM, SAID, tmp_path, "flatten")
    assert "geen invulvelden" in refusal(path)
    pdftk(path, "cat", "1", "output", tmp_path / "print.pdf")
    assert "geen invulvelden" in refusal(tmp_path / "print.pdf")


def test_xfa_without_fields_is_told_and_beside_fields_passed_over() -> None:
    only = b"<</Type/Catalog/AcroForm<</Fields[]/XFA[(a) 2 0 R]>>>>"
    assert trouble(raw_pdf(only, b"<</Length 0>>stream\n\nendstream")) is Trouble.XFA_ONLY
    both = b"<</Type/Catalog/AcroForm<</Fields[2 0 R]/XFA(x)>>>>"
    assert read_values(raw_pdf(both, b"<</T(a)/V(b)>>"))[0] == {"a": "b"}


@pytest.mark.parametrize(
    "extra",
    [
        b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
        b"/AA<</WC<</S/JavaScript/JS(x)>>>>",
        b"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>",
        b"/Names<</EmbeddedFiles<</Names[(a.exe) 3 0 R]>>>>",
    ],
)
def test_scripts_and_attachments_are_seen_and_left_alone(extra: bytes) -> None:
    assert read_values(form_of(b"<</T(a)/V(b)>>", extra=extra)) == ({"a": "b"}, True)


@pytest.mark.parametrize(
    "hidden",
    [
        b"/AA<</K<</S/JavaScript/JS(x)>>>>",
        b"/A<</S/JavaScript/JS(x)>>",
        b"/A<</S/Launch/F(a.exe)>>",
        b"/A<</S/SubmitForm/F(http://a.example)>>",
        b"/A<</S/GoToR/F(a.pdf)>>",
        b"/Kids[<</Subtype/FileAttachment/FS<</EF<</F 3 0 R>>>>>>]",
        b"/Kids[<</A 4 0 R>>]",
    ],
)
def test_scripts_and_attachments_at_fields_are_seen_too(hidden: bytes) -> None:
    script = b"<</S 5 0 R/F(a.exe)>>"
    data = form_of(b"<</T(a)/V(b)" + hidden + b">>", script, b"/Launch")
    assert read_values(data) == ({"a": "b"}, True)


def test_what_is_only_text_is_not_called_active() -> None:
    spoilt = b"<</T(a)/V(b)/Parent 3 0 R/MK[9 0 R 4 0 R]>>"
    assert read_values(form_of(spoilt, b"<</S/D/F(x)>>")) == ({"a": "b"}, False)


def test_what_is_too_large_to_look_through_is_called_active() -> None:
    many = b"<</T(a)/V(b)/X[" + b"0 " * 20_001 + b"]>>"
    assert read_values(form_of(many)) == ({"a": "b"}, True)


def test_circles_end() -> None:
    assert trouble(form_of(b"<</T(a)/V(b)/Kids[3 0 R]>>")) is Trouble.NO_FIELDS
    circle = form_of(b"<</T(a)/Kids[4 0 R 5 0 R]>>", b"<</T(b)/Kids[3 0 R]>>", b"<</T(c)/V(d)>>")
    assert read_values(circle)[0] == {"a.c": "d"}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(raw_pdf(b"<</AcroForm 1 0 R/Fields[1 0 R]>>"), id="a catalogue in itself"),
        pytest.param(form_of(b"<</T(a)/V 3 0 R>>"), id="a value that is its own field"),
        pytest.param(form_of(b"3 0 R"), id="an object that is itself"),
        pytest.param(form_of(b"<</T(a)/Kids[4 0 R]>>", b"<</T(b)/Kids[3 0 R]>>"), id="two"),
        pytest.param(form_of(b"[" * 5_000 + b"]" * 5_000), id="deep arrays"),
        pytest.param(form_of(b"<</T(a)/V(b)>>")[:-40], id="the end is gone"),
        pytest.param(FORM[: len(FORM) // 2], id="half a file"),
        pytest.param(FORM.replace(b"endobj", b"endobx"), id="spoilt"),
        pytest.param(b"%PDF-1.7\n" + b"\x00" * 10_000, id="nothing inside"),
        pytest.param(b"%PDF-1.7\ntrailer<</Root 1 0 R/Prev 0>>startxref\n0\n%%EOF", id="prev"),
    ],
)
def test_spoilt_files_are_refused_or_give_text(data: bytes) -> None:
    begun = time.monotonic()
    with suppress(Unreadable):
        values, _ = read_values(data)
        assert all(isinstance(value, str) for value in values.values())
    assert time.monotonic() - begun < 5


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(FORM) - 1), st.integers(0, 255), st.integers(0, len(FORM)))
def test_no_spoilt_byte_brings_it_down(at: int, byte: int, cut: int) -> None:
    for data in (FORM[:at] + bytes([byte]) + FORM[at + 1 :], FORM[:cut]):
        with suppress(Unreadable):
            read_values(data)


def test_many_and_deep_fields_are_too_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [b"<</T(a%d)/V(x)>>" % number for number in range(1_200)]
    assert trouble(form_of(*many)) is Trouble.TOO_HEAVY
    chain = [b"<</T(a)/Kids[%d 0 R]>>" % (number + 4) for number in range(60)]
    refs = b"<</Type/Catalog/AcroForm<</Fields[3 0 R]>>>>"
    deep = raw_pdf(refs, b"<<>>", *chain, b"<</T(z)/V(x)>>")
    assert trouble(deep) is Trouble.TOO_HEAVY
    # The bound itself is 2,000,000: reading so much of one string takes the parser a minute.
    monkeypatch.setattr(filled_values, "MOST_CHARACTERS", 20_000)
    long = form_of(b"<</T(a)/V(%s)>>" % (b"x" * 21_000))
    assert trouble(long) is Trouble.TOO_HEAVY


def test_one_name_with_two_values_is_no_form_of_ours() -> None:
    assert trouble(form_of(b"<</T(a)/V(x)>>", b"<</T(a)/V(y)>>")) is Trouble.DAMAGED


def bomb(size: int) -> bytes:
    packed = zlib.compress(zlib.compress(b"\x00" * size, 9), 9)
    stream = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream" % (
        len(packed),
        packed,
    )
    return form_of(b"<</T(a)/V 4 0 R>>", stream)


def test_a_bomb_is_not_unpacked() -> None:
    data = bomb(200_000_000)
    assert len(data) < 20_000
    tracemalloc.start()
    try:
        assert trouble(data) is Trouble.TOO_HEAVY
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def test_a_hundred_kilobytes_in_an_answer_come_back_whole(place) -> None:
    text = "Heel veel. " * 9_310
    assert read_filled(place(filled_by_pypdf(FORM, {"answer_0": text}))).values["answer_0"] == text


def test_too_long_thinking_and_a_dead_reader_are_refusals(place, monkeypatch) -> None:
    path = place(FORM)
    monkeypatch.setattr(filled, "_SECONDS", 0.0001)
    assert "niet veilig te lezen" in refusal(path)
    monkeypatch.setattr(filled, "_SECONDS", 20.0)
    monkeypatch.setattr(sys, "executable", str(path))
    assert "beschadigd" in refusal(path)


def test_no_memory_is_a_refusal(monkeypatch) -> None:
    def none_left(data: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(filled_values, "_values", none_left)
    assert trouble(FORM) is Trouble.TOO_HEAVY


def test_the_process_answers_in_ascii_whatever_stands_in_the_fields() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-m", "lob_workbench.output.filled_values"],
        input=filled_by_pypdf(FORM, SAID),
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )
    assert done.stdout.isascii()
    assert done.stderr == b""


def test_the_reader_brings_no_window_and_no_database_along() -> None:
    """What takes a hostile file apart holds nothing worth taking."""
    code = (
        "import sys, lob_workbench.output.filled_values as _; "
        "print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'sqlalchemy', 'keyring')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
