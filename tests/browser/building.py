"""A tree of files -> its site on the disk, with its search index, as a browser meets it."""

from pathlib import Path

from signpost.edges import sites
from signpost.model.listings import Catalog
from signpost.model.source import Tree
from signpost.pipeline import published_at, searched, take_in
from tests.conftest import TODAY
from tests.directories import index, site_of
from tests.pasts import MINIATURE as PAST


def built(tree: Tree, base_url: str, folder: Path) -> Catalog:
    """Write the site of a sound tree into a folder. Returns what is in it."""
    catalog, _ = take_in(tree, TODAY)
    assert catalog is not None
    there = published_at(catalog, base_url)
    sites.write(site_of(there, tree, past=PAST), folder)
    index(folder, searched(there))
    return there
