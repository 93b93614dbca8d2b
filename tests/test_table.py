"""The table that the site's scripts find listings with: filters, columns of codes, rows for cards, every word."""

import json
from typing import Any

from signpost.output.plan import basis
from signpost.output.plan.table import Table
from tests.conftest import TODAY
from tests.directories import catalog_of, english, listing, meetups

GUIDE = "---\ntitle: Find a mentor\nsummary: How to ask, and whom.\n---\nAsk politely.\n"
MAPPED = {
    "content/meetups/b.md": listing("Bread", "cost: free", "languages: [pt, en]", "lat: 41.15", "lon: -8.61"),
    "content/meetups/a.md": listing("Ale", "city: Porto", "country: PT", "verified:", "source: https://example.org/a",
                                    "compiled: 2026-11-01"),
    "content/pages/guides/ask.md": GUIDE,
}  # fmt: skip


def found(texts: dict[str, str]) -> Table:
    """The table of a directory."""
    return basis(catalog_of(texts), english(), TODAY).table


def read(texts: dict[str, str], name: str = "table.json") -> Any:
    """One of the table's files."""
    return json.loads(found(texts).contents[name])


def said(texts: dict[str, str], facet: str) -> list[list[str]]:
    """The codes of each row in a filter, in the order of the rows."""
    table = read(texts)
    codes = next(each["codes"] for each in table["facets"] if each["name"] == facet)
    return [
        [codes[n] for n in ([value] if isinstance(value, int) else value) if n >= 0]
        for value in table["columns"][facet]
    ]


def test_rows_stand_by_id_with_the_guides_among_them() -> None:
    assert read(MAPPED, "cards-0.json") == [
        ["guides/ask", "Find a mentor", "How to ask, and whom.", ""],
        ["meetups/a", "Ale", "An evening a month for people who work alone.", "Porto, Portugal"],
        ["meetups/b", "Bread", "An evening a month for people who work alone.", "Leeds, United Kingdom"],
    ]


def test_a_column_says_what_each_row_chose() -> None:
    assert said(MAPPED, "kind") == [["guides"], ["meetups"], ["meetups"]]
    assert said(MAPPED, "support") == [[], ["emotional"], ["emotional"]]
    assert said(MAPPED, "languages") == [[], [], ["pt", "en"]]
    assert said(MAPPED, "cost") == [[], [], ["free"]]
    assert said(MAPPED, "city") == [[], ["pt/porto"], ["gb/leeds"]]
    assert said(MAPPED, "freshness") == [[], ["unconfirmed"], ["fresh"]]


def test_the_orders_name_rows() -> None:
    table = read(MAPPED)
    assert table["best"] == [2, 1, 0]
    assert table["named"] == [1, 2, 0]
    assert table["checked"] == {"2": "2026-11-10"}
    assert table["places"] == {"2": [41.15, -8.61]}
    assert table["regions"] == {"PT": "europe", "GB": "europe"}


def test_a_card_is_found_by_its_id_without_reading_all_of_them() -> None:
    texts = meetups(200)
    table = read(texts)
    assert (table["length"], table["size"], table["starts"]) == (
        200,
        96,
        ["meetups/n001", "meetups/n097", "meetups/n193"],
    )
    assert [len(read(texts, f"cards-{number}.json")) for number in range(3)] == [96, 96, 8]


def test_what_has_left_the_lists_is_not_in_the_table() -> None:
    closed = {
        "content/meetups/a.md": listing("A", "status: closed"),
        "content/meetups/b.md": listing("B", "verified: 2019-01-01"),
    }
    assert read(closed)["length"] == 0


def test_words_are_kept_plain_once_and_in_order() -> None:
    text = listing(
        "Café Größe",
        "summary: Évening for the Writers of the writers' cafe at 7.",
        body="See https://deep.example.org/path.",
    )
    words = read({"content/meetups/a.md": text}, "words.json")["known"]
    assert {"cafe", "große", "evening", "writers", "leeds", "kingdom"} <= set(words)
    assert not {"path", "deep", "the", "for"} & set(words)
    assert words == sorted(set(words))


def test_other_content_stands_in_another_folder() -> None:
    one, two = found(MAPPED), found({**MAPPED, "content/meetups/b.md": listing("Bread and butter")})
    assert one.address != two.address
    assert one.address == found(dict(reversed(MAPPED.items()))).address
    assert next(one.files()).path == f"{one.address[1:]}table.json"


def test_an_empty_directory_has_a_table_too() -> None:
    table = read({})
    assert (table["length"], table["best"], table["starts"]) == (0, [], [])
    assert [each["name"] for each in table["facets"]] == ["kind", "freshness"]
