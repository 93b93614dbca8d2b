"""What YAML says of a broken file -> what its author needs to hear.

The words of YAML's parsers are never shown: they speak of tokens and block mappings, and differ between libraries.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from signpost.model.fieldtypes.reading import quoted
from signpost.model.problems import Unfit
from signpost.model.source import Span

SPECIAL = re.compile(r"[]@`%*&!|>},]|[-?](\s|$)")
FIELD = re.compile(r"^\s*(- )?(?P<name>[\w-]+):\s+(?P<value>\S(?:.*\S)?)\s*$")


def tab(text: str, lines_above: int) -> Iterator[Unfit]:
    """An Unfit for the first tab that indents a line.

    tab: a tab stands where blanks indent a line.
    """
    for n, line in enumerate(text.split("\n") if "\t" in text else (), lines_above + 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            at = indent.index("\t") + 1
            yield Unfit("tab", "A tab indents this line", "Use blanks instead, two for each step.", Span(n, at, at + 1))


def unseen(mark: str) -> tuple[str, str]:
    """What to say of a character that is not to stand in a file, and what to do."""
    name = unicodedata.name(mark, f"control character {ord(mark):02X}").lower()
    say = f"There is a character here that nobody can see: {name} (U+{ord(mark):04X})"
    return say, "Delete it; typing the words again is the surest way."


def explained(error: Any, text: str, lines_above: int) -> Unfit:
    """The Unfit for a text that YAML cannot read, by the shape of the line it stopped at.

    colon-in-text: a value has a colon and a blank in it, and no quotation marks around it.
    no-blank-after-colon: the colon after a field's name has no blank after it.
    open-quote: a quotation mark is opened and never closed.
    open-bracket: a bracket is opened and never closed.
    needs-quotes: a value begins with a character that has a meaning in YAML.
    bad-indent: a line is indented by more or fewer blanks than those around it.
    not-yaml: the file cannot be read, for none of the other reasons.
    """
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    stopped = min(mark.line - lines_above, len(lines) - 1) if mark else 0
    begun = error.context_mark.line - lines_above if error.context_mark else stopped
    for line_number in dict.fromkeys((stopped, begun, stopped - 1)):
        if 0 <= line_number < len(lines):
            for rule, say, hint, start, end in _shapes(lines[line_number], f"{error.context} {error.problem}"):
                return Unfit(rule, say, hint, Span(line_number + lines_above + 1, start + 1, end + 1))
    if "simple key" in str(error.context):
        stopped = begun  # the parser stops one line later, where it misses a colon
    line = lines[stopped]
    indent = len(line) - len(line.lstrip())
    span = Span(stopped + lines_above + 1, indent + 1, len(line) + 1)
    if indent or "block" in str(error.context):
        hint = "Fields begin at the start of a line; what belongs to one stands below it, two blanks further in."
        return Unfit("bad-indent", "This line does not line up with those around it", hint, span)
    if ":" not in line:
        hint = "Write it as name: value; what goes on from the line above is indented by two blanks."
        return Unfit("not-yaml", "This line has no name and no colon", hint, span)
    return Unfit("not-yaml", "This line cannot be read", "Put quotation marks around what follows the colon.", span)


Shape = tuple[str, str, str, int, int]
"""Rule, words, hint, and the columns, from 0, between which a trap stands."""


def _shapes(line: str, said: str) -> Iterator[Shape]:
    """Each trap that a line has the shape of. `said` is what the parser says of it."""
    found = FIELD.match(line)
    if found:
        at = found.start("value")
        shapes = _by_first(found["value"])(found["name"], found["value"], said)
        yield from ((rule, say, hint, at + start, at + end) for rule, say, hint, start, end in shapes)
    elif glued := re.match(r"^\s*(?P<name>[a-z_]+):(?P<value>\S.*)$", line):
        hint = f"Write {glued['name']}: {glued['value']}"
        yield "no-blank-after-colon", "A blank is missing after the colon", hint, glued.start("name"), len(line)


def _by_first(value: str) -> Callable[[str, str, str], Iterator[Shape]]:
    return {"'": _quotes, '"': _quotes, "[": _brackets, "{": _brackets}.get(value[0], _plain)


def _quotes(name: str, value: str, said: str) -> Iterator[Shape]:
    if not re.fullmatch(r"""("([^"\\]|\\.)*"|'([^']|'')*')(\s+#.*)?""", value):
        yield "open-quote", "The quotation marks do not pair", _pairing(name, value), 0, len(value)
    elif "quoted" in said and "\\" in value:
        say = "A \\ between double quotation marks has a meaning of its own"
        yield "open-quote", say, _pairing(name, value), 0, len(value)


def _brackets(_name: str, value: str, said: str) -> Iterator[Shape]:
    after = re.fullmatch(r"(\[[^][{}]*\]|\{[^][{}]*\})\s*(?P<after>[^\s#].*)", value)
    if value.count("[") + value.count("{") > value.count("]") + value.count("}"):
        closing = "]" if value[0] == "[" else "}"
        yield "open-bracket", f"{value[0]} is opened and not closed", f"Add {closing} at the end.", 0, 1
    elif after:
        say, hint = "Something stands after the last bracket", "Delete it, or put it between the brackets."
        yield "open-bracket", say, hint, after.start("after"), len(value)
    elif "flow" in said:
        hint = "Put a comma between the values, and quotation marks around those with : or # in them."
        yield "open-bracket", "The values between the brackets cannot be told apart", hint, 0, len(value)


def _plain(name: str, value: str, _said: str) -> Iterator[Shape]:
    if SPECIAL.match(value):
        say = f"{value[0]} has a meaning of its own at the beginning"
        yield "needs-quotes", say, _with_quotes(name, value), 0, len(value)
    elif ": " in value or value.endswith(":"):
        yield "colon-in-text", f"{quoted(value)} has a colon in it", _with_quotes(name, value), 0, len(value)


def _with_quotes(name: str, value: str) -> str:
    words = value.split(" # ", maxsplit=1)[0].rstrip()  # what follows is a comment
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'Put quotation marks around it: {name}: "{escaped}"'


def _pairing(name: str, value: str) -> str:
    mark = value[0]
    closed = len(value) > 1 and value.endswith(mark)
    bare = value[1:-1] if closed else value[1:] if value.count(mark) == 1 else value
    apart = bare.replace("'", "''")
    return f"Write {name}: '{apart}'" if '"' in bare or "\\" in bare else f'Write {name}: "{bare}"'
