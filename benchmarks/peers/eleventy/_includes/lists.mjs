// Listings by name -> every page of every list, 42 cards each.
import { createRequire } from "node:module";

const A_PAGE = 42;
const declared = () => createRequire(import.meta.url)("../_data/declared.json");

export function listPages(items) {
  return lists(items, declared()).flatMap((list) => {
    const of = Math.max(1, Math.ceil(list.items.length / A_PAGE));
    return Array.from({ length: of }, (_, n) => ({
      ...list,
      count: list.items.length,
      items: list.items.slice(n * A_PAGE, (n + 1) * A_PAGE),
      address: numbered(list.at, n + 1),
      previous: n ? numbered(list.at, n) : "",
      next: n + 1 < of ? numbered(list.at, n + 2) : "",
      number: n + 1,
      of,
    }));
  });
}

const numbered = (at, number) => (number === 1 ? at : `${at}page/${number}/`);

function lists(items, { kinds, lists: choices, heads }) {
  const found = kinds.map(({ slug, many, intro }) => ({
    at: `/${slug}/`, heading: many, intro, up: [], items: items.filter((each) => each.url.startsWith(`/${slug}/`)),
  }));
  for (const [name, terms] of Object.entries(choices)) {
    const above = name === "country" ? "/in/" : `/${name}/`;
    for (const { code, label, intro } of terms) {
      const within = items.filter(({ data }) => [data[name]].flat().includes(code));
      const up = [[heads[name].heading, above]];
      found.push({ at: `${above}${code.toLowerCase()}/`, heading: label, intro, up, items: within });
    }
  }
  return found;
}
