"""The Site -> `.well-known/security.txt` (RFC 9116): whom to tell of a hole, and until when that holds."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from signpost.model.files import File
from signpost.model.kinds import Site

PATH = ".well-known/security.txt"


def security_txt(site: Site, today: date) -> Iterator[File]:
    """The file, where the directory names a contact that still holds.

    Programs look for it at the root of a host alone (RFC 8615), so a site below a path has none.
    """
    until = site.security_until
    if not site.security or until is None or until <= today or urlsplit(site.base_url).path != "/":
        return
    contact = site.security if site.security.startswith("https:") else f"mailto:{site.security}"
    lines = (
        f"Contact: {contact}",
        f"Expires: {until.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {site.language}",
        f"Canonical: {site.base_url}{PATH}",
    )
    yield File(PATH, "".join(f"{line}\n" for line in lines).encode())
