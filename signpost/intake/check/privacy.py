"""What a listing says of single people -> warnings: what is published stays published, and people move on."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from signpost.intake.check.free_texts import free_texts, place_of
from signpost.intake.check.rules import Rule, unfit
from signpost.model.fieldtypes.reading import quoted
from signpost.model.listings import Listing, fields_of, web_addresses
from signpost.model.persons import MAILBOX, PROFILE, PROVIDERS, ROLES
from signpost.model.problems import Unfit

OWN, MAILED = re.compile(PROFILE, re.IGNORECASE), re.compile(MAILBOX, re.IGNORECASE)
PERSON = re.compile(r"[^\W\d_]+[._][^\W\d_]{2,}")
PART, WORD = re.compile("[._]"), re.compile(r"[^\W\d_]+")
MAIL = re.compile(r"(?<![\w.+@/-])[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}")
MEANT = "Use an address of the group, such as hello@: what is published stays published, and people move on."
A_FEW = 20  # contacts in one listing's texts: whoever takes those out sees the others
DIGITS, SHORTEST = "0123456789", 9
NUMBER = re.compile("[0-9](?:[ ().-]?[0-9]){8}")
"""What stands in telephone numbers: a day has a digit less than the shortest."""


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
    if not PERSON.fullmatch(local):
        return ""
    own = WORD.findall(f"{listing.get('name', '')} {listing.get('city', '')} {domain}".casefold())
    return "" if {*PART.split(local)} & {*ROLES, *own} else f"{local} reads like a name"


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
    country = listing.get("country")
    texts = ((found, span) for text, span in free_texts(listing, _may_hold_one) for found in _contacts(text, country))
    others = ((found, span) for found, span in texts if found not in map(str, listing.values.values()))
    for found, span in islice(others, A_FEW):
        say = f"{quoted(found)} stands in the middle of a text"
        hint = "If it belongs to the group, give it as email: or phone:. Somebody's own is not published here."
        yield Unfit("contact-in-text", say, hint, place_of(found, span, listing.document))


def personal_page(listing: Listing, _today: date) -> Iterator[Unfit]:
    """A web address leads to a page of the group, not to somebody's own profile, telephone or mailbox."""
    for name, address in web_addresses(listing):
        if name != "source" and (OWN.match(address) or (_has_at(address) and MAILED.search(address))):
            say = "This leads to somebody's own profile, telephone or mailbox"
            yield unfit(personal_page, listing, name, say, "Use a page of the group, or leave it out.", address)


def _has_at(address: str) -> bool:
    return "@" in address or "%40" in address


def _may_hold_one(text: str) -> bool:
    """Whether an e-mail address or a telephone number may stand in a text."""
    return "@" in text or "+" in text or (sum(map(text.count, DIGITS)) >= SHORTEST and bool(NUMBER.search(text)))


def _contacts(text: str, country: str | None) -> Iterator[str]:
    """Each e-mail address, and each mobile number, as it is dialled from abroad or in a country, in such a text."""
    if "@" in text:
        yield from (each[0] for each in MAIL.finditer(text))
    from phonenumbers import PhoneNumberMatcher, PhoneNumberType, number_type  # few texts have one

    numbers = PhoneNumberMatcher(text, country)
    yield from (each.raw_string for each in numbers if number_type(each.number) == PhoneNumberType.MOBILE)


WARNINGS: tuple[Rule, ...] = (personal_email, personal_phone, personal_page, contact_in_text)
