// What a visitor keeps: a list of places on this device, and nowhere else. What cannot be stored lasts as long as the page.
import { place } from "./place.js";

/** What the names of all that this site stores begin with: other sites may share its origin. */
export const PREFIX = `signpost:${document.documentElement.dataset.base}:`;
const KEY = `${PREFIX}kept`;
const VERSION = 1;
const heard = [];
let memory; // the list, while it cannot be stored
let trouble = false;

const attempt = (act, otherwise) => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};

/** What cannot be read is kept aside: another version, or a person, may make sense of it. */
const read = (raw) => {
  const { v, places } = attempt(() => JSON.parse(raw), null) ?? {};
  const sound = v === VERSION && Array.isArray(places) ? places.map(place).filter(Boolean) : [];
  const isSound = v === VERSION && sound.length === places?.length;
  if (!isSound) attempt(() => localStorage.setItem(`${KEY}-aside`, raw));
  return sound;
};

const stored = () => {
  const raw = attempt(() => localStorage.getItem(KEY), false);
  if (raw !== false) return raw ? read(raw) : [];
  trouble = true;
  return (memory = []);
};

const tell = () => heard.forEach((act) => act());

export const kept = () => memory ?? stored();
/** Whether what is kept will be gone with this page. */
export const isTroubled = () => trouble;
/** Call something after every change, here or in another tab. */
export const onChange = (act) => heard.push(act);

/** Replace the list by what `change` makes of it as it is now, whichever tab changed it last. */
export const update = (change) => {
  const places = change(kept());
  const raw = JSON.stringify({ v: VERSION, places });
  trouble = !attempt(() => (localStorage.setItem(KEY, raw), true), false);
  memory = trouble ? places : undefined;
  tell();
};

export const add = (given) => update((places) => [...places.filter(({ id }) => id !== given.id), given]);
export const drop = (id) => update((places) => places.filter((each) => each.id !== id));
export const alter = (id, parts) => update((places) => places.map((each) => (each.id === id ? { ...each, ...parts } : each)));

addEventListener("storage", ({ key }) => (key === KEY || key === null) && tell());
