"""What Pelican lacks for a directory: front matter with nested fields, and lists by other things than categories."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from markupsafe import Markup
from pelican import signals
from pelican.readers import BaseReader
from pelican.urlwrappers import Category

A_LIST = "list"


class Listings(BaseReader):
    """Files with YAML between dashes above Markdown; every value stays text."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The text as HTML, and what is said above it."""
        _, head, body = Path(source_path).read_text(encoding="utf-8").split("---\n", 2)
        says = yaml.load(head, Loader=yaml.CBaseLoader)  # noqa: S506 - makes nothing but text
        kind = Category(Path(source_path).parent.name, self.settings)
        told = {"title": says["name"], "category": kind, "says": says, "body": body.strip()}
        return PARSER.reset().convert(body), told


PARSER = Markdown(output_format="html")


def lists(articles: list[Any], declared: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every list: address, heading, intro, the lists above it, and its listings."""
    for kind in declared["kinds"]:
        found = [each for each in articles if each.category.name == kind["slug"]]
        yield _list(f"/{kind['slug']}/", kind["many"], kind["intro"], (), found)
    for name, choices in declared["lists"].items():
        above = "/in/" if name == "country" else f"/{name}/"
        for each in choices:
            up = ((declared["heads"][name]["heading"], above),)
            found = [one for one in articles if _says(one, name, each["code"])]
            yield _list(f"{above}{each['code'].lower()}/", each["label"], each["intro"], up, found)


def _says(article: Any, name: str, code: str) -> bool:
    value = article.says[name]
    return value == code if isinstance(value, str) else code in value


def _list(at: str, heading: str, intro: str, up: Iterable[Any], found: list[Any]) -> dict[str, Any]:
    return {"at": at, "heading": heading, "intro": intro, "up": up, "found": found, "count": len(found)}


def written(generator: Any, writer: Any) -> None:
    """Everything beside the pages of the listings."""
    declared, context = generator.settings["DECLARED"], generator.context
    articles = sorted(generator.articles, key=lambda each: each.title)
    of_card = generator.get_template("card")
    context["cards"] = {each.url: Markup(of_card.render(listing=each)) for each in articles}  # noqa: S704 - a template
    found = list(lists(articles, declared))
    for each in found:
        names = {key: value for key, value in each.items() if key != "found"}
        one, paged = [""] if not each["found"] else each["found"], generator.get_template(A_LIST)
        writer.write_file(
            f"{each['at'][1:]}index.html", paged, context, paginated={"listings": one}, template_name=A_LIST,
            url=each["at"], **names,
        )  # fmt: skip
    for name, head in declared["heads"].items():
        at = "/in/" if name == "country" else f"/{name}/"
        links = [each for each in found if each["at"].startswith(at) and (each["count"] or name == "support")]
        writer.write_file(f"{at[1:]}index.html", generator.get_template("terms"), context, links=links, at=at, **head)
    writer.write_file("index.html", generator.get_template("home"), context, found=found, total=len(articles))
    writer.write_file("sitemap.xml", generator.get_template("sitemap"), context, found=found, listings=articles)
    _data(Path(generator.output_path), articles, declared["site"])


def _data(out: Path, articles: list[Any], site: dict[str, str]) -> None:
    """The file data/v1/listings.json."""
    head = json.dumps({"title": site["title"], "url": site["base_url"], "licence": site["licence"],
                       "licence_url": site["licence_url"]})[:-1]  # fmt: skip
    rows = ",\n".join(json.dumps(_row(each, site["base_url"]), ensure_ascii=False) for each in articles)
    (out / "data" / "v1").mkdir(parents=True, exist_ok=True)
    (out / "data" / "v1" / "listings.json").write_text(f'{head}, "listings": [\n{rows}\n]}}\n', encoding="utf-8")


def _row(article: Any, base: str) -> dict[str, Any]:
    kind = article.category.name
    place = {"id": f"{kind}/{article.slug}", "kind": kind, "page": base.rstrip("/") + article.url}
    numbers = {name: float(article.says[name]) for name in ("lat", "lon")}
    return {**place, **article.says, **numbers, "description": article.body}


def register() -> None:
    """Called by Pelican."""
    signals.readers_init.connect(lambda readers: readers.reader_classes.update(md=Listings), weak=False)
    signals.article_writer_finalized.connect(written)
