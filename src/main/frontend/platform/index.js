// What every page needs: the token that proves a request came from our own page, and a busy sign while it is away.
import { askBeforeSending } from "./session.js";

askBeforeSending();

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

document.addEventListener("htmx:configRequest", (event) => {
  const header = meta("csrf-header");
  if (header) event.detail.headers[header] = meta("csrf-token");
});

// A refused form comes back as 422 with the sentences in it; it must be shown like any other answer, unless that
// part of the page in whose place it would stand is not in it.
document.addEventListener("htmx:beforeSwap", (event) => {
  if ((event.detail.xhr.status === 422 || event.detail.xhr.status === 409) && hasPart(event.detail)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

function hasPart({ xhr, requestConfig }) {
  const part = requestConfig.elt.getAttribute("hx-select");
  return !part || new DOMParser().parseFromString(xhr.responseText, "text/html").querySelector(part) !== null;
}

// What is refused otherwise says so at the top; what stood on the page stays, with everything written in it.
document.addEventListener("htmx:responseError", (event) => {
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").querySelector(".alert");
  if (!answer) return;
  document.querySelectorAll("[data-refused]").forEach((old) => old.remove());
  answer.dataset.refused = "";
  document.querySelector("main").prepend(document.adoptNode(answer));
  answer.scrollIntoView({ block: "nearest" });
});

// A file the server would refuse for its size is not sent over a bad line first. The server says the same to browsers
// without scripts.
const limit = document.querySelector('meta[name="largest-file"]');
document.addEventListener(
  "submit",
  (event) => {
    const input = [...event.target.querySelectorAll('input[type="file"]')].find((one) => one.files[0]?.size > Number(limit.content));
    if (!input) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.target.querySelectorAll("[data-too-large]").forEach((old) => old.remove());
    event.target.querySelectorAll("[data-progress]").forEach((progress) => (progress.textContent = ""));
    const says = Object.assign(document.createElement("p"), { className: "field-error", role: "alert", textContent: limit.dataset.says });
    says.dataset.tooLarge = "";
    (input.closest("label") ?? input).after(says);
  },
  { capture: true },
);

// Milliseconds after which the next tap on a button for a file is no double tap.
const UNTIL_ANOTHER_FILE = 3_000;

// Somebody taps twice: the second tap does nothing while the first is on its way.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method !== "post" || event.defaultPrevented) return;
  form.dataset.sent = "yes";
  // What is answered by a file leaves the page as it is, and it may be wanted for more.
  if (event.submitter?.closest("[data-file]")) setTimeout(() => delete form.dataset.sent, UNTIL_ANOTHER_FILE);
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// Most pages never need a map: it is fetched when a point is opened.
document.querySelectorAll("[data-point]").forEach((point) =>
  point.addEventListener("toggle", async () => {
    if (!point.open) return;
    if (!document.querySelector(`link[href="${point.dataset.style}"]`)) {
      const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: point.dataset.style });
      document.head.append(style);
      await new Promise((done) => { style.onload = style.onerror = done; });
    }
    const { drawMaps } = await import(point.dataset.script);
    drawMaps(point);
  }),
);

// Where something has to be mended, the page opens.
const wrong = document.querySelector(".field-error");
const mend = wrong?.closest(".field")?.querySelector("input,select,textarea");
if (mend) mend.focus();
else wrong?.scrollIntoView({ block: "center" });
