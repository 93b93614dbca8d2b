"""Markdown -> HTML that is safe to show: raw HTML has no effect, and what is left is cleaned by an allow-list.

Listings are read by cmark, the reader behind GitHub's own preview and forty times as fast; guides and other pages of
text by Python-Markdown, which gives headings the names that a table of contents needs.
"""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

import cmarkgfm
import nh3
from markupsafe import Markup

from signpost.model.files import Link
from signpost.model.source import UNSEEN

if TYPE_CHECKING:
    from markdown import Markdown

TAGS = set(
    "a blockquote br code dd del dl dt em h2 h3 h4 hr li ol p pre strong table tbody td th thead tr ul".split()  # noqa: SIM905
)
ATTRIBUTES = {"a": {"href", "title"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
POLICY = "nofollow noopener ugc"
ELSEWHERE = re.compile('<a href="(?=(https?:)?//)', re.IGNORECASE)
REL = f'<a rel="{POLICY}" href="'
PLAIN = re.compile(
    r"""[^<\xa0]*+(?:<(?:/?(?:p|ul|ol|li|strong|em|h[2-4]|blockquote|code|pre)|hr /|br /|/a"""
    r"""|a href="(?:https?://|mailto:|tel:)(?:[\w.:/?=%+@~;\#,-]|&(?!quot;))*+")>[^<\xa0]*+)*+"""
)
"""HTML of which every element is allowed as it stands; what is between them has been escaped by the reader."""

REMEMBERED = 1024  # texts, of 3 KB with their HTML
OPENS, CLOSES = "<!--text-->", "<!--/text-->"
HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>')


class Reader:
    """A reader of Markdown for one site: addresses of its own pages get the site's base path."""

    def __init__(self, link: Callable[[str], str]) -> None:
        self.cleaner = nh3.Cleaner(
            tags=TAGS,
            attributes=ATTRIBUTES,
            url_schemes=SCHEMES,
            link_rel=None,
            attribute_filter=partial(_attribute, link),  # were it a method, no reader would ever be given back
        )

    def listing(self, markdown: str) -> Markup:
        """The text of a listing as HTML (GitHub Flavored Markdown); raw HTML is left out.

        Most texts become nothing but elements on a short list, without attributes but for addresses of other sites:
        there the cleaner, which takes ten times as long as the reader, would find nothing to do.
        """
        if not markdown.strip():
            return Markup("")
        html = _seen(markdown, _read(markdown))
        return _as_cleaned(html) if PLAIN.fullmatch(html) else self._safe(html)

    def prose(self, markdown: str) -> Markup:
        """The text of a page as HTML, with names for its headings; raw HTML is shown as text."""
        return self._safe(self._parser.reset().convert(markdown))

    @cached_property
    def _parser(self) -> "Markdown":
        from markdown import Markdown  # pages of text are few, and listings do without

        parser = Markdown(extensions=["sane_lists", "tables", "toc"], output_format="html")
        parser.preprocessors.deregister("html_block")
        parser.inlinePatterns.deregister("html")
        return parser

    def _safe(self, html: str) -> Markup:
        """HTML cleaned. Links to other sites say that they were not chosen by this one."""
        cleaned = _seen(html, self.cleaner.clean(html).strip())
        return Markup(ELSEWHERE.sub(REL, cleaned))  # noqa: S704 - just cleaned


@lru_cache(REMEMBERED)
def _read(markdown: str) -> str:
    """A text as HTML. cmarkgfm gives back nothing of the 10 KB that a text takes, so previews read each but once."""
    html: str = cmarkgfm.github_flavored_markdown_to_html(markdown)
    return html


def _attribute(link: Callable[[str], str], tag: str, attribute: str, value: str) -> str | None:
    """The value an attribute gets: an address of this site gets its base path; none is none."""
    if (tag, attribute) == ("a", "href") and value.startswith("/") and not value.startswith("//"):
        return link(value)
    return value or None


def _seen(said: str, html: str) -> str:
    """HTML without what nobody can see: files are free of it, but Markdown has other ways to write a character."""
    return UNSEEN.sub("", html) if "&" in said else html


def _as_cleaned(html: str) -> Markup:
    """HTML in which there is nothing to clean, as the cleaner writes it."""
    written = html.replace("&quot;", '"').replace("<br />", "<br>").replace("<hr />", "<hr>").strip()
    return Markup(ELSEWHERE.sub(REL, written))  # noqa: S704 - see PLAIN


def marked(html: Markup) -> Markup:
    """A listing's text between marks that tell where on its page it stands."""
    return Markup(f"{OPENS}{html}{CLOSES}") if html else html  # noqa: S704 - html is clean


def with_text(page: bytes, html: Markup) -> bytes | None:
    """A listing's page with another text; None when it does not stand there once, and between its marks."""
    before, opening, rest = page.partition(OPENS.encode())
    _, closing, after = rest.partition(CLOSES.encode())
    if not (opening and closing) or OPENS.encode() in after:
        return None
    return b"".join((before, marked(html).encode(), after))


def contents(html: Markup) -> tuple[Link, ...]:
    """The second-level headings of a text, as links to them."""
    found = HEADING.findall(html)
    return tuple(Link(Markup(label).striptags(), f"#{fragment}") for fragment, label in found)  # noqa: S704 - as above
