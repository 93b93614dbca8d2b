"""The page about the data, as it is met without a script: what it offers is there, and is what the page says."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Locator, Page, expect

from signpost.output.export.offers import OFFERS
from tests.browser.conftest import ADDRESSES
from tests.browser.waiting import until
from tests.directories import english

pytestmark = pytest.mark.browser
Window = Callable[..., Page]
ATOM, SITEMAP = "{http://www.w3.org/2005/Atom}feed", "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"


def xml_of(content: bytes) -> str:
    """What the outermost element is called."""
    return ET.fromstring(content).tag  # noqa: S314 - our own


def is_table(content: bytes) -> bool:
    """Whether each row has as many cells as the first."""
    return len({len(row) for row in csv.reader(io.StringIO(content.decode(), newline=""), strict=True)}) == 1


IS_OF: Mapping[str, Callable[[bytes], bool]] = {
    "application/atom+xml": lambda content: xml_of(content) == ATOM,
    "application/feed+json": lambda content: json.loads(content)["version"] == "https://jsonfeed.org/version/1.1",
    "application/geo+json": lambda content: json.loads(content)["type"] == "FeatureCollection",
    "application/json": lambda content: isinstance(json.loads(content), dict),
    "application/schema+json": lambda content: "json-schema.org" in json.loads(content)["$schema"],
    "application/vnd.datapackage+json": lambda content: len(json.loads(content)["resources"]) > 1,
    "application/vnd.sqlite3": lambda content: content.startswith(b"SQLite format 3\0"),
    "application/xml": lambda content: xml_of(content) == SITEMAP,
    "text/calendar": lambda content: content.startswith(b"BEGIN:VCALENDAR\r\n"),
    "text/csv": is_table,
    "text/plain": lambda content: bool(content.decode().strip()),
}
"""By what a file shows that it is of a media type, whichever a server takes it for by its name."""


class Told(NamedTuple):
    """What the page says of an offer: how large it is, its media type, how it begins, and each file with its size."""

    size: str
    media_type: str
    example: str
    files: tuple[tuple[str, str], ...]


def told(offer: Locator) -> Told:
    """The words of one offer."""
    size, media_type = offer.locator(".weight li").all_inner_texts()[:2]
    example = offer.locator("pre")
    rows = [
        (link.get_attribute("href") or "", "".join(row.locator("small").all_inner_texts()))
        for row in offer.locator(".files li").all()
        for link in row.get_by_role("link").all()
    ]
    return Told(size, media_type, example.inner_text() if example.count() else "", tuple(rows))


def offers(page: Page, site: str) -> list[Told]:
    """All that the page offers."""
    page.goto(f"{site}data/")
    return [told(each) for each in page.locator(".offer").all()]


def there(page: Page, site: str, href: str) -> bytes:
    """The file at an address on the page."""
    found = page.request.get(urljoin(site, href))
    assert found.ok, href
    return found.body()


@pytest.mark.everywhere
def test_every_file_that_is_offered_is_there_and_is_what_the_page_says(site: str, window: Window) -> None:
    page, words = window(java_script_enabled=False), english()
    found = offers(page, site)
    assert len(found) == len(OFFERS)
    for offer in found:
        contents = [there(page, site, href) for href, _ in offer.files]
        assert all(IS_OF[offer.media_type](each) for each in contents), offer
        assert [said or offer.size for _, said in offer.files] == [words.size(len(each)) for each in contents]
        if len(contents) > 1:
            assert offer.size.endswith(words.size(sum(map(len, contents))))


def test_every_text_that_is_offered_shows_how_it_begins(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    for offer in offers(page, site):
        assert offer.example, offer
        if len(offer.files) == 1 and offer.media_type != "application/vnd.sqlite3":
            content = there(page, site, offer.files[0][0]).decode()
            first, _, _ = offer.example.partition("\n")
            assert content.startswith(first.strip().removesuffix("…"))


def test_what_a_database_is_asked_by_way_of_example_has_an_answer(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    (offer,) = (each for each in offers(page, site) if each.media_type == "application/vnd.sqlite3")
    with closing(sqlite3.connect(":memory:")) as held:
        held.deserialize(there(page, site, offer.files[0][0]))
        asked = [each for each in re.split(r";\s*", offer.example) if each]
        assert [bool(held.execute(each).fetchall()) for each in asked] == [True, True]


def test_the_contents_lead_to_each_file(site: str, window: Window) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{site}data/")
    contents = page.get_by_role("navigation", name="What there is")
    assert contents.get_by_role("link").count() == page.locator(".offer").count()
    contents.get_by_role("link", name="A database to query").click()
    expect(page).to_have_url(re.compile("#listings-db$"))
    expect(page.get_by_role("heading", name="A database to query")).to_be_in_viewport()


@pytest.mark.parametrize("files", ADDRESSES[:1], indirect=True, ids=["root"])
def test_a_long_line_is_read_by_keyboard_where_it_stands(site: str, window: Window) -> None:
    page = window(viewport={"width": 320, "height": 640}, color_scheme="dark")
    page.goto(f"{site}data/")
    example = page.get_by_role("region", name="How it begins: Every listing, as a table")
    example.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.activeElement.scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
