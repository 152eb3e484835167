"""All badges of a person in one page: it opens anywhere, runs nothing, and can be verified."""

import re
from html.parser import HTMLParser

import pytest

from lob_workbench.credentials.backpack import PackedBadge, pack, unpack, verify_backpack
from lob_workbench.credentials.pictures import BadgePicture
from lob_workbench.credentials.statements import Evidence
from lob_workbench.credentials.verdicts import Outcome
from lob_workbench.credentials.verifying import verify
from lob_workbench.domain.errors import InputRefused
from tests.credentials.badges import DAY, KEY, NOBODY, NOW, TRUST, issued

PICTURE = BadgePicture("Samenwerken", 3, "Zelfstandig", "ROC Voorbeeld")
FIRST = issued(valid_until=NOW + DAY)
SECOND = issued(
    id="urn:uuid:tweede",
    achievement_name='Plannen <script>alert("x")</script>',
    evidence=(
        Evidence("Werk", 'Zie "hier" & daar', "https://roc.example/werk?a=1&b=2"),
        Evidence("Ander", url="javascript:alert(1)"),
    ),
)
PAGE = pack("Sem <b>O'Connor</b>", (PackedBadge(FIRST, PICTURE), PackedBadge(SECOND, PICTURE)), NOW)


class Tags(HTMLParser):
    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


def test_every_badge_in_the_page_can_be_verified():
    verdicts = verify_backpack(PAGE, TRUST, NOW)
    assert [one.outcome for one in verdicts] == [Outcome.VALID, Outcome.VALID]
    assert [one.statement and one.statement.id for one in verdicts] == [FIRST.id, SECOND.id]
    assert unpack(PAGE) == (FIRST.json, SECOND.json)
    assert {one.outcome for one in verify_backpack(PAGE, NOBODY, NOW)} == {Outcome.UNKNOWN_ISSUER}


def test_the_page_runs_nothing_and_asks_nothing_of_the_network():
    tags = Tags(PAGE)
    names = {name for name, _ in tags.found}
    assert not names & {"script", "iframe", "object", "embed", "link", "form", "base"}
    assert not any(name.startswith("on") for _, found in tags.found for name in found)
    assert all(image["src"].startswith("data:image/png") for image in tags.all("img"))
    policy = next(meta for meta in tags.all("meta") if "http-equiv" in meta)["content"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    links = [link["href"] for link in tags.all("a") if "download" not in link]
    assert links == ["https://roc.example/werk?a=1&b=2"]


def test_what_was_said_stands_in_the_page_as_it_was_said():
    text = Tags(PAGE).text
    assert "Rugzak van Sem <b>O'Connor</b>" in text
    assert 'Plannen <script>alert("x")</script>' in text
    assert "2 badges, ingepakt op 27 november 2026" in text
    assert "ROC Voorbeeld, 26 november 2026, geldig tot 28 november 2026" in text
    for line in FIRST.statement.achievement.criteria:
        assert line in text


def test_what_the_owner_saves_from_the_page_is_a_badge_in_each_form():
    import base64

    kinds = {}
    for link in Tags(PAGE).all("a"):
        if "download" in link:
            data = base64.b64decode(link["href"].partition(",")[2])
            kinds.setdefault(link["data-badge"], []).append(verify(data, TRUST, NOW).outcome)
    assert kinds == {kind: [Outcome.VALID] * 2 for kind in ("png", "json", "jwt")}


def test_a_badge_that_was_changed_in_the_page_is_found():
    good = re.search(rb'data-badge="json" href="data:application/json;base64,([^"]+)', PAGE)
    assert good
    other = issued(achievement_name="Alles").json.replace(b"Alles", b"Niets")
    import base64

    page = PAGE.replace(good[1], base64.b64encode(other), 1)
    assert [one.outcome for one in verify_backpack(page, TRUST, NOW)] == [
        Outcome.TAMPERED, Outcome.VALID,
    ]  # fmt: skip


def test_one_badge_is_called_one_badge():
    assert "1 badge, ingepakt" in Tags(pack("Sem", (PackedBadge(FIRST, PICTURE),), NOW)).text


def test_an_empty_or_bursting_backpack_is_refused():
    with pytest.raises(InputRefused):
        pack("Sem", (), NOW)
    with pytest.raises(InputRefused):
        pack("Sem", (PackedBadge(FIRST, PICTURE),) * 301, NOW)


BADGE_LINK = b'data-badge="json" href="data:application/json;base64,e30="'


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<html></html>",
        FIRST.json,
        b" " * 60_000_001,
        BADGE_LINK * 301,
        BADGE_LINK.replace(b"e30=", b"e30"),
    ],
)
def test_what_is_no_backpack_is_refused(page):
    with pytest.raises(InputRefused):
        verify_backpack(page, TRUST, NOW)


def test_the_school_key_is_not_in_the_page():
    assert KEY.private_bytes() not in PAGE
