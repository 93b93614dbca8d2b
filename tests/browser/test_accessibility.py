"""Every type of page against the rules a program can check (axe-core: WCAG 2.2 A and AA, and its best practices)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers
from tests.browser.conftest import ADDRESSES, PAGES

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("files", ADDRESSES[:1], indirect=True, ids=["root"])]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", [name for name in PAGES if name != "moved"])
def test_a_page_has_no_barrier_that_a_program_finds(
    site: str, window: Callable[..., Page], name: str, viewport: dict[str, int]
) -> None:
    page = window(viewport=viewport)
    page.goto(site + PAGES[name])
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if name == "a search":
        expect(page.locator("[data-results] li").first).to_be_visible()
    assert barriers(page) == []


def test_an_open_filter_has_no_barrier_either(site: str, window: Callable[..., Page]) -> None:
    page = window(viewport=PHONE)
    page.goto(site + PAGES["a search"])
    page.locator(".search-filters summary").first.click()
    expect(page.locator(".search-filters .choice input").first).to_be_visible()
    assert barriers(page) == []


def test_an_open_history_has_room_and_no_barrier(site: str, window: Callable[..., Page]) -> None:
    page = window(viewport={"width": 320, "height": 640})
    page.goto(f"{site}associations/example-guild/")
    page.locator(".history summary").click()
    expect(page.locator(".history li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert barriers(page) == []
