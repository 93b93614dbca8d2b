"""Before a visitor asks for it no page tells another server anything, sets a cookie, or keeps anything at all."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import ADDRESSES, PAGES
from tests.browser.test_offline import Host, host

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("files", ADDRESSES[:1], indirect=True, ids=["root"])]
__all__ = ["host"]  # the miniature as it is published, its worker too
KEPT = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  caches: await caches.keys(),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  files: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
})"""
NOTHING = {"cookies": "", "local": [], "session": [], "caches": [], "databases": [], "workers": [], "files": []}


def used(page: Page) -> None:
    """Everything on a page that asks for nothing to be kept: it is read to its end, typed into, and printed."""
    for box in page.locator("main :is(input[type=search], input[type=text], textarea)").all()[:3]:
        if box.is_visible():
            box.fill("unpaid invoice")
    page.keyboard.press("End")
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    page.wait_for_load_state("networkidle")


def test_no_page_keeps_anything_or_tells_another_server(host: Host, visitor: BrowserContext) -> None:
    page, asked = visitor.new_page(), set[str]()
    visitor.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    for name, path in PAGES.items():
        page.goto(host.address + path)
        used(page)
        assert (name, page.evaluate(KEPT)) == (name, NOTHING)
    assert asked == {urlsplit(host.address).netloc}
    assert visitor.cookies() == []
    print(f"\n{len(PAGES)} pages")


def test_no_answer_is_told_where_it_was_followed_from(host: Host, visitor: BrowserContext) -> None:
    page, told = visitor.new_page(), list[str | None]()
    visitor.route("https://tuesdays.example.org/**", lambda route: route.fulfill(body="Hello"))
    visitor.on("request", lambda request: told.append(request.headers.get("referer")))
    page.goto(f"{host.address}meetups/porto-freelance-tuesdays/")
    page.get_by_role("link", name="Go to the website").click()
    page.wait_for_url("https://tuesdays.example.org/**")
    assert told[-1] is None
