// A button to keep it on every card and listing, also on those that scripts show later, and how many are kept in the header.
import { shown } from "./keep/place.js";
import { add, drop, isTroubled, kept, onChange } from "./keep/store.js";
import { say } from "./words.js";

const template = document.querySelector("template[data-keep]");
const plan = document.querySelector("[data-plan]");
const BOXES = ".card, .listing-head";
let isTold = false;

const button = (box) => {
  const given = shown(box);
  if (!given || box.querySelector("[data-keep]")) return;
  const made = template.content.cloneNode(true).firstElementChild;
  made.dataset.keep = given.id;
  made.setAttribute("aria-label", say("keep-named", { name: given.name }));
  let before; // with all that was written on it, for those who change their mind
  made.addEventListener("click", () => {
    const now = kept().find(({ id }) => id === given.id);
    if (now) (before = now), drop(given.id);
    else add(before ?? shown(box));
  });
  // On a card the name comes first, also for the keyboard; on its own page the name has been read.
  if (box.matches(".card")) box.append(made);
  else box.querySelector(".kind-tab").after(made);
};

const show = () => {
  const ids = new Set(kept().map(({ id }) => id));
  for (const each of document.querySelectorAll("button[data-keep]")) {
    const is = ids.has(each.dataset.keep);
    each.setAttribute("aria-pressed", is);
    const symbol = each.querySelector("use");
    symbol.setAttribute("href", symbol.getAttribute("href").replace(/#.*/, is ? "#bookmark-check" : "#bookmark-plus"));
  }
  if (ids.size) plan.dataset.kept = ids.size;
  else delete plan.dataset.kept;
  plan.setAttribute("aria-label", say("keep-count", { n: ids.size }));
  if (isTroubled() && ids.size && !isTold) warn();
};

/** Said once on a page: nothing is lost yet, and it must not get in the way of anything else. */
const warn = () => {
  const notice = document.querySelector("[data-keep-notice]");
  isTold = true;
  notice.showPopover?.();
  notice.textContent = say("keep-not-stored");
};

const fill = (root) => [...(root.matches(BOXES) ? [root] : []), ...root.querySelectorAll(BOXES)].forEach(button);

fill(document.body);
show();
onChange(show);
new MutationObserver((changes) => {
  const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node instanceof Element);
  const boxes = added.filter((node) => node.matches(BOXES) || node.querySelector(BOXES));
  if (boxes.length) (boxes.forEach(fill), show());
}).observe(document.body, { childList: true, subtree: true });
