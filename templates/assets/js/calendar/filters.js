// The form <-> the address: ?in=pt&city=pt/porto&online=1&confirmed=1
const NAMES = ["in", "city", "online", "confirmed"];
const cities = new WeakMap();

/** What is asked for: { in, city, online, confirmed }, each empty when it is not. */
export const read = (form) => Object.fromEntries(NAMES.map((name) => [name, valueOf(form.elements[name])]));

const valueOf = (field) => (field.type === "checkbox" ? (field.checked ? field.value : "") : field.value);

/** Make the form ready: filled from an address' query when one is given, and only with cities of its country. */
export const wake = (form, query) => {
  if (!cities.has(form)) cities.set(form, [...form.elements.city.options]);
  if (query === undefined) offer(form);
  else fill(form, new URLSearchParams(query));
  delete form.dataset.asleep;
};

const fill = (form, asked) => {
  const code = (asked.get("city") ?? "").toLowerCase();
  choose(form.elements.in, (asked.get("in") ?? code.split("/")[0]).toLowerCase());
  offer(form);
  const found = [...form.elements.city.options].find((each) => code && [each.value, each.value.split("/")[1]].includes(code));
  choose(form.elements.city, found?.value ?? "");
  for (const name of ["online", "confirmed"]) form.elements[name].checked = asked.get(name) === "1";
};

const choose = (select, value) => {
  select.value = value;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
};

/** Only the cities of the chosen country; the chosen city stays if it is one of them. */
const offer = (form) => {
  const { in: country, city } = form.elements;
  const kept = city.value;
  city.replaceChildren(...cities.get(form).filter((each) => !country.value || !each.value || each.dataset.within === country.value));
  choose(city, kept);
};

/** Put what is asked into the address: each change is a step that Back takes back. */
export const write = (form) => {
  const asked = new URLSearchParams(Object.entries(read(form)).filter(([, value]) => value));
  const query = asked.toString().replaceAll("%2F", "/");
  const here = `${location.pathname}${query ? `?${query}` : ""}`;
  if (here !== location.pathname + location.search) history.pushState(null, "", here);
};
