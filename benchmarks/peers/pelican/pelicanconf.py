"""The directory as a Pelican site: content/ and data/ are put in before the race (benchmarks/race/projects.py)."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
import directory  # noqa: E402 - it stands beside this file

SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "Example Directory", "https://directory.example.org", "UTC", "en"
THEME, PLUGINS = str(HERE / "theme"), [directory]
DECLARED = json.loads((HERE / "data" / "declared.json").read_text(encoding="utf-8"))
USE_FOLDER_AS_CATEGORY, SLUGIFY_SOURCE, DEFAULT_DATE, DEFAULT_PAGINATION = True, "basename", "fs", 42
ARTICLE_URL, ARTICLE_SAVE_AS = "/{category}/{slug}/", "{category}/{slug}/index.html"
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
PAGINATED_TEMPLATES = {"list": 42}
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ARCHIVES_SAVE_AS = TAGS_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
STATIC_PATHS: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": True, "extensions": []}
JINJA_GLOBALS = {"declared": DECLARED}
