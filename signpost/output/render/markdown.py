"""Markdown -> HTML that is safe to show: raw HTML has no effect, and what is left is cleaned by an allow-list.

Everything is read by Comrak, the reader of GitHub Flavored Markdown that is written in Rust: what strangers send is
read in safe memory, and text that was written to keep a reader busy does not.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count

import nh3
from comrak import ExtensionOptions, RenderOptions, render_markdown
from markupsafe import Markup

from signpost.model.files import Link
from signpost.model.source import UNSEEN

TAGS = set(
    "a blockquote br code dd del dl dt em h2 h3 h4 hr li ol p pre strong table tbody td th thead tr ul".split()  # noqa: SIM905
)
ATTRIBUTES = {"a": {"href", "title"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
POLICY = "nofollow noopener ugc"
ELSEWHERE = re.compile('<a href="(?=(https?:)?//)', re.IGNORECASE)
REL = f'<a rel="{POLICY}" href="'
UNCLEAN = re.compile(
    r"""<(?!(?:/?(?:p|ul|ol|li|strong|em|h[2-4]|blockquote|code|pre)|hr /|br /|/a"""
    r"""|a href="(?:https?://|mailto:|tel:)(?:[\w.:/?=%+@~;\#,-]|&(?!quot;))*+")>)"""
)
"""The beginning of an element that is not allowed as it stands. What is between elements the reader has escaped."""

OPENS, CLOSES = "<!--text-->", "<!--/text-->"
HEADING = re.compile(r'<h2 id="([^"]+)">((?:(?!</?h2).)*)</h2>')
NAMED = re.compile(r"<h([1-6])>((?:(?!</?h[1-6]).)*+)</h\1>", re.DOTALL)
"""A heading, as the reader writes it."""


def _github() -> ExtensionOptions:
    """What GitHub reads beside CommonMark (GFM)."""
    options = ExtensionOptions()
    for name in ("autolink", "strikethrough", "table", "tagfilter", "tasklist"):
        setattr(options, name, True)
    return options


def _shown(*, raw: bool) -> RenderOptions:
    """How HTML is written: raw HTML is shown as text, or left out."""
    options = RenderOptions()
    options.escape, options.github_pre_lang = raw, True
    return options


GITHUB, WITHOUT_RAW, RAW_AS_TEXT = _github(), _shown(raw=False), _shown(raw=True)


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
        there the cleaner, which takes as long as the reader, would find nothing to do.
        """
        if not markdown.strip():
            return Markup("")
        html = _seen(markdown, render_markdown(markdown, GITHUB, render_options=WITHOUT_RAW))
        return _as_cleaned(html) if is_clean(html) else self._safe(html)

    def prose(self, markdown: str) -> Markup:
        """The text of a page as HTML, with names for its headings; raw HTML is shown as text."""
        html = _seen(markdown, render_markdown(markdown, GITHUB, render_options=RAW_AS_TEXT))
        return self._safe(_named(html))

    def _safe(self, html: str) -> Markup:
        """HTML cleaned. Links to other sites say that they were not chosen by this one."""
        cleaned = _seen(html, self.cleaner.clean(html).strip())
        return Markup(ELSEWHERE.sub(REL, cleaned))  # noqa: S704 - just cleaned


def _named(html: str) -> str:
    """HTML with a name for each heading, which no other heading of the page has."""
    taken: set[str] = set()
    following: dict[str, Iterator[str]] = {}  # what comes next, for headings that are alike

    def named(found: re.Match[str]) -> str:
        bare = _bare(Markup(found[2]).striptags())  # noqa: S704 - read, and yet to be cleaned
        name = next(each for each in following.setdefault(bare, _names(bare)) if each not in taken)
        taken.add(name)
        return f'<h{found[1]} id="{name}">{found[2]}</h{found[1]}>'

    return NAMED.sub(named, html)


def _names(bare: str) -> Iterator[str]:
    """A name, and what comes into question when it is taken: `name_1`, `name_2`."""
    yield from (bare,) if bare else ()
    yield from (f"{bare}_{number}" for number in count(1))


def _attribute(link: Callable[[str], str], tag: str, attribute: str, value: str) -> str | None:
    """The value an attribute gets: an address of this site gets its base path; none is none."""
    if (tag, attribute) == ("a", "href") and value.startswith("/") and not value.startswith("//"):
        return link(value)
    return value or None


def _seen(said: str, html: str) -> str:
    """HTML without what nobody can see: files are free of it, but Markdown has other ways to write a character."""
    return UNSEEN.sub("", html) if "&" in said else html


def _bare(words: str) -> str:
    """A heading as part of an address: small Latin letters, digits, hyphens."""
    latin = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(
        "".join(each for each in latin.lower() if each.isalnum() or each in " -_").replace("-", " ").split()
    )


def is_clean(html: str) -> bool:
    """Whether the cleaner would change nothing in an HTML but how it writes some characters, which are known.

    A blank that does not break it writes as `&nbsp;`: texts with one are left to it.
    """
    return "\xa0" not in html and not UNCLEAN.search(html)


def _as_cleaned(html: str) -> Markup:
    """HTML in which there is nothing to clean, as the cleaner writes it."""
    written = html.replace("&quot;", '"').replace("<br />", "<br>").replace("<hr />", "<hr>").strip()
    return Markup(ELSEWHERE.sub(REL, written))  # noqa: S704 - see is_clean


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
