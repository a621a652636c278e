// Keeps an open list fresh. The server says only that something changed; a few letters tell whether this page would look
// different; then the list alone is fetched. Where the line is blocked, the letters are asked for every minute.
import { isChanged } from "./changed.js";

const POLL = 60_000;
const QUIET = 300_000;
const LOOK = 3_000;
const ENDED = "ended";

const list = () => document.getElementById("work-live");

// After a refused form its own address stands in the bar: the list's is written on it.
const query = () => (location.pathname === "/worklist" ? location.search : new URL(list().dataset.list, location).search);

export function keepFresh() {
  let line = listen();
  let asked = Date.now();
  const ask = async () => {
    asked = Date.now();
    if (await check() !== ENDED) return;
    line?.close();
    clearInterval(clock);
    cover();
  };
  const clock = setInterval(() => {
    const open = line?.readyState === EventSource.OPEN;
    if (!document.hidden && Date.now() - asked >= (open ? QUIET : POLL)) ask();
  }, POLL / 4);
  line?.addEventListener("changed", () => { if (!document.hidden) ask(); else asked = 0; });
  // The server ends the line with the session and lets nobody listen without one.
  line?.addEventListener("error", () => {
    if (line.readyState !== EventSource.CLOSED) return;
    if (!document.hidden) ask(); else asked = 0;
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden && Date.now() - asked >= POLL) ask(); });
  // A page that is put aside holds no line; the back button brings it anew.
  window.addEventListener("pagehide", () => line?.close());
  window.addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
  document.querySelector("[data-changed] button")?.addEventListener("click", () => { unasked = false; refresh(); });
  document.body.addEventListener("htmx:beforeSwap", remember);
  document.body.addEventListener("htmx:afterSettle", restore);
  setTimeout(() => { if (!document.hidden) seen(); }, LOOK);
  showTab();
}

// On a phone not all tabs fit: the one that is open does.
function showTab() {
  const tabs = list()?.querySelector(".tabs");
  const open = tabs?.querySelector("[aria-current]");
  if (open) tabs.scrollLeft = open.offsetLeft - (tabs.clientWidth - open.offsetWidth) / 2;
}

function listen() {
  return "EventSource" in window ? new EventSource("/worklist/changes") : null;
}

// Whoever takes data for an answer hears that nobody is signed in; others are led to the login.
async function check() {
  const headers = { Accept: "text/plain, application/problem+json" };
  const answer = await fetch(`/worklist/stamp${query()}`, { headers }).catch(() => null);
  if (answer?.status === 401) return ENDED;
  if (!answer?.ok) return;
  const stamp = await answer.text();
  if (!list() || stamp === list().dataset.stamp) return;
  if (busy()) offer();
  else fetchUnasked();
}

// A phone may lie about: when nobody is signed in, nobody reads on. Nothing of the page stays, not even whose it was.
function cover() {
  const says = document.getElementById("session-ended")?.content.cloneNode(true);
  if (!says) return;
  document.title = "SIKS-NG";
  document.body.replaceChildren(says);
  document.querySelector("main a").focus();
}

// Whoever writes or has marked something in the list decides himself when it changes.
function busy() {
  return [...list().querySelectorAll("input:not([type=hidden]),textarea,select")].some(
    (control) => control === document.activeElement || isChanged(control),
  );
}

// The reader himself decides when.
function offer() {
  document.querySelector("[data-changed]").hidden = false;
}

let unasked = false;

function fetchUnasked() {
  unasked = true;
  refresh();
}

function refresh() {
  document.querySelector("[data-changed]").hidden = true;
  window.htmx?.ajax("GET", `/worklist${query()}`, { target: "#work-live", swap: "outerHTML" });
}

// Focus stays on the same control of the same line, and the page where it was read.
let held = null;

function remember({ detail }) {
  if (detail.target?.id !== "work-live") return;
  // Marked since it was asked for: what was marked stays.
  if (unasked && busy()) {
    detail.shouldSwap = false;
    offer();
  }
  unasked = false;
  const active = document.activeElement;
  const place = list().contains(active) ? active.closest("[data-item]") ?? list() : null;
  held = place && { item: place.dataset.item, index: controls(place).indexOf(active) };
}

function restore() {
  showTab();
  if (!held || !list()) return;
  const place = held.item ? list().querySelector(`[data-item="${CSS.escape(held.item)}"]`) : list();
  if (place) controls(place)[held.index]?.focus({ preventScroll: true });
  held = null;
}

function controls(place) {
  return [...place.querySelectorAll("a,button")];
}

function seen() {
  const token = document.querySelector('meta[name="csrf-token"]');
  const header = document.querySelector('meta[name="csrf-header"]');
  if (token) fetch("/worklist/seen", { method: "POST", headers: { [header.content]: token.content } }).catch(() => {});
}
