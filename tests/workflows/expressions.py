"""GitHub's expressions (`${{ ... }}`, `if:`) -> their values, as far as our workflows use them.

https://docs.github.com/actions/reference/workflows-and-actions/expressions: literals, contexts with dots and brackets,
`!` `==` `!=` `<` `<=` `>` `>=` `&&` `||`, brackets, and the functions of FUNCTIONS. What is not there is "" (null).
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Context = Mapping[str, Any]
"""Name of a context (`github`, `env`, `steps` ...) -> what it holds."""

TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)|(?P<name>[A-Za-z_][\w-]*)|(?P<mark>&&|\|\||[!=<>]=|[!<>().,\[\]*]))"
)
IN_TEXT = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
STATUS = re.compile(r"\b(success|failure|always|cancelled)\s*\(")


def filled(text: Any, context: Context) -> str:
    """A text of a workflow with every `${{ ... }}` in it replaced by its value."""
    return IN_TEXT.sub(lambda found: as_text(value(found[1], context)), as_text(text))


def holds(condition: Any, context: Context) -> bool:
    """Whether an `if:` lets its step run. Without a function that asks how it went, all before must have succeeded."""
    said = as_text(condition).strip()
    bare = said.removeprefix("${{").removesuffix("}}") if said.startswith("${{") else said
    went_well = STATUS.search(bare) is not None or context["status"] == "success"
    return went_well and (not bare or is_true(value(bare, context)))


def value(expression: str, context: Context) -> Any:
    """The value of one expression. Raises ValueError for what this does not know."""
    reader = _Reader(_tokens(expression), context)
    found = reader.either()
    if reader.at < len(reader.tokens):
        raise ValueError(f"What is {reader.tokens[reader.at]} in {expression}?")
    return found


def as_text(found: Any) -> str:
    """A value as it is written into a text."""
    if found is None:
        return ""
    if isinstance(found, bool):
        return str(found).lower()
    return found if isinstance(found, str) else json.dumps(found) if isinstance(found, dict | list) else str(found)


def is_true(found: Any) -> bool:
    """Whether a value counts as true: all but false, 0, "" and null."""
    return found not in (False, 0, "", None)


def _tokens(expression: str) -> list[str]:
    tokens, at = [], 0
    while expression[at:].strip():
        found = TOKEN.match(expression, at)
        if not found:
            raise ValueError(f"What is {expression[at:]}?")
        tokens.append(found.group().strip())
        at = found.end()
    return tokens


@dataclass
class _Reader:
    """Reads tokens from left to right; what binds least is read first."""

    tokens: list[str]
    context: Context
    at: int = field(default=0)

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def either(self) -> Any:
        left = self.both()
        while self.peek() == "||":
            self.take()
            right = self.both()
            left = left if is_true(left) else right
        return left

    def both(self) -> Any:
        left = self.compared()
        while self.peek() == "&&":
            self.take()
            right = self.compared()
            left = right if is_true(left) else left
        return left

    def compared(self) -> Any:
        left = self.one()
        while self.peek() in COMPARE:
            left = COMPARE[self.take()](*_alike(left, self.one()))
        return left

    def one(self) -> Any:
        word = self.take()
        if word == "!":
            return not is_true(self.one())
        if word == "(":
            found = self.either()
            self.take()
            return self.within(found)
        if word.startswith("'"):
            return word[1:-1].replace("''", "'")
        if word in LITERALS:
            return LITERALS[word]
        if re.fullmatch(r"-?\d.*", word):
            return float(word) if "." in word else int(word)
        return self.within(self.called(word) if self.peek() == "(" else self.context.get(word))

    def called(self, name: str) -> Any:
        self.take()
        given = []
        while self.peek() != ")":
            given.append(self.either())
            if self.peek() == ",":
                self.take()
        self.take()
        if name in ("success", "failure", "cancelled"):
            return self.context["status"] == name
        return FUNCTIONS[name](*given)

    def within(self, found: Any) -> Any:
        """What stands behind dots and in brackets."""
        while self.peek() in (".", "["):
            is_bracket = self.take() == "["
            key = self.either() if is_bracket else self.take()
            if is_bracket:
                self.take()
            found = _got(found, key)
        return found


def _got(found: Any, key: Any) -> Any:
    """What a value holds under a key; `*` is every one of its values."""
    if key == "*":
        return list(found.values()) if isinstance(found, dict) else found
    if isinstance(found, Mapping):
        return found.get(key)
    if isinstance(found, list):
        return found[key] if isinstance(key, int) else [_got(each, key) for each in found]
    return None


def _alike(left: Any, right: Any) -> tuple[Any, Any]:
    """Two values as they are compared: texts in small letters, others as numbers when their types differ."""
    if isinstance(left, str) and isinstance(right, str):
        return left.casefold(), right.casefold()
    return (left, right) if type(left) is type(right) else (_number(left), _number(right))


def _number(found: Any) -> float:
    try:
        return float(found or 0)
    except (TypeError, ValueError):
        return float("nan")


COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    ">=": lambda left, right: left >= right,
}
LITERALS = {"true": True, "false": False, "null": None}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "always": lambda: True,
    "contains": lambda within, part: (
        any(as_text(each).casefold() == as_text(part).casefold() for each in within)
        if isinstance(within, list)
        else as_text(part).casefold() in as_text(within).casefold()
    ),
    "startsWith": lambda text, start: as_text(text).casefold().startswith(as_text(start).casefold()),
    "endsWith": lambda text, end: as_text(text).casefold().endswith(as_text(end).casefold()),
    "format": lambda text, *given: re.sub(r"\{(\d+)\}", lambda found: as_text(given[int(found[1])]), text),
    "join": lambda parts, between=",": between.join(map(as_text, parts)),
    "toJSON": lambda found: json.dumps(found, indent=2),
    "fromJSON": json.loads,
    "hashFiles": lambda *_: "0" * 64,
}
