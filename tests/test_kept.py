"""Whatever is killed when, the site is the old one or the new one, and the next build makes what a first one makes."""

import random
import shutil
import signal
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import sleep

import pytest

from signpost.edges import sites
from signpost.model.files import File
from tests.directories import listing
from tests.killing import BUILD, Held, begun, held, is_gone, killed, killed_at, left_beside, ran, steps_of, took

Directory = Callable[[Mapping[str, str]], Path]
pytestmark = pytest.mark.usefixtures("built_before")
NANTES, PORTO = "content/meetups/nantes.md", "content/meetups/porto.md"
TEXT = "\n**Bring** a question.\n"
TWO = {NANTES: listing("Nantes") + TEXT, PORTO: listing("Porto") + TEXT}
LEAN = ("--only", "listings,lists,home,sitemap,json")
WAYS = {
    "clean": ((*BUILD, "--no-index", *LEAN), None, 12),
    "rebuilt": ((*BUILD, "--no-index", *LEAN), ("name: Nantes", "name: Nantes again"), 12),
    "mended": ((*BUILD, "--no-index", *LEAN), ("a question", "tea"), 12),
    "mended with its index": ((*BUILD, *LEAN), ("a question", "tea"), 8),
    "everything rebuilt": (BUILD, ("a question", "tea"), 6),
}
"""What is asked for, the edit that follows a first build (None: there was none), and how often it is killed."""

IN_PLACE = "from signpost.cli import rebuilding; rebuilding.FEW = 0"
"""To mend a site as if it were too large to be copied."""

Way = tuple[tuple[str, ...], tuple[str, str] | None, int]


def edit(folder: Path, was: str, now: str) -> None:
    file = folder / NANTES
    file.write_text(file.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")


def put_back(kept: Path, folder: Path) -> None:
    """A project as it was, with the times that its builds go by."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept, folder, symlinks=True)


@pytest.fixture
def start(directory: Directory, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Way], tuple[Path, Path, Held]]:
    """A way of building -> a project as it is before it, the same kept in another place, and the site it has then."""
    source = directory(TWO)

    def make(way: Way) -> tuple[Path, Path, Held]:
        words, change, _ = way
        folder, kept = tmp_path_factory.mktemp("start"), tmp_path_factory.mktemp("kept")
        put_back(source, folder)
        if change:
            took(folder, words)
            sleep(0.03)  # what was changed just now may change again, and would be known by nothing
            edit(folder, *change)
            sleep(0.03)
        put_back(folder, kept)
        return folder, kept, held(folder / "site")

    return make


def clean(kept: Path, words: Sequence[str]) -> Held:
    """What a build from nothing makes of the same project."""
    code, _, err = ran(kept, *words, "--out", "clean")
    assert (code, err) == (0, "")
    made = held(kept / "clean")
    shutil.rmtree(kept / "clean")
    return made


def is_whole_again(folder: Path, words: Sequence[str], new: Held) -> None:
    """The next build makes what a build from nothing does, and nothing is left of the one that was killed."""
    code, _, err = ran(folder, *words)
    assert (code, err) == (0, "")
    assert held(folder / "site") == new
    assert left_beside(folder) == []


@pytest.mark.apart
def test_a_build_that_is_killed_at_any_of_fifty_moments_leaves_a_whole_site(
    start: Callable[[Way], tuple[Path, Path, Held]],
) -> None:
    chance, seen = random.Random(5), Counter[str]()  # noqa: S311 - moments, not secrets
    for name, way in WAYS.items():
        words, _, times = way
        folder, kept, old = start(way)
        new, seconds = clean(kept, words), took(folder, words)
        for _ in range(times):
            put_back(kept, folder)
            code = killed(folder, chance.uniform(0.1, 1.1) * seconds, words)
            stands = held(folder / "site")
            assert stands in (old, new), name
            seen[f"{name}: {'killed' if code else 'done before'}, {'new' if stands == new else 'old'} site"] += 1
            is_whole_again(folder, words, new)
    print(f"\n{seen.total()} kills")
    print("".join(f"{number:4d}  {which}\n" for which, number in sorted(seen.items())), end="")
    assert seen.total() == 50


@pytest.mark.apart
@pytest.mark.parametrize("name", ["rebuilt", "mended", "mended with its index"])
def test_a_build_that_is_killed_before_any_step_on_the_disk_leaves_a_whole_site(
    start: Callable[[Way], tuple[Path, Path, Held]], name: str
) -> None:
    assert {"old", "new"} == killed_before_steps(start, name, every=7).keys()


@pytest.mark.apart
def test_of_a_large_site_mended_files_are_put_in_place_by_whoever_comes_next(
    start: Callable[[Way], tuple[Path, Path, Held]],
) -> None:
    """Between two of the steps that put them there the site holds both, each file whole."""
    assert {"old", "new", "both"} == killed_before_steps(start, "mended", every=25, given=IN_PLACE).keys()


def killed_before_steps(
    start: Callable[[Way], tuple[Path, Path, Held]], name: str, every: int, given: str = ""
) -> Counter[str]:
    """Which site stood, how often, after a build was killed before this many of its steps, or about."""
    words, _, _ = way = WAYS[name]
    folder, kept, old = start(way)
    new, ends = clean(kept, words), Counter[str]()
    steps = steps_of(folder, words, given)
    for step in range(1, steps + 1, 1 + steps // every):
        put_back(kept, folder)
        assert killed_at(folder, step, words, given)[0] == -signal.SIGKILL
        stands = held(folder / "site")
        ends["old" if stands == old else "new" if stands == new else "both"] += 1
        mixed = {path for path, content in stands.items() if content != old.get(path)}
        assert all(stands[path] == new[path] for path in mixed)
        is_whole_again(folder, words, new)
    print(f"\n{name}: {steps} steps, killed before {ends.total()}: {dict(ends)}")
    return ends


def test_what_was_put_in_place_by_halves_is_finished_even_by_a_build_that_fails(
    start: Callable[[Way], tuple[Path, Path, Held]],
) -> None:
    words, _, _ = way = WAYS["mended"]
    folder, kept, old = start(way)
    new, steps = clean(kept, words), steps_of(folder, words, IN_PLACE)
    for step in range(steps, 0, -1):
        put_back(kept, folder)
        killed_at(folder, step, words, IN_PLACE)
        if held(folder / "site") not in (old, new):
            break
    (folder / PORTO).write_text("no fields", encoding="utf-8")
    assert ran(folder, *words)[0] == 1
    assert held(folder / "site") == new


def test_where_two_folders_cannot_change_places_at_once_a_kill_between_is_made_good(tmp_path: Path) -> None:
    out = tmp_path / "site"
    sites.write([File("index.html", b"old")], tmp_path / ".site.old")
    sites.write([File("index.html", b"new")], tmp_path / ".site.new")
    with sites.alone(out):
        assert (out / "index.html").read_bytes() == b"old"
        assert left_beside(tmp_path) == [".site.new"]


def test_without_that_step_the_new_folder_takes_the_old_ones_place_in_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    sites.write([File("index.html", b"old")], tmp_path / "site")
    sites.write([File("index.html", b"new")], fresh := sites.fresh_folder(tmp_path / "site"))
    sites.replace(tmp_path / "site", fresh)
    assert (tmp_path / "site/index.html").read_bytes() == b"new"
    assert left_beside(tmp_path) == []


def test_mended_files_of_a_site_that_is_gone_go_too(tmp_path: Path) -> None:
    (tmp_path / ".site.mended/meetups").mkdir(parents=True)
    (tmp_path / ".site.mended/meetups/a.html").write_bytes(b"new")
    with sites.alone(tmp_path / "site"):
        assert left_beside(tmp_path) == []


@pytest.mark.apart
def test_what_a_killed_build_began_ends_and_the_next_build_waits_for_it(directory: Directory) -> None:
    """Only the first process is killed, as for want of memory; those that it began to render with are on their own."""
    folder = directory({f"content/meetups/n{n:03}.md": listing(f"N{n:03}") for n in range(320)})
    words = (*BUILD, "--no-index", *LEAN)
    new = clean(folder, words)
    seconds = took(folder, words)
    for share in (0.4, 0.6, 0.8):
        running = begun(folder, *words)
        sleep(share * seconds)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        assert held(folder / "site") == new
        is_whole_again(folder, words, new)
        assert is_gone(running.pid)
