"""Lighthouse's scores of the built site: `make lighthouse`, or `python -m benchmarks.lighthouse [PAGE ...]`.

Runs the npm package (in .venv/npm) with its mobile settings against site/, served with gzip, and prints the four scores
of each page, and what it weighs and moves. Needs Node and Chromium.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.serving import served
from tests.browser.provide import found

ROOT = Path(__file__).parent.parent
PAGES = ("", "meetups/", "associations/leapers/", "guides/find-a-mentor/", "search/", "map/", "plan/", "calendar/")
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def report(address: str) -> dict[str, float]:
    """Lighthouse's scores of a page, from 0 to 100, and some of its measures."""
    program = ROOT / ".venv/npm/node_modules/.bin/lighthouse"
    command = [str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "CHROME_PATH": found() or ""}
    )
    told = json.loads(done.stdout)
    scores = {name: round(100 * each["score"]) for name, each in told["categories"].items()}
    for audit in told["audits"].values():
        if audit["score"] not in (None, 1) and audit["scoreDisplayMode"] in ("binary", "numeric", "metricSavings"):
            print(f"    {audit['id']}: {audit.get('displayValue', audit['title'])}")
    return scores | {"moves": round(told["audits"]["cumulative-layout-shift"]["numericValue"], 3)}


def main() -> None:
    """Print a line for each page."""
    with served(ROOT / "site") as (site, _):
        for page in sys.argv[1:] or PAGES:
            print(f"/{page:<28}", report(f"{site}{page}"), flush=True)


if __name__ == "__main__":
    main()
