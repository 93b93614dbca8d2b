"""What git remembers of a directory, as a value: who added, changed, confirmed or closed which listing, and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from signpost.model.listings import Catalog, Listing, Prose

if TYPE_CHECKING:
    from signpost.model.words import Words

TEXT = ""
"""Stands among the names of fields for the text below them."""

MOST_NAMED = 4  # fields that are named when many have changed


class Act(StrEnum):
    """What is done to a listing."""

    ADDED = "added"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    MOVED = "moved"
    REMOVED = "removed"


class Commit(NamedTuple):
    """One change of the published branch: its hash, and the moment in UTC when it came there.

    `who` is a public handle (`@maria-example`) or a name, and empty where neither is known; `pull` is the number of
    the pull request, or of the issue, that it came by.
    """

    name: str
    when: datetime
    who: str
    pull: int | None = None


class Deed(NamedTuple):
    """What a commit did to one file of content. `of` is its path below content/ without the ending."""

    commit: Commit
    of: str
    act: Act
    fields: tuple[str, ...] = ()


class Chronicle(NamedTuple):
    """Every deed that is known, newest first. It is not whole where only the last commits were fetched."""

    deeds: tuple[Deed, ...] = ()
    is_whole: bool = True


NOTHING = Chronicle()
"""What is known without git."""


class Past(NamedTuple):
    """What is known to have happened to the listings that are here: all of it and by listing, newest first.

    Of those that are gone only their number is told, by the day, for their people may have asked to be forgotten.
    `texts` holds the last deed for each page of text, by its address.
    """

    deeds: tuple[tuple[Listing, Deed], ...] = ()
    by_listing: Mapping[str, tuple[Deed, ...]] = MappingProxyType({})
    gone: Mapping[date, int] = MappingProxyType({})
    texts: Mapping[str, Deed] = MappingProxyType({})
    is_whole: bool = True

    def of(self, listing: Listing) -> tuple[Deed, ...]:
        """What happened to one listing, newest first."""
        return self.by_listing.get(listing.id, ())


UNKNOWN = Past()
"""A past of which nothing is known."""


def past(catalog: Catalog, chronicle: Chronicle) -> Past:
    """The chronicle of a catalog. What happened to a listing under an address it had before is told of it, too."""
    owners = {old: each for each in catalog for old in each.get("formerly", ())} | {each.id: each for each in catalog}
    by_listing: dict[str, list[Deed]] = defaultdict(list)
    for deed in chronicle.deeds:
        if listing := owners.get(deed.of):
            _put(by_listing[listing.id], deed)
    here = {each.id: each for each in catalog}
    flat = ((here[name], deed) for name, deeds in by_listing.items() for deed in deeds)
    commits = {deed.commit.name: number for number, deed in enumerate(chronicle.deeds)}
    # Names settle the order of what came by one commit, so that it does not hang on that of files.
    in_order = sorted(flat, key=lambda each: (commits[each[1].commit.name], each[0].name, each[0].id))
    return Past(
        tuple(sorted(in_order, key=lambda each: each[1].commit.when, reverse=True)),
        {name: tuple(deeds) for name, deeds in by_listing.items()},
        _gone(chronicle, owners, catalog),
        _texts(chronicle, catalog.prose),
        chronicle.is_whole,
    )


def _put(deeds: list[Deed], deed: Deed) -> None:
    """Add a deed to those of its listing; a file that went and came in one commit has moved."""
    if not deeds or deeds[-1].commit.name != deed.commit.name:
        deeds.append(deed)
        return
    other = deeds[-1]
    if {other.act, deed.act} == {Act.ADDED, Act.REMOVED}:
        act = Act.CHANGED if other.of == deed.of else Act.MOVED
        deeds[-1] = (other if other.act is Act.ADDED else deed)._replace(act=act)


def _gone(chronicle: Chronicle, owners: Mapping[str, Listing], catalog: Catalog) -> Mapping[date, int]:
    """How many listings left the directory on each day, and are not back."""
    kinds, days = catalog.charter.kinds, dict[str, date]()
    for deed in chronicle.deeds:
        if deed.act is Act.REMOVED and deed.of not in owners and deed.of.partition("/")[0] in kinds:
            days.setdefault(deed.of, deed.commit.when.date())
    counts: dict[date, int] = defaultdict(int)
    for day in days.values():
        counts[day] += 1
    return dict(counts)


def _texts(chronicle: Chronicle, prose: Iterable[Prose]) -> Mapping[str, Deed]:
    addresses = {f"pages/{each.address}": each.address for each in prose}
    found: dict[str, Deed] = {}
    for deed in chronicle.deeds:
        if deed.of in addresses:
            found.setdefault(addresses[deed.of], deed)
    return found


def said(deed: Deed, listing: Listing, words: "Words") -> str:
    """A deed in words: "Cost and Languages changed"."""
    labels = tuple(dict.fromkeys(_labels(deed, listing, words)))
    if deed.act is not Act.CHANGED:
        return words(f"changes.said.{deed.act}")
    if not labels:
        return words("changes.said.changed")
    shown = labels if len(labels) <= MOST_NAMED else labels[: MOST_NAMED - 1]
    rest = [words("changes.more-fields", n=len(labels) - len(shown))] if len(shown) < len(labels) else []
    return words("changes.said.fields", fields=words.listed([*shown, *rest]))


def _labels(deed: Deed, listing: Listing, words: "Words") -> Iterator[str]:
    """What the changed fields are called, in the order of the page; without those that the kind has no more."""
    changed = set(deed.fields)
    yield from (each.label for name, each in listing.kind.fields.items() if name in changed)
    if TEXT in changed:
        yield words("changes.text")
