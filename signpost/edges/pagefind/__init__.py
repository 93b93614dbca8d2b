"""A built site -> its search index, by the Pagefind program that `pagefind-bin` brings."""

import subprocess
import zlib
from gzip import BadGzipFile
from pathlib import Path

from signpost.edges.pagefind.kept import ENTRY, forget_others
from signpost.edges.pagefind.rows import write_rows
from signpost.model.problems import Refused

WITHOUT = "Build without it: --no-index."
PATIENCE = 1800  # seconds; ten thousand pages take half a minute


def index(site: Path, glob: str, bundle: Path | None = None) -> None:
    """Write the index of a site's pages that a glob matches: the same bytes for the same pages.

    It stands in `pagefind/` in the site, unless another folder is named. What an older index left there (see `kept`)
    spares half of the time.

    Without a glob there is nothing to index. Raises Refused when Pagefind cannot.
    """
    if not glob:
        return
    bundle = bundle or site / "pagefind"
    done = _run([_program(), "--site", str(site), "--glob", glob, "--quiet", "--output-path", str(bundle)])
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).decode("utf-8", "replace").split())
        raise _refused(f"Pagefind says: {said or f'nothing (exit code {done.returncode})'}")
    if not (bundle / ENTRY).is_file():
        raise _refused("Pagefind has made none")
    try:
        forget_others(bundle)
        write_rows(bundle)
    except (BadGzipFile, ValueError, LookupError, TypeError, AttributeError, EOFError, zlib.error):
        raise _refused("Pagefind has left files that cannot be read") from None


def _run(command: list[str]) -> subprocess.CompletedProcess[bytes]:
    """What the program did. Raises Refused when it does not start, or comes to no end.

    It keeps the lock of the build (see sites.alone), for it may outlive it and write on.
    """
    try:
        return subprocess.run(command, capture_output=True, check=False, close_fds=False, timeout=PATIENCE)  # noqa: S603 - our own program
    except OSError as error:
        raise _refused(f"Pagefind does not start ({error.strerror})") from None
    except subprocess.TimeoutExpired:
        raise _refused(f"Pagefind has come to no end in {PATIENCE / 60:.0f} minutes") from None


def _program() -> str:
    """The path of the program. Raises Refused on a machine that has none."""
    from pagefind_bin import get_executable  # only a build with an index needs it

    try:
        return str(get_executable())
    except FileNotFoundError:
        raise _refused("Pagefind is not installed for this machine") from None


def _refused(why: str) -> Refused:
    return Refused(f"The search index cannot be built: {why}. {WITHOUT}")
