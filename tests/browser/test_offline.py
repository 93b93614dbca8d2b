"""Reading on without a connection: what was read, the first pages, and one build taking the place of another."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import small
from tests.browser.waiting import until
from tests.conftest import miniature

pytestmark = pytest.mark.browser
LISTING, OTHER = "meetups/porto-freelance-tuesdays/", "coworking-spaces/kitchen-table/"
REGISTERED = "(await navigator.serviceWorker.getRegistration())"
SLOW = 40.0  # seconds, much longer than the worker waits, on a busy machine too


class Host:
    """A web server as a site is published on, which can be out of reach, or slow."""

    def __init__(self, folder: Path, base: str) -> None:
        self.folder, self.base, self.is_up, self.seconds = folder, base, True, 0.0
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, host=self))
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def address(self) -> str:
        """Where the site begins."""
        return f"http://localhost:{self.server.server_port}{self.base}"


class Handler(SimpleHTTPRequestHandler):
    """Files below the base path; a closed connection while the host is out of reach."""

    def __init__(self, *args: Any, host: Host) -> None:
        self.host = host
        super().__init__(*args, directory=str(host.folder))

    def do_GET(self) -> None:
        """Answer, or do not."""
        if not self.host.is_up:
            self.close_connection = True
            return
        if self.path.endswith("/"):
            sleep(self.host.seconds)
        super().do_GET()

    def end_headers(self) -> None:
        """Nothing is kept but by the worker."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """The file of an address."""
        return super().translate_path("/" + path.removeprefix(self.host.base))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name http.server calls it by
        """Say nothing."""


@pytest.fixture
def host(files: tuple[Path, str]) -> Iterator[Host]:
    """The miniature, published."""
    folder, base_url = files
    host = Host(folder, urlsplit(base_url).path)
    yield host
    host.server.shutdown()
    host.server.server_close()


def visit(page: Page, address: str) -> None:
    """Open a page with the wish to keep what is read, and wait until the worker is there and keeps it."""
    page.goto(address)
    ask(page)
    page.evaluate("navigator.serviceWorker.ready")
    until(page, f"await caches.match({address!r})")


def ask(page: Page, choice: str = "Keep the pages I read") -> None:
    """Say in the foot what is to be kept, unless it was said before."""
    panel = page.locator("[data-display]")
    page.get_by_role("button", name="Display").click()
    panel.get_by_label(choice).check()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def heading(page: Page) -> str:
    """The first heading."""
    return page.get_by_role("heading", level=1).inner_text()


def stores(page: Page) -> list[str]:
    """The names of the caches."""
    return page.evaluate("caches.keys()")


@pytest.mark.everywhere
def test_a_page_that_was_read_can_be_read_again_with_all_its_parts(host: Host, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    visit(page, host.address + LISTING)
    host.is_up = False
    lost: list[str] = []
    page.on("requestfailed", lambda request: lost.append(request.url))
    page.goto(host.address + LISTING)
    assert heading(page) == "Porto Freelance Tuesdays"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(244, 243, 237)"
    assert lost == []


@pytest.mark.everywhere
@pytest.mark.parametrize(
    ("address", "name"), [("", "You work for"), ("search/?q=a", "Search"), ("plan/", "My support")]
)
def test_the_first_pages_are_there_after_one_visit_to_any_page(
    host: Host, visitor: BrowserContext, address: str, name: str
) -> None:
    page = visitor.new_page()
    visit(page, host.address + LISTING)
    host.is_up = False
    page.goto(host.address + address)
    assert heading(page).startswith(name)


def test_a_page_that_was_not_read_is_answered_with_those_that_were(host: Host, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    visit(page, f"{host.address}informal-groups/friday-football/")
    visit(page, host.address + LISTING)
    host.is_up = False
    page.goto(host.address + OTHER)
    assert heading(page) == "You are offline"
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_text(
        ["Example Directory", "Search", "My support network", "Porto Freelance Tuesdays", "Friday Freelance Football"]
    )
    page.get_by_role("main").get_by_role("link", name="Porto").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Porto Freelance Tuesdays")


def test_when_the_connection_is_back_so_is_the_page(host: Host, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    visit(page, host.address)
    host.is_up = False
    page.goto(host.address + OTHER)
    host.is_up = True
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kitchen Table Coworking")


def test_a_slow_connection_is_not_waited_for_when_the_page_is_kept(host: Host, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    visit(page, host.address + LISTING)
    host.seconds = SLOW
    page.goto(host.address + LISTING, wait_until="commit", timeout=1000 * SLOW / 2)
    assert heading(page) == "Porto Freelance Tuesdays"


def test_the_network_comes_first_while_there_is_one(host: Host, visitor: BrowserContext, tmp_path: Path) -> None:
    page = visitor.new_page()
    visit(page, host.address + LISTING)
    host.folder = rebuilt(host, tmp_path)
    page.goto(host.address + LISTING)
    assert heading(page) == "Porto Freelance Thursdays"


def rebuilt(host: Host, folder: Path) -> Path:
    """Another build: a listing has another name, and the theme another stylesheet."""
    listing, sheet = "content/meetups/porto-freelance-tuesdays.md", "templates/assets/css/base.css"
    changed = {
        listing: miniature()[listing].replace(b"Porto Freelance Tuesdays", b"Porto Freelance Thursdays"),
        sheet: miniature()[sheet] + b"@layer base { body { letter-spacing: 1px; } }\n",
    }
    return small(f"https://directory.example.org{host.base}", folder / "site", changed)


@pytest.mark.everywhere
def test_the_next_build_takes_over_whole_once_no_page_of_the_last_is_open(
    host: Host, visitor: BrowserContext, tmp_path: Path
) -> None:
    page = visitor.new_page()
    visit(page, host.address + LISTING)
    first = stores(page)
    host.folder = rebuilt(host, tmp_path)
    page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")
    until(page, f"{REGISTERED}.waiting")
    assert len(stores(page)) == 2
    host.is_up = False
    page.goto(host.address + LISTING)  # as long as a page is open, all is as it was
    assert (heading(page), spacing(page)) == ("Porto Freelance Tuesdays", "normal")
    page = after_closing(page, first)
    assert (heading(page), spacing(page)) == ("Porto Freelance Thursdays", "1px")
    assert len(stores(page)) == 1


def after_closing(page: Page, first: list[str]) -> Page:
    """The same address in a new page, once the browser has noticed that no page of the first build is open."""
    address, context = page.url, page.context
    for _ in range(20):
        page.close()
        sleep(0.5)
        page = context.new_page()
        page.goto(address)
        if not set(stores(page)) & set(first):
            break
    return page


def spacing(page: Page) -> str:
    """What the other build's stylesheet changes."""
    return page.evaluate("getComputedStyle(document.body).letterSpacing")


def test_a_page_is_never_shown_with_the_parts_of_another_build(
    host: Host, visitor: BrowserContext, tmp_path: Path
) -> None:
    page = visitor.new_page()
    visit(page, host.address)
    host.folder = rebuilt(host, tmp_path)
    page.goto(host.address + OTHER)  # brings the next worker, which keeps it with all its parts
    until(page, f"{REGISTERED}.waiting")
    page.goto(host.address + LISTING)  # comes to the first worker, which has not all its parts
    assert (heading(page), spacing(page)) == ("Porto Freelance Thursdays", "1px")
    host.is_up = False
    page.goto(host.address + OTHER)
    assert (heading(page), spacing(page)) == ("Kitchen Table Coworking", "1px")
    page.goto(host.address + LISTING)
    assert (heading(page), spacing(page)) == ("You are offline", "normal")


def test_a_worker_that_cannot_begin_leaves_the_site_as_it_is(
    host: Host, visitor: BrowserContext, tmp_path: Path
) -> None:
    page = visitor.new_page()
    visit(page, host.address + LISTING)
    host.folder = rebuilt(host, tmp_path)
    (host.folder / "offline/index.html").unlink()
    page.goto(host.address + OTHER)
    page.evaluate(f"async () => {REGISTERED}.update().catch(() => {{}})")
    until(page, f"!{REGISTERED}.installing")
    assert page.evaluate(f"async () => {REGISTERED}.waiting") is None
    assert heading(page) == "Kitchen Table Coworking"
    host.is_up = False
    page.goto(host.address + LISTING)
    assert heading(page) == "Porto Freelance Tuesdays"


def test_a_part_of_a_file_is_asked_of_the_network(host: Host, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    visit(page, host.address)
    page.reload()
    host.is_up = False
    asked = """headers => fetch(document.querySelector("link[rel=stylesheet]").href, {headers})
      .then(() => "answered", () => "not answered")"""
    assert page.evaluate(asked, {}) == "answered"
    assert page.evaluate(asked, {"range": "bytes=0-9"}) == "not answered"


def test_a_site_without_a_worker_makes_no_mistake(host: Host, visitor: BrowserContext) -> None:
    page, mistakes = visitor.new_page(), list[str]()
    page.on("pageerror", lambda error: mistakes.append(error.message))
    page.route("**/sw.js", lambda route: route.abort())
    page.add_init_script("navigator.serviceWorker.register = () => { throw new Error('forbidden'); }")
    page.goto(host.address, wait_until="networkidle")
    ask(page)
    page.reload(wait_until="networkidle")
    assert mistakes == []


@pytest.mark.everywhere
def test_nothing_is_kept_before_it_is_asked_for_nor_once_it_is_taken_back(host: Host, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(host.address + LISTING, wait_until="networkidle")
    assert (page.evaluate(f"async () => {REGISTERED}"), stores(page)) == (None, [])
    ask(page)
    until(page, f"await caches.match({host.address + LISTING!r})")
    ask(page, "Keep nothing")
    until(page, f"!(await caches.keys()).length && !{REGISTERED}")
    page.goto(host.address + OTHER, wait_until="networkidle")
    assert (page.evaluate("localStorage.length"), stores(page)) == (0, [])


def test_to_forget_everything_is_to_forget_what_was_read(host: Host, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    visit(page, host.address + LISTING)
    page.get_by_role("button", name="Keep Porto Freelance Tuesdays").click()
    visit(page, f"{host.address}plan/")
    page.get_by_role("button", name="Forget everything on this device").click()
    page.get_by_role("dialog").get_by_role("button", name="Forget everything on this device").click()
    until(page, f"!(await caches.keys()).length && !{REGISTERED}")
    assert page.evaluate("localStorage.length") == 0


def test_a_preview_takes_away_what_was_kept(site: str, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(site, wait_until="load")
    ask(page)
    until(page, f"!{REGISTERED}")
    assert stores(page) == []
