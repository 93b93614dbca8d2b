"""Many visitors at once, of the built site behind nginx: `python -m benchmarks.load [--listings NUMBER] [--unpacked]`.

Builds a directory of 2,000 made-up listings, with its index, packs it, and shows it with nginx on this machine, as
docs/hosting.md says; with --unpacked nginx packs on the way. For 60 seconds 200 visitors ask with wrk, each again as
soon as it is answered: pages mostly, and what they bring. Ends with 1 when one is not answered, or one in a hundred
waits longer than 100 ms. It needs Debian's packages nginx and wrk, and a quiet machine: visitors and server share it.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from benchmarks.corpus import ROOT, SEED, corpus

LISTINGS, VISITORS, SECONDS, LONGEST = 2000, 200, 60, 100.0  # of them, of them, s, ms
PORT, THREADS = 8766, 2
MIX = (
    ("[a-z-]+/[a-z0-9-]+-[0-9]+/index.html", 45), ("in/.*index.html", 10), ("(support|work)/.*index.html", 10),
    ("index.html", 8), ("search/index.html", 4), ("map/index.html", 2), ("calendar/index.html", 2),
    ("assets/.*", 12), ("pagefind/.*", 5), ("data/v1/listings/.*", 1), ("changes.atom", 1),
)  # fmt: skip
"""What visitors ask for: which files, and how often in a hundred."""

CONFIGURATION = """
daemon off;
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/site;
{documented}
    }}
}}
"""


def built(folder: Path, listings: int) -> Path:
    """The site of so many made-up listings."""
    corpus(listings, folder)
    there = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "signpost", "build", "--today", "2026-11-22"], cwd=folder, env=there, check=True
    )
    return folder / "site"


def documented(opening: str) -> str:
    """The block of docs/hosting.md that begins with some words; what opens a block of nginx' is no part of it."""
    text = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8").partition("## Caching\n")[2]
    return opening.removeprefix("```nginx\n") + text.partition(opening)[2].partition("```")[0]


@contextmanager
def shown(folder: Path) -> Iterator[str]:
    """The address at which nginx shows the site in a folder."""
    address = f"http://127.0.0.1:{PORT}"
    (folder / "nginx.conf").write_text(
        CONFIGURATION.format(folder=folder, port=PORT, documented=documented("```nginx\n"))
    )
    folder.chmod(0o755)  # nginx' workers are somebody else
    server = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-c", folder / "nginx.conf"])
    try:
        for _ in range(50):
            time.sleep(0.1)
            if server.poll() is None and answers(address):
                break
        yield address
    finally:
        server.terminate()
        server.wait()


def answers(address: str) -> bool:
    """Whether a server answers."""
    try:
        with urlopen(address, timeout=1) as answer:  # noqa: S310 - the address is ours
            return bool(answer.status == 200)
    except OSError:
        return False


def visits(site: Path) -> Iterator[str]:
    """The paths that are asked for, each with how often."""
    chance = random.Random(SEED)
    names = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.suffix != ".gz"
    )
    for pattern, often in MIX:
        found = [name for name in names if re.fullmatch(pattern, name)]
        drawn = chance.sample(found, min(len(found), 300))
        yield from (f"{max(1, often * 30 // len(drawn))} /{name.removesuffix('index.html')}" for name in drawn)


def told(words: str) -> int:
    """Print what wrk found out; 1 when it is not good enough."""
    found = re.search(r"^RESULT (.*)$", words, re.MULTILINE)
    if not found:
        raise SystemExit(words)
    asked, micro, failed, half, most, nearly, longest, size = (float(each) for each in found[1].split())
    seconds = micro / 1_000_000
    print(f"{asked:,.0f} requests in {seconds:.0f} s: {asked / seconds:,.0f} a second, {size / seconds / 1e6:.1f} MB/s")
    print(f"{failed:.0f} failed; p50 {half:.1f} ms, p95 {most:.1f} ms, p99 {nearly:.1f} ms, longest {longest:.0f} ms")
    return int(failed > 0 or nearly > LONGEST)


def visited(address: str, paths: Iterable[str], folder: Path, visitors: int, seconds: int) -> str:
    """What wrk says after so many visitors have asked for some paths."""
    (folder / "paths.txt").write_text("".join(f"{path}\n" for path in paths))
    words = ["wrk", "--threads", THREADS, "--connections", visitors, "--duration", f"{seconds}s", "--timeout", "5s"]
    script = ["--script", ROOT / "benchmarks" / "visits.lua", address, "--", folder / "paths.txt"]
    return subprocess.run([str(each) for each in (*words, *script)], capture_output=True, text=True, check=True).stdout


def main() -> int:
    """Build, show, visit, and print the numbers."""
    parser = argparse.ArgumentParser("benchmarks.load", description="Many visitors at once.")
    parser.add_argument("--listings", type=int, default=LISTINGS, help=f"how many there are ({LISTINGS})")
    parser.add_argument("--visitors", type=int, default=VISITORS, help=f"how many ask at once ({VISITORS})")
    parser.add_argument("--seconds", type=int, default=SECONDS, help=f"for how long ({SECONDS})")
    parser.add_argument("--unpacked", action="store_true", help="pack on the way")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="load-") as name:
        site = built(Path(name), given.listings)
        if not given.unpacked:
            subprocess.run(documented("find site "), cwd=name, shell=True, check=True)  # noqa: S602 - our own words
        with shown(Path(name)) as address:
            return told(visited(address, visits(site), Path(name), given.visitors, given.seconds))


if __name__ == "__main__":
    sys.exit(main())
