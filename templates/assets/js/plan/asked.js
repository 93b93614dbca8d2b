// The form <-> what is asked, { name: [codes] } <-> the address' query.

/** What is asked in a form. */
export const read = (form) => {
  const asked = {};
  for (const [name, code] of new FormData(form)) if (code) (asked[name] ??= []).push(code);
  return asked;
};

/** The query for what is asked; there is always one, so that an answer has an address of its own. */
export const query = (asked) => {
  const pairs = Object.entries(asked).flatMap(([name, codes]) => codes.map((code) => [name, code]));
  return `?${new URLSearchParams(pairs.length ? pairs : { all: "" })}`;
};

/** Fill the form from a query; whether anything was asked in it. */
export const fill = (form, search) => {
  const given = new URLSearchParams(search);
  const fields = [...form.elements].filter(({ name }) => name);
  for (const field of fields) {
    const codes = given.getAll(field.name);
    if (field.type === "checkbox") field.checked = codes.includes(field.value);
    else if (field.type === "radio") field.checked = (codes[0] ?? "") === field.value;
    else choose(field, codes[0] ?? "", form);
  }
  for (const radio of fields) if (radio.type === "radio" && !form.elements[radio.name].value) radio.checked = !radio.value;
  return given.has("all") || fields.some(({ name }) => given.has(name));
};

const choose = (select, code, form) => {
  if (select.name === "city") cities(form);
  select.value = code;
  if (select.selectedIndex < 0) select.value = "";
};

const groups = new WeakMap();

/** Offer the cities of the country that is chosen; all of them while none is. */
export const cities = (form) => {
  const { city, country } = form.elements;
  if (!city || !country) return;
  if (!groups.has(city)) groups.set(city, [...city.children]);
  const [any, ...all] = groups.get(city);
  const before = city.value;
  city.replaceChildren(any, ...all.filter((group) => !country.value || group.dataset.country === country.value));
  city.value = before;
  if (city.selectedIndex < 0) city.value = "";
};
