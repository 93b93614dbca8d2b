"""Markdown -> HTML that is safe to show: raw HTML is text, and what is left is cleaned by an allow-list."""

import re
from collections.abc import Callable

import nh3
from markdown import Markdown
from markupsafe import Markup

from signpost.model.files import Link

TAGS = set(
    "a blockquote br code dd dl dt em h2 h3 h4 hr li ol p pre strong table tbody td th thead tr ul".split()  # noqa: SIM905
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
        self.parser = Markdown(extensions=["sane_lists", "tables", "toc"], output_format="html")
        self.parser.preprocessors.deregister("html_block")
        self.parser.inlinePatterns.deregister("html")
        self.cleaner = nh3.Cleaner(
            tags=TAGS,
            attributes=ATTRIBUTES,
            url_schemes=SCHEMES,
            link_rel=None,
            attribute_filter=self._attribute,
        )

    def html(self, markdown: str) -> Markup:
        """The text as HTML. Links to other sites say that they were not chosen by this one."""
        if not markdown.strip():
            return Markup("")
        made = self.parser.reset().convert(markdown)
        cleaned = self.cleaner.clean(made)
        return Markup(ELSEWHERE.sub(f'<a rel="{POLICY}" href="', cleaned))  # noqa: S704 - just cleaned

    def _attribute(self, tag: str, attribute: str, value: str) -> str | None:
        """The value an attribute gets: an address of this site gets its base path."""
        if (tag, attribute) == ("a", "href") and value.startswith("/") and not value.startswith("//"):
            return self.link(value)
        return value


def contents(html: Markup) -> tuple[Link, ...]:
    """The second-level headings of a text, as links to them."""
    found = HEADING.findall(html)
    return tuple(Link(Markup(label).striptags(), f"#{fragment}") for fragment, label in found)  # noqa: S704 - as above
