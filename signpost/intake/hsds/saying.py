"""What is made of a service: answers for the fields of a listing, and what had to be left, each with its reason."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from signpost.intake.hsds.reading import Record
from signpost.intake.hsds.texts import line_of, shown
from signpost.model.answers import said, several
from signpost.model.kinds import Field, Kind
from signpost.model.problems import Unfit, unfits_in
from signpost.model.source import START, Items, Text


class Said(NamedTuple):
    """An answer for a field, as `model.answers` takes it; `whence` names the place it comes from."""

    field: str
    answer: str
    whence: str


class Left(NamedTuple):
    """Something of a service that no listing can take."""

    whence: str
    why: str

    def __str__(self) -> str:
        """The line that tells it."""
        return f"{self.whence}: {self.why}"


Told = Iterator[Said | Left]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a service is read for: the kind, its fields by place, the listings and pictures there are; and today."""

    kind: Kind
    by_place: Mapping[str, tuple[Field, ...]]
    there: frozenset[str]
    since: date

    def fields(self, place: str, *types: str) -> Iterator[Field]:
        """The fields that stand at a place, those of some types."""
        return (each for each in self.by_place.get(place, ()) if not types or each.type.name in types)

    def first(self, place: str, *types: str) -> str:
        """The name of the first of them, or nothing."""
        return next((each.name for each in self.fields(place, *types)), "")


def a_line(record: Record, name: str, whence: str, field: str) -> Told:
    """The text of a property, on one line, as an answer; nothing where there is none."""
    try:
        if words := line_of(record.get(name)):
            yield Said(field, words, whence) if field else Left(whence, f"{NO_FIELD} ({shown(words)})")
    except ValueError as error:
        yield Left(whence, str(error))


NO_FIELD = "no field stands for it"


def coded(value: Any, field: Field) -> str:
    """The code of a choice that is named by its code, with or without its vocabulary's name before it, or its label."""
    terms = field.vocabulary.terms if field.vocabulary else {}
    word = " ".join(str(value).split())
    bare = word.rpartition(":")[2]
    labels = {each.label.casefold(): each.code for each in terms.values()}
    return bare if bare in terms else labels.get(word.casefold(), "")


def fitting(one: Said, wanted: Wanted) -> Told:
    """The answer, or what of it the field can take; and what it cannot, in the words that `check` has for it."""
    field = wanted.kind.fields.get(one.field)
    if field is None or field.type.name in ("meets", "links"):
        yield one
        return
    whys = {value: refusal(value, field) or missing(value, field, wanted) for value in said(field, one.answer)}
    if kept := [value for value, why in whys.items() if not why]:
        yield one._replace(answer=several(field, kept) if field.type.many else one.answer)
    yield from (Left(one.whence, why) for why in whys.values() if why)


def refusal(value: str, field: Field) -> str:
    """Why a field cannot take a value; nothing when it can."""
    node = Text(value, START, plain=False)
    try:
        field.type.read(Items((node,), START) if field.type.many else node, field)
    except Unfit as unfit:
        return unfit.say
    except ExceptionGroup as group:
        return "; ".join(each.say for each in unfits_in(group))
    return ""


def missing(value: str, field: Field, wanted: Wanted) -> str:
    """Why a link within the directory, or a picture, leads nowhere; nothing when it does not."""
    match field.type.name:
        case "listing" | "listings":
            return "" if value in wanted.there else f"there is no listing {shown(value)} here"
        case "organisation" if "/" in value and " " not in value:
            return "" if value in wanted.there else f"there is no listing {shown(value)} here"
        case "image":
            return "" if f"content/static/{value}" in wanted.there else "pictures are not fetched"
    return ""


def gathered(told: Iterable[Said | Left], wanted: Wanted) -> tuple[dict[str, str], list[Left]]:
    """The first answer for each field, and everything that was left."""
    answers: dict[str, str] = {}
    lefts: list[Left] = []
    for each in told:
        if isinstance(each, Left):
            lefts.append(each)
        elif each.field in UNTAKEN:
            lefts.append(Left(each.whence, UNTAKEN[each.field]))
        elif each.field not in answers:
            for one in fitting(each, wanted):
                if isinstance(one, Said):
                    answers[one.field] = one.answer
                else:
                    lefts.append(one)
    return answers, lefts


VOUCHING = "that is how another directory vouches for it; look yourself, then write verified:"
HANDLES = "who speaks for it there does not speak for it here"
UNTAKEN = {
    **dict.fromkeys(("verified", "verified_by", "verified_how", "source", "compiled"), VOUCHING),
    "maintainers": HANDLES,
    "formerly": "its addresses there are not addresses here",
}
"""Fields that an import never fills in from a file, and why."""
