// Rows in order -> cards, a page of them at a time, with the words that were found marked.
import { card } from "../find/table.js";
import { element } from "../find/card.js";
import { day, say } from "../words.js";
import { has, marked, passage } from "./passage.js";

const PAGE = 12;

export const show = async (form, table, found, { asked, ranked }) => {
  const shown = found.slice(0, asked.page * PAGE);
  const cards = await Promise.all(shown.map(async (each) => ({ ...(await card(table, each.row)), ...each })));
  const items = cards.map((each) => withNote(element(each, ranked && marked(each.summary, ranked.terms)), each));
  form.querySelector("[data-results]").replaceChildren(...items);
  form.querySelector("[data-more]").hidden = shown.length === found.length;
  if (ranked) cards.forEach((each, at) => quote(each, items[at], ranked));
};

/** Where neither name nor summary has the words, the passage that has them takes the summary's place once it is here. */
const quote = async (card, item, { terms, hits }) => {
  if (has(`${card.name} ${card.summary}`, terms)) return;
  const hit = hits.find((rows) => rows.has(card.row))?.get(card.row);
  const nodes = await passage(card, hit, terms);
  if (nodes) item.querySelector("[data-slot=summary]").replaceChildren(...nodes);
};

const withNote = (item, { km, next }) => {
  const slot = item.querySelector("[data-slot=note]");
  if (km !== undefined) slot.textContent = say("distance", { n: Math.round(km) });
  else if (next) slot.textContent = say("next", { day: day(new Date(next)) });
  slot.hidden = !slot.textContent;
  return item;
};
