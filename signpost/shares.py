"""Some files of content -> what they hold and what is wrong with them, in a form that processes tell each other.

Reading and checking a file needs nothing but the file and the Charter: so shares of them can be done at the same time.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from signpost.intake.check import check
from signpost.intake.check.tombstones import tombstones
from signpost.intake.parse import glanced, parse, placed
from signpost.model.kinds import Charter
from signpost.model.listings import Listing, Prose, Removed
from signpost.model.problems import Problem
from signpost.model.source import Document, Tree

Told = tuple[str, str, Mapping[str, Any], Document]
"""The folder of a listing's kind, its slug, values and document: kinds themselves hold functions, and stay at home."""


class Found(NamedTuple):
    """What some files hold. `unread` cannot be read at all, `wrong` does not fit."""

    listings: tuple[Told, ...]
    prose: tuple[Prose, ...]
    removed: tuple[tuple[str, str], ...]
    unread: tuple[Problem, ...]
    wrong: tuple[Problem, ...]


def found_in(tree: Tree, declaring: Iterable[Document], charter: Charter, today: date) -> Found:
    """What files hold that declare nothing, and what is wrong with them or stands where `declaring` ones should not.

    Most files have nothing wrong with them, which a glance tells. Others are read with care, to tell what and where.
    """
    quick = glanced(tree)
    listings, prose, wrong = check(quick, charter, today)
    doubted = {each.path for each in wrong}
    sound = [each for each in quick if each.path not in doubted]
    documents, unread = parse({path: tree[path] for path in tree.keys() - {each.path for each in sound}})
    others, other_prose, wrong = check([*declaring, *documents], charter, today)
    told = chain((each for each in listings if each.document.path not in doubted), others)
    pages = chain((each for each in prose if each.document.path not in doubted), other_prose)
    return Found(
        tuple((each.kind.slug, each.slug, each.values, placed(each.document)) for each in told),
        tuple(each._replace(document=placed(each.document)) for each in pages),
        tuple((each.kind.slug, each.slug) for each in tombstones([*sound, *documents], charter)),
        tuple(unread),
        tuple(wrong),
    )


def found_alone(path: str, content: bytes, charter: Charter, today: date) -> tuple[Listing | None, list[Problem]]:
    """The listing in one file, None where there is none that fits; and what is wrong with the file by itself."""
    found = found_in({path: content}, (), charter, today)
    listings, _, _ = joined([found], charter)
    return next(iter(listings), None), [*found.unread, *found.wrong]


def joined(shares: Iterable[Found], charter: Charter) -> tuple[list[Listing], list[Prose], tuple[Removed, ...]]:
    """The listings, the pages and what was removed, of all shares, in the order of their files."""
    found, kinds = tuple(shares), charter.kinds
    listings = [Listing(kinds[told[0]], *told[1:]) for each in found for told in each.listings]
    prose = [page for each in found for page in each.prose]
    removed = [Removed(kinds[kind], slug) for each in found for kind, slug in each.removed]
    return (
        sorted(listings, key=lambda each: each.document.path),
        sorted(prose, key=lambda each: each.document.path),
        tuple(sorted(removed, key=lambda each: each.id)),
    )
