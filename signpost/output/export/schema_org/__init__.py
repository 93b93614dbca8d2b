"""Pages -> the same pages with what they tell search engines: a graph in the words of schema.org (JSON-LD 1.1).

Its properties are those that fields and choices are declared to have (`schema_org:`). One that a thing's type may not
have is left out, or said of the thing's events. It says nothing that the page does not.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from signpost.model.addresses import DATA, HOME, SEARCH, of_listing
from signpost.model.files import Page
from signpost.model.listings import Catalog, Listing
from signpost.model.meetings import Series
from signpost.model.offers import Offer
from signpost.output.export.schema_org.domains import sorts_of
from signpost.output.export.schema_org.events import events
from signpost.output.export.schema_org.pages import dataset, item_list, web_page, web_site
from signpost.output.export.schema_org.things import PAGE, Node, Speaker, say
from signpost.output.export.schema_org.values import it

BY = "reviewedBy"
Linker = Callable[[Iterable[Page]], Iterator[Page]]


@dataclass(frozen=True, slots=True)
class Known:
    """What pages are told from: the listings, by address and with their speaker; when they meet; what is offered."""

    by: Speaker
    at: Mapping[str, Listing]
    series: Mapping[str, tuple[Series, ...]]
    offers: Sequence[Offer]


def linker(catalog: Catalog, series: Mapping[str, tuple[Series, ...]], offers: Sequence[Offer] = ()) -> Linker:
    """A function from the pages of a catalog to the same pages with their graphs."""
    by_id = {each.id: each for each in catalog}
    at = {of_listing(each.id): each for each in catalog}
    known = Known(Speaker(catalog.charter.site, by_id), at, series, offers)
    return lambda pages: (page._replace(graph=tuple(_graph(page, known))) for page in pages)


def _graph(page: Page, known: Known) -> Iterator[Node]:
    site, listing = known.by.site, known.at.get(page.address)
    if listing:
        yield from _of_listing(page, listing, known)
    elif page.address == HOME:
        yield from (web_page(page, site), web_site(site))
    elif page.address == DATA:
        found = dataset(page, site, _shown(page, known.offers))
        yield from (web_page(page, site) | {"mainEntity": {"@id": found["@id"]}}, found)
    elif "pager" in page.shows and "listings" in page.shows:
        yield _of_list(page, known)
    else:
        yield web_page(page, site, "SearchResultsPage" if page.address == SEARCH else "WebPage")


def _of_listing(page: Page, listing: Listing, known: Known) -> Iterator[Node]:
    """The page and what it is about, where that takes place, and when; of what has closed nothing but the page."""
    if listing.is_closed:
        yield web_page(page, known.by.site)
        return
    thing = known.by.thing(listing)
    about = {"mainEntity": {"@id": thing["@id"]}, **_review(page, listing, thing, known)}
    yield web_page(page, known.by.site) | about
    yield thing
    yield from events(known.series.get(listing.id, ()), known.by)


def _review(page: Page, listing: Listing, thing: Node, known: Known) -> Node:
    """What fields say of the page: when it was checked, and by whom, where the page says that its organiser did."""
    by = known.by
    found = say({}, [each for each in by.sayings(listing.kind, PAGE) if each.name != BY], listing.values)
    if page.shows["spokespeople"].confirmed and "Organization" in sorts_of(thing["@type"]):
        found[BY] = {"@id": it(page.address, by.site)}
    return found


def _of_list(page: Page, known: Known) -> Node:
    """A page of a list, with the addresses of what stands on it."""
    found, shows = [each.address for each in page.shows["listings"]], page.shows
    items = item_list(found, shows["pager"].first, shows["count"], known.by.site)
    return web_page(page, known.by.site, "CollectionPage") | {"mainEntity": items}


def _shown(page: Page, offers: Sequence[Offer]) -> list[Offer]:
    """The offers that the page about the data shows: where nobody meets, for one, there is no calendar to fetch."""
    shown = {each.name for each in page.shows["offers"]}
    return [each for each in offers if each.name in shown]
