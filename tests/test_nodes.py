"""The YAML of a file, in which every scalar stays text."""

import pytest

from signpost.intake.parse.nodes import read_nodes
from signpost.model.problems import Unfit
from signpost.model.source import START, Entries, Items, Node, Span, Text


def plain(node: Node) -> object:
    """A node without its places."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [plain(each) for each in node.nodes]
    return {name.value: plain(each) for name, each in node.pairs}


def refused(text: str) -> tuple[str, Span | None]:
    with pytest.raises(Unfit) as caught:
        read_nodes(text, 0)
    return caught.value.rule, caught.value.span


def test_nothing_becomes_a_number_a_date_or_a_truth_value() -> None:
    written = {
        "country": "NO",
        "from": "19:00",
        "phone": "0033240000000",
        "postcode": "01234",
        "verified": "2026-11-22",
        "trial": "yes",
        "capacity": "0x1F",
        "name": "null island",
        "lat": "41.150",
        "on": "off",
    }
    assert plain(read_nodes("".join(f"{name}: {value}\n" for name, value in written.items()), 0)) == written


def test_lists_and_named_values_keep_their_order() -> None:
    text = "meets:\n  - {every: month, day: first tuesday}\n  - date: 2026-12-17\nsupport: [b, a]\n"
    assert plain(read_nodes(text, 0)) == {
        "meets": [{"every": "month", "day": "first tuesday"}, {"date": "2026-12-17"}],
        "support": ["b", "a"],
    }


def test_quotation_marks_are_not_part_of_a_text() -> None:
    fields = read_nodes("a: 'Members'' lunch'\nb: \"one\\ntwo\"\nc: ! d\n", 0)
    assert plain(fields) == {"a": "Members' lunch", "b": "one\ntwo", "c": "d"}
    assert [node.plain for _, node in fields.pairs[:2] if isinstance(node, Text)] == [False, False]


def test_places_are_those_of_the_file_and_count_characters() -> None:
    fields = read_nodes("東京: 🙂 café\n", 3)
    assert fields.pairs[0] == (Text("東京", Span(4, 1, 3)), Text("🙂 café", Span(4, 5, 11)))


def test_a_text_over_several_lines_is_placed_at_its_beginning() -> None:
    assert read_nodes("a: >\n  b\n  c\n", 0).pairs[0][1].span == Span(1, 4, 4)


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n...\n".replace("---\n...\n", "\n\n")])
def test_nothing_gives_no_fields(text: str) -> None:
    assert read_nodes(text, 0) == Entries((), START)


@pytest.mark.parametrize(
    ("text", "rule", "span"),
    [
        ("city: &town Nantes\n", "alias", Span(1, 7, 19)),
        ("city: *town\n", "alias", Span(1, 7, 12)),
        ("tags: &all [*all]\n", "alias", Span(1, 7, 13)),
        ("&name name: Nantes\n", "alias", Span(1, 1, 11)),
        ("postcode: !!int 44000\n", "tag", Span(1, 11, 22)),
        ("it: !!python/object/apply:os.system [ls]\n", "tag", Span(1, 5, 38)),
        ("city: Nantes\ncity: Rezé\n", "duplicate-field", Span(2, 1, 5)),
        ("links: {a: b, a: c}\n", "duplicate-field", Span(1, 15, 16)),
        ("[city]: Nantes\n", "not-a-name", Span(1, 1, 2)),
        ("- Nantes\n", "not-fields", Span(1, 1, 1)),
        ("Nantes\n", "not-fields", Span(1, 1, 7)),
        ("a: b\n---\na: c\n", "two-listings", Span(2, 1, 4)),
        ("a: [[[[[[b]]]]]]\n", "nested-too-deep", Span(1, 9, 10)),
        ("a: {b: {c: {d: {e: {f: {g: h}}}}}}\n", "nested-too-deep", Span(1, 24, 25)),
        ("links:\n\tmeetup: there\n", "tab", Span(2, 1, 2)),
        ("links:\n  \tmeetup: there\n", "tab", Span(2, 3, 4)),
    ],
)
def test_what_is_not_plain_is_told_at_its_place(text: str, rule: str, span: Span) -> None:
    assert refused(text) == (rule, span)


def test_five_levels_are_enough_for_every_field() -> None:
    assert plain(read_nodes("a: [[[[[b]]]]]\n", 0)) == {"a": [[[[["b"]]]]]}


def test_a_tab_elsewhere_is_a_blank() -> None:
    assert plain(read_nodes("a:\tb\tc\n\t\nd: e\n", 0)) == {"a": "b\tc", "d": "e"}
