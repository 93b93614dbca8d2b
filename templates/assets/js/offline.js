// Lets the site's worker keep what is read, for when there is no connection. Browsers allow it on https and localhost only.
const { base } = document.documentElement.dataset;

const register = async () => {
  try {
    await navigator.serviceWorker.register(`${base}sw.js`, { updateViaCache: "none" });
  } catch {
    // Forbidden, private, or no room: the site works as it does without.
  }
};

if ("serviceWorker" in navigator) {
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
