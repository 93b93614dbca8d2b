"""The catalog -> pages: lists and their numbers, ways in, the search page, and the directory's health."""

from collections.abc import Sequence

import pytest

from signpost.model.files import Link, Page
from signpost.output.plan.lists import pager
from signpost.output.plan.views import Group
from tests.directories import english, listing, meetups, pages_of

HOME, MEETUPS = Link("Home", "/"), Link("Meetups", "/meetups/")


def labels(links: Sequence[Link]) -> list[str]:
    """What links say, with their counts."""
    return [link.label if link.count is None else f"{link.label} {link.count}" for link in links]


def group(page: Page, label: str) -> Group:
    """One of a page's groups of links."""
    (found,) = [each for each in page.shows["groups"] if each.label == label]
    return found


@pytest.mark.parametrize(
    ("number", "addresses"),
    [
        (0, ["/meetups/"]),
        (42, ["/meetups/"]),
        (43, ["/meetups/", "/meetups/page/2/"]),
        (85, ["/meetups/", "/meetups/page/2/", "/meetups/page/3/"]),
    ],
)
def test_a_list_goes_on_to_a_next_page_after_42(number: int, addresses: list[str]) -> None:
    pages = pages_of(meetups(number))
    lists = [page for address, page in pages.items() if address == "/meetups/" or address.startswith("/meetups/page")]
    assert [page.address for page in lists] == addresses
    assert sum(len(page.shows["listings"]) for page in lists) == number
    assert {page.shows["count"] for page in lists} == {number}


def test_a_second_page_says_where_it_stands() -> None:
    page = pages_of(meetups(85))["/meetups/page/2/"]
    assert page.title == "Meetups (2/3)"
    assert page.path == "meetups/page/2/index.html"
    assert page.crumbs == (HOME, MEETUPS)
    assert [card.name for card in page.shows["listings"]][::41] == ["N043", "N084"]
    found = page.shows["pager"]
    assert (found.previous, found.next, found.first, found.last) == ("/meetups/", "/meetups/page/3/", 43, 84)


def test_a_long_list_shows_the_first_the_last_and_the_nearest_pages() -> None:
    found = pager("/meetups/", 10, 20, 960)
    assert [link.label for link in found.links] == ["1", "8", "9", "10", "11", "12", "20"]
    assert [link.label for link in found.links if link.current] == ["10"]
    assert pager("/meetups/", 1, 1, 0).last == 0


def test_best_checked_stand_first_then_by_name_without_accents() -> None:
    pages = pages_of(
        {
            "content/meetups/b.md": listing("Zebra", "verified: 2026-11-01"),
            "content/meetups/c.md": listing("Éclair", "verified: 2026-11-01"),
            "content/meetups/d.md": listing("Alone", "verified: 2026-01-10"),
            "content/meetups/e.md": listing("Stale", "verified: 2025-06-01"),
            "content/meetups/f.md": listing("Expired", "verified: 2020-01-01"),
            "content/meetups/g.md": listing("Gone", "status: closed"),
            "content/meetups/h.md": listing(
                "Maybe", "verified:", "source: https://example.org/list", "compiled: 2026-11-01"
            ),
        }
    )
    assert [card.name for card in pages["/meetups/"].shows["listings"]] == [
        "Éclair",
        "Zebra",
        "Maybe",
        "Alone",
        "Stale",
    ]
    assert pages["/"].shows["total"] == 5


def test_what_left_the_lists_keeps_its_page_without_search_engines() -> None:
    pages = pages_of(
        {
            "content/meetups/a.md": listing("Gone", "status: closed"),
            "content/meetups/b.md": listing("Expired", "verified: 2020-01-01"),
            "content/meetups/c.md": listing("Here"),
        }
    )
    assert {name: pages[f"/meetups/{name}/"].indexed for name in "abc"} == {"a": False, "b": False, "c": True}
    assert [pages[f"/meetups/{name}/"].shows["searchable"] for name in "abc"] == [False, False, True]


def test_a_city_whose_listings_have_all_closed_keeps_its_page() -> None:
    pages = pages_of({"content/meetups/a.md": listing("Gone", "status: closed", "city: York")})
    city = pages["/in/gb/york/"]
    assert (city.title, city.shows["count"]) == ("York", 0)
    assert pages["/meetups/a/"].shows["essentials"][0].value == (
        Link("York", "/in/gb/york/"),
        Link("United Kingdom", "/in/gb/"),
    )


def test_a_kinds_list_leads_to_all_other_kinds() -> None:
    page = pages_of({"content/meetups/a.md": listing("A")})["/meetups/"]
    kinds = group(page, "Kinds of place")
    assert labels(kinds.links) == [
        "Associations 0",
        "Coworking spaces 0",
        "Meetups 1",
        "Mentorship programmes 0",
        "Online communities 0",
        "Informal groups 0",
    ]
    assert [link.label for link in kinds.links if link.current] == ["Meetups"]


def test_a_country_leads_to_its_cities_and_a_city_to_its_neighbours() -> None:
    pages = pages_of(
        {
            "content/meetups/a.md": listing("A", "city: York"),
            "content/meetups/b.md": listing("B", "city: Leeds"),
            "content/meetups/c.md": listing("C", "city: Porto", "country: PT"),
            "content/meetups/d.md": listing("D", "city: 東京", "country: JP"),
        }
    )
    assert labels(group(pages["/in/gb/"], "Cities").links) == ["Leeds 1", "York 1"]
    assert labels(group(pages["/in/gb/"], "Countries").links) == ["Japan 1", "Portugal 1", "United Kingdom 2"]
    assert [link.label for link in group(pages["/in/gb/leeds/"], "Cities").links if link.current] == ["Leeds"]
    assert pages["/in/jp/dong-jing/"].summary == english()("places.in", place="東京, Japan")
    assert labels(pages["/in/"].shows["groups"][0].links) == ["Japan 1", "Portugal 1", "United Kingdom 2"]


def test_a_choice_nobody_made_has_an_empty_page_and_no_link_to_it() -> None:
    pages = pages_of({"content/meetups/a.md": listing("A", "support: emotional")})
    assert pages["/support/practical/"].shows["listings"] == ()
    assert labels(pages["/support/"].shows["groups"][0].links) == ["Emotional support 1"]
    assert [link.label for link in pages["/support/practical/"].shows["groups"][0].links if link.current] == [
        "Practical help"
    ]


def test_the_first_page_offers_needs_kinds_guides_and_places() -> None:
    guide = "---\ntitle: Find a mentor\nsummary: Where to look and how to ask.\n---\nAsk.\n"
    home = pages_of({"content/meetups/a.md": listing("A"), "content/pages/guides/mentor.md": guide})["/"]
    assert [(term.label, term.count) for term in home.shows["lead"].terms] == [
        ("Professional guidance", 0),
        ("Business referrals", 0),
        ("Emotional support", 1),
        ("Practical help", 0),
    ]
    assert [(item.kind.many, item.count) for item in home.shows["kinds"]][2] == ("Meetups", 1)
    assert [each["title"] for each in home.shows["guides"]] == ["Find a mentor"]
    assert [each.label for each in home.shows["browse"]] == ["Fields of work", "Countries"]


def test_the_health_page_counts_every_state_and_lists_the_longest_waiting_first() -> None:
    page = pages_of(
        {
            "content/meetups/a.md": listing("Fresh"),
            "content/meetups/b.md": listing("Old", "verified: 2025-06-01"),
            "content/meetups/c.md": listing("Older", "verified: 2025-05-01"),
            "content/meetups/d.md": listing("Gone", "verified: 2025-05-01", "status: closed"),
            "content/meetups/e.md": listing("Expired", "verified: 2020-01-01"),
        }
    )["/needs-check/"]
    assert [(total.label, total.count) for total in page.shows["totals"]] == [
        ("Checked", 1),
        ("Not confirmed yet", 0),
        ("Check is getting old", 0),
        ("Check is old", 2),
        ("Check is too old", 1),
    ]
    assert [(each.label, [card.name for card in each.listings]) for each in page.shows["groups"]] == [
        ("Check is too old", ["Expired"]),
        ("Check is old", ["Older", "Old"]),
    ]


def test_the_page_for_what_is_not_there_is_a_file_of_its_own() -> None:
    page = pages_of({})["/404.html"]
    assert (page.path, page.indexed, page.title) == ("404.html", False, "This path leads nowhere")


def test_a_directory_without_listings_has_all_its_pages() -> None:
    pages = pages_of({})
    assert pages["/"].shows["total"] == 0
    assert pages["/in/"].shows["groups"][0].links == ()
    assert pages["/guides/"].shows["guides"] == ()
