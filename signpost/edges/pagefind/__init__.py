"""A built site -> its search index, by the Pagefind program that `pagefind-bin` brings."""

import subprocess
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import BadGzipFile
from pathlib import Path

from signpost.edges.pagefind.kept import ENTRY, forget_others
from signpost.edges.pagefind.rows import write_rows
from signpost.model.problems import Refused

WITHOUT = "Build without it: --no-index."
PATIENCE = 1800  # seconds; ten thousand pages take half a minute


@contextmanager
def indexing(site: Path, glob: str, bundle: Path | None = None) -> Iterator[None]:
    """While the block runs, so does Pagefind over the pages of a site that a glob matches; then their index is there.

    It stands in `pagefind/` in the site, unless another folder is named. What an older index left there (see `kept`)
    spares half of the time. The same pages make the same bytes.

    Without a glob there is nothing to index. Raises Refused when Pagefind cannot.
    """
    if not glob:
        yield
        return
    bundle = bundle or site / "pagefind"
    with _running([_program(), "--site", str(site), "--glob", glob, "--quiet", "--output-path", str(bundle)]):
        yield
    if not (bundle / ENTRY).is_file():
        raise _refused("Pagefind has made none")
    try:
        forget_others(bundle)
        write_rows(bundle)
    except (BadGzipFile, ValueError, LookupError, TypeError, AttributeError, EOFError, zlib.error):
        raise _refused("Pagefind has left files that cannot be read") from None


@contextmanager
def _running(command: list[str]) -> Iterator[None]:
    """While the block runs, the program does; then it has ended. Where the block fails it is killed.

    Raises Refused when it does not start, fails, or comes to no end. It keeps the lock of the build (see sites.alone),
    for it may outlive it and write on.
    """
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, close_fds=False)  # noqa: S603 - our own program
    except OSError as error:
        raise _refused(f"Pagefind does not start ({error.strerror})") from None
    with process:
        try:
            yield
            out, err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise _refused(f"Pagefind has come to no end in {PATIENCE / 60:.0f} minutes") from None
        finally:
            process.kill()
    if process.returncode:
        said = " ".join((err or out).decode("utf-8", "replace").split())
        raise _refused(f"Pagefind says: {said or f'nothing (exit code {process.returncode})'}")


def _program() -> str:
    """The path of the program. Raises Refused on a machine that has none."""
    from pagefind_bin import get_executable  # only a build with an index needs it

    try:
        return str(get_executable())
    except FileNotFoundError:
        raise _refused("Pagefind is not installed for this machine") from None


def _refused(why: str) -> Refused:
    return Refused(f"The search index cannot be built: {why}. {WITHOUT}")
