"""However a command ends it says why in a line: whatever stands in its way, and whenever it is stopped."""

import ast
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic, sleep

import pagefind_bin
import pytest

from signpost.cli import main
from signpost.cli.ending import OURS, ended
from signpost.edges import pagefind
from signpost.model.problems import BrokenTheme, Problem, Refused
from tests.conftest import HERE
from tests.directories import listing
from tests.killing import BUILD, PROGRAM, around, held, is_gone, left_beside, ran

Directory = Callable[[Mapping[str, str]], Path]
pytestmark = pytest.mark.usefixtures("built_before")
ONE = {"content/meetups/a.md": listing("A")}
LEAN = (*BUILD, "--no-index", "--only", "listings,lists,home,sitemap,json")
STOPPED = "signpost: stopped.\n"

ENDS = {
    "model.problems.Unfit": "a Problem, by `fit` and those who read declarations",
    "model.problems.BrokenTheme": "a Problem, by those who render",
    "model.problems.Refused": "a line",
    "model.words.NoSuchWords": "a Problem of the theme, or a line (cli.reading.in_the_themes_words)",
    "model.cities.Nowhere": "a line of `new` and `locate`",
    "model.health.answers.Fault": "a Finding of `links`",
    "edges.history.asking.Failed": "a line, or what `build` says of the history",
    "edges.history.asking.NoGit": "a line, or a site without a history",
    "output.atlas.topology.NotTopology": "a Problem of the theme",
    "output.propose.reading.Unclear": "a question in the answer to an issue",
    "intake.parse.Unread": "a Problem of the file",
    "intake.parse.quick.TakesCare": "the file is read with care",
}
"""What becomes of each exception of ours before anybody sees it."""


def test_it_is_known_of_each_exception_of_ours_how_it_ends() -> None:
    found = set()
    for path in (HERE.parent / "signpost").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and {ast.unparse(each) for each in node.bases} & ERRORS:
                module = path.relative_to(HERE.parent / "signpost").with_suffix("").as_posix().removesuffix("/__init__")
                found.add(f"{module.replace('/', '.')}.{node.name}")
    assert found == ENDS.keys()


ERRORS = {"Exception", "BaseException", "ValueError", "LookupError", "OSError", "RuntimeError", "Refused", "KeyError"}


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (Refused("There is no folder content/ here."), 2, "There is no folder content/ here."),
        (
            BrokenTheme(Problem("templates/a.html", "broken-template", "It is broken")),
            2,
            "templates/a.html: It is broken.",
        ),
        (PermissionError(13, "Permission denied", "site"), 2, "site cannot be used (Permission denied)."),
        (OSError(28, "No space left on device"), 2, "a file cannot be used (No space left on device)."),
        (OSError(9, "Bad file descriptor", 7), 2, "a file cannot be used (Bad file descriptor)."),
        (OSError("no more"), 2, "a file cannot be used (no more)."),
        (shutil.Error([("a", "b", "gone")]), 2, "a file cannot be used ([('a', 'b', 'gone')])."),
        (MemoryError(), 2, "there is not enough memory. Try again with fewer other programs."),
        (KeyboardInterrupt(), 130, "stopped."),
    ],
)
def test_what_is_in_the_way_is_told_in_a_line(
    capsys: pytest.CaptureFixture[str], raised: BaseException, code: int, told: str
) -> None:
    def run() -> int:
        raise raised

    assert ended(run) == code
    assert capsys.readouterr() == ("", f"signpost: {told}\n")


@pytest.mark.parametrize(
    "error", [ZeroDivisionError, RecursionError, AssertionError, UnicodeError, RuntimeError, KeyError]
)
def test_anything_else_is_our_mistake(capsys: pytest.CaptureFixture[str], error: type[Exception]) -> None:
    def run() -> int:
        raise error

    assert ended(run) == 2
    told = capsys.readouterr().err
    assert told.startswith("Traceback")
    assert told.endswith(f"signpost: {OURS}\n")


def shell(folder: Path, line: str, **more: str) -> tuple[int, str, str]:
    """What a line of shell comes to, in which `signpost` is this program."""
    command = f'signpost() {{ {" ".join(PROGRAM)} "$@"; }}\n{line}'
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=around(**more), capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode()


MANY = {f"content/meetups/n{n}.md": listing(f"N{n}", "verified: soon") for n in range(300)}


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        ("signpost check | true; exit ${PIPESTATUS[0]}", 141, ""),
        ("signpost check >&-", 1, ""),
        ("signpost check >&- 2>&- <&-", 1, ""),
        ("signpost check > /dev/full", 2, "signpost: a file cannot be used (No space left on device).\n"),
        ("signpost check >/dev/null 2>/dev/full", 1, ""),
        ("signpost new meetup A 2>/dev/full", 2, ""),
        ("signpost new meetup A 2>&-", 2, ""),
        ("signpost build --no-index >&-", 1, "Nothing was built: 300 problems.\n"),
    ],
)
def test_nobody_listens(directory: Directory, line: str, code: int, err: str) -> None:
    folder = directory(MANY)
    found, _, told = shell(folder, line)
    assert (found, told) == (code, err)


@pytest.mark.parametrize(
    "around",
    [
        "env -i",
        "env -i LANG=C",
        "env -i LC_ALL=POSIX PYTHONCOERCECLOCALE=0 PYTHONUTF8=0",
        "env -i LANG=tr_TR.UTF-8 TZ=Pacific/Kiritimati",
        "env -i PYTHONIOENCODING=ascii",
        "env -i PYTHONIOENCODING=latin-1 TERM=dumb COLUMNS=1",
    ],
)
def test_the_machine_may_be_set_to_anything_or_nothing(directory: Directory, around: str) -> None:
    folder = directory({**ONE, "content/meetups/zoë.md": listing("Zoë 東京", "verified: soon")})
    (folder / os.fsdecode(b"content/meetups/caf\xe9.md")).write_bytes(b"x")
    python = f"{around} PYTHONPATH={HERE.parent} {sys.executable} -m signpost"
    code, out, err = shell(folder, f"{python} check; {python} build --no-index")
    assert (code, err.count("Traceback"), err.count(OURS)) == (1, 0, 0)
    assert "[not-a-date]" in out


def test_a_project_may_stand_in_a_folder_whose_name_is_no_text(directory: Directory, tmp_path: Path) -> None:
    source = directory(ONE)
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    for name in ("content", "templates"):
        shutil.copytree(source / name, folder / name)
    assert ran(folder, *LEAN)[::2] == (0, "")
    assert ", nothing changed," in ran(folder, *LEAN)[1]


def test_a_port_that_is_taken_or_not_ours_is_told(directory: Directory) -> None:
    folder = directory(ONE)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = f"signpost: The preview cannot listen on port {port} (Address already in use). "
        assert ran(folder, "serve", "--port", str(port)) == (2, "", f"{told}Choose another with --port {port + 1}.\n")
    assert not (folder / "site").exists()


@pytest.mark.parametrize("address", ["https://[::1", "http://", "https://exa mple.org/", "http://127.0.0.1:1/"])
def test_an_address_that_leads_nowhere_is_told(
    directory: Directory, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    directory({**ONE, "site/data/v1/listings.json": "{}"})
    assert main(["guard", "--against", address]) == 2
    assert capsys.readouterr().err == (
        f"signpost: {address} cannot be reached, so what would be lost is not known. Try again later.\n"
    )


def test_without_git_and_without_a_network_a_site_is_built_all_the_same(directory: Directory, tmp_path: Path) -> None:
    folder = directory(ONE)
    assert ran(folder, *LEAN, PATH=str(tmp_path), http_proxy="http://127.0.0.1:1")[::2] == (0, "")


LAST = '#!/bin/sh\nfor last; do :; done; mkdir -p "$last"; echo x > "$last/pagefind-entry.json"; '
PAGEFINDS = {
    "is not there": (None, "Pagefind does not start (No such file or directory)"),
    "is no program": ("\0", "Pagefind does not start (Exec format error)"),
    "crashes": ("#!/bin/sh\nkill -SEGV $$\n", "Pagefind says: nothing (exit code -11)"),
    "says it in bytes that are no text": ("#!/bin/sh\nprintf 'caf\\351' >&2; exit 1\n", "Pagefind says: caf\ufffd"),
    "never ends": ("#!/bin/sh\nexec sleep 100\n", "Pagefind has come to no end in 0 minutes"),
    "leaves rubbish": (
        f"{LAST}mkdir $last/fragment; echo x | tee $last/fragment/a.pf_fragment",
        "Pagefind has left files that cannot be read",
    ),
    "leaves nothing": ("#!/bin/sh\n", "Pagefind has made none"),
}


@pytest.mark.parametrize("what", PAGEFINDS)
def test_a_pagefind_that_fails_leaves_the_site_as_it_was(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    folder, (script, told) = directory(ONE), PAGEFINDS[what]
    assert main([*LEAN]) == 0
    before = held(folder / "site")
    capsys.readouterr()
    if script is not None:
        (folder / "pagefind").write_text(script)
        (folder / "pagefind").chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: folder / "pagefind")
    monkeypatch.setattr(pagefind, "PATIENCE", 0.2)
    assert main([*BUILD, *LEAN[4:]]) == 2
    assert capsys.readouterr().err == (
        f"signpost: The search index cannot be built: {told}. Build without it: --no-index.\n"
    )
    assert held(folder / "site") == before
    assert left_beside(folder) == []


BOUND = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-m", "signpost", *sys.argv[1:]])
"""
"""Runs a command that permissions hold for, even when the tests are run by root (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)."""


@pytest.fixture
def readable(directory: Directory) -> Iterator[Path]:
    """A built directory that whoever runs its commands may read and not write."""
    source = directory({**ONE, "content/meetups/b.md": listing("B", "lat: ", "lon: ", "timezone: ")})
    assert ran(source, *LEAN)[0] == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "directory")
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".signpost"), dirs_exist_ok=True)
        (folder / "site/.signpost").write_text("Built by Signpost.\n")
        for each in (Path(name), folder, *folder.rglob("*")):
            each.chmod(0o555 if each.is_dir() else 0o444)
        yield folder
        for each in (Path(name), folder, *folder.rglob("*")):
            each.chmod(0o755)


@pytest.mark.parametrize(
    "words",
    [LEAN, BUILD, ("new", "meetups", "New"), ("locate",), ("export",), ("import", "csv", "rows.csv", "--write")],
)
def test_where_nothing_may_be_written_a_line_says_so(readable: Path, words: Sequence[str]) -> None:
    before, command = held(readable), [sys.executable, "-c", BOUND, *words]
    done = subprocess.run(command, cwd=readable, env=around(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith("signpost: ")
    assert held(readable) == before


def is_mounted(folder: Path, size: str) -> bool:
    """Whether a small disk in memory could be put into a folder."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    return done.returncode == 0


def test_a_disk_that_is_full_leaves_the_site_as_it_was(directory: Directory, tmp_path: Path) -> None:
    """A site fits on it once and not twice; nor does a new listing."""
    folder = directory(ONE)
    small = tmp_path / "small"
    small.mkdir()
    if shutil.which("mount") is None or not is_mounted(small, "2500k"):
        pytest.skip("here nobody may mount a disk in memory")
    try:
        out = ("--out", "small/site")
        assert ran(folder, *LEAN, *out)[::2] == (0, "")
        before = held(small / "site")
        (small / "ballast").write_bytes(bytes(os.statvfs(small).f_bavail * os.statvfs(small).f_frsize - 8_000))
        (folder / "content/meetups/a.md").write_text(listing("Another"))
        for words in (LEAN, (*BUILD, "--no-index"), BUILD):
            code, _, err = ran(folder, *words, *out)
            assert (code, err.count("\n")) == (2, 1), err
            assert "(No space left on device)." in err
            assert held(small / "site") == before
            assert left_beside(small) == []
        (small / "ballast").unlink()
        assert ran(folder, *LEAN, *out)[::2] == (0, "")
        assert held(small / "site") != before
    finally:
        subprocess.run(["umount", str(small)], check=False)


LIMITED = (
    "import resource, signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))\n"
    "from signpost.cli import main\nraise SystemExit(main())\n"
)


def test_a_file_that_cannot_be_written_whole_is_not_there(directory: Directory) -> None:
    """As where somebody has used up their share of a disk: no file may grow beyond 4,000 bytes."""
    body = "A long evening. " * 400
    folder = directory({**ONE, "content/meetups/b.md": listing("B", body=body)})
    assert ran(folder, *LEAN)[0] == 0
    before = held(folder)
    for words in ((*LEAN, "--out", "other"), ("locate", "content/meetups/b.md"), ("export", "fields")):
        done = subprocess.run(
            [sys.executable, "-c", LIMITED, *words],
            cwd=folder,
            env=around(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), (words, done.stderr)
        assert "(File too large)." in done.stderr
        assert held(folder) == before


ENOUGH = threading.Event()


class Silent(BaseHTTPRequestHandler):
    """A site that takes its time."""

    def do_GET(self) -> None:
        ENOUGH.wait(60)

    def do_HEAD(self) -> None:
        ENOUGH.wait(60)


@pytest.fixture
def slow() -> Iterator[str]:
    """The address of a site that never answers."""
    ENOUGH.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Silent) as server:
        server.daemon_threads = False
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://slow.example.org:{server.server_port}/"  # every name leads here: see BEGUN
        ENOUGH.set()
        server.shutdown()


BEGUN = """
import socket, sys
looked_up = socket.getaddrinfo
socket.getaddrinfo = lambda _, *rest, **more: looked_up("127.0.0.1", *rest, **more)
from signpost.__main__ import main
sys.stderr.write(".")
sys.stderr.flush()
raise SystemExit(main())
"""
"""Says when our first line is reached: what is stopped before that is Python. Every name is that of this machine."""


def interrupted(folder: Path, words: Sequence[str], after: float) -> tuple[int, str, float]:
    """A command that Ctrl-C stops after some seconds: its exit code, what it said, and how long it took to stop."""
    running = subprocess.Popen(
        [sys.executable, "-c", BEGUN, *words], cwd=folder, env=around(), start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert running.stderr is not None
    running.stderr.read(1)
    sleep(after)
    os.killpg(running.pid, signal.SIGINT)
    sent = monotonic()
    _, told = running.communicate(timeout=60)
    seconds = monotonic() - sent
    assert is_gone(running.pid)
    return running.returncode, told.decode(), seconds


@pytest.mark.apart
@pytest.mark.parametrize(
    ("name", "longest"), [("check", 0.6), ("build", 2.5), ("index", 2.5), ("serve", 3.0), ("links", 1.5)]
)
def test_ctrl_c_ends_a_command_at_any_moment(directory: Directory, slow: str, name: str, longest: float) -> None:
    listings = {f"content/meetups/n{n:03}.md": listing(f"N{n:03}", f"url: {slow}{n}") for n in range(320)}
    folder, chance, ends, slowest = directory(listings), random.Random(2), [], 0.0  # noqa: S311 - moments, not secrets
    words = {
        "check": ("check",),
        "build": LEAN,
        "index": (*BUILD, *LEAN[4:]),
        "serve": ("serve", "--no-index", "--port", "0"),
        "links": ("links", "--local"),
    }[name]
    for _ in range(10):
        shutil.rmtree(folder / ".signpost/built", ignore_errors=True)
        code, told, seconds = interrupted(folder, words, chance.uniform(0, longest))
        assert code in (130, -signal.SIGINT) or (name not in ("serve", "links") and code in (0, 1)), told
        assert told in ("", STOPPED), told
        assert left_beside(folder) == []
        ends.append(code)
        slowest = max(slowest, seconds)
    print(f"\n{name}: {ends.count(130)} of {len(ends)} stopped, at the latest after {slowest:.1f} s")
