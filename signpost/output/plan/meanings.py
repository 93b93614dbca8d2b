"""The filters -> every word that one of their choices is called by: "writers" means a field of work, "Leeds" a city."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from signpost.output.plan.facets import Facet

OWN, OTHER, KIND = 1.0, 0.9, 1.3
"""How much a label's own words say, the other words for it, and the words for a kind: what somebody is looking for
comes before what it is about."""

Meaning = tuple[str, int, float]
"""The name of a filter, the number of a choice in it, and how much the word says of it, from 0 to 1.3."""

WORD = re.compile(r"[^\W_]{2,}")


def meanings(facets: Iterable[Facet], ignored: str) -> Mapping[str, list[Meaning]]:
    """What each word means, without the words to be ignored; the filters that are not shown have no words."""
    skipped, found = set(WORD.findall(plain(ignored))), defaultdict[str, dict[tuple[str, int], float]](dict)
    for facet in facets:
        most = KIND if facet.name == "kind" else 1
        for number, choice in enumerate(facet.choices) if facet.label else ():
            for text, weight in ((choice.also, OTHER), (choice.label, OWN)):
                for word in set(WORD.findall(plain(text))) - skipped:
                    found[word][facet.name, number] = round(weight * most, 2)
    return {word: [(*key, weight) for key, weight in sorted(found[word].items())] for word in sorted(found)}


def plain(text: str) -> str:
    """A text without capitals and accents, as scripts make it too."""
    return "".join(mark for mark in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(mark))
