"""Declarations, docstrings and rules -> the pages of documentation that cannot fall behind: fields and rules."""

import inspect
import re
from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import signpost
from signpost.model.fieldtypes import MANY, ONE
from signpost.model.kinds import Charter, Field

RULE = re.compile(r"^([a-z][a-z0-9-]+): ", re.MULTILINE)
MADE = "<!-- Made by `signpost export {}`. Change the declarations or the docstrings instead. -->\n"

Rule = Callable[..., Any]


def fields_page(charter: Charter) -> str:
    """docs/fields.md: how each type is written, and the fields that this directory declares."""
    types = "".join(f"### {name}\n\n{_text(read, name)}\n\n" for name, read in sorted((ONE | MANY).items()))
    kinds = "".join(
        f"### {kind.many}\n\n{_table(kind.fields[name] for name in kind.own)}\n" for kind in charter.kinds.values()
    )
    return (
        f"# Fields\n\n{MADE.format('fields')}\n## Types\n\n"
        f"A field's type says how its value is written. `type: NAME` stands in a declaration.\n\n{types}"
        f"## The fields of this directory\n\n### Every kind\n\n{_table(charter.shared.fields.values())}\n{kinds}"
    )


def _text(read: Rule, name: str) -> str:
    """What a type's docstring says of it; a list's says that it is one."""
    words = " ".join(RULE.split(inspect.getdoc(read) or "")[0].split())
    return f"A list. Each value: {words}" if name in MANY else words


def _table(fields: Iterable[Field]) -> str:
    rows = "".join(
        f"| `{field.name}` | {field.label} | {field.type.name}{_vocabulary(field)} | {'yes' if field.required else ''} "
        f"| {field.help} | {_code(field.example)} |\n"
        for field in fields
    )
    return (
        f"| field | label | type | required | what it says | example |\n| --- | --- | --- | --- | --- | --- |\n{rows}"
    )


def _vocabulary(field: Field) -> str:
    return f" ([{field.vocabulary.name}](../content/_terms/{field.vocabulary.name}.yaml))" if field.vocabulary else ""


def _code(words: str) -> str:
    return f"`{words}`" if words else ""


def rules_page() -> str:
    """docs/rules.md: every rule by its id, with what it means."""
    rows = "".join(f"| `{rule}` | {words} |\n" for rule, words in sorted(rules(modules()).items()))
    return (
        f"# Rules\n\n{MADE.format('rules')}\n"
        "The id stands in brackets behind each problem that `signpost check` tells.\n\n"
        f"| rule | what it means |\n| --- | --- |\n{rows}"
    )


def modules() -> list[ModuleType]:
    """Every module of the package: what any of them tells is a rule."""
    names = (each.name for each in walk_packages(signpost.__path__, "signpost."))
    return [import_module(name) for name in names if not name.endswith("__main__")]


def rules(among: Iterable[ModuleType]) -> dict[str, str]:
    """Id -> meaning. A rule in a module's RULES or WARNINGS is told by its docstring.

    All others stand in the docstring of the function that tells them, as `rule-id: meaning`.
    """
    found: dict[str, str] = {}
    for module in among:
        found |= {rule: words for function in _functions(module) for rule, words in _told_by(function)}
        found |= {_id(each): _first(each) for each in getattr(module, "RULES", ())}
        found |= {_id(each): f"{_first(each)} A warning." for each in getattr(module, "WARNINGS", ())}
    return found


def _id(rule: Rule) -> str:
    return rule.__name__.replace("_", "-")


def _first(rule: Rule) -> str:
    return " ".join((inspect.getdoc(rule) or "").partition("\n\n")[0].split())


def _functions(module: ModuleType) -> Iterable[Rule]:
    """The functions of a module and of its classes."""
    for _, found in inspect.getmembers(module, lambda each: inspect.isfunction(each) or inspect.isclass(each)):
        if found.__module__ == module.__name__:
            yield from _own_methods(found) if inspect.isclass(found) else (found,)


def _own_methods(found: type) -> Iterable[Rule]:
    """The functions of a class that are its own: neither from another class nor what Python added."""
    return (each for name, each in vars(found).items() if inspect.isfunction(each) and not name.startswith("_"))


def _told_by(function: Rule) -> Iterable[tuple[str, str]]:
    """The rules that a docstring names, with their meaning."""
    _, *parts = RULE.split(inspect.getdoc(function) or "")
    for rule, words in zip(parts[::2], parts[1::2], strict=True):
        yield rule, " ".join(words.partition("\n\n")[0].split())
