// Places, languages and time zones: signpost/model/fieldtypes/places.py. `names` is names.json.
import { didYouMean, fail, meant, near, quoted } from "./reading.js";

const has = (pairs, code) => pairs.some(([each]) => each === code);
const among = (codes, value) => (Object.hasOwn(codes, value.toLowerCase()) ? codes[value.toLowerCase()] : "");

const countryMeant = (value, { codes, countries }) => {
  const code = among(codes, value) || codes[near(value, Object.keys(codes).filter((name) => name.length > 3), 80)];
  return has(countries, code) ? meant(code) : "";
};

export const country = (value, { example = "PT" }, names) => {
  const hint = () => `${countryMeant(value, names)}Write its two letters in capitals, such as ${example}.`;
  return has(names.countries, value) ? value : fail("not-a-country", `${quoted(value)} is not a country's code`, hint());
};

export const place = (value, _, names) => {
  if (has(names.countries, value) || has(names.regions, value)) return value;
  const regions = names.regions.map(([code]) => code);
  const hint = (didYouMean(value, regions) || countryMeant(value, names)) + `Write a country's code in capitals, or one of ${regions.join(", ")}.`;
  return fail("not-a-place", `${quoted(value)} is not a place that can be served`, hint);
};

const isLanguage = (tag, { languages, scripts, territories }) => {
  const [, name, , script, , territory] = /^([a-z]{2,3})(-([A-Z][a-z]{3}))?(-([A-Z]{2}|[0-9]{3}))?$/.exec(tag) ?? [];
  return has(languages, name) && (!script || scripts.includes(script)) && (!territory || territories.includes(territory));
};

/** A tag with the capitals and hyphens that BCP 47 recommends. */
const inForm = (tag) => {
  const [first, ...others] = tag.split(/[-_]/);
  const titled = (part) => part[0].toUpperCase() + part.slice(1).toLowerCase();
  return [first.toLowerCase(), ...others.map((part) => (part.length === 4 ? titled(part) : part.toUpperCase()))].join("-");
};

export const language = (value, _, names) => {
  if (isLanguage(value, names)) return value;
  const tag = among(names.tags, value) || inForm(value);
  const hint = `${isLanguage(tag, names) ? meant(tag) : ""}Write it as en, pt-BR or zh-Hant.`;
  return fail("not-a-language", `${quoted(value)} is not a language's tag`, hint);
};

export const timezone = (value, _, { zones }) => {
  if (zones.includes(value)) return value;
  const city = (zone) => zone.split("/").at(-1).replaceAll("_", " ").toLowerCase();
  const known = zones.findLast((zone) => city(zone) === value.toLowerCase());
  const hint = `${known ? meant(known) : didYouMean(value, zones)}Write its name, such as Europe/Lisbon.`;
  return fail("not-a-timezone", `${quoted(value)} is not a time zone`, hint);
};
