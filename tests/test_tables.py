"""Tables, places and choices for programs: valid by their standards, and the same as what the listings say."""

import csv
import json
import sqlite3
import warnings
from collections.abc import Mapping
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from signpost.model.chronicle import UNKNOWN
from signpost.model.listings import Catalog
from signpost.output.export.exports import export
from signpost.pipeline import take_in
from tests.conftest import TODAY, miniature
from tests.directories import catalog_of, english, listing, thousand_in

Files = Mapping[str, bytes]


def files_of(catalog: Catalog) -> Files:
    """Every export of a catalog, by path."""
    return dict(export(catalog, TODAY, UNKNOWN, english()))


def exported(*texts: str) -> Files:
    """The exports of some meetups: a, b, c ..."""
    return files_of(catalog_of({f"content/meetups/{chr(97 + n)}.md": text for n, text in enumerate(texts)}))


@pytest.fixture(scope="module", params=["the miniature", pytest.param("a thousand listings", marks=pytest.mark.apart)])
def catalog(request: pytest.FixtureRequest) -> Catalog:
    if request.param == "a thousand listings":
        return thousand_in()
    found, _ = take_in(miniature(), TODAY)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def files(catalog: Catalog) -> Files:
    return files_of(catalog)


def rows(content: bytes) -> list[dict[str, str]]:
    """A sheet as the reader of another program reads it."""
    return list(csv.DictReader(StringIO(content.decode("utf-8"), newline=""), strict=True))


def test_a_sheet_has_a_row_for_each_listing_and_as_many_cells_in_each(catalog: Catalog, files: Files) -> None:
    for slug in ("listings", *catalog.charter.kinds):
        found = list(csv.reader(StringIO(files[f"data/v1/{slug}.csv"].decode(), newline=""), strict=True))
        of = catalog if slug == "listings" else catalog.shelves[slug]
        assert [row[0] for row in found[1:]] == [each.id for each in of]
        assert {len(row) for row in found} == {len(found[0])}


def test_no_cell_is_a_formula_and_lines_end_as_rfc_4180_says(files: Files) -> None:
    content = files["data/v1/listings.csv"]
    assert content.endswith(b"\r\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in rows(content) for cell in row.values()]
    risky = [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r", "-"))]
    assert [cell for cell in risky if not cell[1:].replace(".", "").isdigit() or cell[0] != "-"] == []


def test_the_package_and_its_sheets_are_valid_for_frictionless(files: Files, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it warns of is its own
        from frictionless import validate

        for path, content in files.items():
            if path.endswith((".csv", "datapackage.json")):
                (tmp_path / Path(path).name).write_bytes(content)
        report = validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["type", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == 1 + sum(path.endswith(".csv") for path in files) - 1


def test_every_column_is_told_and_typed(files: Files) -> None:
    package = json.loads(files["data/v1/datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    for resource in package["resources"]:
        content = files[f"data/v1/{resource['path']}"]
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == content.decode().partition("\r\n")[0].split(",")
        assert resource["bytes"] == len(content)
        assert all(field["type"] and field["title"] for field in fields)


def closed(schema: Any) -> Any:
    """A schema in which nothing may stand that it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    more = {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else {}
    return {**more, **{key: closed(value) for key, value in schema.items()}}


def test_the_json_is_what_its_schema_says_and_nothing_else(files: Files) -> None:
    schema = json.loads(files["data/v1/schema/listings.json"])
    Draft202012Validator.check_schema(schema)
    found = json.loads(files["data/v1/listings.json"])
    assert [error.message for error in Draft202012Validator(closed(schema)).iter_errors(found)] == []


def test_the_schema_refuses_what_a_kind_does_not_allow() -> None:
    files = exported(listing("A"))
    schema, found = json.loads(files["data/v1/schema/listings.json"]), json.loads(files["data/v1/listings.json"])
    found["listings"][0]["format"] = "by post"
    assert [error.json_path for error in Draft202012Validator(schema).iter_errors(found)] == ["$.listings[0]"]


def test_each_listing_and_each_choice_has_a_file(catalog: Catalog, files: Files) -> None:
    everything = json.loads(files["data/v1/listings.json"])["listings"]
    for row in everything[:50]:
        own = json.loads(files[f"data/v1/listings/{row['id']}.json"])
        assert own["listing"] == row
        assert own["licence"] == catalog.charter.site.licence
    for vocabulary in catalog.charter.vocabularies.values():
        for code, term in vocabulary.terms.items():
            told = json.loads(files[f"data/v1/terms/{vocabulary.name}/{code}.json"])
            assert (told["vocabulary"], told["code"], told["label"]) == (vocabulary.name, code, term.label)
    helping = json.loads(files["data/v1/terms/support/referrals.json"])["listings"]
    assert [each["id"] for each in helping] == [row["id"] for row in everything if "referrals" in row["support"]]


def test_places_are_geojson(catalog: Catalog, files: Files) -> None:
    found = json.loads(files["data/v1/listings.geojson"])
    located = {each.id: each for each in catalog if "lat" in each.values and "lon" in each.values}
    assert found["type"] == "FeatureCollection"
    assert [feature["id"] for feature in found["features"]] == list(located)
    for feature in found["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
        assert (lon, lat) == (located[feature["id"]].values["lon"], located[feature["id"]].values["lat"])
        assert feature["properties"]["id"] == feature["id"]
    if located:
        west, south, east, north = found["bbox"]
        lons, lats = zip(*(feature["geometry"]["coordinates"] for feature in found["features"]), strict=True)
        assert (west, south, east, north) == (min(lons), min(lats), max(lons), max(lats))
    else:
        assert "bbox" not in found


def queried(content: bytes, *query: Any) -> list[Any]:
    """What a database in some bytes answers."""
    with closing(sqlite3.connect(":memory:")) as held:
        held.deserialize(content)
        return held.execute(*query).fetchall()


def test_the_database_is_whole_and_holds_every_listing(catalog: Catalog, files: Files) -> None:
    content = files["data/v1/listings.db"]
    assert queried(content, "PRAGMA integrity_check") == [("ok",)]
    assert queried(content, "SELECT id FROM listings ORDER BY number") == [(each.id,) for each in catalog]
    for slug, shelf in catalog.shelves.items():
        assert queried(content, f'SELECT count(*) FROM "{slug}"') == [(len(shelf),)]  # noqa: S608 - a kind's name
    some = next(iter(catalog))
    word = some.name.split()[0]
    asked = "SELECT id FROM listings WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?)"
    assert (some.id,) in queried(content, asked, (f'name:"{word}"',))
    chosen = "SELECT count(*) FROM choices JOIN terms ON term = terms.number WHERE vocabulary = ? AND code = ?"
    guiding = sum("guidance" in each.values["support"] for each in catalog)
    assert queried(content, chosen, ("support", "guidance")) == [(guiding,)]


def test_the_same_listings_make_the_same_database() -> None:
    texts = [listing(name, body="Tea. " * 200) for name in "ABC"]
    assert exported(*texts)["data/v1/listings.db"] == exported(*texts)["data/v1/listings.db"]


def test_search_in_the_database_finds_words_without_accents() -> None:
    content = exported(listing("Café Solo", "url: https://a.example.org/"))["data/v1/listings.db"]
    asked = "SELECT name FROM listings WHERE number IN (SELECT rowid FROM search WHERE search MATCH 'cafe')"
    assert queried(content, asked) == [("Café Solo",)]


def test_what_could_be_a_formula_has_an_apostrophe_before_it() -> None:
    (found,) = rows(
        exported(
            listing(
                "A", 'name: "=1+1"', 'phone: "+442079460000"', "lat: -53.8", "lon: 1.5", 'tags: ["-x", y]',
                'maintainers: ["@a"]', "price_note: \"'=quoted\"", "eligibility: \"'tis\"",
            )
        )["data/v1/meetups.csv"]
    )  # fmt: skip
    kept = ("name", "phone", "lat", "lon", "tags", "maintainers", "price_note", "eligibility")
    assert [found[name] for name in kept] == [
        "'=1+1", "'+442079460000", "-53.8", "1.5", "'-x, y", "'@a", "''=quoted", "'tis",
    ]  # fmt: skip


def test_a_row_says_what_its_file_says() -> None:
    text = listing(
        "A", "support: [guidance, emotional]", "links: {meetup: https://m.example.org/}",
        'meets: [{every: month, day: first tuesday, from: "18:30", title: "Talks, tea"}, {date: 2026-12-17}]',
        body="Two\n\n*lines*.",
    )  # fmt: skip
    (found,) = rows(exported(text)["data/v1/listings.csv"])
    assert {name: cell for name, cell in found.items() if cell} == {
        "id": "meetups/a",
        "kind": "meetups",
        "page": "https://directory.example.org/meetups/a/",
        "name": "A",
        "url": "https://a.example.org/",
        "summary": "An evening a month for people who work alone.",
        "support": "guidance, emotional",
        "links": "meetup: https://m.example.org/",
        "format": "in-person",
        "city": "Leeds",
        "country": "GB",
        "timezone": "Europe/London",
        "meets": 'every: month, day: first tuesday, from: 18:30, title: "Talks, tea"\ndate: 2026-12-17',
        "work": "any",
        "status": "active",
        "verified": "2026-11-10",
        "description": "Two\n\n*lines*.",
    }


def test_a_kind_of_a_fork_is_in_every_table_without_python() -> None:
    found, _ = take_in(miniature(), TODAY)
    assert found is not None
    files = files_of(found)
    sheds = rows(files["data/v1/tool-libraries.csv"])
    assert {row["deposit"] for row in sheds} == {"10 GBP, given back", ""}
    assert "deposit" in rows(files["data/v1/listings.csv"])[0]
    assert queried(files["data/v1/listings.db"], "SELECT deposit FROM \"tool-libraries\" WHERE deposit <> ''") == [
        ("10 GBP, given back",)
    ]
    kind = json.loads(files["data/v1/schema/listings.json"])["$defs"]["kind-tool-libraries"]
    assert kind["properties"]["deposit"] == {"title": "Deposit", "type": "string"}
    package = json.loads(files["data/v1/datapackage.json"])["resources"]
    assert "tool-libraries" in [each["name"] for each in package]


def test_a_directory_without_listings_has_tables_without_rows() -> None:
    files = files_of(catalog_of({}))
    assert rows(files["data/v1/listings.csv"]) == []
    assert queried(files["data/v1/listings.db"], "SELECT count(*) FROM listings") == [(0,)]
    assert json.loads(files["data/v1/listings.geojson"]) == {"type": "FeatureCollection", "features": []}


def test_fields_that_kinds_declare_differently_share_a_column_of_text() -> None:
    kind = "one: {one}\nmany: {one}s\nintro: Some.\nstale_after_days: 100\nfields:\n  size: {{type: {type}}}\n"
    files = files_of(
        catalog_of(
            {
                "content/barns/_kind.yaml": kind.format(one="Barn", type="number"),
                "content/sheds/_kind.yaml": kind.format(one="Shed", type="text"),
                "content/barns/a.md": listing("A", "size: 12", "format: online"),
                "content/sheds/b.md": listing("B", "size: large", "format: online"),
            }
        )
    )
    assert {row["id"]: row["size"] for row in rows(files["data/v1/listings.csv"])} == {
        "barns/a": "12",
        "sheds/b": "large",
    }
    typed = {
        each["name"]: next(field["type"] for field in each["schema"]["fields"] if field["name"] == "size")
        for each in json.loads(files["data/v1/datapackage.json"])["resources"]
        if each["name"] in ("listings", "barns", "sheds")
    }
    assert typed == {"listings": "string", "barns": "number", "sheds": "string"}


def test_a_field_called_description_keeps_its_column_beside_the_text() -> None:
    files = files_of(
        catalog_of(
            {
                "content/barns/_kind.yaml": (
                    "one: Barn\nmany: Barns\nintro: Some.\nstale_after_days: 100\n"
                    "fields:\n  description: {type: text, label: In short}\n"
                ),
                "content/barns/a.md": listing("A", "description: Red", "format: online", body="Large and red."),
            }
        )
    )
    (row,) = rows(files["data/v1/barns.csv"])
    assert (row["description"], row["body"]) == ("Red", "Large and red.")
    (whole,) = json.loads(files["data/v1/listings.json"])["listings"]
    assert (whole["description"], whole["body"]) == ("Red", "Large and red.")
