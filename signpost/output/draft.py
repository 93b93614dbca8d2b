"""A kind and a name -> a starter file that already passes `check`: what is needed filled in, the rest in comments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from signpost.model.addresses import slug_of
from signpost.model.answers import quoted
from signpost.model.cities import PLACED, Nowhere, find, needed
from signpost.model.fieldtypes.reading import did_you_mean
from signpost.model.kinds import Field, Kind
from signpost.model.problems import Refused, Unfit
from signpost.model.source import START, Text

LEFT_OUT = ("formerly", "status", "maintainers")
"""Fields a starter does not offer: they are for moves and maintainers."""

VOUCHED = ("source", "compiled")
"""What a starter says of its facts: where they are from. That a person checked them is for that person to say."""

UNSAID = ("", "")
"""Neither a city nor a country."""


@dataclass(frozen=True, slots=True)
class Starter:
    """A file to be written, and what there is to say of it."""

    path: str
    text: str
    told: str


def starter(kinds: Mapping[str, Kind], slug: str, name: str, today: date, where: tuple[str, str] = UNSAID) -> Starter:
    """The starter of a listing, by what is typed: a kind, a name, and a city with its country, or neither.

    Raises Refused, with words for who typed it, for what does not fit.
    """
    if slug not in kinds:
        raise Refused(f"There is no kind {slug}. {did_you_mean(slug, kinds)}It can be {', '.join(kinds)}.")
    if not name.strip():
        raise Refused("A listing needs a name.")
    given, told = ({}, "") if where == UNSAID else _placed(kinds[slug], *where)
    text = draft(kinds[slug], name, today, given).replace("---\n", f"---\n{for_editors(slug)}\n", 1)
    return Starter(f"content/{slug}/{slug_of(name)}.md", text, told)


def for_editors(slug: str) -> str:
    """The comment that tells editors with YAML support which schema a kind's files have."""
    return f"# yaml-language-server: $schema=../.schema/{slug}.json"


def _placed(kind: Kind, city: str, country: str) -> tuple[Mapping[str, str], str]:
    """What a file says of where it is, and what to say when it is not known where that is."""
    if not city.strip() or not country.strip():
        raise Refused("A city needs its country and a country its city, such as --city Leeds --country GB.")
    said = {"city": _read(kind, "city", city), "country": _read(kind, "country", country)}
    given = {field: quoted(value) for field, value in said.items()}
    try:
        found = find(said["city"], said["country"]).fields
    except Nowhere as nowhere:
        told = nowhere.told(needed(PLACED, said["country"]))
        return given, f"{told[0].upper()}{told[1:]}"
    return given | {field: found[field] for field in found if field in kind.fields}, ""


def _read(kind: Kind, name: str, typed: str) -> str:
    """What is typed for a field, when it fits."""
    if name not in kind.fields:
        raise Refused(f"{kind.many} have no field {name}.")
    try:
        return str(kind.fields[name].type.read(Text(" ".join(typed.split()), START), kind.fields[name]))
    except Unfit as unfit:
        raise Refused(f"{unfit.say}. {unfit.hint}") from None


def draft(kind: Kind, name: str, today: date, given: Mapping[str, str] = MappingProxyType({})) -> str:
    """The text of a new listing of a kind, with values that are known already, as they are written in a file.

    `#` begins a comment: a line comes to life when its `#` is deleted.
    """
    required = [field for field in kind.fields.values() if field.required]
    others = [field for field in kind.fields.values() if not field.required and field.name not in LEFT_OUT]
    filled = _filled(kind, name, today, given)
    lines = ["---", f"# {kind.one}. Lines with # are not read; delete the # of those you fill in.", ""]
    lines += [f"{field.name}: {filled.get(field.name) or _sample(field)}{_help(field)}" for field in required]
    lines += [f"{field}: {value}" for field, value in filled.items() if field not in {each.name for each in required}]
    lines += ["", "# What else can be said:"]
    lines += [f"# {field.name}: {_sample(field)}{_help(field)}" for field in others if field.name not in filled]
    return "\n".join([*lines, "---", "", ""])


def _filled(kind: Kind, name: str, today: date, given: Mapping[str, str]) -> dict[str, str]:
    """Values to begin with: the name, one for each thing that `check` asks for beyond required fields, those given."""
    values = {"name": quoted(_fitting(name, kind.fields["name"]))}
    for group in (("url", "how_to_join"), *((name,) for name in VOUCHED), *_place(kind), *kind.one_of):
        known = [field for field in group if field in kind.fields]
        if known and not any(field in values or field in given or kind.fields[field].required for field in known):
            values[known[0]] = str(today) if known[0] == "compiled" else _sample(kind.fields[known[0]])
    return values | dict(given)


def _fitting(name: str, field: Field) -> str:
    """A name on one line, and no longer than there is room for."""
    return " ".join(name.split())[: None if field.max is None else int(field.max)].rstrip()


def _place(kind: Kind) -> tuple[tuple[str, ...], ...]:
    """The fields that say where it is, when the format that holds by default, or is filled in, asks for them."""
    field = kind.fields.get("format")
    is_filled = field is not None and (field.required or any(group[0] == "format" for group in kind.one_of))
    chosen = _sample(field) if field is not None and is_filled else kind.defaults.get("format")
    return (("city",), ("country",)) if chosen in ("in-person", "hybrid") else ()


def _sample(field: Field) -> str:
    """An example that fits its field, as it is written in a file."""
    if field.type.name in ("term", "terms") and field.vocabulary:
        first = field.example or next(iter(field.vocabulary.terms))
        return f"[{first}]" if field.type.many else first
    if field.type.name == "links":
        return _link(field)
    example = field.example or SAMPLES.get(field.type.name, "...")
    if field.type.name == "meets":
        return example
    return f"[{example}]" if field.type.many else quoted(example)


def _link(field: Field) -> str:
    name = next(iter(field.vocabulary.terms), "page") if field.vocabulary else "page"
    return f'{{{name}: "https://example.org/"}}'


SAMPLES = {
    "yes-no": "yes",
    "number": "1",
    "date": "2026-11-22",
    "url": "https://example.org/",
    "urls": "https://example.org/",
    "email": "hello@example.org",
    "phone": "+351210000000",
    "country": "PT",
    "places": "worldwide",
    "languages": "en",
    "timezone": "Europe/Lisbon",
    "hours": "Mo-Fr 08:30-19:00",
    "meets": "{every: month, day: first tuesday}",
}
"""What a value of a type looks like, where its field gives no example."""


def _help(field: Field) -> str:
    return f"  # {field.help}" if field.help else ""
