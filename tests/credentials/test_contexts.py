"""The words of badges ship with the product, and moments have their time zone."""

import subprocess
import sys
from datetime import datetime

import pytest

from lob_workbench.credentials.addresses import is_address, read_moment, write_moment
from lob_workbench.credentials.contexts import BUNDLED, UnknownContext, load_context
from tests.credentials.badges import NOW


@pytest.mark.parametrize("address", sorted(BUNDLED))
def test_each_bundled_context_is_there(address):
    found = load_context(address, {})
    assert found["documentUrl"] == address
    assert "@context" in found["document"]


@pytest.mark.parametrize("address", ["https://elders.example/", "file:///etc/passwd", ""])
def test_no_other_context_is_looked_for(address):
    with pytest.raises(UnknownContext):
        load_context(address, {})


def test_a_moment_without_a_time_zone_is_none():
    assert write_moment(NOW) == "2026-11-27T12:00:00Z"
    assert read_moment("2026-11-27T13:00:00.123456789+01:00").hour == 12
    with pytest.raises(ValueError):
        write_moment(datetime(2026, 11, 27))


@pytest.mark.parametrize(
    "text", ["urn:a b", "urn:", "a", "", 7, "urn:a\n", "urn:<a>", "1:a", "é:a"]
)
def test_what_is_no_full_address(text):
    assert not is_address(text)


@pytest.mark.parametrize("text", ["urn:uuid:1", "https://roc.example/é?a=b#c", "data:,x"])
def test_what_is_a_full_address(text):
    assert is_address(text)


def test_what_is_slow_to_load_waits_until_something_is_signed():
    asked = (
        "import sys, lob_workbench.credentials.issuing, lob_workbench.credentials.verifying; "
        "print([name for name in ('pyld', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
