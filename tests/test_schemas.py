"""The JSON Schemas say what `signpost check` says, as far as a schema can: on every case in tests/cases/."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import pytest
import yaml
from jsonschema import Draft202012Validator

from signpost.edges import disk
from signpost.intake.parse import parse
from signpost.model.fieldtypes import TYPES
from signpost.model.fieldtypes.times import MEETING
from signpost.model.kinds import Kind
from signpost.model.listings import Catalog
from signpost.model.problems import Problem
from signpost.model.source import Document, Tree
from signpost.output.draft import draft
from signpost.output.export.schemas import schema, schemas
from signpost.output.export.schemas.values import EACH, OF_TYPE, examples_of, value_of
from signpost.pipeline import take_in
from tests.conftest import HERE, TODAY, declared, miniature
from tests.directories import catalog_of, listing
from tests.telling import field, vocabulary

CANNOT = {
    "alike-name": "compares listings",
    "moved-from": "compares listings",
    "no-such-image": "looks at other files",
    "no-such-listing": "looks at other files",
    "no-such-page": "looks at the text below the fields, and at other files",
    "same-address": "compares listings",
    "same-name": "compares listings",
    "same-page": "compares listings",
    "removed-listing": "looks at other files",
    "bad-file-name": "looks at the file's name",
    "wrong-place": "looks at the file's name",
    "not-read": "looks at the file's name",
    "top-heading": "looks at the text below the fields",
    "deep-quotation": "looks at the text below the fields",
    "too-many-emails": "looks at the text below the fields",
    "address-in-text": "looks at the text below the fields",
    "cut-off": "looks at comments, which an editor's reader of values does not see",
    "future": "depends on today",
    "zone": "depends on how many time zones a country has",
}
"""Rules about a listing that no schema can express, each with the reason."""

PARTLY = {
    "alert-until": "that an alert lasts at most 90 days depends on today",
    "not-a-language": "which tags are in CLDR",
    "not-a-meeting": "that it ends after it starts would compare two values",
    "not-a-number": "1e3 and 0x10 are numbers to an editor",
    "not-a-phone": "how many digits a country's numbers have; and +351 without quotation marks is a number",
    "not-a-timezone": "which names are in IANA's list",
    "not-an-email": "RFC 5322 has more to say",
    "not-hours": "that it opens and closes at different times",
    "out-of-range": "a number between quotation marks has no bounds",
    "too-long": "a number's digits are not counted",
    "left-behind": "the text below the fields is not seen",
}
"""Rules of which a schema expresses the most part, and what it leaves to `signpost check`."""

STRICTER = {
    "empty-field": "an editor should tell at once that nothing stands after a name; for `check` it is a warning"
}
"""Warnings that are errors in a schema. All other warnings are no matter of a schema's.

A schema is stricter in one thing more: blanks between quotation marks, as in "PT ", are not taken off.
"""


class Editor(yaml.CSafeLoader):
    """YAML as editors read it (YAML 1.2, core schema): `NO` and `18:30` are texts, `2026` a number, a date a text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as PyYAML has it


def number_of(loader: yaml.CSafeLoader, node: yaml.ScalarNode) -> int:
    """A whole number with all its digits: 0351 is 351, not octal."""
    return int(str(loader.construct_scalar(node)))


for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
Editor.add_constructor("tag:yaml.org,2002:int", number_of)


def seen(document: Document) -> Any:
    """What an editor sees of a file's fields."""
    front = document.text.split("\n---", 1)[0].removeprefix("---") if document.path.endswith(".md") else document.text
    return yaml.load(front, Loader=Editor) or {}  # noqa: S506 - it is a SafeLoader


def faults(value: Any, kind: Kind) -> list[str]:
    """What a kind's schema finds wrong with a file's values."""
    validator = Draft202012Validator(schema(kind))
    return [f"{each.json_path}: {each.message[:200]}" for each in validator.iter_errors(value)]


class Case(NamedTuple):
    """A listing of a case that can be read at all, its kind, and what is told of it."""

    document: Document
    kind: Kind
    problems: list[Problem]


@cache
def cases(name: str) -> tuple[Case, ...]:
    """Every listing of a folder of cases; none where the declarations cannot be read."""
    own, _ = disk.read(HERE / "cases" / name, ["content"])
    catalog, problems = take_in({**declared(), **own}, TODAY)
    return () if catalog is None else tuple(_cases(own, catalog, problems))


def _cases(own: Tree, catalog: Catalog, problems: list[Problem]) -> Iterator[Case]:
    for document in parse(own)[0]:
        _, slug, name = f"{document.path}/".split("/")[:3]
        kind = catalog.charter.kinds.get(slug)
        if kind and not name.startswith("_"):
            yield Case(document, kind, [each for each in problems if each.path == document.path])


CASES = sorted(each.name for each in (HERE / "cases").iterdir() if not each.name.startswith("_"))


@pytest.mark.parametrize("name", CASES)
def test_a_schema_finds_wrong_what_check_finds_wrong(name: str) -> None:
    for case in cases(name):
        found = faults(seen(case.document), case.kind)
        told = {each.rule for each in case.problems if not each.warning or each.rule in STRICTER} - CANNOT.keys()
        if told - PARTLY.keys():
            assert found, (case.document.path, told)
        elif not told:
            assert found == [], case.document.path


def test_no_rule_is_called_impossible_that_a_schema_expresses() -> None:
    """A file that only such rules speak of is sound to its schema; of the others, each finds something in some case."""
    expressed = set()
    for case in chain.from_iterable(map(cases, CASES)):
        rules = {each.rule for each in case.problems if not each.warning}
        if len(rules) == 1 and faults(seen(case.document), case.kind):
            expressed |= rules
    assert expressed & CANNOT.keys() == set()
    assert PARTLY.keys() - expressed == set()


CHARTER = catalog_of({}).charter
MEETUPS = CHARTER.kinds["meetups"]
BAD_MEETINGS = (HERE / "cases/meetings-of-each-bad-sort/content/meetups/python-nantes.md").read_text(encoding="utf-8")


def meetups(*lines: str) -> list[str]:
    """What the schema of meetups finds wrong with a listing that has some lines."""
    (document,), _ = parse({"content/meetups/a.md": listing("A", *lines).encode()})
    return faults(seen(document), MEETUPS)


@pytest.mark.parametrize("line", re.findall("^  - (.+)$", BAD_MEETINGS, re.MULTILINE))
def test_each_bad_meeting_is_found(line: str) -> None:
    compares_two_values = "ends: 2026-05-01" in line
    assert bool(meetups(f"meets: {line}")) is not compares_two_values


@pytest.mark.parametrize(
    "line",
    [
        "name: 2026", "name: true", "name: 'null'", "name: No", "phone: '+351210000000'", "phone: +351210000000",
        "postcode: 0123", "postcode: 4000-000", "lat: 41\nlon: -8.6", "lat: '41.15'\nlon: '-8'", "seen_active: 2026",
        "seen_active: '2026'", "seen_active: 2026.0", "country: NO", "languages: [no, en]", "languages: no",
        "work: any", "verified: '2026-11-10'", "verified: 2024-02-29", "verified: 2000-02-29",
        "meets: {every: month, day: 15}",
        "meets: {every: month, day: [15], from: 18:30, to: 20:00}", "how_to_join: |\n  Come along.\n",
        "meets: {every: 2 weeks, day: [monday, friday], starts: 2026-01-05}", "url: HTTP://a.example.org:80?x=1",
        "hosted_at: coworking-spaces/kitchen-table", "serves: [PT, europe, worldwide]", "tags: [2026, true, co-op]",
        "alert: Closed\nalert_until: 2026-12-01", "links: {meetup: 'https://a.example.org/'}",
    ],
)  # fmt: skip
def test_what_our_reader_takes_an_editor_takes(line: str) -> None:
    assert meetups(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "name: ''", "name: '   '", "summary: 2026", "support: []", "support: guidance, referrals", "work: [any, any]",
        "tags: [1, 2, 3, 4, 5, 6, 7, 8, 9]", "lat: 91\nlon: 0", "seen_active: 2026.5", "lat: 41", "alert: Closed",
        "country: PORTUGAL", "links: {myspace: 'https://a.example.org/'}", "phone: 912", "verified: 2026-02-30",
        "verified: 2026-02-29", "verified: 1900-02-29",
        "verified: 2026-11-31", "meets: {every: month, day: 29}", "cost: ~", "nmae: A",
        "meets: {date: 2026-12-17, from: 24:00}",
    ],
)  # fmt: skip
def test_what_our_reader_refuses_an_editor_refuses(line: str) -> None:
    assert meetups(line)


def test_of_a_removed_listing_only_its_status_may_stay() -> None:
    assert faults({"status": "removed"}, MEETUPS) == []
    assert faults({"status": "removed", "name": "A"}, MEETUPS) != []
    assert faults({"status": "closed"}, MEETUPS) != []


def test_every_type_has_a_schema_and_every_schema_a_type() -> None:
    types = {*TYPES, *(field.type.name for field in MEETING.values())}
    singles = {EACH.get(name, name) for name in types}
    assert singles == OF_TYPE.keys()


KINDS = list(take_in(miniature(), TODAY)[0].charter.kinds.values())  # type: ignore[union-attr] - it is sound


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_schema_is_one(kind: Kind) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_example_and_default_fits_its_own_field(kind: Kind) -> None:
    whole = schema(kind)
    for each in kind.fields.values():
        of = {**whole["properties"][each.name], "$defs": whole["$defs"]}
        values = [*examples_of(each).get("examples", ()), *([of["default"]] if "default" in of else ())]
        assert [list(Draft202012Validator(of).iter_errors(value)) for value in values] == [[]] * len(values)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_starter_fits_its_schema(kind: Kind) -> None:
    (document,), _ = parse({f"content/{kind.slug}/a.md": draft(kind, "Python Nantes", TODAY).encode()})
    assert faults(seen(document), kind) == []


def test_a_code_is_taken_as_what_an_editor_makes_of_it() -> None:
    codes = field("term", vocabulary=vocabulary("2026", "true", "100-1000"))
    assert value_of(codes)["enum"] == ["2026", 2026, "true", True, "100-1000"]
    assert value_of(codes)["enumDescriptions"] == ["2026", "2026", "True", "True", "100-1000"]


def test_links_without_a_vocabulary_have_any_name() -> None:
    links = Draft202012Validator(value_of(field("links")))
    assert links.is_valid({"anything": "https://example.org/"})
    assert not links.is_valid({"anything": "example.org"})


def test_a_schema_is_written_a_line_a_field_and_is_the_same_in_every_place() -> None:
    here, there = [list(schemas(CHARTER, folder)) for folder in ("content/.schema", "data/v1/schema")]
    assert [each.content for each in here] == [each.content for each in there]
    (meetup,) = [each for each in here if each.path == "content/.schema/meetups.json"]
    lines = meetup.content.decode().split("\n")
    start = '    "cost": {"title": "Cost", "description": "Leave it out when it is not known.", "enum": ["free", '
    assert len([line for line in lines if line.startswith(start)]) == 1
    assert json.loads(meetup.content) == schema(MEETUPS)
