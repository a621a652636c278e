// Playing a draft through: a token walks, people decide at gateways. Nothing of it leaves the page.
import { relabel } from "./translate.js";
import { element, say } from "./words.js";

// Below it the library hides the buttons at the elements and the tokens.
const PLAYABLE = 0.5;
const SMALLEST = 0.15;

const WORDS = {
  "Play/Pause Simulation": "Jalan atau jeda",
  "Reset Simulation": "Ulangi dari awal",
  "Toggle Simulation Log": "Tampilkan catatan jalannya",
  "Simulation Log": "Catatan jalannya",
  "No Entries": "Belum ada",
  "Set Sequence Flow": "Ganti alur yang dipilih",
  "Trigger Event": "Jalankan",
  "Add pause point": "Berhenti di sini",
  "Remove pause point": "Jangan berhenti di sini",
  "Set animation speed = Slow": "Lambat",
  "Set animation speed = Normal": "Sedang",
  "Set animation speed = Fast": "Cepat",
  "Reset": "Diulangi",
  "Play Simulation": "Berjalan",
  "Pause Simulation": "Dijeda",
  "Start Simulation": "Mulai",
  "Finished": "Selesai",
  "Process started": "Proses dimulai",
  "Process finished": "Proses selesai",
  "Token Simulation": "Jalankan dengan token",
  "Close": "Tutup",
  "Found unsupported elements": "Ada unsur yang tidak dapat dijalankan",
  "Not supported": "Tidak dapat dijalankan",
};

export class Play {
  constructor(sheet) {
    this.sheet = sheet;
    this.isOn = false;
    this.says = element("p", { class: "alert alert-info drawing-remark", role: "status", hidden: true });
    sheet.root.querySelector(".drawing-tools").after(this.says);
    relabel(sheet.root, WORDS);
    // What was passed is read beside the sheet, where it covers no token.
    if (sheet.editable) sheet.side.after(sheet.paper.querySelector(".bts-log"));
  }

  // How far one may zoom out.
  smallest() {
    return this.isOn ? PLAYABLE : SMALLEST;
  }

  toggle(isOn) {
    this.isOn = isOn;
    this.sheet.side.inert = isOn;
    this.says.hidden = !isOn;
    this.says.textContent = isOn
      ? say(
          "Mulai dengan tombol ▶ pada unsur awal. Token berhenti di tempat orang atau kejadian ditunggu: tekan ▶ di sana untuk meneruskan. Jalan yang dipilih diganti dengan tombol pada gerbangnya.",
          "Begin with the button ▶ at a start. The token stops where people or events are waited for: press ▶ there to go on. The way taken is changed by the button at its gateway.",
        )
      : "";
  }
}
