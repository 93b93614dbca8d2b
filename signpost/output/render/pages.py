"""Pages and templates -> files of HTML. A card is rendered once and shown in every list."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from jinja2 import BytecodeCache, Environment, Template, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from signpost.model.files import File, Page, as_json
from signpost.model.problems import BrokenTheme, Problem
from signpost.model.source import Span, Tree
from signpost.model.words import NoSuchWords
from signpost.output.render.engine import TEMPLATES, environment
from signpost.output.render.markdown import Reader, contents, marked
from signpost.output.render.theme import Theme


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
    there = {name: loaded(templates, name) for name in templates.list_templates()}

    def files(pages: Iterable[Page]) -> Iterator[File]:
        for page in linked(pages):
            body = reader.prose(page.body) if page.has_contents else marked(reader.listing(page.body))
            canonical = theme.charter.site.base_url.rstrip("/") + page.address
            toc = contents(body) if page.has_contents else ()
            given = {"page": page, "canonical": canonical, "body": body, "toc": toc, "graph": in_script(page.graph)}
            template = there.get(page.template) or loaded(templates, page.template)
            yield File(page.path, rendered(template, {**page.shows, **given}).encode())

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


def rendered(template: Template, given: Mapping[str, Any]) -> str:
    """One template, rendered. Raises BrokenTheme at the line that cannot be."""
    try:
        return template.render(given)
    except (TemplateError, TypeError, AttributeError, LookupError, ValueError, ArithmeticError) as error:
        import traceback  # themes are mostly whole

        frames = traceback.extract_tb(error.__traceback__)
        place = next((each for each in reversed(frames) if each.filename.startswith(TEMPLATES)), None)
        path, line = (place.filename.removeprefix(TEMPLATES), place.lineno or 1) if place else (str(template.name), 1)
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
