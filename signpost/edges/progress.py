"""What is being done -> a line that says so while it is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(*, is_seen: bool) -> Iterator[Callable[[str], None]]:
    """A function that takes what is being done now; where nobody sees it, as without a terminal, it says nothing."""
    if not is_seen:
        yield lambda _: None
        return
    from rich.console import Console  # a terminal only

    with Console(stderr=True).status("") as status:
        yield lambda step: status.update(f"{step} ...")
