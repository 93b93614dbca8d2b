"""Every regular expression of the program and of its scripts takes a time that grows with its text, and no faster."""

import inspect
import re
from collections.abc import Iterator

import pytest

from signpost.output.reference import modules
from tests.conftest import HERE
from tests.patterns import METHODS, Pattern, compiled_in, of_script, worst, written_in

pytestmark = pytest.mark.apart
THEMES = ("signpost.again", "signpost.output.plan.patterns")
"""Modules whose patterns read the theme alone, which is code: whoever changes it can do what they like."""


def ours() -> Iterator[tuple[str, Pattern, set[str]]]:
    """Where each pattern stands, the pattern, and what is done with it."""
    every = [each for each in modules() if each.__name__ not in THEMES]
    text = "\n".join(map(inspect.getsource, every))
    for module in every:
        yield from ((module.__name__, pattern, {method}) for method, pattern in written_in(module))
        for name, pattern in compiled_in(module):
            used = set(re.findall(rf"\b{name}\.(\w+)\(", text)) & METHODS
            yield module.__name__, pattern, used or {"match", "fullmatch", "search"}


def of_scripts() -> Iterator[tuple[str, Pattern, set[str]]]:
    """The same of the theme's scripts."""
    for path in sorted((HERE.parent / "templates").rglob("*.js")):
        yield from ((path.name, each, {"search"}) for each in of_script(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("patterns", "least"), [(ours, 100), (of_scripts, 70)])
def test_no_text_costs_more_than_its_length(patterns, least: int) -> None:  # type: ignore[no-untyped-def]
    found = {(place, pattern, *sorted(methods)) for place, pattern, methods in patterns()}
    assert len(found) >= least
    assert [f"{place}: {text}" for place, pattern, *methods in found if (text := worst(pattern, set(methods)))] == []


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(a+)+b", "match"),
        (r"(a|a)*b", "match"),
        (r"a*a*b", "match"),
        (r"\s+$", "search"),
        (r"a[^>]*>", "search"),
        (r"\S.*?\s*$", "match"),
        (r"<t>(.*?)</t>", "findall"),
        (r"(?:-[\w-]+)*:", "match"),
    ],
)
def test_patterns_that_cost_more_are_found(pattern: str, method: str) -> None:
    assert worst(re.compile(pattern), {method})


@pytest.mark.parametrize("pattern", [r"[a-z]+:", r"(?<!\s)\s+$", r"a*+a", r'"(?:[^"\\]|\\.)*"', r"a(?:.*\S)?\s*$"])
def test_patterns_that_do_not_are_left_alone(pattern: str) -> None:
    assert not worst(re.compile(pattern), {"match"})
