// Places, languages and time zones: signpost/model/fieldtypes/places.py. `names` is names.json.
import { fail, near } from "./reading.js";

const has = (pairs, code) => pairs.some(([each]) => each === code);
const among = (known, value) => (Object.hasOwn(known, value.toLowerCase()) ? known[value.toLowerCase()] : "");

const countryMeant = (value, { codes, countries }) => {
  const code = among(codes, value) || codes[near(value, Object.keys(codes).filter((name) => name.length > 3), 80)];
  return has(countries, code) ? code : "";
};

export const country = (value, { example = "PT" }, names) =>
  has(names.countries, value) ? value : fail("not-a-country", value, { found: countryMeant(value, names), example });

export const place = (value, _, names) => {
  if (has(names.countries, value) || has(names.regions, value)) return value;
  const regions = names.regions.map(([code]) => code);
  return fail("not-a-place", value, { found: near(value, regions) ?? countryMeant(value, names), all: regions.join(", ") });
};

const isLanguage = (tag, { languages, scripts, territories }) => {
  const [, name, , script, , territory] = /^([a-z]{2,3})(-([A-Z][a-z]{3}))?(-([A-Z]{2}|[0-9]{3}))?$/.exec(tag) ?? [];
  return has(languages, name) && (!script || scripts.includes(script)) && (!territory || territories.includes(territory));
};

/** A tag with the capitals and hyphens that BCP 47 recommends. */
const inForm = (tag) => {
  const [first, ...others] = tag.toLowerCase().split(/[-_]/);
  const formed = others.map((part) => (part.length === 4 ? part.replace(/./, (letter) => letter.toUpperCase()) : part.toUpperCase()));
  return [first, ...formed].join("-");
};

export const language = (value, _, names) => {
  const tag = among(names.tags, value) || inForm(value);
  return isLanguage(value, names) ? value : fail("not-a-language", value, { found: isLanguage(tag, names) && tag });
};

export const timezone = (value, _, { zones }) => {
  if (zones.includes(value)) return value;
  const city = (zone) => zone.split("/").at(-1).replaceAll("_", " ").toLowerCase();
  return fail("not-a-timezone", value, { found: zones.findLast((zone) => city(zone) === value.toLowerCase()) ?? near(value, zones) });
};
