"""A directory on disk, and chance -> what happens to it: files come, change, move, break, are mended, and go."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import listing, sentence

FEWEST, MOST = 6, 18
"""Between so many listings a directory stays, so that a build takes as long in the end as in the beginning."""

SITE, HOME, GUIDES = Path("content/_site.yaml"), Path("templates/pages/home.html"), Path("content/pages/guides")


@dataclass(slots=True)
class Directory:
    """The directory in the current folder: the chance that edits it, how often it did, and what broken files held."""

    chance: random.Random
    edits: int = 0
    broken: dict[Path, bytes | None] = field(default_factory=dict)

    def listings(self) -> list[Path]:
        """The files of sound listings."""
        found = sorted(path for path in Path("content").glob("*/[a-z]*.md") if path.parent.name != "pages")
        return [path for path in found if path not in self.broken]

    def one(self) -> Path:
        """Some listing's file."""
        return self.chance.choice(self.listings())


def save(here: Directory, path: Path, content: str | bytes) -> None:
    """Write a file as editors do: some over what is there, some beside it and then into its place."""
    now = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    if here.chance.random() < 0.5:
        path.write_bytes(now)
        return
    beside = Path("beside.tmp")
    beside.write_bytes(now)
    beside.replace(path)


def added(here: Directory) -> None:
    """A new listing, if there is room."""
    if len(here.listings()) < MOST:
        path, text = listing(here.edits, here.chance)
        save(here, Path(path), text)


def deleted(here: Directory) -> None:
    """A listing less, if there are enough."""
    if len(here.listings()) > FEWEST:
        here.one().unlink()


def renamed(here: Directory) -> None:
    """A listing at another address."""
    path = here.one()
    path.rename(path.with_name(f"moved-{here.edits}.md"))


def retold(here: Directory) -> None:
    """Another text below the same fields."""
    path = here.one()
    head = path.read_text(encoding="utf-8").rpartition("---\n")[0]
    save(here, path, f"{head}---\n{sentence(here.chance)}\n\n{sentence(here.chance)}\n")


def changed(here: Directory) -> None:
    """Another value of a field."""
    path, name = here.one(), here.chance.choice(("summary", "name", "tags"))
    value = f"[t{here.edits % 7}]" if name == "tags" else f"As edit number {here.edits} & others left it"
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith(f"{name}: ")]
    save(here, path, "\n".join([lines[0], f"{name}: {value}", *lines[1:]]))


def guided(here: Directory) -> None:
    """Another guide, or the same with another text, or none."""
    path = GUIDES / "borrow.md"
    if path.exists() and here.chance.random() < 0.3:
        path.unlink()
    else:
        summary = f"A guide as edit number {here.edits} left it."
        save(here, path, f"---\ntitle: Borrow\nsummary: {summary}\n---\n## How\n\n{sentence(here.chance)}\n")


def arranged(here: Directory) -> None:
    """Another title of the site, or a theme whose first page was looked at."""
    if here.chance.random() < 0.5 and SITE not in here.broken:
        lines = SITE.read_text(encoding="utf-8").split("\n")
        save(here, SITE, "\n".join([f"title: Directory {here.edits}", *lines[1:]]))
    elif HOME not in here.broken:
        text = HOME.read_text(encoding="utf-8").partition("\n{# edit")[0].rstrip("\n")
        save(here, HOME, f"{text}\n{{# edit {here.edits} #}}\n")


def broken(here: Directory) -> None:
    """A listing that is none any more, a theme or declarations that cannot be used, a file that should not be there."""
    path = here.chance.choice((here.one(), here.one(), HOME, SITE, Path("content/meetups/_notes.yaml")))
    if path not in here.broken and len(here.listings()) > FEWEST:
        here.broken[path] = path.read_bytes() if path.exists() else None
        ways = (b"", b"\x00\xff", b"---\nname: [\n---\n", b"{% if %}", b"name: A\nname: B\n", b"---\ncost: frei\n---\n")
        save(here, path, here.chance.choice(ways))


def mended(here: Directory) -> None:
    """A broken file as it was before, if there is one."""
    if here.broken:
        path = here.chance.choice(sorted(here.broken))
        was = here.broken.pop(path)
        if was is None:
            path.unlink()
        else:
            save(here, path, was)


WAYS: dict[Callable[[Directory], None], int] = {
    retold: 5, changed: 5, added: 3, deleted: 2, renamed: 2, guided: 1, arranged: 1, broken: 2, mended: 3
}  # fmt: skip
"""What can happen, and how often it does."""


def edited(here: Directory) -> None:
    """One thing that happens."""
    here.edits += 1
    here.chance.choices(list(WAYS), list(WAYS.values()))[0](here)
