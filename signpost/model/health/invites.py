"""Addresses and a page -> whether it is the invitation to a chat, and whether that still holds.

These sites answer 200 to any invitation: what tells are the words of the page.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from re import Pattern
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Invite:
    """A chat's invitations: how their addresses look, and what stands on a page that is `over`, or still `holds`."""

    name: str
    address: Pattern[str]
    over: Pattern[str]
    holds: Pattern[str] | None = None

    def is_over(self, address: str, words: str) -> bool:
        """Whether the page that an invitation led to says that it no longer holds, or is the chat's own first page."""
        if not urlsplit(address).path.strip("/"):
            return True
        return bool(self.over.search(words)) and not (self.holds and self.holds.search(words))


def _invite(name: str, address: str, over: str, holds: str = "") -> Invite:
    looks = re.compile(rf"https?://(www\.)?{address}", re.IGNORECASE)
    return Invite(name, looks, re.compile(over, re.IGNORECASE), re.compile(holds, re.IGNORECASE) if holds else None)


INVITES = (
    _invite(
        "Slack",
        r"(join\.slack\.com/|[\w-]+\.slack\.com/join/)",
        r"isSharedInviteError(&quot;|\")\s*:\s*true|link is no longer active|\binvit\w+( link)? has expired",
    ),
    # An invitation that holds names its server in the page's title; any other page is Discord's own.
    _invite(
        "Discord",
        r"(discord\.gg/|discord(app)?\.com/invite/)",
        r"<title>\s*Discord\b|invite invalid|invite may be expired",
        r"Discord Server!?[\"<]|been invited to join",
    ),
    # The page of any name or invitation is made of the same parts; only one that holds has a title among them.
    _invite("Telegram", r"(t|telegram)\.me/", r"tgme_page", r"tgme_page_title|tgme_channel_info"),
    # A group that is there stands in the page's title for other sites, with its own name.
    _invite(
        "WhatsApp",
        r"chat\.whatsapp\.com/",
        r"og:title\"\s+content=\"(WhatsApp Group Invite)?\"|link (was|has been) (reset|revoked)",
    ),
)


def invite_of(addresses: Iterable[str]) -> Invite | None:
    """The chat that one of the addresses on the way invites to."""
    on_the_way = list(addresses)
    return next((each for each in INVITES if any(each.address.match(address) for address in on_the_way)), None)
