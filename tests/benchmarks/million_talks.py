"""A workbook with 11,000 students and 1.1 million talks, kept between runs.

Made once with `lob-workbench seed`'s own code and kept where ``LOB_BENCH_CACHE`` says (else in the
system's folder for temporary files), until the schema or the plan changes. It takes minutes and
two gigabytes. Remove the folder and it is made again.

Run: ``python -m tests.benchmarks.million_talks`` to make it and print where it is.
"""

import os
import shutil
from dataclasses import replace
from pathlib import Path
from time import monotonic

from lob_workbench.app.seed import SeedPlan
from lob_workbench.app.seed_writing import workbook_for_measuring
from lob_workbench.storage.keys import KdfCost
from tests.benchmarks.big_school import cache, schema_fingerprint

PASSPHRASE = "zeven lampen op een rij"
# The least that a key file may ask: what it takes is not part of any figure.
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=2)


def million_talks(talks: int | None = None, place: Path | None = None) -> Path:
    """The folder of the workbook; made when it is not there yet. Open it with ``PASSPHRASE``.

    ``talks``: fewer, to try something. Who writes in it copies it first: it stays for the next.
    """
    plan = SeedPlan() if talks is None else replace(SeedPlan(), talks=talks)
    schema = schema_fingerprint("versions/*.py")
    name = f"talks-{schema}-{plan.students}-{plan.talks}"
    folder = (place or cache()) / name
    if not folder.is_dir():
        # By its own process: two that are made at once do not meet.
        building = folder.with_name(f"{name}.{os.getpid()}.bouw")
        shutil.rmtree(building, ignore_errors=True)
        started = monotonic()
        print(f"Filling a workbook with {plan.talks:,} talks, once: minutes …", flush=True)
        rows = workbook_for_measuring(building, PASSPHRASE, plan, CHEAP)
        print(f"  {rows:,} rows in {monotonic() - started:.0f} s", flush=True)
        if not folder.is_dir():
            building.rename(folder)
        shutil.rmtree(building, ignore_errors=True)
    return folder


if __name__ == "__main__":
    print(million_talks())
