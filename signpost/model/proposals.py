"""What an import would write: the file of one listing, and what was not or cannot be written."""

from dataclasses import dataclass

from signpost.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Proposal:
    """A listing as its file would be. `problems` that are no warnings keep it from being written.

    `path` is "" where there is not even a name for the file; `unmapped` names what the source says and no field takes.
    """

    path: str
    text: str
    problems: tuple[Problem, ...]
    unmapped: tuple[str, ...]
