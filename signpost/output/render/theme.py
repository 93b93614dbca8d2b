"""What every template is given beside its page: the site's words, and the addresses of pages and assets."""

from typing import NamedTuple
from urllib.parse import quote

from signpost.model.addresses import base_path, below
from signpost.model.files import Link
from signpost.model.kinds import Charter
from signpost.model.words import Words


class Theme(NamedTuple):
    """What every template is given beside its page: the site's words and the addresses of pages and assets."""

    charter: Charter
    words: Words
    assets_folder: str
    prose_links: tuple[Link, ...]
    assets: frozenset[str] = frozenset()

    def social(self, section: str) -> str:
        """The picture that other sites show with a link to a page: that of its kind's tone and icon, or a plain one.

        Nothing where the theme has neither. The address is whole, for it is other sites that fetch it.
        """
        kind = self.charter.kinds.get(section.strip("/"))
        names = (*((f"social/{kind.tone}-{kind.icon}.png",) if kind else ()), "social/plain.png")
        found = next((each for each in names if each in self.assets), "")
        return f"{self.charter.site.base_url}{self.assets_folder}/{found}" if found else ""

    def link(self, address: str) -> str:
        """An address of this site as it stands in a page: below the path the site is published at."""
        return below(self.charter.site, address)

    def asset(self, name: str) -> str:
        """The address of a file of the theme's assets."""
        return f"{self.base_path}{self.assets_folder}/{name}"

    def webcal(self, address: str) -> str:
        """The address at which calendar programs subscribe to a file of this site."""
        return f"webcal:{self.charter.site.base_url.rstrip('/').partition(':')[2]}{quote(address)}"

    @property
    def base_path(self) -> str:
        """`/` or `/repository/`."""
        return base_path(self.charter.site)
