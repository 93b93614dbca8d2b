"""Who suggests, and how much at once -> what a person should look at first. Nothing that is held here gets lost."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from signpost.model.answers import Answers
from signpost.model.issues import ADD, REMOVE, Form, Issue

MANY_LINKS = 10
AT_HOME = ("OWNER", "MEMBER", "COLLABORATOR")
LISTS = ("trusted", "blocked")


@dataclass(frozen=True, slots=True)
class Brake:
    """Why a suggestion is not simply answered: a key of the words under `issue.brake`, and the number it tells.

    One that `holds` keeps it from being read until a maintainer says so; another only calls a person.
    """

    key: str
    number: int = 0
    holds: bool = True


FAILED = Brake("failed", holds=False)


@dataclass(frozen=True, slots=True)
class Around:
    """What the brakes look at: the list of people (YAML), and the author's open suggestions (JSON); None for none."""

    people: bytes | None = None
    others: bytes | None = None


def brakes(issue: Issue, form: Form, answers: Answers, around: Around) -> Iterator[Brake]:
    """What holds a suggestion. A brake that cannot do its work holds nothing, and says so."""
    if issue.standing in AT_HOME or form.aim == REMOVE:
        return
    people, first = people_in(around.people), other(issue, around.others)
    if people is None or first is None:
        yield FAILED
    if people and issue.author.casefold() in people["trusted"]:
        return
    if people and issue.author.casefold() in people["blocked"]:
        yield Brake("blocked")
    elif form.aim == ADD and first:
        yield Brake("waiting", first)
    elif (links := sum(text.count("://") for text in answers.values())) > MANY_LINKS:
        yield Brake("links", links)


def people_in(content: bytes | None) -> dict[str, frozenset[str]] | None:
    """Names in small letters, of each list; None when the file is not what it should be."""
    try:
        held = yaml.load(content or b"{}", Loader=yaml.BaseLoader) or {}  # noqa: S506 - makes nothing but text
        names = {key: held.get(key) or [] for key in LISTS}
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    if not all(isinstance(each, list) and all(isinstance(name, str) for name in each) for each in names.values()):
        return None
    return {key: frozenset(name.casefold().lstrip("@") for name in each) for key, each in names.items()}


def other(issue: Issue, content: bytes | None) -> int | None:
    """The number of an earlier suggestion of the same author that is open; 0 for none, None when nobody knows."""
    try:
        numbers = [int(each["number"]) for each in json.loads(content)] if content is not None else []
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None
    return min((number for number in numbers if number < issue.number), default=0)
