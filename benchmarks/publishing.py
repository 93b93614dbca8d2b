"""From an edit on main to what is handed to Pages: `python -m benchmarks.publishing [NUMBER]`.

Runs the steps of the publish workflow's `build` job for real, in a scratch repository with so many made-up listings,
after one of them was edited. The environment comes as it would from a warm cache: an archive that is unpacked. What is
published before stands on a small server of this machine.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus import ROOT, corpus
from benchmarks.serving import served
from signpost.edges import disk
from tests.workflows.actions import Job
from tests.workflows.running import Repository, run_job, scratch

TIMES, WARNED, LISTINGS = 3, 60, 1000
EDITED = "content/meetups/"


def main() -> None:
    """Print the seconds of each run, of each step of the last, and their median."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else LISTINGS
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        cache = _archived(folder)
        corpus(number, folder / "source")
        repository = scratch(folder, dict(disk.read(folder / "source", ["content"])[0]))
        times = [_published(repository, cache, folder, turn) for turn in range(TIMES)]
    print(f"{number} listings: {statistics.median(times):.1f} s, the median of {TIMES} (at most {WARNED} are allowed)")


def _archived(folder: Path) -> Path:
    """The environment as a cache keeps it."""
    cache = folder / "environment.tar"
    subprocess.run(["tar", "--create", "--file", cache, "--directory", ROOT, ".venv"], check=True)
    return cache


def _published(repository: Repository, cache: Path, folder: Path, turn: int) -> float:
    """Seconds from a pushed edit to the artifact."""
    path = next(each for each in repository.files("main") if each.startswith(EDITED) and "/_" not in each)
    repository.commit("main", {path: repository.files("main")[path] + b"\nOne more sentence.\n"})
    (folder / "before").mkdir(exist_ok=True)

    def checked_out(job: Job, _given: Mapping[str, str]) -> Mapping[str, str]:
        subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{repository.origin}", job.workspace], check=True)
        return {}

    def restored(job: Job, _given: Mapping[str, str]) -> Mapping[str, str]:
        subprocess.run(["tar", "--extract", "--file", cache, "--directory", job.workspace], check=True)
        return {"cache-hit": "true"}

    with served(folder / "before") as (site, _):
        pages = {"actions/configure-pages": lambda _job, _given: {"base_url": site}}
        uses = {"actions/checkout": checked_out, "actions/cache": restored, **pages}
        started = time.perf_counter()
        ran = run_job("publish", "build", {}, repository, uses=uses)
    taken = time.perf_counter() - started
    if ran.code:
        raise SystemExit(ran.log)
    print(f"run {turn + 1}: {taken:.1f} s")
    return taken


if __name__ == "__main__":
    main()
