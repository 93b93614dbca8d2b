"""What tests of broken builds share: a program that is killed on its way, and what stands afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic, sleep

from tests.conftest import HERE

PROGRAM = (sys.executable, "-m", "signpost")
BUILD = ("build", "--today", "2026-11-22")
BESIDE = (".site.new", ".site.old", ".site.mended")

AT_A_STEP = """
import os, signal, sys

left = int(sys.argv.pop(1))


def step(event, arguments):
    global left
    if event in STEPS or (event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)


STEPS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "ctypes.dlopen"}
sys.addaudithook(step)
from signpost.cli import main

code = main()
print("steps left:", left)
raise SystemExit(code)
"""
"""Runs a command, and kills it just before some step that changes the disk."""

Held = Mapping[str, bytes]


def around(**more: str) -> dict[str, str]:
    """The environment of a program that is this one."""
    return {**os.environ, "PYTHONPATH": str(HERE.parent), **more}


def begun(folder: Path, *words: str, **more: str) -> subprocess.Popen[bytes]:
    """A command that runs, with all the processes it begins in a group of their own."""
    piped = subprocess.PIPE
    command = [*PROGRAM, *words]
    return subprocess.Popen(command, cwd=folder, env=around(**more), stdout=piped, stderr=piped, start_new_session=True)


def killed(folder: Path, after: float, words: Sequence[str]) -> int:
    """Run a command and kill it, and all that it began, after some seconds. Returns its exit code."""
    running = begun(folder, *words)
    try:
        running.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
    return running.returncode


def steps_of(folder: Path, words: Sequence[str], given: str = "") -> int:
    """How many steps a command takes that change the disk."""
    code, told = killed_at(folder, 10**9, words, given)
    assert code == 0, told
    return 10**9 - int(told.rpartition("steps left:")[2])


def killed_at(folder: Path, step: int, words: Sequence[str], given: str = "") -> tuple[int, str]:
    """Run a command and kill it before a step that changes the disk. Its exit code, and what it said.

    `given` is a line of Python that comes first. Modules are not compiled for good (-B): that would be a step.
    """
    command = [sys.executable, "-B", "-c", f"{given}\n{AT_A_STEP}", str(step), *words]
    done = subprocess.run(command, cwd=folder, env=around(), capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def ran(folder: Path, *words: str, **more: str) -> tuple[int, str, str]:
    """The exit code of a command, and what it said."""
    with begun(folder, *words, **more) as running:
        out, err = running.communicate(timeout=300)
    return running.returncode, out.decode(), err.decode()


def took(folder: Path, words: Sequence[str]) -> float:
    """How many seconds a command takes that ends well."""
    started = monotonic()
    code, _, err = ran(folder, *words)
    assert code == 0, err
    return monotonic() - started


def is_gone(group: int) -> bool:
    """Whether nothing runs any more of what a command began; the system takes a moment to bury the dead."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        sleep(0.05)
    return False


def held(site: Path) -> Held:
    """Every file of a folder."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def left_beside(folder: Path) -> list[str]:
    """What a build leaves beside the site when it does not come to its end."""
    return [name for name in BESIDE if (folder / name).exists()]
