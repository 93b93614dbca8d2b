"""Two readers of YAML: what the quick one reads is what the careful one reads, and the rest it leaves alone."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from signpost.intake.parse.nodes import read_nodes
from signpost.intake.parse.quick import glance
from signpost.model.problems import Unfit
from signpost.model.source import Entries, Items, Node, is_empty

CONTENT = Path(__file__).parent.parent / "content"
CASES = Path(__file__).parent / "cases"


def told(node: Node | None) -> object:
    """What a node says, wherever it stands."""
    if isinstance(node, Entries):
        return [(name.value, told(each)) for name, each in node.pairs]
    if isinstance(node, Items):
        return [told(each) for each in node.nodes]
    return (node.value, is_empty(node)) if node else None


def carefully(text: str) -> object:
    """What the careful reader reads; nothing where it finds something to tell."""
    try:
        return told(read_nodes(text, 0))
    except Unfit:
        return None


def heads() -> list[str]:
    """The fields of every file of this directory, and of every case of the tests."""
    texts = (path.read_bytes() for path in [*CONTENT.rglob("*"), *CASES.rglob("*")] if path.suffix in (".md", ".yaml"))
    read = (each.decode("utf-8", "replace").replace("\r\n", "\n") for each in texts)
    return [each.partition("---\n")[2].rpartition("\n---")[0] if each.startswith("---") else each for each in read]


def test_both_read_the_same_wherever_the_quick_one_reads() -> None:
    found = [(text, read) for text in heads() if (read := glance(text))]
    assert [text for text, read in found if told(read) != carefully(text)] == []
    assert len(found) > 400


WRITTEN = (
    "postcode: 01234", "lat: 52.50", "lon: -0.0", "founded: +2015", "capacity: 0x1F", "n: 1_000", "n: 1e3", "n: .5",
    "open: True", "open: yes", "country: NO", "verified: 2026-07-15", "from: 18:30", "phone: +442079460000",
    "name: \"2015\"", "name: 'it''s'", "name: \"~\"", "name: two\n  lines", "summary: |\n  two\n   lines\n",
    "summary: >-\n  one\n  line", "at: {lat: 1.0, lon: 2.50}", "meets: {day: 15}", "meets: {day: 015}", "tags: [1, 2]",
    "tags: [on, 1.10]", "tags:\n  - a\n  - b", "a: 'x\nn: 5\n'\nn: 0x5", "\"n\": 5", "n:  5", "n: 5\nm: 5",
)  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
def test_a_value_is_read_as_it_is_written(text: str) -> None:
    assert (read := glance(text)) is None or told(read) == carefully(text)


@pytest.mark.parametrize(
    "text", ["founded: 2015", "lat: 52.50", "open: true", "meets: {day: 15}", "meets:\n  - day: 15", "name: A & B"]
)
def test_what_most_files_say_is_read_at_a_glance(text: str) -> None:
    assert told(glance(text)) == carefully(text)


@pytest.mark.parametrize(
    "text",
    [
        "name: &a x\nother: *a", "name: !str x", "name: Salon #2", "name: a\n\tb: c", "name: a\nname: b", "name:",
        "\"n\": [0x5]",
        "a\n", "- a", "", "name: [", "name: a\n---\nname: b", "? a\n: b", "1: a",
        "a: {b: {c: {d: {e: {f: {g: h}}}}}}",
        "a: ~", "%YAML 1.1\n---\na: b", "a: 99999999999999999999999", "meets: {day: 0x1}",
        "meets: {day: }", "a: {1: b}",
    ],
)  # fmt: skip
def test_what_takes_care_is_left_to_the_careful_reader(text: str) -> None:
    assert glance(text) is None


ATOMS = st.sampled_from(
    ["a", "b c", "é", "5", "-1", "05", "0x5", "1.50", "1e3", ".5", "true", "No", "~", "null", "Null",
     "''", '"5"', "2026-01-02", "18:30", "- a", "#", " #", ": ", "&a", "*a", "!", "!t", "|", ">", "[", "]", "{", "}",
     ",", "'", '"', "\n", "\n  ", "\n    ", "\t"]
)  # fmt: skip
NAMES = st.sampled_from(["a", "name", "5", "true", '"n"', "n"])
VALUES = st.lists(ATOMS, max_size=6).map("".join)
LINES = st.lists(st.tuples(NAMES, st.sampled_from([": ", ":", ":  ", ":\n  - ", ": ["]), VALUES), max_size=5)


@given(LINES.map(lambda lines: "\n".join(map("".join, lines))))
@example("a: 'x\na: 5\n'")
def test_both_read_the_same_in_whatever_is_nearly_yaml(text: str) -> None:
    assert (read := glance(text)) is None or told(read) == carefully(text)


@given(st.text(alphabet=st.sampled_from("ab:- \n[]{},'\"#&*!|>~015.xetrufalsn"), max_size=40))
def test_both_read_the_same_in_any_text(text: str) -> None:
    assert (read := glance(text)) is None or told(read) == carefully(text)
