// What every listing shares: its page's template and address.
module.exports = {
  layout: "listing.11ty.js",
  permalink: (data) => `/${data.page.filePathStem.replace("/content/", "")}/`,
};
