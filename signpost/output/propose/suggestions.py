"""What became of an issue: what was read, the file it would make, and all there is to say of that."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from signpost.model.answers import Answers
from signpost.model.issues import ACCEPTED, ADD, LABELS, LISTING, NEEDS_PERSON, NEEDS_WORDS, WAITING, Form, Issue
from signpost.model.listings import Listing
from signpost.model.problems import Problem, are_sound
from signpost.model.source import Document
from signpost.output.propose.brakes import Brake
from signpost.output.propose.drafting import Draft
from signpost.output.propose.reading import Answered, Unclear

NOT_YET = Answered()
VERBS = {"add": "Add", "mend": "Mend", "confirm": "Confirm"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An issue, understood as far as it can be.

    `before` and `after` are what the listing says, as answers. `refused` is why its file must be left to a person.
    """

    issue: Issue
    form: Form
    answers: Answers = field(default_factory=dict)
    earlier: Answered = NOT_YET
    brakes: tuple[Brake, ...] = ()
    unclear: Unclear | None = None
    refused: str = ""
    draft: Draft | None = None
    document: Document | None = None
    before: Answers = field(default_factory=dict)
    after: Answers = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    alike: tuple[Listing, ...] = ()

    @property
    def aim(self) -> str:
        """What it is for: `mend` where a form that adds names a listing."""
        return "mend" if self.form.aim == ADD and self.answers.get(LISTING) else self.form.aim

    @property
    def is_held(self) -> bool:
        """Whether it waits for a person before anything is said of it."""
        return any(each.holds for each in self.brakes)

    @property
    def is_unclear(self) -> bool:
        """Whether its author has something to mend."""
        return self.unclear is not None or not are_sound(self.problems)

    @property
    def is_sound(self) -> bool:
        """Whether it makes a file that `check` finds nothing wrong with."""
        return self.draft is not None and not self.is_unclear and not self.is_held

    @property
    def is_answered(self) -> bool:
        """Whether our comment, as it stands below the issue, answers the text as it is now."""
        return self.earlier.digest == self.issue.digest

    @property
    def title(self) -> str:
        """What a request to pull it in is called. It has nothing in it that a stranger wrote."""
        path = self.draft.path.removeprefix("content/").rpartition(".")[0] if self.draft else ""
        return f"{VERBS[self.aim]} {path}" if path else ""

    @property
    def branch(self) -> str:
        """The branch that holds it once it is accepted."""
        return f"suggestion/{self.issue.number}"


def labels(suggestion: Suggestion, *, accepting: bool) -> tuple[list[str], list[str]]:
    """The labels that the issue gets, and those that it loses."""
    there, wanted = suggestion.issue.labels, set(_wanted(suggestion))
    settled = {NEEDS_WORDS, WAITING} - wanted
    undone = not (suggestion.is_sound and suggestion.is_answered) if accepting else not suggestion.is_answered
    return sorted(wanted - there), sorted((settled | ({ACCEPTED} if undone else set())) & there)


def _wanted(suggestion: Suggestion) -> Iterator[str]:
    yield LABELS[suggestion.form.aim]
    if suggestion.is_unclear:
        yield NEEDS_WORDS
    if suggestion.refused:
        yield NEEDS_PERSON
    yield from (WAITING if each.key == "waiting" else NEEDS_PERSON for each in suggestion.brakes)


def result(suggestion: Suggestion, *, accepting: bool) -> dict[str, Any]:
    """What a workflow needs to know. No value of it can hold more than one line."""
    add, remove = labels(suggestion, accepting=accepting)
    is_sound = suggestion.is_sound and (suggestion.is_answered or not accepting)
    return {
        "found": True,
        "number": suggestion.issue.number,
        "sound": is_sound,
        "path": suggestion.draft.path if is_sound and suggestion.draft else "",
        "branch": suggestion.branch,
        "title": suggestion.title if is_sound else "",
        "add": add,
        "remove": remove,
        "comment": suggestion.earlier.comment,
        "coauthor": coauthor(suggestion.issue),
    }


def outputs(held: dict[str, Any]) -> str:
    """The same as lines of `name=value`, the outputs of a workflow's step."""
    return "".join(f"{name}={_line(value)}\n" for name, value in held.items() if name != "coauthor")


def _line(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(value) if isinstance(value, list) else str(value)


def coauthor(issue: Issue) -> str:
    """The trailer that names an issue's author, by the address GitHub keeps for them."""
    if not issue.author:
        return ""
    return f"Co-authored-by: {issue.author} <{issue.author_id}+{issue.author}@users.noreply.github.com>"


def message(suggestion: Suggestion) -> str:
    """The message of the commit."""
    return f"{suggestion.title}\n\nCloses #{suggestion.issue.number}\n\n{coauthor(suggestion.issue)}".strip() + "\n"
