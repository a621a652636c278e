// The wizard's help in the browser. Every page works without it; the server decides everything anew.
import { saveWhileTyping } from "./autosave.js";
import { decodeNiks } from "./nik.js";
import { locate } from "./locate.js";
import { shrinkPhotos } from "./photos.js";
import { followSkipRules } from "./skip.js";

document.documentElement.classList.add("with-script");

const form = document.querySelector("form[data-wizard]");
if (form) {
  followSkipRules(form);
  decodeNiks(form);
  saveWhileTyping(form);
}
document.querySelectorAll("form[data-place]").forEach(locate);
document.querySelectorAll("form[data-photo]").forEach(shrinkPhotos);

// Numbers of families are looked up as soon as one is complete; the rest of the form need not be touched.
document.querySelectorAll('[name="familyCardNumber"],[name$=".nik"],[name$=".fullName"],[name$=".birthDate"]').forEach((input) =>
  input.addEventListener("change", () => {
    if (input.value.trim()) document.body.dispatchEvent(new CustomEvent("lookup"));
  }),
);

// A link from the review leads to a field that may lie in a closed part of the page.
const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (asked) {
  asked.closest("details")?.setAttribute("open", "");
  const field = asked.matches("input,select,textarea") ? asked : asked.querySelector("input,select,textarea");
  (asked.closest(".field") ?? asked).scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
