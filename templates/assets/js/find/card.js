// What a card says -> a card, from the page's <template data-card>, which shows it as every list does.
import { day, say } from "../words.js";

/** A card for what `card()` of the table gave; `nodes` stand in for the summary, `note` is said last. */
export const element = ({ kind, tone, icon, state, checked, needs, note, ...card }, nodes) => {
  const item = document.querySelector("template[data-card]").content.cloneNode(true).firstElementChild;
  const slot = (name) => item.querySelector(`[data-slot="${name}"]`);
  const isGuide = kind === "guides";
  const texts = {
    name: card.name,
    kind: card.one || say("guide"),
    place: card.place,
    format: card.format === card.place ? "" : card.format,
    cost: isGuide ? "" : card.cost || say("cost-unknown"),
    freshness: isGuide ? "" : say(`freshness-${checked ? state : "unconfirmed"}`, { day: checked && day(new Date(checked)) }),
    note,
  };
  for (const [name, text] of Object.entries(texts)) Object.assign(slot(name), { textContent: text, hidden: !text });
  item.querySelector(".card").dataset.tone = tone;
  const symbol = item.querySelector(".kind-tab use");
  symbol.setAttribute("href", symbol.getAttribute("href").replace(/#.*/, `#${icon}`));
  slot("name").href = `${document.documentElement.dataset.base}${card.id}/`;
  slot("freshness").dataset.state = state;
  slot("summary").replaceChildren(...(nodes ?? [card.summary]));
  slot("needs").replaceChildren(...needs.flatMap((label) => [Object.assign(document.createElement("li"), { textContent: label }), " "]));
  return item;
};
