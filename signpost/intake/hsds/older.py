"""A service as HSDS 2 has it -> the same with the names of HSDS 3.0, as far as only names changed."""

from collections.abc import Mapping
from typing import Any

from signpost.intake.hsds.reading import Record, objects

RENAMED = {
    "fees": "fees_description",
    "eligibilities": "eligibility_description",
    "eligibilitys": "eligibility_description",
    "regular_schedules": "schedules",
    "regular_schedule": "schedules",
    "service_taxonomys": "attributes",
    "service_taxonomies": "attributes",
    "taxonomies": "attributes",
}
OF_LOCATION = {"physical_addresses": "addresses", "accessibility_for_disabilities": "accessibility"}
OF_PART = {"language": "name", "service_area": "name", "accessibility": "description"}
PARTS = ("languages", "service_areas")


def modern(service: Record) -> Record:
    """The service by the names of HSDS 3.0. What it says by those already stays."""
    found: dict[str, Any] = _renamed(service, RENAMED)
    for name in PARTS:
        found |= {name: [_renamed(each, OF_PART) for each in objects(found[name])]} if name in found else {}
    if isinstance(found.get("eligibility_description"), list):
        said = [str(each["eligibility"]) for each in objects(found["eligibility_description"]) if "eligibility" in each]
        found["eligibility_description"] = " ".join(said)
    found["schedules"] = [_weekly(each) for each in objects(found.get("schedules"))]
    found["organization"] = [_renamed(each, {"url": "website"}) for each in objects(found.get("organization"))]
    for name in ("service_at_locations", "locations"):
        found[name] = [_placed(each) for each in objects(found.get(name))]
    return {name: said for name, said in found.items() if said != []}


def _renamed(record: Record, names: Mapping[str, str]) -> dict[str, Any]:
    """A record with new names for old ones; where it has both, the new one holds."""
    kept = ((name, names.get(name, name)) for name in record)
    return {new: record[old] for old, new in kept if old == new or new not in record}


def _weekly(schedule: Record) -> Record:
    """A schedule of HSDS 2, which is of one day of the week, as one of HSDS 3."""
    day = str(schedule.get("weekday") or "").strip()[:2].upper()
    return {**schedule, "freq": "WEEKLY", "byday": day} if day and "freq" not in schedule else schedule


def _placed(at: Record) -> Record:
    """A place, or a location by itself."""
    if isinstance(at.get("location"), dict):
        return {**at, "location": _placed(at["location"])}
    found = _renamed(at, OF_LOCATION)
    found["accessibility"] = [_renamed(each, OF_PART) for each in objects(found.get("accessibility"))]
    return {name: said for name, said in found.items() if said != []}
