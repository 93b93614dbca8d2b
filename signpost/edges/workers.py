"""One piece of work -> shares of it, done at the same time by processes of their own."""

import multiprocessing
import os
from collections.abc import Callable
from typing import Any, TypeVar

from signpost.model.files import WHOLE, Share

Result = TypeVar("Result")


def shares(size: int, least: int) -> int:
    """Into how many shares work is split: one for each processor, none of them smaller than is worth a process.

    A process begins as a copy of this one, with all it knows (fork); where a system has no such thing there is one.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return max(1, min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1, size // least))


def spread(work: Callable[[Share], Result], of: int) -> list[Result]:
    """The results of all shares, in order; the first share is done here. Raises what the first to fail raised."""
    if of == 1:
        return [work(WHOLE)]
    context = multiprocessing.get_context("fork")
    others = [(Share(number, of), context.Pipe(duplex=False)) for number in range(1, of)]
    processes = [context.Process(target=_told, args=(work, share, pipe[1]), daemon=True) for share, pipe in others]
    for process, (_, (_, writing)) in zip(processes, others, strict=True):
        process.start()
        writing.close()
    try:
        results = [work(Share(0, of)), *(_heard(reading) for _, (reading, _) in others)]
    finally:
        for process in processes:
            process.terminate()
            process.join()
    return results


def _told(work: Callable[[Share], Any], share: Share, pipe: Any) -> None:
    """Do a share in a process of its own, and tell its result or what it raised."""
    try:
        pipe.send((work(share), None))
    except Exception as error:  # noqa: BLE001 - raised again where it is heard
        pipe.send((None, error))


def _heard(pipe: Any) -> Any:
    """The result of a share. Raises what the share raised; RuntimeError when its process ended without a word."""
    try:
        result, error = pipe.recv()
    except EOFError:
        raise RuntimeError("a process that was to render pages ended without a word") from None
    if error is not None:
        raise error
    return result
