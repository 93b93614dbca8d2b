"""A tree and its theme -> the environment that its templates are rendered in (Jinja), made for many small pages."""

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import suppress
from functools import cache
from types import BuiltinFunctionType, FunctionType
from typing import Any

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined, Template, TemplateError
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from signpost.model.source import Tree
from signpost.model.words import Words
from signpost.output.render.markdown import Reader
from signpost.output.render.theme import Theme

TEMPLATES, NAMES_FILE = "templates/", ".html"
CHOICES = frozenset(["term", "terms", "yes-no", "languages", "country"])
CALLED = frozenset([FunctionType, BuiltinFunctionType, type(cache(len)), Words])
"""What templates call that takes nothing but what it is given."""

FILTERS = ("day", "iso", "markdown")


class Templates(DictLoader):
    """Templates by name, from a tree; their file names in error messages are those of the project."""

    def get_source(self, environment: Environment, template: str) -> Any:
        """Source, file name and whether it is up to date (jinja2.BaseLoader)."""
        source, _, current = super().get_source(environment, template)
        return source, TEMPLATES + template, current


def escaped(value: Any) -> Any:
    """A value as HTML shows it: what `markupsafe.escape` gives, without a wrapper around texts that need nothing.

    A page shows some hundred values, of which few have anything to escape: five looks take less than a pattern.
    """
    kind = type(value)
    if kind is Markup:
        return value
    if kind is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value
    return escape(value)


class Lean(Template):
    """A template that escapes by `escaped`."""

    @classmethod
    def from_code(cls, *given: Any, **more: Any) -> "Lean":
        """A template from its compiled code (jinja2.Template)."""
        template: Lean = super().from_code(*given, **more)  # type: ignore[assignment]
        template.root_render_func.__globals__["escape"] = escaped
        return template


class Direct(Context):
    """A context that calls the theme's functions and macros without asking first what else they might take."""

    def call(self, function: Any, *given: Any, _loop_vars: Any = None, _block_vars: Any = None, **more: Any) -> Any:
        """What a function gives (jinja2.runtime.Context). Variables of loops and blocks are told to few of them."""
        kind = type(function)
        if kind in CALLED:
            return function(*given, **more)
        if kind is Macro:
            return function(self.eval_ctx, *given, **more)
        return super().call(function, *given, _loop_vars=_loop_vars, _block_vars=_block_vars, **more)


class Themed(Environment):
    """An environment whose templates share one plain dictionary of globals: rendering is mostly looking things up."""

    template_class = Lean
    context_class = Direct

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template (jinja2.Environment)."""
        return {**self.globals, **d} if d else self.globals


def compile_templates(tree: Tree, kept: BytecodeCache) -> None:
    """Keep every template of a tree as code. What cannot be read is told when it is to be shown."""
    templates = _bare(tree, kept)
    for name in templates.list_templates():
        with suppress(TemplateError):
            templates.get_template(name)


def _bare(tree: Tree, kept: BytecodeCache | None) -> Environment:
    """The templates of a tree, which are given nothing yet."""
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
    templates.filters |= dict.fromkeys(FILTERS, str)  # to be compiled they have to be there, whatever they are
    return templates


def environment(tree: Tree, theme: Theme, reader: Reader, kept: BytecodeCache | None = None) -> Environment:
    """The templates of a tree, with what all of them are given."""
    templates = _bare(tree, kept)
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
    macro = cache(lambda: getattr(templates.get_template(f"parts/{name.replace('_', '-')}.html").module, name))

    def part(*given: Any) -> Markup:
        known = key(*given)
        if known not in done:
            done[known] = macro()(*given)
        return done[known]

    return part


def _fields(templates: Environment) -> Callable[[Any], Markup]:
    """The value of a fact, shown by the partial of its field's type, which is given nothing but the fact.

    Choices are few, and shown again and again: what was made of one is kept.
    """
    done: dict[int, tuple[Any, Markup]] = {}  # beside the fact itself, so that it stays
    ready: dict[str, tuple[Callable[[Context], Iterator[str]], Context]] = {}

    def field(fact: Any) -> Markup:
        if fact.type not in CHOICES:
            return shown(fact)
        known = done.get(id(fact))
        if known is None:
            known = done[id(fact)] = fact, shown(fact)
        return known[1]

    def shown(fact: Any) -> Markup:
        if fact.type not in ready:
            partial = templates.get_template(f"fields/{fact.type}.html")
            ready[fact.type] = partial.root_render_func, partial.new_context()
        render, context = ready[fact.type]
        context.vars["fact"] = fact  # a context of its own for each would take as long as the rest
        return Markup("".join(render(context)))  # noqa: S704 - a template

    return field
