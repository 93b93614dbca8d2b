"""Whatever a stranger sends, and whatever a broken disk keeps, gives listings or problems, and nothing else."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.hostile.attacks import MANY, NEEDED, PUMPS
from signpost.edges import earlier
from signpost.intake.parse import LARGEST, parse
from signpost.model.problems import LONGEST_HINT, LONGEST_SAY, MOST, Problem, Unfit, in_order, problem
from signpost.model.source import Document, Span, unread
from tests.conftest import declared
from tests.directories import built, catalog_of, listing, tree_of
from tests.intakes import INTAKES, LONGEST, are_told
from tests.telling import PYTHON_NANTES, headlines, problems_of

pytestmark = pytest.mark.apart

FIELDS = (
    "name", "summary", "url", "email", "phone", "links", "city", "country", "lat", "serves", "timezone", "meets",
    "hosted_at", "languages", "support", "cost", "verified", "source", "compiled", "status", "formerly", "title",
    "order", "type", "label", "vocabulary", "required", "one", "many", "intro", "terms", "fields", "sections",
    "defaults", "one_of", "base_url", "language", "format", "addresses", "body", "number", "user", "labels",
    "contents", "services", "schedules",
)  # fmt: skip
LETTERS = st.characters(codec="utf-8")
WORDS = st.one_of(st.sampled_from(PUMPS), st.text(LETTERS, max_size=12), st.dates().map(str), st.integers().map(str))
VALUES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda each: f"[{', '.join(each)}]"),
        st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4).map(
            lambda each: "{" + ", ".join(f"{name}: {value}" for name, value in each.items()) + "}"
        ),
        inner.map(lambda each: '"' + each.replace("\\", "\\\\").replace('"', '\\"') + '"'),
        inner.map(lambda each: f"\n  - {each}\n  - {each}"),
    ),
    max_leaves=6,
)
LINES = st.tuples(st.sampled_from(FIELDS), VALUES).map(lambda each: f"{each[0]}: {each[1]}")
NEARLY = st.tuples(st.sampled_from(["", NEEDED]), st.lists(LINES, max_size=6), st.text(LETTERS, max_size=40)).map(
    lambda each: f"---\n{each[0]}{chr(10).join(each[1])}\n---\n{each[2]}"
)
PLAIN = st.lists(LINES, max_size=8).map("\n".join)
TABLES = st.lists(st.lists(st.one_of(st.sampled_from(FIELDS), WORDS), max_size=4).map(",".join), max_size=4).map(
    "\n".join
)
ANSWERS = st.lists(st.tuples(st.sampled_from(["Name", "Website", "Meets", "City", "Text"]), VALUES)).map(
    lambda each: "\n\n".join(f"### {label}\n\n{value}" for label, value in each)
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4)),
    max_leaves=8,
)
SENT = st.one_of(
    st.binary(max_size=200),
    *(each.map(lambda text: text.encode("utf-8", "replace")) for each in (NEARLY, PLAIN, TABLES, ANSWERS)),
    JSON.map(lambda each: json.dumps(each).encode()),
)


@pytest.mark.parametrize("intake", INTAKES.values(), ids=INTAKES)
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(content=SENT)
def test_any_bytes_are_read_or_refused_in_words(intake: Callable[[bytes], None], content: bytes) -> None:
    intake(content)


HARD = (
    *(b"[" * 60_000, b"{" * 60_000, b"- " * 30_000, b'{"a": ' * 20_000, b"9" * 5000, b"\x00" * 99, b"\xff\xfe" * 99),
    *(b"," * 60_000, b"a,b\n" * 9000, b"name\n" + b"x" * 200_000, b"PK\x03\x04", b"--map\x00=", b"--port\x00\xb2"),
    *(b"Infinity", b"1e999", b'[{"number": 1e999}]', b'"\\ud800"', b'["\\ud800"]', b"\xed\xa0\x80", b"trusted: *a"),
    b'{"number": Infinity, "body": "", "user": {"login": "a", "id": 1}, "labels": []}',
    b'{"number": 1, "body": "### Name\\n\\n\\ud800", "user": {"login": "a", "id": 1}, "labels": []}',
    (
        b'{"format": "signpost links 1", "addresses": {"a": {"class": "ok", '
        b'"since": "2026-01-01", "tried": "2026-01-01", "times": 1e999}}}'
    ),
    b'{"problems": [], "standing": [], "changes": [], "notes": ["\\ud800"]}',
)
"""What readers of JSON, YAML, tables and numbers stumble over."""


@pytest.mark.parametrize("intake", INTAKES.values(), ids=INTAKES)
def test_what_readers_stumble_over_is_refused_in_words(intake: Callable[[bytes], None]) -> None:
    for content in HARD:
        intake(content)


@pytest.mark.parametrize("attack", MANY, ids=lambda each: each[0])
def test_more_of_anything_than_anybody_writes_is_told_in_few_words(attack: tuple[str, object, str, str, str]) -> None:
    _, path, before, line, after = attack
    text = before + "".join(line.replace("#", str(n)) for n in range(LARGEST // (len(line) + 4) - 60)) + after
    found = [each for each in problems_of({str(path): text}) if each.path == str(path)]
    are_told(found)
    assert len(found) <= MOST + 1
    assert len({id(each.line) for each in found if len(each.line) > LONGEST}) <= 1


def test_a_message_that_repeats_what_was_written_is_broken_off() -> None:
    found = problem(unread("a.md"), Unfit("rule", "a" * 9999, "b" * 9999))
    assert (len(found.say), len(found.hint)) == (LONGEST_SAY, LONGEST_HINT)
    assert LONGEST_SAY + LONGEST_HINT <= LONGEST
    assert found.say[-1] + found.hint[-1] == "……"


def test_the_first_hundred_problems_of_a_file_are_told() -> None:
    many = [Problem("a.md", "rule", "It is wrong", span=Span(n, 1, 2)) for n in range(1, 301)]
    one = Problem("b.md", "rule", "It is wrong")
    told = in_order([one, *reversed(many)])
    more = Problem("a.md", "and-more", "There are 200 more problems in this file", "Mend these first.", Span(101, 1, 2))
    assert told == [*many[:100], more, one]
    assert in_order(told) == told


def test_warnings_that_are_left_out_are_no_problems() -> None:
    many = [Problem("a.md", "rule", "Look", span=Span(n, 1, 2), warning=True) for n in range(300)]
    assert all(each.warning for each in in_order(many))


def test_a_line_is_held_once_however_much_there_is_to_tell_of_it() -> None:
    document = Document("a.md", "a" * 60_000, "", 1, lambda _: None)  # type: ignore[arg-type, return-value]
    assert document.line(1) is document.line(1)


def test_a_file_holds_no_more_values_than_anybody_looks_through() -> None:
    assert headlines(f"---\n{{{'a, ' * 3100}}}\n---\n")[0].endswith("[duplicate-field]")
    fields = "".join(f"f{n}: x\n" for n in range(1600))
    assert headlines(f"---\n{fields}---\n") == ["The fields hold more than 3000 names and values [too-much]"]


def test_a_letter_with_more_accents_than_any_language_has_is_told() -> None:
    text = listing("Zed", body="A\n" + "o\u0300\u0316" * 3 + "a" + "\u0316\u0300" * 16)
    assert headlines(text) == ["More than 30 accents stand on one letter [stacked-marks]"]
    assert headlines(listing("Zed", body="e\u0316\u0300 \u05e9\u05c1\u05b8")) == []


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn", "com1", "lpt9"])
def test_a_name_that_windows_cannot_hold_is_told(name: str) -> None:
    assert headlines(listing("Zed"), f"content/meetups/{name}.md") == [
        f'Windows cannot hold a file with the name "{name}" [bad-file-name]'
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Zed",
        "ZED",
        "caf\u00e9",
        "cafe\u0301",
        "a..b",
        "a b",
        "a" * 251,
        "\u212bngstr\u00f6m",
        "%2e%2e",
        "a\\b",
        "-a",
        "a:b",
    ],
)
def test_names_that_differ_where_files_are_kept_in_other_ways_are_told(name: str) -> None:
    (found,) = headlines(listing("Zed"), f"content/meetups/{name}.md")
    assert found.endswith("cannot be an address [bad-file-name]")


@pytest.mark.parametrize("name", [".", "..", "...", ".zed", "..zed"])
def test_what_begins_with_a_dot_is_for_other_programs(name: str) -> None:
    assert problems_of({f"content/meetups/{name}.md": "\x00"}) == []


@pytest.mark.parametrize(
    "body", ["is " * 20_000 + "the end", "Come.", "a" * 60_000], ids=["20,000 words", "one word", "one long word"]
)
def test_a_listing_of_very_many_words_and_one_of_one_are_published(body: str) -> None:
    texts = {PYTHON_NANTES: listing("Python Nantes", body=body)}
    assert [each.document.path for each in catalog_of(texts)] == [PYTHON_NANTES]
    page = built(tree_of(texts))["meetups/python-nantes/index.html"].decode()
    assert page.count("is ") >= body.count("is ")
    assert body[-5:] in page


def test_twenty_thousand_short_words_fit_into_a_listing_and_more_are_told() -> None:
    assert headlines(listing("Zed", body="is " * 20_000)) == []
    (found,) = headlines(listing("Zed", body="is " * 22_000))
    assert found.endswith("[too-large]")


def test_a_yaml_bomb_is_told_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(900))
    assert headlines(f"---\n{bomb}---\n") == ["&a refers to another value [alias]"]


def test_a_line_of_ten_megabytes_is_not_looked_at() -> None:
    assert headlines(b"a" * 10_000_000) == ["The file has 9765 KB; there is room for 64 [too-large]"]


def test_kinds_that_have_more_fields_than_tables_have_columns_are_told() -> None:
    kind = "one: Zed\nmany: Zeds\nintro: Places for Zeds\nstale_after_days: 9\nfields:\n"
    texts = {
        f"content/{name}/_kind.yaml": kind + "".join(f"  {name}_{n}: {{type: text}}\n" for n in range(300))
        for name in ("one", "two", "three")
    }
    found = {each.path: each.rule for each in problems_of(texts)}
    assert found == {"content/three/_kind.yaml": "too-many-fields"}


def test_parts_of_the_declarations_that_hold_too_much_leave_the_others_alone() -> None:
    terms = "label: Zed\nterms:\n" + "".join(f"  t{n}: T\n" for n in range(2900))
    documents, problems = parse({**declared(), "content/_terms/zed.yaml": terms.encode()})
    assert [each.rule for each in problems] == ["too-much"]
    assert len(documents) >= 5


@pytest.mark.parametrize("at", [0, 31, 32, 40, -1])
def test_what_a_build_keeps_is_not_read_once_a_byte_of_it_is_another(tmp_path: Path, at: int) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.signpost").write_text("ours")
    now, made = earlier.Known("key", {"a": (1, 2, 3)}), earlier.Made("said", "", {}, "", "", apart=True)
    earlier.remember(tmp_path, tmp_path / "site", now, made)
    assert earlier.recalled(tmp_path, tmp_path / "site") is not None
    (kept,) = (tmp_path / earlier.FOLDER).iterdir()
    content = bytearray(kept.read_bytes())
    content[at] ^= 0xFF
    kept.write_bytes(content)
    assert earlier.recalled(tmp_path, tmp_path / "site") is None
