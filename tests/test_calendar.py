"""The calendar's page, the next dates on listings, cities with a calendar, and what the search is told."""

import json
from datetime import date

from signpost.model.files import Link, Page
from signpost.output.plan.calendar import Gathering
from tests.directories import files_of, listing, pages_of

TUESDAY = 'meets: {every: month, day: first tuesday, from: "18:30", to: "20:30"}'


def meetup(name: str, *lines: str) -> dict[str, str]:
    """The text of a meetup, by its path."""
    return {f"content/meetups/{name.casefold()}.md": listing(name, *lines)}


def page(*texts: dict[str, str]) -> Page:
    """The calendar of some listings."""
    return pages_of({path: text for each in texts for path, text in each.items()})["/calendar/"]


def gatherings(found: Page) -> list[Gathering]:
    """Every meeting of a page, in order."""
    return [each for month in found.shows["months"] for day in month.days for each in day.gatherings]


def test_meetings_stand_under_their_days_and_months() -> None:
    found = page(meetup("A", TUESDAY), meetup("B", "meets: {every: month, day: last monday}"))
    told = [
        (month.label, [(day.weekday, day.day.day, day.month, [each.listing.label for each in day.gatherings])])
        for month in found.shows["months"]
        for day in month.days
    ]
    assert told == [
        ("November 2026", [("Monday", 30, "November", ["B"])]),
        ("December 2026", [("Tuesday", 1, "December", ["A"])]),
        ("December 2026", [("Monday", 28, "December", ["B"])]),
        ("January 2027", [("Tuesday", 5, "January", ["A"])]),
    ]
    assert [month.anchor for month in found.shows["months"]] == ["month-2026-11", "month-2026-12", "month-2027-01"]


def test_the_calendar_goes_60_days_ahead() -> None:
    found = gatherings(page(meetup("A", "meets: [{date: 2027-01-21}, {date: 2027-01-22}, {date: 2026-11-22}]")))
    assert [each.day for each in found] == [date(2026, 11, 22), date(2027, 1, 21)]


def test_on_one_day_they_stand_by_the_clock() -> None:
    late, early, unknown = (
        meetup(name, f"meets: {{date: 2026-12-01{time}}}")
        for name, time in (("A", ', from: "19:00"'), ("B", ', from: "08:00"'), ("C", ""))
    )
    assert [each.listing.label for each in gatherings(page(late, early, unknown))] == ["C", "B", "A"]


def test_a_meeting_says_when_and_where_and_what_it_costs() -> None:
    (found,) = gatherings(
        page(meetup("A", 'meets: {date: 2026-12-01, from: "18:30", to: "00:30", title: Party}', "cost: free"))
    )
    assert (found.start, found.end, found.over) == ("2026-12-01T18:30Z", "2026-12-02T00:30Z", "2026-12-02T00:30Z")
    assert (found.opens, found.closes, found.zone, found.title) == ("18:30", "00:30", "London time", "Party")
    assert found.places == (Link("Leeds", "/in/gb/leeds/"), Link("United Kingdom", None))
    assert (found.country, found.city, found.cost, found.is_tentative) == ("gb", "gb/leeds", "Free", False)
    assert (found.listing.address, found.file) == ("/meetups/a/", "/meetups/a/calendar.ics")


def test_a_meeting_online_is_nowhere_and_a_hybrid_one_is_also_somewhere() -> None:
    there = meetup("B", "meets: {date: 2026-12-01}", "format: hybrid")
    online, hybrid = gatherings(page(meetup("A", "meets: {date: 2026-12-01, format: online}"), there))
    assert (online.format, online.places) == ("online", ())
    assert (hybrid.format, hybrid.places[0].label) == ("hybrid", "Leeds")


def test_a_meeting_elsewhere_is_at_its_host() -> None:
    desk = {"content/coworking-spaces/desk.md": listing("Desk", "city: York")}
    (found,) = gatherings(page(desk, meetup("A", "meets: {date: 2026-12-01, hosted_at: coworking-spaces/desk}")))
    assert (found.venue, found.city) == (Link("Desk", "/coworking-spaces/desk/"), "gb/york")


def test_only_places_where_something_happens_can_be_chosen() -> None:
    shown = page(meetup("A", TUESDAY), meetup("B", "city: Porto", "country: PT")).shows
    assert [(each.code, each.label) for each in shown["countries"]] == [("gb", "United Kingdom")]
    assert [(each.code, each.label) for each in shown["cities"]] == [("gb/leeds", "Leeds")]


def test_a_long_calendar_has_several_pages() -> None:
    weekly = (f"{{every: week, day: {day}, title: {n}}}" for n in range(5) for day in ("monday", "friday"))
    rules = f"meets: [{', '.join(weekly)}]"
    pages = pages_of({path: text for name in "ABC" for path, text in meetup(name, rules).items()})
    found = [pages[address] for address in ("/calendar/", "/calendar/page/2/")]
    assert "/calendar/page/3/" not in pages
    assert [len(gatherings(each)) for each in found] == [200, 55]
    assert [each.shows["total"] for each in found] == [255, 255]
    assert [found[0].shows["pager"].next, found[1].shows["pager"].previous] == ["/calendar/page/2/", "/calendar/"]


def test_where_nothing_meets_the_calendar_says_so_and_how_to_add_a_meeting() -> None:
    files = files_of(meetup("A"))
    assert "Nothing is announced for the next 60 days." in files["calendar/index.html"]
    assert (
        "https://github.com/example/directory/blob/main/CONTRIBUTING.md#when-people-meet"
        in files["calendar/index.html"]
    )
    assert [path for path in files if path.endswith(".ics")] == []


def test_a_listing_shows_its_next_three_dates_and_its_calendar() -> None:
    html = files_of(meetup("A", TUESDAY), "https://example.org/repo/")["meetups/a/index.html"]
    for machine, day in (("2026-12-01", "Tue 1 Dec"), ("2027-01-05", "Tue 5 Jan"), ("2027-02-02", "Tue 2 Feb")):
        assert f'<time datetime="{machine}T18:30+00:00">{day}, 18:30</time>' in html
    assert "Tue 2 Mar" not in html
    assert '<a href="/repo/meetups/a/calendar.ics" type="text/calendar">Add to my calendar</a>' in html


def test_a_listing_that_meets_no_more_shows_no_dates() -> None:
    html = files_of(meetup("A", TUESDAY, "status: paused"))["meetups/a/index.html"]
    assert "First Tuesday of every month" in html
    assert "calendar.ics" not in html


def test_a_city_leads_to_its_calendar_when_something_meets_there() -> None:
    files = files_of({**meetup("A", TUESDAY), **meetup("B", "city: York")})
    assert 'href="/in/gb/leeds/calendar.ics"' in files["in/gb/leeds/index.html"]
    assert "calendar.ics" not in files["in/gb/york/index.html"]


def test_the_search_is_told_the_next_four_meetings_in_minutes() -> None:
    files = files_of({**meetup("A"), **meetup("B", TUESDAY)})
    (table,) = (json.loads(text) for path, text in files.items() if path.endswith("/table.json"))
    minutes = [int(date.fromisoformat(day).toordinal() - date(1970, 1, 1).toordinal()) * 1440 + 18 * 60 + 30
               for day in ("2026-12-01", "2027-01-05", "2027-02-02", "2027-03-02")]  # fmt: skip
    assert table["next"] == {"1": minutes}
