"""What can be wrong, and where: the only way the directory says no."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from signpost.model.source import START, Document, Span

HARMLESS = ("security-expires",)
"""Rules whose problems are to be mended, and keep nothing from being shown meanwhile."""

LONGEST_SAY, LONGEST_HINT = 600, 1200
MOST = 100
"""So many problems of one file are told; nobody mends more before they look again."""


class Refused(Exception):  # noqa: N818 - said to the user as it is
    """Something the disk holds, or will not do, keeps the program from going on: words for its user."""


class Unfit(Exception):  # noqa: N818 - it is a value as much as an error: `fit` turns it into a Problem
    """What is wrong with one value: the rule's id, what to say, what to do, and where if not at the whole value."""

    def __init__(self, rule: str, say: str, hint: str = "", span: Span | None = None) -> None:
        self.rule, self.say, self.hint, self.span = rule, _cut(say, LONGEST_SAY), _cut(hint, LONGEST_HINT), span
        super().__init__(rule, self.say, self.hint, span)


def _cut(words: str, longest: int) -> str:
    """Words that may repeat what somebody wrote, broken off where they go on and on."""
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def unfits_in(group: ExceptionGroup[Unfit]) -> Iterator[Unfit]:
    """The Unfits of a group, those of groups within it too."""
    for each in group.exceptions:
        if isinstance(each, ExceptionGroup):
            yield from unfits_in(each)
        else:
            yield each


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. A warning is worth a look and never fails a pull request."""

    path: str
    rule: str
    say: str
    hint: str = ""
    span: Span = START
    line: str = ""
    warning: bool = False


class BrokenTheme(Exception):  # noqa: N818 - carries a Problem to whoever can say it
    """A theme that cannot be rendered, as a Problem at its place."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found)
        self.problem = found


def problem(document: Document, unfit: Unfit, *, warning: bool = False) -> Problem:
    """An Unfit at its place in a document."""
    span = unfit.span or START
    return Problem(document.path, unfit.rule, unfit.say, unfit.hint, span, document.line(span.line), warning)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file, then by place; each said once, and of each file the first hundred."""
    found = sorted(dict.fromkeys(problems), key=lambda each: (each.path, each.span, each.rule, each.say))
    return [each for _, of_file in groupby(found, key=lambda each: each.path) for each in first_of(list(of_file))]


def first_of(problems: list[Problem]) -> list[Problem]:
    """The first of a file's problems, and one that stands for all others.

    and-more: a file has more than a hundred problems, and only the first ones are told.
    """
    left = problems[MOST:]
    if len(left) <= 1:
        return problems
    say, at = f"There are {len(left)} more problems in this file", left[0]
    more = Problem(at.path, "and-more", say, "Mend these first.", at.span, warning=are_sound(left))
    return [*problems[:MOST], more]


def are_sound(problems: Iterable[Problem]) -> bool:
    """Whether nothing but warnings was found."""
    return all(each.warning for each in problems)
