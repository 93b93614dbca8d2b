// Answers -> all that is wrong with them, as `signpost check` tells it of the file they make. `today` is a day: "2026-11-22".
import { said } from "./file.js";
import { fit } from "./fit.js";
import { RULES, WARNINGS } from "./rules.js";

const FENCES = ["```", "~~~"];

/** A heading of the first level in the text: the page's own heading is the listing's name. */
const headings = (text) => {
  let isFenced = false;
  return text.split("\n").flatMap((line) => {
    isFenced = FENCES.some((fence) => line.startsWith(fence)) !== isFenced;
    return line.startsWith("# ") && !isFenced ? { key: "top-heading", field: "body", value: line } : [];
  });
};

const fill = (text = "", values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** [{ field, rule, say, hint, advice, isWarning }]; advice is the hint for who sees no file. `names` is names.json, with words. */
export const check = (answers, rules, names, today) => {
  const fields = Object.fromEntries(rules.fields.map((field) => [field.name, field]));
  const given = rules.fields.filter(({ name }) => answers[name]?.trim());
  const texts = Object.fromEntries(given.map((field) => [field.name, said(field, answers[field.name].normalize(), names)]));
  const { values, wrong } = fit(texts, rules.fields, names);
  const get = (name) => values[name] ?? (texts[name] ? undefined : rules.defaults[name]);
  const of = (...types) => given.filter(({ name, type }) => types.includes(type) && name in values).map(({ name }) => [name, values[name]]);
  const single = ([name, value]) => [value].flat().map((each) => [name, [each].flat().at(-1)]); // a link is [name, address]
  const listing = {
    ...{ fields, values, get, names, today, oneOf: rules.oneOf },
    says: (...all) => all.some((name) => get(name) || texts[name]),
    addresses: of("url", "urls", "links").flatMap(single),
    emails: of("email"),
    texts: [...of("text", "texts", "markdown", "organisation").flatMap(single), ["body", answers.body ?? ""]],
  };
  const told = (all, isWarning) => Object.entries(all).flatMap(([key, rule]) => [rule(listing) || []].flat().map((each) => ({ key, isWarning, ...each })));
  return [...headings(answers.body ?? ""), ...wrong, ...told(RULES), ...told(WARNINGS, true)].map(({ key, field, isWarning, ...more }) => {
    const filled = { today, field, meant: more.found ? fill(names.words.meant, more) : "", ...more };
    const [say, hint, advice] = ["say", "hint", "form"].map((part) => fill(names.words[key][part], filled).trimEnd());
    return { field, rule: key.split("_")[0], isWarning, say, hint, advice: advice || hint };
  });
};
