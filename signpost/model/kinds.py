"""What a directory declares: its kinds, fields and vocabularies, together the Charter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from signpost.model.source import Node


class Term(NamedTuple):
    """One choice of a vocabulary. `also` are other words that people look for it with.

    `schema_org` is what schema.org calls it: a type, a value, or the property that says it.
    """

    code: str
    label: str
    hint: str = ""
    icon: str = ""
    also: str = ""
    schema_org: str = ""


class Vocabulary(NamedTuple):
    """A closed list of choices, by code, in the order they are shown."""

    name: str
    label: str
    terms: Mapping[str, Term]
    intro: str = ""


class FieldType(NamedTuple):
    """A way to read a value: `read` returns it or raises `Unfit`. `many` is whether the value is a tuple."""

    name: str
    read: Callable[[Node, "Field"], Any]
    many: bool = False


class Field(NamedTuple):
    """One thing a listing can say. `maps_to` names the same thing in other standards (hsds, schema_org, ical)."""

    name: str
    type: FieldType
    label: str
    help: str = ""
    example: str = ""
    required: bool = False
    min: float | None = None
    max: float | None = None
    max_items: int | None = None
    whole: bool = False
    vocabulary: Vocabulary | None = None
    default: Any = None
    translatable: bool = False
    facet: float | None = None
    pages: bool = False
    section: str = ""
    maps_to: Mapping[str, str] = MappingProxyType({})


class Shared(NamedTuple):
    """What the listings of every kind share: fields by name, and the sections of their pages by code, in order."""

    fields: Mapping[str, Field]
    sections: Mapping[str, str]


@dataclass(frozen=True)
class Kind:
    """A folder of listings of one sort. `fields` are the shared ones and its own, by name, in page order."""

    slug: str
    one: str
    many: str
    intro: str
    icon: str
    tone: str
    stale_after_days: int
    fields: Mapping[str, Field]
    order: float = 0
    own: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    one_of: tuple[tuple[str, ...], ...] = ()
    schema_org: str = "Organization"
    also: str = ""

    @cached_property
    def types(self) -> Mapping[str, str]:
        """The names of its fields' types, by those of the fields."""
        return {name: field.type.name for name, field in self.fields.items()}

    @cached_property
    def _of_types(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """What was found already."""
        return {}

    def of_types(self, types: tuple[str, ...]) -> tuple[str, ...]:
        """The names of its fields of some types, type by type: every rule asks for the same few."""
        known = self._of_types
        if types not in known:
            known[types] = tuple(name for each in types for name, its in self.types.items() if its == each)
        return known[types]

    @property
    def address(self) -> str:
        """Where its list stands on the site."""
        return f"/{self.slug}/"


class Site(NamedTuple):
    """What holds for the whole directory (`content/_site.yaml`)."""

    title: str
    tagline: str
    base_url: str
    language: str
    repository: str
    branch: str
    timezone: str
    licence: str
    licence_url: str
    contact: str
    security: str = ""
    security_until: date | None = None


class Charter(NamedTuple):
    """Everything declared, checked: what the rest of the program works from."""

    site: Site
    shared: Shared
    vocabularies: Mapping[str, Vocabulary]
    kinds: Mapping[str, Kind]
