"""The Catalog -> `llms.txt` (https://llmstxt.org/): what the site is and where its facts are, in Markdown, for programs
that read for people."""

import re
from collections.abc import Iterable, Iterator

from signpost.model.addresses import of_prose
from signpost.model.files import File
from signpost.model.listings import Catalog
from signpost.model.offers import Offer
from signpost.model.words import Words

OFFERS = (Offer("llms.txt", "llms", "text/plain", "https://llmstxt.org/"),)


def llms_txt(catalog: Catalog, offers: Iterable[Offer], words: Words) -> File:
    """One file: the kinds, the pages of text, the files for programs."""
    return File("llms.txt", "".join(f"{line}\n" for line in _lines(catalog, offers, words)).encode())


def _lines(catalog: Catalog, offers: Iterable[Offer], words: Words) -> Iterator[str]:
    site = catalog.charter.site
    base = site.base_url.rstrip("/")
    yield from (f"# {_plain(site.title)}", "", f"> {_plain(site.tagline)}", "")
    yield words("llms.trust")
    yield words("llms.licence", licence=_link(site.licence, site.licence_url))
    yield from ("", "## " + words("llms.kinds"), "")
    for kind in catalog.charter.kinds.values():
        yield f"- {_link(kind.many, base + kind.address)}: {_plain(kind.intro)}"
    if catalog.prose:
        yield from ("", "## " + words("llms.pages"), "")
        yield from (f"- {_link(each.title, base + of_prose(each))}: {_plain(each.summary)}" for each in catalog.prose)
    yield from ("", "## " + words("llms.files"), "")
    yield from (f"- {_link(each.path, f'{base}/{each.path}')}: {each.media_type}" for each in offers)


def _link(label: str, address: str) -> str:
    return f"[{_plain(label)}]({address})"


def _plain(text: str) -> str:
    """Words that Markdown leaves as they are."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
