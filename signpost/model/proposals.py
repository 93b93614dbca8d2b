"""Listings that somebody else's file holds, before anything is written."""

from dataclasses import dataclass

from signpost.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Proposal:
    """A listing's file that could be written: where, its text, what is wrong in it, and what it could not take.

    `unmapped` are lines, each with the name of a field of the file it came from and the reason.
    """

    path: str
    text: str
    problems: tuple[Problem, ...]
    unmapped: tuple[str, ...]
