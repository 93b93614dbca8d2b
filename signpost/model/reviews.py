"""What a change does to the directory: problems it brings, problems there before, and what readers will see."""

from dataclasses import dataclass

from signpost.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a listing, by its label, before and after; nothing is ""."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One listing's file. `what` is added, changed or removed."""

    what: str
    path: str
    kind: str
    name: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """`problems` come with the change, `standing` were there before and never block it; `notes` say how far it goes."""

    problems: tuple[Problem, ...] = ()
    standing: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
