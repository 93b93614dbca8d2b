"""What an address on the web is found to be: its Health, what one run finds, and what is remembered of many."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

RUNS = 3
"""How many runs in a row an address has to fail before it counts as dead."""

A_FEW = 3
"""So many sites are not out of reach all at once: then it is this machine that has no network."""


class Health(StrEnum):
    """The classes that addresses fall into."""

    OK = "ok"
    """The page is there, right away or after redirects that may change again."""

    REDIRECTED = "redirected"
    """The page is there, and has moved for good (301, 308): its new address is told."""

    GONE = "gone"
    """The server says that there is no such page (404, 410)."""

    BLOCKED = "blocked"
    """The server lets no programs in (401, 403, 405, 429, 451, 999 ...). That says nothing about people."""

    CERTIFICATE = "broken-certificate"
    """The site cannot prove that it is itself (TLS), so browsers warn of it."""

    EXPIRED = "expired-invite"
    """The invitation to a chat (Slack, Discord, WhatsApp, Telegram) no longer holds."""

    UNREACHABLE = "unreachable"
    """There is no site of that name, or it does not answer in time."""

    TROUBLE = "server-trouble"
    """The server answers with an error of its own (5xx), or leads in a circle."""

    PARKED = "parked"
    """The domain is for sale, or shows nothing but advertisements."""

    UNTRIED = "not-tried"
    """The site asks programs not to look (robots.txt) or for too long a pause, or it is on a private network."""


SAY = {
    Health.OK: "works",
    Health.REDIRECTED: "has moved for good",
    Health.GONE: "is no longer there",
    Health.BLOCKED: "lets no programs in",
    Health.CERTIFICATE: "has a broken certificate",
    Health.EXPIRED: "is an invitation that has expired",
    Health.UNREACHABLE: "cannot be reached",
    Health.TROUBLE: "answers with an error",
    Health.PARKED: "shows that its domain is for sale",
    Health.UNTRIED: "was not tried",
}
"""What an address of each class does."""

FAILING = frozenset([Health.GONE, Health.CERTIFICATE, Health.EXPIRED, Health.UNREACHABLE, Health.PARKED])
"""Where people do not find what the listing promises. What only keeps programs out is never among them."""

ALIVE = frozenset([Health.OK, Health.REDIRECTED])


@dataclass(frozen=True, slots=True)
class Finding:
    """What one run finds at an address: its health, why, and where it has moved to for good."""

    address: str
    health: Health
    why: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What is remembered of an address.

    It has been so `since` a day, in as many runs as `times` says; `tried` is the last day it was tried on, `seen` the
    last on which it worked.
    """

    health: Health
    since: date
    times: int
    tried: date
    seen: date | None

    @property
    def is_dead(self) -> bool:
        """Whether it failed so often in a row that a person should know."""
        return self.health in FAILING and self.times >= RUNS


def host_of(address: str) -> str:
    """The site that an address belongs to, as it is asked for and told."""
    return urlsplit(address).hostname or ""


def is_offline(findings: Collection[Finding]) -> bool:
    """Whether nothing at all could be reached, on several sites: then nothing was learned about any of them."""
    tried = [each for each in findings if each.health is not Health.UNTRIED]
    return len({host_of(each.address) for each in tried}) >= A_FEW and all(
        each.health is Health.UNREACHABLE for each in tried
    )
