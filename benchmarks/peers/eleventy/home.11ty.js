// The first page.
module.exports = class {
  data() {
    return { permalink: "/", eleventyExcludeFromCollections: true };
  }

  async render({ collections, declared }) {
    const { base } = await import("./_includes/base.mjs");
    const { rows, below } = await import("./_includes/rows.mjs");
    const { site, kinds } = declared;
    const pages = collections.listPages;
    const content = `<div class="home-lead">
<h1>You work for yourself. You need not do it alone.</h1>
<p class="lede">Places that help: ${collections.listings.length}</p>
</div>
${rows("What do you need first?", below("/support/", pages, true))}
${rows("What kind of place?", kinds.flatMap(({ slug }) => below(`/${slug}/`, pages, true)))}
${rows("Fields of work", below("/work/", pages))}
${rows("Countries", below("/in/", pages))}`;
    return base({ title: site.title, heading: `${site.title}: ${site.tagline}`, summary: site.tagline, address: "/", content, declared });
  }
};
