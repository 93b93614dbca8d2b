// The page shown without a connection: below the first pages, which are always kept, it lists those read last.
const list = document.querySelector("[data-read-before]");

/** Link a kept page; not this one, nor one that only leads to another. */
const add = async (address) => {
  const answer = await caches.match(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector("[data-read-before], meta[http-equiv=refresh]")) return;
  const entry = list.firstElementChild.cloneNode(true);
  const { content: textContent } = page.querySelector("meta[property='og:title']");
  Object.assign(entry.firstElementChild, { href: address, textContent });
  list.append(entry);
};

const show = async () => {
  for (const name of await caches.keys()) {
    if (!name.startsWith(`signpost:${document.documentElement.dataset.base}:`)) continue;
    const kept = await (await caches.open(name)).keys();
    for (const { pathname } of kept.reverse().map(({ url }) => new URL(url)))
      if (pathname.endsWith("/") && !list.querySelector(`[href="${pathname}"]`)) await add(pathname);
  }
};

show().catch(() => {}); // storage may be blocked
addEventListener("online", () => location.reload());
