"""A starter file passes `check` as it is, whatever kind it is of and whatever its name."""

from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath

import pytest

from signpost.intake.parse.nodes import read_nodes
from signpost.model.kinds import Charter
from signpost.model.problems import Refused
from signpost.model.source import Text
from signpost.output.draft import draft, quoted, starter
from signpost.pipeline import take_in
from tests.conftest import TODAY, miniature
from tests.directories import catalog_of

KINDS = (
    "associations", "coworking-spaces", "meetups", "mentorship-programs", "online-communities", "informal-groups",
    "tool-libraries",
)  # fmt: skip
NAMES = (
    "Python Nantes", 'The "Late" Shift', "It's Ours", "Work: the club", "Club #1", "- dash", "# hash", "* star",
    "& and", "! bang", "{curly}", "[square]", "@home", "`tick`", "%percent", "? why", "| pipe", "yes", "No", "null",
    "~", "2026-11-22", "0123", "1e3", "Back\\slash", "colon:", "a,b", "---", "...", "Ça va?", "Café Ünïon",
    "東京フリーランス会", "شبكة المستقلين", "🎸 Strings", "Strings 🎸", "👩\u200d💻 Coders", "x" * 80,
)  # fmt: skip


@cache
def charter() -> Charter:
    """What the miniature declares."""
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    return catalog.charter


def begun(kind: str, name: str) -> str:
    """A starter of a kind of the miniature's."""
    return draft(charter().kinds[kind], name, TODAY)


def told(path: str, text: str) -> list[str]:
    """What is told of one file among the miniature's declarations, but for examples that still stand there."""
    declarations = {where: content for where, content in miniature().items() if "/_" in where}
    _, problems = take_in({**declarations, path: text.encode()}, TODAY)
    return [f"{each.say} [{each.rule}]" for each in problems if each.rule != "still-example"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kinds_starter_fits_as_it_is(kind: str) -> None:
    assert told(f"content/{kind}/new.md", begun(kind, "Python Nantes")) == []


def test_a_starter_claims_no_check_and_its_examples_are_told() -> None:
    text = begun("meetups", "Python Nantes")
    assert "\nverified:" not in text
    _, problems = take_in({**miniature(), "content/meetups/new.md": text.encode()}, TODAY)
    assert [(each.say, each.warning) for each in problems if each.path == "content/meetups/new.md"] == [
        ("This is still the example", True)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_keeps_its_name_whatever_it_is(name: str) -> None:
    catalog = catalog_of({"content/meetups/new.md": begun("meetups", name)})
    assert [each.name for each in catalog] == [name]


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_of_a_starter_can_come_to_life(kind: str) -> None:
    """All at once, but for those that name a listing or a picture, which must be there."""
    lines = begun(kind, "Python Nantes").replace("\n# ", "\n").split("\n")
    asleep = (
        charter().kinds[kind].one,
        "What else",
        "hosted_at",
        "related",
        "run_by",
        "logo:",
        "photo",
        "sister",
        "helpers",
    )
    awake = "\n".join(line for line in lines if not line.startswith(asleep))
    assert told(f"content/{kind}/new.md", awake) == []


def test_a_very_long_name_is_cut_to_fit() -> None:
    catalog = catalog_of({"content/meetups/new.md": begun("meetups", f"{'Long ' * 50}\nName")})
    assert [each.name for each in catalog] == [("Long " * 16).strip()]


def test_a_starter_begins_with_what_is_needed() -> None:
    assert begun("informal-groups", "Friday Football").split("\n# What else")[0] == (
        "---\n"
        "# Informal group. Lines with # are not read; delete the # of those you fill in.\n"
        "\n"
        "name: Friday Football  # The name people know it by.\n"
        "summary: Monthly drop-in for freelancers of any kind.  # One sentence: what it is and for whom.\n"
        "support: [guidance, referrals]  # What people find there.\n"
        "activity: sports\n"
        "url: https://example.org/\n"
        "source: [https://example.org/]\n"
        "compiled: 2026-11-22\n"
        "city: Porto\n"
        "country: PT\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_says_where_its_city_is_and_fits(kind: str) -> None:
    text = starter(charter().kinds, kind, "Python Nantes", TODAY, ("Nantes", "FR")).text
    awake = [line.partition("  #")[0] for line in text.split("\n") if not line.startswith("#")]
    assert {"city: Nantes", "country: FR", "lat: 47.22", "lon: -1.55", "timezone: Europe/Paris"} <= set(awake)
    assert told(f"content/{kind}/new.md", text) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_tells_editors_its_schema(kind: str) -> None:
    made = starter(charter().kinds, kind, "Python Nantes", TODAY)
    lines = made.text.split("\n")
    assert lines[:2] == ["---", f"# yaml-language-server: $schema=../.schema/{kind}.json"]
    beside = (PurePosixPath(made.path).parent / lines[1].partition("$schema=")[2]).parts
    assert beside == ("content", kind, "..", ".schema", f"{kind}.json")
    assert told(made.path, made.text) == []


def test_a_city_that_yaml_would_misread_is_quoted() -> None:
    made = starter(charter().kinds, "meetups", "A", TODAY, ('Say "No": a\ntown', "NO"))
    (listing,) = catalog_of({made.path: made.text})
    assert (listing.get("city"), listing.get("country")) == ('Say "No": a town', "NO")


def test_a_kind_without_cities_takes_none() -> None:
    kind = charter().kinds["meetups"]
    homeless = replace(kind, fields={name: kind.fields[name] for name in kind.fields if name != "city"})
    with pytest.raises(Refused, match=r"^Meetups have no field city\.$"):
        starter({"meetups": homeless}, "meetups", "A", TODAY, ("Leeds", "GB"))


@pytest.mark.parametrize("value", [*NAMES, " ", "tab\there", "a: b", "a #b"])
def test_a_quoted_text_is_read_back_unchanged(value: str) -> None:
    (_, node) = read_nodes(f"name: {quoted(value)}", 0).pairs[0]
    assert isinstance(node, Text)
    assert node.value == value
