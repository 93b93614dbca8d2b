// What is asked: form <-> address, ?q=words&kind=meetups&kind=associations&confirmed=1&sort=name&page=2
import { cities } from "./facets.js";

const boxes = (form) => [...form.querySelectorAll("[data-facet] input")];
const SURE = ["fresh", "ageing", "stale"];

/** What the form asks: { words, filters: {name: [codes]}, confirmed, sort, page }. */
export const read = (form) => {
  const filters = {};
  for (const box of boxes(form)) if (box.checked) (filters[box.name] ??= []).push(box.value);
  const { q, sort, confirmed } = form.elements;
  if (confirmed.checked) filters.freshness = SURE;
  return { words: q.value.trim(), filters, confirmed: confirmed.checked, sort: sort.value, page: Number(form.dataset.page) };
};

/** Fill the form from an address. Returns what could not be asked: names and codes that are not there. */
export const fill = (form, address, table, here) => {
  const asked = new URLSearchParams(address);
  const { q, sort, confirmed } = form.elements;
  cities(form, table, asked.getAll("country"), asked.getAll("city"));
  q.value = asked.get("q") ?? "";
  confirmed.checked = asked.get("confirmed") === "1";
  const sorts = [...sort].map((each) => each.value).filter((value) => value !== "near" || here);
  sort.value = sorts.includes(asked.get("sort")) ? asked.get("sort") : "best";
  const page = Number(asked.get("page"));
  form.dataset.page = Number.isInteger(page) && page > 1 ? Math.min(page, Math.ceil(table.length / 12)) : 1;
  for (const box of boxes(form)) box.checked = asked.getAll(box.name).includes(box.value);
  return [...asked].filter(([name, value]) => !isKnown(form, name, value, sorts)).map(([name, value]) => `${name}=${value}`);
};

const isKnown = (form, name, value, sorts) => {
  if (name === "sort") return sorts.includes(value);
  if (["q", "confirmed", "page"].includes(name)) return true;
  return boxes(form).some((box) => box.name === name && box.value === value);
};

/** Put what is asked into the address, so that it can be copied. Words being typed make one step back, not many. */
export const write = (form, isTyped) => {
  const { words, filters, confirmed, sort, page } = read(form);
  const asked = new URLSearchParams(words ? { q: words } : {});
  for (const [name, codes] of Object.entries(filters)) if (name !== "freshness") for (const code of codes) asked.append(name, code);
  if (confirmed) asked.set("confirmed", "1");
  if (sort !== "best") asked.set("sort", sort);
  if (page > 1) asked.set("page", page);
  const address = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
  if (isTyped && history.state?.typed) history.replaceState({ typed: true }, "", address);
  else if (address !== location.pathname + location.search) history.pushState({ typed: isTyped }, "", address);
};
