"""An HSDS service -> answers for the fields of a listing and its text, and everything that was left, with reasons."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from signpost.intake.hsds.attributes import attributes
from signpost.intake.hsds.places import place
from signpost.intake.hsds.reading import Record, objects
from signpost.intake.hsds.saying import NO_FIELD, Left, Said, Told, Wanted, a_line, coded, gathered
from signpost.intake.hsds.texts import line_of, shown, text_of
from signpost.intake.hsds.times import times
from signpost.model.fieldtypes.places import countries, country_codes
from signpost.model.hsds import AREAS, AT, DESCRIPTION, FEES, LANGUAGES, ORGANIZATION, PHONE, STATUS, STATUSES
from signpost.model.questions import BODY

ASIDE = frozenset(
    ("id", "organization_id", "program_id", "last_modified", "metadata", "attributes", "schedules", "languages",
     "service_at_locations", "locations", "service_areas", "organization", "phones", "description", "status",
     "cost_options")
)  # fmt: skip
END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def facts(service: Record, wanted: Wanted) -> tuple[dict[str, str], list[Left]]:
    """What a service says, as answers, and what no listing can take. Attributes by our own names go before all else."""
    first, lefts = gathered(attributes(service, wanted), wanted)
    said = frozenset(first)
    local = () if _is_elsewhere(said, wanted) else place(service, wanted)
    told = chain(
        _text(service, wanted, said), _scalars(service, wanted, said), _costs(service, wanted, said),
        _lists(service, wanted), _status(service, wanted), local, times(service, wanted, said),
        _behind(service, wanted),
    )  # fmt: skip
    answers, more = gathered(chain((Said(name, first[name], "") for name in first), told), wanted)
    return _until(answers, [*lefts, *more], wanted)


def _is_elsewhere(said: frozenset[str], wanted: Wanted) -> bool:
    """Whether the place is another listing's, which is named."""
    return any(each.name in said for each in wanted.fields(AT, "listing"))


def _until(answers: dict[str, str], lefts: list[Left], wanted: Wanted) -> tuple[dict[str, str], list[Left]]:
    """An alert without its last day is left."""
    if "alert" in answers and "alert_until" in wanted.kind.fields and "alert_until" not in answers:
        lefts = [*lefts, Left("service.alert", "it does not say until when it holds")]
        answers = {name: answer for name, answer in answers.items() if name != "alert"}
    return answers, lefts


def _text(service: Record, wanted: Wanted, said: frozenset[str]) -> Told:
    """The summary and the text below the fields: the first paragraph and the rest, or first sentences and all."""
    field = next(wanted.fields(DESCRIPTION, "text"), None)
    try:
        whole = text_of(service.get("description"))
    except ValueError as error:
        yield Left(DESCRIPTION, str(error))
        return
    if field is None or field.name in said or not whole:
        return
    paragraph, _, rest = whole.partition("\n\n")
    if "\n" not in paragraph and len(paragraph) <= (field.max or len(paragraph)):
        yield Said(field.name, paragraph, DESCRIPTION)
    else:
        yield Said(field.name, _beginning(" ".join(paragraph.split()), int(field.max or 0)), DESCRIPTION)
        rest = whole
    if rest.strip():
        yield Said(BODY, rest.strip(), DESCRIPTION)


def _beginning(text: str, most: int) -> str:
    """The first sentences of a text that fit; else its first words."""
    if len(text) <= most or not most:
        return text
    kept = ""
    for sentence in END_OF_SENTENCE.split(text):
        if len(kept) + len(sentence) + 1 > most:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or f"{text[: most - 1].rpartition(' ')[0]}…"


def _scalars(service: Record, wanted: Wanted, said: frozenset[str]) -> Told:
    """The properties that hold one text or number, by the declarations; what no field stands for is left."""
    for name, value in service.items():
        fields = tuple(wanted.fields(f"service.{name}"))
        if name in ASIDE or value in (None, "", [], {}) or any(each.name in said for each in fields):
            continue
        choice = next((each for each in fields if each.vocabulary and coded(value, each)), None)
        words = next((each.name for each in fields if not each.vocabulary), "")
        if choice:
            yield Said(choice.name, coded(value, choice), f"service.{name}")
        elif isinstance(value, list | dict):
            yield Left(f"service.{name}", NO_FIELD)
        else:
            yield from a_line(service, name, f"service.{name}", words)


def _costs(service: Record, wanted: Wanted, said: frozenset[str]) -> Told:
    """What it costs, by the options' names and amounts, where no other words tell."""
    fields = tuple(wanted.fields(FEES))
    options = objects(service.get("cost_options"))
    if not options or any(each.name in said for each in fields) or service.get("fees_description"):
        return
    told = [line_of(_amount(each)) for each in options]
    choice = next((each for each in fields if each.vocabulary and coded(options[0].get("option", ""), each)), None)
    if choice:
        yield Said(choice.name, coded(options[0]["option"], choice), "cost_options")
    words = "; ".join(each for each in told if each)
    field = next((each.name for each in fields if each.type.name == "text"), "")
    if words:
        yield Said(field, words, "cost_options") if field else Left("cost_options", NO_FIELD)


def _amount(option: Record) -> str:
    parts = (option.get("amount"), str(option.get("currency") or "").upper(), option.get("amount_description"))
    return " ".join(str(each) for each in parts if each not in (None, ""))


def _lists(service: Record, wanted: Wanted) -> Told:
    """Languages, areas, and the first telephone; of the service, else of its organization."""
    languages = [each.get("code") or each.get("name") for each in objects(service.get("languages"))]
    yield from _several(languages, LANGUAGES, wanted)
    areas = [_area(each) for each in objects(service.get("service_areas"))]
    yield from _several(areas, AREAS, wanted)
    organization = next(iter(objects(service.get("organization"))), {})
    phones = objects(service.get("phones")) or (objects(organization.get("phones")) if _is_mute(service) else [])
    named = (str(each.get("country")) for each in _addresses(service))
    country = next((code for code in named if code in countries()), None)
    for number, phone in enumerate(phones):
        if number:
            yield Left("phones", f"a listing has one ({shown(phone.get('number'))})")
        else:
            yield from _phone(phone.get("number"), country, wanted)


def _several(values: list[Any], place_name: str, wanted: Wanted) -> Told:
    field, words = wanted.first(place_name), list[str]()
    for value in values:
        try:
            words += [said for said in [line_of(value)] if said and "," not in said]
        except ValueError as error:
            yield Left(place_name, str(error))
    if words:
        yield Said(field, ", ".join(dict.fromkeys(words)), place_name) if field else Left(place_name, NO_FIELD)


def _area(area: Record) -> Any:
    """An area by its code, where it is said by one, else by its name."""
    extent = area.get("extent")
    is_code = isinstance(extent, str) and (extent in countries() or extent.casefold() in country_codes())
    return extent if is_code or area.get("extent_type") == "text" else area.get("name")


def _addresses(service: Record) -> Iterator[Record]:
    for at in objects(service.get("service_at_locations")):
        for location in objects(at.get("location")):
            yield from objects(location.get("addresses"))


def _phone(number: Any, country: str | None, wanted: Wanted) -> Told:
    """A number with its country: its own, else that of the address."""
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse

    field = wanted.first(PHONE)
    try:
        words = line_of(number)
        found = format_number(parse(words, country), PhoneNumberFormat.E164) if words else ""
    except (NumberParseException, ValueError):
        yield Left("phones", f"{shown(number)} is not a telephone number with its country")
        return
    if found:
        yield Said(field, found, "phones") if field else Left("phones", NO_FIELD)


def _status(service: Record, wanted: Wanted) -> Told:
    """Whether it goes on."""
    field, said = wanted.first(STATUS, "term"), str(service.get("status") or "").casefold()
    ours = {theirs: code for code, theirs in STATUSES.items()} | {"inactive": "paused"}
    if field and ours.get(said, "active") != "active":
        yield Said(field, ours[said], STATUS)
    elif said and said not in ours:
        yield Left(STATUS, f"{shown(said)} is none of HSDS's")


def _behind(service: Record, wanted: Wanted) -> Told:
    """The organization by its name, if it is another's; else what is said of it is said of the listing."""
    for organization in objects(service.get("organization"))[:1]:
        yield from _ways(service, organization, wanted)
        try:
            name, own = line_of(organization.get("name")), line_of(service.get("name"))
        except ValueError as error:
            yield Left("organization.name", str(error))
            continue
        if name and name.casefold() != own.casefold() and (field := wanted.first(ORGANIZATION, "organisation")):
            yield Said(field, name, "organization.name")
        elif name.casefold() == own.casefold():
            for key in organization:
                if field := wanted.first(f"organization.{key}"):
                    yield from a_line(organization, key, f"organization.{key}", field)


def _is_mute(service: Record) -> bool:
    """Whether a service does not say how to reach or join it, so that its organization has to."""
    return not any(service.get(name) for name in ("url", "email", "phones", "application_process"))


def _ways(service: Record, organization: Mapping[str, Any], wanted: Wanted) -> Told:
    """Its website and e-mail address, where the service has no way in of its own."""
    for ours, theirs in (("url", "website"), ("email", "email")):
        field = wanted.first(f"service.{ours}")
        if field and _is_mute(service) and organization.get(theirs):
            yield from a_line(organization, theirs, f"organization.{theirs}", field)
