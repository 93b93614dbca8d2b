"""From saving a file to the browser that shows it, in `signpost serve`: `python -m benchmarks.previewing [NUMBER]`.

A listing's text and one of its fields are changed in turn, when the build that follows the change before is done.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.corpus import corpus
from tests.browser.provide import found as found_browser

TIMES, NUMBER, PORT, REST = 10, 1000, 8765, 2.0
LONGEST = 60_000  # milliseconds


def saved_to_shown(page: Page, file: Path, number: int) -> float:
    """Seconds from saving a file to the browser that shows what is new in it."""
    text, mark = file.read_text(encoding="utf-8"), f"Mark {number}"
    changed = text + f"\n{mark} in the text.\n" if number % 2 else text.replace("summary: ", f"summary: {mark}, ", 1)
    started = time.perf_counter()
    file.write_text(changed, encoding="utf-8")
    page.get_by_text(mark).first.wait_for(timeout=LONGEST)
    return time.perf_counter() - started


def main() -> None:
    """Print the median, the least and the most."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    with tempfile.TemporaryDirectory() as name, sync_playwright() as browsers:
        folder = Path(name)
        corpus(count, folder)
        command = [sys.executable, "-m", "signpost", "serve", "--port", str(PORT), "--today", "2026-11-22"]
        server = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        lines = iter(server.stdout or ())
        next(line for line in lines if line.startswith("Look at it"))
        file = sorted((folder / "content" / "meetups").glob("[a-z]*.md"))[0]
        page = browsers.chromium.launch(executable_path=found_browser()).new_page()
        page.goto(f"http://localhost:{PORT}/meetups/{file.stem}/")
        time.sleep(REST * 3)
        found = []
        for number in range(TIMES):
            found.append(saved_to_shown(page, file, number))
            next(lines)
            time.sleep(REST)
        server.kill()
    told = " ".join(f"{each * 1000:.0f}" for each in found)
    print(f"{count} listings: median {statistics.median(found) * 1000:.0f} ms ({told})")


if __name__ == "__main__":
    main()
