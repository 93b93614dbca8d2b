"""A service's attributes -> answers: choices by our own names for them, or by labels that only one field has."""

from collections.abc import Iterator
from typing import Any

from signpost.intake.hsds.reading import Record, objects
from signpost.intake.hsds.saying import Left, Said, Told, Wanted, coded
from signpost.intake.hsds.texts import shown, text_of
from signpost.model.hsds import OF_KIND
from signpost.model.kinds import Field

CHOICES = ("term", "terms")


def kind_of(service: Record) -> str:
    """The kind that a service of a directory made with Signpost says it is of, or nothing."""
    for attribute in objects(service.get("attributes")):
        if attribute.get("link_type") == OF_KIND and (code := str(_term(attribute).get("code", ""))):
            return code.rpartition(":")[2]
    return ""


def attributes(service: Record, wanted: Wanted) -> Told:
    """The answers that attributes give, several choices of a field together."""
    chosen: dict[str, list[str]] = {}
    for attribute in objects(service.get("attributes")):
        if attribute.get("link_type") == OF_KIND and _term(attribute):
            continue
        for one in _said(attribute, wanted):
            if isinstance(one, Said) and wanted.kind.fields[one.field].type.name in CHOICES:
                chosen.setdefault(one.field, []).append(one.answer)
            else:
                yield one
    for name, codes in chosen.items():
        several = list(dict.fromkeys(codes))
        if wanted.kind.fields[name].type.many:
            yield Said(name, ", ".join(several), f"attributes {name}")
            continue
        yield Said(name, several[0], f"attributes {name}")
        yield from (Left(f"attributes {name}", f"it takes one choice, not {each} as well") for each in several[1:])


def _term(attribute: Record) -> Record:
    """The term of an attribute; HSDS 2 has it under other names, or has the attribute itself be the term."""
    for name in ("taxonomy_term", "taxonomy"):
        if isinstance(attribute.get(name), dict):
            found: Record = attribute[name]
            return found
    return attribute if "name" in attribute else {}


def _said(attribute: Record, wanted: Wanted) -> Told:
    """What one attribute says: a value for a field that is named, or a choice."""
    field = wanted.kind.fields.get(str(attribute.get("link_type")))
    term = _term(attribute)
    whence = f"attributes {shown(term.get('name') or attribute.get('value') or attribute.get('id'))}"
    try:
        value = text_of(attribute.get("value"))
    except ValueError as error:
        yield Left(whence, str(error))
        return
    if field and value and field.type.name not in CHOICES:
        yield Said(field.name, value, f"attributes {field.name}")
        return
    found = {(each.name, code) for each, code in _choices(term, field, wanted)}
    if len(found) == 1:
        ((name, code),) = found
        yield Said(name, code, whence)
    elif found:
        names = ", ".join(sorted(name for name, _ in found))
        yield Left(whence, f"several fields have a choice of that name ({names})")
    else:
        yield Left(whence, f"no choice here has that name{_of(term)}")


def _of(term: Record) -> str:
    return f" (it is from {shown(term['taxonomy'])})" if isinstance(term.get("taxonomy"), str) else ""


def _choices(term: Record, named: Field | None, wanted: Wanted) -> Iterator[tuple[Field, str]]:
    """The choices that a term can mean: in the field it names, else in those its taxonomy names, else in any."""
    fields = [each for each in wanted.kind.fields.values() if each.vocabulary and each.type.name in CHOICES]
    if named in fields:
        fields = [each for each in fields if each is named]
    else:
        taxonomy = str(term.get("taxonomy", "")).casefold()
        fields = [each for each in fields if taxonomy in _names(each)] or fields
    for each in fields:
        if code := _code(term, each):
            yield each, code


def _code(term: Record, field: Field) -> str:
    return coded(term.get("code", ""), field) or coded(term.get("name", ""), field)


def _names(field: Field) -> set[Any]:
    label = field.vocabulary.label if field.vocabulary else ""
    return {field.name, field.label.casefold(), label.casefold(), field.vocabulary.name if field.vocabulary else ""}
