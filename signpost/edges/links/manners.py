"""How the web is asked: who asks, how much at once, and how long for. Times are in seconds."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from signpost.model.kinds import Site

if TYPE_CHECKING:
    from aiohttp.abc import AbstractResolver

NAME = "Signpost"
"""What robots.txt files can call us by (RFC 9309, 2.2.1)."""


@dataclass(frozen=True, slots=True)
class Manners:
    """The limits of a run.

    A site is asked again after each of `pauses`, waited for up to `longest_pause` when it asks for a pause, and left
    alone once the whole run has lasted `patience`. `local` addresses are those of this machine and of private networks.
    """

    agent: str
    local: bool = False
    at_once: int = 64
    answer_within: float = 20
    pauses: tuple[float, ...] = (1, 3)
    longest_pause: float = 60
    patience: float = 1200
    names: "AbstractResolver | None" = None


def agent(site: Site, version: str) -> str:
    """How we introduce ourselves (RFC 9110, 10.1.5): what we do, for which directory, and where to complain."""
    return f"{NAME}/{version} (tries the links of {quote(site.title, safe=' ')}, {site.base_url}; +{site.contact})"
