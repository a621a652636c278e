// Tells the server which news somebody had before his eyes: those that were on the screen for a moment, not those below it.
const LOOK = 1_500;

export function tellSeen(root) {
  const news = [...root.querySelectorAll("[data-notice]")];
  if (!news.length || !("IntersectionObserver" in window)) return;
  const waiting = new Map();
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(waiting.get(target));
      if (isIntersecting) waiting.set(target, setTimeout(() => { watch.unobserve(target); send(target.dataset.notice); }, LOOK));
    }
  });
  for (const one of news) watch.observe(one);
}

// Several that come together go in one request.
let gathered = null;

function send(id) {
  if (gathered) {
    gathered.push(id);
    return;
  }
  gathered = [id];
  setTimeout(() => {
    const body = new URLSearchParams(gathered.map((notice) => ["notice", notice]));
    gathered = null;
    const token = document.querySelector('meta[name="csrf-token"]');
    const header = document.querySelector('meta[name="csrf-header"]');
    if (token) fetch("/worklist/notices/seen", { method: "POST", headers: { [header.content]: token.content }, body }).catch(() => {});
  }, 200);
}
