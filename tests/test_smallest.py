"""The smallest directory there can be: two fields, one kind, no vocabularies, no pages of text."""

import re

from signpost.pipeline import take_in
from tests.conftest import TODAY, declared, theme
from tests.directories import site_of

SMALLEST = {
    "content/_site.yaml": declared()["content/_site.yaml"],
    "content/_listing.yaml": b"sections: {}\nfields:\n"
    b"  name: {type: text, required: yes}\n  summary: {type: text, required: yes}\n",
    "content/wells/_kind.yaml": b"one: Well\nmany: Wells\nintro: Where there is water.\nstale_after_days: 30\n",
    "content/wells/deep.md": b"---\nname: Deep Well\nsummary: Bring a rope.\n---\n",
}


def test_it_has_nothing_wrong_and_every_link_leads_somewhere() -> None:
    tree = {**theme(), **SMALLEST}
    catalog, problems = take_in(tree, TODAY)
    assert problems == []
    assert catalog is not None
    site = dict(site_of(catalog, tree))
    pages = [content.decode() for path, content in site.items() if path.endswith(".html")]
    links = {re.split("[#?]", link)[0] for page in pages for link in re.findall(r' (?:href|action)="(/[^"]*)"', page)}
    files = {link.lstrip("/") + ("index.html" if link.endswith("/") else "") for link in links}
    assert sorted(files - site.keys()) == []
    assert "wells/deep/index.html" in files
