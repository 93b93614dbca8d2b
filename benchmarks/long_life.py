"""Many edits in a row through what `serve` does with each: `python -m benchmarks.long_life [EDITS] [--at-once NUMBER]`.

Without numbers 10,000 edits, one to nine at a time, of a small directory that begins with a dozen made-up listings.
After each hundredth, all that was broken is mended, and the site is compared with what another process builds from
nothing; a line tells how many builds there were and how much memory is held (Linux). Ends with 1 when a site is
another, or when the last tenth of that life holds a tenth more memory than the second did.
"""

import argparse
import gc
import io
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from statistics import median

from benchmarks.corpus import ROOT, corpus
from benchmarks.editing import Directory, edited, mended
from signpost.cli import commands
from signpost.cli.serving import again, ready_now, shown_first
from signpost.options import parser
from signpost.pipeline import Ready

EDITS, AT_ONCE, EVERY, LISTINGS, SEED = 10_000, 9, 100, 12, 20261122
TODAY = "2026-11-22"
LEAN = "listings,lists,home,prose,sitemap,json"
REST = 0.025  # seconds: the watcher waits as long for more of the same
GROWN = 1.1


def memory() -> float:
    """MB of memory that are this process' own, with its share of what it shares."""
    told = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return int(next(line.split()[1] for line in told if line.startswith("Pss:"))) / 1000


def files(site: Path) -> dict[str, bytes]:
    """All that a site holds, by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def from_nothing(asked: Sequence[str]) -> dict[str, bytes]:
    """The site that another process makes of the current folder, of which it knows no build."""
    with tempfile.TemporaryDirectory(prefix="clean-") as clean:
        command = [sys.executable, "-m", "signpost", "build", *asked, "--out", f"{clean}/site"]
        there = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=there, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"A build from nothing fails:\n{done.stdout}{done.stderr}")
        return files(Path(clean, "site"))


def unlike(asked: Sequence[str]) -> list[str]:
    """The files of the site that a build from nothing makes otherwise, or not, and those that it alone makes."""
    here, clean = files(Path("site")), from_nothing(asked)
    return sorted(path for path in here.keys() | clean.keys() if here.get(path) != clean.get(path))


def stamps() -> dict[str, tuple[int, int]]:
    """When each file that a site is made from was changed, and how large it is."""
    found = (path for folder in ("content", "templates") for path in Path(folder).rglob("*") if path.is_file())
    return {path.as_posix(): (path.stat().st_mtime_ns, path.stat().st_size) for path in found}


def followed(before: Mapping[str, object], now: Ready | None, options: argparse.Namespace) -> Ready | None:
    """What `serve` does when files have changed; what it is ready with for the next change."""
    after = stamps()
    paths = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        if now and paths:
            shown_first(paths, now, options)
        again(options)
        now = None
        return ready_now(options)


def life(here: Directory, edits: int, at_once: int, asked: Sequence[str], every: int = EVERY) -> Iterator[int]:
    """Edit the directory in the current folder and follow as `serve` does; how many builds there were, now and then.

    That is after each `every` edits, when all that was broken has been mended and the site is as it should be.
    """
    options = parser(*commands(["build"])).parse_args(["build", *asked])
    builds, now = 0, followed({}, None, options)
    for until in range(every, edits + 1, every):
        while here.edits < until:
            before = stamps()
            for _ in range(min(here.chance.randint(1, at_once), until - here.edits)):
                edited(here)
            while here.broken and here.edits == until:
                mended(here)
            time.sleep(REST)
            now, builds = followed(before, now, options), builds + 1
        yield builds


def main() -> int:
    """Print a line after each hundredth edit, and what came of it all."""
    parsed = argparse.ArgumentParser("benchmarks.long_life", description="Many edits in a row.")
    parsed.add_argument("edits", type=int, nargs="?", default=EDITS, help=f"how many ({EDITS})")
    parsed.add_argument("--at-once", type=int, default=AT_ONCE, help=f"so many at most between builds ({AT_ONCE})")
    parsed.add_argument("--seed", type=int, default=SEED, help="another chance")
    parsed.add_argument("--whole", action="store_true", help="all parts of the site and its index, which takes longer")
    given = parsed.parse_args()
    asked = ["--today", TODAY, *([] if given.whole else ["--no-index", "--only", LEAN])]
    gc.disable()  # as the program does
    with tempfile.TemporaryDirectory(prefix="life-") as folder, chdir(folder):
        corpus(LISTINGS, Path())
        return told(life(Directory(random.Random(given.seed)), given.edits, given.at_once, asked), asked)


def told(lives: Iterator[int], asked: Sequence[str]) -> int:
    """Print what is found after each hundredth edit; 1 when a site is another, or too much memory is held."""
    held, wrong, started = [], 0, time.perf_counter()
    for number, builds in enumerate(lives, 1):
        other = unlike(asked)
        held.append(memory())
        wrong += bool(other)
        same = f"other than from nothing: {', '.join(other)}" if other else "the same as from nothing"
        spent = time.perf_counter() - started
        print(f"{number * EVERY:6} edits, {builds:5} builds, {spent:5.0f} s: {same}, {held[-1]:.1f} MB", flush=True)
    tenth = max(1, len(held) // 10)
    first, last = median(held[tenth : 2 * tenth] or held), median(held[-tenth:])
    print(
        f"{wrong} of {len(held)} sites were other; memory {first:.1f} MB in the second tenth, {last:.1f} MB in the last"
    )
    return int(wrong > 0 or last > GROWN * first)


if __name__ == "__main__":
    sys.exit(main())
