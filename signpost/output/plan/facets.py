"""The shelves -> the filters that listings are found by: the kind, the fields with a facet, and the freshness."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from signpost.model.addresses import city_of
from signpost.model.fieldtypes.places import language_names
from signpost.model.kinds import Charter, Field
from signpost.model.listings import Listing, State
from signpost.model.words import Words
from signpost.output.plan.shelves import Shelves

GUIDES, ALWAYS = "guides", 7
"""The code of guides among the kinds, and how many filters are always visible: the others are one tap away."""


class Choice(NamedTuple):
    """One choice of a filter. `also` are other words people look for it with."""

    code: str
    label: str
    also: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter. `many` is whether a listing can have several choices, `kinds` which alone have it: none for all.

    Without a label it is not shown as a filter: scripts read it.
    """

    name: str
    label: str
    choices: tuple[Choice, ...]
    many: bool = False
    kinds: tuple[str, ...] = ()
    always: bool = False


def facets(on: Shelves, words: Words) -> tuple[Facet, ...]:
    """Every filter that has a choice, in order: the kind, the fields by the number of their facet, the freshness."""
    return tuple(each for each in _facets(on, words) if each.choices)


def _facets(on: Shelves, words: Words) -> Iterator[Facet]:
    charter = on.catalog.charter
    kinds = (Choice(slug, kind.many, f"{kind.one}, {kind.also}") for slug, kind in charter.kinds.items())
    yield Facet("kind", words("search.kind"), (*kinds, Choice(GUIDES, words("menu.guides"))), always=True)
    for number, (field, slugs) in enumerate(_faceted(charter), 2):
        made = {code for each in on.listed for code in codes(field.name, each)}
        choices = tuple(_choices(field, made, on, words))
        yield Facet(field.name, field.label, choices, field.type.many, slugs, always=number <= ALWAYS and not slugs)
    served = sorted({code for each in on.listed for code in codes("serves", each)})
    yield Facet("serves", "", tuple(Choice(code, code) for code in served), many=True)
    states = (state.name.lower() for state in State)
    yield Facet("freshness", "", tuple(Choice(state, words(f"freshness.{state}.name")) for state in states))


def _faceted(charter: Charter) -> list[tuple[Field, tuple[str, ...]]]:
    """The fields with a facet, by its number, each with the kinds that alone have it."""
    found: dict[str, tuple[Field, tuple[str, ...]]] = {}
    for slug, kind in charter.kinds.items():
        for field in kind.fields.values():
            if field.facet:
                slugs = () if field.name in charter.shared.fields else (*found.get(field.name, (field, ()))[1], slug)
                found[field.name] = (field, slugs)
    return sorted(found.values(), key=lambda each: each[0].facet or 0)


def codes(name: str, listing: Listing) -> tuple[str, ...]:
    """The codes of a listing's choices in a field: none where it says nothing."""
    value: Any = listing.get(name, ())
    if name == "city":
        city = city_of(listing)
        return (city_code(*city),) if city else ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return value if isinstance(value, tuple) else (str(value),)


def city_code(country: str, slug: str) -> str:
    """A city is named with its country, for there are many Portlands."""
    return f"{country.lower()}/{slug}"


def _choices(field: Field, made: set[str], on: Shelves, words: Words) -> Iterator[Choice]:
    """Each choice that some listing made, in the order they are shown."""
    if field.vocabulary:
        terms = (term for code, term in field.vocabulary.terms.items() if code in made)
        yield from (Choice(term.code, term.label, f"{term.hint}, {term.also}") for term in terms)
    elif field.type.name == "country":
        also = words.under("search.countries")
        yield from (Choice(code, label, also.get(code, "")) for code, label in on.countries.items() if code in made)
    elif field.type.name == "languages":
        names = language_names(on.catalog.charter.site.language)
        yield from (Choice(code, label) for code, label in names.items() if code in made)
    elif field.type.name == "yes-no":
        yield from (Choice(code, words(f"field.{code}")) for code in ("yes", "no") if code in made)
    elif field.name == "city":
        yield from sorted(Choice(city_code(*key), name) for key, name in on.cities.items())
