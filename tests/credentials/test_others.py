"""Libraries of others read our badges: those of Digital Bazaar for JSON, ``jose`` for tokens.

They come from npm at the versions of ``node/package-lock.json``, once, into ``build``.
"""

import contextlib
import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from lob_workbench.credentials.contexts import BUNDLED, load_context
from lob_workbench.credentials.issuer_profiles import issuer_profile
from lob_workbench.credentials.statements import Evidence
from lob_workbench.credentials.status_lists import issue_status_list
from tests.credentials.badges import DAY, KEY, LIST, NOW, OTHER_KEY, SCHOOL, issued, listed

NODE = Path(__file__).parent / "node"
FILES = ("package.json", "package-lock.json", "verify.mjs")
BUILD = Path(__file__).resolve().parents[2] / "build"
EMPTY = issue_status_list(LIST, SCHOOL, (), KEY, NOW)
PROFILE = issuer_profile(SCHOOL, (OTHER_KEY.public, KEY.public))


@pytest.fixture(scope="session")
def verifier() -> Path:
    """The folder with the libraries of others and the program that asks them."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        pytest.skip("node and npm are not installed: nobody else to read our badges")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.removeprefix("v").partition(".")[0]) < 18:
        pytest.skip(f"node {version.strip()} is too old for those libraries (18)")
    files = {name: (NODE / name).read_bytes() for name in FILES}
    made_of = hashlib.sha256(b"\0".join(files.values())).hexdigest()[:12]
    place = BUILD / f"badges-read-by-others-{made_of}"
    if not place.is_dir():
        _install(npm, files, place)
    return place


def _install(npm: str, files: dict[str, bytes], place: Path) -> None:
    """Two workers may do so at a time: each beside it, and the first one puts it in place."""
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD, ignore_cleanup_errors=True) as folder:
        beside = Path(folder) / "node"
        beside.mkdir()
        for name, content in files.items():
            (beside / name).write_bytes(content)
        install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        found = subprocess.run(install, cwd=beside, capture_output=True, text=True, timeout=300)
        if found.returncode != 0:
            pytest.skip(f"npm could not bring the libraries: {found.stderr.strip()[-200:]}")
        # The other worker may have been first.
        with contextlib.suppress(OSError):
            beside.rename(place)


def judged(
    verifier: Path, badge: bytes, token: str, profile: bytes = PROFILE, list_: bytes = EMPTY
) -> dict:
    asked = {
        "badge": json.loads(badge),
        "jwt": token,
        "profile": json.loads(profile),
        "list": json.loads(list_),
        "contexts": {address: load_context(address, None)["document"] for address in BUNDLED},
        "now": NOW.isoformat(),
    }
    found = subprocess.run(
        ["node", "verify.mjs"],
        cwd=verifier,
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(found.stdout)


def test_others_verify_our_badge(verifier):
    badge = listed(
        valid_until=NOW + DAY,
        achievement_description='„Samen” is\nmeer dan "alleen" \\ <b>& 🙂 שלום',
        evidence=(Evidence("Les", "Zei het."), Evidence("Les", "Zei het."), Evidence("Stage")),
    )
    found = judged(verifier, badge.json, badge.jwt)
    assert found["json"] == {"verified": True, "revoked": False}, found["json"]
    assert found["token"]["verified"] is True
    assert found["token"]["payload"]["name"] == badge.statement.achievement.name


def test_others_see_that_our_badge_was_changed(verifier):
    badge = issued()
    other = badge.json.replace(b"Samenwerken", b"Samenwerkem")
    found = judged(verifier, other, badge.jwt[:-20] + "A" * 20)
    assert found["json"]["verified"] is False
    assert found["token"]["verified"] is False


def test_others_do_not_take_a_key_that_the_school_does_not_name(verifier):
    badge = issued()
    without = issuer_profile(SCHOOL, (OTHER_KEY.public,))
    assert judged(verifier, badge.json, badge.jwt, without)["json"]["verified"] is False


def test_others_read_in_our_list_that_a_badge_was_revoked(verifier):
    badge = listed()
    revoked = issue_status_list(LIST, SCHOOL, {3}, KEY, NOW)
    found = judged(verifier, badge.json, badge.jwt, list_=revoked)["json"]
    # They leave it to who asks what a revoked badge that is intact means.
    assert found["revoked"] is True
    assert judged(verifier, revoked, issued().jwt)["json"] == {"verified": True}


def test_the_lock_names_no_registry():
    lock = json.loads((NODE / "package-lock.json").read_text("utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    assert not any("resolved" in package for package in packages)
    assert all("integrity" in package for package in packages)
