"""A built site -> its search index, by the Pagefind program that `pagefind-bin` brings."""

import subprocess
from pathlib import Path

from signpost.edges.pagefind.rows import write_rows
from signpost.model.problems import Refused

WITHOUT = "Build without it: --no-index."


def index(site: Path, glob: str, bundle: Path | None = None) -> None:
    """Write the index of a site's pages that a glob matches: the same bytes for the same pages.

    It stands in `pagefind/` in the site, unless another folder is named.

    Without a glob there is nothing to index. Raises Refused when Pagefind cannot.
    """
    if not glob:
        return
    bundle = bundle or site / "pagefind"
    command = [_program(), "--site", str(site), "--glob", glob, "--quiet", "--output-path", str(bundle)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    except OSError as error:
        raise _refused(f"Pagefind does not start ({error.strerror})") from None
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split()) or f"nothing (exit code {done.returncode})"
        raise _refused(f"Pagefind says: {said}")
    write_rows(bundle)


def _program() -> str:
    """The path of the program. Raises Refused on a machine that has none."""
    from pagefind_bin import get_executable  # only a build with an index needs it

    try:
        return str(get_executable())
    except FileNotFoundError:
        raise _refused("Pagefind is not installed for this machine") from None


def _refused(why: str) -> Refused:
    return Refused(f"The search index cannot be built: {why}. {WITHOUT}")
