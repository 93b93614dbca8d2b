"""Nodes and documents as they were written."""

from signpost.intake.parse import document
from signpost.intake.parse.nodes import read_nodes
from signpost.model.source import START, Span, is_empty, is_within, scalars

LISTING = (
    b"---\nname: Python Nantes\nregion:\nrelated: [meetups/a, meetups/b]\nlinks:\n  meetup: there\n---\nCome along.\n"
)


def test_a_value_is_found_by_its_name() -> None:
    fields = document("content/meetups/a.md", LISTING).fields
    assert fields.get("name") == ("Python Nantes", Span(2, 7, 20), True)
    assert fields.get("nmae") is None


def test_a_place_is_that_of_the_value_then_of_its_name_then_the_first_line() -> None:
    fields = document("content/meetups/a.md", LISTING).fields
    assert [fields.span_of(name) for name in ("name", "region", "nmae")] == [Span(2, 7, 20), Span(3, 1, 7), START]


def test_one_value_of_a_list_has_a_place_of_its_own() -> None:
    fields = document("content/meetups/a.md", LISTING).fields
    assert fields.span_of("related", "meetups/b") == Span(4, 22, 31)
    assert fields.span_of("links", "there") == Span(6, 11, 16)
    assert fields.span_of("related", "meetups/c") == fields.span_of("related") == Span(4, 10, 11)


def test_nothing_a_tilde_and_empty_quotation_marks_are_empty() -> None:
    empty = read_nodes('a:\nb: ~\nc: null\nd: ""\ne: " "\n', 0)
    given = read_nodes('a: "~"\nb: "null"\nc: 0\nd: no\ne: []\nf: {}\n', 0)
    assert [is_empty(node) for _, node in empty.pairs] == [True] * 5
    assert [is_empty(node) for _, node in given.pairs] == [False] * 6


def test_scalars_are_found_at_any_depth_and_names_are_left_out() -> None:
    assert [each.value for each in scalars(read_nodes("a: [b, {c: d}]\ne: f\n", 0))] == ["b", "d", "f"]


def test_a_line_is_shown_as_it_was_written() -> None:
    given = document("content/meetups/a.md", LISTING)
    assert [given.line(number) for number in (0, 2, 8, 99)] == ["", "name: Python Nantes", "Come along.", ""]


def test_a_path_is_within_itself_its_folders_and_the_whole_project() -> None:
    path = "content/meetups/a.md"
    assert [
        place for place in (path, "content/meetups", "content", ".", "content/meet", "") if is_within(path, [place])
    ] == [path, "content/meetups", "content", "."]
    assert not is_within(path, [])
