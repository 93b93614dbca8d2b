// The words that were found -> marked where they stand: in a summary, or in the passage of a page that has them.
import { likeness } from "./meaning.js";
import { plain } from "./words.js";

const WORDS = /([\p{L}\p{N}]+)/gu;

const isFound = (word, terms) => terms.some((term) => likeness(term, plain(word)));

/** Whether a text has one of the words. */
export const has = (text, terms) => (text.match(WORDS) ?? []).some((word) => isFound(word, terms));

/** A text as nodes, with a <mark> around each word that was found. */
export const marked = (text, terms) =>
  text.split(WORDS).map((part) => {
    if (!part || !isFound(part, terms)) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });

/** The passage of a listing's page that has the words, as nodes; nothing where the index does not tell. */
export const passage = async ({ id, name }, hit, terms) => {
  const data = await hit?.data().catch(() => null); // the index was replaced, or the network is gone: the summary does
  if (!data?.url.endsWith(`/${id}/`)) return null;
  const text = new DOMParser().parseFromString(data.excerpt.replace(/<\/?mark>/g, ""), "text/html").body.textContent;
  return marked(text.slice(text.indexOf(name) < 0 ? 0 : text.indexOf(name) + name.length).replace(/^[\s.]+/, ""), terms);
};
