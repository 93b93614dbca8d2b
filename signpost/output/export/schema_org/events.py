"""The rules by which a listing meets -> events, series of them, and their schedules in the words of schema.org."""

from collections.abc import Iterable, Iterator
from typing import Any

from signpost.model.addresses import of_listing
from signpost.model.listings import Listing
from signpost.model.meetings import Series, by_day, on_day
from signpost.output.export.schema_org.domains import may_say, sorts_of
from signpost.output.export.schema_org.things import Node, Saying, Speaker, say
from signpost.output.export.schema_org.values import it

FROM_SERIES = ("location", "organizer", "eventSchedule", "startDate", "endDate", "keywords", "description", "url")
"""What a series says itself, or its listing has said."""


def events(series: Iterable[Series], by: Speaker) -> Iterator[Node]:
    """An event for each rule, after the places that they take place at, each place once."""
    places: dict[str, Node] = {}
    told = [_event(each, by, places) for each in series]
    yield from places.values()
    yield from told


def _event(series: Series, by: Speaker, places: dict[str, Node]) -> Node:
    rule, listing = series.rule, series.listing
    me = it(of_listing(listing.id), by.site)
    node: Node = {
        "@type": "Event" if rule.on else "EventSeries",
        "name": f"{listing.name}: {rule.title}" if rule.title else listing.name,
        "organizer" if "Organization" in sorts_of(by.type_of(listing)) else "about": {"@id": me},
        **_times(series),
    }
    if where := _where(series, by, places):
        node["location"] = where if len(where) > 1 else where[0]
    return say(node, _sayings(series, by), {**listing.values, "format": series.format})


def _sayings(series: Series, by: Speaker) -> list[Saying]:
    """What the events of a listing say beyond what it says itself. Whether they happen is not claimed unconfirmed."""
    listing = series.listing
    type_ = by.type_of(listing)
    unsure = ("eventStatus",) if series.is_tentative else ()
    return [
        each
        for each in by.sayings(listing.kind, "Event")
        if each.name not in (*FROM_SERIES, *unsure) and not may_say(type_, each.within or each.name)
    ]


def _times(series: Series) -> Node:
    """When it is: once, or by a schedule that begins on its first day and ends with what is known."""
    first = on_day(series, series.first)
    start = first.start.isoformat() if first.has_time else first.day.isoformat()
    if not series.rule.on:
        return {"startDate": start, "eventSchedule": _schedule(series)}
    return {"startDate": start, **({"endDate": first.end.isoformat()} if first.has_time and first.end else {})}


def _schedule(series: Series) -> Node:
    """A rule as a Schedule. Its days are those of RFC 5545 (`1TU`, `-1FR`), for only so the last one can be said."""
    rule = series.rule
    days = by_day(rule)
    said: dict[str, Any] = {
        "repeatFrequency": f"P{rule.interval}{'M' if rule.unit == 'month' else 'W'}",
        "byDay": days[0] if len(days) == 1 else days,
        "byMonthDay": rule.month_day,
        "startDate": series.first.isoformat(),
        "endDate": series.last.isoformat(),
        "startTime": rule.opens,
        "endTime": rule.closes,
        "scheduleTimezone": series.zone if rule.opens else None,
        "exceptDate": [each.isoformat() for each in rule.excluded],
    }
    return {"@type": "Schedule", **{name: value for name, value in said.items() if value}}


def _where(series: Series, by: Speaker, places: dict[str, Node]) -> list[Node]:
    """A reference to the place, a way to be there from elsewhere, or both."""
    found: list[Node] = []
    if series.format != "online" and (place := _place(series.at, series.host, by)):
        places.setdefault(place["@id"], place)
        found.append({"@id": place["@id"]})
    if series.format != "in-person":
        url = series.listing.get("url") or by.site.base_url.rstrip("/") + of_listing(series.listing.id)
        found.append({"@type": "VirtualLocation", "url": url})
    return found


def _place(at: Listing, host: Listing | None, by: Speaker) -> Node | None:
    found = (by.place(host) if host else None) or by.place(at)
    if found is None:
        return None
    named = {"name": host.name} if host else {}
    return {"@id": it(of_listing((host or at).id), by.site, "place"), **found, **named}
