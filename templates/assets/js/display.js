// How the visitor wants pages to look, and whether to keep them -> attributes of the root, before anything is painted.
// A classic script: it waits for nothing. What is chosen in the foot is kept on this device alone.
{
  const root = document.documentElement;
  const key = `signpost:${root.dataset.base}:display`;
  const names = ["colours", "contrast", "motion", "offline"];

  const show = (chosen) => {
    for (const name of names) root.dataset[name] = chosen[name] ?? "";
    for (const bar of document.querySelectorAll("meta[name=theme-color]")) {
      if (!chosen.colours) bar.media = `(prefers-color-scheme: ${bar.dataset.for})`;
      else bar.media = chosen.colours === bar.dataset.for ? "all" : "not all";
    }
  };

  const showKept = () => {
    try {
      show(JSON.parse(localStorage.getItem(key)) ?? {});
    } catch {
      // Storage is blocked, or something else wrote there: the page stays as it is.
    }
  };

  root.dataset.scripts = ""; // the button of the panel may be seen
  showKept();
  addEventListener("storage", showKept);
  addEventListener("pageshow", showKept); // it slept while another page chose
  addEventListener("beforetoggle", ({ target }) => {
    if (target.matches("[data-display]")) for (const name of names) target.elements[name].value = root.dataset[name];
  }, true);
  addEventListener("change", ({ target }) => {
    if (!target.closest("[data-display]")) return;
    const chosen = Object.fromEntries([...new FormData(target.form)].filter(([, value]) => value));
    show(chosen);
    try {
      if (Object.keys(chosen).length) localStorage.setItem(key, JSON.stringify(chosen));
      else localStorage.removeItem(key);
    } catch {
      // Blocked or full: it holds for this page.
    }
  });
}
