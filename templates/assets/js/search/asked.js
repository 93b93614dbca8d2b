// What is asked: form <-> address, ?q=words&kind=meetups&kind=associations&confirmed=1&sort=name&page=2
import { choices } from "./facets.js";

const USUAL = { q: "", sort: "best", page: "1" };
const MOST = 50; // pages of results that an address can ask for
const SURE = ["fresh", "ageing", "stale"];

/** What differs from an untouched form, as it stands in the address. */
const query = (form) => new URLSearchParams([...new FormData(form)].filter(([name, value]) => USUAL[name] !== value));

/** { words, filters: {name: [codes]}, sort, page } */
export const asks = (form) => {
  const asked = query(form);
  const { q, sort, page, confirmed, ...chosen } = { ...USUAL, ...Object.fromEntries(asked) };
  const filters = Object.fromEntries(Object.keys(chosen).map((name) => [name, asked.getAll(name)]));
  if (confirmed) filters.freshness = SURE;
  return { words: q.trim(), filters, sort, page: Math.min(Math.max(1, Math.trunc(page) || 1), MOST) };
};

/** Fill the form from an address. Returns what could not be asked: names and codes that are not there. */
export const fill = (form, address, table, here) => {
  const asked = new URLSearchParams(address);
  choices(form, table, (name) => asked.getAll(name));
  const fields = [...form.elements];
  const isFree = (name) => name === "q" || name === "page";
  const isThere = ([name, value]) =>
    (value !== "near" || here) && fields.some((field) => field.name === name && (isFree(name) || field.value === value));
  const leftOut = [...asked].filter((each) => !isThere(each));
  for (const [name, value] of leftOut) asked.delete(name, value);
  for (const field of fields) {
    const values = asked.has(field.name) ? asked.getAll(field.name) : [USUAL[field.name]];
    if (isFree(field.name)) field.value = values[0];
    else field.checked = values.includes(field.value);
  }
  return leftOut.map((each) => each.join("="));
};

history.scrollRestoration = "manual"; // what is found comes after the browser would scroll
const keepPlace = () => history.replaceState({ ...history.state, y: scrollY }, "");
addEventListener("pagehide", keepPlace);

/** Put what is asked into the address, so that it can be copied. Words being typed make one step back, not many. */
export const write = (form, isTyped) => {
  keepPlace();
  const asked = query(form);
  const address = asked.size ? `?${asked}` : location.pathname;
  if (isTyped && history.state?.isTyped) history.replaceState({ isTyped }, "", address);
  else if (`${asked}` !== location.search.slice(1)) history.pushState({ isTyped }, "", address);
};
