// "Is it one of these?" What intake/compare.py calls the same: address, or name and city; and nearly the same name.
import { fetched } from "../find/table.js";
import { say } from "../words.js";
import { parts, tracks } from "./addresses.js";
import { ratio } from "./reading.js";

const ALIKE = 90, ALIKE_WORD = 70; // percent
const { base } = document.documentElement.dataset;

/** A web address as it is compared: without scheme, www., tracking, fragment and a last slash. */
export const normalAddress = (address) => {
  const { host, path, query } = parts(address.trim());
  const kept = [...new URLSearchParams(query)].filter(([name]) => !tracks(name)).sort();
  return host && `${host.replace(/^www\./, "")}${path.replace(/(?<!\/)\/+$/, "")}${kept.length ? `?${new URLSearchParams(kept)}` : ""}`;
};

/** A name as it is compared: small letters and digits, without accents, single blanks between. */
export const normalName = (name) => name.toLowerCase().replace(/ß/g, "ss").normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/[^\p{L}\p{N}+#]+/gu, " ").trim();

const isSlip = (one, other) => {
  if (ratio(one, other) < ALIKE) return false;
  const [words, others] = [one.split(" "), other.split(" ")];
  return words.length !== others.length || words.every((word, at) => ratio(word, others[at]) >= ALIKE_WORD);
};
const differ = (one, other) => one && other && one !== other;

/** The listings that what is answered may be: the same first. `known` are rows of listings.json. */
export const alike = (known, kind, { name = "", url = "", city = "", country = "" }, self) => {
  const [address, called, town] = [normalAddress(url), normalName(name), normalName(city)];
  const score = ([id, other, url, place, nation]) => {
    const [isOfKind, theirs] = [id.startsWith(`${kind}/`), normalName(other)];
    if (isOfKind && address && address === normalAddress(url)) return 2;
    if (called && called === theirs && town && town === normalName(place) && !differ(country, nation)) return 2;
    return isOfKind && called && isSlip(called, theirs) && !differ(town, normalName(place)) && !differ(country, nation) ? 1 : 0;
  };
  const found = known.filter(([id]) => id !== self).map((row) => [score(row), row]);
  return found.filter(([points]) => points).sort(([a], [b]) => b - a).map(([, row]) => row).slice(0, 5);
};

const part = (name, box = document) => box.querySelector(`[data-${name}]`);
let loading;

/** Show them. Where the list cannot be had, nothing is said: whoever looks at the suggestion is told again. */
export const tell = async ({ folder, kind }, answers, self) => {
  const found = alike(await (loading ??= fetched(`${folder}listings.json`).catch(() => [])), kind, answers, self);
  const rows = found.map(([id, name, , city]) => {
    const row = part("alike-row").content.cloneNode(true);
    Object.assign(part("name", row), { textContent: name, href: `${base}${id}/` });
    part("place", row).textContent = city;
    part("mend", row).href = `${base}add/${id.replace("/", "/?edit=")}`;
    return row;
  });
  part("alike-list").replaceChildren(...rows);
  if (found.length && part("alike").hidden) part("say").textContent = say("alike", { n: found.length });
  part("alike").hidden = !found.length;
};
