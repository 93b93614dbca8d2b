// Rows in order -> cards, a page of them at a time, with the words that were found marked.
import { card } from "../find/table.js";
import { element } from "../find/card.js";
import { day, say } from "../words.js";
import { likeness } from "./meaning.js";
import { plain } from "./words.js";

const PAGE = 12;
const WORDS = /([\p{L}\p{N}]+)/gu;

export const show = async (form, table, found, { asked, ranked }) => {
  const shown = found.slice(0, asked.page * PAGE);
  const cards = await Promise.all(shown.map(async (each) => ({ ...(await card(table, each.row)), ...each })));
  const items = cards.map((each) => element({ ...each, note: note(each) }, ranked && marked(each.summary, ranked.terms)));
  form.querySelector("[data-results]").replaceChildren(...items);
  form.querySelector("[data-more]").hidden = shown.length === found.length;
  if (ranked) cards.forEach((each, at) => quote(each, items[at].querySelector("[data-slot=summary]"), ranked));
};

const note = ({ km, next }) => {
  if (km !== undefined) return say("distance", { n: Math.round(km) });
  return next && say("next", { day: day(new Date(next)) });
};

const isFound = (word, terms) => terms.some((term) => likeness(term, plain(word)));

/** A text as nodes, with a <mark> around each word that was found. */
const marked = (text, terms) =>
  text.split(WORDS).map((part) => {
    if (!part || !isFound(part, terms)) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });

/** Where neither name nor summary has the words, the passage that has them takes the summary's place once it is here. */
const quote = async ({ id, name, summary, row }, place, { terms, hits }) => {
  if (`${name} ${summary}`.match(WORDS)?.some((word) => isFound(word, terms))) return;
  const hit = hits.find((rows) => rows.has(row))?.get(row);
  const page = await hit?.data().catch(() => null); // the index was replaced, or the network is gone: the summary does
  if (!page?.url.endsWith(`/${id}/`)) return;
  const text = new DOMParser().parseFromString(page.excerpt.replace(/<\/?mark>/g, ""), "text/html").body.textContent;
  place.replaceChildren(...marked(text.split(`${name}. `).at(-1), terms));
};
