"""What templates are given: values ready to be shown, with nothing left to work out."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from signpost.model.files import Link
from signpost.model.kinds import Kind, Term


@dataclass(frozen=True, slots=True)
class TermView:
    """A choice, the page that lists it if it has one, and how many listings made it."""

    code: str
    label: str
    hint: str = ""
    icon: str = ""
    address: str | None = None
    count: int = 0


class FreshnessView(NamedTuple):
    """How far a listing can be trusted: its state, the day it rests on, few words and many."""

    state: str
    day: date | None
    say: str
    sentence: str


class Card(NamedTuple):
    """A listing as every list shows it."""

    id: str
    name: str
    summary: str
    address: str
    kind: Kind
    place: str
    cost: str
    format: str
    needs: tuple[TermView, ...]
    work: tuple[TermView, ...]
    freshness: FreshnessView
    status: Term
    language: str


class Fact(NamedTuple):
    """A field of a listing with its value as the partial of its type takes it."""

    name: str
    label: str
    type: str
    value: Any


class Section(NamedTuple):
    """Facts under one heading."""

    label: str
    facts: tuple[Fact, ...]


class Group(NamedTuple):
    """Links, or choices, under one label."""

    label: str
    links: tuple[Link, ...] = ()
    terms: tuple[TermView, ...] = ()


class Question(NamedTuple):
    """Something a visitor is asked: its choices' labels and codes; if `one` is chosen, or many; if it is `long`."""

    name: str
    label: str
    choices: tuple[Link, ...] = ()
    one: bool = True
    long: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """A kind and how many listings it has."""

    kind: Kind
    count: int


class Pager(NamedTuple):
    """Where a page stands among the pages of a long list. Numbers count from 1."""

    number: int
    of: int
    previous: str | None
    next: str | None
    links: tuple[Link, ...]
    first: int
    last: int


class Actions(NamedTuple):
    """What a reader can do about a listing: the form of the site, or the repository's; its file where there is no form.

    `right` is None where nothing is left to be confirmed, `is_elsewhere` says whether `edit` is on the repository.
    """

    edit: str
    wrong: str
    right: str | None
    removal: str
    is_elsewhere: bool = False


class Spokespeople(NamedTuple):
    """Who speaks for a listing: whether one of them confirmed it, and their handles, linked where they have a page."""

    confirmed: bool = False
    handles: tuple[Link, ...] = ()


class Meeting(NamedTuple):
    """One rule for meeting, in words."""

    when: str
    title: str
    place: str
    tentative: bool


class Next(NamedTuple):
    """One of the next times that people meet, in words, and as a machine reads it (HTML, `time`)."""

    when: str
    machine: str


class Meets(NamedTuple):
    """When people meet: the rules, the next times, and the calendar file where there are any."""

    rules: tuple[Meeting, ...]
    next: tuple[Next, ...]
    file: str | None


class Open(NamedTuple):
    """Days and times of opening, in words."""

    days: str
    times: str


class Call(NamedTuple):
    """A telephone number as it is read and as it is dialled (RFC 3966)."""

    shown: str
    href: str


class Elsewhere(NamedTuple):
    """A named address on another site."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Listings in one state of freshness."""

    label: str
    hint: str
    listings: tuple[Card, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One way to give back, and the listings that ask for it: the first of them, and how many there are."""

    code: str
    label: str
    hint: str
    listings: tuple[Card, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Total:
    """A number and what it counts."""

    label: str
    count: int


class Step(NamedTuple):
    """What was done to a listing on a day, in words; by whom and by which pull request, where that is known."""

    act: str
    said: str
    day: date
    who: Link | None = None
    pull: Link | None = None


class Change(NamedTuple):
    """One thing that changed: a listing, or many at once; then the first of them and how many `more`."""

    step: Step
    listings: tuple[Link, ...] = ()
    kind: Kind | None = None
    more: int = 0


class Snippet(NamedTuple):
    """What somebody can copy into a page of their own, and a picture of what it shows there if there is one."""

    label: str
    hint: str
    code: str
    picture: Link | None = None
