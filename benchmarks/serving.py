"""A folder -> a web server on this machine that packs with gzip as web servers do, and counts what it sends."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PACKED = {".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".xml"}


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder, packed with gzip where web servers do; it counts what it sends."""

    sent: list[tuple[str, int]]

    def do_GET(self) -> None:
        """Answer a request with a file."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return self.send_error(404)
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in PACKED:
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.sent.append((self.path, len(content)))
        return None

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address of a folder's server, and the list of what it sends."""
    Handler.sent = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/", Handler.sent
    server.shutdown()
