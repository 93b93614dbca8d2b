// The words a page was given for its scripts -> text, with names, numbers and plurals filled in.

const language = document.documentElement.lang;
const plurals = new Intl.PluralRules(language);
const texts = {};
for (const place of document.querySelectorAll("[data-told]")) Object.assign(texts, JSON.parse(place.dataset.told));

/** The text for a key; with `n`, the form that the number takes. */
export const say = (key, values = {}) => {
  let text = texts[key];
  if (typeof text === "object") text = text[plurals.select(values.n)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => shown(values[name]));
};

const shown = (value) => (value > 999 ? value.toLocaleString(language) : value); // the browser takes long to learn how

/** A day as it is written in the site's language. */
export const day = (date) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(date);
