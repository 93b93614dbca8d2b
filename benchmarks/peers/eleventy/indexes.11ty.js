// The pages that lead to lists.
module.exports = class {
  data() {
    return {
      indexes: ["support", "work", "country"],
      pagination: { data: "indexes", size: 1, alias: "name" },
      permalink: ({ name }) => (name === "country" ? "/in/" : `/${name}/`),
      eleventyExcludeFromCollections: true,
    };
  }

  async render({ name, collections, declared, page }) {
    const { base } = await import("./_includes/base.mjs");
    const { rows, below } = await import("./_includes/rows.mjs");
    const { escaped } = await import("./_includes/escaped.mjs");
    const { heading, intro } = declared.heads[name];
    const content = `<div class="list-head">
<h1>${escaped(heading)}</h1>
${intro ? `<p class="lede">${escaped(intro)}</p>` : ""}
</div>
${rows("", below(page.url, collections.listPages, name === "support"))}`;
    const crumbs = [["Home", "/"], [heading, page.url]];
    return base({ title: heading, summary: intro || heading, address: page.url, crumbs, content, declared });
  }
};
