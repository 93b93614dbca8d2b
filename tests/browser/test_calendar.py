"""The calendar, as a visitor uses it: narrowed, by their own clock, into their own calendar, and without JavaScript."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Event
from playwright.sync_api import Locator, Page, expect

from signpost.edges import sites
from signpost.edges.preview import previewing
from signpost.pipeline import published_at, take_in
from tests.conftest import TODAY
from tests.directories import listing, site_of, tree_of

pytestmark = pytest.mark.browser
Window = Callable[..., Page]
ON_THE_DAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


def opened(window: Window, address: str, at: datetime = ON_THE_DAY, **options: Any) -> Page:
    """The calendar at an address, on a day."""
    page = window(**{"timezone_id": "Europe/Lisbon", **options})
    page.clock.set_fixed_time(at)
    page.goto(address)
    return page


def meetings(page: Page) -> Locator:
    """What is shown of the agenda."""
    return page.locator("[data-over]:visible")


def count(page: Page) -> Locator:
    """What is said of how many there are."""
    return page.locator("[data-calendar]").get_by_role("status")


def kept(page: Page, number: int) -> None:
    """As many meetings are shown, and said to be."""
    expect(meetings(page)).to_have_count(number)
    expect(count(page)).to_have_text(f"{number} meetings shown" if number != 1 else "1 meeting shown")


def test_everything_is_shown_at_first_under_days_and_months(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/")
    expect(count(page)).to_have_text(re.compile(r"^\d+ meetings in the next 60 days$"))
    expect(page.get_by_role("heading", level=2).first).to_have_text(re.compile("Wednesday\\s+25\\s+November"))
    page.get_by_role("navigation", name="Jump to a month").get_by_role("link", name="January").click()
    expect(page.get_by_role("region", name="January 2027")).to_be_in_viewport()


def test_a_country_narrows_the_days_and_the_cities(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/")
    page.get_by_label("Country").select_option("jp")
    page.wait_for_url(f"{site}calendar/?in=jp")
    kept(page, 2)
    expect(page.get_by_label("City").locator("option")).to_have_text(["Every city", "東京"])
    expect(page.locator("[data-day]:visible")).to_have_count(2)


def test_back_takes_a_choice_back(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/")
    page.get_by_label("Country").select_option("jp")
    page.wait_for_url(f"{site}calendar/?in=jp")
    page.get_by_label("Country").select_option("gb")
    page.wait_for_url(f"{site}calendar/?in=gb")
    page.go_back()
    page.wait_for_url(f"{site}calendar/?in=jp")
    expect(page.get_by_label("Country")).to_have_value("jp")
    kept(page, 2)


def test_what_is_asked_survives_going_there_and_back(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/?in=gb&confirmed=1")
    meetings(page).get_by_role("link", name="Friday Freelance Football", exact=True).first.click()
    page.wait_for_url(f"{site}informal-groups/friday-football/")
    page.go_back()
    expect(page.get_by_label("Country")).to_have_value("gb")
    expect(page.get_by_label("Confirmed only")).to_be_checked()
    kept(page, 7)


def test_the_address_is_read(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/?city=jp/dong-jing")
    expect(page.get_by_label("City")).to_have_value("jp/dong-jing")
    kept(page, 2)
    page.goto(f"{site}calendar/?in=jp&online=1")
    expect(count(page)).to_have_text("Nothing fits. Take a filter away to see more.")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url(f"{site}calendar/")
    expect(count(page)).to_have_text(re.compile("in the next 60 days"))
    expect(meetings(page).first).to_be_visible()


def test_an_address_that_makes_no_sense_shows_everything(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/?in=nowhere&city=%3Cb%3E&online=maybe")
    expect(count(page)).to_have_text(re.compile("in the next 60 days"))
    expect(page.get_by_label("Country")).to_have_value("")


def test_only_what_is_confirmed_or_online(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/?confirmed=1")
    expect(meetings(page).first).to_be_visible()
    expect(meetings(page).filter(has_text="Not confirmed")).to_have_count(0)
    page.get_by_label("Confirmed only").uncheck()
    page.get_by_label("Online", exact=True).check()
    page.wait_for_url(f"{site}calendar/?online=1")
    expect(meetings(page).filter(has_text="Solo Designers")).not_to_have_count(0)
    expect(meetings(page).filter(has_text="Football")).to_have_count(0)


def test_the_visitors_own_time_stands_beside_the_places(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/?online=1", timezone_id="Asia/Tokyo")
    review = meetings(page).filter(has_text="Solo Designers").first
    expect(review.locator(".clock")).to_have_text(re.compile("17:00–18:00\\s+New York time\\s+You: Fri 07:00"))


def test_where_it_is_the_same_time_nothing_is_added(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/?in=gb")
    expect(meetings(page).first.locator("[data-own]")).to_have_text("")


def test_nothing_moves_when_the_scripts_have_run(site: str, window: Window) -> None:
    page = window(viewport={"width": 390, "height": 844}, timezone_id="Asia/Tokyo")
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((e) => (moved += e.value)))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.clock.set_fixed_time(ON_THE_DAY)
    page.goto(f"{site}calendar/")
    expect(page.get_by_label("Country")).to_be_visible()
    expect(page.locator("[data-own]").first).to_have_text(re.compile("You"))
    assert page.evaluate("moved") < 0.02


def test_days_later_what_is_over_has_gone(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/", at=datetime(2026, 12, 18, 9, tzinfo=UTC))
    expect(page.locator("[data-day]:visible").first).to_have_attribute("data-day", "2026-12-18")
    expect(page.get_by_role("link", name="November", exact=True)).to_have_count(0)
    expect(count(page)).to_have_text(re.compile("meetings shown"))


def saved(page: Page, meeting: Locator) -> Event:
    """The event of the file that a meeting is saved as."""
    with page.expect_download() as download:
        meeting.get_by_role("link", name="Add to my calendar").click()
    assert re.fullmatch(r"[a-z-]+-20\d\d-\d\d-\d\d\.ics", download.value.suggested_filename)
    text = Path(download.value.path()).read_bytes()
    assert b"\n" not in text.replace(b"\r\n", b"")
    (event,) = Calendar.from_ical(text).events
    assert event.errors == []
    return event


def test_a_meeting_can_be_put_into_ones_own_calendar(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/")
    party = saved(page, meetings(page).filter(has_text="Winter party"))
    assert party.start == datetime(2026, 12, 17, 19, tzinfo=UTC)
    assert party.end == datetime(2026, 12, 17, 23, tzinfo=UTC)
    assert (party["SUMMARY"], party["STATUS"]) == ("Porto Freelance Tuesdays: Winter party", "CONFIRMED")
    assert party["LOCATION"] == "Kitchen Table Coworking, Porto, Portugal"
    assert str(party["URL"]).endswith("/meetups/porto-freelance-tuesdays/")
    table = saved(page, meetings(page).filter(has_text="東京フリーランス会").first)
    assert (table["STATUS"], table["DESCRIPTION"]) == ("TENTATIVE", "Not confirmed. Ask before you go.")


def test_a_meeting_without_a_time_is_put_there_as_a_day(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/")
    event = saved(page, meetings(page).filter(has_text="Time not known").first)
    assert event["DTSTART"].to_ical() == b"20261215"
    assert event["DTEND"].to_ical() == b"20261216"


def test_a_long_text_is_escaped_and_folded(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/")
    script = page.locator("script[src$='js/calendar.js']").get_attribute("src") or ""
    name = "شبكة المستقلين; \\ one, two\n" * 6
    text = page.evaluate(
        """async ([ics, name]) => (await import(ics)).calendar(
            [{ uid: "a", start: "2026-12-31", summary: name, location: name, url: "https://example.org/" }])""",
        [script.replace("calendar.js", "ics.js"), name],
    )
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    (event,) = Calendar.from_ical(text.encode()).events
    assert (event["SUMMARY"], event["LOCATION"], event["DTEND"].to_ical()) == (name, name, b"20270101")


def test_without_javascript_all_is_shown_and_the_files_are_linked(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{site}calendar/")
    expect(page.get_by_label("Country")).to_be_hidden()
    expect(page.get_by_role("button", name="Show all")).to_have_count(0)
    assert page.locator("[data-over]").count() == meetings(page).count() > 20
    link = meetings(page).filter(has_text="Football").first.get_by_role("link", name="Add to my calendar")
    address = str(link.get_attribute("href"))
    assert address.endswith("/informal-groups/friday-football/calendar.ics")
    for each in (address, str(page.get_by_role("link", name="calendar file").get_attribute("href"))):
        answer = page.request.get(site + each.lstrip("/").removeprefix("some-repo/"))
        assert answer.ok
        assert Calendar.from_ical(answer.body()).errors == []


def test_the_controls_are_large_enough_to_touch(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/", viewport={"width": 320, "height": 640})
    for each in page.locator("[data-calendar] :is(select, .tick, .add, .jump a, .file):visible").all():
        box = each.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44, each.inner_text()


def test_the_whole_of_it_works_with_the_keyboard(site: str, window: Window) -> None:
    page = opened(window, f"{site}calendar/")
    page.get_by_label("Country").focus()
    page.keyboard.type("Japan")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Online", exact=True)).to_be_focused()
    page.keyboard.press("Enter")  # asks for nothing more
    kept(page, 2)
    assert page.url == f"{site}calendar/?in=jp"


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with 255 meetings ahead, in London and in York, so that its calendar has two pages."""
    weekly = (f"{{every: week, day: {day}, title: T{n}}}" for n in range(5) for day in ("monday", "friday"))
    rules = f"meets: [{', '.join(weekly)}]"
    cities = {"a": "London", "b": "London", "z": "York"}
    tree = tree_of({f"content/meetups/{n}.md": listing(f"N{n}", f"city: {at}", rules) for n, at in cities.items()})
    catalog, _ = take_in(tree, TODAY)
    assert catalog is not None
    folder, base_url = tmp_path_factory.mktemp("long") / "site", "https://example.org/some-repo/"
    sites.write(site_of(published_at(catalog, base_url), tree), folder)
    with previewing(folder, base_url, port=0) as shown:
        yield shown.address


def test_a_long_calendar_is_narrowed_page_by_page_and_says_so(long_site: str, window: Window) -> None:
    page = opened(window, f"{long_site}calendar/")
    place = "page {} of 2: filters look at one page at a time, and stay when you turn it"
    expect(meetings(page)).to_have_count(200)
    expect(count(page)).to_have_text(f"255 meetings in the next 60 days {place.format(1)}")
    page.get_by_label("City").select_option("gb/york")
    page.wait_for_url(f"{long_site}calendar/?city=gb/york")
    expect(count(page)).to_have_text(f"{meetings(page).count()} meetings shown {place.format(1)}")
    here = meetings(page).count()
    page.get_by_role("link", name="Next").click()
    page.wait_for_url(f"{long_site}calendar/page/2/?city=gb/york")
    expect(page.get_by_label("City")).to_have_value("gb/york")
    expect(count(page)).to_have_text(f"{85 - here} meetings shown {place.format(2)}")
    expect(meetings(page)).to_have_count(85 - here)


def test_a_further_page_of_a_long_calendar_has_the_rest(long_site: str, window: Window) -> None:
    page = opened(window, f"{long_site}calendar/")
    page.get_by_role("link", name="Next").click()
    page.wait_for_url(f"{long_site}calendar/page/2/")
    expect(meetings(page)).to_have_count(55)
    page.get_by_label("City").select_option("gb/york")
    page.get_by_role("link", name="Previous").click()
    page.wait_for_url(f"{long_site}calendar/?city=gb/york")
    expect(meetings(page).filter(has_text="London")).to_have_count(0)
