"""Issues, and the forms they are written with: what is asked, under which names, in the site's language.

Everything is asked in inputs of text, choices too: GitHub fills no others from an address, and shows an empty editor
instead of the form when it is asked to fill a dropdown. The name of an input is the parameter that fills it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from signpost.model.answers import ON_LINES
from signpost.model.kinds import Charter, Field, Kind, Vocabulary
from signpost.model.questions import BODY, questions
from signpost.model.words import Words

ADD, REPORT, CONFIRM, REMOVE = "add", "report", "confirm", "remove"
"""What a form is for. That of a kind, `add-<folder>`, mends as well."""

LISTING, GONE = "listing", "-"
"""The name under which every form asks for a listing's address, and the answer that takes a field away."""

SUGGESTION = "suggestion"
LABELS = {ADD: SUGGESTION, REPORT: "correction", CONFIRM: "confirmation", REMOVE: "removal"}
ACCEPTED, NEEDS_WORDS, NEEDS_PERSON, WAITING = "accepted", "needs-info", "needs-person", "waiting"
"""Labels: a maintainer accepts; the author has to mend; a maintainer has to look; another one of theirs is first."""

ON_ONE_LINE = 160
"""Characters that an input of one line is good for."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a form: its name, its heading in the issue, what is said below it."""

    name: str
    label: str
    help: str = ""
    example: str = ""
    is_long: bool = False
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """An issue form. `name` is its file's, without the ending; `kind` is what one that adds is for."""

    name: str
    aim: str
    title: str
    summary: str
    intro: str
    inputs: tuple[Input, ...]
    kind: Kind | None = None

    @property
    def mark(self) -> str:
        """The heading by which an issue written with this form is known from all others."""
        return next(each.label for each in self.inputs if each.name == LISTING)


@dataclass(frozen=True)
class Issue:
    """An issue as it stands now. `standing` is what its author is to the project (GitHub, author_association)."""

    number: int
    text: str
    author: str
    author_id: int
    labels: frozenset[str]
    standing: str = "NONE"

    @cached_property
    def digest(self) -> str:
        """What tells this text from every other."""
        return sha256(self.text.encode()).hexdigest()


def forms(charter: Charter, words: Words) -> dict[str, Form]:
    """Every issue form of a directory, by name."""
    found = [*(_adding(kind, words) for kind in charter.kinds.values()), *_others(charter, words)]
    return {each.name: replace(each, inputs=tuple(_told_apart(each.inputs))) for each in found}


def _adding(kind: Kind, words: Words) -> Form:
    asked = (_asked(each.field, words) for each in questions(kind))
    body = Input(BODY, words("issue.body.label"), words("issue.body.help"), is_long=True)
    listing = Input(LISTING, words("issue.mend.label", one=kind.one), words("issue.mend.help", gone=GONE))
    return Form(
        f"{ADD}-{kind.slug}",
        ADD,
        words("issue.add.title", one=kind.one),
        kind.intro or words("issue.add.title", one=kind.one),
        words("issue.add.intro"),
        (*asked, body, listing),
        kind,
    )


def _others(charter: Charter, words: Words) -> Iterator[Form]:
    how = _how(charter)
    yield _about(REPORT, words, Input("what", "", is_required=True), Input("details", "", is_long=True))
    yield _about(CONFIRM, words, Input("how", "", _choices(how, words, many=False), is_required=bool(how)))
    yield _about(REMOVE, words, Input("why", "", is_long=True))


def _how(charter: Charter) -> Vocabulary | None:
    """The ways in which a listing can be checked."""
    field = charter.shared.fields.get("verified_how")
    return field.vocabulary if field else None


def _about(aim: str, words: Words, *inputs: Input) -> Form:
    """A form about a listing that is there."""
    listing = Input(LISTING, words(f"issue.{aim}.listing"), words("issue.listing-help"), is_required=True)
    said = (
        replace(each, label=words(f"issue.{aim}.{each.name}"), help=each.help or words(f"issue.{aim}.{each.name}-help"))
        for each in inputs
    )
    title, summary, intro = (words(f"issue.{aim}.{part}") for part in ("title", "summary", "intro"))
    return Form(aim, aim, title, summary, intro, (listing, *said))


def _asked(field: Field, words: Words) -> Input:
    is_text = field.type.name == "text" and (field.max or 0) > ON_ONE_LINE
    told = " ".join(filter(None, (_sentence(field.help), _way(field, words))))
    example = field.example.strip("{}").replace('"', "")
    return Input(field.name, field.label, told, example, is_text or field.type.name in ON_LINES, field.required)


def _sentence(said: str) -> str:
    return said if not said or said.endswith((".", "!", "?")) else f"{said}."


def _way(field: Field, words: Words) -> str:
    """How a field's type is answered."""
    match field.type.name:
        case "links":
            codes = " · ".join(field.vocabulary.terms) if field.vocabulary else ""
            return words("issue.way.links", choices=codes)
        case "meets":
            return words("issue.way.meets")
        case "urls":
            return words("issue.way.urls")
        case "yes-no":
            return words("issue.way.yes-no")
        case "term" | "terms":
            return _choices(field.vocabulary, words, many=field.type.many)
    return words("issue.way.many") if field.type.many else ""


def _choices(vocabulary: Vocabulary | None, words: Words, *, many: bool) -> str:
    """The choices, by their labels; by their codes where a comma in a label would part it in two."""
    if not vocabulary:
        return ""
    names = [code if many and "," in term.label else term.label for code, term in vocabulary.terms.items()]
    key = "choices" if many else "choice"
    return words(f"issue.way.{key}", choices=" · ".join(names))


def _told_apart(inputs: Iterable[Input]) -> Iterator[Input]:
    """The inputs, none with the label of another, nor with a word that GitHub has no label with."""
    taken: set[str] = set()
    for each in inputs:
        label = re.sub("(?i)(pass)(word)", r"\1-\2", each.label)
        if (key := _key(label)) in taken:
            label = f"{label} ({each.name})"
        taken.add(key)
        yield replace(each, label=label)


def _key(label: str) -> str:
    """A label as GitHub compares it: letters and digits alone."""
    return "".join(mark for mark in label.casefold() if mark.isalnum())


def by_mark(found: Mapping[str, Form]) -> dict[str, Form]:
    """The forms by their marks."""
    return {each.mark: each for each in found.values()}
