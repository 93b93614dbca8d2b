// A network <-> the fragment of an address: #kept=2;meetups/python-nantes;mentorship-programs/side-by-side~pricing~contracts
// The number says how many places there were, so that a link which lost its end can say so.
import { element } from "../find/card.js";
import { place } from "../keep/store.js";
import { say } from "../words.js";
import { found, named, part, tell } from "./page.js";

const NAME = "#kept=", MOST = 100;

export const fragment = (places) => NAME + [places.length, ...places.map(({ id, topics }) => [id, ...topics].join("~"))].join(";");

const nameOf = (id) => id.slice(id.lastIndexOf("/") + 1).replaceAll("-", " ");

/** { count, places } of a fragment, with whatever of it can be read. */
export const network = (hash) => {
  const [count, ...parts] = hash.slice(NAME.length).split(";").slice(0, MOST + 1);
  const read = parts.map((part) => part.split("~")).map(([id, ...topics]) => [id, place({ id, topics, name: nameOf(id) })]);
  const places = Object.values(Object.fromEntries(read)).filter(Boolean); // each once
  return { count: Math.max(places.length, Math.min(parseInt(count) || parts.length, MOST)), places };
};

/** What somebody shared, beside one's own, which it never changes by itself. */
const show = async () => {
  part("shared").hidden = !location.hash.startsWith(NAME);
  if (part("shared").hidden) return;
  const { count, places } = network(location.hash);
  const cards = await Promise.all(places.map(found));
  const items = cards.flatMap((card, number) => (card.row === -1 ? [] : item(card, places[number])));
  const [n, left] = [items.length, count - items.length];
  part("shared-title").textContent = say(n ? "shared" : "shared-broken", { n });
  part("shared-left").textContent = n && left ? say("shared-left-out", { n: left }) : "";
  part("shared-list").replaceChildren(...items);
  part("shared-all").hidden = !n;
  part("shared-title").focus();
};

const item = (card, { topics }) => {
  const made = element(card);
  if (!topics.length) return made;
  made.querySelector(".card").dataset.topics = topics.join("~"); // what its button keeps as well
  made.append(say("for-topics", { topics: named(topics) }));
  return made;
};

part("shared-all").addEventListener("click", () => {
  for (const button of part("shared-list").querySelectorAll('.keep[aria-pressed="false"]')) button.click();
  tell("shared-all-kept");
});
addEventListener("hashchange", show);
show();
