"""Field types for words, numbers and choices."""

import re

from signpost.model.fieldtypes.reading import did_you_mean, length_fits, one, quoted, several
from signpost.model.kinds import Field
from signpost.model.problems import Unfit
from signpost.model.source import Items, Node, Text

A_FEW = 12


def text(node: Node, field: Field) -> str:
    """One line of plain text. `min` and `max` count characters.

    not-one-line: a text goes over several lines where one line belongs.
    """
    value = one(node, field)
    if "\n" in value:
        raise Unfit("not-one-line", f"{field.label} goes over several lines", "Put it on one line.")
    return length_fits(value, field)


def markdown(node: Node, field: Field) -> str:
    """Text with Markdown (CommonMark): emphasis, lists, links. Raw HTML is shown as text. `max` counts characters."""
    return length_fits(one(node, field), field)


def number(node: Node, field: Field) -> float:
    """A number, with a point for decimals. `min` and `max` bound it; `whole: yes` asks for a whole one.

    not-a-number: the text is not a number, or has a unit or thousands separators in it.
    not-whole: a number has decimals where a whole one belongs.
    out-of-range: a number is smaller or larger than its field allows.
    """
    value = one(node, field)
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", value):
        raise Unfit("not-a-number", f"{quoted(value)} is not a number", _digits(field))
    result = float(value)
    if field.whole and not result.is_integer():
        raise Unfit("not-whole", f"{quoted(value)} is not a whole number", f"Write it as {round(result)}.")
    if not (field.min is None or result >= field.min) or not (field.max is None or result <= field.max):
        raise Unfit("out-of-range", f"{quoted(value)} is outside of what {field.label} can be", f"{_bounds(field)}.")
    return int(result) if field.whole else result


def _digits(field: Field) -> str:
    point = "" if field.whole else ", with a point for decimals"
    return f"Write digits only{point}, such as {field.example or ('12' if field.whole else '12.5')}."


def _bounds(field: Field) -> str:
    limits = (("at least", field.min), ("at most", field.max))
    return "It is " + " and ".join(f"{word} {limit:.10g}" for word, limit in limits if limit is not None)


def yes_no(node: Node, field: Field) -> bool:
    """`yes` or `no` (`true` and `false` will do). Leave the field out when it is unknown.

    not-yes-or-no: the text is neither yes nor no.
    """
    value = one(node, field)
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(value.lower())
    if answer is None:
        hint = "Write yes or no; leave the line out when it is not known."
        raise Unfit("not-yes-or-no", f"{quoted(value)} is neither yes nor no", hint)
    return answer


def term(node: Node, field: Field) -> str:
    """One code of the field's vocabulary (a file in content/_terms/).

    not-a-choice: the text is not a code of the field's vocabulary.
    """
    value = one(node, field)
    assert field.vocabulary is not None, f"{field.name} was declared with a vocabulary"  # noqa: S101
    terms = field.vocabulary.terms
    if value in terms:
        return value
    raise Unfit("not-a-choice", f"{quoted(value)} is not one of the choices for {field.label}", _choices(value, field))


_each_term = several(term)


def terms(node: Node, field: Field) -> tuple[str, ...]:
    """Several codes of the field's vocabulary. Nothing is said more often; mostly one look tells that it is sound."""
    nodes = node.nodes if isinstance(node, Items) else ()
    values = tuple([each.value for each in nodes if isinstance(each, Text)])
    known = field.vocabulary.terms if field.vocabulary else {}
    is_sound = values and len({*values} & known.keys()) == len(nodes)
    return values if is_sound else _each_term(node, field)


def _choices(value: str, field: Field) -> str:
    """What was meant, and what it can be; a long vocabulary is told by the name of its file, if it has one."""
    assert field.vocabulary is not None  # noqa: S101
    terms = field.vocabulary.terms
    labels = {each.label.casefold(): code for code, each in terms.items()}
    code = labels.get(value.casefold())
    meant = f'Did you mean "{code}"? ' if code else did_you_mean(value, terms)
    if len(terms) <= A_FEW or not field.vocabulary.name:
        return f"{meant}It can be {', '.join(terms)}."
    return f"{meant}The choices stand in content/_terms/{field.vocabulary.name}.yaml."
