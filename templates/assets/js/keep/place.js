// What is kept of a place: its id, what its card says, and what the visitor adds. Read from what is stored, and from a page.

const base = document.documentElement.dataset.base;
const TEXTS = ["id", "name", "summary", "one", "icon", "tone", "place", "note", "touched", "added"];
const LISTS = ["needs", "topics"];
const LONGEST = 2000; // marks

/** Whether something is `<folder>/<slug>`. */
export const isId = (id) => typeof id === "string" && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id);

/** A place with all its parts, each of its sort; null where there is none to be made. */
export const place = (given) => {
  if (!isId(given?.id)) return null;
  const text = (key) => (typeof given[key] === "string" ? given[key].slice(0, LONGEST) : "");
  const list = (key) => (Array.isArray(given[key]) ? given[key].filter((each) => typeof each === "string") : []);
  return Object.fromEntries([...TEXTS.map((key) => [key, text(key)]), ...LISTS.map((key) => [key, list(key)])]);
};

/** A day as 2026-11-22, where the visitor is. */
export const iso = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => `${n}`.padStart(2, "0")).join("-");

/** The id of a page of this site. */
export const idOf = (address) => new URL(address, location.href).pathname.slice(base.length).replace(/\/(index\.html)?$/, "");

/** The place that a card, or the head of a listing's page, shows. */
export const shown = (box) => {
  const link = box.querySelector("h3 a");
  const said = (part) => box.querySelector(part)?.textContent.trim();
  return place({
    id: idOf(link?.href ?? location.href),
    name: said("h3, h1"),
    summary: said(".summary, .lede"),
    one: said(".kind-tab"),
    icon: box.querySelector(".kind-tab use")?.getAttribute("href").split("#")[1],
    tone: (box.closest("[data-tone]") ?? box).dataset.tone,
    place: said(".place:not([hidden])"),
    needs: [...box.querySelectorAll(".needs li")].map((each) => each.textContent.trim()),
    topics: box.dataset.topics?.split(" ").filter(Boolean),
    note: box.dataset.note,
    added: iso(new Date()),
  });
};
