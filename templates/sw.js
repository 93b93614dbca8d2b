// What was read before, and the first pages, without a connection. BUILD, written above, names this build and the files
// it begins with. Each build has a cache of its own, and keeps only pages all of whose parts belong to it.
const { scope } = registration;
const PREFIX = `signpost:${new URL(scope).pathname}:`;
const LASTING = /\/(?:assets|data\/find)\/[0-9a-f]{12}\/|\/pagefind\/(?:[a-z]+\/)?[^/]+\.pf_/; // named by what they hold
const PASSING = /\/(?:pagefind|static)\//; // kept as well, for when there is no connection
const PARTS = /(?:assets|data\/find)\/[0-9a-f]{12}\//g;
const MOST = 60; // pages that a new build takes along
const PATIENCE = 3000; // milliseconds after which a page that is kept is better than one that may still come

const bare = (address) => address.replace(/[?#].*/, "");
const isPage = (address) => address.startsWith(scope) && address.endsWith("/");
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
const mine = () => caches.open(PREFIX + BUILD.digest);
const kept = async (address) => (await (await mine()).match(address)) ?? caches.match(address);
const fits = (parts) => parts?.every((part) => BUILD.parts.includes(part)); // a page of another site has none

const keep = async (address, answer) => {
  const isWhole = answer.status === 200 && answer.type === "basic" && !answer.redirected;
  if (!isWhole || (isPage(address) && !fits((await answer.clone().text()).match(PARTS)))) throw new Error(address);
  await (await mine()).put(address, answer);
};
const take = async (address) =>
  keep(address, (LASTING.test(address) && (await kept(address))) || (await fetch(address, { cache: "no-cache" })));

const install = async () => {
  const core = BUILD.core.map((address) => scope + address);
  const known = (await ours()).map(async (name) => (await caches.open(name)).keys());
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const read = [...(await Promise.all(known)).flat(), ...open].map(({ url }) => bare(url)).filter(isPage);
  await Promise.all(core.map(take));
  await Promise.allSettled([...new Set(read)].filter((address) => !core.includes(address)).slice(-MOST).map(take));
};
const tidy = async () => {
  for (const name of await ours()) if (name !== PREFIX + BUILD.digest) await caches.delete(name);
  await self.clients.claim(); // the page that brought the first worker
};

const fetched = (event, address) => {
  const asked = fetch(event.request);
  const copy = asked.then((answer) => answer.clone()); // before anybody reads it
  event.waitUntil(copy.then((answer) => keep(address, answer)).catch(() => {})); // full, or not to be kept
  return asked;
};
const network = async (event, address) => {
  const asked = fetched(event, address);
  const before = await kept(address);
  const late = new Promise((done) => before && setTimeout(done, PATIENCE, before));
  const good = asked.then((answer) => (answer.status < 500 ? answer : Promise.reject(answer)));
  const nothing = async () => (isPage(address) && (await kept(`${scope}offline/`))) || Response.error();
  return Promise.race([good, late]).catch((failed) => before ?? (failed.status ? failed : nothing()));
};
addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  const { method, headers, url, mode } = event.request, address = bare(url);
  if (method !== "GET" || headers.has("range") || !address.startsWith(scope)) return;
  if (LASTING.test(address)) event.respondWith(kept(address).then((answer) => answer ?? fetched(event, address)));
  else if (PASSING.test(address) || (mode === "navigate" && isPage(address))) event.respondWith(network(event, address));
});
