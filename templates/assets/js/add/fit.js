// What is said of fields -> the values that fit, and what does not: signpost/model/fieldtypes/fitting.py and __init__.py.
import { email, links, phone, url } from "./addresses.js";
import { meeting } from "./meetings.js";
import { country, language, place, timezone } from "./places.js";
import { attempt, fail, near, several } from "./reading.js";
import { clock, day, hours } from "./times.js";
import { image, listing, number, term, text, yesNo } from "./words.js";

/** A reader for one value of each type; lists are read value by value. */
const READERS = {
  text, url, email, phone, number, term, country, timezone, hours, listing, links, image,
  markdown: text, "yes-no": yesNo, date: day, time: clock, organisation: text,
  texts: text, urls: url, terms: term, languages: language, places: place, listings: listing, meets: meeting, dates: day,
};

const read = (said, field, names) => {
  const reader = READERS[field.type];
  if (field.many) return several(reader, said, field, names);
  if (field.type === "links") return reader(said, field, names);
  if (said.length > 1) fail("not-one-value");
  return reader(said[0], field, names);
};

/** `said` has a list of texts by field name, as `said` of file.js gives them. */
export const fit = (said, fields, names) => {
  const [values, wrong] = [{}, []];
  const tell = ({ name, example = "...", ...field }, found) => {
    const sample = field.many && !example.startsWith("{") ? `[${example}]` : example;
    wrong.push(...found.map((each) => ({ ...field, name, sample, example, ...each, field: name })));
  };
  for (const field of fields) if (field.required && !said[field.name]) tell(field, [{ key: "missing-field" }]);
  for (const [name, texts] of Object.entries(said)) {
    const field = fields.find((each) => each.name === name);
    const { value, wrong } = field ? attempt(() => read(texts, field, names)) : { wrong: [unknown(name, fields)] };
    if (wrong) tell(field ?? { name }, wrong);
    else values[name] = value;
  }
  return { values, wrong };
};

const unknown = (name, fields) => {
  const [known, labels] = ["name", "label"].map((key) => fields.map((each) => each[key]));
  const found = near(name, [...known, ...labels]);
  return { key: found ? "unknown-field" : "unknown-field_all", found: known[labels.indexOf(found)] ?? found, all: known.join(", ") };
};
