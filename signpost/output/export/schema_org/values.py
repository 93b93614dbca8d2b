"""A field and a property -> a function that makes of a listing's value what the property takes."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from signpost.model.addresses import of_listing
from signpost.model.fieldtypes.places import REGIONS, country_names
from signpost.model.fieldtypes.times import Opening
from signpost.model.kinds import Field, Site
from signpost.model.listings import Listing

SCHEMA = "https://schema.org/"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CHOSEN = ("eventAttendanceMode", "eventStatus", "isAccessibleForFree")
"""Properties that take one of a few values of their own: those that the choices are declared to have."""

ORGANISED = ("organizer", "parentOrganization", "provider")
Shape = Callable[[Any], Any]


def shape(field: Field, name: str, site: Site, by_id: Mapping[str, Listing]) -> Shape:
    """How values of a field are said as a property: what the function returns is JSON, or None to leave it out."""
    if field.type.name in PLACED:
        return PLACED[field.type.name](name, site, by_id)
    if name in ORGANISED:
        return lambda value: _organisation(value, site, by_id)
    if field.vocabulary:
        return _choices(field, name)
    return PLAIN.get(name, _plain)


def it(address: str, site: Site, what: str = "listing") -> str:
    """What the page of a listing is about, or the place of it, as all pages name it."""
    return f"{site.base_url.rstrip('/')}{address}#{what}"


def _choices(field: Field, name: str) -> Shape:
    """Choices by what schema.org calls them, where any of the vocabulary is declared to be called something; else by
    their labels. A yes-or-no is one."""
    terms = field.vocabulary.terms if field.vocabulary else {}
    called = {code: _called(term.schema_org) for code, term in terms.items() if term.schema_org}
    if field.type.name == "links":
        return lambda value: _one_or_all([address for code, address in value if terms[code].schema_org == name])
    words = called if called or name in CHOSEN else {code: term.label for code, term in terms.items()}
    if name == "amenityFeature":
        words = {
            code: {"@type": "LocationFeatureSpecification", "name": said, "value": True} for code, said in words.items()
        }
    if not field.type.many:
        return words.get
    return lambda value: _one_or_all([words[code] for code in value if code in words])


def _called(name: str) -> Any:
    """A name of schema.org as JSON: `true` and `false` are what they say, others the address of a value."""
    return {"true": True, "false": False}.get(name, SCHEMA + name)


def _places(_name: str, site: Site, _by_id: Mapping[str, Listing]) -> Shape:
    """Countries and regions by their names."""
    names = {**REGIONS, **country_names(site.language)}
    return lambda value: _one_or_all([names[code] for code in value])


def _image(_name: str, site: Site, _by_id: Mapping[str, Listing]) -> Shape:
    return lambda value: f"{site.base_url}static/{value}"


def _listing(name: str, site: Site, by_id: Mapping[str, Listing]) -> Shape:
    """Another listing of the directory: what its page is about, or where that is."""

    def place(value: str) -> dict[str, str]:
        return {"@type": "Place", "@id": it(of_listing(value), site, "place"), "name": by_id[value].name}

    return place if name == "location" else lambda value: {"@id": it(of_listing(value), site)}


def _listings(name: str, site: Site, by_id: Mapping[str, Listing]) -> Shape:
    each = _listing(name, site, by_id)
    return lambda value: _one_or_all([each(one) for one in value])


def _organisation(value: str, site: Site, by_id: Mapping[str, Listing]) -> dict[str, str]:
    """An organisation by its name, and by its page when it is one of the directory."""
    if value not in by_id:
        return {"@type": "Organization", "name": value}
    return {"@type": "Organization", "@id": it(of_listing(value), site), "name": by_id[value].name}


def _hours(value: tuple[Opening, ...]) -> Any:
    """Opening hours; a day that never ends, or ends at midnight, closes at its last minute."""
    return _one_or_all([
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": _one_or_all([SCHEMA + DAYS[day] for day in each.days]),
            "opens": each.opens,
            "closes": "23:59" if each.closes == "24:00" else each.closes,
        }
        for each in value
    ])  # fmt: skip


def _length(value: float) -> str:
    """A number of weeks as a duration (ISO 8601)."""
    return f"P{value}W"


def _plain_text(value: Any) -> str:
    """A year, which is a number to us and a date to schema.org."""
    return str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return _one_or_all(list(value)) if isinstance(value, tuple) else value


def _one_or_all(values: list[Any]) -> Any:
    """A single value by itself; nothing for none."""
    return values[0] if len(values) == 1 else values or None


PLACED: Mapping[str, Callable[[str, Site, Mapping[str, Listing]], Shape]] = {
    "listing": _listing,
    "listings": _listings,
    "places": _places,
    "image": _image,
}
"""Types of fields whose values lead elsewhere on the site, or are named after the site's language."""

PLAIN: Mapping[str, Shape] = {
    "openingHoursSpecification": _hours,
    "timeToComplete": _length,
    "foundingDate": _plain_text,
}
"""Properties that take something else than what we have."""
