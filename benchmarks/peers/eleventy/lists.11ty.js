// Every page of every list.
module.exports = class {
  data() {
    return {
      pagination: { data: "collections.listPages", size: 1, alias: "list" },
      permalink: ({ list }) => list.address,
      eleventyExcludeFromCollections: true,
    };
  }

  async render({ list, declared }) {
    const [{ base }, { card }, { escaped }] = await Promise.all(
      ["base", "card", "escaped"].map((name) => import(`./_includes/${name}.mjs`)),
    );
    const { heading, intro, number, of, count, items, previous, next, address, up, at } = list;
    const steps = [previous && `<a rel="prev" href="${previous}">Previous</a>`, next && `<a rel="next" href="${next}">Next</a>`];
    const pager = of > 1 ? `<nav class="pager" aria-label="Pages">\n${steps.filter(Boolean).join("\n")}\n</nav>` : "";
    const content = `<div class="list-head">
<h1>${escaped(heading)}</h1>
${intro ? `<p class="lede">${escaped(intro)}</p>` : ""}
</div>
<p class="results-line">Listings: ${count}, page ${number} of ${of}</p>
<ul class="cards">
${items.map((item) => `<li>${card(item, declared)}</li>`).join("\n")}
</ul>
${pager}`;
    const title = number === 1 ? heading : `${heading} (${number}/${of})`;
    const crumbs = [["Home", "/"], ...up, [heading, at]];
    return base({ title, summary: intro || heading, address, crumbs, content, declared });
  }
};
