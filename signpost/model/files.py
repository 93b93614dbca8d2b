"""What is written: pages to render, and files ready for the disk."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class Share(NamedTuple):
    """A part of some work: every `of`-th thing, beginning with number `number`, counted from 0."""

    number: int
    of: int

    def among(self, things: Iterable[T]) -> Iterator[T]:
        """The things that belong to the share."""
        return islice(things, self.number, None, self.of)

    @property
    def has_rest(self) -> bool:
        """Whether the share has all that is not done for one listing after the other."""
        return self.number == 0

    @property
    def begins_singly(self) -> bool:
        """Whether the share is the first with things that are done one after the other, and has what goes with them."""
        return self.number == min(1, self.of - 1)

    def singly(self, things: Iterable[T]) -> Iterator[T]:
        """The things that are done one after the other: the share with the rest has none, if there is another."""
        if self.of == 1:
            return iter(things)
        return islice(things, self.number - 1, None, self.of - 1) if self.number else iter(())


WHOLE = Share(0, 1)


def split(of: int) -> list[Share]:
    """Some work in so many shares, the one with the rest first."""
    return [Share(number, of) for number in range(of)]


class File(NamedTuple):
    """A file of the site: POSIX path below its root, and content."""

    path: str
    content: bytes


CLOSE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def as_json(value: Any) -> bytes:
    """A value as scripts fetch it: JSON (RFC 8259) in UTF-8, without blanks."""
    return CLOSE.encode(value).encode()


def digest(contents: Mapping[str, bytes]) -> str:
    """What names a folder by what it holds: twelve digits of a hash (SHA-256) over names and contents."""
    found = hashlib.sha256()
    for name, content in sorted(contents.items()):
        found.update(b"%s\0%d\0%s" % (name.encode(), len(content), content))
    return found.hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Link:
    """A label that leads somewhere. `address` is None where there is nothing to lead to."""

    label: str
    address: str | None
    count: int | None = None
    current: bool = False


class Alternate(NamedTuple):
    """The same as a page in another form: its address on the site, its media type, and what it is called."""

    address: str
    media_type: str
    title: str


class Page(NamedTuple):
    """One address of the site, the template that shows it, and what the template is given.

    `body` is Markdown; with `has_contents` its headings can be linked to, and are listed. `graph` is what the page
    tells search engines (JSON-LD).
    """

    address: str
    template: str
    title: str
    summary: str
    crumbs: tuple[Link, ...] = ()
    indexed: bool = True
    body: str = ""
    has_contents: bool = False
    graph: tuple[Mapping[str, Any], ...] = ()
    alternates: tuple[Alternate, ...] = ()
    shows: Mapping[str, Any] = MappingProxyType({})

    @property
    def section(self) -> str:
        """The first part of the address: `/meetups/` for all that stands below it."""
        return self.address[: self.address.find("/", 1) + 1]

    @property
    def path(self) -> str:
        """Where the page is written: a folder's index, unless the address names a file."""
        return (self.address + "index.html" if self.address.endswith("/") else self.address).lstrip("/")
