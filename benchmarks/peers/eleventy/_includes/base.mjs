// base({title, heading, summary, address, crumbs, content, declared}): the frame of every page.
import { escaped } from "./escaped.mjs";

const STYLE = `<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; accent-color: #0b6; }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; }
nav ul, .crumbs ol, .cards, .needs, .work, .facts-line { display: flex; flex-wrap: wrap; gap: .5rem 1rem; list-style: none; padding: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); }
.card { border: 1px solid; border-radius: .5rem; padding: 1rem; }
.facts div { display: grid; grid-template-columns: 12rem 1fr; gap: 1rem; }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; }
.prose { max-width: 40rem; }
</style>`;
let around;

const menu = ({ kinds, site }) => `<header class="site-header">
<a class="brand" href="/">${escaped(site.title)}</a>
<nav aria-label="Ways in">
<ul>
${kinds.map((each) => `<li><a href="/${each.slug}/">${escaped(each.many)}</a></li>\n`).join("")}<li><a href="/support/">Kinds of support</a></li>
<li><a href="/work/">Fields of work</a></li>
<li><a href="/in/">Countries</a></li>
</ul>
</nav>
</header>`;

const foot = ({ site }) => `<footer class="site-footer">
<p>${escaped(site.tagline)}</p>
<ul>
<li>Listings: <a href="${site.licence_url}" rel="license">${site.licence}</a></li>
<li><a href="${site.repository}">Source and content</a></li>
<li><a href="${site.contact}">Say that something is wrong</a></li>
<li><a href="/data/v1/listings.json">Data to download</a></li>
</ul>
</footer>`;

const trail = (crumbs) =>
  crumbs.map(([label, address], n) =>
    n === crumbs.length - 1
      ? `<li><span aria-current="page">${escaped(label)}</span></li>\n`
      : `<li><a href="${address}">${escaped(label)}</a></li>\n`,
  ).join("");

export function base({ title, heading, summary, address, crumbs = [], content, declared }) {
  around ??= { menu: menu(declared), foot: foot(declared) };
  const { site } = declared;
  const here = site.base_url.slice(0, -1) + address;
  const way = crumbs.length ? `<nav class="crumbs" aria-label="You are here">\n<ol>\n${trail(crumbs)}</ol>\n</nav>\n` : "";
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(heading ?? `${title} · ${site.title}`)}</title>
<meta name="description" content="${escaped(summary)}">
<link rel="canonical" href="${here}">
<meta property="og:title" content="${escaped(title)}">
<meta property="og:description" content="${escaped(summary)}">
<meta property="og:url" content="${here}">
<meta property="og:site_name" content="${escaped(site.title)}">
<meta property="og:type" content="website">
${STYLE}
</head>
<body>
<a class="skip-link" href="#content">Skip to the content</a>
${around.menu}
<main id="content">
${way}${content}
</main>
${around.foot}
</body>
</html>
`;
}
