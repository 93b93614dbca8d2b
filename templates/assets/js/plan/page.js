// What the parts of the plan share: the page and its templates, and the table, which may never come.
import { element } from "../find/card.js";
import { card, labels, open, rowOf } from "../find/table.js";
import { say } from "../words.js";

/** A part of the page, or of a box on it, by its hook. */
export const part = (name, box = document) => box.querySelector(`[data-${name}]`);
/** Say something politely, by the key of its words. */
export const tell = (...words) => (part("say").textContent = say(...words));
/** The directory's own first field, and the table: null where it cannot be loaded. */
export const { lead } = part("network").dataset;
export const loading = open(part("network").dataset.table).catch(() => null);
export const cardOf = async (table, row) => ({ ...(await card(table, row)), needs: labels(table, lead, row) });

/** What a card says of a place. `row` is -1 when it has gone, and missing when nobody can tell. */
export const found = async (place) => {
  try {
    const table = await loading;
    const row = await rowOf(table, table.moved[place.id] ?? place.id);
    return row < 0 ? { ...place, row } : await cardOf(table, row);
  } catch {
    return place;
  }
};

export const copy = (name) => part(name).content.cloneNode(true).firstElementChild;

/** Show a card in a copy, whose labels tell its name. */
export const dress = (box, said) => {
  box.querySelector(".card").replaceWith(element(said).querySelector(".card"));
  for (const each of box.querySelectorAll("[data-label]")) each.ariaLabel = each.dataset.label.replace("{name}", () => said.name);
};

/** What topics are called. */
export const named = (topics) => {
  const choices = [...part("entry").content.querySelectorAll("[name=topics]")].filter(({ value }) => topics.includes(value));
  return choices.map((choice) => choice.parentElement.textContent.trim()).join(", ");
};
