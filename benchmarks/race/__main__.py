"""Signpost beside other generators: `python -m benchmarks.race [--times 5] [--numbers 300,1000] [--only ROW ...]`.

Prints medians of wall-clock and CPU time, the least and the most, and the ratios, pair by pair; nothing that was not
measured. What is compared, and how, is told in docs/speed.md. A generator that cannot be installed is named with the
reason, and its rows are left out.
"""

import argparse
import os
import platform
import tempfile
from pathlib import Path

from benchmarks.race.lab import Lab
from benchmarks.race.peers import Absent, Peers
from benchmarks.race.rows import ROWS

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - the disk in memory of Linux; the folder below it gets a name of its own
KEPT = Path(tempfile.gettempdir()) / "signpost-race"


def numbers(text: str) -> tuple[int, ...]:
    """Numbers of listings, with commas between them."""
    return tuple(int(each) for each in text.split(","))


def asked() -> argparse.Namespace:
    """What is asked on the command line."""
    parser = argparse.ArgumentParser("benchmarks.race", description="Signpost beside other generators.")
    parser.add_argument("--times", type=int, default=5, help="how often each pair runs, after a warm-up (5)")
    parser.add_argument("--numbers", type=numbers, help="how many listings (those of each row)", metavar="N,...")
    parser.add_argument("--only", nargs="+", choices=ROWS, default=list(ROWS), help="these rows alone", metavar="ROW")
    parser.add_argument("--peers", type=Path, default=KEPT, help=f"where the others are kept ({KEPT})")
    parser.add_argument("--work", type=Path, default=IN_MEMORY, help=f"where projects are built ({IN_MEMORY})")
    return parser.parse_args()


def main() -> None:
    """Print each row as it is measured."""
    given = asked()
    python = platform.python_version()
    print(f"medians of {given.times} (least-most), on {os.cpu_count()} cores, Python {python}, in {given.work}")
    with tempfile.TemporaryDirectory(prefix="race-", dir=given.work) as folder:
        lab = Lab(Path(folder), Peers(given.peers.absolute()), given.times)
        for name in given.only:
            row = ROWS[name]
            for count in given.numbers or row.numbers:
                print(f"{name}: {row.title}, {count:,} listings", flush=True)
                try:
                    for line in row.run(lab, count):
                        print(line, flush=True)
                except Absent as absent:
                    print(f"  left out: {absent}")


if __name__ == "__main__":
    main()
