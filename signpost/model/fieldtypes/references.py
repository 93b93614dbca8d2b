"""Field types that point at something else in the directory: listings, organisations, images."""

import re

from signpost.model.fieldtypes.reading import one, quoted
from signpost.model.fieldtypes.words import text
from signpost.model.kinds import Field
from signpost.model.problems import Unfit
from signpost.model.source import Node

SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
REFERENCE = re.compile(f"{SLUG}/{SLUG}")


def listing(node: Node, field: Field) -> str:
    """Another listing of this directory, as `<folder>/<file name without its ending>`.

    not-a-listing: the text is not of the form folder/name.
    """
    value = one(node, field)
    if REFERENCE.fullmatch(value):
        return value
    hint = "Write its folder and its file's name without the ending, such as meetups/python-nantes."
    raise Unfit("not-a-listing", f"{quoted(value)} does not name a listing", hint)


def organisation(node: Node, field: Field) -> str:
    """An organisation's name; or a listing of this directory, as `<folder>/<file name without its ending>`."""
    return text(node, field)


def image(node: Node, field: Field) -> str:
    """A picture in content/static/, as the path below that folder (svg, png, jpg, webp or avif).

    not-an-image: the text is not the path of a picture in content/static/.
    """
    value = one(node, field)
    if "://" in value or value.startswith("//"):
        hint = "Put the file into content/static/ and write its name; pages load nothing from other sites."
        raise Unfit("not-an-image", f"{quoted(value)} is on another site", hint)
    if not re.fullmatch(r"[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*\.(svg|png|jpe?g|webp|avif)", value):
        hint = (
            "Write its path below content/static/, such as logos/example.svg; it ends in svg, png, jpg, webp or avif."
        )
        raise Unfit("not-an-image", f"{quoted(value)} is not the name of a picture", hint)
    return value
