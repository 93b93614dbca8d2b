"""Texts -> what is told of them, and values -> what their fields make of them."""

from collections.abc import Mapping
from typing import Any

from signpost.intake.parse.nodes import read_nodes
from signpost.model.fieldtypes import TYPES
from signpost.model.fieldtypes.fitting import fit
from signpost.model.kinds import Field, Term, Vocabulary
from signpost.model.problems import Problem
from signpost.pipeline import take_in
from tests.conftest import TODAY, declared

PYTHON_NANTES = "content/meetups/python-nantes.md"


def problems_of(texts: Mapping[str, str | bytes]) -> list[Problem]:
    """Every problem of texts among the declarations of a small directory."""
    given = {path: text if isinstance(text, bytes) else text.encode() for path, text in texts.items()}
    return take_in({**declared(), **given}, TODAY)[1]


def told(texts: Mapping[str, str | bytes]) -> list[str]:
    """`path:line:column: what is wrong [rule]` of each problem."""
    return [f"{each.path}:{each.span.line}:{each.span.column}: {each.say} [{each.rule}]" for each in problems_of(texts)]


def headlines(text: str | bytes, path: str = PYTHON_NANTES) -> list[str]:
    """`what is wrong [rule]` of each problem of one file."""
    return [f"{each.say} [{each.rule}]" for each in problems_of({path: text}) if each.path == path]


def field(type_name: str, label: str = "It", **more: Any) -> Field:
    """A field named `it`."""
    return Field("it", TYPES[type_name], label, **more)


def vocabulary(*codes: str) -> Vocabulary:
    """Choices whose labels are their codes with a capital."""
    return Vocabulary("choices", "Choices", {code: Term(code, code.capitalize()) for code in codes})


def read(written: str, of: Field) -> Any:
    """What a field makes of a value as it is written after `it:`."""
    values, unfits = fit(read_nodes(f"it: {written}", 0), {"it": of})
    assert unfits == []
    return values.get("it")


def refused(written: str, of: Field) -> list[str]:
    """`what is wrong [rule] what to do` of each thing that keeps a value from its field."""
    _, unfits = fit(read_nodes(f"it: {written}", 0), {"it": of})
    return [f"{each.say} [{each.rule}] {each.hint}" for each in unfits]
