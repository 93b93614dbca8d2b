"""The Catalog -> its listings in every order the pages need: listed ones, by term, by country, by city; cards by id."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import takewhile
from typing import NamedTuple, TypeVar

from signpost.model.addresses import Crossing, city_of, crossings, crossings_of, of_listing, of_term, pages_fields
from signpost.model.chronicle import NOTHING, Chronicle, Past, past
from signpost.model.fieldtypes.places import REGIONS, country_names
from signpost.model.kinds import Charter, Field, Term
from signpost.model.listings import Catalog, Freshness, Listing, freshness, is_listed
from signpost.model.meetings import Occurrence, Series, calendars_of, in_force, upcoming
from signpost.model.parts import ALL
from signpost.model.words import Words
from signpost.output.plan.views import Card, FreshnessView, TermView

Key = TypeVar("Key", bound=Hashable)
GIVE_BACK, MENTOR = "give_back", "mentor"
AHEAD, AT_LEAST = timedelta(days=60), 4
"""How far ahead meetings are looked up, and how many of each rule even if they are further away."""


class Shelves(NamedTuple):
    """Everything that more than one page needs to know. Lists leave out what is closed or expired; best first.

    `series` and `upcoming` hold, by listing, the rules by which it meets, and the next times, from `since` on;
    `meeting` has the addresses of all that has a calendar file.
    """

    catalog: Catalog
    listed: tuple[Listing, ...]
    cards: Mapping[str, Card]
    freshness: Mapping[str, Freshness]
    by_term: Mapping[tuple[str, str], tuple[Listing, ...]]
    countries: Mapping[str, str]
    cities: Mapping[tuple[str, str], str]
    by_country: Mapping[str, tuple[Listing, ...]]
    by_city: Mapping[tuple[str, str], tuple[Listing, ...]]
    by_kind: Mapping[str, tuple[Listing, ...]]
    crossed: Mapping[Crossing, tuple[Listing, ...]]
    asking: Mapping[str, tuple[Listing, ...]]
    series: Mapping[str, tuple[Series, ...]]
    upcoming: Mapping[str, tuple[Occurrence, ...]]
    meeting: frozenset[str]
    since: date
    past: Past

    def cards_of(self, listings: Iterable[Listing]) -> tuple[Card, ...]:
        """The cards of some listings."""
        return tuple(self.cards[listing.id] for listing in listings)

    def terms_of(self, field: Field) -> tuple[TermView, ...]:
        """The choices of a field with pages, each with its page and count."""
        terms = field.vocabulary.terms.values() if field.vocabulary else ()
        return tuple(
            TermView(
                term.code,
                term.label,
                term.hint,
                term.icon,
                of_term(field.name, term.code),
                len(self.by_term.get((field.name, term.code), ())),
            )
            for term in terms
        )


def shelves(
    catalog: Catalog, words: Words, today: date, chronicle: Chronicle = NOTHING, parts: frozenset[str] = ALL
) -> Shelves:
    """The shelves of a catalog on a day, with what is known of its past, in the words of the site's language.

    What only pages of other `parts` show, or lead to, is left out: nothing leads to what is not there.
    """
    fresh = {listing.id: freshness(listing, today) for listing in catalog}
    listed = [each for each in catalog if is_listed(each, fresh[each.id])]
    listed.sort(key=lambda each: (fresh[each.id].state, alphabetical(each.name), each.id))
    with_pages = [field.name for field in pages_fields(catalog.charter)]
    series = in_force(catalog, today) if parts & {"calendar", "hsds", "linked-data", "search"} else {}
    return Shelves(
        catalog=catalog,
        listed=tuple(listed),
        cards=_cards(catalog, fresh, words),
        freshness=fresh,
        by_term=grouped(listed, lambda each: [(name, code) for name in with_pages for code in each.get(name, ())]),
        countries=_countries(catalog),
        cities={key: listing.values["city"] for listing in catalog if (key := city_of(listing))},
        by_country=grouped(listed, lambda each: [each.values["country"]] if "country" in each.values else []),
        by_city=grouped(listed, lambda each: [city] if (city := city_of(each)) else []),
        by_kind=grouped(listed, lambda each: [each.kind.slug]),
        crossed=_crossed(catalog, listed, with_pages) if "crossings" in parts else {},
        asking=_asking(catalog, listed) if "give-back" in parts else {},
        series=series,
        upcoming={name: _soon(each, today) for name, each in series.items()},
        meeting=_meeting(series.values()) if "calendar" in parts else frozenset(),
        since=today,
        past=past(catalog, chronicle),
    )


def _crossed(
    catalog: Catalog, listed: Iterable[Listing], fields: Iterable[str]
) -> Mapping[Crossing, tuple[Listing, ...]]:
    """What is listed in each crossing that has a page."""
    found = grouped(listed, lambda each: crossings_of(each, fields))
    return {crossing: found.get(crossing, ()) for crossing in crossings(catalog, catalog.charter)}


def _asking(catalog: Catalog, listed: Iterable[Listing]) -> Mapping[str, tuple[Listing, ...]]:
    """What is listed under each way to give back that it asks for; mentors can be asked for by a field of their own."""
    field = asking_field(catalog.charter)
    known = field.vocabulary.terms if field and field.vocabulary else {}

    def codes(listing: Listing) -> list[str]:
        mentors = [MENTOR] if listing.get("mentors_wanted") is True else []
        return [code for code in dict.fromkeys((*listing.get(GIVE_BACK, ()), *mentors)) if code in known]

    return grouped(listed, codes) if known else {}


def _meeting(series: Iterable[Iterable[Series]]) -> frozenset[str]:
    """The addresses of all that has a calendar file."""
    return frozenset(where for found in series for each in found for where in calendars_of(each))


def _soon(series: Iterable[Series], since: date) -> tuple[Occurrence, ...]:
    """The next times that people meet by some rules, in order."""

    def is_soon(numbered: tuple[int, Occurrence]) -> bool:
        return numbered[0] < AT_LEAST or numbered[1].day <= since + AHEAD

    found = (soon for each in series for _, soon in takewhile(is_soon, enumerate(upcoming(each, since))))
    return tuple(sorted(found, key=lambda each: each.start))


def _countries(catalog: Catalog) -> Mapping[str, str]:
    """Code and name of every country that a listing is in, by name."""
    names = country_names(catalog.charter.site.language)
    codes = {listing.values["country"] for listing in catalog if "country" in listing.values}
    return {code: names[code] for code in sorted(codes, key=lambda each: alphabetical(names[each]))}


def grouped(listings: Iterable[Listing], keys: Callable[[Listing], Iterable[Key]]) -> Mapping[Key, tuple[Listing, ...]]:
    """Listings under each of their keys, in the order they came."""
    found: dict[Key, list[Listing]] = defaultdict(list)
    for listing in listings:
        for key in keys(listing):
            found[key].append(listing)
    return {key: tuple(each) for key, each in found.items()}


def alphabetical(name: str) -> str:
    """A name as it is put in order: without capitals and accents, whatever the machine's locale."""
    if name.isascii():
        return name.lower()
    return "".join(mark for mark in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(mark))


def leading(charter: Charter) -> tuple[Field | None, Field | None]:
    """The first two of those fields, which stand on cards; None for what is not declared."""
    first, second, *_ = (*pages_fields(charter), None, None)
    return first, second


def asking_field(charter: Charter) -> Field | None:
    """The shared field with the ways to give back, where a directory has one that takes several choices."""
    field = charter.shared.fields.get(GIVE_BACK)
    return field if field and field.vocabulary and field.type.many else None


def freshness_view(found: Freshness, words: Words) -> FreshnessView:
    """A state of freshness in words."""
    state, on = found.state.name.lower(), words.day(found.day) if found.day else ""
    key = state if found.day else "unknown"
    return FreshnessView(
        state, found.day, words(f"freshness.{key}.say", day=on), words(f"freshness.{key}.sentence", day=on)
    )


def _cards(catalog: Catalog, fresh: Mapping[str, Freshness], words: Words) -> Mapping[str, Card]:
    """The card of each listing, by its id."""
    charter, leads = catalog.charter, leading(catalog.charter)
    views = {each: freshness_view(each, words) for each in set(fresh.values())}
    return {name: card(each, charter, leads, views[fresh[name]]) for name, each in zip(fresh, catalog, strict=True)}


def card(listing: Listing, charter: Charter, leads: tuple[Field | None, Field | None], fresh: FreshnessView) -> Card:
    """A listing as every list shows it, with what it says in the `leading` fields."""
    fields, values, identity = listing.kind.fields, listing.values, listing.id
    return Card(
        id=identity,
        name=listing.name,
        summary=str(values.get("summary", "")),
        address=of_listing(identity),
        kind=listing.kind,
        place=place_of(listing, charter.site.language),
        cost=label_of(fields.get("cost"), values.get("cost")),
        format=label_of(fields.get("format"), values.get("format")),
        needs=term_views(leads[0], listing),
        work=term_views(leads[1], listing),
        freshness=fresh,
        status=_status(fields.get("status"), values.get("status", "active")),
        language=charter.site.language,
    )


def term_views(field: Field | None, listing: Listing) -> tuple[TermView, ...]:
    """The choices a listing made in a field, linked where the field has pages."""
    if field is None or field.vocabulary is None or field.name not in listing.values:
        return ()
    value, terms = listing.values[field.name], field.vocabulary.terms
    return tuple(term_view(terms[code], field.name, field.pages) for code in (value if field.type.many else (value,)))


@cache
def term_view(term: Term, field: str, pages: bool) -> TermView:  # noqa: FBT001 - as the field declares it
    """One choice, linked where its field has pages."""
    address = of_term(field, term.code) if pages else None
    return TermView(term.code, term.label, term.hint, term.icon, address)


def label_of(field: Field | None, code: str | None) -> str:
    """The label of a choice; nothing when it is unknown."""
    term = field.vocabulary.terms.get(code or "") if field and field.vocabulary else None
    return term.label if term else ""


def _status(field: Field | None, code: str) -> Term:
    return Term(code, label_of(field, code) or code)


def place_of(listing: Listing, language: str) -> str:
    """Where a listing is, in a line: city and country, or country, or whom it serves."""
    country = country_names(language).get(listing.get("country", ""), "")
    near = ", ".join(part for part in (listing.get("city"), country) if part)
    return near or ", ".join(places_served(listing.get("serves", ()), language))


def places_served(codes: Iterable[str], language: str) -> tuple[str, ...]:
    """The names of countries and regions."""
    names = country_names(language)
    return tuple(names.get(code) or REGIONS[code] for code in codes)
