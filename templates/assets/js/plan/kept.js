// The kept places as a personal card index, and the needs they meet: in step with what is kept, here or in another tab.
import { add, alter, drop, kept } from "../keep/store.js";
import { say } from "../words.js";
import { entry, refresh } from "./entry.js";
import { loading, part, tell } from "./page.js";
import { remind, today } from "./take.js";

const list = part("kept-list");

const draw = () => {
  const places = kept();
  const old = new Set(list.querySelectorAll(":scope > :not([data-removed])"));
  for (const place of places) {
    const item = list.querySelector(`[data-id="${place.id}"]`) ?? list.appendChild(entry(place));
    old.delete(item);
    delete item.dataset.removed;
    refresh(item, place);
  }
  for (const item of old) item.remove();
  for (const by of document.querySelectorAll("[data-met]")) {
    const names = places.filter(({ needs }) => needs.includes(by.dataset.met)).map(({ name }) => name);
    by.textContent = names.length ? say("cover-by", { n: names.length, names: names.join(", ") }) : "";
  }
};

list.addEventListener("input", ({ target: { form } }) => {
  const added = new FormData(form);
  const touched = added.has("touched") ? added.get("touched") || today() : "";
  alter(form.parentElement.dataset.id, { touched, note: added.get("note"), topics: added.getAll("topics") });
});

const acts = {
  weeks: ({ dataset }, weeks) => remind(kept().find(({ id }) => id === dataset.id), weeks),
  remove: (item) => {
    item.dataset.removed = "yes";
    drop(item.dataset.id);
    settle(item, "undo", "removed");
  },
  undo: (item) => {
    add(item.dataset);
    settle(item, "remove", "undone");
  },
};
const settle = (item, button, key) => {
  item.querySelector(`[name=${button}]`).focus();
  tell(key, { name: item.querySelector("h3").textContent });
};
list.addEventListener("click", ({ target: { name, value, form } }) => acts[name]?.(form.parentElement, value));
addEventListener("kept", draw);
draw();
loading.then((table) => (part("not-loaded").hidden = Boolean(table)));
