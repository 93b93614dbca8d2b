"""What is known to have happened to listings -> feeds: Atom (RFC 4287) and JSON Feed 1.1, for all and for each list.

Entries are named by tags (RFC 4151) made of the commit and the listing, so a reader that saw one knows it again.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

from signpost.model.addresses import CHANGES, HOME, lists_of, of_country, of_feed, of_listing, of_term, pages_fields
from signpost.model.chronicle import Deed, Past, said
from signpost.model.fieldtypes.places import country_names
from signpost.model.files import File, as_json
from signpost.model.kinds import Site
from signpost.model.listings import Catalog, Listing
from signpost.model.meetings import MIDNIGHT
from signpost.model.offers import Offer
from signpost.model.people import profile
from signpost.model.words import Words

ATOM = "https://www.rfc-editor.org/rfc/rfc4287"
JSON_FEED = "https://www.jsonfeed.org/version/1.1/"
OFFERS = (
    Offer("changes.atom", "atom", "application/atom+xml", ATOM),
    Offer("changes.json", "json-feed", "application/feed+json", JSON_FEED),
)

MOST = 50
"""How many entries a feed has at most: the newest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A deed as it stands in feeds: written once in each form, for it stands in several."""

    when: datetime
    atom: str
    json: str


def feeds(catalog: Catalog, known: Past, words: Words) -> Iterator[File]:
    """Both feeds of the whole directory, of each kind, each country, and each choice that has a list."""
    site, names = catalog.charter.site, dict(_lists(catalog))
    fields = [each.name for each in pages_fields(catalog.charter)]
    held: dict[str, list[Entry]] = defaultdict(list)
    for listing, deed in known.deeds:
        here = [each for each in lists_of(listing, fields) if len(held[each]) < MOST]
        if here:
            entry = _entry(listing, deed, site, words)
            for address in here:
                held[address].append(entry)
    never = _before(catalog)
    for address, name in names.items():
        title = words("changes.feed", what=name)
        yield File(of_feed(address)[1:], _atom(address, title, held.get(address, ()), never, site).encode())
        yield File(of_feed(address, "json")[1:], _json(address, title, held.get(address, ()), site, words).encode())


def _lists(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Address and name of everything that has feeds."""
    charter = catalog.charter
    countries = country_names(charter.site.language)
    yield HOME, charter.site.title
    yield from ((kind.address, f"{charter.site.title}: {kind.many}") for kind in charter.kinds.values())
    for code in sorted({each.values["country"] for each in catalog if "country" in each.values}):
        yield of_country(code), f"{charter.site.title}: {countries[code]}"
    for field in pages_fields(charter):
        for term in field.vocabulary.terms.values() if field.vocabulary else ():
            yield of_term(field.name, term.code), f"{charter.site.title}: {term.label}"


def _before(catalog: Catalog) -> datetime:
    """When a feed in which nothing stands was last up to date: when anything here was last known. Never today."""
    days = (each.get("verified") or each.get("compiled") for each in catalog)
    return datetime.combine(max(filter(None, days), default=date(1970, 1, 1)), MIDNIGHT, UTC)


def _entry(listing: Listing, deed: Deed, site: Site, words: Words) -> Entry:
    base, commit = site.base_url.rstrip("/"), deed.commit
    address, what = base + of_listing(listing.id), said(deed, listing, words)
    title, who = f"{listing.name}: {what}", commit.who.removeprefix("@") or site.title
    at = profile(commit.who, site.repository) if commit.who.startswith("@") else None
    pull = f"{site.repository}/pull/{commit.pull}" if commit.pull else None
    text = "\n\n".join(filter(None, (f"{what}.", str(listing.get("summary", "")), pull)))
    name = f"{_tag(site, f'{commit.when:%Y-%m-%d}')}{deed.of}:{commit.name[:12]}"
    item = {
        "id": name,
        "url": address,
        "title": title,
        "content_text": text,
        "date_published": _moment(commit.when),
        "authors": [{"name": who, **({"url": at} if at else {})}],
        "tags": [listing.kind.one, str(deed.act)],
        "_signpost": {"act": str(deed.act), "fields": [each for each in deed.fields if each], "pull_request": pull},
    }
    return Entry(commit.when, _atom_entry(item, listing.kind.slug, at), _dumped(item))


def _atom_entry(item: Mapping[str, Any], kind: str, at: str | None) -> str:
    """The same as an entry of Atom (RFC 4287, 4.1.2)."""
    uri = f"<uri>{escape(at)}</uri>" if at else ""
    return (
        f"<entry>\n<id>{escape(item['id'])}</id>\n<title>{escape(item['title'])}</title>\n"
        f"<updated>{item['date_published']}</updated>\n<published>{item['date_published']}</published>\n"
        f"<author><name>{escape(item['authors'][0]['name'])}</name>{uri}</author>\n"
        f'<link rel="alternate" type="text/html" href="{escape(item["url"])}"/>\n'
        f'<category term="{escape(kind)}" label="{escape(item["tags"][0])}"/>\n<category term="{item["tags"][1]}"/>\n'
        f"<content>{escape(item['content_text'])}</content>\n</entry>\n"
    )


def _atom(address: str, title: str, entries: Sequence[Entry], never: datetime, site: Site) -> str:
    """A feed (RFC 4287, 4.1.1)."""
    base = site.base_url.rstrip("/")
    updated = entries[0].when if entries else never
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">\n'
        f"<id>{escape(_tag(site, '2026') + of_feed(address)[1:])}</id>\n<title>{escape(title)}</title>\n"
        f"<updated>{_moment(updated)}</updated>\n<author><name>{escape(site.title)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(base + of_feed(address))}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escape(base + _page(address))}"/>\n'
        f'<link rel="license" href="{escape(site.licence_url)}"/>\n<rights>{escape(site.licence)}</rights>\n'
        f"<generator>Signpost</generator>\n{''.join(each.atom for each in entries)}</feed>\n"
    )


def _json(address: str, title: str, entries: Sequence[Entry], site: Site, words: Words) -> str:
    """A feed (JSON Feed 1.1, top level)."""
    base = site.base_url.rstrip("/")
    head = _dumped(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": base + _page(address),
            "feed_url": base + of_feed(address, "json"),
            "description": words("changes.summary"),
            "language": site.language,
            "authors": [{"name": site.title, "url": base + HOME}],
        }
    )
    items = ",\n".join(each.json for each in entries)
    return f'{head[:-1]},"items":[\n{items}\n]}}\n'


def _page(address: str) -> str:
    """The page that tells people the same as a feed: that of all changes, or the list."""
    return CHANGES if address == HOME else address


def _tag(site: Site, day: str) -> str:
    """The beginning of a tag of this site (RFC 4151): its host, a day on which it was its owner's, its path."""
    parts = urlsplit(site.base_url)
    host = (parts.hostname or "localhost").encode("idna").decode()
    return f"tag:{host},{day}:{quote(parts.path.rstrip('/'))}/"


def _moment(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _dumped(value: Any) -> str:
    return as_json(value).decode()
