"""What YAML's parsers cannot read, in words for its author."""

from typing import Any

import pytest
import yaml

from signpost.intake.parse.traps import explained
from signpost.model.problems import Unfit

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


def explanations(text: str) -> list[Unfit]:
    """What each of YAML's two parsers leads to."""

    def with_loader(loader: Any) -> Unfit:
        with pytest.raises(yaml.YAMLError) as caught:
            list(yaml.parse(text, Loader=loader))
        return explained(caught.value, text, 0)

    return [with_loader(loader) for loader in LOADERS]


def one(line: str) -> tuple[str, str, str]:
    """Rule, the words under the caret, and the hint, for a line between two that are right."""
    text = f"name: Python Nantes\n{line}\ncountry: FR\n"
    first, second = explanations(text)
    assert first.args == second.args
    assert first.span is not None
    lines = text.split("\n")
    return first.rule, lines[first.span.line - 1][first.span.column - 1 : first.span.end - 1], first.hint


@pytest.mark.parametrize(
    ("line", "rule", "marked", "hint"),
    [
        ("how: Note: bring a chair", "colon-in-text", "Note: bring a chair", 'how: "Note: bring a chair"'),
        ('how: Say "hi": loud', "colon-in-text", 'Say "hi": loud', 'how: "Say \\"hi\\": loud"'),
        ("city:Nantes", "no-blank-after-colon", "city:Nantes", "city: Nantes"),
        ('how: "Hi" is enough', "open-quote", '"Hi" is enough', "how: '\"Hi\" is enough'"),
        ("how: 'Members' lunch'", "open-quote", "'Members' lunch'", 'how: "Members\' lunch"'),
        ('how: \'"Members" lunch', "open-quote", '\'"Members" lunch', "how: '\"Members\" lunch'"),
        ('how: "C:\\quiet"', "open-quote", '"C:\\quiet"', "how: 'C:\\quiet'"),
        ("how: [a, b", "open-bracket", "[", "Add ] at the end."),
        ("how: {a: b", "open-bracket", "{", "Add } at the end."),
        ("how: [a]]", "open-bracket", "]", "Delete it, or put it between the brackets."),
        ("how: [a], b", "open-bracket", ", b", "Delete it, or put it between the brackets."),
        ("how: [a, , b]", "open-bracket", "[a, , b]", "Put a comma between the values"),
        ("how: @team", "needs-quotes", "@team", 'how: "@team"'),
        ("how: `team`", "needs-quotes", "`team`", 'how: "`team`"'),
        ("how: *all* of us", "needs-quotes", "*all* of us", 'how: "*all* of us"'),
        ("how: % of it", "needs-quotes", "% of it", 'how: "% of it"'),
        ("how: ] or [", "needs-quotes", "] or [", 'how: "] or ["'),
        ("how: - first", "needs-quotes", "- first", 'how: "- first"'),
        ("how: | first", "needs-quotes", "| first", 'how: "| first"'),
        ("  how: late", "bad-indent", "how: late", "two blanks further in"),
        ("free for everyone", "not-yaml", "free for everyone", "Write it as name: value;"),
    ],
)
def test_a_trap_is_explained_by_the_shape_of_its_line(line: str, rule: str, marked: str, hint: str) -> None:
    told, under, said = one(line)
    assert (told, under) == (rule, marked)
    assert hint in said


@pytest.mark.parametrize("before", ['"a: b"', "{a: b}", "[a, b]", "'it''s' # fine", "[[a], [b]]"])
def test_a_line_that_is_right_is_not_blamed_for_the_next(before: str) -> None:
    assert {each.rule for each in explanations(f"first: {before}\n  second: c\n")} == {"bad-indent"}


def test_an_end_that_comes_too_early_is_told_where_it_began() -> None:
    (first, second) = explanations("tags: [a, b\nname: Python\ncity: Nantes\n")
    assert (first.rule, first.span) == (second.rule, second.span)
    assert first.span is not None
    assert (first.rule, first.span.line) == ("open-bracket", 1)


def test_what_has_no_shape_is_told_at_its_line() -> None:
    assert {each.rule for each in explanations("a: b\n? c: d: e\n")} <= {"not-yaml", "bad-indent"}


def test_an_error_without_a_place_is_told_at_the_beginning() -> None:
    found = explained(yaml.MarkedYAMLError("while reading", None, "cannot", None), "a: b\n", 0)
    assert (found.rule, found.span) == ("not-yaml", (1, 1, 5))
