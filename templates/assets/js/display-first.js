// How the visitor wants pages to look -> attributes of the root, before anything is painted. A classic script: it waits
// for nothing. The panel in the foot (display.js) tells of choices by an event `display`; other tabs by the storage.
(() => {
  const root = document.documentElement;
  const key = `signpost:${root.dataset.base}:display`;
  const choices = { colours: ["light", "dark"], contrast: ["more"], motion: ["less"] };

  const show = (chosen) => {
    for (const [name, values] of Object.entries(choices)) {
      if (values.includes(chosen?.[name])) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    const { colours } = root.dataset;
    document.querySelector("meta[name=color-scheme]").content = colours ?? "light dark";
    for (const bar of document.querySelectorAll("meta[name=theme-color]")) {
      const device = `(prefers-color-scheme: ${bar.dataset.for})`;
      bar.media = colours ? (colours === bar.dataset.for ? "all" : "not all") : device;
    }
  };

  const showKept = () => {
    let kept;
    try {
      kept = localStorage.getItem(key);
    } catch {
      return; // storage is blocked: what this page shows stays as it is
    }
    try {
      show(JSON.parse(kept));
    } catch {
      show(null); // something else wrote there
    }
  };

  root.dataset.scripts = ""; // the button of the panel may be seen
  showKept();
  addEventListener("display", (event) => show(event.detail));
  addEventListener("storage", (event) => [key, null].includes(event.key) && showKept());
  addEventListener("pageshow", (event) => event.persisted && showKept()); // it slept while another page chose
})();
