"""Field types for web addresses, e-mail and telephone."""

import re
from urllib.parse import urlsplit

from signpost.model.fieldtypes.reading import did_you_mean, entries, one, quoted
from signpost.model.hosts import JOINERS, is_nearby, is_number, machine_name
from signpost.model.kinds import Field
from signpost.model.problems import Unfit
from signpost.model.source import Node, Text

LONGEST_ADDRESS = 2000
TRACKERS = frozenset(
    ("_hsenc", "_hsmi", "dclid", "fbclid", "gbraid", "gclid", "igsh", "igshid", "mc_cid", "mc_eid", "mkt_tok",
     "msclkid", "ref_src", "wbraid", "yclid")
)  # fmt: skip


def tracks(name: str) -> bool:
    """Whether a part of a web address's query follows readers around."""
    return name in TRACKERS or name.startswith("utm_")


LONGEST_LOCAL, LONGEST_DOMAIN = 64, 253
PLAIN_EMAIL = re.compile(r"[a-z0-9_+-]+(\.[a-z0-9_+-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,30}")
SPECIAL = frozenset(["arpa", "invalid", "local", "localhost", "onion", "test"])
"""Domains that no mail goes to (RFC 6761)."""

PLAIN_ADDRESS = re.compile(r"https?://(?P<name>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,30})(?:/[A-Za-z0-9._~/-]*)?")
NO_SCHEME, NO_HOST = "it does not begin with https://", "its part between // and / cannot be read"


def url(node: Node, field: Field) -> str:
    """A web address that begins with `https://` (RFC 3986). `http://` is accepted with a warning.

    not-an-address: the text is not a whole web address.
    """
    value = one(node, field)
    fault = _fault(value)
    if fault:
        bare = fault == NO_SCHEME and "." in value and not any(mark in value for mark in ":@")
        example = f"https://{value.lstrip('/')}" if bare else field.example or "https://example.org/"
        raise Unfit("not-an-address", f"{quoted(value)} is not a web address: {fault}", f"Write it as {example}")
    return value


def _fault(value: str) -> str:
    """What keeps a text from being a web address, or nothing."""
    if is_plain_address(value):
        return ""
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - reading it is the check
    except ValueError:
        return NO_HOST
    host = parts.hostname or ""
    faults = (
        (len(value.split()) > 1, "it has a space in it"),
        (parts.scheme not in ("http", "https"), NO_SCHEME),
        ("." not in host.strip(".") or ".." in host, "there is no site name such as example.org in it"),
        (len(value) > LONGEST_ADDRESS, f"it is longer than {LONGEST_ADDRESS} characters"),
    )
    return next((say for is_so, say in faults if is_so), "") or host_fault(value)


def is_plain_address(value: str) -> bool:
    """Whether a web address is of the form nearly all have, which needs no closer look: a name, and plain steps."""
    found = PLAIN_ADDRESS.fullmatch(value)
    if found is None or "--" in value or len(value) > LONGEST_ADDRESS:
        return False
    return not is_nearby(found["name"])


def host_fault(address: str) -> str:
    """What keeps a web address from leading a reader to the site it names, or nothing."""
    if is_plain_address(address):
        return ""
    try:
        parts = urlsplit(address)
        name = machine_name(parts.hostname or "")
    except ValueError:
        return NO_HOST
    faults = (
        ("@" in parts.netloc, "it has a user name in it"),
        (is_number(name), "it has a number where a site's name belongs"),
        (is_nearby(name), "it leads into a private network"),
        (bool(re.search(JOINERS, address)), "it has a character in it that nobody can see"),
    )
    return next((say for is_so, say in faults if is_so), "")


def email(node: Node, field: Field) -> str:
    """An e-mail address (RFC 5322), best one of a role such as hello@. Whether it exists is not tried.

    not-an-email: the text is not an e-mail address.
    """
    value = one(node, field)
    if is_plain_email(value):
        return value
    from email_validator import EmailNotValidError, validate_email  # few listings need it

    try:
        validate_email(value, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise Unfit(
            "not-an-email", f"{quoted(value)} is not an e-mail address", "Write it as hello@example.org"
        ) from None
    return value


def is_plain_email(value: str) -> bool:
    """Whether an e-mail address is of the form nearly all have, which needs no closer look (RFC 5321, 4.1.2).

    A closer look takes as long as all else that is done with a listing before it is shown.
    """
    local, _, domain = value.partition("@")
    fits = len(local) <= LONGEST_LOCAL and len(domain) <= LONGEST_DOMAIN and PLAIN_EMAIL.fullmatch(value)
    return bool(fits) and "--" not in domain and domain.rpartition(".")[2] not in SPECIAL


def phone(node: Node, field: Field) -> str:
    """A telephone number with its country, digits only (ITU-T E.164), such as +351210000000.

    not-a-phone: the text is not a telephone number with its country, or is not written with digits only.
    """
    from phonenumbers import (  # few listings have one
        NumberParseException,
        PhoneNumberFormat,
        format_number,
        is_possible_number,
        parse,
    )

    value = one(node, field)
    say = f"{quoted(value)} is not a telephone number with its country"
    try:
        number = parse(value)
    except NumberParseException:
        raise Unfit("not-a-phone", say, "Begin with + and the country's code: +351210000000") from None
    written = format_number(number, PhoneNumberFormat.E164)
    if not is_possible_number(number):
        raise Unfit("not-a-phone", say, "It has too few or too many digits.")
    if value != written:
        raise Unfit("not-a-phone", f"{quoted(value)} has more than digits in it", f'Write it as "{written}".')
    return value


def links(node: Node, field: Field) -> tuple[tuple[str, str], ...]:
    """Named web addresses, one a line, as `name: address`. The names are those of the field's vocabulary.

    unknown-link: a link has a name that is not in the vocabulary.
    """
    known = field.vocabulary.terms if field.vocabulary else None
    found, unfits = [], []
    for name, address in entries(node, field).pairs:
        try:
            found.append((name.value, _link(name.value, address, field)))
        except Unfit as unfit:
            unfits.append(Unfit(unfit.rule, unfit.say, unfit.hint, unfit.span or address.span))
        if known is not None and name.value not in known:
            hint = f"{did_you_mean(name.value, known)}It can be {', '.join(known)}."
            unfits.append(Unfit("unknown-link", f"There is no kind of link called {name.value}", hint, name.span))
    if unfits:
        raise ExceptionGroup(field.name, unfits)
    return tuple(found)


def _link(name: str, node: Node, field: Field) -> str:
    """The address of one link, told by its own name when it is wrong."""
    if isinstance(node, Text) and not _fault(value := node.value.strip()):
        return value
    return url(node, field._replace(name=name, label=name, example="https://example.org/"))
