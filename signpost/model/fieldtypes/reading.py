"""The pieces field types are made of: one scalar, several values, a near miss.

A docstring line of the form `rule-id: what it means` is the rule's text in docs/rules.md.
"""

from collections.abc import Callable, Iterable
from typing import Any

from signpost.model.kinds import Field
from signpost.model.problems import Unfit, unfits_in
from signpost.model.source import Entries, Items, Node, Text, is_empty

LONGEST_QUOTE = 60


def quoted(value: str) -> str:
    """The author's words between quotation marks, cut when they go on and on."""
    return f'"{value}"' if len(value) <= LONGEST_QUOTE else f'"{value[: LONGEST_QUOTE - 1]}…"'


def one(node: Node, field: Field) -> str:
    """The text of a single value, blanks at its ends left out.

    not-one-value: a list, or lines of `key: value`, stands where a single value belongs.
    """
    if isinstance(node, Text):
        return node.value.strip()
    found = "a list" if isinstance(node, Items) else "a set of named values"
    hint = f"Write it on one line, such as {field.name}: {sample(field)}"
    takes = "single values" if field.type.many else "one value"
    raise Unfit("not-one-value", f"{field.label} takes {takes}, not {found}", hint, node.span)


def sample(field: Field) -> str:
    """A value that would do, as it is written in a file."""
    words = field.example or "..."
    return f"[{words}]" if field.type.many and not words.startswith("{") else words


def several(read: Callable[[Node, Field], Any]) -> Callable[[Node, Field], tuple[Any, ...]]:
    """A reader of lists from a reader of one value. A single value counts as a list of one.

    All that do not fit are told at once, as an ExceptionGroup of Unfits.
    """

    def read_all(node: Node, field: Field) -> tuple[Any, ...]:
        """The values in their order, each once."""
        nodes = node.nodes if isinstance(node, Items) else (node,)
        values, unfits = [], []
        for item in nodes:
            try:
                values.append(_item(read, item, field))
            except Unfit as unfit:
                unfits.append(_in_brackets(unfit, node, field))
            except ExceptionGroup as group:
                unfits.extend(unfits_in(group))
        unfits += _repeated(nodes, values, field) if not unfits else ()
        if unfits:
            raise ExceptionGroup(field.name, unfits)
        return tuple(values)

    return read_all


def _item(read: Callable[[Node, Field], Any], node: Node, field: Field) -> Any:
    """One value of a list, and an Unfit that points at it alone.

    empty-item: a list has a dash, or a comma, with nothing after it.
    """
    if is_empty(node):
        raise Unfit("empty-item", f"A value of {field.label} is empty", "Fill it in, or delete it.", node.span)
    try:
        return read(node, field)
    except Unfit as unfit:
        raise Unfit(unfit.rule, unfit.say, unfit.hint, unfit.span or node.span) from None


def _in_brackets(unfit: Unfit, node: Node, field: Field) -> Unfit:
    """What to say of a list that is written without brackets; else the Unfit as it is."""
    if not isinstance(node, Text) or "," not in node.value:
        return unfit
    hint = f"Put brackets around several values: {field.name}: [{node.value}]"
    return Unfit(unfit.rule, unfit.say, hint, unfit.span)


def _repeated(nodes: Iterable[Node], values: list[Any], field: Field) -> list[Unfit]:
    """An Unfit for each value that stands in the list already.

    said-twice: a list has the same value twice.
    """
    if len(set(values)) == len(values):
        return []
    return [
        Unfit("said-twice", f"{_called(value, field)} is said twice", "Delete one of the two.", node.span)
        for index, (node, value) in enumerate(zip(nodes, values, strict=True))
        if value in values[:index]
    ]


def _called(value: Any, field: Field) -> str:
    """A value in its author's words; one that is no text by its field's label."""
    return quoted(value) if isinstance(value, str) else f"A value of {field.label}"


def entries(node: Node, field: Field) -> Entries:
    """Named values, as they stand.

    not-named-values: one value, or a list, stands where lines of `name: value` belong.
    """
    if isinstance(node, Entries):
        return node
    each = f"Write each on its own line below {field.name}:, indented, as name: value."
    hint = f"Write it as {field.name}: {sample(field)}" if field.example else each
    raise Unfit("not-named-values", f"{field.label} takes named values", hint, node.span)


def near(word: str, choices: Iterable[str], likeness: float = 70) -> str | None:
    """The choice most like a word, by edit distance in percent, or None when none comes near."""
    from rapidfuzz import fuzz, process, utils  # only wrong input pays for it

    found = process.extractOne(
        word, list(choices), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=likeness
    )
    return found[0] if found else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """`Did you mean "..."? ` when a choice comes near, else nothing."""
    found = near(word, choices)
    return f'Did you mean "{found}"? ' if found else ""


def length_fits(value: str, field: Field) -> str:
    """The text, when it is neither too short nor too long for its field.

    too-short: a text has fewer characters than its field asks for.
    too-long: a text has more characters than its field has room for.
    """
    if field.min is not None and len(value) < field.min:
        hint = f"Say a little more, such as: {field.example}" if field.example else "Say a little more."
        raise Unfit("too-short", f"{field.label} has {len(value)} characters; it needs {field.min:g}", hint)
    if field.max is not None and len(value) > field.max:
        hint = f"Shorten it by {len(value) - field.max:g}."
        raise Unfit("too-long", f"{field.label} has {len(value)} characters; it has room for {field.max:g}", hint)
    return value
