"""Listings side by side -> a Problem for each pair that cannot both stand, and for each link that leads nowhere."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from signpost.model.addresses import named_by_files
from signpost.model.fieldtypes.addresses import PLAIN_ADDRESS, tracks
from signpost.model.fieldtypes.reading import did_you_mean
from signpost.model.hosts import machine_name
from signpost.model.listings import Listing, fields_of
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.source import Tree
from signpost.model.ties import ties

ALIKE, ALIKE_WORD, NEIGHBOURS = 90, 70, 6  # percent, percent, places in the row
ASCII_WORD = re.compile("[a-z0-9+#]+")


def compare(listings: list[Listing], tree: Tree) -> list[Problem]:
    """Everything that only shows when listings are seen together."""
    errors = [problem(listing.document, unfit) for rule in RULES for listing, unfit in rule(listings, tree)]
    told = {(each.path, each.rule) for each in errors}
    warnings = [
        problem(listing.document, unfit, warning=True)
        for rule in WARNINGS
        for listing, unfit in rule(listings, tree)
        if not {(listing.document.path, "same-address"), (listing.document.path, "same-name")} & told
    ]
    return errors + warnings


Found = Iterator[tuple[Listing, Unfit]]


def no_such_listing(listings: list[Listing], tree: Tree) -> Found:
    """A link to another listing leads to one that is there."""
    there = {listing.id for listing in listings}
    known = cache(lambda: there.union(named_by_files(tree)))  # mostly nobody asks for it
    for listing in listings:
        for name, reference in ties(listing):
            if reference not in there and reference not in known():
                say = f'There is no listing "{reference}"'
                hint = did_you_mean(reference, known()) + "Write its folder and its file's name without the ending."
                yield listing, Unfit("no-such-listing", say, hint, listing.document.fields.span_of(name, reference))


def no_such_image(listings: list[Listing], tree: Tree) -> Found:
    """A picture that a listing names is in content/static/."""
    pictures = [path.removeprefix("content/static/") for path in tree if path.startswith("content/static/")]
    for listing in listings:
        for name in fields_of(listing, "image"):
            value = listing.values[name]
            if value not in pictures:
                say = f"There is no picture content/static/{value}"
                hint = did_you_mean(value, pictures) + "It belongs in content/static/."
                yield listing, Unfit("no-such-image", say, hint, listing.document.fields.span_of(name))


def same_address(listings: list[Listing], _tree: Tree) -> Found:
    """No two listings of a kind have the same web address (without www., a last slash, and tracking)."""
    return _repeated(
        listings, "same-address", "url", lambda each: (each.kind.slug, normal_address(each.get("url", "")))
    )


def same_name(listings: list[Listing], _tree: Tree) -> Found:
    """No two listings in one city have the same name (capitals, accents and punctuation aside)."""

    def key(listing: Listing) -> tuple[str, str]:
        return normal_name(listing.name), f"{normal_name(listing.values['city'])} {listing.get('country', '')}"

    return _repeated([each for each in listings if each.get("city")], "same-name", "name", key)


def same_page(listings: list[Listing], _tree: Tree) -> Found:
    """No two files of a folder have the same name before the ending."""
    return _repeated(listings, "same-page", "name", lambda each: ("", each.id))


def _repeated(listings: list[Listing], rule: str, field: str, key: Callable[[Listing], tuple[str, Hashable]]) -> Found:
    """Each listing whose key an earlier one has, told at a field; an empty second part is no key."""
    first: dict[Hashable, Listing] = {}
    for listing in listings:
        of = key(listing)
        earlier = first.setdefault(of, listing) if of[1] else listing
        if earlier is not listing:
            say = f"{earlier.name} has the same {rule.removeprefix('same-')} ({earlier.document.path})"
            hint = "If it is the same, mend that one and delete this file."
            yield listing, Unfit(rule, say, hint, listing.document.fields.span_of(field))


def moved_from(listings: list[Listing], _tree: Tree) -> Found:
    """What `formerly` names is an old address: no listing has it now, and no other listing had it."""
    owners: dict[str, Listing] = {listing.id: listing for listing in listings}
    for listing in listings:
        for old in listing.get("formerly", ()):
            if owners.setdefault(old, listing) is not listing or old == listing.id:
                say = f"{old} is or was the address of {owners[old].name}"
                hint = "Delete it from formerly:."
                yield listing, Unfit("moved-from", say, hint, listing.document.fields.span_of("formerly", old))


def alike_name(listings: list[Listing], _tree: Tree) -> Found:
    """Nearly the same name, in the same place or in no place, is looked at twice.

    Sorted neighbourhood method: names are put in order, forwards and backwards, and each is compared with the few
    next to it, so that the time grows with the number of listings and not with its square.
    """
    seen: set[str] = set()
    for one, other in _next_to_each_other([_named(each) for each in listings]):
        if _may_be_one(one, other) and alike(one.name, other.name):
            earlier, later = sorted((one.listing, other.listing), key=lambda each: each.document.path)
            if later.id not in seen:
                seen.add(later.id)
                yield later, _alike(earlier, later)


class Named(NamedTuple):
    """A listing, with its kind's slug, its name as it is compared, and the city and the country it names."""

    kind: str
    name: str
    city: str | None
    country: str | None
    listing: Listing


def _named(listing: Listing) -> Named:
    return Named(listing.kind.slug, normal_name(listing.name), listing.get("city"), listing.get("country"), listing)


def _may_be_one(one: Named, other: Named) -> bool:
    """Whether listings are of one kind, and not in different cities or countries: those are different."""
    return not _differ(one.city, other.city) and not _differ(one.country, other.country) and one.kind == other.kind


def _differ(one: str | None, other: str | None) -> bool:
    return one != other and one is not None and other is not None


def _next_to_each_other(named: list[Named]) -> Iterator[tuple[Named, Named]]:
    """Pairs of listings of one kind whose names, or names spelled backwards, stand close in order."""
    for direction in (1, -1):
        row = sorted(named, key=lambda each: (each.kind, each.name[::direction], each.listing.slug))
        for step in range(1, NEIGHBOURS + 1):
            yield from zip(row, row[step:], strict=False)


def alike(one: str, other: str) -> bool:
    """Whether two names differ by a slip: alike as a whole, and word by word where they have as many words."""
    if not _share_letters(one, other):
        return False
    ratio = _ratio()
    if not ratio(one, other, score_cutoff=ALIKE):
        return False
    words = one.split(), other.split()
    return len(words[0]) != len(words[1]) or all(map(lambda a, b: ratio(a, b) >= ALIKE_WORD, *words))


def _share_letters(one: str, other: str) -> bool:
    """Whether two names have enough letters in common to be alike. Most have not, and then nothing has to be loaded."""
    least = ALIKE * (len(one) + len(other))
    return min(len(one), len(other)) * 200 >= least and (Counter(one) & Counter(other)).total() * 200 >= least


@cache
def _ratio() -> Callable[..., float]:
    """How alike two texts are, in percent (by insertions and deletions)."""
    from rapidfuzz.fuzz import ratio  # loaded once names are compared

    return ratio


def likenesses(one: Listing, listings: Iterable[Listing]) -> Iterator[Listing]:
    """The listings that may be the same place as one that is suggested, which need not be sound."""
    this = _named(one)
    try:
        address = normal_address(one.get("url", ""))
    except ValueError:  # brackets that are no address (RFC 3986, 3.2.2)
        address = ""
    for each in listings:
        that = _named(each)
        is_named = bool(this.name) and _may_be_one(this, that) and alike(this.name, that.name)
        if is_named or (address and address == normal_address(each.get("url", ""))):
            yield each


def _alike(earlier: Listing, later: Listing) -> Unfit:
    say = f"{earlier.name} has nearly the same name ({earlier.document.path})"
    hint = "If it is the same, mend that one and delete this file."
    return Unfit("alike-name", say, hint, later.document.fields.span_of("name"))


def normal_address(address: str) -> str:
    """A web address as it is compared: without scheme, www., tracking, fragment and a last slash."""
    plain = PLAIN_ADDRESS.fullmatch(address)
    if plain:
        return f"{plain['name'].removeprefix('www.')}{address[plain.end('name') :].rstrip('/')}"
    parts = urlsplit(address)
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not tracks(key)]
    host = machine_name(parts.hostname or "").removeprefix("www.")
    query = urlencode(sorted(kept))
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def normal_name(name: str) -> str:
    """A name as it is compared: small letters and digits of any script, without accents, single blanks between.

    `+` and `#` stay: C, C++ and C# are three languages.
    """
    if name.isascii():
        return " ".join(ASCII_WORD.findall(name.lower()))
    bare = (mark for mark in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(mark))
    return " ".join("".join(mark if mark.isalnum() or mark in "+#" else " " for mark in bare).split())


Rule = Callable[[list[Listing], Tree], Found]
RULES: tuple[Rule, ...] = (no_such_listing, no_such_image, same_address, same_name, same_page, moved_from)
WARNINGS: tuple[Rule, ...] = (alike_name,)
