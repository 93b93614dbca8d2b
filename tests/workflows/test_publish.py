"""`publish` from end to end: all that is sound is built, what is not is told, and a mistake empties nothing."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.directories import listing
from tests.workflows.actions import Job
from tests.workflows.running import Ran, run_job, scratch

Web = tuple[str, Path]


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Web]:
    """The address of a site, and the folder that it shows."""
    folder = tmp_path / "web"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", folder
        server.shutdown()


def built(tmp_path: Path, web: Web, texts: dict[str, str | bytes], before: list[str], most: str = "") -> Ran:
    """The job that builds, when listings with some ids are published now."""
    address, folder = web
    (folder / "data/v1").mkdir(parents=True)
    rows = [{"id": each} for each in before]
    (folder / "data/v1/listings.json").write_text(json.dumps({"listings": rows}))
    pages = {"actions/configure-pages": lambda _job, _given: {"base_url": address}}
    return run_job("publish", "build", {}, scratch(tmp_path, texts), uses=pages, inputs={"most": most})


def failed(ran: Ran) -> list[str]:
    """The steps that failed."""
    return [each.name for each in ran.steps if each.outcome == "failure"]


def test_all_that_is_sound_is_handed_over_and_the_rest_is_told(tmp_path: Path, web: Web) -> None:
    bad: dict[str, str | bytes] = {"content/meetups/bad.md": listing("Bad", "cost: frei")}
    ran = built(tmp_path, web, bad, ["meetups/leeds-first-tuesday"])
    assert (ran.code, failed(ran)) == (0, []), ran.log
    assert ran.outputs == {"base_url": web[0], "left-out": "true"}
    handed = ran.artifacts / "github-pages"
    assert (handed / "meetups/leeds-first-tuesday/index.html").is_file()
    assert not (handed / "meetups/bad").exists()
    assert "content/meetups/bad.md" in (handed / "needs-check/index.html").read_text(encoding="utf-8")
    assert "`content/meetups/bad.md`, line" in (ran.artifacts / "left-out/left-out.md").read_text(encoding="utf-8")
    assert "1 problem" in ran.summary


def test_too_many_losses_end_it_before_anything_is_handed_over(tmp_path: Path, web: Web) -> None:
    ran = built(tmp_path, web, {}, ["meetups/leeds-first-tuesday", "meetups/gone"])
    assert failed(ran) == ["Refuse to lose many listings at once"]
    assert "meetups/gone would go.\n1 of 2 listings would go.\n" in ran.log
    assert not (ran.artifacts / "github-pages").exists()


def test_a_maintainer_can_say_that_it_is_meant(tmp_path: Path, web: Web) -> None:
    ran = built(tmp_path, web, {}, ["meetups/leeds-first-tuesday", "meetups/gone"], most="60")
    assert (ran.code, ran.outputs["left-out"]) == (0, "false"), ran.log


@pytest.mark.parametrize(("private", "attested"), [(False, ["sbom.json", "sums.txt"]), (True, [])])
def test_in_public_it_is_attested_where_the_site_was_built(tmp_path: Path, private: bool, attested: list[str]) -> None:
    repository, signed = scratch(tmp_path), list[str]()
    kept = repository.folder / "artifacts/made-of"
    kept.mkdir(parents=True)
    for name in ("sbom.json", "sums.txt"):
        (kept / name).write_text("{}")

    def sign(job: Job, given: Mapping[str, str]) -> Mapping[str, str]:
        signed.extend(sorted(each.name for each in job.workspace.glob(given["subject-path"])))
        return {}

    event, stand_in = {"repository": {"private": private}}, {"actions/attest-build-provenance": sign}
    ran = run_job("publish", "prove", event, repository, uses=stand_in, needs={"build": {"result": "success"}})
    assert (ran.code, signed) == (0, attested), ran.log


@pytest.mark.parametrize(
    ("left_out", "number", "does"),
    [
        ("true", "", "issue create --title Some files are left out of the site"),
        ("true", "9", "issue edit 9 --body-file left-out.md"),
        ("false", "9", "issue close 9 --comment Everything is in the site again."),
        ("false", "", ""),
    ],
)
def test_one_issue_tells_what_is_left_out(tmp_path: Path, left_out: str, number: str, does: str) -> None:
    repository = scratch(tmp_path)
    (repository.folder / "artifacts/left-out").mkdir(parents=True)
    (repository.folder / "artifacts/left-out/left-out.md").write_text("1 problem.\n")
    needs = {"build": {"outputs": {"left-out": left_out}}}
    ran = run_job("publish", "left-out", {}, repository, needs=needs, gh={"issue list": number})
    done = [call.said for call in ran.gh_calls if call.argv[:2] != ["issue", "list"]]
    assert (ran.code, len(done)) == (0, 1 if does else 0), ran.log
    assert "".join(done).startswith(does)
