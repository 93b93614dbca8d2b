"""What generators are compared with: made-up listings that are sound, and the same work on each side."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.corpus import corpus
from benchmarks.race.projects import changed, listings_of, projects
from benchmarks.race.same import differences
from signpost.edges import disk
from signpost.intake.check.rules import says
from signpost.pipeline import take_in
from tests.conftest import TODAY

PAGE = "<!doctype html><title>Python Nantes</title><style>a { color: red }</style><p>Tea &amp; cake</p>"
SITEMAP = "<urlset><url><loc>https://directory.example.org/</loc></url></urlset>"
ROW = {"id": "meetups/python-nantes", "name": "Python Nantes", "lat": 47.2, "lon": -1.5, "description": "Tea.\n"}


def site(folder: Path, files: Mapping[str, str] | None = None, **row: object) -> Path:
    """A built site of one page, with some files otherwise, and with data that say something else."""
    data = json.dumps({"listings": [{**ROW, **row}]})
    standard = {"index.html": PAGE, "sitemap.xml": SITEMAP, "data/v1/listings.json": data}
    for path, text in {**standard, **(files or {})}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def test_made_up_listings_are_sound_and_say_much(tmp_path: Path) -> None:
    corpus(60, tmp_path)
    catalog, problems = take_in(disk.read(tmp_path)[0], TODAY)
    assert catalog is not None
    assert (len(catalog), problems) == (60, [])
    assert min(len(listing.values) for listing in catalog) >= 20
    assert all(80 <= len(listing.document.body.split()) <= 320 and says(listing, "url") for listing in catalog)


def test_the_same_seed_makes_the_same_listings(tmp_path: Path) -> None:
    for name in ("one", "other"):
        corpus(20, tmp_path / name)
    assert disk.read(tmp_path / "one")[0] == disk.read(tmp_path / "other")[0]


def test_every_generator_gets_the_same_listings(tmp_path: Path) -> None:
    made = projects(20, tmp_path)
    names = [[path.relative_to(project).as_posix() for path in listings_of(project)] for project in made.values()]
    texts = [[path.read_text().partition("\n---\n")[2] for path in listings_of(project)] for project in made.values()]
    assert len(names[0]) == 20
    assert all(each == names[0] for each in names)
    assert all(each == texts[0] for each in texts)


def test_a_change_replaces_the_change_before(tmp_path: Path) -> None:
    listing = tmp_path / "a.md"
    listing.write_text("---\nname: A\n---\nTea.\n")
    changed(listing, 1)
    changed(listing, 2)
    assert listing.read_text() == "---\nname: A\n---\nTea.\n\nTurn 2 of the race.\n"


def test_white_space_entities_and_attributes_may_differ(tmp_path: Path) -> None:
    other = '<!DOCTYPE html>\n<title>Python Nantes</title>\n<p class="tea">Tea &#38;   cake</p>' + " " * 12
    assert [*differences(site(tmp_path / "a"), site(tmp_path / "b", {"index.html": other}, lat=47.20))] == []


@pytest.mark.parametrize(
    ("files", "row", "told"),
    [
        ({"more/index.html": "<p>More</p>"}, {}, "1 pages that Signpost lacks: more/index.html"),
        (
            {"index.html": PAGE.replace("cake", "bread")},
            {},
            "1 pages that say something else: index.html (cake | bread)",
        ),
        (
            {"sitemap.xml": SITEMAP.replace("org/<", "org/a/<")},
            {},
            "1 addresses that Signpost's sitemap.xml lacks: https://directory.example.org/a/",
        ),
        (
            {},
            {"description": "Coffee."},
            "1 listings that data/v1/listings.json tells otherwise: meetups/python-nantes",
        ),
        ({"index.html": f"{PAGE}<!-- {'more ' * 20}-->"}, {}, "pages of 95 bytes beside 203"),
    ],
)
def test_what_is_not_the_same_work_is_told(
    tmp_path: Path, files: Mapping[str, str], row: Mapping[str, str], told: str
) -> None:
    assert told in differences(site(tmp_path / "a"), site(tmp_path / "b", files, **row))
