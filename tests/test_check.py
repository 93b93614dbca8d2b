"""Documents in their places -> listings and pages."""

from datetime import date

import pytest

from tests.directories import catalog_of, listing
from tests.telling import PYTHON_NANTES, headlines, told

HERE = ("city: Nantes", "country: FR")
GUIDE = "---\ntitle: Begin\nsummary: Where to begin, and whom to ask.\n---\nAsk.\n"


def test_what_is_not_said_is_what_its_kind_its_field_or_its_country_says() -> None:
    catalog = catalog_of({PYTHON_NANTES: listing("Python Nantes", *HERE)})
    ((found,),) = (catalog.shelves["meetups"],)
    given = {name: found.get(name) for name in ("format", "work", "status", "timezone", "cost")}
    expected = {"format": "in-person", "work": ("any",), "status": "active", "timezone": "Europe/Paris", "cost": None}
    assert given == expected


def test_what_is_said_goes_before_what_is_usual() -> None:
    lines = ("format: hybrid", "work: [design]", "timezone: Europe/London", "status:")
    (found,) = catalog_of({PYTHON_NANTES: listing("Python Nantes", *HERE, *lines)})
    assert [found.get(name) for name in ("format", "work", "timezone", "status")] == [
        "hybrid",
        ("design",),
        "Europe/London",
        "active",
    ]


def test_a_country_with_several_time_zones_gives_none() -> None:
    (found,) = catalog_of({PYTHON_NANTES: listing("Python Austin", "city: Austin", "country: US")})
    assert "timezone" not in found.values


def test_values_are_what_their_fields_make_of_them() -> None:
    (found,) = catalog_of({PYTHON_NANTES: listing("Python Nantes", *HERE, "lat: 47.2", "lon: -1.55", "tags: python")})
    assert [found.get(name) for name in ("verified", "lat", "tags")] == [date(2026, 11, 10), 47.2, ("python",)]


def test_a_listing_with_an_error_is_not_shown_and_one_with_a_warning_is() -> None:
    texts = {PYTHON_NANTES: listing("Python Nantes", *HERE).replace("verified:", "region:\nverified:")}
    assert [each.name for each in catalog_of(texts)] == ["Python Nantes"]
    assert told(texts) == [f"{PYTHON_NANTES}:8:1: Nothing stands after region: [empty-field]"]


@pytest.mark.parametrize("name", ["Python-Nantes", "python_nantes", "café", "-a", "a--b", "a-", "a" * 61, "a.b"])
def test_a_files_name_is_its_address(name: str) -> None:
    path = f"content/meetups/{name}.md"
    say = f'The file\'s name "{name}" cannot be an address [bad-file-name]'
    assert headlines(listing("Python Nantes", *HERE), path) == [say]


@pytest.mark.parametrize("name", ["a", "2600", "python-nantes-2", "a" * 60])
def test_small_letters_digits_and_hyphens_are_an_address(name: str) -> None:
    assert headlines(listing("Python Nantes", *HERE), f"content/meetups/{name}.md") == []


def test_the_largest_heading_is_the_name() -> None:
    body = "# One\n\n```\n# in code\n```\n\n## Two\n\n#three\n# Four\n"
    assert told({PYTHON_NANTES: listing("Python Nantes", *HERE, body=body)}) == [
        f"{PYTHON_NANTES}:{line}:1: This heading is as large as the name [top-heading]" for line in (10, 19)
    ]


@pytest.mark.parametrize("before", ["", "1. ", "- * ", "  "])
@pytest.mark.parametrize(
    ("marks", "is_told"), [(">" * 20, False), (">" * 21, True), ("> " * 21, True), (" - >" * 21, True)]
)
def test_quotations_within_quotations_have_an_end(before: str, marks: str, is_told: bool) -> None:
    say = f"{PYTHON_NANTES}:11:1: Quotations stand within quotations here, 21 deep [deep-quotation]"
    body = f"An arrow {'>' * 30}\n{before}{marks} words\n"
    assert told({PYTHON_NANTES: listing("Python Nantes", *HERE, body=body)}) == [say] * is_told


def test_a_text_is_no_list_of_everybody_s_addresses() -> None:
    say = f"{PYTHON_NANTES}:10:1: There are 501 @ in the text; there is room for 500 [too-many-emails]"
    for number, expected in ((500, []), (501, [say])):
        body = "@example and " * number
        assert told({PYTHON_NANTES: listing("Python Nantes", *HERE, body=body)}) == expected


@pytest.mark.parametrize(
    ("path", "say"),
    [
        ("content/a.md", "Listings stand in a folder of their kind [wrong-place]"),
        ("content/meetup/a.md", "content/meetup/ holds no kind of listing [wrong-place]"),
        ("content/meetups/fr/a.md", "content/meetups/fr/ holds no kind of listing [wrong-place]"),
        ("content/_about.md", "Nothing reads a file called _about.md here [not-read]"),
        ("content/meetups/_a.md", "Nothing reads a file called _a.md here [not-read]"),
        ("content/_kind.yaml", "Nothing reads a file called _kind.yaml here [not-read]"),
        ("content/meetups/a.yml", "Files here end in .md or .yaml [unknown-ending]"),
    ],
)
def test_a_file_in_the_wrong_place_is_told(path: str, say: str) -> None:
    text = listing("Python Nantes", *HERE)
    assert headlines(text.strip("-\n") + "\n" if path.endswith(".yaml") else text, path) == [say]


def test_choices_stand_in_one_folder() -> None:
    path = "content/_terms/more/moods.yaml"
    say = "Choices stand right in content/_terms/ [wrong-place]"
    assert headlines("label: Moods\nterms: {good: Good}\n", path) == [say]


def test_the_listings_of_a_broken_kind_are_not_misplaced() -> None:
    kind = "content/meetups/_kind.yaml"
    for text in ("one: Meetup\n", "one: [Meetup\n"):
        assert {each.partition(":")[0] for each in told({kind: text, PYTHON_NANTES: listing("A", *HERE)})} == {kind}


def test_a_page_has_a_title_a_summary_and_a_text() -> None:
    (page,) = catalog_of({"content/pages/guides/begin.md": GUIDE}).prose
    assert (page.address, page.title, page.order) == ("guides/begin", "Begin", 0)
    assert headlines("---\norder: 1\n---\n\n", "content/pages/about.md") == [
        "Summary is missing [missing-field]",
        "Title is missing [missing-field]",
        "There is no text on this page [no-text]",
    ]


@pytest.mark.parametrize("place", ["help/begin", "guides/more/begin", "Begin", "guides/be_gin"])
def test_a_page_has_an_address(place: str) -> None:
    say = f'"{place}" cannot be an address [bad-file-name]'
    assert headlines(GUIDE, f"content/pages/{place}.md") == [say]


@pytest.mark.parametrize("place", ["search", "meetups", "support", "guides", "in"])
def test_a_page_leaves_the_sites_own_addresses_alone(place: str) -> None:
    assert headlines(GUIDE, f"content/pages/{place}.md") == [f"/{place}/ is a page of the site itself [reserved-name]"]
