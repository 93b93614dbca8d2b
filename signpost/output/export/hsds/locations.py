"""Where a listing is -> HSDS locations: a place with its address and accessibility, an address on the web, or both."""

from collections.abc import Iterator

from signpost.model.hsds import ACCESS, ACCESS_NOTE, first_name
from signpost.model.listings import Listing
from signpost.output.export.hsds.making import Making, scalars
from signpost.output.export.hsds.terms import Record

ADDRESS = ("address_1", "city", "state_province", "postal_code", "country")
"""What HSDS requires of an address: what is not known of them is empty."""
ONLINE, HYBRID = "online", "hybrid"


def place_of(listing: Listing, on: Making) -> Listing | None:
    """The listing whose place it is: its own where it names a city or has no host; None where it has no place."""
    values = listing.values
    if values.get("format") == ONLINE:
        return None
    host = on.listings.get(values.get("hosted_at", ""))
    if host is not None and "city" not in values:
        return host
    return listing if on.stand_of(listing).placed & values.keys() else None


def locations(listing: Listing, on: Making) -> Iterator[Record]:
    """Where it is: at most one place, and at most one address on the web."""
    place = place_of(listing, on)
    if place:
        yield physical(place, on)
    if listing.values.get("format") in (ONLINE, HYBRID):
        name = first_name(listing)
        location: Record = {"id": on.id_of(f"{name}|virtual"), "location_type": "virtual", "name": listing.name}
        if "url" in listing.values:
            location["url"] = listing.values["url"]
        if place is None and (access := list(_access(listing, on))):
            location["accessibility"] = access
        yield location


def physical(listing: Listing, on: Making) -> Record:
    """The place of a listing."""
    name = first_name(listing)
    identity = on.id_of(f"{name}|location")
    location: Record = {"id": identity, "location_type": "physical", "name": listing.name}
    location |= scalars(listing, "location", on)
    if address := scalars(listing, "address", on):
        location["addresses"] = [
            {
                "id": on.id_of(f"{name}|address"),
                **dict.fromkeys(ADDRESS, ""),
                **address,
                "address_type": "physical",
            }
        ]
    if access := list(_access(listing, on)):
        location["accessibility"] = access
    return location


def _access(listing: Listing, on: Making) -> Iterator[Record]:
    """What is known of its accessibility, one choice a record; a note stands with the first, or alone."""
    by_place, values, name = on.stand_of(listing).by_place, listing.values, first_name(listing)
    notes = " ".join(str(values[each.name]) for each in by_place.get(ACCESS_NOTE, ()) if each.name in values)
    labels = [
        (f"{name}|{each.name}|{code}|access", each.vocabulary.terms[code].label)
        for each in by_place.get(ACCESS, ())
        if each.vocabulary and each.type.many
        for code in values.get(each.name, ())
    ]
    for number, (key, label) in enumerate(labels or ([(f"{name}|access", "")] if notes else [])):
        record = {"id": on.id_of(key)}
        if label:
            record["description"] = label
        if notes and number == 0:
            record["details"] = notes
        yield record
