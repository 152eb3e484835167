"""Badges: issued and verified in milliseconds each, so that a whole group is done in a moment."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from lob_workbench.credentials.baking import bake_png
from lob_workbench.credentials.issuing import IssuedBadge
from lob_workbench.credentials.pictures import BadgePicture, draw_png
from lob_workbench.credentials.status_lists import issue_status_list
from lob_workbench.credentials.trust import Trust
from lob_workbench.credentials.verifying import verify
from tests.benchmarks.figures import Figure
from tests.credentials.badges import KEY, LIST, NOW, SCHOOL, TRUST, listed

BADGES = 100
_EACH_MS = 25.0


def badges(runs: int, number: int = BADGES) -> list[Figure]:
    """Milliseconds a badge, in both forms, with the list of revoked ones at hand."""
    revoked = issue_status_list(LIST, SCHOOL, {7}, KEY, NOW)
    trust = Trust(TRUST.issuers, (revoked,))
    picture = draw_png(BadgePicture("Samenwerken", 3, "Zelfstandig", SCHOOL.name))
    taken: dict[str, list[float]] = {"issued": [], "JSON": [], "token": [], "PNG": []}
    _issued(2)
    for _ in range(runs):
        start = perf_counter()
        made = _issued(number)
        taken["issued"].append(perf_counter() - start)
        for form, files in (
            ("JSON", [badge.json for badge in made]),
            ("token", [badge.jwt.encode() for badge in made]),
            ("PNG", [bake_png(picture, badge) for badge in made]),
        ):
            start = perf_counter()
            good = [verify(file, trust, NOW).good for file in files]
            taken[form].append(perf_counter() - start)
            assert all(good)
    each = {form: median(times) * 1000 / number for form, times in taken.items()}
    return [
        Figure(f"{number} badges issued, each", each["issued"], None, _EACH_MS),
        Figure(f"{number} badges verified, JSON, each", each["JSON"], None, _EACH_MS),
        Figure(f"{number} badges verified, token, each", each["token"], None, _EACH_MS),
        Figure(f"{number} badges verified, PNG, each", each["PNG"], None, _EACH_MS),
    ]


def _issued(number: int) -> list[IssuedBadge]:
    return [listed(id=f"urn:uuid:badge-{count}") for count in range(number)]
