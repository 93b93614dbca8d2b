// What is answered -> an address of GitHub with it, and what is too long for one copied beside.
import { say } from "../words.js";
import { labelOf } from "./form.js";

const MOST = 6000; // bytes of an address; GitHub refuses some 8,000
const part = (name) => document.querySelector(`[data-${name}]`);
const about = part("add").dataset;
const at = (path, query) => `${about.repository}/${path}?${new URLSearchParams(query).toString().replaceAll("+", "%20")}`;

/** A name as the last part of an address: Latin letters without accents, as signpost/model/addresses.py has it. */
export const slugOf = (name) => {
  const plain = name.toLowerCase().replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/ø/g, "o").normalize("NFKD").replace(/\p{M}/gu, "");
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  while (words.length > 1 && words.join("-").length > 60) words.pop();
  return /[^\P{L}a-z]/u.test(plain) || !words.length ? "name-of-the-place" : words.join("-").slice(0, 60);
};

/** Open an address, and say so; `text` is copied for pasting, and `told` says where. */
const open = (address, text, told = "") => {
  const copying = text && navigator.clipboard?.writeText(text).then(() => true, () => false);
  window.open(address, "_blank", "noopener");
  const link = Object.assign(document.createElement("a"), { href: address, target: "_blank", rel: "noopener", textContent: say("opened-link") });
  const lines = [told, say("opened")].filter(Boolean).map((line) => Object.assign(document.createElement("p"), { textContent: line }));
  lines.at(-1).append(" ", link);
  part("opened").replaceChildren(...lines);
  part("copied").hidden = !text;
  part("copied-text").value = text;
  Promise.resolve(copying).then((isCopied) => text && !isCopied && lines.at(-1).before(say("by-hand")));
};

/** The issue form of the kind, filled in. What makes the address too long is left out, longest first, and copied. */
export const suggest = (answers, more, name) => {
  const title = say(more ? "title-edit" : "title-new", { kind: about.one, name });
  const kept = Object.entries(answers).filter(([, answer]) => answer);
  const left = [];
  const address = () => at("issues/new", { template: `add-${about.kind}.yml`, title, ...more, ...Object.fromEntries(kept) });
  const longest = () => kept.reduce((found, [name, answer], n) => (name !== "name" && answer.length > (kept[found]?.[1].length ?? 0) ? n : found), -1);
  while (address().length > MOST && longest() >= 0) left.push(...kept.splice(longest(), 1));
  const text = left.length > 1 ? left.map(([field, answer]) => `${labelOf(field)}\n${answer}`).join("\n\n") : left[0]?.[1];
  open(address(), text ?? "", text && say("copied", { fields: left.map(([field]) => labelOf(field)).join(", ") }));
};

export const create = (text, slug) => {
  const address = (more) => at(`new/${about.branch}/content/${about.kind}`, { filename: `${slug}.md`, ...more });
  if (address({ value: text }).length <= MOST) open(address({ value: text }), "");
  else open(address(), text, say("copied-new"));
};
export const edit = (path, text) => open(`${about.repository}/edit/${about.branch}/${encodeURI(path)}`, text, say("copied-file"));
