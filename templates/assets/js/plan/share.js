// A network <-> the fragment of an address: #kept=2;meetups/python-nantes~~Ask%20for%20Ana;mentorship-programs/side-by-side~pricing.contracts
// The number says how many places there were, so that a link which lost its end can say so.
import { isId } from "../keep/place.js";

const NAME = "#kept=", MOST = 100;

const coded = (text) => encodeURIComponent(text).replace(/[~'()!*.]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

/** The fragment for places; with their notes only when that is wanted. */
export const fragment = (places, isWithNotes) =>
  `${NAME}${[places.length, ...places.map(({ id, topics, note }) => one(id, topics, isWithNotes ? note : ""))].join(";")}`;

const one = (id, topics, note) => [id, topics.map(coded).join("."), coded(note)].join("~").replace(/~+$/, "");

/** { count, places: [{ id, topics, note }] } of a fragment, with whatever of it can be read; null when it holds no network. */
export const network = (hash) => {
  if (!hash.startsWith(NAME)) return null;
  const [count, ...parts] = hash.slice(NAME.length).split(";");
  const read = parts.slice(0, MOST).map((part) => {
    const [id, topics = "", note = ""] = part.split("~");
    return { id: text(id), topics: topics.split(".").map(text).filter(Boolean), note: text(note) };
  });
  const places = [...new Map(read.filter(({ id }) => isId(id)).map((each) => [each.id, each])).values()];
  return { count: Math.max(places.length, Math.min(parseInt(count, 10) || parts.length, MOST)), places };
};

/** Text again; where the end of an escape was lost, without that end. */
const text = (coded) => {
  try {
    return decodeURIComponent(coded);
  } catch {
    return coded.includes("%") ? text(coded.slice(0, coded.lastIndexOf("%"))) : "";
  }
};
