// What is said of fields -> the values that fit, and what does not: signpost/model/fieldtypes/fitting.py and __init__.py.
import { email, links, phone, url } from "./addresses.js";
import { meeting } from "./meetings.js";
import { country, language, place, timezone } from "./places.js";
import { attempt, fail, meant, near, sample, several } from "./reading.js";
import { clock, day, hours } from "./times.js";
import { image, listing, markdown, number, term, text, yesNo } from "./words.js";

/** A reader for one value of each type; lists are read value by value. */
const READERS = {
  text, markdown, url, email, phone, number, term, country, timezone, hours, listing, links, image,
  "yes-no": yesNo, date: day, time: clock, organisation: text,
  texts: text, urls: url, terms: term, languages: language, places: place, listings: listing, meets: meeting, dates: day,
};

const read = (said, field, names) => {
  const reader = READERS[field.type];
  if (field.many) return several(reader, said, field, names);
  if (field.type === "links") return reader(said, field, names);
  const hint = `Write it on one line, such as ${field.name}: ${sample(field)}`;
  if (said.length > 1) fail("not-one-value", `${field.label} takes one value, not a list`, hint);
  return reader(said[0], field, names);
};

/** `said` has a list of texts by field name, as `said` of file.js gives them. */
export const fit = (said, fields, names) => {
  const [values, wrong] = [{}, []];
  for (const field of fields) {
    if (!field.required || said[field.name]) continue;
    wrong.push({ field: field.name, rule: "missing-field", say: `${field.label} is missing`, hint: `Add a line ${field.name}: ${sample(field)}` });
  }
  for (const [name, texts] of Object.entries(said)) {
    const field = fields.find((each) => each.name === name);
    const found = field ? attempt(() => read(texts, field, names)) : { wrong: [unknown(name, fields)] };
    if (!found.wrong) values[name] = found.value;
    else wrong.push(...found.wrong.map((each) => ({ ...each, field: name })));
  }
  return { values, wrong };
};

const unknown = (name, fields) => {
  const found = near(name, [...fields.map((each) => each.name), ...fields.map((each) => each.label)]);
  const hint = meant(fields.find((each) => each.label === found)?.name ?? found) || `The fields are ${fields.map((each) => each.name).join(", ")}.`;
  return { rule: "unknown-field", say: `There is no field ${name} here`, hint: hint.trimEnd() };
};
