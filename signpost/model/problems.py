"""What can be wrong, and where: the only way the directory says no."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from signpost.model.source import START, Document, Span

HARMLESS = ("security-expires",)
"""Rules whose problems are to be mended, and keep nothing from being shown meanwhile."""


class Refused(Exception):  # noqa: N818 - said to the user as it is
    """Something the disk holds, or will not do, keeps the program from going on: words for its user."""


class Unfit(Exception):  # noqa: N818 - it is a value as much as an error: `fit` turns it into a Problem
    """What is wrong with one value: the rule's id, what to say, what to do, and where if not at the whole value."""

    def __init__(self, rule: str, say: str, hint: str = "", span: Span | None = None) -> None:
        super().__init__(rule, say, hint, span)
        self.rule, self.say, self.hint, self.span = rule, say, hint, span


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
    """By file, then by place; each said once."""
    return sorted(dict.fromkeys(problems), key=lambda each: (each.path, each.span, each.rule, each.say))


def are_sound(problems: Iterable[Problem]) -> bool:
    """Whether nothing but warnings was found."""
    return all(each.warning for each in problems)
