// data/v1/listings.json.
module.exports = class {
  data() {
    return { permalink: "/data/v1/listings.json", eleventyExcludeFromCollections: true };
  }

  async render({ collections, declared }) {
    const { day } = await import("./_includes/card.mjs");
    const { title, base_url, licence, licence_url } = declared.site;
    const head = JSON.stringify({ title, url: base_url, licence, licence_url }).slice(0, -1);
    const rows = collections.listings.map(({ url, data, rawInput }) => {
      const id = url.slice(1, -1);
      const said = Object.fromEntries(FIELDS.filter((name) => name in data).map((name) => [name, data[name]]));
      const page = base_url.slice(0, -1) + url;
      return JSON.stringify({
        id, kind: id.split("/")[0], page, ...said, verified: day(data.verified), description: rawInput.trim(),
      });
    });
    return `${head}, "listings": [\n${rows.join(",\n")}\n]}\n`;
  }
};

const FIELDS = `name url email links summary support format city country lat lon timezone work languages cost offers
audience accessibility association_type scope founded hours amenities trial meets rsvp group_size mentor_model topics
length_weeks platform join moderated activity bring`.split(/\s+/);
