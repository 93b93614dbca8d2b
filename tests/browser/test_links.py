"""Every link of the whole built site leads to something that is there; no page is heavy. No browser is needed."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

pytestmark = pytest.mark.everywhere
HEAVIEST = 60_000  # bytes of HTML
LEADING = {
    "href": "",
    "src": "",
    "action": "",
    "data-pagefind": "pagefind.js",
    "data-table": "table.json",
    "data-rules": "",
    "data-folder": "names.json",
}
"""Attributes that lead somewhere, and what scripts load from a folder that they are told."""


class Reader(HTMLParser):
    """The addresses that a page leads to or loads, and the ids in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """One element."""
        for name, value in attributes:
            if name in LEADING and value:
                self.addresses.append(value + LEADING[name])
            elif name == "id" and value:
                self.ids.append(value)


@pytest.fixture(scope="module")
def pages(files: tuple[Path, str]) -> dict[str, Reader]:
    """Every page of the site, by its address."""
    folder, base = files
    found = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    return {base + path.removesuffix("index.html"): Reader(text) for path, text in found.items()}


def within(pages: dict[str, Reader], base: str) -> Iterator[tuple[str, str]]:
    """A page and an address of the site's own host that it leads to."""
    for here, page in pages.items():
        for address in page.addresses:
            there = urljoin(here, address)
            if urlsplit(there).netloc == urlsplit(base).netloc and not there.startswith("webcal:"):
                yield here, there


def test_every_link_within_the_site_leads_to_a_file(files: tuple[Path, str], pages: dict[str, Reader]) -> None:
    folder, base = files
    lost = set()
    for here, there in within(pages, base):
        path = unquote(there.removeprefix(base).partition("#")[0].partition("?")[0])
        file = folder / path / "index.html" if path.endswith("/") or not path else folder / path
        if not there.startswith(base) or not file.is_file():
            lost.add((here, there))
    assert sorted(lost) == []


def test_every_link_to_a_part_of_a_page_leads_to_that_part(files: tuple[Path, str], pages: dict[str, Reader]) -> None:
    folder, base = files
    drawn = {path.name: Reader(path.read_text(encoding="utf-8")).ids for path in folder.glob("assets/**/*.svg")}
    lost = set()
    for here, there in within(pages, base):
        address, _, part = there.partition("#")
        name = address.rpartition("/")[2]
        ids = drawn[name] if name in drawn else pages[address.partition("?")[0]].ids if part else []
        if part and part not in ids:
            lost.add((here, there))
    assert sorted(lost) == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, Reader]) -> None:
    assert [here for here, page in pages.items() if len(page.ids) != len(set(page.ids))] == []


def test_what_the_stylesheet_loads_is_there(files: tuple[Path, str]) -> None:
    sheet = next(files[0].glob("assets/*/css/site.css"))
    loaded = re.findall(r"""url\(["']?(?!data:)([^"')]+)""", sheet.read_text(encoding="utf-8"))
    assert [each for each in loaded if not (sheet.parent / each).is_file()] == []


def test_no_page_is_heavy(files: tuple[Path, str]) -> None:
    sizes = {str(path.relative_to(files[0])): path.stat().st_size for path in files[0].rglob("*.html")}
    agenda = sizes.pop("calendar/index.html")  # much the same words again and again: a tenth of it when compressed
    assert {path: size for path, size in sizes.items() if size > HEAVIEST} == {}
    assert agenda <= 2 * HEAVIEST
