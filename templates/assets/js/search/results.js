// Results -> cards, from the page's own <template>.

export const clear = (list) => list.replaceChildren();

export const show = (list, template, pages) => list.append(...pages.map((page) => card(template, page)));

const card = (template, { url, meta, excerpt }) => {
  const item = template.content.cloneNode(true);
  const slot = (name) => item.querySelector(`[data-slot="${name}"]`);
  item.querySelector(".card").dataset.tone = meta.tone;
  const symbol = item.querySelector(".kind-tab use");
  symbol.setAttribute("href", symbol.getAttribute("href").replace(/#.*/, `#${meta.icon}`));
  slot("freshness").dataset.state = meta.state ?? "";
  slot("title").textContent = meta.title;
  slot("title").href = url;
  slot("excerpt").replaceChildren(...marked(excerpt));
  for (const name of ["kind", "needs", "place", "cost", "freshness"]) {
    if (meta[name]) slot(name).textContent = meta[name];
    else slot(name).remove();
  }
  return item;
};

/** An excerpt with <mark> around the words that were found: its only tag, everything else is text. */
const marked = (excerpt) => {
  const parser = new DOMParser();
  const text = (part) => parser.parseFromString(`<p>${part.replaceAll("<", "&lt;")}</p>`, "text/html").body.textContent;
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    if (!part.startsWith("<mark>")) return document.createTextNode(text(part));
    const mark = document.createElement("mark");
    mark.textContent = text(part.slice(6, -7));
    return mark;
  });
};
