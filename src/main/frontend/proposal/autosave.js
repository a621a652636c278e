// Saves the draft a moment after somebody stops typing, so that neither Back nor a lost line loses anything. What cannot be
// saved says so and is asked about before the page is left; which value is at fault the button tells.

const PAUSE = 2500;

// Seconds until the next attempt where the answer does not say.
const AGAIN = 30;

export function saveWhileTyping(form) {
  const note = form.querySelector("[data-saved]");
  const words = note.dataset;
  let timer = 0;
  let running = null;
  let pressed = false;
  // How many changes there were, and how many of them are saved.
  let typed = "unsaved" in words ? 1 : 0;
  let kept = 0;
  // Sent, and nobody knows whether it arrived. It goes again as it was: the same key saves it once and tells its version.
  let unanswered = null;

  const save = async () => {
    unanswered ??= { changes: typed, body: compose(form) };
    const sent = unanswered;
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: sent.body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (answer.status !== 503) unanswered = null;
      if (answer.ok) saved(sent.changes, told.version);
      else refused(answer, told.detail);
    } catch {
      note.textContent = words.lost;
      soon(1000 * AGAIN);
    }
  };

  const saved = (changes, version) => {
    form.elements.version.value = version;
    kept = changes;
    note.textContent = `${words.text} ${new Date().toLocaleTimeString(document.documentElement.lang || "id", { hour: "2-digit", minute: "2-digit" })}`;
    if (typed > kept) soon(PAUSE);
  };

  const refused = (answer, detail) => {
    note.textContent = { 409: words.stale, 422: words.refused }[answer.status] ?? detail;
    if (answer.status === 429 || answer.status === 503) soon(1000 * (Number(answer.headers.get("Retry-After")) || AGAIN));
  };

  const start = () => (running = save().finally(() => (running = null)));

  const soon = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(start, pause);
  };

  form.addEventListener("input", () => {
    typed++;
    soon(PAUSE);
  });

  // The button waits for a save on its way and asks once more after one without an answer: it must carry the version that
  // save produced.
  form.addEventListener("submit", (event) => {
    if (!pressed && (running || unanswered)) {
      event.preventDefault();
      const button = event.submitter;
      (running ?? start()).then(() => {
        pressed = true;
        form.requestSubmit(button);
        pressed = false;
      });
      return;
    }
    clearTimeout(timer);
    kept = typed;
  });

  window.addEventListener("beforeunload", (event) => {
    if (typed > kept) event.preventDefault();
  });
}

function compose(form) {
  const data = new FormData(form);
  data.set("action", "save");
  data.set("key", newKey());
  return new URLSearchParams(data);
}

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
