// Counts beside the choices of each filter. A choice that leads to nothing is left out, unless it is made.

export const count = (form, table, { counts }, { filters }) => {
  for (const facet of form.querySelectorAll("[data-facet]")) {
    const { facet: name, kinds } = facet.dataset;
    const rows = [...facet.querySelectorAll(".choice")];
    const places = new Map(table.facet[name].codes.map((code, number) => [code, number]));
    for (const row of rows) {
      const box = row.querySelector("input");
      const n = counts[name][places.get(box.value)];
      row.querySelector("[data-count]").textContent = n.toLocaleString(document.documentElement.lang);
      row.hidden = !n && !box.checked;
    }
    const chosen = rows.filter((row) => row.querySelector("input").checked).length;
    facet.querySelector("[data-chosen]").textContent = chosen || "";
    const isEmpty = rows.every((row) => row.hidden);
    facet.toggleAttribute("data-empty", isEmpty);
    facet.hidden = (isEmpty && !("always" in facet.dataset)) || (kinds && !chosen && !isOf(kinds, filters.kind));
  }
  const sure = table.facet.freshness.codes.reduce((n, code, at) => n + (code === "unconfirmed" ? 0 : counts.freshness[at]), 0);
  form.querySelector("[data-confirmed]").textContent = sure;
};

/** Whether a filter that only some kinds have is for one of the kinds that are chosen. */
const isOf = (kinds, chosen = []) => chosen.some((kind) => kinds.split(" ").includes(kind));

/** The cities of the chosen countries as choices; with `also`, those that an address names. */
export const cities = (form, table, countries = [], also = []) => {
  const facet = form.querySelector("[data-facet=city]");
  if (!facet) return;
  const wanted = `${[...countries].sort()}`;
  if (facet.dataset.of === wanted && !also.length) return;
  const made = new Set([...also, ...[...facet.querySelectorAll("input:checked")].map((box) => box.value)]);
  const { codes, labels } = table.facet.city;
  const there = (code) => countries.some((country) => code.startsWith(`${country.toLowerCase()}/`)) || also.includes(code);
  const rows = codes.flatMap((code, at) => (there(code) ? [choice(code, labels[at], made.has(code))] : []));
  facet.querySelector(".choices").replaceChildren(...rows);
  facet.dataset.of = wanted;
};

const choice = (code, label, checked) => {
  const row = document.querySelector("[data-facet=country] .choice").cloneNode(true);
  Object.assign(row.querySelector("input"), { name: "city", value: code, checked });
  row.querySelector(".label").textContent = label;
  return row;
};
