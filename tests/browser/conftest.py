"""The miniature, with its search index, served at the root and below a sub-path; and a browser to look at it."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from signpost.edges.preview import previewing
from signpost.model.source import Tree
from tests.browser.building import built
from tests.browser.provide import found
from tests.conftest import miniature

ADDRESSES = ("https://directory.example.org/", "https://example.org/some-repo/")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
)  # fmt: skip
"""What keeps a browser from asking anybody anything by itself, and lets it run in a container."""

PATIENCE = 30_000  # milliseconds, for a machine that has much else to do
PAGES = {
    "home": "",
    "search": "search/",
    "a search": "search/?q=freelance",
    "map": "map/",
    "list": "meetups/",
    "choices": "work/",
    "choice": "support/emotional/",
    "countries": "in/",
    "country": "in/gb/",
    "crossed list": "meetups/support/referrals/",
    "give back": "give-back/",
    "city": "in/jp/dong-jing/",
    "listing": "meetups/porto-freelance-tuesdays/",
    "closed listing": "coworking-spaces/old-mill/",
    "right-to-left name": "online-communities/shabakat/",
    "every field": "tool-libraries/north-shed/",
    "guides": "guides/",
    "guide": "guides/borrow-and-lend/",
    "text": "about/",
    "health": "needs-check/",
    "add": "add/",
    "add a meetup": "add/meetups/",
    "edit": "add/coworking-spaces/?edit=kitchen-table",
    "changes": "changes/",
    "data": "data/",
    "claims": "data/hsds/",
    "calendar": "calendar/",
    "plan": "plan/",
    "an asked plan": "plan/?support=emotional&country=PT",
    "not found": "404.html",
    "offline": "offline/",
    "embed": "embed/in/gb/leeds/",
    "moved": "meetups/porto-tuesdays/",
}
"""One page of each type, below the site's own address."""


def small(base_url: str, folder: Path, changed: Tree | None = None) -> Path:
    """The folder of the miniature's site, with some files changed."""
    built({**miniature(), **(changed or {})}, base_url, folder)
    return folder


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run a test at one of the two addresses, in turn; all of them at both with `--every-address`.

    Those marked `everywhere` always run at both: the ways that most visitors take.
    """
    if config.getoption("--every-address"):
        return
    at_both: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if "[" in item.nodeid and "everywhere" not in item.keywords:
            at_both[re.sub("sub-path", "root", item.nodeid)].append(item)
    turns = (pair for pair in at_both.values() if len(pair) > 1)
    left_out = {id(pair[number % 2]) for number, pair in enumerate(turns)}
    config.hook.pytest_deselected(items=[item for item in items if id(item) in left_out])
    items[:] = [item for item in items if id(item) not in left_out]


@pytest.fixture(scope="session", params=ADDRESSES, ids=["root", "sub-path"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site's folder, and the address it is built for."""
    return small(request.param, tmp_path_factory.mktemp("site") / "site"), request.param


@pytest.fixture(scope="session")
def site(files: tuple[Path, str]) -> Iterator[str]:
    """The address at which the site is served, with a slash at its end."""
    with previewing(*files, port=0) as shown:
        yield shown.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium. Without one the tests are skipped; on a build server they fail."""
    program = found()
    if program is None and os.environ.get("CI") != "true":
        pytest.skip("no browser: install Chromium, or name one in CHROME_PATH")
    assert program is not None, "no browser: install Chromium, or name one in CHROME_PATH"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A window that remembers nothing, with the options of a Playwright context."""
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> Page:
        opened.append(browser.new_context(service_workers="block", **options))
        opened[-1].set_default_timeout(PATIENCE)
        return opened[-1].new_page()

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A browser as visitors have it: nothing is blocked, workers neither, and it keeps what it is asked to."""
    context = browser.new_context()
    context.set_default_timeout(4 * PATIENCE)
    yield context
    context.close()
