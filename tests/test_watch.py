"""Folders -> a sign each time something in them changes."""

import threading
from pathlib import Path

from signpost.edges.watch import changes


def test_a_change_below_a_folder_gives_a_sign(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    file, stop = tmp_path / "content/a.md", threading.Event()

    def write_again_and_again() -> None:
        for number in range(600):
            file.write_text(str(number))
            if stop.wait(0.1):
                return

    writer = threading.Thread(target=write_again_and_again)
    writer.start()
    signs = changes(tmp_path, ("content", "templates"))
    try:
        assert [next(signs), next(signs)] == [["content/a.md"]] * 2
    finally:
        stop.set()
        writer.join()
