"""One piece of work -> shares of it, done at the same time by processes of their own."""

import multiprocessing
import os
import signal
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import takewhile
from multiprocessing.reduction import ForkingPickler
from typing import Any, TypeVar

from signpost.model.files import Share
from signpost.model.problems import Refused

Result = TypeVar("Result")
PLACE = "H"  # how the place of a share is written: more than a byte, for machines with many processors


def shares(size: int, least: int) -> int:
    """Into how many shares work is split: one for each processor, none of them smaller than is worth a process.

    A process begins as a copy of this one, with all it knows (fork); where a system has no such thing there is one.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return max(1, min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1, size // least))


def spread(
    work: Callable[[Share], Result],
    shares: Sequence[Share],
    processes: int,
    first: Callable[[], object] | None = None,
) -> list[Result]:
    """The results of some shares, in order, by so many processes, of which this is one.

    Each begins with a share of its own, unless this process is to do something else `first`. Then whoever is done takes
    the next: no two shares take the same time. Raises what the first to fail raised.
    """
    if processes == 1:
        return [work(share) for share in shares]
    own = [None, *shares[: processes - 1]] if first else shares[:processes]
    context = multiprocessing.get_context("fork")
    waiting, handing_out = os.pipe()
    os.write(handing_out, array(PLACE, range(processes - bool(first), len(shares))).tobytes())
    os.close(handing_out)
    pipes = [context.Pipe(duplex=False) for _ in range(1, processes)]
    others = [
        context.Process(target=_told, args=(work, _taken(share, shares, waiting), pipes, number), daemon=True)
        for number, share in enumerate(own[1:])
    ]
    try:
        with _uninterrupted():
            for process in others:
                process.start()
        for _, writing in pipes:
            writing.close()
        if first:
            first()
        done = [(share.number, work(share)) for share in _taken(own[0], shares, waiting)]
        done += [(number, ForkingPickler.loads(told)) for reading, _ in pipes for number, told in _heard(reading)]
    finally:
        os.close(waiting)
        for process in others:
            if process.pid:
                process.terminate()
                process.join()
    return [result for _, result in sorted(done, key=lambda each: each[0])]


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """While the block runs Ctrl-C waits. Processes that begin there never hear of it: this one hears, and ends them."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])


def _taken(own: Share | None, shares: Sequence[Share], waiting: int) -> Iterator[Share]:
    """The shares that one process does. The places of those that nobody has begun wait in a pipe."""
    if own is not None:
        yield own
    while taken := os.read(waiting, array(PLACE).itemsize):
        yield shares[array(PLACE, taken)[0]]


def _told(work: Callable[[Share], Any], shares: Iterable[Share], pipes: Sequence[tuple[Any, Any]], mine: int) -> None:
    """Do shares in a process of its own, and tell their results or what one raised, as long as somebody listens."""
    for number, (reading, writing) in enumerate(pipes):
        reading.close()  # while it is open here nobody is told that it was closed elsewhere
        if number != mine:
            writing.close()
    pipe, listener = pipes[mine][1], multiprocessing.parent_process()
    with suppress(BrokenPipeError):
        try:
            there = takewhile(lambda _: listener is None or listener.is_alive(), shares)
            pipe.send(([(share.number, _pickled(work(share))) for share in there], None))
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - raised again where it is heard
            pipe.send((None, error))


def _pickled(result: object) -> bytes:
    """A result as it is told. It becomes that as soon as it is there, while others are still at work."""
    return bytes(ForkingPickler.dumps(result))


def _heard(pipe: Any) -> Any:
    """The results of a process. Raises what it raised; Refused when something ended it before it could tell."""
    try:
        result, error = pipe.recv()
    except EOFError:
        say = "A part of this program was ended from outside, perhaps for want of memory"
        raise Refused(f"{say}. Try again with fewer other programs.") from None
    if error is not None:
        raise error
    return result
