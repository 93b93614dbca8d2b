"""A listing's values -> facts for its page, each in the shape that the partial of its type takes."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from signpost.model.addresses import of_asked, of_calendar, of_country, of_listing
from signpost.model.fieldtypes.places import country_names, language_names
from signpost.model.fieldtypes.times import ALWAYS, Opening
from signpost.model.fieldtypes.times import Meeting as Rule
from signpost.model.files import Link
from signpost.model.kinds import Field
from signpost.model.listings import Listing, State
from signpost.model.meetings import Occurrence
from signpost.model.words import Words
from signpost.output.plan.shelves import GIVE_BACK, Shelves, places_served, term_views
from signpost.output.plan.views import Call, Elsewhere, Fact, Meeting, Meets, Next, Open, Section

WAYS, ESSENTIALS, DATES = "ways", "essentials", 3
ALIKE = frozenset(["term", "terms", "yes-no", "languages", "country", "places"])
"""The types of fields that few different things are said in, and where all they show is what is said."""

Show = Callable[[Any, "Shown"], Any]
Tell = Callable[[Listing], Fact]


class Shown(NamedTuple):
    """What showing a value takes beside the value: the listing, its field, and the site's words and names."""

    field: Field
    listing: Listing
    shelves: Shelves
    words: Words

    @property
    def language(self) -> str:
        """The site's language."""
        return self.shelves.catalog.charter.site.language


class Facts:
    """The facts of listings. What many listings say alike, such as their choices, is worked out once."""

    def __init__(self, shelves: Shelves, words: Words) -> None:
        self.shelves, self.words = shelves, words
        self.by_kind: dict[str, list[tuple[str, str, Tell]]] = {}

    def __call__(self, listing: Listing) -> Mapping[str, tuple[Fact, ...]]:
        """The facts of each section, in the order the fields are declared."""
        found: dict[str, list[Fact]] = defaultdict(list)
        kind, values = listing.kind, listing.values
        if kind.slug not in self.by_kind:
            shown = (each for each in kind.fields.values() if each.section)
            self.by_kind[kind.slug] = [(each.name, each.section, self._of(each)) for each in shown]
        for name, section, fact in self.by_kind[kind.slug]:
            if name in values:
                found[section].append(fact(listing))
        return {section: tuple(each) for section, each in found.items()}

    def _of(self, field: Field) -> Tell:
        """What tells a field of listings."""
        known: dict[Any, Fact] = {}

        def new(listing: Listing) -> Fact:
            return _fact(Shown(field, listing, self.shelves, self.words))

        def told(listing: Listing) -> Fact:
            said = listing.values[field.name]
            if said not in known:
                known[said] = new(listing)
            return known[said]

        return told if field.type.name in ALIKE else new


def _fact(shown: Shown) -> Fact:
    return Fact(shown.field.name, shown.field.label, shown.field.type.name, show(shown))


def sections(found: Mapping[str, tuple[Fact, ...]], labels: Mapping[str, str]) -> tuple[Section, ...]:
    """The sections below the first screen that have something to say, in the order they are declared."""
    below = ((code, label) for code, label in labels.items() if code not in (WAYS, ESSENTIALS))
    return tuple(Section(label, found[code]) for code, label in below if code in found)


def show(shown: Shown) -> Any:
    """The value of a field as its partial takes it; most are shown as they are."""
    name, value = shown.field.name, shown.listing.values[shown.field.name]
    if name == "address":
        return full_address(shown.listing)
    to_be_shown = SHOWN.get(shown.field.type.name)
    return to_be_shown(value, shown) if to_be_shown else value


def full_address(listing: Listing) -> str:
    """Street, postcode and city in a line."""
    town = " ".join(part for part in (listing.get("postcode"), listing.get("city")) if part)
    return ", ".join(part for part in (listing.get("address"), town, listing.get("region")) if part)


def _number(value: float, shown: Shown) -> str:
    is_year = shown.field.whole and (shown.field.min or 0) >= 1000  # noqa: PLR2004 - a year has no thousands separator
    return str(value) if is_year else str(shown.words.number(value))


def _term(_value: str, shown: Shown) -> Any:
    return term_views(shown.field, shown.listing)[0]


def _terms(_value: tuple[str, ...], shown: Shown) -> Any:
    views = term_views(shown.field, shown.listing)
    if shown.field.name != GIVE_BACK:
        return views
    return tuple(
        replace(each, address=of_asked(each.code)) if each.code in shown.shelves.asking else each for each in views
    )


def _country(value: str, shown: Shown) -> Link:
    return Link(country_names(shown.language)[value], of_country(value) if value in shown.shelves.by_country else None)


def _languages(value: tuple[str, ...], shown: Shown) -> tuple[str, ...]:
    from babel import Locale

    names = language_names(shown.language)
    own = Locale.parse(shown.language, sep="-")
    return tuple(
        names.get(tag.replace("-", "_")) or Locale.parse(tag, sep="-").get_display_name(own) or tag for tag in value
    )


def _places(value: tuple[str, ...], shown: Shown) -> tuple[str, ...]:
    return places_served(value, shown.language)


def _listing(value: str, shown: Shown) -> Link:
    return Link(shown.shelves.cards[value].name, of_listing(value))


def _listings(value: tuple[str, ...], shown: Shown) -> tuple[Link, ...]:
    return tuple(_listing(each, shown) for each in value)


def _organisation(value: str, shown: Shown) -> Link:
    return _listing(value, shown) if value in shown.shelves.cards else Link(value, None)


def _links(value: tuple[tuple[str, str], ...], shown: Shown) -> tuple[Elsewhere, ...]:
    terms = shown.field.vocabulary.terms if shown.field.vocabulary else {}
    return tuple(Elsewhere(terms[name].label if name in terms else name, address) for name, address in value)


def _phone(value: str, _shown: Shown) -> Call:
    from phonenumbers import PhoneNumberFormat, format_number, parse  # few listings have one

    return Call(format_number(parse(value), PhoneNumberFormat.INTERNATIONAL), f"tel:{value}")


def _image(value: str, shown: Shown) -> Link:
    return Link(str(shown.listing.get("logo_alt", "")), f"/static/{value}")


def _hours(value: tuple[Opening, ...], shown: Shown) -> tuple[Open, ...]:
    if value == (ALWAYS,):
        return (Open(shown.words("hours.always"), ""),)
    names = weekday_names(shown.words.locale, "abbreviated")
    return tuple(Open(_days(each.days, names), f"{each.opens}–{each.closes}") for each in value)


def _days(days: tuple[int, ...], names: Mapping[int, str]) -> str:
    return names[days[0]] if len(days) == 1 else f"{names[days[0]]}–{names[days[-1]]}"


def weekday_names(locale: Any, width: str) -> Mapping[int, str]:
    """The days of the week (0 is Monday) in the site's language (CLDR)."""
    found: Mapping[int, str] = locale.days["stand-alone"][width]
    return found


def _meets(value: tuple[Rule, ...], shown: Shown) -> Meets:
    tentative = shown.shelves.freshness[shown.listing.id].state is not State.FRESH
    rules = tuple(Meeting(_when(each, shown), each.title, _where(each, shown), tentative) for each in value)
    soon = shown.shelves.upcoming.get(shown.listing.id, ())[:DATES]
    file = of_calendar(of_listing(shown.listing.id)) if soon else None
    return Meets(rules, tuple(_next(each, shown) for each in soon), file)


def _next(soon: Occurrence, shown: Shown) -> Next:
    day, time = shown.words.near_day(soon.day), soon.series.rule.opens
    machine = soon.start.isoformat(timespec="minutes") if time else soon.day.isoformat()
    return Next(f"{day}, {time}" if time else day, machine)


def _where(rule: Rule, shown: Shown) -> str:
    if rule.hosted_at:
        return shown.shelves.cards[rule.hosted_at].name
    return shown.words("meets.online") if rule.format == "online" else ""


def _when(rule: Rule, shown: Shown) -> str:
    """`First Tuesday of every month, 18:30–20:30 (Europe/Lisbon)`."""
    times = f"{rule.opens}–{rule.closes}" if rule.closes else rule.opens
    zone = rule.timezone or shown.listing.get("timezone")
    clock = shown.words("meets.at", times=times, zone=zone.replace("_", " ")) if times and zone else times
    return ", ".join(part for part in (_days_of(rule, shown), clock) if part)


def _days_of(rule: Rule, shown: Shown) -> str:
    words, names = shown.words, weekday_names(shown.words.locale, "wide")
    if rule.on:
        return str(words.day(rule.on))
    if rule.unit == "week":
        return str(
            words("meets.weekly", n=rule.interval, days=words("meets.and").join(names[day] for day in rule.weekdays))
        )
    if rule.month_day:
        return str(words("meets.monthly-on-day", n=rule.interval, day=rule.month_day))
    ordinal = words(f"meets.ordinals.{'last' if rule.ordinal == -1 else rule.ordinal}")
    return str(words("meets.monthly", n=rule.interval, ordinal=ordinal, weekday=names[rule.weekdays[0]]))


SHOWN: dict[str, Show] = {
    "number": _number,
    "term": _term,
    "terms": _terms,
    "country": _country,
    "languages": _languages,
    "places": _places,
    "listing": _listing,
    "listings": _listings,
    "organisation": _organisation,
    "links": _links,
    "phone": _phone,
    "image": _image,
    "hours": _hours,
    "meets": _meets,
}
"""How a value is made ready for its partial, by the name of its type; a type not named here is shown as it is."""
