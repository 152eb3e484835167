"""Text that wants to break something: mark-up, formulas, SQL, controls, directions and more."""

from __future__ import annotations

import unicodedata
from random import Random

from lob_workbench.domain.text import clean_text

MEGABYTE = 1_000_000

MARKUP = (
    "<b>vet</b>",
    "<img src=file:///etc/passwd>",
    '<img src="x" onerror="alert(1)">',
    "<script>alert('x')</script>",
    "Jan <jan@x.example> de Vries",
    "R&D",
    "&lt;b&gt; &amp; &nbsp; &#0; &#x110000;",
    "</para><para>",
    "<font color=red size=90>",
    '<a href="javascript:x">y</a>',
    "<!-- weg",
    "]]>",
    "<![CDATA[x]]>",
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
    "<br/>",
    "a < b > c",
    "**vet** _schuin_ `code` [x](y)",
)
FORMULAS = (
    '=HYPERLINK("http://x.example","klik")',
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    '="0412000"',
    "'0412000",
    "%0A=1+1",
)
SQL = (
    "'; DROP TABLE student; --",
    "' OR '1'='1",
    '" OR ""="',
    "Robert'); DELETE FROM student;--",
    "O'Connor",
    "''''''",
    '""""""',
    "\\",
    "\\\\",
    "\\' OR 1=1",
    "\\x00\\u0000\\n",
    "100%",
    "%",
    "_",
    "%_%",
    "a_b%c\\d",
    "$$; SELECT 1; $$",
    "$1 :naam ?1 @p",
    "/* weg */ -- weg",
    "x'4142'",
    "E'\\x41'",
    "::uuid",
)
TEMPLATES = (
    "{0} {name} %s",
    "{",
    "}",
    "{}",
    "{{}}",
    "{0.__class__}",
    "{limit}",
    "{length:>999999999}",
    "%(name)s %d %n",
    "%",
    "${HOME} $(ls) `ls`",
    "{{ 7*7 }} {% x %} <%= x %>",
    "&Opslaan && R&D",
    "~/.ssh ../../etc/passwd C:\\con",
)
CONTROLS = (
    "nul\0byte",
    "\0",
    "\0\0x\0",
    "bel\x07 esc\x1b[31m rood",
    "\x01\x02\x03\x04",
    "a\x7fb",
    "a\x80b\x9fc",
    "Zo \x07 x",
    "terug\b\b\bweg",
    "sub\x1a eot\x04",
    "veld\x1cgroep\x1drij\x1edeel\x1f",
)
SURROGATES = ("\ud800", "a\udfffb", "\udc80\udcff", "\ude00\ud83d", "\ud83d\ude00", "x\ud83d")
DIRECTIONS = (
    "مرحبا بالعالم",
    "שלום עולם",
    "links مرحبا rechts",
    "\u202egnitsiv",
    "\u202dvast\u202c",
    "\u202a\u202b\u202c",
    "exe.\u202efdp.pdf",
    "\u2066los\u2069",
    "\u2067nooit gesloten",
    "\u200erechts\u200f",
    "\u061c\u200f",
)
INVISIBLE = (
    "\u200b",
    "on\u200bzicht\u200bbaar",
    "\u200c\u200d",
    "\ufeffkop",
    "ko\u00adppel",
    "\u2060\u2061\u2062",
    "\u3164\u115f\uffa0",
    "\u180e",
    "\ufff9a\ufffab\ufffb",
    "\ufffd\ufffc",
    "\ufffe\uffff",
    "\U000e0041\U000e007f",
    "   ",
    "\u00a0\u2003\u3000",
    "\t\t",
)
MARKS = (
    "e" + "\u0301" * 60,
    "Z̸̡̢̛̗̘̙̜̝̞̟̠a̶̧̨̩̪̫̬ḽ̵̮̯̰̱̲g̴̳̹̺̻̼o",
    "\u0301 los teken",
    "\u0301",
    unicodedata.normalize("NFD", "Çağlar Wójcik Nguyễn Țurcanu"),
    unicodedata.normalize("NFC", "Çağlar Wójcik Nguyễn Țurcanu"),
    unicodedata.normalize("NFD", "각"),
    "\u212b \u2126 \u1e9b\u0323",
    "ẛ̣ ﬁ ﷺ ㎏",
    "Łukasz Yılmaz İbrahim ß",
    "ก็็็็็็็็็็็",
)
EMOJI = (
    "👨\u200d👩\u200d👧\u200d👦",
    "🏳️\u200d🌈 🏴\u200d☠️",
    "👍🏽",
    "🇳🇱🇹🇷",
    "1️⃣",
    "😀" * 100,
    "\U0001f9d1\u200d\U0001f9bd\u200d\u27a1\ufe0f",
    "\ufe0f",
    "𝓗𝓮𝓵𝓵𝓸 𝟘",
    "\U0010ffff\U000f0000\ue000",
)
MOJIBAKE = (
    "Ã©Ã«Ã¯",
    "ZoÃ« van â€™t Hart",
    "Ã‡elik",
    "caf\x82",
    "Zo\xeb",
    "ï»¿kop",
    "???",
)
LINES = (
    "een\ntwee",
    "een\r\ntwee",
    "een\rtwee",
    "een\x0btwee\x0cdrie",
    "een\x85twee",
    "een\u2028twee\u2029drie",
    "\n\n\n",
    "\n kop en staart \n",
    "  in\n\tgesprongen  \n\n\n\neind",
    "\n\r\n\r",
    "a\n" * 500,
)
LONG = (
    "x" * MEGABYTE,
    "woord " * (MEGABYTE // 6),
    "x" * 8_000,
    "x" * 8_001,
    "y" * 500,
    "y" * 501,
    "z" * 200,
    "z" * 201,
    "\n" * MEGABYTE,
    "\0" * MEGABYTE,
    "e\u0301" * 4_000,
    "👍" * 8_001,
)
OTHER = (
    "NULL",
    "None",
    "nan",
    "undefined",
    "true",
    "0",
    "0x41",
    "1e309",
    "١٢٣",
    "½",
    "-",
    "—",
    "CON",
)
HOSTILE = (
    MARKUP
    + FORMULAS
    + SQL
    + TEMPLATES
    + CONTROLS
    + SURROGATES
    + DIRECTIONS
    + INVISIBLE
    + MARKS
    + EMOJI
    + MOJIBAKE
    + LINES
    + LONG
    + OTHER
)


def cleaned_strings(number: int) -> list[str]:
    """So many different ones of bounded length, as they may be stored: each, then two together."""
    chance = Random(2026)
    short = [text for text in HOSTILE if len(text) <= 1_000]
    found = dict.fromkeys(clean_text(text) for text in short)
    while len(found) <= number:
        found[clean_text("".join(chance.sample(short, 2)))] = None
    return [text for text in found if text][:number]
