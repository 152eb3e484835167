"""Files that somebody made to hurt, each with the verdicts that may come of it."""

import base64
import itertools
import json
import struct
import zlib
from collections.abc import Callable
from typing import Any

from lob_workbench.credentials.baking import bake_png, bake_svg
from lob_workbench.credentials.encodings import base64url_encode
from lob_workbench.credentials.pictures import BadgePicture, draw_png, draw_svg
from lob_workbench.credentials.verdicts import Outcome
from tests.credentials.badges import KEY, issued

BADGE = issued()
PICTURE = BadgePicture("Samenwerken", 3, "Zelfstandig", "ROC Voorbeeld")
SVG = draw_svg(PICTURE)
PNG = draw_png(PICTURE, 64)

REFUSED = {Outcome.REFUSED}
NO_BADGE = {Outcome.NOT_A_BADGE}
UNSUPPORTED = {Outcome.UNSUPPORTED_PROOF}
TAMPERED = {Outcome.TAMPERED}


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The good badge with a change after it was signed."""
    document = json.loads(BADGE.json)
    change(document)
    return json.dumps(document).encode()


def token(
    header: dict[str, Any] | None = None,
    payload: dict[str, Any] | None = None,
    signature: bytes | None = None,
) -> bytes:
    """The good token with another header or payload, signed anew with the school's own key."""
    head, body, _ = BADGE.jwt.split(".")
    if header is not None:
        head = base64url_encode(json.dumps(header).encode())
    if payload is not None:
        body = base64url_encode(json.dumps(payload).encode())
    signed = f"{head}.{body}"
    signature = KEY.sign(signed.encode()) if signature is None else signature
    return f"{signed}.{base64url_encode(signature)}".encode()


def in_svg(inside: str, *, head: str = "", root: str = "") -> bytes:
    """A drawing with a good badge and something else in it."""
    drawing = f'{head}<svg xmlns="http://www.w3.org/2000/svg" {root}>{inside}</svg>'
    return _baked(drawing.encode())


def _baked(drawing: bytes) -> bytes:
    # Put in by hand: our own baking refuses these drawings.
    badge = bake_svg(b'<svg xmlns="http://www.w3.org/2000/svg"> </svg>', BADGE)
    element = badge[badge.index(b"<openbadges") : badge.index(b"</openbadges:credential>") + 24]
    return drawing.replace(b"</svg>", element + b"</svg>")


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def with_chunk(png: bytes, *chunks: bytes) -> bytes:
    """``png`` with more chunks behind its head."""
    return png[:33] + b"".join(chunks) + png[33:]


ITXT = b"openbadgecredential\0\0\0\0\0" + BADGE.json


def _nested(depth: int) -> bytes:
    return b'{"a":' * depth + b"1" + b"}" * depth


def _alike(number: int) -> bytes:
    """Nodes without a name that look alike, under two without a name: all orders are tried."""

    def change(document: dict[str, Any]) -> None:
        document["credentialSubject"]["result"] = [
            {
                "type": ["Result"],
                "alignment": [{"type": ["Alignment"], "targetName": "x"} for _ in range(number)],
            }
            for _ in range(2)
        ]

    return changed(change)


def _evidence(made: Callable[[int], dict[str, Any]]) -> bytes:
    """The good badge with 300 more pieces of evidence."""
    return changed(lambda document: document.update(evidence=[made(n) for n in range(300)]))


_CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    "https://www.w3.org/ns/did/v1",
]
_ORDERS = list(itertools.permutations(_CONTEXTS))
_KINDS = ["Evidence", "Criteria", "Image", "Profile", "Related", "Result", "Address"]
_MANY_ORDERS = _evidence(lambda n: {"@context": list(_ORDERS[n % 24]), "type": "Evidence"})
_MANY_KINDS = _evidence(lambda n: {"type": _KINDS[n % 7 :] + _KINDS[: n % 7], "name": f"{n}"})
_MUCH_EVIDENCE = _evidence(lambda n: {"type": "Evidence", "name": f"{n}", "genre": "x"})

HEADER = {"alg": "EdDSA", "typ": "JWT", "jwk": KEY.public.jwk}
_BOMB = zlib.compress(bytes(200_000_000), 9)

JSON_FILES: dict[str, tuple[bytes, set[Outcome]]] = {
    "nothing": (b"", NO_BADGE),
    "spaces": (b" " * 9_000_000, NO_BADGE),
    "too large": (b"{" + b" " * 11_000_000, REFUSED),
    "large": (b'{"a":"' + b"x" * 3_000_000 + b'"}', REFUSED),
    "deep": (_nested(200_000), REFUSED),
    "deep lists": (b'{"a":' + b"[" * 500_000, REFUSED),
    "a text without an end": (b'{"a":"' + b'\\"' * 900_000, NO_BADGE),
    "many values": (b'{"a":[' + b"[1,2]," * 300_000 + b"1]}", REFUSED),
    "many small things": (b'{"a":[' + b"{}," * 600_000 + b"1]}", REFUSED),
    "a long list": (b'{"a":[' + b"1," * 900_000 + b"1]}", REFUSED),
    "a number of a million digits": (b'{"a":' + b"1" * 1_000_000 + b"}", NO_BADGE),
    "no number": (b'{"a":NaN}', NO_BADGE),
    "endless": (b'{"a":1e999}', NO_BADGE),
    "half a letter": (b'{"a":"\\ud800"}', NO_BADGE),
    "a null byte": (b'{"a":"\\u0000"}', NO_BADGE),
    "a list": (b"[1]", NO_BADGE),
    "a list in braces": (b"{} []", NO_BADGE),
    "many values in short lists": (
        b'{"a":[' + b"[1" + b",1" * 300 + b"]," * 20 + b"1]}",
        {Outcome.REFUSED, *NO_BADGE},
    ),
    "many short texts": (
        b'{"a":' + json.dumps([["x"] * 390 for _ in range(20)]).encode() + b"}",
        REFUSED,
    ),
    "bytes": (bytes(range(256)) * 100, NO_BADGE),
    "UTF-16": ("{}".encode("utf-16"), NO_BADGE),
    "a name twice": (BADGE.json.replace(b'"name"', b'"name": "Ander", "name"', 1), REFUSED),
    "alike": (_alike(14), REFUSED),
    "words explained in many ways": (_MANY_ORDERS, REFUSED),
    "things of many kinds": (_MANY_KINDS, REFUSED),
    "much evidence": (_MUCH_EVIDENCE, TAMPERED),
    "very much alike": (_alike(300), REFUSED),
}
TOKEN_FILES: dict[str, tuple[bytes, set[Outcome]]] = {
    "none": (token({"alg": "none"}, signature=b""), UNSUPPORTED),
    "NoNe": (token({**HEADER, "alg": "NoNe"}), UNSUPPORTED),
    "no algorithm": (token({"typ": "JWT"}), UNSUPPORTED),
    "HS256 with the public key": (token({**HEADER, "alg": "HS256"}), UNSUPPORTED),
    "another kind of key": (token({**HEADER, "alg": "RS256"}), TAMPERED),
    "must be understood": (token({**HEADER, "crit": ["exp"]}), UNSUPPORTED),
    "not encoded": (token({**HEADER, "b64": False}), UNSUPPORTED),
    "another type": (token({**HEADER, "typ": "dpop+jwt"}), UNSUPPORTED),
    "a symmetric key": (token({**HEADER, "jwk": {"kty": "oct", "k": "AAAA"}}), UNSUPPORTED),
    "a key that is none": (token({**HEADER, "jwk": "x"}), UNSUPPORTED),
    "a name that is none": (token({**HEADER, "kid": 7}), TAMPERED),
    "a list for a header": (b"eyJhbGciOiJFZERTQSJ9.WzFd.", NO_BADGE),
    "no payload": (b"eyJhbGciOiJFZERTQSJ9..", NO_BADGE),
    "letters that are none": (b"ey\xff..", TAMPERED),
    "padding": (BADGE.jwt.encode() + b"==", TAMPERED),
    "large": (b"ey" + b"A" * 9_000_000 + b"..", REFUSED),
    "only dots": (b"ey" + b"." * 2_000_000, NO_BADGE),
}
_LOOSE = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">{}]>'
_LAUGHS = _LOOSE.format(
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
)
_OUT = 'href="https://elders.example/x.png"'
SVG_FILES: dict[str, tuple[bytes, set[Outcome]]] = {
    "no badge": (SVG, NO_BADGE),
    "no drawing": (b"<html></html>", NO_BADGE),
    "not XML": (b"<svg", REFUSED),
    "UTF-16": ("<svg/>".encode("utf-16"), NO_BADGE),
    "script": (in_svg("<script>alert(1)</script>"), REFUSED),
    "script of another name": (in_svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'), REFUSED),
    "event": (in_svg('<g onclick="alert(1)"/>'), REFUSED),
    "event in the root": (in_svg("", root='onload="alert(1)"'), REFUSED),
    "event in capitals": (in_svg('<g OnClick="alert(1)"/>'), REFUSED),
    "event set later": (in_svg('<set attributeName="onclick" to="alert(1)"/>'), REFUSED),
    "link set later": (in_svg('<animate attributeName="xlink:href" to="x"/>'), REFUSED),
    "javascript": (in_svg('<a href="javascript:alert(1)"/>'), REFUSED),
    "javascript with a tab": (in_svg('<a href="java&#9;script:alert(1)"/>'), REFUSED),
    "a page inside": (in_svg("<foreignObject/>"), REFUSED),
    "HTML inside": (in_svg('<img xmlns="http://www.w3.org/1999/xhtml"/>'), REFUSED),
    "picture elsewhere": (in_svg(f"<image {_OUT}/>"), REFUSED),
    "old link": (in_svg(f'<use xmlns:l="http://www.w3.org/1999/xlink" l:{_OUT}/>'), REFUSED),
    "base elsewhere": (in_svg("", root='xml:base="https://elders.example/"'), REFUSED),
    "drawing in a drawing": (in_svg('<image href="data:image/svg+xml,x"/>'), REFUSED),
    "fill elsewhere": (in_svg('<g fill="url(https://elders.example/#a)"/>'), REFUSED),
    "style elsewhere": (in_svg("<style>g{fill:u/* */rl(//elders.example)}</style>"), REFUSED),
    "style with a code": (in_svg("<style>g{fill:\\75rl(//elders.example)}</style>"), REFUSED),
    "style import": (in_svg("<style>@import 'https://elders.example'</style>"), REFUSED),
    "style sheet": (in_svg("", head='<?xml-stylesheet href="x.css"?>'), REFUSED),
    "laughs": (in_svg("<text>&i;</text>", head=_LAUGHS), REFUSED),
    "a file": (
        in_svg("&a;", head='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        REFUSED,
    ),
    "rules of its own": (
        in_svg("", head="<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x'>]>"),
        REFUSED,
    ),
    "a shorthand of elsewhere": (
        in_svg("&a;", head='<!DOCTYPE svg SYSTEM "https://elders.example/x.dtd">'),
        REFUSED,
    ),
    "all of it inside": (
        in_svg(
            '<style>g{fill:url(#a)}</style><g fill="url( \'#b\')"/><use href=" #c"/><a href=""/>'
            '<image href="data:image/png;base64,AA"/><animate attributeName="x" to="1"/>'
        ),
        {Outcome.VALID},
    ),
    "two badges": (_baked(_baked(SVG)), REFUSED),
    "a badge in a badge": (
        _baked(SVG).replace(b"<![CDATA[", b"<openbadges:credential/><![CDATA["),
        REFUSED,
    ),
    "badge and token": (
        _baked(SVG).replace(b"><![CDATA[", b' verify="' + BADGE.jwt.encode() + b'"><![CDATA['),
        REFUSED,
    ),
    "an older badge": (
        SVG.replace(b"</svg>", b'<o:assertion xmlns:o="http://openbadges.org"/></svg>'),
        NO_BADGE,
    ),
    "deep": (b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 1_000_000, REFUSED),
    "many": (b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g/>" * 1_000_000, REFUSED),
    "a comment without an end": (in_svg(f"<style>{'/* ' * 700_000}</style>"), {Outcome.VALID}),
    "comments": (in_svg(f"<style>{'/**/' * 500_000}</style>"), REFUSED),
    "behind a comment": (in_svg("<style>/* /* */g{fill:url(//x)}</style>"), REFUSED),
    "too large": (in_svg(f"<desc>{'x' * 4_000_000}</desc>"), REFUSED),
    "spaces": (in_svg(f'<a href="{" " * 2_000_000}x"/>'), REFUSED),
    "words": (in_svg(f'<g class="{"url " * 600_000}"/>'), {Outcome.VALID}),
}
_TEXT_BOMB = b"openbadgecredential\0\1\0\0\0" + _BOMB
PNG_FILES: dict[str, tuple[bytes, set[Outcome]]] = {
    "no badge": (PNG, NO_BADGE),
    "two badges": (with_chunk(PNG, chunk(b"iTXt", ITXT), chunk(b"iTXt", ITXT)), REFUSED),
    "a badge of text beside it": (
        with_chunk(PNG, chunk(b"iTXt", ITXT), chunk(b"tEXt", b"openbadgecredential\0x")),
        REFUSED,
    ),
    "packed": (with_chunk(PNG, chunk(b"iTXt", _TEXT_BOMB)), REFUSED),
    "packed as text": (
        with_chunk(PNG, chunk(b"zTXt", b"openbadgecredential\0\0" + _BOMB)),
        REFUSED,
    ),
    "half a text": (with_chunk(PNG, chunk(b"iTXt", b"openbadgecredential\0\0\0")), REFUSED),
    "an older badge": (with_chunk(PNG, chunk(b"iTXt", b"openbadges\0\0\0\0\0{}")), NO_BADGE),
    "cut off": (bake_png(PNG, BADGE)[:-20], REFUSED),
    "only the start": (PNG[:8], REFUSED),
    "something behind it": (bake_png(PNG, BADGE) + ITXT, REFUSED),
    "no head": (PNG[:8] + PNG[33:], REFUSED),
    "two heads": (with_chunk(PNG, PNG[8:33]), REFUSED),
    "a wrong sum": (PNG[:29] + b"abcd" + PNG[33:], REFUSED),
    "longer than it is": (with_chunk(PNG, b"\xff\xff\xff\xffiTXt"), REFUSED),
    "many pieces": (with_chunk(PNG, *[chunk(b"tEXt", b"a\0b")] * 300_000), REFUSED),
    "an empty badge": (with_chunk(PNG, chunk(b"iTXt", b"openbadgecredential\0\0\0\0\0")), NO_BADGE),
    "a picture in it": (bake_png(PNG, base64.b64encode(PNG)), NO_BADGE),
}
FILES = {
    f"{kind}: {name}": found
    for kind, files in (
        ("JSON", JSON_FILES),
        ("token", TOKEN_FILES),
        ("SVG", SVG_FILES),
        ("PNG", PNG_FILES),
    )
    for name, found in files.items()
}
