// The kept places as a personal card index: what changes here or in another tab is shown without disturbing what is being typed.
import { alter, drop, kept, onChange, update } from "../keep/store.js";
import { iso } from "../keep/place.js";
import { say } from "../words.js";
import { entry, refresh } from "./entry.js";
import { remind } from "./remind.js";

/** Show the list and keep it in step. `part` finds the page's parts, `table` may be null, `tell` says something politely. */
export const showKept = (part, table, ways, tell) => {
  const list = part("kept-list");
  const make = async (place) => listen(await entry(part, table, ways, place), place, tell);
  let drawn = Promise.resolve();
  const draw = () => (drawn = drawn.then(() => step(list, make)).then(() => (part("empty").hidden = kept().length > 0)));
  onChange(draw);
  return draw();
};

const step = async (list, make) => {
  const places = kept();
  const shown = Object.fromEntries([...list.children].map((item) => [item.dataset.id, item]));
  for (const [id, item] of Object.entries(shown)) {
    if (!item.dataset.removed && !places.some((place) => place.id === id)) item.remove();
  }
  for (const place of places) {
    const item = shown[place.id];
    if (!item) list.append(await make(place));
    else (delete item.dataset.removed, refresh(item, place));
  }
};

const listen = (item, { id, name }, tell) => {
  const on = (hook, event, act) => item.querySelector(`[data-${hook}]`).addEventListener(event, act);
  const now = () => kept().find((place) => place.id === id);
  on("touched", "change", ({ target }) => alter(id, { touched: target.checked ? iso(new Date()) : "" }));
  on("note", "input", ({ target }) => alter(id, { note: target.value }));
  on("topics", "change", () => alter(id, { topics: [...item.querySelectorAll("[data-topics] input:checked")].map(({ value }) => value) }));
  for (const button of item.querySelectorAll("[data-weeks]")) button.addEventListener("click", () => remind(now(), +button.dataset.weeks));
  on("remove", "click", () => {
    const [place, at] = [now(), kept().findIndex((each) => each.id === id)];
    item.dataset.removed = "yes";
    drop(id);
    item.querySelector("[data-undo]").onclick = () => {
      delete item.dataset.removed; // at once, so that the focus can go there
      item.querySelector("[data-remove]").focus();
      update((places) => [...places.slice(0, at), place, ...places.slice(at)]);
      tell(say("undone", { name }));
    };
    item.querySelector("[data-undo]").focus();
    tell(say("removed", { name }));
  });
  return item;
};
