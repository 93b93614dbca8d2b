"""Searching, as a visitor does it: with words, filters, orders, the address, the keyboard, and without JavaScript."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.waiting import until

pytestmark = pytest.mark.browser
Window = Callable[..., Page]
LEEDS = {"latitude": 53.8, "longitude": -1.55}


def box(page: Page) -> Locator:
    """Where words are typed."""
    return page.get_by_role("searchbox")


def names(page: Page) -> Locator:
    """The names of what was found."""
    return page.locator("[data-results]").get_by_role("heading")


def say(page: Page) -> Locator:
    """What is said of what was found."""
    return page.locator("[data-status]")


def choose(page: Page, facet: str, choice: str) -> None:
    """Make one choice of a filter, by its code."""
    more = page.locator(".more-filters", has=page.locator(f"[data-facet={facet}]"))
    filters = page.locator(f"[data-facet={facet}]")
    for drawer in (more, filters):
        if drawer.count() and drawer.get_attribute("open") is None:
            drawer.locator("summary").first.click()
    filters.locator(f"input[value='{choice}']").check()


def opened(window: Window, address: str, **options: object) -> Page:
    """A page of its own, at an address, once its first answer is there."""
    page = window(**options)
    page.goto(address)
    expect(say(page)).not_to_be_empty()
    return page


def test_everything_stands_there_before_anything_is_asked(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/")
    expect(say(page)).to_have_text("15 listings")
    expect(say(page)).to_have_role("status")
    expect(names(page)).to_have_count(12)


@pytest.mark.everywhere
def test_a_word_shows_results_and_says_how_many(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/")
    box(page).fill("kickabout")
    expect(names(page)).to_have_text(["Friday Freelance Football"])
    expect(say(page)).to_have_text("1 listing")
    expect(page.locator("[data-results] mark").first).to_have_text(re.compile("kickabout", re.IGNORECASE))


@pytest.mark.parametrize(("typed", "name"), [
    ("footbal", "Friday Freelance Football"), ("fotball", "Friday Freelance Football"),
    ("mentroship", "Side by Side"), ("ilustrators", "Example Guild of Illustrators"),
])  # fmt: skip
def test_a_mistyped_word_still_finds(site: str, window: Window, typed: str, name: str) -> None:
    page = opened(window, f"{site}search/?q={typed}")
    expect(names(page).filter(has_text=name)).to_be_visible()


def test_it_is_said_what_a_mistyped_word_was_taken_for(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?q=ilustrators")
    expect(page.locator("[data-meant]")).to_have_text(
        "“ilustrators” is written nowhere here: this is what “illustrators” finds."
    )


def test_words_find_what_choices_mean(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?q=mentor+leeds")
    expect(names(page).first).to_have_text("Side by Side")


def test_a_question_in_plain_words_is_answered(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?q=Where+can+I+borrow+a+drill+in+Leeds%3F")
    expect(names(page).first).to_have_text(re.compile("Shed"))


def test_words_that_are_nowhere_find_nothing_and_say_so(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?q=zzyzxqqh")
    expect(say(page)).to_have_text("Nothing found.")
    expect(page.locator("[data-meant]")).to_contain_text("“zzyzxqqh” is written nowhere here")
    expect(names(page)).to_have_count(0)


def test_nothing_found_says_which_filter_to_loosen_and_does_it(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?q=football&kind=meetups&country=GB")
    expect(say(page)).to_have_text("Nothing found.")
    page.get_by_role("button", name=re.compile("without Meetups: 2 listings")).click()
    expect(names(page).first).to_have_text("Friday Freelance Football")
    page.wait_for_url(f"{site}search/?q=football&country=GB")


def test_the_address_is_read(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?q=freelance&kind=informal-groups&city=gb%2Fleeds&country=GB")
    expect(box(page)).to_have_value("freelance")
    expect(names(page).filter(has_text="Football")).to_be_visible()
    for chosen in ("informal-groups", "GB", "gb/leeds"):
        expect(page.locator(f".choice input[value='{chosen}']")).to_be_checked()


def test_what_an_old_address_asks_in_vain_is_said_and_left_out(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?kind=meetups&kind=guilds&colour=blue&sort=shoe-size&page=-1")
    expect(page.locator("[data-left-out]")).to_have_text(
        "This link asks for something that is no longer here, which was left out: "
        "kind=guilds, colour=blue, sort=shoe-size."
    )
    expect(names(page)).to_have_count(3)


@pytest.mark.parametrize("address", ["?q=%E0%A4%A", "?%", "?q=" + "x" * 3000, "?page=1e9", "?q=<img src=x>", "#%%%"])
def test_no_address_breaks_the_page(site: str, window: Window, address: str) -> None:
    page, errors = window(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}search/{address}")
    expect(say(page)).not_to_be_empty()
    assert errors == []


@pytest.mark.everywhere
def test_what_is_asked_stands_in_the_address(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/")
    box(page).press_sequentially("designers")
    page.wait_for_url(f"{site}search/?q=designers")
    box(page).clear()
    page.wait_for_url(f"{site}search/")


@pytest.mark.parametrize(("facet", "choice", "found"), [
    ("kind", "meetups", 3), ("support", "referrals", 6), ("work", "design", 2), ("country", "PT", 5),
    ("format", "online", 3), ("cost", "paid", 1), ("languages", "pt", 3), ("accessibility", "step-free", 1),
])  # fmt: skip
def test_each_filter_narrows_to_the_number_it_shows(
    site: str, window: Window, facet: str, choice: str, found: int
) -> None:
    page = opened(window, f"{site}search/")
    choose(page, facet, choice)
    shown = page.locator(f"[data-facet={facet}] .choice", has=page.locator(f"input[value='{choice}']"))
    number = int(shown.locator("[data-count]").inner_text())
    expect(say(page)).to_have_text(f"{number} listing{'' if number == 1 else 's'}")
    page.wait_for_url(f"{site}search/?{facet}={choice}")
    assert number == found


@pytest.mark.everywhere
def test_words_and_filters_go_together(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?q=freelance")
    expect(names(page).filter(has_text="Friday Freelance Football")).to_be_visible()
    choose(page, "kind", "meetups")
    page.wait_for_url(f"{site}search/?q=freelance&kind=meetups")
    expect(names(page).filter(has_text="Friday Freelance Football")).to_have_count(0)
    expect(names(page).filter(has_text="Porto Freelance Tuesdays")).to_be_visible()


def test_choices_of_one_filter_add_up_and_filters_narrow_each_other(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?kind=tool-libraries")
    expect(say(page)).to_have_text("2 listings")
    choose(page, "kind", "mentorship-programs")
    expect(say(page)).to_have_text("4 listings")
    choose(page, "cost", "free")
    expect(say(page)).to_have_text("2 listings")


def test_cities_are_offered_once_their_country_is_chosen(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/")
    expect(page.locator("[data-facet=city]")).to_be_hidden()
    choose(page, "country", "GB")
    page.locator("[data-facet=city] summary").click()
    expect(page.locator("[data-facet=city] .label")).to_have_text(["Hebden Bridge", "Leeds"])
    choose(page, "city", "gb/leeds")
    page.wait_for_url(f"{site}search/?country=GB&city=gb%2Fleeds")


def test_filters_of_one_kind_are_offered_once_it_is_chosen(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/")
    expect(page.locator("[data-facet=topics]")).to_be_hidden()
    choose(page, "kind", "mentorship-programs")
    choose(page, "topics", "pricing")
    expect(say(page)).to_have_text("1 listing")


def test_a_filter_is_taken_off_with_a_tap(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?kind=meetups&country=PT")
    expect(say(page)).to_have_text("1 listing")
    page.get_by_role("button", name="Take away the filter Meetups").click()
    page.wait_for_url(f"{site}search/?country=PT")


def test_listings_nobody_has_confirmed_can_be_hidden(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/")
    page.get_by_label("Hide listings nobody has confirmed").check()
    page.wait_for_url(f"{site}search/?confirmed=1")
    expect(page.locator("[data-results] [data-state=unconfirmed]")).to_have_count(0)


@pytest.mark.everywhere
def test_back_and_forward_restore_what_was_asked_and_where_one_was(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/", viewport={"width": 390, "height": 500})
    choose(page, "kind", "informal-groups")
    expect(names(page)).to_have_count(2)
    page.evaluate("scrollTo({top: 640, behavior: 'instant'})")
    names(page).get_by_role("link", name="Friday Freelance Football").click()
    page.wait_for_url(f"{site}informal-groups/friday-football/")
    page.go_back()
    expect(names(page)).to_have_count(2)
    until(page, "scrollY > 500")
    page.go_back()
    expect(say(page)).to_have_text("15 listings")
    page.go_forward()
    expect(page.locator("input[value=informal-groups]")).to_be_checked()


def test_more_results_stand_in_the_address_too(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/")
    page.get_by_role("button", name="Show more").click()
    expect(names(page)).to_have_count(15)
    page.wait_for_url(f"{site}search/?page=2")
    page.reload()
    expect(names(page)).to_have_count(15)
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_results_can_be_put_in_order(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?kind=tool-libraries&kind=mentorship-programs&sort=name")
    expect(names(page)).to_have_text(["First Year Buddies", "North Shed", "Side by Side", "South Shed"])
    page.get_by_role("radio", name="Recently checked").check()
    page.wait_for_url(re.compile("sort=checked"))
    expect(names(page).last).to_have_text("First Year Buddies")


def test_accents_and_other_scripts_are_found(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/?q=cafe")
    expect(names(page).filter(has_text="Repair Café Helpers")).to_be_visible()
    box(page).fill("المستقلين")
    expect(names(page)).to_have_text(["شبكة المستقلين"])


def test_what_left_the_lists_is_not_found(site: str, window: Window) -> None:
    for words in ("mill", "bookkeepers"):
        page = opened(window, f"{site}search/?q={words}")
        expect(names(page).filter(has_text=re.compile("Old Mill|Forgotten"))).to_have_count(0)


def tabbed(page: Page, selector: str) -> None:
    """Tab until something has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never comes to {selector}")


@pytest.mark.everywhere
def test_the_keyboard_alone_leads_to_a_listing(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/")
    tabbed(page, "input[type=search]")
    page.keyboard.type("kickabout")
    page.keyboard.press("Enter")
    expect(say(page)).to_have_text("1 listing")
    tabbed(page, "[data-results] a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}informal-groups/friday-football/")


def test_browsing_by_filters_does_not_fetch_the_search_index(site: str, window: Window) -> None:
    page, asked = window(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}search/?kind=meetups&cost=free")
    expect(say(page)).not_to_be_empty()
    assert [url for url in asked if "pagefind" in url] == []


def test_the_box_of_the_first_page_leads_to_the_search(site: str, window: Window) -> None:
    page = window()
    page.goto(site)
    box(page).fill("illustrators")
    box(page).press("Enter")
    page.wait_for_url(f"{site}search/?q=illustrators")
    expect(names(page).first).to_have_text("Example Guild of Illustrators")


@pytest.mark.everywhere
def test_without_javascript_the_search_says_where_to_look_instead(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{site}search/")
    assert page.locator("noscript p").inner_text() == (
        "Searching needs JavaScript. These lists hold everything and work without it."
    )
    expect(page.locator(".search-filters")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="Portugal").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Portugal")
    page.get_by_role("link", name="Kitchen Table Coworking").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kitchen Table Coworking")


@pytest.mark.parametrize("lost", ["**/pagefind/**", "**/data/find/**"])
def test_when_the_search_cannot_be_loaded_the_lists_are_named(site: str, window: Window, lost: str) -> None:
    page = window()
    page.route(lost, lambda route: route.abort())
    page.goto(f"{site}search/?q=football")
    expect(say(page)).to_have_text("The search could not be loaded. The lists below hold everything as well.")
    expect(page.get_by_role("main").get_by_role("link", name="Portugal")).to_be_visible()


@pytest.mark.parametrize(("asked", "most"), [("", 0.001), ("?q=freelance", 0.001), ("?kind=meetups", 0.03)])
def test_the_page_does_not_move_while_answers_arrive(site: str, window: Window, asked: str, most: float) -> None:
    page = window(viewport={"width": 390, "height": 844})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const each of list.getEntries())"
        " if (!each.hadRecentInput) window.shift += each.value; }).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(f"{site}search/{asked}")
    expect(names(page).first).to_be_visible()
    assert page.evaluate("window.shift") <= most  # the filters that only meetups have come when meetups are asked for


def test_near_me_sorts_by_distance_worked_out_on_the_device(site: str, window: Window) -> None:
    page = window(geolocation=LEEDS, permissions=["geolocation"])
    asked: list[str] = []
    page.goto(f"{site}search/")
    expect(say(page)).to_have_text("15 listings")
    page.on("request", lambda request: asked.append(request.url + json.dumps(request.post_data or "")))
    page.get_by_role("radio", name="Near me").check()
    expect(page.locator("[data-slot=note]").first).to_have_text(re.compile(r"\d+ km from you"))
    assert [each for each in asked if "53.8" in each] == []


def test_when_the_device_does_not_tell_its_place_the_order_stays(site: str, window: Window) -> None:
    page = opened(window, f"{site}search/")
    page.get_by_role("radio", name="Near me").click()
    expect(say(page)).to_contain_text("Your device does not say where you are")
    expect(page.locator("input[value=best]")).to_be_checked()
