"""All badges of a person in one page that opens in any browser, without the werkbank.

The page runs nothing and asks nothing of the network, and says so to the browser. What counts in
it are the signed badges; the words around them are for reading.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from html import escape

from lob_workbench.credentials.baking import bake_png
from lob_workbench.credentials.issuing import IssuedBadge
from lob_workbench.credentials.pictures import BadgePicture, draw_png
from lob_workbench.credentials.statements import BadgeStatement, Evidence
from lob_workbench.credentials.trust import Trust
from lob_workbench.credentials.verdicts import Verdict
from lob_workbench.credentials.verifying import verify
from lob_workbench.domain.clock import local
from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

PAGE_LIMIT = 60_000_000
BADGES_LIMIT = 300

_BADGE = re.compile(
    rb'data-badge="json" href="data:application/json;base64,([A-Za-z0-9+/]{1,2700000}={0,2})"'
)
_STYLE = """
:root { color-scheme: light dark; --ink: #1f2933; --muted: #52606d; --paper: #fff;
  --tint: #eef5f4; --line: #cbd2d9; --primary: #0f6b6b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --muted: #a9b4bf;
  --paper: #1b2127; --tint: #232b32; --line: #3d4852; --primary: #6fc4bf; } }
body { margin: 0 auto; max-width: 54rem; padding: 2rem 1.25rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.55 Lato, "Segoe UI", Arial, sans-serif; }
h1 { color: var(--primary); font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .25rem; }
h3 { font-size: .95rem; margin: 1rem 0 .25rem; color: var(--muted); }
p, ul { margin: 0 0 .5rem; } ul { padding-left: 1.2rem; }
.quiet { color: var(--muted); }
article { display: grid; grid-template-columns: 11rem 1fr; gap: 1.5rem; margin-top: 1.5rem;
  padding-top: 1.5rem; border-top: 1px solid var(--line); break-inside: avoid; }
img { width: 11rem; height: 11rem; } .text { white-space: pre-line; overflow-wrap: anywhere; }
a { color: var(--primary); } .keep { margin-top: 1rem; } .keep a { margin-right: 1rem; }
footer { margin-top: 2rem; padding: 1rem 1.25rem; background: var(--tint); border-radius: .5rem; }
@media (max-width: 36rem) { article { grid-template-columns: 1fr; } }
@media print { .keep { display: none; } }
"""

_EMPTY = QT_TRANSLATE_NOOP("errors", "Er zijn nog geen badges om mee te geven.")
_TOO_MANY = QT_TRANSLATE_NOOP("errors", "In één rugzak passen {limit} badges.")
_NONE = QT_TRANSLATE_NOOP("errors", "Dit bestand is geen rugzak met badges.")


@dataclass(frozen=True, slots=True)
class PackedBadge:
    """A badge as it goes into the backpack."""

    badge: IssuedBadge
    picture: BadgePicture


def pack(owner: str, badges: tuple[PackedBadge, ...], now: datetime) -> bytes:
    """One HTML file: no scripts, nothing from elsewhere; every badge inside as JSON and JWT.

    Its pictures are badges too: who saves one has the whole badge. Raises ``InputRefused``.
    """
    if not badges:
        raise InputRefused(_EMPTY)
    if len(badges) > BADGES_LIMIT:
        raise InputRefused(_TOO_MANY, limit=BADGES_LIMIT)
    name = escape(clean_line(owner))
    seal = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; img-src data:; style-src 'sha256-{seal}'; "
        "base-uri 'none'; form-action 'none'"
    )
    number = "1 badge" if len(badges) == 1 else f"{len(badges)} badges"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="nl"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Rugzak van {name}</title><style>{_STYLE}</style></head><body>",
        f"<h1>Rugzak van {name}</h1>",
        f'<p class="quiet">{number}, ingepakt op {plain_date(local(now).date())}</p>',
        *(_article(number, one) for number, one in enumerate(badges, start=1)),
        "<footer><p>Deze badges zijn van jou. Bewaar dit bestand goed, ook na je opleiding. "
        "Wil iemand weten of een badge echt is? Geef dan het plaatje of het bestand van de badge. "
        "Wie Open Badges 3.0 kan lezen, kan het nagaan.</p></footer>",
        "</body></html>",
    ]
    return "\n".join(lines).encode("utf-8")


def _article(number: int, packed: PackedBadge) -> str:
    badge, statement = packed.badge, packed.badge.statement
    achievement = statement.achievement
    picture = bake_png(draw_png(packed.picture, 400), badge)
    criteria = "".join(f"<li>{escape(line)}</li>" for line in achievement.criteria)
    proof = "".join(map(_evidence, statement.evidence))
    return "\n".join(
        [
            f'<article><img alt="" src="{_inline("image/png", picture)}"><div>',
            f"<h2>{escape(achievement.name)}</h2>",
            f'<p class="quiet">{escape(_given(statement))}</p>',
            f'<p class="text">{escape(achievement.description)}</p>',
            f"<h3>Dit liet je zien</h3><ul>{criteria}</ul>",
            f"<h3>Bewijs</h3><ul>{proof}</ul>" if proof else "",
            '<p class="keep">',
            _link("png", "image/png", picture, f"badge-{number}.png", "Bewaar als plaatje"),
            _link(
                "json", "application/json", badge.json, f"badge-{number}.json", "Bewaar als JSON"
            ),
            _link(
                "jwt", "text/plain", badge.jwt.encode(), f"badge-{number}.jwt", "Bewaar als token"
            ),
            "</p></div></article>",
        ]
    )


def _given(statement: BadgeStatement) -> str:
    text = f"{statement.issuer.name}, {plain_date(_day(statement.valid_from))}"
    if statement.valid_until is not None:
        text += f", geldig tot {plain_date(_day(statement.valid_until))}"
    return text


def _day(moment: datetime) -> date:
    return local(moment).date()


def _evidence(evidence: Evidence) -> str:
    said = ": ".join(filter(None, (evidence.name, evidence.narrative)))
    link = evidence.url if evidence.url.startswith(("https://", "http://")) else ""
    shown = (
        f' <a rel="noreferrer noopener" href="{escape(link)}">{escape(link)}</a>' if link else ""
    )
    return f'<li class="text">{escape(said)}{shown}</li>'


def _inline(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _link(mark: str, kind: str, data: bytes, name: str, text: str) -> str:
    # unpack() looks for these attributes in this order.
    return f'<a download="{name}" data-badge="{mark}" href="{_inline(kind, data)}">{text}</a>'


def unpack(page: bytes) -> tuple[bytes, ...]:
    """The signed badges (JSON) in a backpack. Raises ``InputRefused`` when it is none."""
    if len(page) > PAGE_LIMIT:
        raise InputRefused(_NONE)
    found = [match[1] for match in _BADGE.finditer(page)]
    if not found:
        raise InputRefused(_NONE)
    if len(found) > BADGES_LIMIT:
        raise InputRefused(_TOO_MANY, limit=BADGES_LIMIT)
    try:
        return tuple(base64.b64decode(inside, validate=True) for inside in found)
    except ValueError as error:
        raise InputRefused(_NONE) from error


def verify_backpack(page: bytes, trust: Trust, now: datetime) -> tuple[Verdict, ...]:
    """A verdict per badge in the backpack. Raises ``InputRefused`` when it is none."""
    return tuple(verify(badge, trust, now) for badge in unpack(page))
