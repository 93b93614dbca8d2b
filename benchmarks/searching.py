"""How fast the search answers, and what it fetches: `python -m benchmarks.searching [NUMBER]`.

Without a number it asks this repository's directory, with one as many made-up listings. Each question of the relevance
table is asked of a real Chromium, from key to cards, several times; and what the first views and the first search
fetch over a server with gzip is counted.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.corpus import ROOT, corpus
from benchmarks.serving import served
from signpost.edges import disk
from tests.browser.asking import answer, questions, ready
from tests.browser.building import built
from tests.browser.conftest import QUIET
from tests.browser.provide import found

TIMES = 3
VIEWS = {"home": "", "listing": "associations/leapers/", "search": "search/"}


def opened(browser: Browser) -> Page:
    """A window that remembers nothing."""
    return browser.new_context(service_workers="block").new_page()


def weighed(browser: Browser, site: str, sent: list[tuple[str, int]]) -> None:
    """Print what first views, and a first search after that, fetch."""
    for name, address in VIEWS.items():
        sent.clear()
        opened(browser).goto(f"{site}{address}", wait_until="networkidle")
        print(f"first view of {name:<8} {sum(size for _, size in sent) / 1000:6.1f} kB in {len(sent)} requests")
    page = ready(opened(browser), site)
    sent.clear()
    answer(page, "mentor for women")
    page.wait_for_load_state("networkidle")
    print(f"first search after that {sum(size for _, size in sent) / 1000:6.1f} kB in {len(sent)} requests")


def timed(browser: Browser, site: str, asked: list[str]) -> None:
    """Print the median and the worst time from key to cards; the first search, which loads the index, apart.

    Each round is a page of its own, so that no answer is remembered from the round before.
    """
    firsts, runs = [], []
    for _ in range(TIMES):
        page = ready(opened(browser), site)
        firsts.append(answer(page, "something else")[0])
        runs += [(answer(page, words)[0], words) for words in asked]
    worst, words = max(runs)
    print(f"first search {statistics.median(firsts):.0f} ms; key to cards: median "
          f"{statistics.median(run[0] for run in runs):.0f} ms, worst {worst:.0f} ms ({words!r}), "
          f"{len(asked)} questions, {TIMES} times each")  # fmt: skip


def main() -> None:
    """Build, serve, ask."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as temporary:
        folder, source = Path(temporary) / "site", ROOT
        if number:
            source = Path(temporary) / "source"
            corpus(number, source)
        known = {each.id for each in built(disk.read(source)[0], "https://directory.example.org/", folder)}
        asked = [each.asks for each in questions(known)] or [each.asks for each in questions(_wanted())]
        with served(folder) as (site, sent), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found(), args=QUIET)
            if not number:
                weighed(browser, site, sent)
            timed(browser, site, asked)
            browser.close()


def _wanted() -> set[str]:
    """The ids of this repository's directory, by its files."""
    return {f"{file.parent.name}/{file.stem}" for file in (ROOT / "content").glob("*/*.*")}


if __name__ == "__main__":
    main()
