"""A person's handle -> their page on the host of the repository."""

import re
from urllib.parse import urlsplit

FORGES = ("github.com", "gitlab.com", "codeberg.org")
"""Hosts of repositories where a person's page is at their handle."""


def profile(handle: str, repository: str) -> str | None:
    """The page of a handle, with or without its @; None for hosts and handles of which that is not known."""
    host, name = urlsplit(repository).hostname, handle.removeprefix("@")
    return f"https://{host}/{name}" if host in FORGES and re.fullmatch("[A-Za-z0-9_-]+", name) else None
