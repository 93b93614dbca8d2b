// Counts beside the choices of each filter; a choice that leads to nothing is left out, unless it is made.

export const count = (form, filters) => {
  for (const facet of form.querySelectorAll("[data-facet]")) {
    const counts = filters[facet.dataset.facet] ?? {};
    const rows = [...facet.querySelectorAll(".choice")];
    for (const row of rows) {
      const box = row.querySelector("input");
      const n = counts[box.value] ?? 0;
      row.querySelector("[data-count]").textContent = n;
      row.hidden = !n && !box.checked;
    }
    const chosen = rows.filter((row) => row.querySelector("input").checked).length;
    facet.querySelector("[data-chosen]").textContent = chosen || "";
    facet.hidden = rows.every((row) => row.hidden);
  }
};
