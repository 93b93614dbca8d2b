// The needs and who of the kept places meets each; a need that nobody meets leads to those who do.
import { kept, onChange } from "../keep/store.js";
import { say } from "../words.js";

export const showCover = (box) => {
  const draw = () => {
    for (const item of box?.querySelectorAll("[data-cover-need]") ?? []) {
      const names = kept().filter(({ needs }) => needs.includes(item.dataset.coverNeed)).map(({ name }) => name);
      item.toggleAttribute("data-covered", names.length > 0);
      item.querySelector("[data-cover-nobody]").hidden = names.length > 0;
      item.querySelector("[data-cover-by]").textContent = names.length ? say("cover-by", { n: names.length, names: names.join(", ") }) : "";
    }
  };
  onChange(draw);
  draw();
};
