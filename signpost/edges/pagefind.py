"""A built site -> its search index, by the Pagefind program that `pagefind-bin` brings."""

import subprocess
from pathlib import Path

from signpost.edges.disk import Refused


def index(site: Path, glob: str) -> None:
    """Write `pagefind/` into a site, over the pages that a glob matches. Raises Refused when Pagefind cannot."""
    from pagefind_bin import get_executable  # only a build with an index needs it

    command = [str(get_executable()), "--site", str(site), "--glob", glob, "--quiet"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    except OSError as error:
        raise Refused(f"The search index cannot be built: Pagefind does not start ({error.strerror}).") from None
    if done.returncode:
        raise Refused(f"The search index cannot be built: Pagefind says\n{(done.stderr or done.stdout).strip()}")
