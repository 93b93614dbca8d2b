"""The page about the data: every file for programs, with what it is for, how large it is and how it begins."""

from datetime import date

import pytest

from signpost.model.files import File, Link
from signpost.model.offers import Made, Offer, noted
from signpost.output.export.offers import OFFERS
from signpost.output.plan.offers import Offered, Weighed, newest, offers_page
from tests.directories import catalog_of, english, files_of, listing

TABLE = Offer("data/v1/listings.csv", "listings-csv", "text/csv", "https://www.rfc-editor.org/rfc/rfc4180")
SET = Offer("data/v1/{kind}.csv", "kind-csv", "text/csv")
DATABASE = Offer("data/v1/listings.db", "listings-db", "application/vnd.sqlite3", "https://www.sqlite.org/format")


def shown(offers: tuple[Offer, ...], *files: File) -> tuple[Offered, ...]:
    """What the page shows of some files."""
    made: dict[str, list[Made]] = {}
    assert list(noted(files, offers, made)) == list(files)
    found: tuple[Offered, ...] = offers_page(catalog_of({}), offers, made, english()).shows["offers"]
    return found


def test_a_file_is_shown_with_its_size_its_standard_and_how_it_begins() -> None:
    (table,) = shown((TABLE,), File("data/v1/listings.csv", b"id,name\r\na,A\r\n" * 5), File("robots.txt", b""))
    assert table == Offered(
        name="listings-csv",
        label="Every listing, as a table",
        what_for="For a spreadsheet, or a first look. One row a listing, one column a field, choices as their codes.",
        path="data/v1/listings.csv",
        media_type="text/csv",
        standard=Link("RFC 4180", "https://www.rfc-editor.org/rfc/rfc4180"),
        size="0.1 kB",
        count=1,
        files=(Weighed("listings.csv", "/data/v1/listings.csv", "0.1 kB"),),
        example="id,name\na,A\nid,name\na,A\nid,name\na,A\nid,name",
    )


def test_a_small_set_is_shown_with_all_its_files_and_one_of_its_own_is_not_among_them() -> None:
    files = [File(f"data/v1/{name}.csv", name.encode()) for name in ("listings", "barns", "lighthouses")]
    _, kinds = shown((TABLE, SET), *files)
    assert [each.label for each in kinds.files] == ["barns.csv", "lighthouses.csv"]
    assert (kinds.count, kinds.example) == (2, "lighthouses")


def test_of_a_large_set_the_fullest_is_shown() -> None:
    (kinds,) = shown((SET,), *(File(f"data/v1/k{n}.csv", b"x" * (n % 14 + 1)) for n in range(28)))
    assert [each.label for each in kinds.files] == ["k13.csv"]
    assert (kinds.count, kinds.example) == (28, "x" * 14)


def test_a_long_line_is_cut_and_a_letter_that_is_cut_in_two_is_left_out() -> None:
    (table,) = shown((TABLE,), File("data/v1/listings.csv", "é".encode() * 4000))
    assert table.example == f"{'é' * 239}…"


def test_a_file_that_is_no_text_shows_what_the_words_tell() -> None:
    (database,) = shown((DATABASE,), File("data/v1/listings.db", b"\0\xff" * 2_100_000))
    assert database.example.startswith("SELECT name, city, page FROM listings")
    assert (database.size, database.standard) == ("4.2 MB", Link("sqlite.org", DATABASE.standard))


def test_what_was_not_made_is_not_shown() -> None:
    assert shown((TABLE, SET)) == ()


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["verified: 2026-11-10"], date(2026, 11, 10)),
        (["verified:", "source: https://example.org/", "compiled: 2026-10-01"], date(2026, 10, 1)),
        (["verified: 2026-01-01", "source: https://example.org/", "compiled: 2026-10-01"], date(2026, 10, 1)),
    ],
)
def test_the_date_of_the_data_is_the_newest_check_whenever_the_site_is_built(lines: list[str], day: date) -> None:
    assert newest(catalog_of({"content/meetups/a.md": listing("A", *lines)})) == day


def test_a_directory_without_listings_has_data_of_no_day() -> None:
    assert newest(catalog_of({})) is None
    assert "Data of" not in files_of({})["data/index.html"]


def test_the_page_of_a_site_shows_every_file_that_is_offered() -> None:
    files = files_of(
        {"content/meetups/a.md": listing("A", "lat: 1", "lon: 2", "meets: {date: 2026-12-17}")},
        "https://example.org/repo/",
    )
    page = files["data/index.html"]
    for offer in OFFERS:
        assert f'id="{offer.name}"' in page
        if "{" not in offer.path:
            assert f'href="/repo/{offer.path}"' in page
    assert '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>' in page
    assert '<time datetime="2026-11-10">10 Nov 2026</time>' in page
    assert 'href="/repo/data/"' in files["index.html"]


def test_what_somebody_wrote_is_text_on_the_page() -> None:
    page = files_of({"content/meetups/a.md": listing("A", "summary: Come to <script>alert(1)</script> with us.")})
    assert "<script>alert(1)" not in page["data/index.html"]


def test_offers_have_names_of_their_own_and_media_types() -> None:
    assert len({each.name for each in OFFERS}) == len(OFFERS)
    assert all(each.media_type.count("/") == 1 for each in OFFERS)
