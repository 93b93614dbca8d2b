"""Feeds of what changed: Atom (RFC 4287) and JSON Feed 1.1, held to what their definitions demand."""

import json
import re
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from signpost.model.chronicle import Act, Chronicle, Commit, Deed, past
from signpost.output.export.feeds import MOST, feeds
from tests.directories import catalog_of, english, listing, small_site
from tests.pasts import commit

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[^\s]+")


def made(texts: dict[str, str], *deeds: Deed) -> dict[str, str]:
    """The feeds of a directory with a past."""
    catalog = catalog_of(texts)
    return {each.path: each.content.decode() for each in feeds(catalog, past(catalog, Chronicle(deeds)), english())}


@pytest.fixture(scope="module")
def mini() -> dict[str, str]:
    """The feeds of the miniature."""
    files = small_site().items()
    return {path: content.decode() for path, content in files if re.search(r"changes\.(atom|json)$", path)}


def only(node: ET.Element, name: str) -> str:
    """The text of a child that has to be there exactly once, with something in it."""
    (found,) = node.findall(ATOM + name)
    assert found.text
    return found.text


def hold_to_atom(text: str) -> None:
    """RFC 4287: what a feed and each of its entries must have (4.1.1, 4.1.2), dates (3.3), ids (4.2.6), links."""
    feed = ET.fromstring(text)  # noqa: S314 - our own file
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for node in (feed, *entries):
        assert TAG.fullmatch(only(node, "id"))
        assert only(node, "title")
        assert MOMENT.fullmatch(only(node, "updated"))
        assert [only(each, "name") for each in node.findall(f"{ATOM}author")]
        links = [(each.get("rel"), each.get("type"), bool(each.get("href"))) for each in node.findall(f"{ATOM}link")]
        assert len(links) == len(set(links))
        assert ("alternate", "text/html", True) in links
        assert all(each.get("term") for each in node.findall(f"{ATOM}category"))
    ids = [only(each, "id") for each in entries]
    assert len(ids) == len(set(ids)) <= MOST
    updated = [only(each, "updated") for each in entries]
    assert updated == sorted(updated, reverse=True)
    assert not entries or only(feed, "updated") == updated[0]


def hold_to_json_feed(text: str) -> None:
    """JSON Feed 1.1: what a feed and its items must have, and of which type."""
    feed: dict[str, Any] = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert all(feed[name].startswith("http") for name in ("home_page_url", "feed_url"))
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert MOMENT.fullmatch(item["date_published"])
        assert all(isinstance(each, str) for each in item["tags"])
        assert all(each["name"] for each in item["authors"])
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) <= MOST


def test_every_feed_is_what_its_definition_demands(mini: dict[str, str]) -> None:
    for path, text in mini.items():
        (hold_to_atom if path.endswith(".atom") else hold_to_json_feed)(text)
        if path.endswith(".atom"):
            read = feedparser.parse(text)
            assert (read.bozo, read.version) == (False, "atom10")


def test_all_each_kind_each_country_and_each_choice_with_a_list_have_feeds(mini: dict[str, str]) -> None:
    places = {path.rpartition("changes.")[0] for path in mini}
    assert {path.rpartition(".")[2] for path in mini} == {"atom", "json"}
    assert len(mini) == 2 * len(places)
    assert {"", "meetups/", "tool-libraries/", "in/pt/", "work/design/", "support/referrals/"} <= places
    assert not [each for each in places if each.startswith("in/pt/porto")]


def test_an_entry_says_what_was_done_by_whom_and_where_to_look(mini: dict[str, str]) -> None:
    newest, second, *_ = feedparser.parse(mini["changes.atom"]).entries
    assert newest.title == "Porto Freelance Tuesdays: Checked, and still right"
    assert newest.id.startswith("tag:directory.example.org,2026-11-21:/meetups/porto-freelance-tuesdays:")
    assert newest.link == "https://directory.example.org/meetups/porto-freelance-tuesdays/"
    assert newest.author == "maria-example"
    assert newest.updated == "2026-11-21T09:30:00Z"
    assert newest.content[0].value.endswith("/pull/12")
    assert second.title == "The Old Mill: Closed"
    item = json.loads(mini["changes.json"])["items"][0]
    assert (item["title"], item["id"], item["url"]) == (newest.title, newest.id, newest.link)
    assert item["_signpost"]["act"] == "confirmed"


def test_feeds_of_a_list_have_what_happened_in_it_alone(mini: dict[str, str]) -> None:
    urls = [each["url"] for each in json.loads(mini["in/pt/changes.json"])["items"]]
    assert urls
    assert {"/meetups/porto-freelance-tuesdays/"} <= {
        each.removeprefix("https://directory.example.org") for each in urls
    }
    kinds = {each["tags"][0] for each in json.loads(mini["meetups/changes.json"])["items"]}
    assert kinds == {"Meetup"}


def test_only_the_newest_are_told() -> None:
    deeds = [
        Deed(Commit(f"{n:040}", datetime(2026, 11, 1, n // 60, n % 60, tzinfo=UTC), "Jo"), "meetups/a", Act.CHANGED)
        for n in range(60)
    ]
    found = made({"content/meetups/a.md": listing("A")}, *reversed(deeds))
    assert len(json.loads(found["changes.json"])["items"]) == MOST
    assert json.loads(found["changes.json"])["items"][0]["date_published"] == "2026-11-01T00:59:00Z"


def test_signs_of_markup_stay_what_they_are() -> None:
    text = listing("A", 'name: "A <b>&amp; \\"B\\""', "url: https://a.example.org/")
    done = Deed(commit(1, 1, "Jo <script>"), "meetups/a", Act.ADDED)
    found = made({"content/meetups/a.md": text}, done)
    (entry,) = ET.fromstring(found["changes.atom"]).findall(f"{ATOM}entry")  # noqa: S314 - our own file
    assert only(entry, "title") == 'A <b>&amp; "B": Added'
    assert "Jo <script>" in "".join(entry.itertext())


def test_without_a_past_there_are_feeds_in_which_nothing_stands_and_which_do_not_change_with_the_day() -> None:
    found = made({"content/meetups/a.md": listing("A", "verified: 2026-10-05")})
    hold_to_atom(found["changes.atom"])
    hold_to_json_feed(found["changes.json"])
    assert only(ET.fromstring(found["changes.atom"]), "updated") == "2026-10-05T00:00:00Z"  # noqa: S314
    assert "1970-01-01T00:00:00Z" in made({})["changes.atom"]
