"""Named values and the fields they should fit -> values by name, and every Unfit at its place."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from signpost.model.fieldtypes.reading import near, sample
from signpost.model.kinds import Field
from signpost.model.problems import Unfit, unfits_in
from signpost.model.source import START, Entries, Node, Text

A_FEW = 20
MOST_VALUES = 100
"""Room in any list: every value is a line on a page, and every meeting half a year of dates."""


def fit(
    entries: Entries, fields: Mapping[str, Field], said: Mapping[str, Node] | None = None
) -> tuple[dict[str, Any], list[Unfit]]:
    """The values that fit, by field name, and what does not, all of it. Empty values count as not given.

    `said` are the entries with something after their names, where somebody has looked for them already.
    """
    values: dict[str, Any] = {}
    said = entries.said() if said is None else said
    unfits = [*missing(entries, said, fields)]
    for name, node in entries.pairs:
        field = fields.get(name.value)
        if field is None:
            unfits.append(unknown(name, fields))
        elif name.value in said:
            value, wrong = fitted(node, field)
            unfits += wrong
            if not wrong:
                values[field.name] = value
    return values, unfits


def fitted(node: Node, field: Field) -> tuple[Any, list[Unfit]]:
    """The value of one field, and what does not fit in it."""
    try:
        value = field.type.read(node, field)
        if field.type.many:
            number_fits(value, field)
        return value, []
    except Unfit as unfit:
        return None, [_placed(unfit, node)]
    except ExceptionGroup as group:
        return None, [_placed(unfit, node) for unfit in unfits_in(group)]


def _placed(unfit: Unfit, node: Node) -> Unfit:
    return unfit if unfit.span else Unfit(unfit.rule, unfit.say, unfit.hint, node.span)


def number_fits(values: tuple[Any, ...], field: Field) -> None:
    """Nothing, when a list is neither too short nor too long for its field.

    too-few: a list has fewer values than its field asks for.
    too-many: a list has more values than its field has room for, or more than a hundred.
    """
    if field.required and not values:
        raise Unfit("too-few", f"{field.label} needs at least one value", f"Write {field.name}: {sample(field)}")
    if len(values) > room(field):
        hint = f"Keep the {room(field)} that matter most."
        raise Unfit("too-many", f"{field.label} has {len(values)} values; it has room for {room(field)}", hint)


def room(field: Field) -> int:
    """How many values a list of a field's has room for."""
    return int(min(field.max_items or MOST_VALUES, MOST_VALUES))


def missing(entries: Entries, said: Container[str], fields: Mapping[str, Field]) -> Iterable[Unfit]:
    """An Unfit for each required field that is not there, or empty.

    missing-field: a field that every listing of its kind needs is not there, or nothing stands after its name.
    """
    for field in fields.values():
        if field.required and field.name not in said:
            span = next((name.span for name, _ in entries.pairs if name.value == field.name), None)
            line = f"{field.name}: {sample(field)}"
            hint = f"Write it after the colon: {line}" if span else f"Add a line {line}"
            yield Unfit("missing-field", f"{field.label} is missing", hint, span or START)


def unknown(name: Text, fields: Mapping[str, Field]) -> Unfit:
    """The Unfit for a name that is not a field.

    unknown-field: there is no field of that name here.
    """
    labels = {field.label: field.name for field in fields.values()}
    likely = near(name.value, [*fields, *labels])
    meant = f'Did you mean "{labels.get(likely, likely)}"? ' if likely else ""
    named = f"The fields are {', '.join(fields)}." if len(fields) <= A_FEW else "The fields stand in docs/fields.md."
    return Unfit("unknown-field", f"There is no field {name.value} here", (meant or named).rstrip(), name.span)
