// A session ends while somebody writes. Before a page that was open for long sends what he wrote, it asks whether it is still
// he who is signed in, and by which token. If not, it says so, and everything stays where it was written.
const FRESH = 60_000;

export function askBeforeSending() {
  const visitor = document.querySelector("[data-visitor]")?.dataset.visitor;
  if (!visitor) return;
  let known = Date.now();
  let asking = false;
  const ask = async (form, button) => {
    const signedIn = await isSignedIn(visitor);
    document.querySelectorAll("[data-session-over]").forEach((old) => old.remove());
    if (!signedIn) return sayOver(button ?? form).focus();
    // What else may be wrong, the answer to what is sent tells.
    known = Date.now();
    form.requestSubmit(button);
  };
  document.addEventListener(
    "submit",
    (event) => {
      if (event.target.method !== "post" || !isWritten(event.target) || Date.now() - known < FRESH) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (asking) return;
      asking = true;
      ask(event.target, event.submitter).finally(() => (asking = false));
    },
    { capture: true },
  );
}

// Whether it is still this visitor who is signed in; the page then has the token that counts now.
export async function isSignedIn(visitor) {
  const answer = await fetch("/identity/session", { headers: { Accept: "application/json" } }).catch(() => null);
  const now = answer?.ok ? await answer.json() : null;
  if (answer?.status === 401 || (now && now.visitor !== visitor)) return false;
  if (now) renew(now.token);
  return true;
}

// A form without fields holds nothing that could be lost.
function isWritten(form) {
  return [...form.elements].some((control) => control.matches("textarea,select,input:not([type=hidden])"));
}

function renew(token) {
  document.querySelector('meta[name="csrf-token"]').content = token;
  document.querySelectorAll('input[name="_csrf"]').forEach((input) => (input.value = token));
}

// Says so before `place`, or the row it stands in; answers the link by which one logs in again.
export function sayOver(place) {
  const says = document.getElementById("session-over").content.firstElementChild.cloneNode(true);
  says.dataset.sessionOver = "";
  (place.closest(".toolbar,p") ?? place).before(says);
  return says.querySelector("a");
}
