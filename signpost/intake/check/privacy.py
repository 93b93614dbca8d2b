"""What a listing says of single people -> warnings: what is published stays published, and people move on."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from signpost.intake.check.rules import Rule, unfit
from signpost.model.fieldtypes.reading import quoted
from signpost.model.listings import Listing, fields_of
from signpost.model.persons import PROVIDERS, ROLES
from signpost.model.problems import Unfit
from signpost.model.source import Document, Span, scalars

PERSON = re.compile(r"[^\W\d_]+[._][^\W\d_]{2,}")
MAIL = re.compile(r"(?<![\w.+@/-])[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}")
MEANT = "Use an address of the group, such as hello@: what is published stays published, and people move on."
A_FEW = 20  # contacts in one listing's texts: whoever takes those out sees the others
MARKS = ("@", "+")
"""What one of stands in all that is looked for."""

FREE = ("text", "texts", "markdown", "organisation")


def personal_email(listing: Listing, _today: date) -> Iterator[Unfit]:
    """An e-mail address is that of a role (`hello@...`), not a person's own: it is published for good."""
    for name in fields_of(listing, "email"):
        why = _why_personal(listing.values[name], listing)
        if why:
            yield unfit(personal_email, listing, name, f"This looks like somebody's own e-mail address: {why}", MEANT)


def _why_personal(address: str, listing: Listing) -> str:
    """What makes an address look like a person's own; nothing when it is one of a role."""
    local, _, domain = address.casefold().rpartition("@")
    if domain in PROVIDERS:
        return f"{domain} is where people have their own"
    words = {*re.split("[._]", local)}
    own = {*re.findall(r"[^\W\d_]+", f"{listing.get('name', '')} {listing.get('city', '')} {domain}".casefold())}
    is_person = PERSON.fullmatch(local) and not words & (ROLES | own)
    return f"{local} reads like a name" if is_person else ""


def personal_phone(listing: Listing, _today: date) -> Iterator[Unfit]:
    """A telephone number is that of a place or an office, not a mobile: those mostly are somebody's own."""
    for name in fields_of(listing, "phone"):
        if _is_mobile(listing.values[name]):
            say = "This is the number of a mobile telephone, which is mostly somebody's own"
            hint = (
                "Use one of the office, or leave it out: what is published stays published. Let the group's own stand."
            )
            yield unfit(personal_phone, listing, name, say, hint)


def _is_mobile(number: str) -> bool:
    """Whether a number is a mobile's for sure: in countries where both look alike, such as the US, it is not."""
    from phonenumbers import PhoneNumberType, number_type, parse  # few listings have one

    return number_type(parse(number)) == PhoneNumberType.MOBILE


def contact_in_text(listing: Listing, _today: date) -> Iterator[Unfit]:
    """An e-mail address or a mobile number stands in a field of its own, not in a text, where nobody looks after it."""
    if not any(mark in listing.document.text for mark in MARKS):
        return
    given = {str(value) for value in listing.values.values()}
    there = ((found, span) for text, span in _texts(listing) for found in _contacts(text) if found not in given)
    for found, span in islice(there, A_FEW):
        say = f"{quoted(found)} stands in the middle of a text"
        hint = "If it belongs to the group, give it as email: or phone:. Somebody's own is not published here."
        yield Unfit("contact-in-text", say, hint, _place(found, span, listing.document))


def _texts(listing: Listing) -> Iterator[tuple[str, Span]]:
    """Each free text among the fields, and each line below them, with its place."""
    for name in fields_of(listing, *FREE):
        node = listing.document.fields.get(name)
        yield from ((text.value, text.span) for text in (scalars(node) if node else ()))
    body = listing.document.body
    lines = body.split("\n") if any(mark in body for mark in MARKS) else ()
    for number, line in enumerate(lines, listing.document.body_line):
        yield line, Span(number, 1, len(line) + 1)


def _contacts(text: str) -> Iterator[str]:
    """Each e-mail address, and each mobile number with its country, in a text."""
    if "@" in text:
        yield from (each[0] for each in MAIL.finditer(text))
    if "+" in text:
        from phonenumbers import PhoneNumberMatcher, PhoneNumberType, number_type  # few texts have one

        numbers = PhoneNumberMatcher(text, None)
        yield from (each.raw_string for each in numbers if number_type(each.number) == PhoneNumberType.MOBILE)


def _place(found: str, span: Span, document: Document) -> Span:
    """Where words stand within a text that may go on for several lines; where it begins, when they are broken off."""
    for number, line in enumerate(document.lines[span.line - 1 :], span.line):
        start = line.find(found, span.column - 1 if number == span.line else 0)
        if start >= 0:
            return Span(number, start + 1, start + 1 + len(found))
    return span


WARNINGS: tuple[Rule, ...] = (personal_email, personal_phone, contact_in_text)
