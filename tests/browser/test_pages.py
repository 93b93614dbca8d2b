"""Every type of page: nothing from elsewhere, no mistakes, room on a small telephone."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.browser.conftest import ADDRESSES, PAGES

pytestmark = pytest.mark.browser
Window = Callable[..., Page]


def is_mistake(message: ConsoleMessage) -> bool:
    """Whether the browser complains; that these windows have no worker is our own doing (conftest.window)."""
    return message.type in ("error", "warning") and "Service Worker registration blocked" not in message.text


@pytest.mark.everywhere
@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_from_elsewhere_and_makes_no_mistake(site: str, window: Window, name: str) -> None:
    page, asked, mistakes = window(), set[str](), list[str]()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.on(
        "requestfailed", lambda request: None if request.failure == "net::ERR_ABORTED" else mistakes.append(request.url)
    )
    page.on("response", lambda response: mistakes.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: mistakes.append(message.text) if is_mistake(message) else None)
    page.on("pageerror", lambda error: mistakes.append(error.message))
    page.goto(site + PAGES[name])
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if name == "a search":
        expect(page.locator("[data-results] li").first).to_be_visible()
    assert (asked, mistakes) == ({urlsplit(site).netloc}, [])


@pytest.mark.parametrize("files", ADDRESSES[:1], indirect=True, ids=["root"])  # the base path has no width
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_on_a_small_telephone(site: str, window: Window, name: str) -> None:
    page = window(viewport={"width": 320, "height": 640})
    page.goto(site + PAGES[name])
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if name == "a search":
        expect(page.locator("[data-results] li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_old_address_leads_to_the_new_one(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}meetups/porto-tuesdays/")
    page.wait_for_url(f"{site}meetups/porto-freelance-tuesdays/")


def test_an_address_that_is_not_there_leads_back(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}nothing/at/all/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This path leads nowhere")
    page.get_by_role("link", name="Back to the start").click()
    page.wait_for_url(site)


def test_the_menu_opens_and_leads_to_a_kind(site: str, window: Window) -> None:
    page = window(viewport={"width": 390, "height": 844})
    page.goto(site)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Kinds of support").get_by_role("link", name="Meetups").click()
    page.wait_for_url(f"{site}meetups/")


def test_the_first_thing_on_a_page_leads_to_its_content(site: str, window: Window) -> None:
    page = window()
    page.goto(site)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_a_listing_leads_to_the_ways_in(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}meetups/porto-freelance-tuesdays/")
    expect(page.get_by_role("link", name="Go to the website")).to_have_attribute(
        "href", "https://tuesdays.example.org/"
    )
