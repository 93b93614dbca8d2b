"""A `_kind.yaml` -> the Kind, and what does not fit."""

import re
from collections.abc import Mapping
from typing import Any

from signpost.intake.declare.fields import fields_of
from signpost.intake.declare.forms import KIND, RESERVED, TONES
from signpost.model.addresses import of_field
from signpost.model.fieldtypes.fitting import fit, unknown
from signpost.model.fieldtypes.references import SLUG
from signpost.model.kinds import Field, Kind, Shared, Vocabulary
from signpost.model.problems import Unfit
from signpost.model.source import Document, Entries, scalars

KIND_FILE = "/_kind.yaml"
PLAIN = ("one", "many", "intro", "icon", "tone", "stale_after_days", "order", "schema_org", "also")
LAST = 1000
FALLBACK: dict[str, Any] = {"icon": "map-pin", "tone": TONES[-1], "order": LAST}


def declared_kind(
    document: Document, shared: Shared, vocabularies: Mapping[str, Vocabulary]
) -> tuple[Kind | None, list[Unfit]]:
    """The kind that a folder holds, or None when something it needs does not fit.

    not-a-slug: a name for addresses has something else in it than small letters, digits and single hyphens.
    """
    slug = document.path.removeprefix("content/").removesuffix(KIND_FILE)
    values, unfits = fit(document.fields, KIND)
    own, wrong = fields_of(values.get("fields"), vocabularies, shared.sections)
    unfits = [*unfits, *wrong, *_address_faults(slug, shared)]
    fields = {**shared.fields, **own}
    unfits += _unknown_names(document.fields, fields, [key for key in ("required", "one_of") if key in values])
    defaults, wrong = _defaults(values.get("defaults"), fields)
    defaults = {name: field.default for name, field in fields.items() if field.default is not None} | defaults
    unfits += wrong
    if any(name not in values for name in ("one", "many", "intro", "stale_after_days")):
        return None, unfits
    plain = FALLBACK | {name: values[name] for name in PLAIN if name in values}
    required = {name: fields[name]._replace(required=True) for name in values.get("required", ()) if name in fields}
    one_of = values.get("one_of", ())
    return Kind(slug, fields=fields | required, own=tuple(own), defaults=defaults, one_of=one_of, **plain), unfits


def _address_faults(slug: str, shared: Shared) -> list[Unfit]:
    if slug in RESERVED or f"/{slug}/" in {of_field(field.name) for field in shared.fields.values() if field.pages}:
        return [Unfit("reserved-name", f"/{slug}/ is a page of the site itself", "Give the folder another name.")]
    if not re.fullmatch(SLUG, slug):
        hint = "Use small letters, digits and hyphens, in one folder right below content/."
        return [Unfit("not-a-slug", f'The folder\'s name "{slug}" cannot be an address', hint)]
    return []


def _unknown_names(entries: Entries, fields: Mapping[str, Field], keys: list[str]) -> list[Unfit]:
    """An Unfit for each name below the keys that is not a field."""
    nodes = [node for key in keys if (node := entries.get(key)) is not None]
    return [unknown(text, fields) for node in nodes for text in scalars(node) if text.value not in fields]


def _defaults(entries: Entries | None, fields: Mapping[str, Field]) -> tuple[dict[str, Any], list[Unfit]]:
    """What holds where a listing says nothing: read by the fields' own types."""
    optional = {name: field._replace(required=False) for name, field in fields.items()}
    return fit(entries, optional) if entries else ({}, [])
