"""`_listing.yaml` -> the fields that listings of every kind share, and the sections of their pages."""

from collections.abc import Mapping
from typing import Any

from signpost.intake.declare.forms import FIELD, RESERVED, SHARED, TYPES_WITH_VOCABULARY
from signpost.intake.declare.named import each_named
from signpost.model.fieldtypes import TYPES
from signpost.model.fieldtypes.fitting import fit
from signpost.model.fieldtypes.reading import did_you_mean
from signpost.model.kinds import Field, Shared, Vocabulary
from signpost.model.problems import Unfit
from signpost.model.source import START, Entries, Text

CORE = {"name": "text", "summary": "text"}
"""Fields every directory needs, with the type each must have: pages are built around them."""

STANDARDS = ("hsds", "schema_org", "ical")


def declared_fields(entries: Entries, vocabularies: Mapping[str, Vocabulary]) -> tuple[Shared, list[Unfit]]:
    """The shared fields and the sections.

    missing-core: the directory declares no name or no summary for its listings.
    """
    values, unfits = fit(entries, SHARED)
    sections = {name.value: node.value for name, node in _pairs(values.get("sections")) if isinstance(node, Text)}
    found, wrong = fields_of(values.get("fields"), vocabularies, sections)
    for name, type_name in CORE.items():
        if "fields" in values and (name not in found or found[name].type.name != type_name):
            hint = f"Add {name}: {{type: {type_name}, required: yes}} below fields:"
            wrong.append(Unfit("missing-core", f"Listings need a {name}", hint, entries.span_of("fields")))
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
    return {name: _field(name, values, vocabularies) for name, values in found.items()}, unfits


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
    reserved-name: a field with pages, or a kind, has a name that the site keeps for its own pages.
    """
    faults = []
    vocabulary, section = values.get("vocabulary"), values.get("section")
    if vocabulary is None and values["type"] in TYPES_WITH_VOCABULARY:
        hint = f"Add vocabulary: with one of {', '.join(vocabularies)}."
        faults.append(("type", "no-such-vocabulary", f"The choices of {name} are not said", hint))
    if vocabulary is not None and vocabulary not in vocabularies:
        hint = f"{did_you_mean(vocabulary, vocabularies)}Add the file content/_terms/{vocabulary}.yaml."
        faults.append(("vocabulary", "no-such-vocabulary", f"There are no terms called {vocabulary}", hint))
    if section and section not in sections:
        hint = f"{did_you_mean(section, sections)}It can be {', '.join(sections)}."
        faults.append(("section", "no-such-section", f"There is no section {section}", hint))
    if values.get("pages") and name in RESERVED:
        faults.append(("pages", "reserved-name", f"/{name}/ is a page of the site itself", "Choose another name."))
    return faults


def _field(name: str, values: dict[str, Any], vocabularies: Mapping[str, Vocabulary]) -> Field:
    maps_to = {standard: values[standard] for standard in STANDARDS if standard in values}
    plain = {key: value for key, value in values.items() if key not in (*STANDARDS, "type", "vocabulary", "label")}
    label = values.get("label") or name.replace("_", " ").capitalize()
    vocabulary = vocabularies.get(values.get("vocabulary", ""))
    return Field(name, TYPES[values["type"]], label, vocabulary=vocabulary, maps_to=maps_to, **plain)
