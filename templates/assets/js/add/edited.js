// The listing that is edited, by the address: ?edit=<its name>. Nothing when there is none.
import { fetched } from "../find/table.js";
import { say } from "../words.js";

const part = (hook) => document.querySelector(`[data-${hook}]`);
const { kind } = part("add").dataset;
const slug = new URLSearchParams(location.search).get("edit");

/** `path`, `segments` and `answers` of its file, and its `id`. */
export const edited = async () => {
  if (!slug) return undefined;
  const id = `${kind}/${slug}`;
  const address = `${document.documentElement.dataset.base}data/edit/${id}.json`;
  const found = /^[a-z0-9-]+$/.test(slug) && (await fetched(address).catch(() => undefined));
  if (found) return { ...found, id };
  Object.assign(part("unknown"), { textContent: say("edit-unknown", { slug }), hidden: false });
  return undefined;
};

export const head = ({ name }) => {
  part("heading").textContent = say("edit-heading");
  part("lede").textContent = say("edit-lede", { name });
  document.title = `${say("edit-heading")}: ${name}`;
};
