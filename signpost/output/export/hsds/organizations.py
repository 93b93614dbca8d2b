"""Who is behind a listing -> HSDS organizations: the listing itself, another listing, or a name."""

from collections.abc import Iterator, Mapping

from signpost.model.addresses import of_listing
from signpost.model.hsds import PHONE, first_name
from signpost.model.listings import Listing
from signpost.output.export.hsds.making import Making, scalars
from signpost.output.export.hsds.terms import Record

Behind = Listing | tuple[str, list[str]]
"""Who is behind something: a listing, or a name and what it runs."""


def runner(listing: Listing, on: Making) -> str:
    """What a listing names as the organisation behind it: another listing's id, a name, or nothing."""
    return next((listing.values[name] for name in on.stand_of(listing).runners if name in listing.values), "")


def id_of_organization(listing: Listing, on: Making) -> str:
    """The organization that offers a listing: the one it names, unless the listing tells of an organization itself."""
    named = runner(listing, on)
    return on.id_of(_own(listing)) if not named or _tells(listing, on) else _id_of_named(named, on)


def _own(listing: Listing) -> str:
    return f"{first_name(listing)}|organization"


def _tells(listing: Listing, on: Making) -> bool:
    """Whether a listing says something that can only be said of an organization, such as when it was founded."""
    found = on.stand_of(listing).scalars.get("organization", ())
    return any(each.name in listing.values for _, fields, _ in found for each in fields)


def _id_of_named(named: str, on: Making) -> str:
    at = on.listings.get(named)
    return on.id_of(_own(at) if at else f"organization|{' '.join(named.casefold().split())}")


def behind(on: Making) -> Mapping[str, Behind]:
    """Every organization that offers or runs something, by id: the listing that it is, or its name and what it runs."""
    found: dict[str, Behind] = {}
    run: dict[str, tuple[str, list[str]]] = {}
    for listing in on.listings.values():
        named = runner(listing, on)
        if not named or _tells(listing, on):
            found[on.id_of(_own(listing))] = listing
        if named in on.listings:
            found[_id_of_named(named, on)] = on.listings[named]
        elif named:
            run.setdefault(_id_of_named(named, on), (named, []))[1].append(listing.name)
    return found | run


def organization(identity: str, of: Behind, on: Making) -> Record:
    """An organization with its telephones."""
    if isinstance(of, Listing):
        return _of_listing(of, identity, on)
    name, runs = of
    return {"id": identity, "name": name, "description": on.words("hsds.runs", names=", ".join(runs))}


def _of_listing(listing: Listing, identity: str, on: Making) -> Record:
    """A listing as an organization; who runs it is its parent."""
    service, named = scalars(listing, "service", on), runner(listing, on)
    found: Record = {"id": identity, "name": listing.name}
    found |= {name: service[name] for name in ("description", "email") if name in service}
    found.setdefault("description", listing.name)
    if "url" in service:
        found["website"] = service["url"]
    found["uri"] = on.site.base_url.rstrip("/") + of_listing(listing.id)
    found |= _said(listing, on)
    if named:
        found["parent_organization_id"] = _id_of_named(named, on)
    if phones := list(_phones(listing, on)):
        found["phones"] = phones
    return found


def _said(listing: Listing, on: Making) -> Record:
    """What is said of the organization alone; pictures by their whole address."""
    found = scalars(listing, "organization", on)
    for field in on.stand_of(listing).by_place.get("organization.logo", ()):
        if field.type.name == "image" and field.name in listing.values:
            found["logo"] = f"{on.site.base_url.rstrip('/')}/static/{listing.values[field.name]}"
    return found


def _phones(listing: Listing, on: Making) -> Iterator[Record]:
    for field in on.stand_of(listing).by_place.get(PHONE, ()):
        if field.name in listing.values:
            name = f"{first_name(listing)}|organization|{field.name}"
            yield {"id": on.id_of(name), "number": listing.values[field.name]}
