"""How long it takes to try many addresses: `python -m benchmarks.trying [ADDRESSES [SITES]]`.

Without numbers, 300 addresses of 100 sites. All sites are one server on this machine, which takes 200 ms for each
answer; each site has a robots.txt, and is asked for one thing at a time.
"""

import sys
import time

from signpost.edges.links import tried
from signpost.edges.links.manners import Manners
from signpost.model.health import Health
from tests.playing import Reply, playing, slow

LATENCY = 0.2  # seconds


def main() -> None:
    """Print the time from the first request to the last answer."""
    count, sites = (int(each) for each in (*sys.argv[1:], *(300, 100)[len(sys.argv) - 1 :])[:2])
    pages: dict[str, Reply] = {f"site{n % sites}.example.org/{n}": slow(LATENCY) for n in range(count)}
    pages |= {f"site{n}.example.org/robots.txt": slow(LATENCY) for n in range(sites)}
    with playing(pages) as made:
        started = time.perf_counter()
        findings = tried(
            (f"http://{each}" for each in list(pages)[:count]), Manners("benchmark", local=True, names=made)
        )
        seconds = time.perf_counter() - started
        at_once = max(made.most.values())
    if {each.health for each in findings} != {Health.OK}:
        raise SystemExit("not every address was found")
    print(
        f"{count} addresses of {sites} sites at {LATENCY * 1000:.0f} ms: {seconds:.1f} s, {len(made.asked)} requests, "
        f"{at_once} at a time for each site"
    )


if __name__ == "__main__":
    main()
