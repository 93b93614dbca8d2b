"""The documents and today -> a Problem where what the site says of security soon holds no more (RFC 9116)."""

from collections.abc import Iterator
from datetime import date, timedelta

from signpost.model.kinds import Site
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.source import Document, Entries

SITE_FILE = "content/_site.yaml"
BEFORE, LONGEST = timedelta(days=30), timedelta(days=366)


def expiry(documents: list[Document], site: Site, today: date) -> list[Problem]:
    """What is to be renewed. It keeps no site from being built: one that is not built cannot be renewed either."""
    declaring = (each for each in documents if each.path == SITE_FILE)
    return [problem(each, unfit) for each in declaring for unfit in security_expires(each.fields, site, today)]


def security_expires(entries: Entries, site: Site, today: date) -> Iterator[Unfit]:
    """A contact for security has a day until which it holds: more than 30 days and at most a year ahead."""
    span, until = entries.span_of("security_until"), site.security_until
    if until is None:
        if site.security:
            hint = f"Add security_until: {today + LONGEST - BEFORE}, and look at both again before then."
            yield Unfit("security-expires", "The contact for security says no day", hint, entries.span_of("security"))
    elif not site.security:
        hint = "Add security: with an e-mail address or a page where holes are told of, or take the day away."
        yield Unfit("security-expires", "There is no contact for security that this day is of", hint, span)
    elif until - today <= BEFORE:
        hint = f"See that the contact is still right, and write {today + LONGEST - BEFORE}."
        yield Unfit("security-expires", f"The contact for security holds until {until} only", hint, span)
    elif until - today > LONGEST:
        hint = f"Nobody knows so far ahead: write {today + LONGEST - BEFORE}."
        yield Unfit("security-expires", f"{until} is more than a year away", hint, span)


RULES = (security_expires,)
