// sitemap.xml: the first page of every list, and every listing.
module.exports = class {
  data() {
    return { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };
  }

  async render({ collections, declared }) {
    const { day } = await import("./_includes/card.mjs");
    const base = declared.site.base_url.slice(0, -1);
    const lists = collections.listPages.filter((each) => each.number === 1).map((each) => [each.at]);
    const listings = collections.listings.map(({ url, data }) => [url, day(data.verified)]);
    const rows = [["/"], ["/support/"], ["/work/"], ["/in/"], ...lists, ...listings].map(
      ([at, on]) => `<url><loc>${base}${at}</loc>${on ? `<lastmod>${on}</lastmod>` : ""}</url>\n`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${rows.join("")}</urlset>
`;
  }
};
