"""Pages on paper: A4, black on white whatever the screen shows, without controls."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Window = Callable[..., Page]
SHEET = {"width": 680, "height": 1016}  # what A4 leaves between the margins, in CSS pixels


def printed(window: Window, address: str) -> Page:
    """A page as it is printed by somebody who has chosen dark colours."""
    page = window(viewport=SHEET, color_scheme="dark")
    page.goto(address)
    page.evaluate("document.documentElement.dataset.colours = 'dark'")
    page.emulate_media(media="print")
    return page


def sheets(page: Page) -> int:
    """How many sheets of A4 a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True, format="A4")))


@pytest.mark.parametrize("address", ["", "meetups/", "meetups/porto-freelance-tuesdays/", "guides/borrow-and-lend/"])
def test_paper_is_white_and_has_no_controls(site: str, window: Window, address: str) -> None:
    page = printed(window, site + address)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for control in ("button", "searchbox", "navigation"):
        expect(page.get_by_role(control)).to_have_count(0)


def test_a_sheet_says_where_it_is_from_and_under_which_licence(site: str, window: Window) -> None:
    page = printed(window, f"{site}meetups/porto-freelance-tuesdays/")
    expect(page.locator(".brand")).to_be_visible()
    expect(page.locator(".printed")).to_have_text(re.compile(r"example\.org/.*meetups/porto-freelance-tuesdays/$"))
    expect(page.get_by_role("link", name="CC BY 4.0")).to_be_visible()


@pytest.mark.parametrize("address", ["meetups/porto-freelance-tuesdays/", "coworking-spaces/kitchen-table/"])
def test_a_listing_takes_one_sheet(site: str, window: Window, address: str) -> None:
    assert sheets(printed(window, site + address)) == 1


def test_the_ways_in_are_written_out(site: str, window: Window) -> None:
    page = printed(window, f"{site}meetups/porto-freelance-tuesdays/")
    shown = page.get_by_role("link", name="Go to the website").evaluate("it => getComputedStyle(it, '::after').content")
    assert shown == '"https://tuesdays.example.org/"'


def test_no_entry_of_a_list_is_cut_by_the_end_of_a_sheet(site: str, window: Window) -> None:
    page = printed(window, f"{site}meetups/")
    inside = page.locator(".cards > li").evaluate_all("all => all.map((it) => getComputedStyle(it).breakInside)")
    assert set(inside) == {"avoid"}


def test_on_the_screen_there_is_no_address_in_the_head(site: str, window: Window) -> None:
    page = window()
    page.goto(site)
    expect(page.locator(".printed")).to_be_hidden()
