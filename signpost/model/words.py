"""The theme's words file -> the text for a key, with numbers and names filled in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit
from ryaml import loads  # type: ignore[attr-defined]

from signpost.model.source import Tree

FALLBACK = "templates/words/en.yaml"
KILOBYTE, MEGABYTE = 1_000, 1_000_000  # bytes (SI)


class NoSuchWords(LookupError):  # noqa: N818 - said to the theme's author as it is
    """The theme asks for words that its words file does not have."""


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language. Called with a dotted key; with `n`, the plural form that n takes (CLDR)."""

    language: str
    by_key: Mapping[str, Any]

    def __call__(self, key: str, **values: Any) -> str:
        """The text for a key. Raises NoSuchWords when there is none, or when it has a name no value was given for."""
        found = self.by_key.get(key)
        if isinstance(found, dict) and "n" in values:
            found = found.get(self.locale.plural_form(values["n"]), found.get("other"))
        if not isinstance(found, str):
            raise NoSuchWords(f"There are no words for {key} in templates/words/")
        if not values and "{" not in found:
            return found
        shown = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        try:
            return found.format(**shown)
        except (KeyError, IndexError, ValueError):
            say = f"The words for {key} in templates/words/ have a name in braces that is not known"
            raise NoSuchWords(say) from None

    def under(self, above: str) -> dict[str, Any]:
        """Every text and plural below a key, for scripts: they fill in names and numbers themselves."""
        found = {
            key.removeprefix(f"{above}."): text for key, text in self.by_key.items() if key.startswith(f"{above}.")
        }
        return {key: text for key, text in found.items() if key.rpartition(".")[0] not in found}

    @cached_property
    def locale(self) -> Locale:
        """CLDR's data for the language."""
        return Locale.parse(self.language, sep="-")

    def number(self, number: float) -> str:
        """A number as it is written in the language."""
        return format_decimal(number, locale=self.locale)

    def size(self, number: int) -> str:
        """A number of bytes as people say it: `214 kB`, `1.2 MB`."""
        worth, unit = (MEGABYTE, "megabyte") if number >= MEGABYTE else (KILOBYTE, "kilobyte")
        shown = format_decimal(number / worth, "#,##0.#" if number < 10 * worth else "#,##0", locale=self.locale)
        return format_unit(shown, f"digital-{unit}", "short", locale=self.locale)

    def day(self, day: Any) -> str:
        """A date as it is written in the language, with the month in letters."""
        return format_date(day, "medium", locale=self.locale)

    def listed(self, parts: Sequence[str]) -> str:
        """Several things in a row, as the language joins them: "this, that and more"."""
        return format_list(parts, locale=self.locale)

    def near_day(self, day: Any) -> str:
        """A date of these months: with its day of the week, without its year."""
        return format_skeleton("MMMEd", day, locale=self.locale)

    def short_month(self, day: Any) -> str:
        """The month, shortened, and the year of a date."""
        return format_skeleton("yMMM", day, locale=self.locale)

    def month(self, day: Any) -> str:
        """The month and the year of a date."""
        return format_skeleton("yMMMM", day, locale=self.locale)


def words_of(tree: Tree, language: str) -> Words:
    """The words of a language: those of `en-GB`, else of `en`; English where the theme has no other."""
    name = file_of(tree, language)
    if name not in tree:
        raise NoSuchWords(f"There is no {FALLBACK}: the theme has no words")
    try:
        return Words(language, dict(_flat("", _read(tree[name]))))
    except ValueError:
        raise NoSuchWords(f"{name} cannot be read as YAML") from None


def _read(content: bytes) -> Any:
    """A words file, of which every value is text: nothing in it is meant as a number. Raises ValueError."""
    try:
        read = loads(content.decode())
        if all(isinstance(each, str | dict) for _, each in _flat("", read)):
            return read
    except ValueError:  # the other reader may take it, or tells the same
        pass
    return _as_text(content)


def _as_text(content: bytes) -> Any:
    """A words file in which something stands that looks like a number."""
    import yaml  # takes longer to load than all else here

    try:
        return yaml.load(content, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - makes only text
    except yaml.YAMLError as error:
        raise ValueError from error


def file_of(tree: Tree, language: str) -> str:
    """The file that the words of a language stand in."""
    names = (f"templates/words/{language}.yaml", f"templates/words/{language.partition('-')[0]}.yaml")
    return next((each for each in names if each in tree), FALLBACK)


def _flat(above: str, found: Any) -> Iterator[tuple[str, Any]]:
    """Dotted key and what stands there, on every level."""
    for key, value in found.items() if isinstance(found, dict) else ():
        yield f"{above}{key}", value
        yield from _flat(f"{above}{key}.", value)
