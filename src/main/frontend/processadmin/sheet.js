// What the three editors have in common: the file is fetched, kept with a note and the revision seen, nothing typed is lost,
// others who draw at the same time are named, findings stand beside the drawing.
import { element, say } from "./words.js";

const ASKED_EVERY = 20_000;
const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;

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
    document.getElementById("save")?.toggleAttribute("hidden", !this.editable);
    this.root.classList.toggle("is-read", !this.editable);
  }

  get key() {
    return this.root.dataset.key;
  }

  async content() {
    return (await fetch(this.root.dataset.content)).text();
  }

  async lists() {
    return (await fetch(`${this.root.dataset.door}/lists`, { headers: { accept: "application/json" } })).json();
  }

  // `read` gives the file as text, `show` leads to the element of a finding, `mark` marks the elements that have some.
  begin({ read, show, mark }) {
    this.read = read;
    this.show = show ?? (() => {});
    this.mark = mark;
    this.bindFindings();
    if (!this.editable) return;
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
    try {
      const answer = await this.send(`${this.root.dataset.door}/save`, await this.read(), { note: note.value, seen: this.revision });
      if (answer.ok) this.saved(await answer.json(), note);
      else await this.refused(answer);
    } catch {
      this.tell(say("Tidak tersambung. Gambar masih di layar; coba simpan lagi.", "Not connected. The drawing is still on the screen; save again."), "danger");
    } finally {
      button.disabled = false;
    }
  }

  send(address, content, values = {}, name = "sheet") {
    const form = new FormData();
    if (content !== null) form.append("content", new Blob([content]), name);
    Object.entries(values).forEach(([field, value]) => form.append(field, value));
    return fetch(address, { method: "POST", body: form, headers: { accept: "application/json", [meta("csrf-header")]: meta("csrf-token") } });
  }

  saved(answer, note) {
    this.revision = answer.revision;
    this.changed = false;
    note.value = "";
    document.querySelectorAll('input[name="seen"]').forEach((input) => (input.value = answer.revision));
    document.getElementById("saved").textContent = answer.sentence;
    this.tell(say("Tersimpan. Riwayatnya tampak setelah halaman dimuat ulang.", "Saved. The history shows it when the page is loaded again."), "success");
    this.loadFindings();
  }

  async refused(answer) {
    const problem = await answer.json().catch(() => ({}));
    const field = (problem.errors ?? []).find((error) => error.field === "note");
    if (answer.status === 422 && field) {
      this.complain(field.message);
      document.getElementById("note").focus();
      return;
    }
    const sentence = problem.errors?.[0]?.message ?? problem.detail ?? say("Belum tersimpan.", "Not saved.");
    this.tell(sentence, "danger");
    if (answer.status === 409) this.offerWaysOut();
  }

  complain(sentence) {
    const note = document.getElementById("note");
    document.getElementById("note-error")?.remove();
    note.toggleAttribute("aria-describedby", false);
    if (!sentence) return;
    note.after(element("p", { id: "note-error", class: "field-error", role: "alert" }, sentence));
    note.setAttribute("aria-describedby", "note-error");
  }

  // Somebody was faster: what is on the screen can become a draft of its own, or a file.
  offerWaysOut() {
    const own = element("button", { type: "button", class: "btn btn-outline btn-sm", onclick: () => this.saveApart() },
      say("Simpan sebagai rancangan terpisah", "Save as a draft of its own"));
    const file = element("button", { type: "button", class: "btn btn-outline btn-sm", onclick: () => this.download() },
      say("Unduh gambar saya", "Download my drawing"));
    const theirs = element("a", { class: "btn btn-outline btn-sm", href: this.root.dataset.door, target: "_blank", rel: "noopener" },
      say("Lihat simpanan terakhir", "See the last save"));
    document.getElementById("save-says").append(element("p", { class: "toolbar" }, own, file, theirs));
  }

  fileName() {
    return `${this.key}.${this.root.dataset.kind.toLowerCase()}`;
  }

  async saveApart() {
    const values = { note: document.getElementById("note").value, key: crypto.randomUUID(), uploadRoom: this.root.dataset.room };
    const answer = await this.send(this.root.dataset.upload, await this.read(), values, this.fileName());
    if (answer.ok && answer.redirected) {
      this.changed = false;
      window.location.assign(answer.url);
    } else {
      this.complain(say("Isi catatannya dahulu.", "Fill in the note first."));
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
    // Who has moved a hand since is there; an open sheet alone does not keep anybody signed in.
    const door = `${this.root.dataset.door}/visit${this.drawing ? "/drawing" : ""}`;
    this.drawing = false;
    const answer = await this.send(door, null).catch(() => null);
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

  async loadFindings() {
    const answer = await fetch(`${this.root.dataset.door}/findings`, { headers: { "HX-Request": "true" } });
    if (!answer.ok) return;
    document.getElementById("findings").outerHTML = await answer.text();
    this.bindFindings();
  }
}
