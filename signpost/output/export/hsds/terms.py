"""The vocabularies of a Charter -> HSDS taxonomies and their terms; kinds and fields are taxonomies of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from signpost.model.files import as_json
from signpost.model.hsds import OF_KIND, VERSION, identity
from signpost.model.kinds import Charter, Field, Kind
from signpost.model.words import Words

Record = dict[str, Any]
OF_FIELD = "field"


@dataclass(frozen=True, slots=True)
class Terms:
    """Every taxonomy and every term; and by their taxonomy's name and their code, terms as attributes hold them.

    Those are written as JSON already: three quarters of all bytes are the same few terms.
    """

    taxonomies: tuple[Record, ...]
    all: tuple[Record, ...]
    written: Mapping[tuple[str, str], str]


def terms(charter: Charter, within: bytes, words: Words) -> Terms:
    """The taxonomies and terms of a site. A term's `code` has its taxonomy's name before it: HSDS wants it unique."""
    taxonomies, found, written = list[Record](), list[Record](), dict[tuple[str, str], str]()
    for name, label, intro, choices in _sets(charter, words):
        taxonomy = {"id": identity(within, f"taxonomy|{name}"), "name": label, "description": intro or label}
        taxonomies.append({**taxonomy, "version": VERSION} if name in (OF_KIND, OF_FIELD) else taxonomy)
        for code, told, hint in choices:
            known = {"id": identity(within, f"term|{name}|{code}"), "code": f"{name}:{code}", "name": told}
            term = {**known, "description": hint or told, "taxonomy": label}
            written[name, code] = as_json(term).decode()
            found.append({**term, "taxonomy_id": taxonomy["id"], "language": charter.site.language})
    return Terms(tuple(taxonomies), tuple(found), written)


Set = tuple[str, str, str, list[tuple[str, str, str]]]


def _sets(charter: Charter, words: Words) -> Iterator[Set]:
    """Name, label, introduction and choices (code, label, hint) of every taxonomy."""
    for vocabulary in charter.vocabularies.values():
        choices = [(each.code, each.label, each.hint) for each in vocabulary.terms.values()]
        yield vocabulary.name, vocabulary.label, vocabulary.intro, choices
    kinds = [(kind.slug, kind.one, kind.intro) for kind in charter.kinds.values()]
    yield OF_KIND, words("hsds.kinds"), words("hsds.kinds-hint"), kinds
    fields = [(each.name, each.label, each.help) for each in _valued(charter.kinds.values())]
    yield OF_FIELD, words("hsds.fields"), words("hsds.fields-hint"), fields


def _valued(kinds: Any) -> Iterator[Field]:
    """Every field without a vocabulary, of any kind, once."""
    found: dict[str, Field] = {}
    kind: Kind
    for kind in kinds:
        for name, field in kind.fields.items():
            if field.vocabulary is None or field.type.name == "links":
                found.setdefault(name, field)
    yield from found.values()
