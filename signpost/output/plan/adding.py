"""The Charter -> the pages on which a listing is added or mended: a form for each kind, made from what it declares.

Without a script the form is not shown: a link leads to the repository's own form (`reports.form_address`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from signpost.model.addresses import ADD, HOME, of_adding, pages_fields
from signpost.model.fieldtypes.times import ORDINALS, WEEKDAYS
from signpost.model.files import Link, Page
from signpost.model.kinds import Charter, Field, Kind, Shared
from signpost.model.listings import REMOVED
from signpost.model.questions import BODY, groups, questions
from signpost.model.reports import form_address
from signpost.model.words import Words
from signpost.output.plan.facts import weekday_names
from signpost.output.plan.ruling import Ruling
from signpost.output.plan.shelves import Shelves
from signpost.output.plan.views import TermView

AREA, A_FEW = 200, 6  # characters a text has room for that is given several lines; choices that are explained
AFTERWARDS = 4  # how many things happen once the form is sent
FOR_TRUST = ("verified_how", "source")
WITH_EXAMPLES = ("text", "texts", "url", "email", "phone", "number", "hours", "listing", "listings", "organisation")
EVERY = ("week", "2 weeks", "3 weeks", "4 weeks", "month", "2 months", "3 months")

SHAPES = {
    "markdown": "area", "urls": "area", "term": "one", "yes-no": "one", "country": "one", "timezone": "one",
    "terms": "many", "languages": "rows", "places": "rows", "links": "rows", "meets": "meets",
}  # fmt: skip
"""How a field of a type is asked: in a line unless it is named here."""

TYPED = {
    "url": ("url", "url"), "email": ("email", "email"), "phone": ("tel", "tel"), "date": ("date", ""),
    "number": ("text", "decimal"),
}  # fmt: skip
"""What is typed into a line: the type of its input and the keyboard that goes with it."""

NAMED = {"country": "countries", "timezone": "zones", "languages": "languages", "places": "places"}
"""Choices that the form's script fills in, by the name of the list: they are too many for every page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as the form puts it. `named` is the list a script fills in, `instead` what can be said instead."""

    name: str
    label: str
    shape: str
    help: str = ""
    example: str = ""
    is_needed: bool = False
    instead: str = ""
    typed: str = "text"
    keyboard: str = ""
    choices: tuple[TermView, ...] = ()
    named: str = ""
    room: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Questions that stand together. Those of a step that `is_open` are seen at once."""

    code: str
    label: str
    asked: tuple[Asked, ...]
    is_open: bool = False


def adding(on: Shelves, made: Ruling, words: Words) -> Iterator[Page]:
    """The page that asks which kind, and the form of each."""
    charter = on.catalog.charter
    title, home = words("add.heading"), Link(words("page.home"), HOME)
    here, kinds = Link(title, ADD), tuple(charter.kinds.values())
    shows: Mapping[str, Any] = {
        "kinds": kinds,
        "addresses": {kind.slug: of_adding(kind.slug) for kind in kinds},
        "then": tuple(words(f"add.then-{number}") for number in range(1, AFTERWARDS + 1)),
    }
    yield Page(ADD, "pages/add-which.html", title, words("add.summary"), (home, here), shows=shows)
    for kind in kinds:
        label = words("add.one", kind=kind.one)
        address, summary = of_adding(kind.slug), words("add.summary-one", kind=kind.one)
        shows = _form(kind, charter, made, words)
        yield Page(address, "pages/add.html", label, summary, (home, here, Link(kind.one, address)), shows=shows)


def _form(kind: Kind, charter: Charter, made: Ruling, words: Words) -> dict[str, Any]:
    lead = next((field.name for field in pages_fields(charter)), "")
    return {
        "kind": kind,
        "steps": tuple(_steps(kind, charter.shared, words)),
        "rules": f"{made.address}{kind.slug}.json",
        "folder": made.address,
        "lead": lead,
        "form": form_address(charter.site, f"add-{kind.slug}"),
        "meets": meeting_choices(words),
    }


def _steps(kind: Kind, shared: Shared, words: Words) -> Iterator[Step]:
    """What is needed, then how one knows it, then what else there is to say, by the sections of a listing's page."""
    asked = {each.field.name: _asked(each.field, kind, words, is_needed=each.is_needed) for each in questions(kind)}
    sections = _sections(kind, shared)
    needed = tuple(each for each in asked.values() if each.is_needed)
    trust = tuple(asked[name] for name in FOR_TRUST if name in asked and not asked[name].is_needed)
    text = Asked(BODY, words("add.body"), "area", words("add.body-help"))
    yield Step("needed", words("add.needed"), needed, is_open=True)
    if trust:
        yield Step("trust", words("add.trust"), trust, is_open=True)
    rest = [each for each in asked.values() if each not in needed and each not in trust]
    for code, label in shared.sections.items():
        here = tuple(each for each in rest if sections[each.name] == code)
        if here:
            yield Step(code, label, here)
    other = tuple(each for each in rest if sections[each.name] not in shared.sections)
    yield Step("text", words("add.text"), (text, *other))


def _sections(kind: Kind, shared: Shared) -> dict[str, str]:
    """The section each field is asked in: its own, or that of the field above it."""
    found, here = {}, next(iter(shared.sections), "")
    for name, field in kind.fields.items():
        here = field.section or here
        found[name] = here
    return found


def _asked(field: Field, kind: Kind, words: Words, *, is_needed: bool) -> Asked:
    """A field as a question."""
    typed, keyboard = TYPED.get(field.type.name, ("text", ""))
    has_room = field.max and field.type.name in ("text", "markdown", "organisation")
    return Asked(
        name=field.name,
        label=field.label,
        shape="area" if field.type.name == "text" and (field.max or 0) >= AREA else SHAPES.get(field.type.name, "line"),
        help=_help(field, words),
        example=field.example if field.type.name in WITH_EXAMPLES else "",
        is_needed=is_needed,
        instead=_instead(field, kind) if is_needed and not field.required else "",
        typed=typed,
        keyboard=keyboard,
        choices=_choices(field, words),
        named=NAMED.get(field.type.name, ""),
        room=int(field.max or 0) if has_room else None,
    )


def _help(field: Field, words: Words) -> str:
    """What helps to answer: the field's own words, unless they speak of how a file is written."""
    own = {"country", "places", "links", "meets", "languages", "timezone"}
    more = {"texts": words("add.commas"), "listings": words("add.commas"), "urls": words("add.lines")}
    said = "" if field.type.name in own else field.help
    return f"{said} {more.get(field.type.name, '')}".strip()


def _instead(field: Field, kind: Kind) -> str:
    """The labels of the fields that can stand for one that is needed."""
    others = dict.fromkeys(name for group in groups(kind) if group[0] == field.name for name in group[1:])
    return ", ".join(kind.fields[name].label for name in others)


def _choices(field: Field, words: Words) -> tuple[TermView, ...]:
    """The choices of a field; where they are few and lists are made of them, with what they mean.

    Removing is asked for with a form of its own.
    """
    if field.type.name == "yes-no":
        return (TermView("yes", words("field.yes")), TermView("no", words("field.no")))
    found = field.vocabulary.terms.values() if field.vocabulary else ()
    terms = tuple(term for term in found if field.name != "status" or term.code != REMOVED)
    is_told = field.pages and len(terms) <= A_FEW
    return tuple(TermView(term.code, term.label, term.hint if is_told else "") for term in terms)


def meeting_choices(words: Words) -> dict[str, tuple[TermView, ...]]:
    """How often people can meet, which week of the month, and on which day: labels and codes."""
    names = weekday_names(words.locale, "wide")
    every = tuple(TermView(code, words(f"add.every.{code.replace(' ', '-')}")) for code in EVERY)
    ordinals = ((code, "last" if number < 0 else number) for code, number in ORDINALS.items())
    return {
        "every": every,
        "ordinals": tuple(TermView(code, words(f"meets.ordinals.{number}")) for code, number in ordinals),
        "days": tuple(TermView(code, names[number]) for number, code in enumerate(WEEKDAYS)),
    }
