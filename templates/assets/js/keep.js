// A button to keep it on every card and listing, also on those that scripts show later, and how many are kept in the header.
import { add, drop, isTroubled, kept, place } from "./keep/store.js";
import { say } from "./words.js";

const part = (selector, box = document) => box.querySelector(selector);

/** What is kept of a card or of a listing's own page; the plan asks the table for the rest. */
const shown = (box) => {
  const { pathname } = part("h3 a", box) ?? location;
  const id = pathname.slice(document.documentElement.dataset.base.length).replace(/\/(index\.html)?$/, "");
  const [name, one] = ["h3, h1", ".kind-tab"].map((said) => part(said, box)?.textContent.trim());
  return place({ id, name, one, topics: box.dataset.topics?.split("~") });
};

const button = (box) => {
  const given = shown(box);
  if (!given) return;
  const made = part("template[data-keep]").content.cloneNode(true).firstElementChild;
  made.dataset.keep = given.id;
  made.ariaLabel = say("keep-named", given);
  made.addEventListener("click", () => (made.ariaPressed === "true" ? drop(given.id) : add(given)));
  // On a card the name comes first, also for the keyboard; on its own page the name has been read.
  if (box.matches(".card")) box.append(made);
  else part(".kind-tab", box).after(made);
};

const show = () => {
  const ids = kept().map(({ id }) => id);
  for (const each of document.querySelectorAll("button[data-keep]")) each.ariaPressed = ids.includes(each.dataset.keep);
  part("[data-plan]").dataset.kept = ids.length;
  part("[data-plan]").ariaLabel = say("keep-count", { n: ids.length });
  const notice = part("[data-keep-notice]");
  if (!isTroubled() || notice.textContent) return;
  notice.showPopover?.(); // once on a page: nothing is lost yet
  notice.textContent = say("keep-not-stored");
};

const fill = () => {
  const boxes = document.querySelectorAll(":is(.card, .listing-head):not(:has([data-keep]))");
  boxes.forEach(button);
  if (boxes.length) show();
};

fill();
show();
addEventListener("kept", show);
new MutationObserver(fill).observe(document.body, { childList: true, subtree: true });
