"""What was made for programs -> the page about the data: each file with its size, its standard and how it begins."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from signpost.model.addresses import DATA, HOME
from signpost.model.files import Link, Page
from signpost.model.listings import Catalog
from signpost.model.offers import Made, Offer
from signpost.model.words import Words
from signpost.output.plan.views import Group

LINES, WIDTH, A_FEW = 7, 240, 12
TEXTUAL = re.compile(r"text/.+|.+[/+](json|xml|yaml)")
RFC = re.compile("https://www[.]rfc-editor[.]org/rfc/rfc([0-9]+)")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A file for programs: its name, its address, and its size in words."""

    label: str
    address: str
    size: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A file for programs, or a set of them: `files` holds all of a small set, and one of a large one.

    `path` has names in braces for a set; `size` is that of all, in words; `example` is how the first file begins.
    """

    name: str
    label: str
    what_for: str
    path: str
    media_type: str
    standard: Link | None
    size: str
    count: int
    files: tuple[Weighed, ...]
    example: str


def offers_page(catalog: Catalog, offers: Sequence[Offer], made: Mapping[str, list[Made]], words: Words) -> Page:
    """The page about the data. An offer of which nothing was made, such as a calendar where nobody meets, is left out.

    `made` holds the files of each offer, by its name.
    """
    title = words("data.heading")
    shown = tuple(_offered(each, made[each.name], words) for each in offers if each.name in made)
    shows = {
        "offers": shown,
        "jumps": Group(words("data.files"), tuple(Link(each.label, f"{DATA}#{each.name}") for each in shown)),
        "newest": newest(catalog),
        "total": len(catalog),
    }
    crumbs = (Link(words("page.home"), HOME), Link(title, DATA))
    return Page(DATA, "pages/data.html", title, words("data.summary"), crumbs, shows=shows)


def newest(catalog: Catalog) -> date | None:
    """The newest day on which a listing was checked or compiled: the date of the data, whenever the site is built."""
    days = (each.get(name) for each in catalog for name in ("verified", "compiled"))
    return max(filter(None, days), default=None)


def _offered(offer: Offer, files: list[Made], words: Words) -> Offered:
    fullest = max(files, key=lambda file: file.size)
    shown = files if len(files) <= A_FEW else [fullest]
    return Offered(
        name=offer.name,
        label=words(f"data.offers.{offer.name}.label"),
        what_for=words(f"data.offers.{offer.name}.for"),
        path=offer.path,
        media_type=offer.media_type,
        standard=Link(_named(offer.standard), offer.standard) if offer.standard else None,
        size=words.size(sum(file.size for file in files)),
        count=len(files),
        files=tuple(Weighed(each.path.rpartition("/")[2], f"/{each.path}", words.size(each.size)) for each in shown),
        example=_example(offer, fullest.opening, words),
    )


def _named(standard: str) -> str:
    """`RFC 4180`; the site that defines any other standard."""
    found = RFC.fullmatch(standard)
    return f"RFC {found[1]}" if found else (urlsplit(standard).hostname or standard).removeprefix("www.")


def _example(offer: Offer, opening: bytes, words: Words) -> str:
    """The first lines of a text, long ones cut; of any other file what the words tell, such as a way to ask it."""
    if not TEXTUAL.fullmatch(offer.media_type):
        return words(key) if (key := f"data.offers.{offer.name}.example") in words.by_key else ""
    return "\n".join(_cut(opening.decode("utf-8", "ignore").splitlines()[:LINES]))


def _cut(lines: Iterable[str]) -> Iterable[str]:
    return (line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…" for line in lines)
