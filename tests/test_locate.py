"""A listing's file with the lines that say where its city is: only those are new, and nothing is guessed."""

import pytest

from signpost.errands import located
from signpost.intake.parse.nodes import read_nodes
from signpost.model.kinds import Charter
from signpost.model.source import scalars
from signpost.output.locate import Located
from signpost.pipeline import take_in
from tests.conftest import TODAY
from tests.directories import catalog_of, listing, tree_of

PATH = "content/meetups/a.md"
KINGSTON = "lat: 18.00\nlon: -76.79\ntimezone: America/Jamaica\n"


def charter(texts: dict[str, str] | None = None) -> Charter:
    """What the small directory declares."""
    return catalog_of(texts or {}).charter


def found(content: str | bytes, path: str = PATH) -> list[Located]:
    """What becomes of one file."""
    tree = tree_of({})
    return list(located({**tree, path: content if isinstance(content, bytes) else content.encode()}, charter()))


def written(content: str | bytes, path: str = PATH) -> str:
    """The file with its new lines."""
    (one,) = found(content, path)
    assert one.content is not None, one.told
    return one.content.decode()


def left(content: str | bytes, path: str = PATH) -> str:
    """What is told of a file that stays as it is."""
    (one,) = found(content, path)
    assert one.content is None
    return one.told


def test_the_new_lines_stand_below_the_country_and_all_else_stays() -> None:
    before = (
        '---\n# ours\nname: "A"\ncity:   Kingston # here\ncountry: JM  # not Surrey\n\nurl: x\n---\n\nText.\n\n---\n'
    )
    assert written(before) == before.replace("not Surrey\n", f"not Surrey\n{KINGSTON}")


def test_it_is_told_in_a_line_what_was_written() -> None:
    (one,) = found(listing("A", "city: Bangalore", "country: IN"))
    assert one.told == f"{PATH}: lat: 12.97, lon: 77.59, timezone: Asia/Kolkata (Bengaluru, IN)"


def test_what_was_located_is_left_in_peace() -> None:
    once = written(listing("A"))
    assert found(once) == []
    (fits,) = catalog_of({PATH: once})
    assert (fits.get("lat"), fits.get("lon"), fits.get("timezone")) == (53.80, -1.55, "Europe/London")


@pytest.mark.parametrize(
    ("said", "new"),
    [
        (("timezone: Europe/Paris",), "lat: 18.00\nlon: -76.79\n"),
        (("lat: 1", "lon: 2"), "timezone: America/Jamaica\n"),
        (("lat: 1",), "timezone: America/Jamaica\n"),
        (("lat: north", "lon: 2"), "timezone: America/Jamaica\n"),
    ],
)
def test_what_the_author_wrote_is_never_changed(said: tuple[str, ...], new: str) -> None:
    before = listing("A", "city: Kingston", "country: JM", *said)
    assert written(before) == before.replace("country: JM\n", f"country: JM\n{new}")


@pytest.mark.parametrize(
    "lines",
    [
        ("city: ", "hosted_at: coworking-spaces/b"),
        ("country: ",),
        ("country: Frace",),
        ("country: [GB]",),
        ("lat: 1", "lon: 2", "timezone: Europe/London"),
        ("lat: 1", "timezone: Europe/London"),
        ("city: Nowhereton", "lat: 1", "lon: 2"),
    ],
)
def test_where_nothing_is_to_be_written_nothing_is_said(lines: tuple[str, ...]) -> None:
    assert found(listing("A", *lines)) == []


def test_only_listings_are_located() -> None:
    page = "---\ntitle: London\ncity: London\ncountry: GB\n---\n"
    assert found(page, "content/pages/london.md") == []
    assert found(page, "content/elsewhere/london.md") == []
    assert found(page, "content/meetups/_london.md") == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_did(end: str) -> None:
    before = listing("A", "city: Kingston", "country: JM").replace("\n", end).encode("utf-8-sig")
    (one,) = found(before)
    assert one.content == before.replace(b"JM" + end.encode(), f"JM\n{KINGSTON}".replace("\n", end).encode())


def test_a_file_of_fields_alone_may_end_without_a_line_end() -> None:
    path = "content/meetups/a.yaml"
    assert written("city: Kingston\ncountry: JM", path) == f"city: Kingston\ncountry: JM\n{KINGSTON}"
    assert written("name: A\r\ncity: Kingston\r\ncountry: JM", path).count("\r\n") == 6


@pytest.mark.parametrize(
    "before",
    [
        "---\n  city: Kingston\n  country: JM\n---\n",
        "---\n'city': 'Kingston'\n\"country\": \"JM\"  # so\n---\n",
        "---\ncountry:\n  JM\ncity:\n  Kingston\n---\n",
        "---\ncity: >-\n  Kingston\ncountry: JM\n---\n",
        "---\n? country\n: JM\n? city\n: Kingston\n---\n",
    ],
)
def test_however_it_is_written_the_fields_are_the_same_and_three_more(before: str) -> None:
    def fields(text: str) -> dict[str, list[str]]:
        pairs = read_nodes(text.replace("---\n", ""), 0).pairs
        return {name.value: [each.value for each in scalars(node)] for name, node in pairs}

    new = {"lat": ["18.00"], "lon": ["-76.79"], "timezone": ["America/Jamaica"]}
    assert fields(written(before)) == {**fields(before), **new}


@pytest.mark.parametrize(
    "before",
    [
        "---\n{city: Kingston, country: JM}\n---\n",
        "---\n{city: Kingston,\ncountry: JM\n}\n---\n",
        "---\ncity: Kingston\ncountry: >-\n  JM\n---\n",
    ],
)
def test_a_country_that_shares_its_line_is_left_to_its_author(before: str) -> None:
    say = "the country has no line of its own. Write lat:, lon: and timezone: by hand."
    assert left(before) == f"{PATH}: {say}"


def test_an_unknown_city_is_told_with_what_to_do() -> None:
    assert left(listing("A", "city: Nowhereton")) == (
        f'{PATH}: no city called "Nowhereton" is known in GB. Write lat: and lon: by hand.'
    )
    assert left(listing("A", "city: Nowhereton", "country: US", "lat: 1", "lon: 2")) == (
        f'{PATH}: no city called "Nowhereton" is known in US. Write timezone: by hand.'
    )


def test_a_very_long_city_over_several_lines_is_told_in_one() -> None:
    told = left(listing("A", f"city: |\n  {'Long ' * 30}\n  Town"))
    assert "\n" not in told
    assert len(told) < 200


def test_a_listing_that_does_not_fit_yet_is_located_too() -> None:
    before = listing("A", "city: Chicago", "country: US", "meets: {every: week, day: monday, from: '18:00'}")
    _, problems = take_in(tree_of({PATH: before}), TODAY)
    assert [each.rule for each in problems] == ["zone"]
    catalog_of({PATH: written(before)})


def test_the_country_of_a_whole_kind_need_not_be_said() -> None:
    kind = tree_of({})["content/meetups/_kind.yaml"].decode().replace("defaults: {", "defaults: {country: GB, ")
    texts = {"content/meetups/_kind.yaml": kind, PATH: listing("A", "country: ")}
    (one,) = located(tree_of(texts), charter(texts))
    assert one.content is not None
    assert "\ncity: Leeds\nlat: 53.80\nlon: -1.55\ntimezone: Europe/London\n" in one.content.decode()


def test_fields_that_a_kind_does_not_have_are_not_written() -> None:
    shared = tree_of({})["content/_listing.yaml"].decode().split("\n")
    texts = {"content/_listing.yaml": "\n".join(line for line in shared if not line.startswith("  timezone:"))}
    (one,) = located(tree_of({**texts, PATH: listing("A")}), charter(texts))
    assert one.told == f"{PATH}: lat: 53.80, lon: -1.55 (Leeds, GB)"
