// A network that somebody shared: shown beside one's own, which it never changes by itself.
import { element } from "../find/card.js";
import { iso, place } from "../keep/place.js";
import { update } from "../keep/store.js";
import { say } from "../words.js";
import { found, guessed } from "./found.js";
import { network } from "./share.js";

/** Show the network in the address' fragment; nothing when there is none. */
export const showShared = async (part, table, ways, tell) => {
  const given = network(location.hash);
  part("shared").hidden = !given;
  if (!given) return;
  const all = await Promise.all(given.places.map(async (each) => ({ each, ...(await found(table, ways, { ...place(each), name: guessed(each.id) })) })));
  const here = all.filter(({ row }) => row !== -1);
  const left = given.count - here.length;
  part("shared-title").textContent = here.length ? say("shared", { n: here.length }) : say("shared-broken");
  part("shared-left").textContent = here.length && left ? say("shared-left-out", { n: left }) : "";
  part("shared-list").replaceChildren(...here.map((one) => item(part, one)));
  part("shared-all").hidden = !here.length;
  part("shared-all").onclick = () => {
    update((places) => [...places, ...here.map(toKeep).filter(({ id }) => !places.some((each) => each.id === id))]);
    tell(say("shared-all-kept"));
  };
  part("shared-title").focus();
};

const toKeep = ({ each, card }) => place({ ...card, ...each, added: iso(new Date()) });

const item = (part, { each, card }) => {
  const made = element(card);
  const box = made.querySelector(".card");
  box.dataset.topics = each.topics.join(" "); // what its button keeps with it
  box.dataset.note = each.note;
  const said = part("shared-said").content.cloneNode(true).firstElementChild;
  const topics = each.topics.map((code) => part("entry").content.querySelector(`input[value="${CSS.escape(code)}"]`)?.parentElement.textContent.trim() ?? code);
  said.textContent = [topics.length && say("for-topics", { topics: topics.join(", ") }), each.note].filter(Boolean).join("\n");
  if (said.textContent) made.append(said);
  return made;
};
