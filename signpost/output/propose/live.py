"""Suggestions that were merged -> what their issues are told once the listings stand on the site."""

import json
import re
from collections.abc import Iterator

from signpost.model.addresses import of_listing
from signpost.model.listings import Catalog
from signpost.model.problems import Refused
from signpost.model.words import Words

BRANCH = re.compile(r"suggestion/([1-9][0-9]*)")


def live(waiting: bytes, merged: bytes, catalog: Catalog, words: Words) -> Iterator[tuple[int, str]]:
    """Number and comment for each issue that waits to be told and whose listing is there.

    `waiting` are issues, as `gh issue list --json number`; `merged` are requests that were pulled in, as
    `gh pr list --json headRefName,isCrossRepository,files`; those from forks, where anybody can choose a branch's name,
    do not count. Raises Refused when they are something else.
    """
    try:
        numbers = {int(each["number"]) for each in json.loads(waiting)}
        ours = [each for each in json.loads(merged) if not each["isCrossRepository"]]
        pulled = [(each["headRefName"], [file["path"] for file in each["files"]]) for each in ours]
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        raise Refused("These are not lists of issues and of requests as gh gives them.") from None
    paths = {listing.document.path: listing for listing in catalog}
    for branch, files in pulled:
        found = BRANCH.fullmatch(str(branch))
        number = int(found[1]) if found else 0
        if number in numbers and (there := [paths[path] for path in files if path in paths]):
            numbers.discard(number)
            yield number, _told(catalog, there[0].id, words)


def _told(catalog: Catalog, identity: str, words: Words) -> str:
    return words("issue.said.live", address=catalog.charter.site.base_url.rstrip("/") + of_listing(identity)) + "\n"
