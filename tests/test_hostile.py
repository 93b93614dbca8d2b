"""Well-known payloads in every field: what programs read stays what a stranger wrote, and is nothing more."""

import csv
import io
import json
import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import icalendar
import pytest

from signpost.model.sheets import RISKY, bare
from signpost.pipeline import published_at
from tests.conftest import HERE
from tests.directories import site_of
from tests.hostility import let_through, payloads, refused, traps, tree

pytestmark = pytest.mark.apart

SHOWN = "{http://www.w3.org/1999/xhtml}"
POLICY = "Content-Security-Policy"
GRAPH = re.compile(r'ld\+json">(.*?)</script', re.DOTALL)
INLINE = re.compile(r'<style|\sstyle=|<script(?! (?:type="module" )?src="/assets/| type="application/ld\+json")')
DRAWN = {"svg", "style", "rect", "path", "text", "g", "title", "defs", "clipPath", "circle", "desc", "use"}


@cache
def site() -> Mapping[str, bytes]:
    """Every file of the site of all that `check` lets through."""
    return dict(site_of(published_at(let_through(), "https://directory.example.org/"), tree()))


def files(*endings: str) -> dict[str, str]:
    """The texts of files with some endings."""
    return {path: content.decode() for path, content in site().items() if path.endswith(endings)}


def test_the_lists_are_whole() -> None:
    assert len(payloads()) >= 280
    assert {rule for rule, _ in refused()} >= {"forbidden-character", "not-an-address", "not-an-email", "not-a-phone"}
    fields = {name for listing, _ in traps() for name, value in listing.values.items() if "alert(" in str(value)}
    assert {"name", "summary", "city", "run_by", "tags", "story", "note", "how_to_join", "alert"} <= fields


def test_json_holds_the_words_and_is_no_page() -> None:
    listings = json.loads(site()["data/v1/listings.json"])["listings"]
    told = {each["id"]: each for each in listings}
    for listing, _ in traps():
        assert told[listing.id]["name"] == listing.name
        assert told[listing.id]["summary"] == listing.values["summary"]
    for text in files(".json", ".geojson").values():
        json.loads(text)


def test_what_stands_in_a_page_for_search_engines_cannot_end_its_script() -> None:
    graphs = [
        found for html in files(".html").values() for found in re.findall(r"ld\+json\">(.*?)</script", html, re.S)
    ]
    assert len(graphs) > len(payloads())
    for each in graphs:
        assert "<" not in each
        json.loads(each)


def test_no_cell_of_a_table_is_a_formula() -> None:
    rows = [row for text in files(".csv").values() for row in csv.reader(io.StringIO(text.removeprefix("\ufeff")))]
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell[:1] in "=+@\t\r" and cell] == []
    assert [cell for cell in cells if cell.startswith("-") and not re.fullmatch(r"-[0-9.]+", cell)] == []
    assert any(RISKY.match(bare(cell)) for cell in cells)


def test_feeds_can_be_read_and_hold_no_markup_that_runs() -> None:
    for text in files(".atom", ".xml").values():
        root = ET.fromstring(text)  # noqa: S314 - our own file
        assert [each.tag for each in root.iter() if each.tag.startswith(SHOWN)] == []
        shown = [each.text or "" for each in root.iter() if each.get("type") in ("html", "xhtml")]
        assert [each for each in shown if running(each)] == []


def test_drawings_show_the_words_alone() -> None:
    for text in files("badge.svg").values():
        root = ET.fromstring(text)  # noqa: S314 - our own file
        tags = {each.tag.rpartition("}")[2] for each in root.iter()}
        assert tags <= DRAWN
        assert [name for each in root.iter() for name in each.attrib if name.lower().startswith("on")] == []


def test_calendars_hold_the_events_that_were_given_and_no_more() -> None:
    for path, text in files(".ics").items():
        calendar = icalendar.Calendar.from_ical(text)
        parts = {each.name for each in calendar.walk()}
        assert parts <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}, path
        assert [each for each in calendar.walk("VEVENT") if "ATTACH" in each] == []
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


class Running(HTMLParser):
    """What of some HTML would run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that runs, and attributes that do."""
        if tag in ("script", "iframe", "object", "embed", "img", "style", "link", "base", "form"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (
                name in ("href", "src") and re.match(r"\s*(javascript|data|vbscript):", value or "")
            ):
                self.found.append(f"{tag} {name}")


def running(html: str) -> list[str]:
    """What of some HTML would run or fetch."""
    reader = Running()
    reader.feed(html)
    return reader.found


def test_markdown_becomes_html_in_which_nothing_runs() -> None:
    pages = [html for path, html in files("index.html").items() if re.match(r"traps/t\d+/index", path)]
    texts = [found for html in pages for found in re.findall("<!--text-->(.*?)<!--/text-->", html, re.DOTALL)]
    assert len(texts) > 60
    assert [each for each in texts if running(each)] == []


@pytest.mark.parametrize("path", ["index.html", "search/index.html", "embed/traps/index.html", "404.html"])
def test_every_page_says_what_it_may_load(path: str) -> None:
    policy = re.findall(rf'<meta http-equiv="{POLICY}" content="([^"]+)">', files(".html")[path])
    assert len(policy) == 1
    assert policy[0].startswith("default-src 'none'; script-src 'self'")


def test_no_page_allows_what_stands_in_it_to_run() -> None:
    for path, html in files(".html").items():
        head = html.partition("<title>")[0]
        assert head.index(POLICY) < min(html.find(each) for each in ("<script", "<link") if each in html), path
        assert "unsafe-inline" not in head, path
        assert ("'wasm-unsafe-eval'" in head) == (path == "search/index.html"), path
        assert '<meta name="referrer" content="no-referrer">' in head, path
        assert INLINE.findall(re.sub(r">[^<]+<", "><", html)) == [], path


def test_the_headers_that_are_documented_say_what_the_pages_say() -> None:
    (policy,) = re.findall(rf'<meta http-equiv="{POLICY}" content="([^"]+)">', files(".html")["search/index.html"])
    documented = (HERE.parent / "docs/hosting.md").read_text(encoding="utf-8")
    assert documented.count(f"{policy}; frame-ancestors") == 2
