// What the three editors have in common: the file is fetched, kept with a note and the revision seen, nothing typed is lost,
// others who draw at the same time are named, findings stand beside the drawing.
import { isSignedIn, sayOver } from "../platform/session.js";
import { element, say } from "./words.js";

// What to do about a file that no editor can show.
export const KEPT = say(
  "Isinya tetap tersimpan: unduh, perbaiki, lalu unggah lagi, atau pakai lagi simpanan sebelumnya.",
  "It is kept as it is: download it, mend it and upload it again, or use an earlier save again.",
);

const ASKED_EVERY = 20_000;
const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;

// What is not answered, or not as asked, is a failure.
async function got(address) {
  const answer = await fetch(address, { headers: { accept: "application/json, */*" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

// The field and the sentence of a refusal, as far as it has them: told as such, or on the page of a form.
async function reason(answer) {
  const text = await answer.text();
  if (!answer.headers.get("content-type")?.includes("json")) {
    const sentence = new DOMParser().parseFromString(text, "text/html").querySelector(".field-error");
    return [sentence?.closest(".field")?.querySelector("input,select,textarea")?.name, sentence?.textContent];
  }
  const { errors, detail } = JSON.parse(text);
  return [errors?.[0]?.field, errors?.[0]?.message ?? detail];
}

export class Sheet {
  constructor() {
    this.root = document.getElementById("editor");
    this.tools = this.root.querySelector(".drawing-tools");
    this.paper = this.root.querySelector(".drawing-sheet");
    this.side = this.root.querySelector(".drawing-side");
    this.revision = Number(this.root.dataset.revision);
    this.changed = false;
    this.drawing = false;
    // On a narrow screen one can look; a drawing needs room.
    this.editable = this.root.dataset.editable === "true" && window.matchMedia("(min-width: 56rem)").matches;
    this.root.classList.toggle("is-read", !this.editable);
  }

  get key() {
    return this.root.dataset.key;
  }

  async content() {
    return (await got(this.root.dataset.content)).text();
  }

  async lists() {
    return (await got(`${this.root.dataset.door}/lists`)).json();
  }

  // `read` gives the file as text, `show` leads to the element of a finding, `mark` marks the elements that have some.
  begin({ read, show, mark }) {
    this.read = read;
    this.show = show ?? (() => {});
    this.mark = mark;
    this.bindFindings();
    if (!this.editable) return;
    document.getElementById("save").hidden = false;
    document.getElementById("save").addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    document.getElementById("note").addEventListener("input", () => this.complain(""));
    window.addEventListener("beforeunload", (event) => this.changed && event.preventDefault());
    for (const hand of ["pointerdown", "keydown"]) this.root.addEventListener(hand, () => (this.drawing = true));
    this.visit();
    setInterval(() => this.visit(), ASKED_EVERY);
  }

  // Something about the file that has to be known before one looks at the drawing.
  remark(sentence, kind = "warning") {
    this.root.prepend(element("p", { class: `alert alert-${kind} drawing-remark`, role: "status" }, sentence));
  }

  unreadable() {
    this.remark(`${say("Berkas ini tidak dapat dibuka di penyunting.", "This file cannot be opened in the editor.")} ${KEPT}`, "danger");
  }

  touch() {
    if (this.changed) return;
    this.changed = true;
    this.tell(say("Ada perubahan yang belum disimpan.", "There are changes that are not saved."), "info");
  }

  tool(label, action, attributes = {}) {
    const button = element("button", { type: "button", class: "btn btn-outline btn-sm", ...attributes, onclick: action }, label);
    this.tools.append(button);
    return button;
  }

  async save() {
    const note = document.getElementById("note");
    const button = document.querySelector("#save button");
    button.disabled = true;
    document.querySelectorAll("[data-session-over]").forEach((old) => old.remove());
    try {
      const answer = await this.send(`${this.root.dataset.door}/save`, await this.read(), { note: note.value, seen: this.revision });
      if (answer?.ok) this.saved(await answer.json(), note);
      else await this.refused(answer);
    } catch {
      this.unconnected();
    } finally {
      button.disabled = false;
    }
  }

  unconnected() {
    this.tell(say("Tidak tersambung. Gambar masih di layar; coba simpan lagi.", "Not connected. The drawing is still on the screen; save again."), "danger");
    this.offerWaysOut(false);
  }

  // Null when he who opened the page is no longer signed in. Who has logged in again meanwhile has another token.
  async send(address, content, values = {}, name = "sheet") {
    const form = new FormData();
    if (content !== null) form.append("content", new Blob([content]), name);
    Object.entries(values).forEach(([field, value]) => form.append(field, value));
    const post = () => fetch(address, { method: "POST", body: form, headers: { accept: "application/json", [meta("csrf-header")]: meta("csrf-token") } });
    const answer = await post();
    if (answer.status !== 401 && answer.status !== 403) return answer;
    return (await isSignedIn(document.querySelector("[data-visitor]").dataset.visitor)) ? post() : null;
  }

  saved(answer, note) {
    this.revision = answer.revision;
    this.changed = false;
    note.value = "";
    document.querySelectorAll('input[name="seen"]').forEach((input) => (input.value = answer.revision));
    document.getElementById("saved").textContent = answer.sentence;
    this.tell(say("Tersimpan.", "Saved."), "success");
    this.renew("findings").then(() => this.bindFindings());
    this.renew("history");
  }

  // A note that is missing is asked for; whatever else stands in the way of a save, the drawing is not lost.
  async refused(answer) {
    if (!answer) return this.over().focus();
    const [field, sentence] = await reason(answer);
    if (answer.status === 422 && field === "note") {
      this.complain(sentence);
      document.getElementById("note").focus();
      return;
    }
    this.tell(sentence ?? say("Belum tersimpan.", "Not saved."), "danger");
    this.offerWaysOut(answer.status === 409);
  }

  // Answers the link by which one logs in again.
  over() {
    document.querySelectorAll("[data-session-over]").forEach((old) => old.remove());
    document.getElementById("save-says").replaceChildren();
    this.offerWaysOut(false);
    return sayOver(document.querySelector("#save button"));
  }

  complain(sentence) {
    const note = document.getElementById("note");
    document.getElementById("note-error")?.remove();
    note.toggleAttribute("aria-describedby", false);
    if (!sentence) return;
    note.after(element("p", { id: "note-error", class: "field-error", role: "alert" }, sentence));
    note.setAttribute("aria-describedby", "note-error");
  }

  // What is on the screen can become a draft of its own, or a file; where somebody was faster, his can be looked at.
  offerWaysOut(isTheirs) {
    const own = element("button", { type: "button", class: "btn btn-outline btn-sm", onclick: () => this.saveApart() },
      say("Simpan sebagai rancangan terpisah", "Save as a draft of its own"));
    const file = element("button", { type: "button", class: "btn btn-outline btn-sm", onclick: () => this.download() },
      say("Unduh gambar saya", "Download my drawing"));
    const theirs = element("a", { class: "btn btn-outline btn-sm", href: this.root.dataset.door, target: "_blank", rel: "noopener" },
      say("Lihat simpanan terakhir", "See the last save"));
    document.getElementById("save-says").append(element("p", { class: "toolbar" }, own, file, ...(isTheirs ? [theirs] : [])));
  }

  fileName() {
    return `${this.key}.${this.root.dataset.kind.toLowerCase()}`;
  }

  async saveApart() {
    const values = { note: document.getElementById("note").value, key: crypto.randomUUID(), uploadRoom: this.root.dataset.room };
    try {
      const answer = await this.send(this.root.dataset.upload, await this.read(), values, this.fileName());
      if (!answer?.ok) return await this.refused(answer);
      this.changed = false;
      window.location.assign(answer.url);
    } catch {
      this.unconnected();
    }
  }

  async download() {
    const link = element("a", { href: URL.createObjectURL(new Blob([await this.read()])), download: this.fileName() });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  tell(sentence, kind) {
    document.getElementById("save-says").replaceChildren(element("p", { class: `alert alert-${kind}` }, sentence));
  }

  async visit() {
    // Who knows that he has to log in again does so before he saves; asking on would keep somebody else signed in.
    if (document.querySelector("[data-session-over]")) return;
    // Who has moved a hand since is there; an open sheet alone does not keep anybody signed in.
    const door = `${this.root.dataset.door}/visit${this.drawing ? "/drawing" : ""}`;
    this.drawing = false;
    const answer = await this.send(door, null).catch(() => undefined);
    if (answer === null) this.over();
    if (!answer?.ok) return;
    const names = await answer.json();
    const place = document.getElementById("others");
    place.hidden = names.length === 0;
    place.textContent = say(
      "{names} juga sedang membuka rancangan ini. Sepakati dahulu siapa yang menyimpan.",
      "{names} has this draft open too. Agree first who saves.",
      { names: names.join(", ") },
    );
  }

  // What the server says of the draft, each leading to its element; read from the page, and again after a save.
  bindFindings() {
    const found = [...document.querySelectorAll("#findings [data-element]")];
    found.forEach((line) => line.addEventListener("click", () => this.show(line.dataset.element)));
    this.mark?.(found.map((line) => ({ element: line.dataset.element, refused: "refused" in line.dataset, sentence: line.dataset.sentence })));
  }

  // A part of the page as it is after a save.
  async renew(part) {
    const answer = await fetch(`${this.root.dataset.door}/${part}`, { headers: { "HX-Request": "true" } });
    if (!answer.ok) return;
    const isOpen = Boolean(document.getElementById(part).open);
    document.getElementById(part).outerHTML = await answer.text();
    document.getElementById(part).toggleAttribute("open", isOpen);
  }
}
