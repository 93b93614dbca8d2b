"""A field -> what may stand after its name, in JSON Schema: one function for each field type.

Patterns are regular expressions of ECMA-262, as JSON Schema asks for.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import yaml

from signpost.model.fieldtypes.addresses import LONGEST_ADDRESS
from signpost.model.fieldtypes.fitting import room
from signpost.model.fieldtypes.places import REGIONS, country_names
from signpost.model.fieldtypes.references import SLUG
from signpost.model.fieldtypes.times import MEETING
from signpost.model.hosts import JOINERS, LEADING_HOME, NEARBY, NUMBER
from signpost.model.kinds import Field, Term, Vocabulary
from signpost.output.export.schemas.conditions import a_meeting

Schema = dict[str, Any]

SCALAR = ["string", "number", "boolean"]
"""What an editor's YAML makes of words: `2026` is a number to it, `true` a truth value."""

ONE_LINE = r"^\s*[^\s][^\n]*\s*$"
ELSEWHERE = "|".join(sorted(re.escape(each) for each in NEARBY | LEADING_HOME))
SITE = rf"(?!(\S*\.)?({NUMBER}|{ELSEWHERE})\.?([:/?#]|$))\.?[^\s/?#@:.%\\]+(\.[^\s/?#@:.%\\]+)+\.?(:[0-9]{{0,5}})?"
URL = rf"^[Hh][Tt][Tt][Pp][Ss]?://{SITE}([/?#]((?!{JOINERS})\S)*)?$"
FOURTH = "(0[48]|[2468][048]|[13579][26])"
DAY = (
    "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    f"|([0-9]{{2}}{FOURTH}|{FOURTH}00)-02-29)$"
)
"""A day that is in the calendar: a 29 February only in leap years (ISO 8601)."""

CLOCK, END = "([01][0-9]|2[0-3]):[0-5][0-9]", "(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
OPENING = f"(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))? {END}-{END}"
IMAGE = r"^[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*\.(svg|png|jpe?g|webp|avif)$"
LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
ZONE = "^(UTC|[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)+)$"
LEAST_PHONE = 1_000_000


def value_of(field: Field, default: Any = None) -> Schema:
    """What may stand after a field's name, with what an editor shows of it."""
    shown = {"title": field.label, "description": field.help} if field.help else {"title": field.label}
    more: Schema = {} if default is None else {"default": _plain(default)}
    return {**shown, **_fitting(field), **more, **examples_of(field)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _fitting(field: Field) -> Schema:
    """A value of the field's type; for a type of lists, one value or a list of them."""
    one = OF_TYPE[EACH.get(field.type.name, field.type.name)](field)
    if not field.type.many:
        return one
    bounds: Schema = {"minItems": 1} if field.required else {}
    bounds |= {"maxItems": room(field)}
    return {"anyOf": [one, {"type": "array", "items": one, **bounds, "uniqueItems": True}]}


def examples_of(field: Field) -> Schema:
    """The field's example as an editor's YAML would read it from a file; nothing when it has none."""
    if not field.example:
        return {}
    if field.type.many:
        return {"examples": [yaml.load(f"[{field.example}]", yaml.BaseLoader)]}  # noqa: S506 - it makes texts only
    return {"examples": [float(field.example) if field.type.name == "number" else field.example]}


def _text(field: Field) -> Schema:
    return _lengths(field) | {"pattern": ONE_LINE}


def _lengths(field: Field) -> Schema:
    """Words, and how many characters; a text that must be long is never a number."""
    found: Schema = {"type": "string"} if field.min and field.min > 1 else {"type": SCALAR}
    found |= {} if field.min is None else {"minLength": int(field.min)}
    return found if field.max is None else found | {"maxLength": int(field.max)}


def _number(field: Field) -> Schema:
    decimals = r"(\.0{1,15})?" if field.whole else r"(\.[0-9]{1,15})?"
    bounds = {key: limit for key, limit in (("minimum", field.min), ("maximum", field.max)) if limit is not None}
    kind = "integer" if field.whole else "number"
    return {"type": [kind, "string"], **bounds, "pattern": rf"^\s*-?[0-9]{{1,15}}{decimals}\s*$"}


def _words(pattern: str, hint: str, **more: Any) -> Callable[[Field], Schema]:
    """A text of some form, and what an editor says of one that is not (`patternErrorMessage`, as VS Code knows it)."""
    return lambda _field: {"type": "string", "pattern": pattern, "patternErrorMessage": f"Write {hint}.", **more}


_url = _words(URL, "the whole address, such as https://example.org/", maxLength=LONGEST_ADDRESS)


def _yes_no(_field: Field) -> Schema:
    either = "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"
    return {"anyOf": [{"enum": ["yes", "no", True, False]}, {"type": "string", "pattern": either}]}


def _phone(_field: Field) -> Schema:
    """`+351210000000` without quotation marks is a number to an editor: it loses its + there, not here."""
    pattern, hint = r"^\+[1-9][0-9]{5,14}$", "Begin with + and the country's code, digits only: +351210000000"
    return {"type": ["string", "integer"], "pattern": pattern, "patternErrorMessage": hint, "minimum": LEAST_PHONE}


def _term(field: Field) -> Schema:
    assert field.vocabulary is not None  # noqa: S101 - a field of choices is declared with them
    return {"$ref": f"#/$defs/{field.vocabulary.name}"} if field.type.many else _choices(field.vocabulary)


def _choices(vocabulary: Vocabulary) -> Schema:
    """The codes of a vocabulary, each with the words an editor shows beside it."""
    seen = [(value, _said(term)) for term in vocabulary.terms.values() for value in _seen(term.code)]
    return {"enum": [value for value, _ in seen], "enumDescriptions": [said for _, said in seen]}


def _said(term: Term) -> str:
    return f"{term.label}: {term.hint}" if term.hint else term.label


def _seen(code: str) -> Iterator[str | int | bool]:
    """What an editor's YAML makes of a code, between quotation marks and without."""
    yield code
    if re.fullmatch("[0-9]+", code):
        yield int(code)
    elif code in ("true", "false"):
        yield code == "true"


def _links(field: Field) -> Schema:
    address = _url(field)
    if field.vocabulary is None:
        return {"type": "object", "additionalProperties": address}
    names = {term.code: {"title": term.label, **address} for term in field.vocabulary.terms.values()}
    return {"type": "object", "properties": names, "additionalProperties": False}


def _named(name: str) -> Callable[[Field], Schema]:
    return lambda _field: {"$ref": f"#/$defs/{name}"}


OF_TYPE: Mapping[str, Callable[[Field], Schema]] = {
    "text": _text,
    "markdown": _lengths,
    "organisation": _text,
    "number": _number,
    "yes-no": _yes_no,
    "term": _term,
    "links": _links,
    "phone": _phone,
    "country": _named("country"),
    "place": _named("place"),
    "meeting": _named("meeting"),
    "url": _url,
    "email": _words(r"^[^\s@]+@[^\s@]+\.[^\s@]+$", "it as hello@example.org"),
    "date": _words(DAY, "it as 2026-11-22"),
    "time": _words(f"^{CLOCK}$", 'it as "18:30"'),
    "hours": _words(f"^(24/7|{OPENING}(; ?{OPENING})*)$", "it as Mo-Fr 08:30-19:00; Sa 10:00-14:00, or 24/7"),
    "timezone": _words(ZONE, "its name, such as Europe/Lisbon"),
    "language": _words(LANGUAGE, "it as en, pt-BR or zh-Hant"),
    "listing": _words(f"^{SLUG}/{SLUG}$", "its folder and its file's name, such as meetups/python-nantes"),
    "image": _words(IMAGE, "its path below content/static/, such as logos/example.svg"),
}
"""One value of each type."""

EACH = {
    "texts": "text",
    "urls": "url",
    "terms": "term",
    "languages": "language",
    "places": "place",
    "listings": "listing",
    "meets": "meeting",
    "dates": "date",
}
"""Types of lists, by the type of each value in them."""


def definitions(fields: Iterable[Field]) -> Mapping[str, Schema]:
    """What is referred to by its name: vocabularies of which several can be chosen, countries, meetings."""
    found, types = dict[str, Schema](), set()
    for field in fields:
        types.add(EACH.get(field.type.name, field.type.name))
        if field.vocabulary and field.type.many:
            found[field.vocabulary.name] = _choices(field.vocabulary)
    if types & {"country", "place"}:
        names = country_names()
        found["country"] = {"enum": list(names), "enumDescriptions": list(names.values())}
    if "place" in types:
        regions = {"enum": list(REGIONS), "enumDescriptions": list(REGIONS.values())}
        found["place"] = {"anyOf": [{"$ref": "#/$defs/country"}, regions]}
    if "meeting" in types:
        found["meeting"] = a_meeting({name: value_of(field) for name, field in MEETING.items()})
    return found
