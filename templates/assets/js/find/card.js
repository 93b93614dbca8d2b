// What a card says -> a card, from the page's <template data-card>, which shows it as every list does.
import { day, say } from "../words.js";

const base = document.documentElement.dataset.base;

/** A card for what `card()` of the table gave; `excerpt`, a list of nodes, stands in for the summary. */
export const element = (card, excerpt) => {
  const item = document.querySelector("template[data-card]").content.cloneNode(true).firstElementChild;
  const slot = (name) => item.querySelector(`[data-slot="${name}"]`);
  item.querySelector(".card").dataset.tone = card.tone;
  const symbol = item.querySelector(".kind-tab use");
  symbol.setAttribute("href", symbol.getAttribute("href").replace(/#.*/, `#${card.icon}`));
  slot("name").textContent = card.name;
  slot("name").href = `${base}${card.id}/`;
  slot("kind").textContent = card.one || say("guide");
  slot("summary").replaceChildren(...(excerpt ?? [card.summary]));
  slot("needs").replaceChildren(...card.needs.flatMap((label) => [entry(label), " "]));
  const isGuide = card.kind === "guides";
  fill(slot("place"), card.place);
  fill(slot("format"), card.format !== card.place && card.format);
  fill(slot("cost"), !isGuide && (card.cost || say("cost-unknown")));
  fill(slot("freshness"), !isGuide && freshness(card));
  if (card.state) slot("freshness").dataset.state = card.state;
  return item;
};

const entry = (label) => {
  const item = document.createElement("li");
  item.textContent = label;
  return item;
};

const fill = (slot, text) => (text ? (slot.textContent = text) : (slot.hidden = true));

const freshness = ({ state, checked }) =>
  checked ? say(`freshness-${state}`, { day: day(new Date(checked)) }) : say("freshness-unconfirmed");
