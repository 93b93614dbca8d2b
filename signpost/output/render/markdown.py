"""Markdown -> HTML that is safe to show: raw HTML has no effect, and what is left is cleaned by an allow-list.

Listings are read by cmark, the reader behind GitHub's own preview and forty times as fast; guides and other pages of
text by Python-Markdown, which gives headings the names that a table of contents needs.
"""

import re
from collections.abc import Callable
from functools import cached_property

import cmarkgfm
import nh3
from markdown import Markdown
from markupsafe import Markup

from signpost.model.files import Link

TAGS = set(
    "a blockquote br code dd del dl dt em h2 h3 h4 hr li ol p pre strong table tbody td th thead tr ul".split()  # noqa: SIM905
)
ATTRIBUTES = {"a": {"href", "title"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
POLICY = "nofollow noopener ugc"
ELSEWHERE = re.compile('<a href="(?=(https?:)?//)', re.IGNORECASE)
HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>')


class Reader:
    """A reader of Markdown for one site: addresses of its own pages get the site's base path."""

    def __init__(self, link: Callable[[str], str]) -> None:
        self.link = link
        self.cleaner = nh3.Cleaner(
            tags=TAGS,
            attributes=ATTRIBUTES,
            url_schemes=SCHEMES,
            link_rel=None,
            attribute_filter=self._attribute,
        )

    def listing(self, markdown: str) -> Markup:
        """The text of a listing as HTML (GitHub Flavored Markdown); raw HTML is left out."""
        return self._safe(cmarkgfm.github_flavored_markdown_to_html(markdown)) if markdown.strip() else Markup("")

    def prose(self, markdown: str) -> Markup:
        """The text of a page as HTML, with names for its headings; raw HTML is shown as text."""
        return self._safe(self._parser.reset().convert(markdown))

    @cached_property
    def _parser(self) -> Markdown:
        parser = Markdown(extensions=["sane_lists", "tables", "toc"], output_format="html")
        parser.preprocessors.deregister("html_block")
        parser.inlinePatterns.deregister("html")
        return parser

    def _safe(self, html: str) -> Markup:
        """HTML cleaned. Links to other sites say that they were not chosen by this one."""
        cleaned = self.cleaner.clean(html).strip()
        return Markup(ELSEWHERE.sub(f'<a rel="{POLICY}" href="', cleaned))  # noqa: S704 - just cleaned

    def _attribute(self, tag: str, attribute: str, value: str) -> str | None:
        """The value an attribute gets: an address of this site gets its base path; none is none."""
        if (tag, attribute) == ("a", "href") and value.startswith("/") and not value.startswith("//"):
            return self.link(value)
        return value or None


def contents(html: Markup) -> tuple[Link, ...]:
    """The second-level headings of a text, as links to them."""
    found = HEADING.findall(html)
    return tuple(Link(Markup(label).striptags(), f"#{fragment}") for fragment, label in found)  # noqa: S704 - as above
