// A tap on a name puts @name where the cursor is. Without scripts one types it.
export function callByName(root) {
  for (const chip of root.querySelectorAll("[data-call]")) {
    const words = document.getElementById(chip.dataset.call);
    const name = chip.textContent;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "chip", textContent: name });
    button.addEventListener("click", () => {
      // Whoever wrote the sign already, or the beginning of the name after it, means this one.
      const written = words.value.slice(0, words.selectionStart);
      const before = written.replace(/(^|\s)@\S*$/, "$1");
      words.setRangeText(`${before && !/\s$/.test(before) ? " " : ""}${name} `, before.length, words.selectionEnd, "end");
      words.focus();
    });
    chip.replaceWith(button);
  }
}
