"""What must hold within one listing, beyond its fields one by one: each rule a generator of Unfits.

A rule's docstring is its text in docs/rules.md; its name is its id. A rule about a field that a directory does not
declare has nothing to say there.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from signpost.model.fieldtypes.places import zone_of
from signpost.model.kinds import Field
from signpost.model.listings import Listing
from signpost.model.problems import Unfit
from signpost.model.questions import WAYS_IN

LONGEST_ALERT = timedelta(days=90)


def unfit(rule: Callable[..., Any], listing: Listing, field: str, say: str, hint: str, value: str = "") -> Unfit:
    """An Unfit that bears the name of its rule and points at a field, or at one value within it."""
    return Unfit(rule.__name__.replace("_", "-"), say, hint, listing.document.fields.span_of(field, value))


def says(listing: Listing, *fields: str) -> bool:
    """Whether one of the fields is given, be it in words that do not fit: those are told by themselves."""
    return any(listing.get(field) or _misfits(listing, field) for field in fields)


def _misfits(listing: Listing, field: str) -> bool:
    return field in listing.document.said and field in listing.kind.fields and field not in listing.values


def vouched(listing: Listing, today: date) -> Iterator[Unfit]:
    """A listing says who vouches for it: `verified`, the day a person checked; or `source` and `compiled`."""
    declared = {"verified", "source", "compiled"} <= listing.kind.fields.keys()
    if declared and not says(listing, "verified") and not (says(listing, "source") and says(listing, "compiled")):
        say = "It is not said who checked this"
        hint = f"Add verified: {today} when you asked or looked; or source: and compiled: when it is from public pages."
        yield unfit(vouched, listing, "verified", say, hint)


def way_in(listing: Listing, _today: date) -> Iterator[Unfit]:
    """There is at least one way in: `url`, `email`, `phone` or `how_to_join`."""
    declared = [name for name in WAYS_IN if name in listing.kind.fields]
    if declared and not says(listing, *declared):
        hint = f"Add one of {', '.join(declared)}."
        yield unfit(way_in, listing, declared[0], "There is no way to reach or join it", hint)


def place(listing: Listing, _today: date) -> Iterator[Unfit]:
    """What happens in person, wholly or partly, says where: `city` and `country`, or `hosted_at`, or `serves`."""
    in_person = listing.get("format") in ("in-person", "hybrid")
    absent = [name for name in ("city", "country") if not says(listing, name)]
    if in_person and absent and not says(listing, "hosted_at") and not _serves(listing):
        wanted = " and ".join(f"{name}:" for name in absent)
        hint = f"Add {wanted}, or hosted_at: with a listing, or serves: with the countries it is for."
        yield unfit(place, listing, absent[0], "People meet there, but where is not said", hint)


def _serves(listing: Listing) -> Any:
    return says(listing, "serves") if "serves" in listing.kind.fields else True


def online_reach(listing: Listing, _today: date) -> Iterator[Unfit]:
    """What happens online only has an address to go to: `url` or `links`."""
    if listing.get("format") == "online" and not says(listing, "url", "links"):
        yield unfit(online_reach, listing, "url", "It is online, but where is not said", "Add url: or links:.")


def one_of(listing: Listing, _today: date) -> Iterator[Unfit]:
    """At least one field of each group that its kind names under `one_of` is given."""
    for group in listing.kind.one_of:
        if not says(listing, *group):
            labels = ", ".join(listing.kind.fields[name].label for name in group if name in listing.kind.fields)
            hint = f"Add {' or '.join(f'{name}:' for name in group)}"
            yield unfit(one_of, listing, group[0], f"One of these is needed: {labels}", f"{hint}.")


def future(listing: Listing, today: date) -> Iterator[Unfit]:
    """`verified` and `compiled` are not in the future."""
    for name in ("verified", "compiled"):
        day = listing.get(name)
        if day and day > today:
            label = listing.kind.fields[name].label
            yield unfit(future, listing, name, f"{label} is in the future", f"Today is {today}.")


def coordinates(listing: Listing, _today: date) -> Iterator[Unfit]:
    """`lat` and `lon` come together."""
    for given, absent in (("lat", "lon"), ("lon", "lat")):
        if given in listing.values and absent not in listing.values and not says(listing, absent):
            yield unfit(coordinates, listing, given, f"{given} is given, {absent} is not", f"Add {absent}: as well.")


def alert_until(listing: Listing, today: date) -> Iterator[Unfit]:
    """An `alert` says until when it holds: `alert_until`, at most 90 days ahead."""
    until, latest = listing.get("alert_until"), today + LONGEST_ALERT
    if listing.get("alert") and not says(listing, "alert_until"):
        say, hint = "It is not said until when the alert holds", f"Add alert_until: with a day up to {latest}."
        yield unfit(alert_until, listing, "alert", say, hint)
    if until and until > latest:
        hint = f"Choose a day up to {latest}; it can be put off later."
        yield unfit(alert_until, listing, "alert_until", "The alert holds for more than 90 days", hint)


def zone(listing: Listing, _today: date) -> Iterator[Unfit]:
    """Meetings with a time of day have a time zone: the listing's, or the only one of its country."""
    timed = [each for each in listing.get("meets", ()) if each.opens and not each.timezone]
    if timed and not says(listing, "timezone", "hosted_at") and not _has_zone(listing):
        say = "In which time zone the meetings are is not said"
        yield unfit(zone, listing, "meets", say, "Add timezone: with its name, such as Europe/Lisbon.")


def _has_zone(listing: Listing) -> bool:
    """Whether the country has only one time zone; a country that does not fit is told by itself."""
    return zone_of(listing.get("country")) is not None or _misfits(listing, "country")


def empty_field(listing: Listing, _today: date) -> Iterator[Unfit]:
    """A field that is there says something; what is unknown is left out."""
    pairs, said = listing.document.fields.pairs, listing.document.said
    if len(pairs) == len(said):
        return
    for name, _ in pairs:
        field: Field | None = listing.kind.fields.get(name.value)
        if field and not field.required and name.value not in said:
            cut = "#" in listing.document.line(name.span.line)
            hint = (
                "What follows # is not read: put quotation marks around it."
                if cut
                else "Fill it in or delete the line."
            )
            yield unfit(empty_field, listing, name.value, f"Nothing stands after {name.value}:", hint)


def still_example(listing: Listing, _today: date) -> Iterator[Unfit]:
    """A starter's example has made way for words about the place itself."""
    example = listing.kind.fields["summary"].example
    if example and listing.get("summary") == example:
        hint = "Write what is true of this place, and its own address."
        yield unfit(still_example, listing, "summary", "This is still the example", hint)


Rule = Callable[[Listing, date], Iterator[Unfit]]
RULES: tuple[Rule, ...] = (vouched, way_in, place, online_reach, one_of, future, coordinates, alert_until, zone)
WARNINGS: tuple[Rule, ...] = (empty_field, still_example)
