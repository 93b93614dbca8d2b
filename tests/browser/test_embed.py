"""A list in the frame of another page, as somebody copied it, and the badge of a listing."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ADDRESSES

pytestmark = pytest.mark.browser
Window = Callable[..., Page]


def copied(page: Page, address: str, site: str, built_for: str) -> str:
    """What a page offers to be copied, with the address where the site is served in these tests."""
    page.goto(site + address)
    page.locator(".snippet summary").click()
    return page.locator(".snippet code").inner_text().replace(built_for, site)


def test_a_list_shows_in_a_frame_without_a_script_and_leads_out_of_it(
    site: str, files: tuple[object, str], window: Window
) -> None:
    page = window(java_script_enabled=False)
    code = copied(page, "in/gb/leeds/", site, files[1])
    # A page of the same host, so that this browser lets a link lead out of the frame as a click of a visitor does.
    page.route(
        re.compile("/theirs$"), lambda route: route.fulfill(body=f"<p>Theirs</p>{code}", content_type="text/html")
    )
    page.goto(f"{site}theirs")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Leeds")
    frame.get_by_role("link", name="North Shed").click()
    page.wait_for_url(f"{site}tool-libraries/north-shed/")


@pytest.mark.parametrize("files", ADDRESSES[:1], indirect=True, ids=["root"])
@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(244, 243, 237)"), ("dark", "rgb(25, 24, 21)")])
def test_it_takes_the_colours_that_a_visitor_prefers(site: str, window: Window, scheme: str, paper: str) -> None:
    page = window(color_scheme=scheme)
    page.goto(f"{site}embed/meetups/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


@pytest.mark.parametrize("files", ADDRESSES[:1], indirect=True, ids=["root"])
def test_a_badge_keeps_its_words_within_its_edges_whatever_the_font(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}meetups/porto-freelance-tuesdays/badge.svg")
    for font in ("serif", "monospace", "sans-serif"):
        ends = page.evaluate(
            """font => [...document.querySelectorAll("text")].map(text => {
                text.style.fontFamily = font;
                const box = text.getBBox();
                return box.x + box.width;
            })""",
            font,
        )
        second = page.evaluate("document.querySelector('.state').getBBox().x")
        whole = page.evaluate("document.documentElement.width.baseVal.value")
        assert ends[0] < second
        assert ends[1] < whole
