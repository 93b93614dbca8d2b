"""The shelves -> the lists of one kind and one choice, or one country, and the links that lead to them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from signpost.model.addresses import ENOUGH, HOME, Crossing, of_country, of_crossing, of_term, pages_fields
from signpost.model.files import Link
from signpost.model.kinds import Field, Kind
from signpost.model.words import Words
from signpost.output.plan.lists import List
from signpost.output.plan.shelves import Shelves
from signpost.output.plan.views import Group

COUNTRY = "country"


class Axis(NamedTuple):
    """What kinds are crossed with: a field with pages, or the countries; its choices' labels by code."""

    name: str
    label: str
    choices: Mapping[str, str]


def axes(on: Shelves, words: Words) -> tuple[Axis, ...]:
    """The fields with pages in the order they are declared, and the countries."""
    fields = pages_fields(on.catalog.charter)
    return (
        *(Axis(field.name, label_of_field(field), _labels(field)) for field in fields),
        Axis(COUNTRY, words("places.heading"), on.countries),
    )


def label_of_field(field: Field) -> str:
    """How the choices of a field are called together."""
    return field.vocabulary.label if field.vocabulary else field.label


def _labels(field: Field) -> Mapping[str, str]:
    return {code: term.label for code, term in field.vocabulary.terms.items()} if field.vocabulary else {}


def within_kind(kind: Kind, axis: Axis, on: Shelves, here: str = "") -> Group:
    """Links to the lists of a kind's choices, with their counts in the kind; without those too thin for a list.

    From one of them, `here`, the group is named after the kind.
    """
    links = (_link(label, (kind.slug, axis.name, code), on, code == here) for code, label in axis.choices.items())
    return Group(kind.many if here else axis.label, tuple(link for link in links if link))


def kinds_within(name: str, code: str, on: Shelves, label: str, here: str = "") -> Group:
    """Links to the lists of the kinds in a choice, with their counts in it."""
    kinds = on.catalog.charter.kinds.items()
    links = (_link(kind.many, (slug, name, code), on, slug == here) for slug, kind in kinds)
    return Group(label, tuple(link for link in links if link))


def _around(kind: Kind, axis: Axis, code: str, on: Shelves, words: Words) -> tuple[Group, Group]:
    """The ways on from a kind's list of a choice: to all kinds and each of them there, to the kind's other choices."""
    if axis.name == COUNTRY:
        address, listings = of_country(code), on.by_country.get(code, ())
    else:
        address, listings = of_term(axis.name, code), on.by_term.get((axis.name, code), ())
    every = Link(words("list.every-kind"), address, len(listings))
    there = kinds_within(axis.name, code, on, axis.choices[code], kind.slug)
    return there._replace(links=(every, *there.links)), within_kind(kind, axis, on, code)


def _link(label: str, crossing: Crossing, on: Shelves, is_here: bool) -> Link | None:  # noqa: FBT001 - of this page
    """A link to a crossing that has a list with something in it, or is being read."""
    if crossing not in on.crossed or not (on.crossed[crossing] or is_here):
        return None
    return Link(label, of_crossing(crossing), len(on.crossed[crossing]), is_here)


def crossed_lists(on: Shelves, words: Words) -> Iterator[List]:
    """A list for each kind and choice, and each kind and country, that enough listings stand in."""
    for axis in axes(on, words):
        for kind in on.catalog.charter.kinds.values():
            for code in axis.choices:
                if (kind.slug, axis.name, code) in on.crossed:
                    yield _crossed_list(kind, axis, code, on, words)


def _crossed_list(kind: Kind, axis: Axis, code: str, on: Shelves, words: Words) -> List:
    crossing, heading = (kind.slug, axis.name, code), _heading(kind, axis, code, words)
    return List(
        address=of_crossing(crossing),
        heading=heading,
        intro=kind.intro,
        listings=on.crossed[crossing],
        crumbs=(Link(words("page.home"), HOME), Link(kind.many, kind.address)),
        groups=_around(kind, axis, code, on, words),
        kind=kind,
        short=axis.choices[code],
        summary=words("list.summary", heading=heading, intro=kind.intro),
        indexed=len(on.crossed[crossing]) >= ENOUGH,
    )


def _heading(kind: Kind, axis: Axis, code: str, words: Words) -> str:
    """`Meetups: Translation & interpreting`, `Meetups in Portugal`, `Meetups in the Netherlands`."""
    label = axis.choices[code]
    if axis.name != COUNTRY:
        return words("list.kind-and-choice", kind=kind.many, choice=label)
    if code in words("places.with-the").split():
        return words("list.kind-in-the", kind=kind.many, place=label)
    return words("list.kind-in", kind=kind.many, place=label)
