"""Well-known payloads in every field, on every page, feed and form: nothing runs, nothing leaves, nothing is sent."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from signpost.edges import sites
from signpost.model.listings import Catalog
from signpost.pipeline import published_at, searched
from tests.browser.conftest import ADDRESSES, PATIENCE
from tests.browser.waiting import until
from tests.conftest import HERE
from tests.directories import index, site_of
from tests.hostility import STEP, forced, let_through, payloads, tree

pytestmark = pytest.mark.browser
HOSTILE = HERE / "hostile"
LISTEN = (HOSTILE / "listen.js").read_text(encoding="utf-8")
AUDIT = (HOSTILE / "audit.js").read_text(encoding="utf-8")
PARSE = (HOSTILE / "parse.js").read_text(encoding="utf-8")
ASK = (HOSTILE / "ask.js").read_text(encoding="utf-8")
SHARE = (HOSTILE / "share.js").read_text(encoding="utf-8")
FILL = (HOSTILE / "fill.js").read_text(encoding="utf-8")


@dataclass  # without slots, for Playwright puts more into what listens
class Attack:
    """A window on a hostile site, and all that must not happen in it."""

    page: Page
    site: str
    hurt: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("dialog", self.answer)
        self.page.context.on("page", lambda page: self.hurt.append(f"a window: {page.url}"))
        self.page.context.on("request", self.note)
        self.page.add_init_script(LISTEN)

    def answer(self, dialog: Dialog) -> None:
        """A script has run."""
        self.hurt.append(f"a script ran on {self.page.url}: {dialog.message}")
        dialog.dismiss()

    def note(self, request: Request) -> None:
        """Something is asked of a server."""
        if urlsplit(request.url).netloc != urlsplit(self.site).netloc and not request.url.startswith("data:"):
            self.hurt.append(f"{self.page.url} asked {request.url}")

    def opened(self, path: str) -> list[str]:
        """What the page at a path holds that could run or fetch, and what its policy had to stop."""
        self.page.goto(self.site + path)
        return self.found()

    def read(self, path: str) -> list[str]:
        """What the page at a path holds that could run or fetch, as the browser reads it without opening it."""
        return list(self.page.evaluate(f"async (address) => ({AUDIT})(await ({PARSE})(address))", self.site + path))

    def found(self) -> list[str]:
        """The same of the page that is open."""
        return [*self.page.evaluate(AUDIT), *self.page.evaluate("violations")]


Hostile = tuple[Path, str]


class Handler(SimpleHTTPRequestHandler):
    """The files as they are, with nothing added; the browser keeps what hundreds of pages share."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """What is fetched once is enough."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name http.server calls it by
        """Say nothing."""


def built(catalog: Catalog, folder: Path) -> Path:
    """The whole site of a catalog, with its search index."""
    there = published_at(catalog, ADDRESSES[0])
    sites.write(site_of(there, tree()), folder)
    index(folder, searched(there))
    return folder


def served(catalog: Catalog, folder: Path) -> Iterator[Hostile]:
    """The site of a catalog on a server: its folder and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(built(catalog, folder))))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield folder, f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """A site of all that `check` lets through."""
    yield from served(let_through(), tmp_path_factory.mktemp("hostile") / "site")


@pytest.fixture(scope="module")
def unchecked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """A site of everything, as if `check` had been left out."""
    yield from served(forced(), tmp_path_factory.mktemp("forced") / "site")


@pytest.fixture
def attack(browser: Browser) -> Iterator[Callable[[Hostile], Attack]]:
    """A window on a hostile site."""
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(4 * PATIENCE)
    yield lambda hostile: Attack(context.new_page(), hostile[1])
    context.close()


Attacking = Callable[[Hostile], Attack]


def paths(folder: Path, *endings: str) -> list[str]:
    """The addresses of a site's files with some endings, pages by their folder."""
    found = sorted(each for each in folder.rglob("*") if each.is_file() and each.suffix in endings)
    texts = (each.relative_to(folder).as_posix() for each in found)
    return [quote(text.removesuffix("index.html")) for text in texts if not text.startswith("pagefind/")]


def test_no_page_runs_or_fetches_what_a_stranger_wrote(checked: Hostile, attack: Attacking) -> None:
    """Pages of single listings are only read here: they are opened below, with what the checker refuses in them too."""
    window, pages = attack(checked), paths(checked[0], ".html")
    single = [path for path in pages if path.startswith("traps/t")]
    told = {path: found for path in pages if path not in single and (found := window.opened(path))}
    told |= {path: found for path in single if (found := window.read(path))}
    print(f"\n{len(payloads())} payloads, {len(pages) - len(single)} pages opened, {len(single)} read")
    assert (told, window.hurt) == ({}, [])
    assert len(single) == len(payloads())


def test_no_other_file_runs_when_it_is_opened(checked: Hostile, attack: Attacking) -> None:
    window, files = attack(checked), paths(checked[0], ".svg", ".atom", ".xml", ".txt", ".webmanifest")
    several = {path.rpartition("/")[0].rpartition("/")[0]: path for path in paths(checked[0], ".json", ".geojson")}
    for path in (*files, *several.values()):
        window.page.goto(window.site + path)
    print(f"\n{len(files)} feeds, drawings and lists; {len(several)} kinds of JSON")
    assert window.hurt == []
    assert len(files) > len(payloads())


def test_without_the_checker_nothing_runs_either(unchecked: Hostile, attack: Attacking) -> None:
    window = attack(unchecked)
    pages = [each for each in paths(unchecked[0], ".html") if each.startswith(("traps/", "embed/traps/", "search/"))]
    told = {found for path in pages for found in window.opened(path)}
    assert (told, window.hurt) == ({"a href that runs"}, [])
    assert len(pages) > len(payloads())


def test_an_address_that_runs_is_stopped_by_the_policy_of_the_page(unchecked: Hostile, attack: Attacking) -> None:
    window = attack(unchecked)
    window.opened("traps/t000/")
    for link in window.page.locator("a[href^='javascript:']").all():
        link.evaluate("link => link.click()")
    until(window.page, "violations.length")
    assert {each.split()[0] for each in window.page.evaluate("violations")} == {"script-src-elem"}
    assert window.hurt == []


def test_what_is_typed_or_sent_in_an_address_runs_nowhere(checked: Hostile, attack: Attacking) -> None:
    window, heard = attack(checked), list[str]()
    window.opened("search/")
    window.page.evaluate(ASK, payloads())
    heard += window.found()
    window.opened("plan/")
    window.page.evaluate(SHARE, [quote(each) for each in payloads()])
    heard += window.found()
    for said in some():
        for path in ("search/?q={0}&support={0}&sort={0}", "plan/?support={0}&country={0}#kept=1;{0}"):
            heard += window.opened(path.format(said))
        heard += window.opened(f"calendar/?country={said}&q={said}&support={said}")
    assert (heard, window.hurt) == ([], [])


def test_the_form_shows_what_a_stranger_wrote_and_runs_nothing(checked: Hostile, attack: Attacking) -> None:
    window, heard = attack(checked), list[str]()
    window.opened("add/traps/")
    window.page.locator("[data-form][data-ready]").wait_for()
    assert window.page.evaluate(FILL, payloads()) > 20
    heard += window.found()
    for number, said in zip(range(0, len(payloads()), STEP), some(), strict=True):
        heard += window.opened(f"add/traps/?edit=t{number:03}&name={said}")
        window.page.locator("[data-form][data-ready]").wait_for(state="attached")
        heard += [*window.found(), *window.opened(f"add/traps/?edit={said}")]
    assert (heard, window.hurt) == ([], [])


def some() -> list[str]:
    """Some payloads of each sort, as parts of an address."""
    return [quote(each, safe="") for each in payloads()[::STEP]]
