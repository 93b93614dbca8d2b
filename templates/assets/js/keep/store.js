// What a visitor keeps: a list of places on this device, and nowhere else. What cannot be stored lasts as long as the page.

export const PREFIX = `signpost:${document.documentElement.dataset.base}:`; // other sites may share the origin
const KEY = `${PREFIX}kept`;
const VERSION = 1;
const CARD = { id: "", name: "", summary: "", one: "", icon: "map-pin", tone: "slate", place: "", needs: [] };
const EMPTY = { ...CARD, note: "", touched: "", topics: [] }; // with what the visitor adds
const dropped = new Map();
let memory; // the list, while it cannot be stored

const isLike = (value, empty) => Array.isArray(value) === Array.isArray(empty) && [value].flat().every((each) => typeof each === "string");

/** A place with all its parts, each of its sort; null without the id of a listing. */
export const place = (given) => {
  const made = { ...EMPTY, kind: "guides" }; // whose cards tell no cost and freshness: these may have changed
  for (const key in EMPTY) if (isLike(given?.[key], EMPTY[key])) made[key] = given[key];
  return /^[a-z0-9-]+\/[a-z0-9-]+$/.test(made.id) ? made : null;
};

const attempt = (act) => {
  try {
    return act();
  } catch {} // blocked, full, or no JSON
};

export const kept = () => {
  const raw = !memory && attempt(() => localStorage.getItem(KEY));
  if (!raw) return memory ?? [];
  const { v, places } = attempt(() => JSON.parse(raw)) ?? {};
  const all = v === VERSION && Array.isArray(places) ? places.map(place) : [null];
  if (all.includes(null)) attempt(() => localStorage.setItem(`${KEY}-aside`, raw)); // another version may make sense of it
  return all.filter(Boolean);
};

export const isTroubled = () => Boolean(memory);
const tell = () => dispatchEvent(new Event("kept"));

/** Replace the list by what `change` makes of it as it is now, whichever tab changed it last. The window hears "kept". */
export const update = (change) => {
  memory = change(kept());
  attempt(() => {
    localStorage.setItem(KEY, JSON.stringify({ v: VERSION, places: memory }));
    memory = undefined;
  });
  tell();
};

/** Keep a place; one that was dropped comes back where it stood, with all that was written on it. */
export const add = (given) => {
  const [at, before] = dropped.get(given.id) ?? [Infinity, place(given)];
  update((places) => places.filter(({ id }) => id !== given.id).toSpliced(at, 0, before));
};
export const drop = (id) => update((places) => places.filter((each, at) => each.id !== id || !dropped.set(id, [at, each])));
export const alter = (id, parts) => update((places) => places.map((each) => (each.id === id ? { ...each, ...parts } : each)));
for (const event of ["storage", "pageshow"]) addEventListener(event, tell);
