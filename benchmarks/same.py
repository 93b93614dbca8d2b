"""Whether Signpost and the others do the same work: `python -m benchmarks.same [NUMBER] [--peers FOLDER]`.

Builds so many listings (300) with each generator and compares the outputs: addresses, bytes, words, data. Ends with 1
when they differ in more than white space, the spelling of entities, and attributes.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.race.__main__ import IN_MEMORY, KEPT
from benchmarks.race.lab import SIGNPOST, Lab
from benchmarks.race.peers import NAMES, Absent, Peers
from benchmarks.race.running import taken
from benchmarks.race.same import differences, pages, weight


def main() -> int:
    """Print a line for each site, and what tells them apart."""
    parser = argparse.ArgumentParser("benchmarks.same", description="Whether the others do the same work.")
    parser.add_argument("number", type=int, nargs="?", default=300, help="how many listings (300)")
    parser.add_argument("--peers", type=Path, default=KEPT, help=f"where the others are kept ({KEPT})")
    given, unlike = parser.parse_args(), 0
    with tempfile.TemporaryDirectory(prefix="same-", dir=IN_MEMORY) as folder:
        lab = Lab(Path(folder), Peers(given.peers.absolute()), times=1)
        for name in (SIGNPOST, *NAMES):
            try:
                taken(lab.commands(name, given.number, index=False))
            except Absent as absent:
                print(f"{NAMES[name]} is left out: {absent}")
            else:
                unlike += _told(lab, given.number, name)
    return min(1, unlike)


def _told(lab: Lab, number: int, name: str) -> int:
    """Print what a site is, and how many sorts of differences there are."""
    out, own = lab.out(number, name), lab.out(number, SIGNPOST)
    print(f"{NAMES.get(name, 'Signpost')}: {len(pages(out))} pages, {weight(out):,} bytes")
    found = [] if name == SIGNPOST else list(differences(own, out))
    for each in found:
        print(f"  {each}")
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
