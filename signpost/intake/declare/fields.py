"""`_listing.yaml` -> the fields that listings of every kind share, and the sections of their pages."""

from collections.abc import Iterator, Mapping
from typing import Any

from signpost.intake.declare.forms import FIELD, RESERVED, SHARED, TYPES_WITH_VOCABULARY
from signpost.intake.declare.named import each_named
from signpost.model.addresses import of_field
from signpost.model.fieldtypes import TYPES
from signpost.model.fieldtypes.fitting import fit, fitted
from signpost.model.fieldtypes.reading import did_you_mean
from signpost.model.kinds import Field, Shared, Vocabulary
from signpost.model.problems import Unfit
from signpost.model.questions import BODY
from signpost.model.sheets import OWN
from signpost.model.source import START, Entries, Text, is_empty

CORE = ("name", "summary")
"""Fields every directory needs: pages are built around them."""

MEANT = {
    name: type_name
    for type_name, names in {
        "text": ("name", "summary", "address", "postcode", "city", "region", "alert", "logo_alt"),
        "date": ("verified", "compiled", "alert_until"),
        "term": ("format", "status", "cost"),
        "number": ("lat", "lon", "seen_active"),
        "listings": ("related", "formerly"),
        "listing": ("hosted_at",),
        "organisation": ("run_by",),
        "meets": ("meets",),
        "timezone": ("timezone",),
        "country": ("country",),
        "places": ("serves",),
        "url": ("url",),
        "urls": ("source",),
        "links": ("links",),
    }.items()
    for name in names
}
"""Fields that pages, checks and exports know by their names, with the type each must have."""

OF_DATA = frozenset(field.name for field in OWN) | {BODY}
"""What data for programs tell of each listing beside its fields."""

STANDARDS = ("hsds", "schema_org", "ical")


def declared_fields(entries: Entries, vocabularies: Mapping[str, Vocabulary]) -> tuple[Shared, list[Unfit]]:
    """The shared fields and the sections.

    missing-core: the directory declares no name or no summary for its listings.
    """
    values, unfits = fit(entries, SHARED)
    sections = {name.value: node.value for name, node in _pairs(values.get("sections")) if isinstance(node, Text)}
    found, wrong = fields_of(values.get("fields"), vocabularies, sections)
    for name in CORE:
        if "fields" in values and values["fields"].get(name) is None:
            hint = f"Add {name}: {{type: text, required: yes}} below fields:"
            key = next(key for key, _ in entries.pairs if key.value == "fields")
            wrong.append(Unfit("missing-core", f"Listings need a {name}", hint, key.span))
    return Shared(found, sections), [*unfits, *wrong]


def _pairs(entries: Entries | None) -> Any:
    return entries.pairs if entries else ()


def fields_of(
    entries: Entries | None, vocabularies: Mapping[str, Vocabulary], sections: Mapping[str, str]
) -> tuple[dict[str, Field], list[Unfit]]:
    """The fields declared under `fields:`, by name, and what does not fit."""
    found, unfits = each_named(entries, FIELD, short="type")
    for name, node in _pairs(entries):
        inner = node if isinstance(node, Entries) else Entries((), name.span)
        if name.value in found:
            unfits += _placed(_faults(name.value, found[name.value], vocabularies, sections), inner, name)
    fields = {name: _field(name, values, vocabularies) for name, values in found.items()}
    return _with_defaults(fields, entries, unfits), unfits


def _with_defaults(fields: dict[str, Field], entries: Entries | None, unfits: list[Unfit]) -> dict[str, Field]:
    """The fields with their defaults, each read as its field's own type reads it."""
    nodes = {name.value: node.get("default") for name, node in _pairs(entries) if isinstance(node, Entries)}
    with_defaults = {}
    for name, field in fields.items():
        node = nodes.get(name)
        value, wrong = fitted(node, field) if node and not is_empty(node) else (None, [])
        unfits += wrong
        with_defaults[name] = field._replace(default=value)
    return with_defaults


def _placed(faults: list[tuple[str, str, str, str]], entries: Entries, name: Text) -> list[Unfit]:
    """An Unfit for each fault, at the value that is wrong, or at the field's name."""
    spans = ((entries.span_of(key), rule, say, hint) for key, rule, say, hint in faults)
    return [Unfit(rule, say, hint, name.span if span == START else span) for span, rule, say, hint in spans]


def _faults(
    name: str, values: dict[str, Any], vocabularies: Mapping[str, Vocabulary], sections: Mapping[str, str]
) -> list[tuple[str, str, str, str]]:
    """What keeps a declared field from working: key, rule, words and hint.

    no-such-vocabulary: a field of choices names no file in content/_terms/.
    no-such-section: a field stands in a section that _listing.yaml does not declare.
    fixed-type: a field that pages are built around has another type than they need, or may be left out.
    reserved-name: a page, a field with pages, or a kind has a name that the site keeps for its own pages; or a field
    has one that it keeps for its own columns of data.
    """
    faults = [*_meant(name, values)]
    vocabulary, section = values.get("vocabulary"), values.get("section")
    if vocabulary is None and values["type"] in TYPES_WITH_VOCABULARY:
        hint = f"Add vocabulary: with one of {', '.join(vocabularies)}."
        faults.append(("type", "no-such-vocabulary", f"The choices of {name} are not said", hint))
    if vocabulary is not None and vocabulary not in vocabularies:
        hint = f"{did_you_mean(vocabulary, vocabularies)}Add the file content/_terms/{vocabulary}.yaml, or mend it."
        faults.append(("vocabulary", "no-such-vocabulary", f"There are no terms called {vocabulary}", hint))
    if section and section not in sections:
        hint = f"{did_you_mean(section, sections)}It can be {', '.join(sections)}."
        faults.append(("section", "no-such-section", f"There is no section {section}", hint))
    if name in OF_DATA:
        say = f"{name} is a column that the data have already"
        faults.append(("type", "reserved-name", say, "Choose another name."))
    if values.get("pages") and of_field(name).strip("/") in RESERVED:
        say = f"{of_field(name)} is a page of the site itself"
        faults.append(("pages", "reserved-name", say, "Choose another name."))
    return faults


def _meant(name: str, values: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """What keeps a field with a fixed meaning from being used as pages, checks and exports use it."""
    if values["type"] != MEANT.get(name, values["type"]):
        say, hint = (
            f"{name} cannot be of the type {values['type']}",
            f"Write type: {MEANT[name]}, or choose another name.",
        )
        yield "type", "fixed-type", say, hint
    if name in CORE and not values.get("required"):
        yield "required", "fixed-type", f"Every listing needs a {name}", "Write required: yes."


def _field(name: str, values: dict[str, Any], vocabularies: Mapping[str, Vocabulary]) -> Field:
    maps_to = {standard: values[standard] for standard in STANDARDS if standard in values}
    apart = (*STANDARDS, "type", "vocabulary", "label", "default")
    plain = {key: value for key, value in values.items() if key not in apart}
    label = values.get("label") or name.replace("_", " ").capitalize()
    vocabulary = vocabularies.get(values.get("vocabulary", ""))
    # A field whose choices cannot be told takes any words, so that its own mistake is told alone.
    untold = {"term": "text", "terms": "texts"} if vocabulary is None else {}
    type_ = TYPES[untold.get(values["type"], values["type"])]
    return Field(name, type_, label, vocabulary=vocabulary, maps_to=maps_to, **plain)
