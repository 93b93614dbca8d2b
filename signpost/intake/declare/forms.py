"""The fields of the files that declare: what `_site.yaml`, `_listing.yaml`, `_kind.yaml` and `_terms/` may say.

They are read by the same `fit` as a listing's, so a mistake in them gets the same caret and the same hint.
"""

from typing import Any

from signpost.model.fieldtypes import TYPES
from signpost.model.fieldtypes.places import language
from signpost.model.fieldtypes.reading import entries, several
from signpost.model.fieldtypes.words import term, text
from signpost.model.kinds import Field, FieldType, Term, Vocabulary
from signpost.model.source import Items, Node, Text

TONES = ("teal", "amber", "rose", "indigo", "moss", "plum", "clay", "slate")
"""The colours a kind can have; the theme's stylesheet gives each its shades."""

RESERVED = frozenset(
    ("about", "accessibility", "add", "assets", "calendar", "changes", "data", "embed", "give-back", "guides", "in",
     "inclusion", "map", "needs-check", "offline", "pagefind", "pages", "patterns", "plan", "privacy", "search",
     "static")
)  # fmt: skip
"""Addresses the site keeps for itself: no kind and no field with pages can have one."""


def _choice(label: str, codes: tuple[str, ...]) -> Vocabulary:
    return Vocabulary("", label, {code: Term(code, code) for code in codes})


def _entries(node: Node, field: Field) -> Any:
    return entries(node, field)


def _groups(node: Node, field: Field) -> tuple[tuple[str, ...], ...]:
    """Lists of names, a single list among them wrapped."""
    nodes = node.nodes if isinstance(node, Items) else (node,)
    wrapped = nodes if any(isinstance(each, Items) for each in nodes) else (Items(nodes, node.span),)
    return tuple(several(text)(each, field) for each in wrapped)


def _contact(node: Node, field: Field) -> str:
    """An e-mail address, or a page on the web."""
    is_mail = isinstance(node, Text) and "@" in node.value and "/" not in node.value
    return str(TYPES["email" if is_mail else "url"].read(node, field))


NAMED, GROUPS = FieldType("named values", _entries), FieldType("groups", _groups)


def _fields(*fields: Field) -> dict[str, Field]:
    return {field.name: field for field in fields}


def _one(name: str, type_name: str, label: str, **more: Any) -> Field:
    return Field(name, TYPES[type_name], label, **more)


ALSO = _one("also", "text", "Other words for it", max=600, help="What people type who look for it.")

SITE = _fields(
    _one("title", "text", "Title", required=True, max=60, example="Gig Support"),
    _one("tagline", "text", "Tagline", required=True, max=160),
    _one("base_url", "url", "Address of the site", required=True, example="https://example.org/"),
    Field("language", FieldType("language", language), "Language", required=True, example="en"),
    _one("repository", "url", "Repository", required=True, example="https://github.com/example/directory"),
    _one("branch", "text", "Branch", example="main"),
    _one("timezone", "timezone", "Time zone", example="UTC"),
    _one("licence", "text", "Licence of the content", required=True, example="CC BY 4.0"),
    _one("licence_url", "url", "Address of the licence", required=True),
    _one("contact", "url", "Contact", required=True),
    Field("security", FieldType("address", _contact), "Contact for security", example="security@example.org"),
    _one("security_until", "date", "Contact for security holds until", example="2027-06-01"),
)

SHARED = _fields(
    Field("sections", NAMED, "Sections", required=True, help="Parts of a listing's page: code and label, in order."),
    Field("fields", NAMED, "Fields", required=True),
)

FIELD = _fields(
    Field("type", FieldType("term", term), "Type", required=True, vocabulary=_choice("Types", tuple(TYPES))),
    _one("label", "text", "Label", max=60),
    _one("help", "text", "Help", max=200),
    _one("example", "text", "Example", max=200),
    _one("required", "yes-no", "Required"),
    _one("min", "number", "Least", example="20"),
    _one("max", "number", "Most", example="200"),
    _one("max_items", "number", "Most values", whole=True, min=1),
    _one("whole", "yes-no", "Whole number"),
    _one("vocabulary", "text", "Vocabulary", example="support"),
    _one("default", "texts", "Default", example="any"),
    _one("translatable", "yes-no", "Translatable"),
    _one("facet", "number", "Facet", min=1, example="3"),
    _one("pages", "yes-no", "Pages"),
    _one("section", "text", "Section"),
    _one("hsds", "text", "HSDS", max=200),
    _one("schema_org", "text", "schema.org", max=200),
    _one("ical", "text", "iCalendar", max=200),
)

KIND = _fields(
    _one("one", "text", "Name for one", required=True, max=40, example="Meetup"),
    _one("many", "text", "Name for many", required=True, max=40, example="Meetups"),
    _one("intro", "text", "Introduction", required=True, max=200),
    _one("order", "number", "Order", example="3"),
    _one("icon", "text", "Icon", example="users"),
    Field("tone", FieldType("term", term), "Tone", vocabulary=_choice("Tones", TONES)),
    _one("stale_after_days", "number", "Days until a check is stale", required=True, whole=True, min=1, example="365"),
    _one("schema_org", "text", "schema.org type", example="Organization"),
    ALSO,
    Field("defaults", NAMED, "Defaults"),
    _one("required", "texts", "Required fields", example="city"),
    Field("one_of", GROUPS, "At least one of"),
    Field("fields", NAMED, "Fields"),
)

VOCABULARY = _fields(
    _one("label", "text", "Label", required=True, max=60),
    _one("intro", "text", "Introduction", max=200),
    Field("terms", NAMED, "Terms", required=True),
)

TERM = _fields(
    _one("label", "text", "Label", required=True, max=60),
    _one("hint", "text", "Hint", max=200),
    _one("icon", "text", "Icon", example="heart"),
    ALSO,
    _one("schema_org", "text", "schema.org", max=60, example="WorkersUnion"),
    _one("isco08", "texts", "Occupations (ISCO-08)"),
)

TYPES_WITH_VOCABULARY = ("term", "terms", "links")
