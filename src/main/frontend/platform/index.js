// What every page needs: the token that proves a request came from our own page, and a busy sign while it is away.
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

document.addEventListener("htmx:configRequest", (event) => {
  const header = meta("csrf-header");
  if (header) event.detail.headers[header] = meta("csrf-token");
});

// A refused form comes back as 422 with the sentences in it; it must be shown like any other answer.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 422 || event.detail.xhr.status === 409) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// Somebody taps twice: the second tap does nothing while the first is on its way.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method === "post" && !event.defaultPrevented) form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

document.querySelector(".field-error")?.closest(".field")?.querySelector("input,select,textarea")?.focus();
