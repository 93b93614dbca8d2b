"""The pages that tell what changed, each listing's history, and the days that the sitemap gives."""

import re
from datetime import date

from signpost.model.chronicle import Act, Chronicle, Deed
from signpost.output.plan import basis, plan
from tests.conftest import TODAY
from tests.directories import catalog_of, english, listing, meetups, site_of, tree_of
from tests.pasts import commit


def site(texts: dict[str, str], *deeds: Deed) -> dict[str, str]:
    """The pages and text files of a directory with a past."""
    files = site_of(catalog_of(texts), tree_of(texts), TODAY, Chronicle(deeds))
    return {each.path: each.content.decode() for each in files if each.path.endswith((".html", ".xml"))}


def text_of(html: str, tag: str, name: str) -> list[str]:
    """What stands in the elements of a class."""
    found = re.findall(rf'<{tag} class="{name}".*?</{tag}>', html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in found]


def last_days(pages: dict[str, str]) -> dict[str, str]:
    """When pages last changed, by their paths, as the sitemap tells it."""
    return dict(re.findall(r"<loc>https://[^/]+([^<]+)</loc><lastmod>([^<]+)</lastmod>", pages["sitemap.xml"]))


A, B = "content/meetups/a.md", "content/meetups/b.md"
TWO = {A: listing("A"), B: listing("B")}


def test_changes_are_told_day_by_day_with_who_and_by_which_pull_request() -> None:
    found = site(
        TWO,
        Deed(commit(3, 20, "@maria-example", 12), "meetups/b", Act.CHANGED, ("cost",)),
        Deed(commit(2, 18, "Jo Example"), "meetups/a", Act.CONFIRMED),
        Deed(commit(1, 18, "", 1), "meetups/b", Act.ADDED),
    )["changes/index.html"]
    assert text_of(found, "section", "changes-day") == [
        "Friday 20 November 2026 B Cost changed Meetup @maria-example #12",
        "Wednesday 18 November 2026 A Checked, and still right Meetup Jo Example B Added Meetup #1",
    ]
    assert 'href="https://github.com/example/directory/pull/12"' in found
    assert 'href="https://github.com/maria-example"' in found


def test_many_of_one_sort_in_one_commit_are_told_at_once() -> None:
    texts = meetups(12)
    done = [Deed(commit(1, 2, "Jo"), f"meetups/n{n:03}", Act.ADDED) for n in range(1, 13)]
    found = site(texts, *done)["changes/index.html"]
    assert text_of(found, "section", "changes-day") == [
        "Monday 2 November 2026 12 listings added N001 , N002 , N003 , N004 , and 8 more Meetups Jo"
    ]


def test_of_listings_that_went_only_the_number_is_told() -> None:
    gone = Deed(commit(1, 2, "@maria-example", 3), "meetups/example-name", Act.REMOVED)
    pages = site(TWO, gone)
    told = text_of(pages["changes/index.html"], "section", "changes-day")
    assert told == ["Monday 2 November 2026 1 listing removed"]
    assert not [path for path, text in pages.items() if "example-name" in text]


def test_a_long_past_has_several_pages() -> None:
    done = [Deed(commit(n, 2, "Jo"), "meetups/a", Act.CHANGED) for n in range(101)]
    pages = site(TWO, *done)
    assert pages["changes/index.html"].count('<li class="change"') == 100
    assert pages["changes/page/2/index.html"].count('<li class="change"') == 1


def test_a_directory_without_a_past_says_so() -> None:
    pages = site(TWO)
    assert "Nothing is known yet of what has changed." in pages["changes/index.html"]
    assert '<details class="history"' not in pages["meetups/a/index.html"]


def test_a_listing_has_its_last_changes_folded_at_its_foot() -> None:
    done = [Deed(commit(20 - n, 20 - n, "Jo"), "meetups/a", Act.CHANGED, ("cost",)) for n in range(14)]
    pages = site(TWO, *done)
    (found,) = text_of(pages["meetups/a/index.html"], "details", "history")
    assert found.startswith("History 14 changes, the last on 20 Nov 2026 20 Nov 2026 Cost changed Jo 19 Nov 2026")
    assert found.count("Cost changed") == 12
    assert "https://github.com/example/directory/commits/main/content/meetups/a.md" in pages["meetups/a/index.html"]
    assert '<details class="history"' not in pages["meetups/b/index.html"]


def test_the_sitemap_says_when_a_page_last_changed_as_git_knows_it_else_as_it_was_checked() -> None:
    texts = {
        **TWO,
        "content/pages/guides/c.md": "---\ntitle: C\nsummary: How to begin when you know nobody.\n---\nText.\n",
    }
    done = (
        Deed(commit(2, 20, "Jo"), "meetups/a", Act.CHANGED),
        Deed(commit(1, 18, "Jo"), "pages/guides/c", Act.ADDED),
    )
    days = last_days(site(texts, *done))
    assert {path: days[path] for path in ("/meetups/a/", "/meetups/b/", "/guides/c/", "/changes/")} == {
        "/meetups/a/": "2026-11-20", "/meetups/b/": "2026-11-10", "/guides/c/": "2026-11-18", "/changes/": "2026-11-20",
    }  # fmt: skip
    assert all(date.fromisoformat(each) for each in days.values())


def test_the_sitemap_gives_a_list_the_latest_day_of_what_stands_in_it() -> None:
    texts = {
        A: listing("A", "city: York"),
        B: listing("B", "city: York"),
        "content/meetups/c.md": listing("C", "city: Lyon", "country: FR", "support: [practical]"),
        "content/pages/guides/d.md": "---\ntitle: D\nsummary: How to begin when you know nobody.\n---\nText.\n",
    }
    done = (
        Deed(commit(4, 21, "Jo"), "meetups/example-name", Act.REMOVED),
        Deed(commit(3, 20, "Jo"), "meetups/a", Act.CLOSED),
        Deed(commit(2, 18, "Jo"), "pages/guides/d", Act.ADDED),
    )
    days = last_days(site(texts, *done))
    assert {day: [path for path in sorted(days) if days[path] == day] for day in days.values()} == {
        "2026-11-21": ["/", "/changes/"],
        "2026-11-20": [
            "/in/gb/", "/in/gb/york/", "/meetups/", "/meetups/a/", "/meetups/in/gb/", "/meetups/support/emotional/",
            "/meetups/work/any/", "/support/emotional/", "/work/any/",
        ],
        "2026-11-18": ["/guides/", "/guides/d/"],
        "2026-11-10": ["/in/fr/", "/in/fr/lyon/", "/meetups/b/", "/meetups/c/", "/support/practical/"],
    }  # fmt: skip


def test_a_sitemap_of_listings_that_git_does_not_know_has_the_days_of_their_checks() -> None:
    assert last_days(site({A: listing("A", "verified: 2026-11-01"), B: listing("B")}))["/meetups/"] == "2026-11-10"


def test_pages_lead_programs_to_feeds_and_calendars() -> None:
    catalog = catalog_of({**TWO, A: listing("A", "meets: {date: 2026-12-17}")})
    pages = {each.address: each for each in plan(basis(catalog, english(), TODAY), english())}
    there = {address: [each.address for each in page.alternates] for address, page in pages.items() if page.alternates}
    assert there["/"] == ["/changes.atom", "/changes.json", "/calendar.ics"]
    assert there["/meetups/"] == ["/meetups/changes.atom", "/meetups/changes.json", "/meetups/calendar.ics"]
    assert there["/associations/"] == ["/associations/changes.atom", "/associations/changes.json"]
    assert there["/in/gb/leeds/"] == ["/in/gb/leeds/calendar.ics"]
    assert there["/meetups/a/"] == ["/meetups/a/calendar.ics"]
    assert there["/calendar/"] == ["/calendar.ics"]
    assert "/meetups/b/" not in there


def test_calendars_can_be_subscribed_to() -> None:
    texts = {A: listing("A", "meets: {date: 2026-12-17}")}
    pages = site(texts)
    for path in ("meetups/a/index.html", "meetups/index.html", "calendar/index.html"):
        assert re.search(r'href="webcal://directory\.example\.org/(meetups/(a/)?)?calendar\.ics"', pages[path]), path
