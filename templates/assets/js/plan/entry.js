// A kept place -> its entry: its card as the directory has it now, and a form for what the visitor adds.
import { codes } from "../find/table.js";
import { alter } from "../keep/store.js";
import { day, say } from "../words.js";
import { copy, dress, found, loading, named, part } from "./page.js";

const topicsIn = (item) => [...item.querySelectorAll("[name=topics]")];

/** Show what the directory says now, and keep that: it may be all there is to show one day. What has gone leads nowhere. */
const renew = async (item, place) => {
  const [table, card] = [await loading, await found(place)];
  dress(item, card);
  part("search", item).search = new URLSearchParams({ q: card.name });
  part("gone", item).hidden = card.row !== -1;
  if (card.row === -1) item.querySelector("h3 a").removeAttribute("href");
  if (!(card.row >= 0)) return;
  part("paused", item).hidden = !table.paused.includes(card.row);
  for (const box of topicsIn(item)) box.parentElement.hidden = !codes(table, "topics", card.row).includes(box.value);
  alter(place.id, { ...card, id: place.id });
};

export const entry = (place) => {
  const item = copy("entry");
  item.dataset.id = place.id;
  dress(item, place);
  renew(item, place);
  return item;
};

/** Show what the visitor has added. */
export const refresh = (item, place) => {
  const { note, touched } = item.querySelector("form").elements;
  const on = Date.parse(place.touched);
  note.value = place.note;
  touched.checked = touched.value = place.touched;
  part("touched-on", item).textContent = on ? say("touched-on", { day: day(on) }) : "";
  for (const box of topicsIn(item)) box.checked = place.topics.includes(box.value);
  part("chosen", item).textContent = named(place.topics);
};
