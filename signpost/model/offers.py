"""What the site offers to programs, as its page about the data tells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A file, or the one that leads to a set of files, below the site's root.

    `name` is a key below `data.offers` in the theme's words, which hold its label and what it is for; `media_type` is
    as registered with IANA; `standard` is the address of its definition, where it has one.
    """

    path: str
    name: str
    media_type: str
    standard: str = ""
