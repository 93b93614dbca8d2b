"""Regular expressions -> the texts that would cost them most, found from what they repeat; and how the cost grows.

Somebody may send 64 KB of anything. A pattern that looks at each character a few times takes a millisecond or two for
that; one that looks at the rest of the text from each character takes seconds, and nobody notices before it is tried.
"""

import ast
import inspect
import re
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

LENGTHS = (*range(18, 55, 3), 512, 4096, 8192, 16384, 32768)  # characters: what doubles every few of them shows early
LONG_TIME, TIMES_DEARER = 0.05, 5  # seconds of processor, for far more than a pattern needs; times a character
ENDS = ("", "\x01", "\n\x01")
MANY = 50
METHODS = frozenset(("match", "fullmatch", "search", "finditer", "findall", "sub", "split"))

Pattern = re.Pattern[str] | re.Pattern[bytes]


def compiled_in(module: ModuleType) -> Iterator[tuple[str, Pattern]]:
    """Each pattern that a module holds under a name, be it within other values."""
    for name, value in vars(module).items():
        if not name.startswith("__") and not inspect.ismodule(value) and not inspect.isclass(value):
            yield from ((name, each) for each in _within(value))


def _within(value: Any) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _within(each)
    elif isinstance(value, Mapping):
        yield from _within(list(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _within([getattr(value, each.name, None) for each in fields(value)])


def written_in(module: ModuleType) -> Iterator[tuple[str, Pattern]]:
    """The method and the pattern of each `re.method(pattern, ...)` in a module's functions.

    What a pattern is put together from has to stand in the module: raises NameError where it does not.
    """
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).partition(".")[0] == "re" and node.args:
            method = ast.unparse(node.func).removeprefix("re.")
            if method in METHODS:
                flags = [each for each in (*node.args[1:], *(each.value for each in node.keywords)) if _is_flag(each)]
                pattern, *given = (eval(ast.unparse(each), vars(module)) for each in (node.args[0], *flags))  # noqa: S307 - our own words
                yield method, re.compile(pattern, *given) if isinstance(pattern, str) else pattern


def _is_flag(node: ast.expr) -> bool:
    return ast.unparse(node).startswith("re.")


LITERAL = re.compile(r"(?<=[(,=:?&|!\[ ])/(?![*/ ])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+)/([a-z]*)")
FAR = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
LETTER = re.compile(r"\\p\{L[ul]?\}")
CLASSES = {r"\P{L}": r"\W", r"\p{M}": "\u0301", r"\p{Mn}": "\u0301", r"\p{N}": r"\d", r"\p{Cc}": r"\x01"}


def of_script(text: str) -> Iterator[Pattern]:
    """The patterns of a script, as Python would write them."""
    code = "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("//"))
    for theirs, flags in LITERAL.findall(code):
        body = FAR.sub(lambda found: f"\\U{found[1]:0>8}", theirs)
        for name, ours in CLASSES.items():
            body = body.replace(name, ours)
        in_sets = re.sub(r"\[(?:\\.|[^\]\\])*\]", lambda found: LETTER.sub("a-zA-Zé", found[0]), body)
        body = re.sub(r"\(\?<(?![=!])", "(?P<", LETTER.sub("[a-zA-Zé]", in_sets))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # [[ is a set of [ in both languages
            yield re.compile(body, re.IGNORECASE if "i" in flags else 0)


def pumps(pattern: Pattern) -> set[tuple[str, str]]:
    """Beginnings, and what to write after them again and again, that a pattern may look at more than once."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    found = set[tuple[str, str]]()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # [[ is a set of [ in scripts as well
        whole = _sample(parser.parse(source, pattern.flags & ~re.DEBUG), "", found)
    return (
        found
        | {("", whole)}
        | {("", before) for before, _ in found}
        | {("", before + each) for before, each in sorted(found)[:1]}
    )


def _sample(sequence: Any, before: str, found: set[tuple[str, str]]) -> str:
    """A text that fits a part of a pattern. What is repeated in it is put into `found`, with what comes before it."""
    said = ""
    for kind, of in sequence:
        said += _one(kind, of, before + said, found)
    return said


def _one(kind: Any, of: Any, before: str, found: set[tuple[str, str]]) -> str:  # noqa: C901, PLR0911 - one line each
    match kind:
        case kinds.LITERAL:
            return chr(of)
        case kinds.NOT_LITERAL:
            return "a" if of != ord("a") else "b"
        case kinds.ANY:
            return "a"
        case kinds.IN:
            return next(iter(_fitting(of)), "a")
        case kinds.SUBPATTERN:
            return _sample(of[-1], before, found)
        case kinds.ATOMIC_GROUP:
            return _sample(of, before, found)
        case kinds.BRANCH:
            return next(iter([_sample(each, before, found) for each in of[1]]))
        case kinds.MAX_REPEAT | kinds.MIN_REPEAT | kinds.POSSESSIVE_REPEAT:
            return _repeated(of, before, found)
    return ""  # a place in the text, or what stands around it


def _repeated(of: tuple[int, int, Any], before: str, found: set[tuple[str, str]]) -> str:
    least, most, body = of
    one = _sample(body, before, found)
    if most > MANY:
        found |= {(before, each) for each in (one, *_others(body)) if each}
    return one * max(1, least)


def _others(body: Any) -> list[str]:
    """Characters that a repeated set takes, besides its first."""
    return (
        _fitting(body[0][1])[:4]
        if len(body) == 1 and body[0][0] is kinds.IN
        else [" ", "\n"]
        if body[0][0] is kinds.ANY
        else []
    )


def _fitting(of: Any) -> list[str]:
    """Some characters that a set takes."""
    chosen = [each for each in "a 1-_.,:;/\"'<>[]{}()*\n\t=@#AZé\u0301" if _takes(of, each)]
    return (
        chosen
        or [
            chr(each[1] if each[0] is kinds.LITERAL else each[1][0])
            for each in of
            if each[0] in (kinds.LITERAL, kinds.RANGE)
        ][:1]
    )


CATEGORIES: Mapping[Any, Callable[[str], bool]] = {
    kinds.CATEGORY_DIGIT: str.isdigit,
    kinds.CATEGORY_NOT_DIGIT: lambda each: not each.isdigit(),
    kinds.CATEGORY_SPACE: str.isspace,
    kinds.CATEGORY_NOT_SPACE: lambda each: not each.isspace(),
    kinds.CATEGORY_WORD: lambda each: each.isalnum() or each == "_",
    kinds.CATEGORY_NOT_WORD: lambda each: not (each.isalnum() or each == "_"),
}


def _takes(of: Any, character: str) -> bool:
    is_other = of[0][0] is kinds.NEGATE
    for kind, what in of[1:] if is_other else of:
        if (
            (kind is kinds.LITERAL and what == ord(character))
            or (kind is kinds.RANGE and what[0] <= ord(character) <= what[1])
            or (kind is kinds.CATEGORY and CATEGORIES[what](character))
        ):
            return not is_other
    return is_other


def worst(pattern: Pattern, methods: set[str]) -> str:
    """A text whose cost grows faster than its length, in words; nothing when there is none."""
    for before, pump in sorted(pumps(pattern)):
        for end in ENDS if pump else ():
            for method in sorted(methods):
                if _grows(pattern, method, before, pump, end):
                    return f"{method} of {pattern.pattern!r} on {before!r} + {pump!r} * n + {end!r}"
    return ""


def _grows(pattern: Pattern, method: str, before: str, pump: str, end: str) -> bool:
    """Whether each character costs several times more in a long text than in a short one."""

    def cost(length: int) -> float:
        text = before + pump * (length // len(pump)) + end
        given: Any = text if isinstance(pattern.pattern, str) else text.encode()
        seconds = _seconds(pattern, method, given)
        return seconds if seconds > 1 else min(seconds, _seconds(pattern, method, given))

    for length in LENGTHS:
        if (seconds := cost(length)) > LONG_TIME:
            dearer = (cost(length) / length > TIMES_DEARER * cost(length // 16) / (length // 16) for _ in range(3))
            return seconds > 1 or all(dearer)  # a machine that was busy for a moment is not busy thrice
    return False


def _seconds(pattern: Pattern, method: str, text: Any) -> float:
    begun = time.process_time()
    if method in ("sub", "subn"):
        pattern.sub(text[:0], text)
    else:
        found = getattr(pattern, method)(text)
        sum(1 for _ in found) if method == "finditer" else None
    return time.process_time() - begun
