"""Where the fields of a kind stand in HSDS 3.0 (Open Referral), by their declarations: what export and import share.

https://docs.openreferral.org/en/v3.0.1/hsds/schema_reference.html
"""

from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha1
from uuid import NAMESPACE_URL, uuid5

from signpost.model.kinds import Field, Kind
from signpost.model.listings import Listing

VERSION = "3.0"
STANDARD = "https://docs.openreferral.org/en/v3.0.1/"

NUMBERS = frozenset(
    ("service.minimum_age", "service.maximum_age", "organization.year_incorporated", "location.latitude",
     "location.longitude")
)  # fmt: skip
TEXTS: Mapping[str, tuple[str, ...]] = {
    "service": (
        "name", "alternate_name", "description", "url", "email", "interpretation_services", "application_process",
        "fees_description", "wait_time", "fees", "accreditations", "eligibility_description", "assured_date",
        "assurer_email", "licenses", "alert",
    ),
    "organization": ("alternate_name", "email", "website", "tax_status", "tax_id", "legal_status", "logo", "uri"),
    "location": ("name", "alternate_name", "description", "transportation", "url"),
    "address": ("attention", "address_1", "address_2", "city", "region", "state_province", "postal_code", "country"),
}  # fmt: skip
"""The properties that a declaration's `hsds:` can name as `object.property` and that hold one text."""

SCALARS = NUMBERS | {f"{table}.{name}" for table, names in TEXTS.items() for name in names}
PHONE, LANGUAGES, AREAS, SCHEDULES = "service.phones[].number", "languages", "service_areas", "schedules"
STATUS, FEES, DESCRIPTION, DAY = (
    "service.status",
    "service.fees_description",
    "service.description",
    "service.assured_date",
)
ACCESS, ACCESS_NOTE, FORMAT = "location.accessibility[]", "location.accessibility[].details", "location.location_type"
ORGANIZATION, AT = "organization", "service_at_locations"
PLACES = SCALARS | {
    PHONE, LANGUAGES, AREAS, SCHEDULES, STATUS, ACCESS, ACCESS_NOTE, FORMAT, ORGANIZATION, AT,
}  # fmt: skip
"""Every place that a declaration can name. Of any other, such as one of a later version, nothing is made."""
WHOLE = {(PHONE, "phone"), (LANGUAGES, "languages"), (AREAS, "places")}
"""Places beside the scalars that hold all that a field of a type can say."""

AS_THEY_ARE = frozenset(("text", "markdown", "url", "email", "date", "number", "country"))
STATUSES = {"active": "active", "paused": "temporarily closed", "closed": "defunct"}
"""Our status -> HSDS's."""

OF_KIND = "kind"
"""The `link_type` of the attribute that tells a service's kind."""

VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


def places(kind: Kind) -> Mapping[str, tuple[Field, ...]]:
    """The fields of a kind, by the place their declarations name."""
    found: dict[str, list[Field]] = defaultdict(list)
    for field in kind.fields.values():
        if place := field.maps_to.get("hsds"):
            found[place].append(field)
    return {place: tuple(fields) for place, fields in found.items()}


def held(kind: Kind) -> frozenset[str]:
    """The fields whose own place holds all they say. What the others say stands in attributes too."""
    alone = ((place, fields[0]) for place, fields in places(kind).items() if len(fields) == 1)
    return frozenset(
        field.name
        for place, field in alone
        if (place in SCALARS and field.type.name in AS_THEY_ARE) or (place, field.type.name) in WHOLE
    )


def namespace(base_url: str) -> bytes:
    """What the ids of a site's records are made from."""
    return uuid5(NAMESPACE_URL, base_url).bytes


def identity(within: bytes, name: str) -> str:
    """The id of a record by its name: the UUID of version 5 (RFC 9562) that `uuid5` makes, in a third of the time."""
    found = sha1(within + name.encode(), usedforsecurity=False).hexdigest()
    return f"{found[:8]}-{found[8:12]}-5{found[13:16]}-{VARIANT[found[16]]}{found[17:20]}-{found[20:32]}"


def first_name(listing: Listing) -> str:
    """What the ids of a listing are made from: its first address, which stays when it is renamed."""
    return str((*listing.get("formerly", ()), listing.id)[0])
