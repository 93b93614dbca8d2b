"""The panel in the foot: colours, contrast and motion as a visitor wants them, on every page, before it is painted."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers
from tests.browser.waiting import until

pytestmark = pytest.mark.browser
Window = Callable[..., Page]
LIGHT, DARK = "rgb(244, 243, 237)", "rgb(25, 24, 21)"
BLOCKED = (
    """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })"""
)

FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }"""


def choose(page: Page, group: str, choice: str) -> None:
    """Open the panel and make one choice."""
    if not page.locator("[data-display]").is_visible():
        page.get_by_role("button", name="Display").click()
    page.get_by_role("group", name=group).get_by_label(choice).check()


def paper(page: Page) -> str:
    """The colour of the page."""
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def bar(page: Page) -> str:
    """The colour that a browser gives its own bar: of the first that fits."""
    return page.evaluate(
        "[...document.querySelectorAll('meta[name=theme-color]')].find(({media}) => matchMedia(media).matches).content"
    )


@pytest.mark.parametrize(("device", "choice", "colour", "in_bar"), [
    ("light", "Dark", DARK, "#191815"),
    ("dark", "Light", LIGHT, "#f4f3ed"),
])  # fmt: skip
def test_a_choice_is_seen_at_once_and_on_every_page(
    site: str, window: Window, device: str, choice: str, colour: str, in_bar: str
) -> None:
    page = window(color_scheme=device)
    page.goto(site)
    choose(page, "Colours", choice)
    assert (paper(page), bar(page)) == (colour, in_bar)
    page.goto(f"{site}meetups/")
    assert (paper(page), bar(page)) == (colour, in_bar)
    page.get_by_role("button", name="Display").click()
    expect(page.get_by_role("group", name="Colours").get_by_label(choice)).to_be_checked()


def test_as_my_device_keeps_nothing(site: str, window: Window) -> None:
    page = window(color_scheme="dark")
    page.goto(site)
    choose(page, "Colours", "Light")
    choose(page, "Contrast", "More")
    assert page.evaluate("Object.values(localStorage)") == ['{"colours":"light","contrast":"more"}']
    choose(page, "Colours", "As my device")
    choose(page, "Contrast", "As my device")
    assert page.evaluate("localStorage.length") == 0
    assert (paper(page), bar(page)) == (DARK, "#191815")


def test_what_was_chosen_stands_before_the_first_paint(site: str, window: Window) -> None:
    page = window(color_scheme="light")
    page.goto(site)
    choose(page, "Colours", "Dark")
    page.add_init_script("""
      new PerformanceObserver((list) => (window.painted ??= list.getEntries()[0].startTime)).observe({type: "paint"});
      new MutationObserver(() => (window.chosen ??= document.documentElement?.dataset.colours && performance.now()))
        .observe(document, {subtree: true, attributes: true, childList: true});
    """)
    page.reload()
    until(page, "window.painted")
    assert page.evaluate("window.chosen && window.chosen < window.painted")
    assert paper(page) == DARK


def test_another_tab_follows(site: str, window: Window) -> None:
    page = window(color_scheme="light")
    page.goto(site)
    other = page.context.new_page()
    other.goto(f"{site}meetups/")
    choose(page, "Colours", "Dark")
    expect(other.locator("html")).to_have_attribute("data-colours", "dark")
    assert paper(other) == DARK
    choose(page, "Colours", "As my device")
    expect(other.locator("html")).not_to_have_attribute("data-colours", "dark")


@pytest.mark.parametrize("trouble", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_stored_the_choice_holds_for_the_page(site: str, window: Window, trouble: str) -> None:
    page, mistakes = window(color_scheme="light"), list[str]()
    page.on("pageerror", lambda error: mistakes.append(error.message))
    page.add_init_script(trouble)
    page.goto(site)
    choose(page, "Colours", "Dark")
    assert paper(page) == DARK
    page.reload()
    assert (paper(page), mistakes) == (LIGHT, [])


@pytest.mark.parametrize("kept", ["{", "null", "7", '"dark"', "[]", '{"colours": "pink", "motion": {}}'])
def test_what_somebody_else_stored_there_is_passed_over(site: str, window: Window, kept: str) -> None:
    page, mistakes = window(color_scheme="light"), list[str]()
    page.on("pageerror", lambda error: mistakes.append(error.message))
    page.goto(site)
    page.evaluate(
        "kept => localStorage.setItem(`signpost:${document.documentElement.dataset.base}:display`, kept)", kept
    )
    page.reload()
    assert (paper(page), mistakes) == (LIGHT, [])


def test_more_contrast_is_what_a_device_that_asks_for_it_gets(site: str, window: Window) -> None:
    shades = """[...document.querySelectorAll(".kind-tab, .facts-line, .lede")].map((each) =>
      [getComputedStyle(each).color, getComputedStyle(each).backgroundColor])"""
    asking = window(contrast="more")
    asking.goto(f"{site}meetups/")
    page = window()
    page.goto(f"{site}meetups/")
    before = page.evaluate(shades)
    choose(page, "Contrast", "More")
    assert page.evaluate(shades) == asking.evaluate(shades) != before


def test_less_motion_stops_what_moves(site: str, window: Window) -> None:
    page = window(reduced_motion="no-preference")
    page.goto(site)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"
    choose(page, "Motion", "Less")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_device_with_colours_of_its_own_keeps_them(site: str, window: Window) -> None:
    page = window(forced_colors="active", color_scheme="light")
    page.goto(site)
    before = paper(page)
    choose(page, "Colours", "Dark")
    assert paper(page) == before


def test_the_panel_is_worked_with_keys(site: str, window: Window) -> None:
    page = window(color_scheme="light")
    page.goto(f"{site}about/")
    page.get_by_role("button", name="Display").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert paper(page) == DARK
    page.keyboard.press("Enter")
    assert page.url == f"{site}about/"
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Display")).to_be_focused()


@pytest.mark.parametrize("choice", ["Light", "Dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_open_panel_fits_and_has_no_barrier(site: str, window: Window, width: int, choice: str) -> None:
    page = window(viewport={"width": width, "height": 800}, color_scheme="light")
    page.goto(f"{site}meetups/")
    choose(page, "Colours", choice)
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_there_is_no_panel(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    page.goto(site)
    expect(page.locator(".display-button")).to_be_hidden()
    expect(page.locator(".display")).to_be_hidden()
