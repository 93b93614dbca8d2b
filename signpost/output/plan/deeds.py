"""What was done to a listing -> how its page and the page of all changes tell it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from signpost.model.chronicle import Commit, Deed, Past, said
from signpost.model.files import Link
from signpost.model.kinds import Site
from signpost.model.listings import Listing
from signpost.model.people import profile
from signpost.model.words import Words
from signpost.output.plan.views import Step

SHOWN = 12


@dataclass(frozen=True, slots=True)
class History:
    """The last things that were done to a listing, newest first; how many there are, and where all of them are told."""

    steps: tuple[Step, ...]
    count: int
    last: date
    all: str


def history(listing: Listing, known: Past, site: Site, words: Words) -> History | None:
    """What is known to have been done to a listing; None when nothing is."""
    deeds = known.of(listing)
    if not deeds:
        return None
    steps = tuple(step(each, said(each, listing, words), site) for each in deeds[:SHOWN])
    everything = f"{site.repository}/commits/{site.branch}/{quote(listing.document.path)}"
    return History(steps, len(deeds), deeds[0].commit.when.date(), everything)


def step(deed: Deed, words_for: str, site: Site) -> Step:
    """One deed, in the words for it."""
    commit = deed.commit
    return Step(str(deed.act), words_for, commit.when.date(), _who(commit, site), _pull(commit, site))


def _who(commit: Commit, site: Site) -> Link | None:
    address = profile(commit.who, site.repository) if commit.who.startswith("@") else None
    return Link(commit.who, address) if commit.who else None


def _pull(commit: Commit, site: Site) -> Link | None:
    return Link(f"#{commit.pull}", f"{site.repository}/pull/{commit.pull}") if commit.pull else None
