"""Pages and templates -> files of HTML. A card is rendered once and shown in every list."""

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import (
    BytecodeCache,
    DictLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from signpost.model.files import File, Link, Page, as_json
from signpost.model.kinds import Charter
from signpost.model.problems import BrokenTheme, Problem
from signpost.model.source import Span, Tree
from signpost.model.words import NoSuchWords, Words
from signpost.output.render.markdown import Reader, contents

TEMPLATES, NAMES_FILE = "templates/", ".html"


@dataclass(frozen=True, slots=True)
class Theme:
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
        return self.base_path + quote(address.lstrip("/"), safe="/#?=&")

    def asset(self, name: str) -> str:
        """The address of a file of the theme's assets."""
        return f"{self.base_path}{self.assets_folder}/{name}"

    def webcal(self, address: str) -> str:
        """The address at which calendar programs subscribe to a file of this site."""
        return f"webcal:{self.charter.site.base_url.rstrip('/').partition(':')[2]}{quote(address)}"

    @property
    def base_path(self) -> str:
        """`/` or `/repository/`."""
        return urlsplit(self.charter.site.base_url).path


def render(pages: Iterable[Page], tree: Tree, theme: Theme) -> Iterator[File]:
    """Each page as a file. Raises BrokenTheme for the first template that cannot be rendered."""
    return renderer(tree, theme)(pages)


def renderer(
    tree: Tree,
    theme: Theme,
    kept: BytecodeCache | None = None,
    linked: Callable[[Iterable[Page]], Iterable[Page]] = iter,
) -> Callable[[Iterable[Page]], Iterator[File]]:
    """A function from pages to files, with every template read, or taken from what is kept of it.

    `linked` gives pages what they tell search engines. Both raise BrokenTheme as `render` does.
    """
    reader = Reader(theme.link)
    templates = environment(tree, theme, reader, kept)
    for name in templates.list_templates():
        loaded(templates, name)

    def files(pages: Iterable[Page]) -> Iterator[File]:
        for page in linked(pages):
            body = reader.prose(page.body) if page.has_contents else reader.listing(page.body)
            canonical = theme.charter.site.base_url.rstrip("/") + page.address
            toc = contents(body) if page.has_contents else ()
            given = {"page": page, "canonical": canonical, "body": body, "toc": toc, "graph": in_script(page.graph)}
            yield File(page.path, rendered(templates, page.template, {**page.shows, **given}).encode())

    return files


def in_script(graph: Sequence[Mapping[str, Any]]) -> Markup:
    """A graph as JSON-LD within a script element; nothing for an empty one.

    Escaped as HTML it would be broken: scripts know no `&amp;`. All that could end a script begins with `<`, and JSON
    has another way to write that. So this is safe as it is; nothing else is marked so but what templates made.
    """
    if not graph:
        return Markup("")
    text = as_json({"@context": "https://schema.org", "@graph": graph}).decode()
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - see above


def loaded(templates: Environment, name: str) -> Template:
    """One template, read.

    broken-template: a template of the theme cannot be read, or asks for something that is not there.
    """
    try:
        return templates.get_template(name)
    except TemplateSyntaxError as error:
        raise BrokenTheme(_broken(error, error.name or name, error.lineno)) from None
    except TemplateNotFound as error:
        raise BrokenTheme(_broken(error, name, 1)) from None


def rendered(templates: Environment, name: str, given: Mapping[str, Any]) -> str:
    """One template, rendered. Raises BrokenTheme at the line that cannot be."""
    template = loaded(templates, name)
    try:
        return template.render(given)
    except (TemplateError, TypeError, AttributeError, LookupError, ValueError, ArithmeticError) as error:
        frames = traceback.extract_tb(error.__traceback__)
        place = next((each for each in reversed(frames) if each.filename.startswith(TEMPLATES)), None)
        path, line = (place.filename.removeprefix(TEMPLATES), place.lineno or 1) if place else (name, 1)
        raise BrokenTheme(_broken(error, path, line)) from None


def without_words(missing: NoSuchWords, path: str) -> BrokenTheme:
    """A theme whose words file lacks what every site needs.

    missing-words: the words file of the theme cannot be read, or lacks words that are asked for.
    """
    hint = "Add them, or put the file back as it came with Signpost."
    return BrokenTheme(Problem(path, "missing-words", str(missing), hint))


def _broken(error: Exception, name: str, line: int) -> Problem:
    rule = "missing-words" if isinstance(error, NoSuchWords) else "broken-template"
    hint = "Mend it, or put the template back as it came with Signpost."
    return Problem(TEMPLATES + name, rule, f"This template cannot be rendered: {error}", hint, Span(line, 1, 1))


class Templates(DictLoader):
    """Templates by name, from a tree; their file names in error messages are those of the project."""

    def get_source(self, environment: Environment, template: str) -> Any:
        """Source, file name and whether it is up to date (jinja2.BaseLoader)."""
        source, _, current = super().get_source(environment, template)
        return source, TEMPLATES + template, current


class Themed(Environment):
    """An environment whose templates share one plain dictionary of globals: rendering is mostly looking things up."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template (jinja2.Environment)."""
        return {**self.globals, **d} if d else self.globals


def environment(tree: Tree, theme: Theme, reader: Reader, kept: BytecodeCache | None = None) -> Environment:
    """The templates of a tree, with what all of them are given."""
    sources = {
        path.removeprefix(TEMPLATES): content.decode("utf-8", "replace")
        for path, content in tree.items()
        if path.startswith(TEMPLATES) and path.endswith(NAMES_FILE)
    }
    templates = Themed(
        loader=Templates(sources),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=kept,
    )
    templates.globals |= {
        "link": cache(theme.link),
        "asset": cache(theme.asset),
        "webcal": theme.webcal,
        "social": cache(theme.social),
        "words": theme.words,
        "site": theme.charter.site,
        "menu": tuple(theme.charter.kinds.values()),
        "prose_links": theme.prose_links,
        "card": _kept("card", templates, lambda listing: listing.id),
        "field": _fields(templates),
        **{name: _kept(name, templates) for name in ("icon", "site_menu", "site_footer", "keep")},
    }
    templates.filters |= {"day": theme.words.day, "iso": lambda day: day.isoformat(), "markdown": reader.listing}
    return templates


def _kept(name: str, templates: Environment, key: Callable[..., Any] = lambda *given: given) -> Callable[..., Markup]:
    """A part that depends on nothing but what it is given: rendered once for each, then shown again."""
    done: dict[Any, Markup] = {}

    def part(*given: Any) -> Markup:
        known = key(*given)
        if known not in done:
            done[known] = getattr(templates.get_template(f"parts/{name.replace('_', '-')}.html").module, name)(*given)
        return done[known]

    return part


def _fields(templates: Environment) -> Callable[[Any], Markup]:
    """The value of a fact, shown by the partial of its field's type, which is given nothing but the fact."""

    def field(fact: Any) -> Markup:
        partial = templates.get_template(f"fields/{fact.type}.html")
        return Markup("".join(partial.root_render_func(partial.new_context({"fact": fact}))))  # noqa: S704 - a template

    return field
