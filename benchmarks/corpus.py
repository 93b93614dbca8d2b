"""A number and a seed -> a directory of that many made-up listings: `python -m benchmarks.corpus 10000 FOLDER`.

Names, places and addresses are put together from lists and end in example.org; the same seed gives the same bytes. A
listing has about 20 fields and a text of 80 to 250 words with paragraphs, a list, emphasis and links.
"""

import random
import shutil
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from benchmarks import vocabulary as of

ROOT = Path(__file__).parent.parent
SEED = 20261122
SINCE, UNTIL = date(2026, 1, 1), date(2026, 11, 20)
"""Between these days listings were checked. With a later first day all of them are fresh on 22 November 2026."""

SHORTEST, LONGEST = 80, 250  # words of a text
NO_FIELD = 0.05  # of the listings are for any field of work


def sentence(chance: random.Random) -> str:
    """Some words that look like one."""
    return " ".join(chance.choices(of.WORDS, k=chance.randint(8, 16))).capitalize() + "."


def some(chance: random.Random, choices: Sequence[str], most: int) -> str:
    """Some choices, as YAML holds them in a line."""
    return f"[{', '.join(chance.sample(choices, chance.randint(1, most)))}]"


def text(slug: str, chance: random.Random) -> str:
    """What stands below the fields, in Markdown."""
    said, wanted = [sentence(chance)], chance.randint(SHORTEST, LONGEST - 16)
    while sum(len(each.split()) for each in said) < wanted:
        said.append(sentence(chance))
    half = len(said) // 2
    first, *rest = said[:half] or said
    points = f"- {said[half]}\n- See the [page](https://{slug}.example.org/more), or **come by**.\n- {sentence(chance)}"
    return f"**{first[:-1]}.** {' '.join(rest)}\n\n{points}\n\n{' '.join(said[half + 1 :])}\n"


def fields(kind: str, name: str, slug: str, chance: random.Random, since: date) -> str:
    """What a listing of a kind says, a field a line."""
    city, country, lat, lon, zone = chance.choice(of.CITIES).split("|")
    own = of.KINDS[kind].format(
        year=chance.randint(1900, 2020),
        weeks=chance.randint(4, 52),
        day=f"{chance.choice(of.ORDINALS)} {chance.choice(of.WEEKDAYS)}",
    )
    links = (f"  {each}: https://{slug}.example.org/{each}\n" for each in sorted(chance.sample(of.ELSEWHERE, 2)))
    work = "[any]" if chance.random() < NO_FIELD else some(chance, of.WORK, 3)
    checked = since + timedelta(days=chance.randint(0, (UNTIL - since).days))
    where = "online" if kind == of.ONLINE else chance.choice(("in-person", "in-person", "hybrid"))
    return (
        f"name: {name}\nurl: https://{slug}.example.org/\nemail: hello@{slug}.example.org\nlinks:\n{''.join(links)}"
        f"summary: {chance.choice(of.SECOND)} in {city} who meet, ask, answer and pass on work.\n"
        f"support: {some(chance, of.SUPPORT, 3)}\nformat: {where}\n"
        f"city: {city}\ncountry: {country}\nlat: {lat}\nlon: {lon}\ntimezone: {zone}\n"
        f"work: {work}\nlanguages: [en, {chance.choice(of.LANGUAGES)}]\ncost: {chance.choice(of.COSTS)}\n"
        f"offers: {some(chance, of.OFFERS, 4)}\naudience: {some(chance, of.AUDIENCE, 2)}\n"
        f"accessibility: {some(chance, of.ACCESSIBILITY, 3)}\n{own}verified: {checked}\n"
    )


def listing(number: int, chance: random.Random, since: date = SINCE) -> tuple[str, str]:
    """The path and the text of one listing."""
    kind = chance.choice(list(of.KINDS))
    named = (*(chance.choice(words) for words in (of.FIRST, of.FIRST, of.SECOND, of.THIRD)), str(number))
    name = " ".join(named)
    slug = name.lower().replace(" ", "-")
    head = fields(kind, name, slug, chance, since)
    return f"content/{kind}/{slug}.md", f"---\n{head}---\n{text(slug, chance)}"


def corpus(count: int, folder: Path, seed: int = SEED, since: date = SINCE) -> None:
    """Write a whole directory: the declarations of the tests, the theme, and the listings."""
    shutil.copytree(ROOT / "tests" / "cases" / "_base" / "content", folder / "content", dirs_exist_ok=True)
    shutil.copytree(ROOT / "templates", folder / "templates", dirs_exist_ok=True)
    chance = random.Random(seed)
    for number in range(count):
        path, said = listing(number, chance, since)
        (folder / path).write_text(said, encoding="utf-8")


if __name__ == "__main__":
    corpus(int(sys.argv[1]), Path(sys.argv[2]))
