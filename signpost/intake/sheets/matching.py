"""The columns of a sheet and the fields of a kind -> which column goes into which field."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from signpost.model.fieldtypes.reading import did_you_mean
from signpost.model.kinds import Field
from signpost.model.problems import Refused
from signpost.model.questions import BODY

ALIKE = 82  # percent
TEXTS = (BODY, "description", "about", "text", "details")
"""What people call the text below the fields."""


@dataclass(frozen=True, slots=True)
class Match:
    """A column, and the field it goes into: "" for none. `is_sure` unless it only looks like it."""

    column: str
    field: str
    is_sure: bool = True


def matched(columns: Sequence[str], fields: Mapping[str, Field], said: Mapping[str, str]) -> tuple[Match, ...]:
    """A match for each column, in their order. `said` is what somebody decided: the column by field; "" for none.

    The text below the fields goes by `body`. Raises Refused for a field, or a column, that is not there.
    """
    for name, column in said.items():
        _known(name, [*fields, BODY], "field")
        _known(column, columns, "column") if column else None
    taken = {column: Match(column, name) for name, column in said.items() if column}
    names = {name: called for name, called in _names(fields) if name not in said}
    for is_sure, found in ((True, _named(columns, names)), (False, _alike(columns, names))):
        for column, name in found:
            if column not in taken and name not in {each.field for each in taken.values()}:
                taken[column] = Match(column, name, is_sure)
    return tuple(taken.get(column, Match(column, "")) for column in columns)


def _known(word: str, choices: Sequence[str], what: str) -> None:
    if word not in choices:
        there = ", ".join(each for each in choices if each)
        raise Refused(f'There is no {what} "{word}". {did_you_mean(word, choices)}The {what}s are {there}.')


def _names(fields: Mapping[str, Field]) -> Iterator[tuple[str, list[str]]]:
    """What each field may be called: its name, its label, and its names in other standards if no other has them."""
    standards = {name: [_normal(each) for each in field.maps_to.values()] for name, field in fields.items()}
    count = Counter(each for names in standards.values() for each in set(names))
    for name, field in fields.items():
        own = [each for each in standards[name] if count[each] == 1 and each not in TEXTS]
        yield name, [_normal(name), _normal(field.label), *own]
    yield BODY, [each for each in TEXTS if each not in fields]


def _normal(name: str) -> str:
    """A name as it is compared: the last part of a dotted one, in words of small letters."""
    last = name.removesuffix("[]").rpartition(".")[2] if " " not in name else name
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", last)
    return " ".join(re.findall(r"\w+", apart.replace("_", " ").casefold()))


def _named(columns: Sequence[str], names: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Columns that are called as a field is, by its own name before all others."""
    for place in range(max(map(len, names.values()), default=0)):
        by_name = {called[place]: name for name, called in reversed(list(names.items())) if place < len(called)}
        yield from ((column, by_name[_normal(column)]) for column in columns if _normal(column) in by_name)


def _alike(columns: Sequence[str], names: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Columns that are called nearly as a field is, those most alike first."""
    from rapidfuzz.fuzz import ratio  # few sheets need it

    likeness = (
        (ratio(_normal(column), each), column, name)
        for column in columns
        for name, all_ in names.items()
        for each in all_
    )
    yield from ((column, name) for score, column, name in sorted(likeness, key=lambda each: -each[0]) if score >= ALIKE)
