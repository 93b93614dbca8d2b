"""A made-up directory's declarations -> one JSON document, in which other generators' templates look labels up."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel import Locale

from benchmarks import vocabulary
from signpost.edges import disk
from signpost.intake.declare import declare
from signpost.intake.parse import parse
from signpost.model.fieldtypes.places import country_names, language_names
from signpost.model.kinds import Charter, Vocabulary
from signpost.model.words import Words, words_of
from signpost.output.plan.shelves import alphabetical

SITE = ("title", "tagline", "base_url", "language", "repository", "licence", "licence_url", "contact")
COUNTRY = re.compile("^country: (..)$", re.MULTILINE)


def charter_of(folder: Path) -> Charter:
    """What a directory declares."""
    tree, _ = disk.read(folder, ["content"])
    declarations = {path: content for path, content in tree.items() if "/_" in path}
    charter, _ = declare(parse(declarations)[0])
    if charter is None:
        raise SystemExit(f"{folder} declares nothing that can be used")
    return charter


def declared(folder: Path) -> Mapping[str, Any]:
    """Everything the templates look up, by names that are easy to write in each of their languages."""
    charter, words = charter_of(folder), words_of(disk.read(folder, ["templates"])[0], "en")
    language = charter.site.language
    kinds, countries = charter.kinds.values(), _countries(folder, language)
    return {
        "site": {name: getattr(charter.site, name) for name in SITE},
        "kinds": [{"slug": each.slug, "one": each.one, "many": each.many, "intro": each.intro} for each in kinds],
        "one": {each.slug: each.one for each in kinds},
        "labels": {name: _labels(each) for name, each in charter.vocabularies.items()},
        "countries": countries,
        "languages": {code: language_names(language)[code] for code in ("en", *vocabulary.LANGUAGES)},
        "days": _days(language),
        "yesno": {"yes": "Yes", "true": "Yes", "no": "No", "false": "No"},
        "heads": _heads(charter) | {"country": _places(words)},
        "lists": _lists(charter) | {"country": _as_choices(countries, words)},
    }


def write(folder: Path, to: Path) -> None:
    """Write them as a file."""
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps(declared(folder), ensure_ascii=False, indent=1), encoding="utf-8")


def _labels(found: Vocabulary) -> dict[str, str]:
    return {code: term.label for code, term in found.terms.items()}


def _countries(folder: Path, language: str) -> dict[str, str]:
    """Codes and names of the countries that listings are in, by name."""
    texts = (path.read_text(encoding="utf-8") for path in (folder / "content").glob("*/*.md"))
    names, codes = country_names(language), {found[1] for each in texts if (found := COUNTRY.search(each))}
    return {code: names[code] for code in sorted(codes, key=lambda each: alphabetical(names[each]))}


def _days(language: str) -> dict[str, str]:
    names = Locale.parse(language, sep="-").days["stand-alone"]["abbreviated"]
    return {"Mo-Fr": f"{names[0]}–{names[4]}"}


def _heads(charter: Charter) -> dict[str, dict[str, str]]:
    found = {name: charter.vocabularies[name] for name in ("support", "work")}
    return {name: {"heading": each.label, "intro": each.intro} for name, each in found.items()}


def _places(words: Words) -> dict[str, str]:
    return {"heading": words("places.heading"), "intro": words("places.intro")}


def _lists(charter: Charter) -> dict[str, list[dict[str, str]]]:
    found = {name: charter.vocabularies[name].terms for name in ("support", "work")}
    return {
        name: [{"code": code, "label": each.label, "intro": each.hint} for code, each in terms.items()]
        for name, terms in found.items()
    }


def _as_choices(countries: Mapping[str, str], words: Words) -> list[dict[str, str]]:
    """Countries in the shape of choices; the templates write their codes in small letters."""
    return [{"code": code, "label": name, "intro": words("places.in", place=name)} for code, name in countries.items()]
