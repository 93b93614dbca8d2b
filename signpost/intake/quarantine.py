"""The Catalog and its Problems -> the Catalog of all that is sound: one bad file does not take the others with it."""

import re
from dataclasses import replace

from signpost.model.listings import Catalog
from signpost.model.problems import HARMLESS, Problem
from signpost.model.ties import ties, without

DECLARES = re.compile(r"_[^/]*$|/_terms/")


def quarantine(catalog: Catalog, problems: list[Problem]) -> Catalog | None:
    """The catalog without the listings and pages that have errors, which it tells as `left_out`.

    What other listings say of them is left out too. None when an error stands in a declaration: all rests on those.
    """
    errors = tuple(each for each in problems if not each.warning and each.rule not in HARMLESS)
    if any(DECLARES.search(each.path) for each in errors):
        return None
    bad = {each.path for each in errors}
    kept = {each.id for each in catalog if each.document.path not in bad}
    lost = {other for each in catalog for _, other in ties(each)} - kept
    shelves = {
        slug: tuple(without(each, lost) for each in shelf if each.id in kept) for slug, shelf in catalog.shelves.items()
    }
    prose = tuple(each for each in catalog.prose if each.document.path not in bad)
    return replace(catalog, shelves=shelves, prose=prose, left_out=errors)
