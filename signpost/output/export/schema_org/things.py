"""A listing -> what it is in the words of schema.org, as far as its type may say it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from signpost.model.addresses import of_listing
from signpost.model.kinds import Kind, Site
from signpost.model.listings import Listing
from signpost.output.export.schema_org.domains import may_say
from signpost.output.export.schema_org.values import Shape, it, shape

TYPE, PAGE = "@type", "WebPage"
WITHIN = {
    "address": ("PostalAddress", ("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry")),
    "geo": ("GeoCoordinates", ("latitude", "longitude")),
    "audience": ("Audience", ("audienceType",)),
}
"""Properties whose value is a thing of its own: its type, and what is said of it."""

HOLDERS = {name: holder for holder, (_, names) in WITHIN.items() for name in names}
INSTEAD = {
    "organizer": ("organizer", "parentOrganization", "provider"),
    "knowsLanguage": ("knowsLanguage", "inLanguage"),
    "knowsAbout": ("knowsAbout", "keywords"),
}
"""What a property is called with types that have another name for it."""

Node = dict[str, Any]


class Saying(NamedTuple):
    """A field and the property that says it, `within` the value of another one if any."""

    field: str
    within: str
    name: str
    shape: Shape


@dataclass(slots=True)
class Speaker:
    """How the listings of each kind are told; what depends on kind and type alone is found out once."""

    site: Site
    by_id: Mapping[str, Listing]
    known: dict[tuple[str, str], tuple[Saying, ...]] = field(default_factory=dict)
    typed: dict[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def type_of(self, listing: Listing) -> str:
        """The type of schema.org: what a choice of the listing is declared to make it, else that of its kind."""
        kind = listing.kind
        if kind.slug not in self.typed:
            self.typed[kind.slug] = _types(kind)
        found = (types.get(listing.values.get(name, "")) for name, types in self.typed[kind.slug].items())
        return next(filter(None, found), kind.schema_org)

    def sayings(self, kind: Kind, type_: str) -> tuple[Saying, ...]:
        """What listings of a kind say when they are things of a type."""
        key = kind.slug, type_
        if key not in self.known:
            self.known[key] = tuple(self._sayings(kind, type_))
        return self.known[key]

    def _sayings(self, kind: Kind, type_: str) -> Iterator[Saying]:
        for each in kind.fields.values():
            before, _, asked = each.maps_to.get("schema_org", TYPE).rpartition(".")
            holder = HOLDERS.get(asked, "")
            name = asked if before == PAGE else _allowed(type_, asked, holder)
            if name and (before == PAGE) == (type_ == PAGE):
                yield Saying(each.name, holder, name, shape(each, name, self.site, self.by_id))

    def thing(self, listing: Listing) -> Node:
        """What a listing is."""
        type_ = self.type_of(listing)
        node: Node = {"@type": type_, "@id": it(of_listing(listing.id), self.site)}
        return say(node, self.sayings(listing.kind, type_), listing.values)

    def place(self, listing: Listing) -> Node | None:
        """Where a listing is, as a place: its address and coordinates, or None when neither is known."""
        sayings = [each for each in self.sayings(listing.kind, "Place") if each.within in ("address", "geo")]
        node = say({"@type": "Place"}, sayings, listing.values)
        return node if len(node) > 1 else None


def _allowed(type_: str, asked: str, holder: str) -> str:
    """What things of a type call a property; nothing where they may not have it."""
    names = (asked,) if holder else INSTEAD.get(asked, (asked,))
    return next((one for one in names if may_say(type_, holder or one)), "")


def _types(kind: Kind) -> Mapping[str, Mapping[str, str]]:
    """By field, the types that choices in it make a listing."""
    return {
        each.name: {code: term.schema_org for code, term in each.vocabulary.terms.items()}
        for each in kind.fields.values()
        if each.maps_to.get("schema_org") == TYPE and each.vocabulary and not each.type.many
    }


def say(node: Node, sayings: tuple[Saying, ...] | list[Saying], values: Mapping[str, Any]) -> Node:
    """A thing with all that is said of it. What several fields say with one property becomes a list."""
    for field_, within, name, shaped in sayings:
        said = shaped(values[field_]) if field_ in values else None
        if said is None:
            continue
        about = node.setdefault(within, {"@type": WITHIN[within][0]}) if within else node
        about[name] = _joined(about[name], said) if name in about else said
    return node


def _joined(before: Any, more: Any) -> list[Any]:
    return [*(before if isinstance(before, list) else [before]), *(more if isinstance(more, list) else [more])]
