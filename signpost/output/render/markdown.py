"""Markdown -> HTML that is safe to show: raw HTML has no effect, and what is left is cleaned by an allow-list.

Listings are read by cmark, the reader behind GitHub's own preview and forty times as fast; guides and other pages of
text by markdown-it, which lets headings be named for a table of contents. Neither takes much longer for what somebody
wrote to keep it busy (brackets in brackets) than for other texts of that length.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import cmarkgfm
import nh3
from markupsafe import Markup

from signpost.model.files import Link

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

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

OPENS, CLOSES = "<!--text-->", "<!--/text-->"
HEADING = re.compile(r'<h2 id="([^"]+)">((?:(?!</?h2).)*)</h2>')


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
        """The text of a listing as HTML (GitHub Flavored Markdown); raw HTML is left out.

        Most texts become nothing but elements on a short list, without attributes but for addresses of other sites:
        there the cleaner, which takes ten times as long as the reader, would find nothing to do.
        """
        if not markdown.strip():
            return Markup("")
        html = cmarkgfm.github_flavored_markdown_to_html(markdown)
        return _as_cleaned(html) if PLAIN.fullmatch(html) else self._safe(html)

    def prose(self, markdown: str) -> Markup:
        """The text of a page as HTML, with names for its headings; raw HTML is shown as text."""
        tokens = self._parser.parse(markdown)
        for heading, name in _named(tokens):
            heading.attrSet("id", name)
        return self._safe(self._parser.renderer.render(tokens, self._parser.options, {}))

    @cached_property
    def _parser(self) -> "MarkdownIt":
        from markdown_it import MarkdownIt  # pages of text are few, and listings do without

        return MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable("table")

    def _safe(self, html: str) -> Markup:
        """HTML cleaned. Links to other sites say that they were not chosen by this one."""
        cleaned = self.cleaner.clean(html).strip()
        return Markup(ELSEWHERE.sub(REL, cleaned))  # noqa: S704 - just cleaned

    def _attribute(self, tag: str, attribute: str, value: str) -> str | None:
        """The value an attribute gets: an address of this site gets its base path; none is none."""
        if (tag, attribute) == ("a", "href") and value.startswith("/") and not value.startswith("//"):
            return self.link(value)
        return value or None


def _named(tokens: "Iterable[Token]") -> "Iterator[tuple[Token, str]]":
    """The token that begins each heading, and a name that no other heading of the page has."""
    opening, times, taken = None, dict[str, int](), set[str]()
    for token in tokens:
        if opening and token.type == "inline":
            bare = _bare("".join(each.content for each in token.children or ()))
            name = bare
            while not name or name in taken:
                times[bare] = times.get(bare, 0) + 1
                name = f"{bare}_{times[bare]}"
            taken.add(name)
            yield opening, name
        opening = token if token.type == "heading_open" else None


def _bare(words: str) -> str:
    """A heading as part of an address: small Latin letters, digits, hyphens."""
    latin = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(
        "".join(each for each in latin.lower() if each.isalnum() or each in " -_").replace("-", " ").split()
    )


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
