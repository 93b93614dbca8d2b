"""A listing -> an HSDS service: with its scalars alone as a list has it, and with all that belongs to it."""

from collections.abc import Iterator
from datetime import datetime

from signpost.model.answers import told as answer
from signpost.model.fieldtypes.places import REGIONS, country_names, language_names
from signpost.model.files import as_json
from signpost.model.hsds import AREAS, FEES, LANGUAGES, OF_KIND, PHONE, STATUSES, first_name
from signpost.model.listings import Listing, State
from signpost.output.export.hsds.locations import locations, physical, place_of
from signpost.output.export.hsds.making import Making, scalars
from signpost.output.export.hsds.organizations import id_of_organization
from signpost.output.export.hsds.schedules import meetings, openings
from signpost.output.export.hsds.terms import OF_FIELD, Record


def service(listing: Listing, on: Making) -> Record:
    """The service as lists have it."""
    found: Record = {
        "id": on.id_of(first_name(listing)),
        "organization_id": id_of_organization(listing, on),
        "name": listing.name,
        **scalars(listing, "service", on),
        "status": _status(listing, on),
    }
    if body := listing.document.body.strip():
        found["description"] = f"{found['description']}\n\n{body}" if "description" in found else body
    if "alert" in found and listing.get("alert_until", on.since) < on.since:
        del found["alert"]
    if deeds := on.past.of(listing):
        found["last_modified"] = _moment(deeds[0].commit.when)
    return found


def _moment(when: datetime) -> str:
    """A moment in UTC to the millisecond, as HSDS asks for (RFC 3339); git knows it to the second."""
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _status(listing: Listing, on: Making) -> str:
    """Whether it goes on, as HSDS has it; nobody can say of one that was not checked for very long."""
    is_old = on.about[listing.id].state is State.EXPIRED and not listing.is_closed
    return "inactive" if is_old else STATUSES.get(listing.get("status", "active"), "active")


def full(listing: Listing, on: Making) -> Record:
    """The service with all that is below it but attributes; what is empty is left out. Nothing names what it is in."""
    found = service(listing, on)
    shown, at_places = _schedules(listing, on)
    below = {
        "phones": list(_phones(listing, on)),
        "schedules": shown,
        "service_areas": list(_areas(listing, on)),
        "service_at_locations": [*_at_locations(listing, on), *at_places],
        "languages": list(_languages(listing, on)),
        "cost_options": list(_costs(listing, on)),
    }
    return found | {name: record for name, record in below.items() if record}


def _at_locations(listing: Listing, on: Making) -> Iterator[Record]:
    """The places of a service, and its address on the web."""
    for location in locations(listing, on):
        name = f"{first_name(listing)}|at|{location['id']}"
        yield {"id": on.id_of(name), "location": location}


def _schedules(listing: Listing, on: Making) -> tuple[list[Record], list[Record]]:
    """When it is open and meets; and what meets at another listing's place, by that place."""
    shown, elsewhere = list(openings(listing, on)), dict[str, Record]()
    for series, schedule in meetings(listing, on):
        if series.at is place_of(listing, on) or series.host is None or series.format == "online":
            shown.append(schedule)
            continue
        location = physical(series.host, on)
        at = on.id_of(f"{first_name(listing)}|at|{location['id']}|meets")
        elsewhere.setdefault(at, {"id": at, "location": location, "schedules": []})["schedules"].append(schedule)
    return shown, list(elsewhere.values())


def _phones(listing: Listing, on: Making) -> Iterator[Record]:
    for field in on.stand_of(listing).by_place.get(PHONE, ()):
        if field.name in listing.values:
            name = f"{first_name(listing)}|{field.name}"
            yield {"id": on.id_of(name), "number": listing.values[field.name]}


def _areas(listing: Listing, on: Making) -> Iterator[Record]:
    """Who it serves: the name of the place, and its code (ISO 3166-1, or a larger region)."""
    for field in on.stand_of(listing).by_place.get(AREAS, ()):
        for code in listing.get(field.name, ()):
            name = REGIONS.get(code) or country_names(on.site.language)[code]
            key = f"{first_name(listing)}|{field.name}|{code}"
            yield {"id": on.id_of(key), "name": name, "extent": code, "extent_type": "text"}


def _languages(listing: Listing, on: Making) -> Iterator[Record]:
    names = language_names(on.site.language)
    for field in on.stand_of(listing).by_place.get(LANGUAGES, ()):
        for tag in listing.get(field.name, ()):
            key = f"{first_name(listing)}|{field.name}|{tag}"
            name = names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0], tag)
            yield {"id": on.id_of(key), "name": name, "code": tag}


def _costs(listing: Listing, on: Making) -> Iterator[Record]:
    """What it costs: the choice as the option, the author's words as what qualifies it. Amounts are not made out."""
    option, said = "", ""
    for field in on.stand_of(listing).by_place.get(FEES, ()):
        value = listing.get(field.name)
        if value and field.vocabulary and field.type.name == "term":
            option = option or field.vocabulary.terms[value].label
        elif value and field.type.name == "text":
            said = said or value
    if option or said:
        named = {"option": option, "amount_description": said}
        told = {name: words for name, words in named.items() if words}
        yield {"id": on.id_of(f"{first_name(listing)}|cost"), **told}


def attributes(listing: Listing, on: Making) -> str:
    """Its kind, each of its choices, and as `value` what else no place in HSDS holds whole: JSON, as it is written."""
    return ",".join(
        f'{{"id":"{on.id_of(key)}","link_type":"{name}","link_entity":"service","taxonomy_term":{term}{value}}}'
        for key, name, term, value in _said(listing, on)
    )


def _said(listing: Listing, on: Making) -> Iterator[tuple[str, str, str, str]]:
    """Of each attribute: what its id is made from, the field, the term, and the value with its name, if any."""
    of, terms, first = on.stand_of(listing), on.terms.written, first_name(listing)
    yield f"{first}|{OF_KIND}", OF_KIND, terms[OF_KIND, listing.kind.slug], ""
    fields, values = listing.kind.fields, listing.values
    for name, vocabulary in of.chosen:
        if name in values:
            codes = values[name] if fields[name].type.many else (values[name],)
            for code in codes:
                yield f"{first}|{name}|{code}", name, terms[vocabulary, code], ""
    at_home = place_of(listing, on) is listing and "hosted_at" not in values  # what is its own, what the host's?
    for written, node in listing.document.fields.pairs:
        name = written.value
        if name in of.valued and name in values and not (at_home and name in of.local):
            said = as_json(answer(fields[name], node)).decode()
            yield f"{first}|{name}", name, terms[OF_FIELD, name], f',"value":{said}'
