// Playing a draft through: a token walks, people decide at gateways. Nothing of it leaves the page.
import { relabel } from "./translate.js";

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
};

export function playInIndonesian(paper) {
  relabel(paper, WORDS);
}
