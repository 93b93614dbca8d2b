"""A built site -> a web server on this machine, with pages that reload when the site was built again."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from signpost.model.problems import Refused

HOST, EVENTS, SCRIPT, WORKER = "127.0.0.1", "__signpost/events", "__signpost/reload.js", "sw.js"
RELOAD = b"""new EventSource("events").onmessage = () => location.reload();\n"""
RESIGN = b"""addEventListener("install", () => registration.unregister());\n"""
"""In place of the site's worker: what was built just now is not to be hidden by what was kept before."""

POLL = 0.05  # seconds between two looks whether to stop
PATIENCE = 15.0  # seconds after which a browser that waits for a reload is told that we are still here


class Builds:
    """How often the site was built; whoever waits is woken by the next build."""

    def __init__(self) -> None:
        self.count, self.changed = 0, threading.Condition()

    def add(self) -> None:
        """One more."""
        with self.changed:
            self.count += 1
            self.changed.notify_all()

    def after(self, count: int) -> bool:
        """Whether there was another build, after waiting for it for a while."""
        with self.changed:
            return self.changed.wait_for(lambda: self.count > count, PATIENCE)


class Handler(SimpleHTTPRequestHandler):
    """Files of the site below its base path; its 404 page for what is not there."""

    def __init__(self, *args: Any, base: str, builds: Builds, **more: Any) -> None:
        self.base, self.builds = base, builds
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        """Answer a request: the reloader's, or a file's."""
        path = urlsplit(self.path).path
        if path == self.base + EVENTS:
            self.tell_builds()
        elif path == self.base + SCRIPT:
            self.answer(HTTPStatus.OK, RELOAD.replace(b"events", (self.base + EVENTS).encode()), "text/javascript")
        elif path == self.base + WORKER:
            self.answer(HTTPStatus.OK, RESIGN, "text/javascript")
        elif self.base != "/" and path in ("/", self.base.rstrip("/")):
            self.lead(HTTPStatus.FOUND, self.base)
        else:
            self.show(path)

    def do_HEAD(self) -> None:
        """Answer as to GET; `answer` leaves the content out."""
        self.do_GET()

    def show(self, path: str) -> None:
        """A file of the site. A page has the reloader's script added."""
        file = Path(self.translate_path("/" + path.removeprefix(self.base)))
        file = file / "index.html" if path.endswith("/") else file
        if path.startswith(self.base) and file.is_dir():
            self.lead(HTTPStatus.MOVED_PERMANENTLY, f"{path}/")
            return
        status = HTTPStatus.OK
        if not path.startswith(self.base) or not file.is_file():
            status, file = HTTPStatus.NOT_FOUND, Path(self.directory) / "404.html"
        content = file.read_bytes() if file.is_file() else b"Not found"
        if file.suffix == ".html":
            content = content.replace(b"</body>", f'<script src="{self.base}{SCRIPT}"></script></body>'.encode())
        self.answer(status, content, self.guess_type(str(file)))

    def answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        """Send one answer, never kept by the browser."""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def lead(self, status: HTTPStatus, address: str) -> None:
        """Send the browser to another address."""
        self.send_response(status)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def tell_builds(self) -> None:
        """Server-sent events (HTML standard, 9.2): one for each build, a comment now and then."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        count = self.builds.count
        try:
            while True:
                said = b"data: built\n\n" if self.builds.after(count) else b": still here\n\n"
                count = self.builds.count
                self.wfile.write(said)
                self.wfile.flush()
        except OSError:
            return  # the browser has gone

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name http.server calls it by
        """Say nothing: the terminal is for problems."""


class Server(ThreadingHTTPServer):
    """A server whose threads do not keep the program from ending."""

    daemon_threads = True
    request_queue_size = 128  # a page asks for two dozen files at once

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that went away."""


class Preview:
    """A running preview: its address, and a way to reload the pages that are open."""

    def __init__(self, address: str, builds: Builds) -> None:
        self.address, self.reload = address, builds.add


@contextmanager
def previewing(site: Path, base_url: str, port: int) -> Iterator[Preview]:
    """Serve a folder while the block runs. Raises Refused when the port is taken."""
    base, builds = urlsplit(base_url).path or "/", Builds()
    handler = partial(Handler, base=base, builds=builds, directory=str(site))
    try:
        server = Server((HOST, port), handler)
    except OSError as error:
        hint = f"Choose another with --port {port + 1}."
        raise Refused(f"The preview cannot listen on port {port} ({error.strerror}). {hint}") from None
    threading.Thread(target=server.serve_forever, args=(POLL,), daemon=True).start()
    try:
        yield Preview(f"http://localhost:{server.server_port}{base}", builds)
    finally:
        server.shutdown()
        server.server_close()
