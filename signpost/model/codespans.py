"""Strangers' words -> Markdown that shows them and does nothing else."""


def code_span(words: str, most: int = 0) -> str:
    """Words in a code span (CommonMark): nothing in them is Markdown, HTML, a link or a mention; cut after `most`.

    A bar is escaped, so that the span can stand in a table (GitHub Flavored Markdown).
    """
    line = " ".join(words.replace("`", "'").split())
    cut = f"{line[: most - 1]}…" if most and len(line) > most else line
    escaped = cut.replace("|", r"\|")
    return f"`{escaped}`" if cut else "—"
