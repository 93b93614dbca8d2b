"""Expressions mean here what they mean on GitHub."""

from typing import Any

import pytest

from tests.workflows.expressions import filled, holds, value

CONTEXT = {
    "github": {
        "event": {"action": "labeled", "label": {"name": "Accepted"}, "number": 7, "each": [{"n": 1}, {"n": 2}]}
    },
    "steps": {"read": {"outputs": {"sound": "true", "none": ""}}},
    "status": "success",
}


@pytest.mark.parametrize(
    ("expression", "meant"),
    [
        ("github.event.action == 'labeled' && github.event.label.name == 'accepted'", True),
        ("github.event.action != 'labeled' || steps.read.outputs.sound != 'true'", False),
        ("!steps.read.outputs.none", True),
        ("steps.read.outputs.none || 'else'", "else"),
        ("steps.other.outputs.sound", None),
        ("github['event']['number'] == '7'", True),
        ("github.event.number > 6 && github.event.number <= 7", True),
        ("github.event.each[1].n", 2),
        ("contains(github.event.each.*.n, 2)", True),
        ("contains('Hello', 'hell') && startsWith('Hello', 'he') && endsWith('Hello', 'LO')", True),
        ("format('{0}-{1}', 'it''s', 3)", "it's-3"),
        ("join(fromJSON('[1, 2]'), '+')", "1+2"),
        ("(true && false) || always()", True),
        ("null == ''", True),
        ("'x' == 0", False),
        ("1.5 < 2", True),
    ],
)
def test_an_expression_has_its_value(expression: str, meant: Any) -> None:
    assert value(expression, CONTEXT) == meant


def test_a_text_is_filled_in() -> None:
    said = "n-${{ github.event.number }} ${{ steps.read.outputs.none }}${{ github.event.label }} ${{ true }}"
    assert filled(said, CONTEXT) == 'n-7 {"name": "Accepted"} true'


@pytest.mark.parametrize(
    ("condition", "status", "runs"),
    [
        ("", "success", True),
        ("", "failure", False),
        ("steps.read.outputs.sound == 'true'", "failure", False),
        ("failure()", "failure", True),
        ("${{ failure() && steps.read.outputs.sound == 'true' }}", "failure", True),
        ("always()", "failure", True),
        ("success()", "failure", False),
        ("!cancelled()", "failure", True),
    ],
)
def test_a_condition_asks_how_it_went_unless_it_does_so_itself(condition: str, status: str, *, runs: bool) -> None:
    assert holds(condition, {**CONTEXT, "status": status}) is runs


@pytest.mark.parametrize("expression", ["a # b", "true false", "unknown('x')"])
def test_what_is_not_known_is_not_guessed(expression: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        value(expression, CONTEXT)
