// rows(label, links): links under a heading, with counts.
import { escaped } from "./escaped.mjs";

export const rows = (label, links) => `<section class="index">
${label ? `<h2>${escaped(label)}</h2>` : ""}
<ul>
${links.map((each) => `<li><a href="${each.at}">${escaped(each.heading)}</a> <span class="count">${each.count}</span></li>\n`).join("")}</ul>
</section>`;

// The lists below an address, from all pages of lists; those that hold nothing are left out unless `empty` is set.
export const below = (at, pages, empty = false) =>
  pages.filter((each) => each.number === 1 && each.at.startsWith(at) && (each.count || empty));
