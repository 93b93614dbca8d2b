// card(item, declared): a listing in a list, rendered once and kept.
import { escaped } from "./escaped.mjs";

const kept = new Map();

export function card(item, declared) {
  if (!kept.has(item.url)) kept.set(item.url, rendered(item, declared));
  return kept.get(item.url);
}

export const day = (found) => (found instanceof Date ? found.toISOString().slice(0, 10) : found);

function rendered({ data, url }, { labels, one, countries }) {
  const items = (name) => data[name].map((code) => `<li>${escaped(labels[name][code])}</li> `).join("");
  const checked = day(data.verified);
  return `<article class="card">
<p class="kind-tab">${escaped(one[url.split("/")[1]])}</p>
<h3><a href="${url}">${escaped(data.name)}</a></h3>
<p class="summary">${escaped(data.summary)}</p>
<ul class="needs" aria-label="Helps with">${items("support")}</ul>
<ul class="work" aria-label="Fields of work">${items("work")}</ul>
<ul class="facts-line">
<li class="place">${escaped(data.city)}, ${escaped(countries[data.country])}</li>
<li class="format">${labels.format[data.format]}</li>
<li class="cost">${labels.cost[data.cost]}</li>
<li class="freshness">Checked <time datetime="${checked}">${checked}</time></li>
</ul>
</article>`;
}
