"""Where a service is -> answers: its first place with the address, whether it is online, what is known of access."""

from collections.abc import Iterator

from signpost.intake.hsds.reading import Record, objects
from signpost.intake.hsds.saying import Left, Said, Told, Wanted, a_line, coded
from signpost.intake.hsds.texts import line_of, shown
from signpost.model.hsds import ACCESS, ACCESS_NOTE, FORMAT, SCALARS
from signpost.model.kinds import Field

ASIDE = frozenset(
    ("id", "location_id", "location_type", "organization_id", "addresses", "accessibility", "schedules", "metadata",
     "address_type", "name")
)  # fmt: skip
"""What is read elsewhere, or names the record itself."""


def place(service: Record, wanted: Wanted) -> Told:
    """Where it is. A listing stands for one place: further ones are left."""
    found = [each["location"] for each in objects(service.get("service_at_locations")) if "location" in each]
    known = objects(found) + objects(service.get("locations"))
    physical = [each for each in known if each.get("location_type", "physical") == "physical"]
    virtual = [each for each in known if each.get("location_type") == "virtual"]
    yield from _format(physical, virtual, wanted)
    for location in physical[:1]:
        yield from _properties(location, "location", wanted)
        addresses = objects(location.get("addresses"))
        for address in addresses[:1]:
            yield from _properties(address, "address", wanted)
        yield from _left(f"{location.get('name') or 'location'}: further addresses", addresses[1:])
    yield from _left("service_at_locations", physical[1:])
    for location in (physical[:1] or virtual)[:1]:
        yield from _access(location, wanted)


def _left(whence: str, records: list[Record]) -> Iterator[Left]:
    for each in records:
        yield Left(whence, f"a listing has one place ({shown(each.get('name') or each.get('address_1') or '')})")


def _format(physical: list[Record], virtual: list[Record], wanted: Wanted) -> Told:
    """In person, online or both, when there are places that tell."""
    field = wanted.first(FORMAT, "term")
    places = any(address.get("city") for each in physical for address in objects(each.get("addresses")))
    code = ("hybrid" if places else "online") if virtual else "in-person" if places else ""
    if field and code and coded(code, wanted.kind.fields[field]):
        yield Said(field, code, "location_type")


def _properties(record: Record, table: str, wanted: Wanted) -> Told:
    """What a location or an address says, by the declarations."""
    for name in record:
        field = wanted.first(f"{table}.{name}")
        if field or (name not in ASIDE and f"{table}.{name}" in SCALARS):
            yield from a_line(record, name, f"{table}.{name}", field)
        elif name not in ASIDE and record[name] and not name.endswith("_id"):
            yield Left(f"{table}.{name}", "no listing has a place for it")


def _access(location: Record, wanted: Wanted) -> Told:
    """What is known of its accessibility: choices by their labels; other words are a note."""
    field, note = next(wanted.fields(ACCESS, "terms"), None), wanted.first(ACCESS_NOTE, "text")
    codes, words = list[str](), list[str]()
    for each in objects(location.get("accessibility")):
        try:
            said, details = line_of(each.get("description")), line_of(each.get("details"))
        except ValueError as error:
            yield Left("location.accessibility", str(error))
            continue
        code = coded(said, field) if field else ""
        codes += [code] if code else []
        words += [part for part in ("" if code else said, details) if part]
    yield from _noted(codes, words, field, note)


def _noted(codes: list[str], words: list[str], field: Field | None, note: str) -> Told:
    if codes and field:
        yield Said(field.name, ", ".join(dict.fromkeys(codes)), "location.accessibility")
    if words:
        whole = " ".join(words)
        yield Said(note, whole, "location.accessibility") if note else Left("location.accessibility", shown(whole))
