"""The answers on the way from an address to its page -> what was found there."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from signpost.model.health import SAY, Finding, Health
from signpost.model.health.invites import invite_of
from signpost.model.health.parking import is_parked

LOWEST_ERROR, LOWEST_TROUBLE, NO_STANDARD = 400, 500, 999
GONE = (404, 410)
PERMANENT = (301, 308)
PASSING = (429, 502, 503, 504)
"""Statuses that may be another soon (RFC 9110, 15.5 and 15.6; RFC 6585, 4)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says to one request.

    `leads_to` is the whole address of a redirect, `words` the beginning of a page of HTML where it was read, `pause`
    the seconds for which the server wants to be left alone.
    """

    address: str
    status: int
    leads_to: str = ""
    is_html: bool = False
    words: str = ""
    pause: float = 0

    @property
    def leads_on(self) -> bool:
        """Whether another page is to be asked for; an application's own address, such as `tg:`, is an end."""
        return self.leads_to.startswith(("http:", "https:"))

    @property
    def is_refusal(self) -> bool:
        """Whether the request was not served, be it for its method (HEAD) or for good."""
        return self.status >= LOWEST_ERROR

    @property
    def is_trouble(self) -> bool:
        """Whether the server has an error of its own; 999 is how one of them keeps programs out."""
        return LOWEST_TROUBLE <= self.status < NO_STANDARD


Trail = tuple[Answer, ...]
"""An answer and those of the pages it leads to, in order."""


class Fault(Exception):  # noqa: N818 - a finding as much as an error
    """What keeps an address from being followed to its end. One that is `passing` may be gone at a second try."""

    def __init__(self, health: Health, why: str, *, passing: bool = False) -> None:
        super().__init__(health, why)
        self.health, self.why, self.passing = health, why, passing


def found(trail: Trail) -> Finding:
    """What was found at the address where a trail begins."""
    address, (health, why) = trail[0].address, _health(trail)
    to = moved_to(trail)
    if health is Health.OK and to != address:
        return Finding(address, Health.REDIRECTED, f"{SAY[Health.REDIRECTED]} to {to}", to)
    return Finding(address, health, why)


def _health(trail: Trail) -> tuple[Health, str]:
    last, way = trail[-1], [each.address for each in trail]
    invite = invite_of(way)
    if is_parked(way, "" if last.is_refusal else last.words):
        return Health.PARKED, SAY[Health.PARKED]
    if invite and (last.status in GONE or (not last.is_refusal and invite.is_over(last.address, last.words))):
        return Health.EXPIRED, f"is an invitation to {invite.name} that no longer holds"
    return _by_status(last)


def _by_status(last: Answer) -> tuple[Health, str]:
    why = f"answers {last.status}"
    if last.status in GONE:
        return Health.GONE, why
    if last.is_trouble:
        return Health.TROUBLE, why
    return (Health.BLOCKED, why) if last.is_refusal else (Health.OK, "")


def moved_to(trail: Trail) -> str:
    """The address to write from now on: as far as redirects are permanent, none of them passing before."""
    address = trail[0].address
    for answer in trail:
        if answer.status not in PERMANENT or not answer.leads_on:
            break
        address = answer.leads_to
    return address


def pause_asked(header: str | None, now: datetime) -> float:
    """The seconds a server asks to be left alone for (RFC 9110, 10.2.3, Retry-After): a number, or a date."""
    if not header:
        return 0
    if header.strip().isdecimal():
        return float(header)
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return 0
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
