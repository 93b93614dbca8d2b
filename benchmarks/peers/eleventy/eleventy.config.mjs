// The directory as an Eleventy site: content/ and _data/ are put in before the race (benchmarks/race/projects.py).
import { listPages } from "./_includes/lists.mjs";

export default function (config) {
  config.addCollection("listings", (all) => all.getFilteredByGlob("content/*/*.md").sort(byName));
  config.addCollection("listPages", (all) => listPages(all.getFilteredByGlob("content/*/*.md").sort(byName)));
  config.setUseGitIgnore(false);
  return {
    dir: { input: ".", includes: "_includes", data: "_data" },
    templateFormats: ["md", "11ty.js"],
    markdownTemplateEngine: false,
  };
}

const byName = (one, other) => (one.data.name < other.data.name ? -1 : 1);
