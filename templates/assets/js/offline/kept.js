// The pages that the site's worker keeps on this device.
const { base } = document.documentElement.dataset;
const home = new URL(base, location).href;

const stores = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(`signpost:${base}:`));
  return Promise.all(names.map((name) => caches.open(name)));
};

const titled = async (store, { url }) => {
  const page = new DOMParser().parseFromString(await (await store.match(url)).text(), "text/html");
  const isShown = !page.querySelector("meta[http-equiv=refresh]");
  return isShown && { address: url, title: page.querySelector("meta[property='og:title']")?.content ?? url };
};

/** Address and title of each page that is kept, the first pages first, then by title. */
export const pages = async (first) => {
  const found = new Map();
  for (const store of await stores()) {
    const kept = (await store.keys()).filter(({ url }) => url.endsWith("/") && url !== `${home}offline/`);
    for (const page of await Promise.all(kept.map((each) => titled(store, each)))) if (page) found.set(page.address, page);
  }
  const place = ({ address }) => (first.indexOf(address.replace(home, "")) + 1 || first.length + 1);
  return [...found.values()].sort((a, b) => place(a) - place(b) || a.title.localeCompare(b.title));
};
