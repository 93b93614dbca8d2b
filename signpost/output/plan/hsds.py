"""What the directory declares -> the page that says what its files in HSDS claim, and where each field stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from signpost.model.addresses import DATA, HOME, HSDS, of_service
from signpost.model.files import Link, Page
from signpost.model.hsds import PLACES, STANDARD, VERSION, first_name, held, identity, namespace
from signpost.model.kinds import Charter
from signpost.model.listings import Catalog
from signpost.model.words import Words

ATTRIBUTE = "service.attributes[]"
FILES = {
    "services.json": "service", "services/": "service", "organizations.json": "organization",
    "organizations/": "organization",
    "taxonomies.json": "taxonomy", "taxonomy_terms.json": "taxonomy_term",
}  # fmt: skip
"""The files, or folders of files, and the schema of HSDS that each record in them fits."""


@dataclass(frozen=True, slots=True)
class Held:
    """A set of files: its name below the page, where it leads if it is one file, what it holds, and the schema."""

    name: str
    address: str | None
    says: str
    schema: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A field, by its label and its name, and the places it stands in."""

    label: str
    name: str
    places: tuple[str, ...]


def conformance(catalog: Catalog, words: Words) -> Page:
    """The page: the files and their schemas, what is claimed and what is not, and the place of every field."""
    title = words("hsds.heading")
    within = namespace(catalog.charter.site.base_url)
    first = next(iter(catalog), None)
    shows = {
        "version": VERSION,
        "standard": STANDARD,
        "files": tuple(_files(words)),
        "example": Link(first.name, of_service(identity(within, first_name(first)))) if first else None,
        "claims": tuple(words.under("hsds.claims").values()),
        "omits": tuple(words.under("hsds.omits").values()),
        "fields": tuple(_placed(catalog.charter)),
    }
    crumbs = (Link(words("page.home"), HOME), Link(words("data.heading"), DATA), Link(title, HSDS))
    return Page(HSDS, "pages/hsds.html", title, words("hsds.intro"), crumbs, shows=shows)


def _files(words: Words) -> Iterator[Held]:
    for name, schema in FILES.items():
        is_folder = name.endswith("/")
        shown = f"{name}<id>.json" if is_folder else name
        said = words(f"hsds.files.{'each-' if is_folder else 'all-'}{schema}")
        yield Held(shown, None if is_folder else f"{HSDS}{name}", said, f"{schema}.json")


def _placed(charter: Charter) -> Iterator[Placed]:
    """Every field of any kind, once, in the order they are declared."""
    seen: set[str] = set()
    for kind in charter.kinds.values():
        whole = held(kind)
        for name, field in kind.fields.items():
            if name not in seen:
                seen.add(name)
                own = field.maps_to.get("hsds", "")
                known = (own,) if own in PLACES else ()
                places = known if name in whole else (*known, ATTRIBUTE)
                yield Placed(field.label, name, places)
