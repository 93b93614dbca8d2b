// The panel in the foot: what is chosen there is shown at once, and kept on this device. As the device: nothing is kept.

const root = document.documentElement;
const key = `signpost:${root.dataset.base}:display`;
const panel = document.querySelector("[data-display]");
const names = ["colours", "contrast", "motion"];

const read = () => names.forEach((name) => (panel.elements[name].value = root.dataset[name] ?? ""));

const keep = (chosen) => {
  try {
    if (Object.keys(chosen).length) localStorage.setItem(key, JSON.stringify(chosen));
    else localStorage.removeItem(key);
  } catch {
    // Blocked or full: the choice holds for this page.
  }
};

panel.addEventListener("change", () => {
  const chosen = Object.fromEntries(names.map((name) => [name, panel.elements[name].value]).filter((pair) => pair[1]));
  keep(chosen);
  dispatchEvent(new CustomEvent("display", { detail: chosen }));
});
panel.addEventListener("submit", (event) => event.preventDefault());
addEventListener("storage", read);
addEventListener("pageshow", read); // a browser fills in forms of its own accord
panel.addEventListener("beforetoggle", read);
read();
