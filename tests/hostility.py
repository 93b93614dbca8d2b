"""Payloads of well-known lists -> a directory with each of them in every field, as far as `check` lets it, and beyond.

tests/hostile/owasp.txt is OWASP's XSS Filter Evasion Cheat Sheet, example by example, with example.com for the sites of
others; others.txt has what Markdown, sanitizers, feeds, calendars, tables and templates are known to be attacked with.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from signpost.intake.arrange import arrange
from signpost.intake.check import listing as checked
from signpost.intake.parse import Unread, document
from signpost.model.kinds import Charter, Kind
from signpost.model.listings import Catalog, Listing
from signpost.model.source import Document, Tree
from signpost.pipeline import take_in
from tests.conftest import HERE, TODAY, declared, theme

MARKS = str.maketrans({"⏎": "\n", "⇥": "\t", "␀": "\0"})
LISTS = ("owasp", "others")
KIND = """\
one: Trap
many: Traps
intro: What strangers write.
order: 8
icon: hammer
tone: clay
stale_after_days: 365
fields:
  note: {type: text, section: essentials, label: Note}
  story: {type: markdown, section: there, label: Story}
  by: {type: organisation, section: more, label: By}
  words: {type: texts, section: there, label: Words}
  home: {type: url, section: more, label: Page}
  sites: {type: urls, section: more, label: Pages}
  others: {type: links, vocabulary: link_names, section: more, label: Others}
  post: {type: email, section: more, label: Post}
  ring: {type: phone, section: more, label: Ring}
  open: {type: hours, section: essentials, label: Open}
"""
RUNS = "javascript://example.org/%0Aalert(1)//"
"""An address that runs a script where it is followed."""

STEP = 9
"""Where each payload would take another page, as its own city would, one in so many does."""

FREE = ("text", "texts", "markdown", "organisation")
AIMED = (*FREE, "url", "urls", "links", "email", "phone", "hours", "image")
"""Types of fields that strangers fill with words of their own."""

NEEDED = {
    "url": "https://{slug}.example.org/",
    "summary": "A place that strangers have written about.",
    "name": "Trap {slug}",
    "support": "emotional",
    "city": "Leeds",
    "country": "GB",
    "verified": "2026-11-10",
    "alert_until": "2026-12-10",
    "meets": '{every: week, day: tuesday, from: "18:30", timezone: Europe/London}',
}


def payloads() -> list[str]:
    """Every payload of the lists, once."""
    texts = [(HERE / "hostile" / f"{name}.txt").read_text(encoding="utf-8") for name in LISTS]
    return list(dict.fromkeys(line.translate(MARKS) for text in texts for line in text.split("\n") if line))


@cache
def base() -> Tree:
    """The theme, the declarations of a small directory, and a kind with a field of each type."""
    return {**theme(), **declared(), "content/traps/_kind.yaml": KIND.encode()}


@cache
def charter() -> Charter:
    """What they declare."""
    catalog, problems = take_in(base(), TODAY)
    assert catalog is not None
    assert problems == []
    return catalog.charter


def kind() -> Kind:
    """The kind that every trap is of."""
    return charter().kinds["traps"]


def slug_of(number: int) -> str:
    """The name of a trap's file."""
    return f"t{number:03}"


def file_of(number: int, given: Mapping[str, str], body: str) -> Document:
    """A file with a payload's fields, as somebody who knows YAML would write it. Raises Unread."""
    fields = {name: value.format(slug=slug_of(number)) for name, value in NEEDED.items() if name != "meets"}
    if number % STEP:
        del fields["country"]
    lines = [f"{name}: {value}" for name, value in {**fields, "meets": NEEDED["meets"], **given}.items()]
    text = "\n".join(["---", *lines, "---", body, ""])
    return document(f"content/traps/{slug_of(number)}.md", text.encode(errors="surrogatepass"))


def written(payload: str, field: Any) -> str:
    """A payload as the value of a field: cut to the room there is, with quotation marks around it."""
    room = int(field.max or 200)
    fitted = payload[:room].ljust(int(field.min or 0), ".")
    said = json.dumps(fitted, ensure_ascii=False)
    return {"links": f"{{meetup: {said}}}"}.get(field.type.name, f"[{said}]" if field.type.many else said)


def trap(number: int, payload: str) -> tuple[Listing, set[str]]:
    """A sound listing with a payload in each field that takes it and in its text, and the rules that refused others."""
    aimed = {name: each for name, each in kind().fields.items() if each.type.name in AIMED}
    given = {name: written(payload, field) for name, field in aimed.items()}
    body, rules = payload, set[str]()
    for _ in range(len(given) + 2):
        try:
            source = file_of(number, given, body)
        except Unread as unread:
            rules.add(unread.problem.rule)
            given, body = ({}, payload) if given else ({}, "")
            continue
        found, problems = checked(source, kind(), TODAY)
        if found:
            return found, rules
        errors = [each for each in problems if not each.warning]
        rules |= {each.rule for each in errors}
        given, body = _without(given, body, {each.line.partition(":")[0].strip() for each in errors})
    raise AssertionError(payload)


def _without(given: Mapping[str, str], body: str, bad: set[str]) -> tuple[dict[str, str], str]:
    """What is left of fields and text without those that were refused; without the text when it was none of them."""
    left = {name: value for name, value in given.items() if name not in bad and f"  {name}" not in bad}
    return left, body if len(left) < len(given) else ""


@cache
def traps() -> list[tuple[Listing, frozenset[str]]]:
    """All of them."""
    return [(found, frozenset(rules)) for found, rules in (trap(*each) for each in enumerate(payloads()))]


def tree() -> Tree:
    """The files of all that is let through, beside what they rest on."""
    return {**base(), **{each.document.path: each.document.text.encode() for each, _ in traps()}}


def let_through() -> Catalog:
    """The catalog of all that `check` lets through."""
    return arrange([each for each, _ in traps()], [], charter(), [])


def forced() -> Catalog:
    """The catalog as if nothing had been checked: each payload as it is, in every field of words and of addresses."""
    pairs = zip((each for each, _ in traps()), payloads(), strict=True)
    return arrange([_forced(listing, payload) for listing, payload in pairs], [], charter(), [])


def _forced(listing: Listing, payload: str) -> Listing:
    parsed = ("phone", "hours")  # what shows them reads them again, so they can be nothing else
    fields = {name: each.type.name for name, each in listing.kind.fields.items() if each.type.name in AIMED}
    values = {name: _value(type_name, payload) for name, type_name in fields.items() if type_name not in parsed}
    text = listing.document.text.removesuffix(listing.document.body) + payload
    return listing._replace(values={**listing.values, **values}, document=replace(listing.document, text=text))


def _value(type_name: str, payload: str) -> Any:
    line = payload.replace("\n", " ")  # what writes calendars refuses a name of two lines
    address = f"{RUNS}{line}"
    return {
        "markdown": payload,
        "texts": (line,),
        "url": address,
        "urls": (address,),
        "links": (("meetup", address),),
        "image": f"logos/{line}",
    }.get(type_name, line)


def refused() -> Iterator[tuple[str, str]]:
    """Each rule that refused something, with one of the payloads."""
    told = {rule: payload for (_, rules), payload in zip(traps(), payloads(), strict=True) for rule in rules}
    yield from sorted(told.items())
