"""A listing -> its page, and a redirect for each address it had before."""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from signpost.model.addresses import HOME, of_city, of_country, of_editing, of_listing
from signpost.model.fieldtypes.places import country_names
from signpost.model.files import Link, Page
from signpost.model.kinds import Site
from signpost.model.listings import Listing, Removed, is_listed
from signpost.model.parts import ALL
from signpost.model.people import profile
from signpost.model.reports import removal_address, right_address, wrong_address
from signpost.model.segments import refusal
from signpost.model.words import Words
from signpost.output.plan.deeds import history
from signpost.output.plan.elsewhere import calendar
from signpost.output.plan.embeds import badge_snippet
from signpost.output.plan.facts import ESSENTIALS, WAYS, Facts, sections
from signpost.output.plan.related import Neighbours, related
from signpost.output.plan.shelves import Shelves
from signpost.output.plan.views import Actions, Card, Fact, Spokespeople

LONGEST_SHOWN = 60
NO_FEEDBACK: dict[str, object] = {"actions": None, "history": None}


def listing_pages(
    listing: Listing, facts: Facts, among: Neighbours | None, parts: frozenset[str] = ALL
) -> Iterator[Page]:
    """The page of a listing and the redirects to it. Closed and expired ones are not for search engines."""
    shelves, words, found = facts.shelves, facts.words, facts(listing)
    card, charter = shelves.cards[listing.id], shelves.catalog.charter
    is_shown = is_listed(listing, shelves.freshness[listing.id])
    yield Page(
        address=card.address,
        template="pages/listing.html",
        title=listing.name,
        summary=card.summary,
        crumbs=(
            Link(words("page.home"), HOME),
            Link(listing.kind.many, listing.kind.address),
            Link(listing.name, card.address),
        ),
        indexed=is_shown,
        body=listing.document.body,
        alternates=() if card.address not in shelves.meeting else (calendar(card.address, listing.name, words),),
        shows={
            "listing": card,
            "body_language": card.language,
            "ways": found.get(WAYS, ()),
            "essentials": essentials(listing, card, found.get(ESSENTIALS, ()), words),
            "sections": sections(found, charter.shared.sections),
            "alert": listing.get("alert", ""),
            "sources": tuple(Link(_short(each), each) for each in listing.get("source", ())),
            "related": tuple(shelves.cards[each] for each in related(listing, among)) if among else (),
            "spokespeople": spokespeople(listing, charter.site),
            "searchable": is_shown,
            "snippet": badge_snippet(card, charter.site, words) if is_shown and "badges" in parts else None,
            **(feedback(listing, shelves, words) if "feedback" in parts else NO_FEEDBACK),
        },
    )
    for old in listing.get("formerly", ()):
        yield moved(of_listing(old), Link(listing.name, card.address), words)


def feedback(listing: Listing, shelves: Shelves, words: Words) -> dict[str, object]:
    """What a listing's page says of its past, and the ways to mend it."""
    site = shelves.catalog.charter.site
    return {"actions": actions(listing, site, words), "history": history(listing, shelves.past, site, words)}


def tombstone(removed: Removed, words: Words) -> Page:
    """The page of a listing that was removed on request: it says so, and where to look instead, and nothing else."""
    title, kind = words("removed.heading"), Link(removed.kind.many, removed.kind.address)
    crumbs = (Link(words("page.home"), HOME), kind, Link(title, of_listing(removed.id)))
    return Page(
        address=of_listing(removed.id),
        template="pages/removed.html",
        title=title,
        summary=words("removed.text"),
        crumbs=crumbs,
        indexed=False,
        shows={"kind": kind},
    )


def moved(old: str, to: Link, words: Words) -> Page:
    """A page that leads from an old address to the new one."""
    return Page(old, "pages/moved.html", to.label, words("moved.heading"), indexed=False, shows={"to": to})


def essentials(listing: Listing, card: Card, found: tuple[Fact, ...], words: Words) -> tuple[Fact, ...]:
    """The facts of the first screen; where it is comes first, linked to what else is there."""
    country = listing.get("country")
    if country is None:
        return found
    name = country_names(card.language)[country]
    links = [Link(listing.values["city"], of_city(country, listing.values["city"]))] if "city" in listing.values else []
    return (Fact("place", words("listing.place"), "listings", (*links, Link(name, of_country(country)))), *found)


def _short(address: str) -> str:
    """A web address as people read it: without scheme, `www.` and a last slash, cut when it goes on and on."""
    parts = urlsplit(address)
    words = f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"
    return words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 1]}…"


def spokespeople(listing: Listing, site: Site) -> Spokespeople:
    """Who speaks for a listing. A check by one of them, or that says it was theirs, is a confirmation.

    Handles are those of the repository's host, and lead to their profiles there when it has such addresses.
    """
    keepers = tuple(each.removeprefix("@") for each in listing.get("maintainers", ()))
    by = str(listing.get("verified_by", "")).removeprefix("@").casefold()
    is_theirs = listing.get("verified_how") == "organiser" or by in {each.casefold() for each in keepers}
    return Spokespeople(
        confirmed="verified" in listing.values and is_theirs,
        handles=tuple(Link(f"@{each}", profile(each, site.repository)) for each in keepers),
    )


def actions(listing: Listing, site: Site, words: Words) -> Actions:
    """Where a reader goes to edit a listing, to say that it is wrong or still right, or to ask for its removal.

    A file that the site's form cannot take apart is edited on the repository.
    """
    by_hand = bool(refusal(listing.document))
    file = f"{site.repository}/edit/{site.branch}/{quote(listing.document.path)}"
    return Actions(
        edit=file if by_hand else of_editing(listing.id),
        wrong=wrong_address(listing, site, words),
        right=None if listing.is_closed else right_address(listing, site, words),
        removal=removal_address(listing, site, words),
        is_elsewhere=by_hand,
    )
