"""A web address or a file -> what stands there."""

from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from signpost.model.problems import Refused

PATIENCE = 60  # seconds
NOT_THERE = (404, 410)


def published(place: str) -> bytes | None:
    """What stands at an address or in a file; None where nothing does. Raises Refused when that cannot be told."""
    if not place.startswith(("https://", "http://")):
        return Path(place).read_bytes() if Path(place).exists() else None
    try:
        request = Request(place, headers={"User-Agent": "signpost", "Cache-Control": "no-cache"})  # noqa: S310 - http(s), above
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return bytes(answer.read())
    except HTTPError as error:
        if error.code in NOT_THERE:
            return None
        raise Refused(f"{place} answers {error.code}, so what would be lost is not known. Try again later.") from None
    except (URLError, TimeoutError, ConnectionError, HTTPException, ValueError):  # ValueError: it is no address
        raise Refused(f"{place} cannot be reached, so what would be lost is not known. Try again later.") from None
