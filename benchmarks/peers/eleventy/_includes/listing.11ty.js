// The page of a listing.
module.exports = class {
  async render({ content: body, declared, page, ...says }) {
    const { base } = await import("./base.mjs");
    const { escaped } = await import("./escaped.mjs");
    const { day } = await import("./card.mjs");
    const { labels, languages, countries, days, yesno, one, kinds, site } = declared;
    const id = page.url.slice(1, -1);
    const kind = id.split("/")[0];
    const checked = day(says.verified);

    const fact = (label, value) => (value ? `<div>\n<dt>${label}</dt>\n<dd>${value}</dd>\n</div>\n` : "");
    const items = (shown) => `<ul>${shown.map((each) => `<li>${each}</li> `).join("")}</ul>`;
    const label = (name, vocabulary = name) => says[name] && escaped(labels[vocabulary][says[name]]);
    const terms = (name) => says[name] && items(says[name].map((code) => escaped(labels[name][code])));
    const linked = (name) => says[name].map((code) => `<a href="/${name}/${code}/">${escaped(labels[name][code])}</a>`);
    const out = (address, shown) => `<a href="${escaped(address)}" rel="nofollow noopener ugc">${escaped(shown)}</a>`;
    const yes = (found) => found && yesno[found];
    const section = (heading, facts) => facts && `<section class="section">
<h2>${heading}</h2>
<dl class="facts">
${facts}</dl>
</section>
`;
    const capital = (word) => word[0].toUpperCase() + word.slice(1);
    const [opens, times] = (says.hours ?? "").split(" ");
    const [ordinal, weekday] = (says.meets?.day ?? "").split(" ");
    const when = says.meets && `${capital(ordinal)} ${capital(weekday)} of every month, ${says.meets.from}–${says.meets.to} (${says.timezone.replace("_", " ")})`;

    const content = `<article class="listing" data-pagefind-body>
<header class="listing-head">
<p class="kind-tab"><a href="/${kind}/">${escaped(one[kind])}</a></p>
<h1>${escaped(says.name)}</h1>
<p class="lede">${escaped(says.summary)}</p>
<ul class="needs" aria-label="Helps with">${linked("support").map((each) => `<li>${each}</li> `).join("")}</ul>
</header>
<div data-pagefind-ignore="all">
${section("How to get in",
    fact("Website", out(says.url, says.url.split("/")[2])) +
    fact("E-mail", `<a href="mailto:${says.email}">${says.email}</a>`) +
    fact("Elsewhere", items(Object.entries(says.links).map(([name, address]) => out(address, labels.link_names[name])))) +
    fact("Joining", label("join")))}</div>
${section("At a glance",
    fact("Where", `${escaped(says.city)}, <a href="/in/${says.country.toLowerCase()}/">${escaped(countries[says.country])}</a>`) +
    fact("Format", label("format")) +
    fact("Meets", when) +
    fact("Cost", label("cost")) +
    fact("Languages", says.languages.map((code) => languages[code]).join(", ")) +
    fact("Type", label("association_type")) +
    fact("Scope", label("scope")) +
    fact("Open", says.hours && `${days[opens]} ${times.replace("-", "–")}`) +
    fact("Free or cheap first visit", yes(says.trial)) +
    fact("Sign-up", label("rsvp")) +
    fact("Length in weeks", says.length_weeks) +
    fact("Platform", label("platform")) +
    fact("What people do", label("activity")) +
    fact("Group size", label("group_size")) +
    fact("Bring along", says.bring && escaped(says.bring)))}<div class="prose">${body}</div>
${section("What you find there",
    fact("On offer", terms("offers")) +
    fact("Amenities", terms("amenities")) +
    fact("Form of mentoring", label("mentor_model")) +
    fact("Topics", terms("topics")))}${section("Who it is for",
    fact("Fields of work", items(linked("work"))) +
    fact("Especially for", terms("audience")))}${section("Accessibility",
    fact("Accessibility", terms("accessibility")) +
    fact("Moderated", yes(says.moderated)))}${section("More about it", fact("Founded", says.founded))}<section class="trust" data-pagefind-ignore="all">
<h2>Can I rely on this?</h2>
<p>A person checked this with the place itself on <time datetime="${checked}">${checked}</time>.</p>
<ul>
<li><a href="${site.repository}/edit/main/content/${id}.md" rel="nofollow">Suggest an edit</a></li>
<li><a href="${site.contact}/new?template=wrong.yml&amp;title=${id}" rel="nofollow">Something is wrong</a></li>
<li><a href="${site.contact}/new?template=right.yml&amp;title=${id}" rel="nofollow">Still right</a></li>
</ul>
</section>
</article>`;
    const crumbs = [["Home", "/"], [kinds.find(({ slug }) => slug === kind).many, `/${kind}/`], [says.name, page.url]];
    return base({ title: says.name, summary: says.summary, address: page.url, crumbs, content, declared });
  }
};
