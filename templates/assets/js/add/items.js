// The values of an answer, choices by their codes: between commas, or on lines of their own. One that has a comma stands between quotation marks.

export const MARKED = /"(?:[^"\\]|\\.)*"/.source;
const ASK_CODE = { country: "codes", places: "codes", languages: "tags" };
const ITEM = new RegExp(`\\s*(?:(${MARKED})\\s*(?=[,\\n]|$)|([^,\\n]*))(?:[,\\n]|$)`, "g");

/** A text without the quotation marks around it. */
export const bare = (marked) => marked.slice(1, -1).replace(/\\(.)/g, "$1");

export const items = (answer) => [...answer.matchAll(ITEM)].map(([, marked, plain]) => (marked ? bare(marked) : plain));

/** The code that somebody means by a name; the word itself when it is none. */
export const code = ({ type, choices }, word, names) => {
  const called = (at) => choices.map((each) => [each[at].toLowerCase(), each[0]]);
  const known = type.startsWith("term") ? [...called(0), ...called(1)] : Object.entries(names[ASK_CODE[type]] ?? {});
  if (choices?.some(([each]) => each === word)) return word;
  return known.findLast(([name]) => name === word.toLowerCase())?.[1] ?? word;
};
