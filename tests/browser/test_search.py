"""Searching, as a visitor does it: with words, filters, the address, the keyboard, and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
Window = Callable[..., Page]


def box(page: Page) -> Locator:
    """Where words are typed."""
    return page.get_by_role("searchbox")


def names(page: Page) -> Locator:
    """The names of what was found."""
    return page.locator("[data-search-results]").get_by_role("heading")


def say(page: Page) -> Locator:
    """What is said of what was found."""
    return page.locator("[data-search-status]")


def choose(page: Page, facet: str, choice: str) -> None:
    """Make one choice of a filter, by its code."""
    filters = page.locator(f"[data-facet={facet}]")
    if filters.get_attribute("open") is None:
        filters.locator("summary").click()
    filters.locator(f"input[value={choice}]").check()


def test_a_word_shows_results_and_says_how_many(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/")
    box(page).fill("kickabout")
    expect(names(page)).to_have_text(["Friday Freelance Football"])
    expect(say(page)).to_have_text("1 result")
    expect(say(page)).to_have_role("status")


def test_nothing_found_is_said_with_what_to_do(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/?q=xylophonist")
    expect(say(page)).to_have_text("Nothing found. Try fewer or other words, or take a filter away.")
    expect(names(page)).to_have_count(0)


def test_the_address_is_read(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/?q=freelance&kind=informal-groups")
    expect(box(page)).to_have_value("freelance")
    expect(names(page).filter(has_text="Football")).to_be_visible()
    expect(page.locator("[data-facet=kind] input[value=informal-groups]")).to_be_checked()


def test_what_is_asked_stands_in_the_address(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/")
    box(page).press_sequentially("designers")
    page.wait_for_url(f"{site}search/?q=designers")
    box(page).clear()
    page.wait_for_url(f"{site}search/")


def test_a_filter_narrows_and_stands_in_the_address(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/?q=freelance")
    expect(names(page).filter(has_text="Friday Freelance Football")).to_be_visible()
    choose(page, "kind", "meetups")
    page.wait_for_url(f"{site}search/?q=freelance&kind=meetups")
    expect(names(page).filter(has_text="Friday Freelance Football")).to_have_count(0)
    expect(names(page).filter(has_text="Porto Freelance Tuesdays")).to_be_visible()


def test_choices_of_one_filter_add_up_and_filters_narrow_each_other(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/?kind=tool-libraries")
    expect(say(page)).to_have_text("2 results")
    choose(page, "kind", "mentorship-programs")
    expect(say(page)).to_have_text("4 results")
    choose(page, "cost", "free")
    expect(say(page)).to_have_text("2 results")


def test_a_search_survives_going_there_and_back(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/")
    box(page).fill("freelance")
    choose(page, "kind", "informal-groups")
    page.wait_for_url(f"{site}search/?q=freelance&kind=informal-groups")
    names(page).get_by_role("link", name="Friday Freelance Football").click()
    page.wait_for_url(f"{site}informal-groups/friday-football/")
    page.go_back()
    expect(box(page)).to_have_value("freelance")
    expect(names(page).filter(has_text="Friday Freelance Football")).to_be_visible()
    expect(page.locator("[data-facet=kind] input[value=informal-groups]")).to_be_checked()


def test_results_can_be_put_in_order_of_their_names(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/?kind=tool-libraries&kind=mentorship-programs&sort=name")
    expect(names(page)).to_have_text(["First Year Buddies", "North Shed", "Side by Side", "South Shed"])
    page.get_by_label("Sort by").select_option("checked")
    page.wait_for_url(re.compile("sort=checked"))
    expect(names(page).last).to_have_text("First Year Buddies")


def test_accents_and_other_scripts_are_found(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/?q=cafe")
    expect(names(page).filter(has_text="Repair Café Helpers")).to_be_visible()
    box(page).fill("المستقلين")
    expect(names(page)).to_have_text(["شبكة المستقلين"])


def test_what_left_the_lists_is_not_found(site: str, window: Window) -> None:
    page = window()
    for words in ("mill", "bookkeepers"):
        page.goto(f"{site}search/?q={words}")
        expect(names(page).filter(has_text=re.compile("Old Mill|Forgotten"))).to_have_count(0)
        expect(say(page)).not_to_have_text("Looking ...")


def until(page: Page, selector: str) -> None:
    """Tab until something has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never comes to {selector}")


def test_the_keyboard_alone_leads_to_a_listing(site: str, window: Window) -> None:
    page = window()
    page.goto(f"{site}search/")
    until(page, "input[type=search]")
    page.keyboard.type("kickabout")
    page.keyboard.press("Enter")
    expect(say(page)).to_have_text("1 result")
    until(page, "[data-search-results] a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}informal-groups/friday-football/")


def test_the_box_of_the_first_page_leads_to_the_search(site: str, window: Window) -> None:
    page = window()
    page.goto(site)
    box(page).fill("illustrators")
    box(page).press("Enter")
    page.wait_for_url(f"{site}search/?q=illustrators")
    expect(names(page).first).to_have_text("Example Guild of Illustrators")


def test_without_javascript_the_search_says_where_to_look_instead(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{site}search/")
    expect(page.locator("noscript p")).to_be_visible()
    assert page.locator("noscript p").inner_text() == (
        "Searching needs JavaScript. These lists hold everything and work without it."
    )
    page.get_by_role("main").get_by_role("link", name="Portugal").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Portugal")
    page.get_by_role("link", name="Kitchen Table Coworking").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kitchen Table Coworking")


def test_when_the_index_cannot_be_loaded_the_lists_are_named(site: str, window: Window) -> None:
    page = window()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{site}search/?q=football")
    expect(say(page)).to_have_text("The search could not be loaded. The lists below hold everything as well.")
    expect(page.get_by_role("main").get_by_role("link", name="Portugal")).to_be_visible()
