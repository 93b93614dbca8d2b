// Where on the page somebody was, kept in the history entry they leave, and found again with Back and Forward.

history.scrollRestoration = "manual"; // what is found comes after the browser would scroll

export const keepPlace = () => history.replaceState({ ...history.state, y: scrollY }, "");

export const placeKept = () => {
  const { y } = history.state ?? {};
  if (y) scrollTo({ top: y, behavior: "instant" });
};

addEventListener("pagehide", keepPlace);
