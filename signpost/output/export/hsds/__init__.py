"""The Catalog -> `data/hsds/`: the directory in HSDS 3.0, the standard of community resource directories.

Lists have the shape of a Page of HSDS's API; each service and each organization is a file as well, with all below it.
https://docs.openreferral.org/en/v3.0.1/hsds/
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from signpost.model.chronicle import UNKNOWN, Past
from signpost.model.files import WHOLE, File, Share, as_json
from signpost.model.hsds import STANDARD, namespace
from signpost.model.listings import Catalog, Freshness, Listing
from signpost.model.meetings import Series
from signpost.model.offers import Offer
from signpost.model.words import Words
from signpost.output.export.hsds.making import Making, stand
from signpost.output.export.hsds.organizations import Behind, behind, id_of_organization, organization
from signpost.output.export.hsds.services import attributes, full, service
from signpost.output.export.hsds.terms import Record, terms

FOLDER = "data/hsds/"
LISTS = ("services", "organizations", "taxonomies", "taxonomy_terms")
OFFERS = tuple(
    Offer(f"{FOLDER}{name}.json", f"hsds-{name.replace('_', '-')}", "application/json", STANDARD) for name in LISTS
)


def making(
    catalog: Catalog,
    about: Mapping[str, Freshness],
    series: Mapping[str, tuple[Series, ...]],
    words: Words,
    today: date,
    past: Past = UNKNOWN,
) -> Making:
    """What the records of a catalog are made from, given the state and the past of each listing, and when they meet."""
    site = catalog.charter.site
    within = namespace(site.base_url)
    stands = {slug: stand(kind) for slug, kind in catalog.charter.kinds.items()}
    known, by_id = terms(catalog.charter, within, words), {each.id: each for each in catalog}
    return Making(site, within, stands, known, by_id, about, series, words, today, past)


def single(on: Making, share: Share = WHOLE) -> Iterator[File]:
    """A file for each service and each organization, or a share of them."""
    offering = behind(on)
    for listing in share.singly(on.listings.values()):
        by = id_of_organization(listing, on)
        offers = organization(by, offering[by], on)
        found = {**full(listing, on), "organization": offers}
        written = b'%s,"attributes":[%s]}' % (as_json(found)[:-1], attributes(listing, on).encode())
        yield File(f"{FOLDER}services/{found['id']}.json", written)
        if offering[by] is listing:
            yield File(f"{FOLDER}organizations/{by}.json", as_json(offers))
    for identity, of in _others(offering, on) if share.has_rest else ():
        yield File(f"{FOLDER}organizations/{identity}.json", as_json(organization(identity, of, on)))


def _others(offering: Mapping[str, Behind], on: Making) -> Iterator[tuple[str, Behind]]:
    """The organizations that are not their own service's."""
    for identity, of in offering.items():
        if not isinstance(of, Listing) or id_of_organization(of, on) != identity:
            yield identity, of


def lists(on: Making) -> Iterator[File]:
    """The lists: records with what they say of themselves, without what belongs to them."""
    yield _page("services", (service(each, on) for each in on.listings.values()))
    yield _page("organizations", (_flat(organization(identity, of, on)) for identity, of in behind(on).items()))
    yield _page("taxonomies", on.terms.taxonomies)
    yield _page("taxonomy_terms", on.terms.all)


def _flat(record: Record) -> Record:
    return {name: said for name, said in record.items() if not isinstance(said, list)}


def _page(name: str, records: Iterable[Record]) -> File:
    """All records as the one page of a list (HSDS API reference, Page)."""
    contents = list(records)
    page = {
        "total_items": len(contents), "total_pages": 1, "page_number": 1, "size": len(contents),
        "first_page": True, "last_page": True, "empty": not contents, "contents": contents,
    }  # fmt: skip
    return File(f"{FOLDER}{name}.json", as_json(page))
