// A kept place -> its card with what the visitor adds to it.
import { element } from "../find/card.js";
import { codes } from "../find/table.js";
import { alter } from "../keep/store.js";
import { day, say } from "../words.js";
import { found } from "./found.js";

const base = document.documentElement.dataset.base;

/** The entry of a kept place, as it stands in the list. */
export const entry = async (part, table, ways, place) => {
  const item = part("entry").content.cloneNode(true).firstElementChild;
  const slot = (name) => item.querySelector(`[data-${name}]`);
  const { card, row } = await found(table, ways, place);
  item.dataset.id = place.id;
  slot("card").replaceWith(element(card).querySelector(".card"));
  slot("own").setAttribute("aria-label", card.name);
  slot("remove").setAttribute("aria-label", say("remove-named", card));
  slot("removed-say").textContent = say("removed", card);
  for (const button of item.querySelectorAll("[data-weeks]")) {
    button.setAttribute("aria-label", say("remind-named", { name: card.name, weeks: button.textContent.trim() }));
  }
  if (row === -1) leave(item, slot, place);
  if (row >= 0) renew(place, card);
  offer(slot("topics"), table, place, row);
  refresh(item, place);
  return item;
};

/** What is kept of a listing is what its card says now: it may be all there is to show one day. */
const renew = (place, { name, summary, place: where, one, icon, tone, needs }) => {
  const now = { name, summary, place: where, one, icon, tone, needs };
  if (Object.keys(now).some((key) => `${now[key]}` !== `${place[key]}`)) alter(place.id, now);
};

/** A listing that is not in the directory any more: its page may be gone, so its name leads nowhere. */
const leave = (item, slot, place) => {
  item.querySelector("h3 a").removeAttribute("href");
  slot("gone").hidden = false;
  slot("search").href = `${base}search/?${new URLSearchParams({ q: place.name })}`;
};

/** The topics it can be kept for: its own, or all where it names none; only kinds that have topics offer any. */
const offer = (box, table, { id, topics }, row) => {
  const own = table && row >= 0 ? codes(table, "topics", row) : [];
  const isWanted = ({ value }) => !own.length || own.includes(value) || topics.includes(value);
  for (const choice of box.querySelectorAll("label")) choice.hidden = !isWanted(choice.querySelector("input"));
  box.hidden = !(box.dataset.topics.split(" ").includes(id.split("/")[0]) || topics.length);
};

/** Show what is kept now, except where the visitor is just writing. */
export const refresh = (item, { touched, note, topics }) => {
  const slot = (name) => item.querySelector(`[data-${name}]`);
  slot("touched").checked = Boolean(touched);
  slot("touched-on").textContent = touched ? say("touched-on", { day: day(new Date(touched)) }) : "";
  if (document.activeElement !== slot("note")) slot("note").value = note;
  const boxes = [...slot("topics").querySelectorAll("input")];
  for (const box of boxes) box.checked = topics.includes(box.value);
  slot("topics-chosen").textContent = boxes.filter(({ checked }) => checked).map((box) => box.parentElement.textContent.trim()).join(", ");
};
