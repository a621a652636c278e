// The drawing libraries speak English; here is what they say in Indonesian.
import { speaksEnglish } from "./words.js";

const WORDS = {
  "Activate hand tool": "Geser lembar",
  "Activate lasso tool": "Pilih beberapa unsur",
  "Activate create/remove space tool": "Buat atau hapus ruang kosong",
  "Activate global connect tool": "Sambungkan dua unsur",
  "Create start event": "Awal",
  "Create intermediate/boundary event": "Kejadian di tengah",
  "Create end event": "Akhir",
  "Create gateway": "Gerbang keputusan",
  "Create task": "Tugas",
  "Create expanded sub-process": "Bagian proses",
  "Add text annotation": "Tambah catatan",
  "Append end event": "Tambah akhir",
  "Append gateway": "Tambah gerbang",
  "Append task": "Tambah tugas",
  "Append intermediate/boundary event": "Tambah kejadian",
  "Append message intermediate catch event": "Tambah penantian pesan",
  "Append timer intermediate catch event": "Tambah penantian waktu",
  "Append receive task": "Tambah tugas terima",
  "Append conditional intermediate catch event": "Tambah penantian syarat",
  "Append signal intermediate catch event": "Tambah penantian sinyal",
  "Change element": "Ganti jenis",
  "Change type": "Ganti jenis",
  "Connect to other element": "Sambungkan ke unsur lain",
  "Connect using association": "Hubungkan dengan catatan",
  "Delete": "Hapus",
  "Remove": "Hapus",
  "Align elements": "Ratakan unsur",
  "Align elements left": "Ratakan kiri",
  "Align elements center": "Ratakan tengah mendatar",
  "Align elements right": "Ratakan kanan",
  "Align elements top": "Ratakan atas",
  "Align elements middle": "Ratakan tengah tegak",
  "Align elements bottom": "Ratakan bawah",
  "Distribute elements horizontally": "Sebar mendatar",
  "Distribute elements vertically": "Sebar tegak",
  "Open {element}": "Buka {element}",
  "Search in diagram": "Cari di diagram",
  "Sequence flow": "Alur",
  "Default flow": "Alur bawaan",
  "Conditional flow": "Alur bersyarat",
  "Task": "Tugas",
  "User task": "Tugas orang",
  "Service task": "Langkah sistem",
  "Business rule task": "Keputusan menurut aturan",
  "Exclusive gateway": "Gerbang pilihan",
  "Parallel gateway": "Gerbang serempak",
  "Event-based gateway": "Gerbang menunggu kejadian",
  "Start event": "Awal",
  "End event": "Akhir",
  "Intermediate throw event": "Kejadian di tengah",
  "Message intermediate catch event": "Menunggu pesan",
  "Timer intermediate catch event": "Menunggu waktu",
  "Message start event": "Awal oleh pesan",
  "Escalation start event": "Awal oleh eskalasi",
  "Escalation start event (non-interrupting)": "Awal oleh eskalasi (tidak menghentikan)",
  "Message start event (non-interrupting)": "Awal oleh pesan (tidak menghentikan)",
  "Error boundary event": "Kesalahan di tepi",
  "Timer boundary event": "Waktu di tepi",
  "Timer boundary event (non-interrupting)": "Waktu di tepi (tidak menghentikan)",
  "Message boundary event": "Pesan di tepi",
  "Message boundary event (non-interrupting)": "Pesan di tepi (tidak menghentikan)",
  "Escalation end event": "Akhir dengan eskalasi",
  "Error end event": "Akhir dengan kesalahan",
  "Sub-process (expanded)": "Bagian proses",
  "Sub-process (collapsed)": "Bagian proses (terlipat)",
  "Event sub-process": "Bagian proses oleh kejadian",
  "Sub-process": "Bagian proses",
  "Call activity": "Proses lain",
  "Toggle non-interrupting": "Menghentikan atau tidak",
  "Loop": "Berulang",
  "Parallel multi-instance": "Untuk masing-masing, serempak",
  "Sequential multi-instance": "Untuk masing-masing, berurutan",
  "Toggle linting overlays": "Tampilkan atau sembunyikan pemeriksaan",
  "{errors} Errors, {warnings} Warnings": "{errors} salah, {warnings} peringatan",
  "No Issues": "Tidak ada temuan",
  "Issues for child elements": "Temuan pada unsur di dalamnya",
  "Create": "Buat",
  "Element is not connected": "Unsur ini belum tersambung",
  "Element is an implicit end": "Alur berhenti di sini tanpa unsur akhir",
  "Element is an implicit start": "Tidak ada alur yang menuju unsur ini",
  "Flow splits implicitly": "Alur bercabang tanpa gerbang",
  "Incoming flows do not join": "Alur masuk tidak digabung lebih dahulu",
  "Gateway forks and joins": "Gerbang ini menggabung sekaligus memecah; pakai dua gerbang",
  "Gateway is superfluous. It only has one source and target.": "Gerbang ini tidak berguna: hanya satu masuk dan satu keluar",
  "SequenceFlow is a duplicate": "Alur ini sudah ada",
  "Process is missing start event": "Proses belum mempunyai awal",
  "Process is missing end event": "Proses belum mempunyai akhir",
  "Sub process is missing start event": "Bagian proses belum mempunyai awal",
  "Sub process is missing end event": "Bagian proses belum mempunyai akhir",
  "Process has multiple blank start events": "Proses hanya boleh mempunyai satu awal",
  "Element overlaps with other element": "Unsur ini menutupi unsur lain",
  "Element is outside of parent boundary": "Unsur ini keluar dari bingkainya",
  // Decision tables
  "Add rule": "Tambah baris",
  "Add rule above": "Tambah baris di atas",
  "Add rule below": "Tambah baris di bawah",
  "Remove rule": "Hapus baris",
  "Add input": "Tambah masukan",
  "Add output": "Tambah hasil",
  "Add input left": "Tambah masukan di kiri",
  "Add input right": "Tambah masukan di kanan",
  "Add output left": "Tambah hasil di kiri",
  "Add output right": "Tambah hasil di kanan",
  "Remove input": "Hapus masukan",
  "Remove output": "Hapus hasil",
  "Add clause left": "Tambah kolom di kiri",
  "Add clause right": "Tambah kolom di kanan",
  "Remove clause": "Hapus kolom",
  "Copy rule": "Salin baris",
  "Cut rule": "Potong baris",
  "Paste rule above": "Tempel di atas",
  "Paste rule below": "Tempel di bawah",
  "Clear rule": "Kosongkan baris",
  "Clear": "Kosongkan",
  "Rule": "Baris",
  "Input": "Masukan",
  "Output": "Hasil",
  "Expression": "Nama nilai",
  "Expression language": "Bahasa",
  "Expression language:": "Bahasa:",
  "Input variable": "Nama nilai",
  "Type": "Jenis",
  "Type:": "Jenis:",
  "Label": "Judul",
  "Hit policy": "Cara memilih baris",
  "Hit policy:": "Cara memilih baris:",
  "Aggregation:": "Penggabungan:",
  "Annotations": "Catatan",
  "When": "Bila",
  "Then": "Maka",
  "And": "Dan",
  "View DRD": "Lihat hubungan tabel",
  "Edit hit policy": "Ubah cara memilih baris",
  "Edit input": "Ubah masukan",
  "Edit output": "Ubah hasil",
  "Predefined values": "Nilai yang ditentukan",
  "Add predefined values": "Tambah nilai yang ditentukan",
  "Output name": "Nama hasil",
  "Output name:": "Nama hasil:",
  "Output label": "Judul hasil",
  "Input label": "Judul masukan",
  "Unique": "Hanya satu yang cocok (UNIQUE)",
  "First": "Yang pertama cocok (FIRST)",
  "Any": "Yang mana saja (ANY)",
  "Collect": "Semua yang cocok (COLLECT)",
  "Rule order": "Semua menurut urutan (RULE ORDER)",
};

export function translate(template, replacements = {}) {
  const text = speaksEnglish ? template : (WORDS[template] ?? template);
  return text.replace(/{([^}]+)}/g, (whole, name) => replacements[name] ?? whole);
}

export const inIndonesian = { translate: ["value", translate] };

// Some parts write their words straight into the page: they are exchanged as they appear, but not where `kept` says so.
export function relabel(root, words, kept = () => false) {
  if (speaksEnglish) return;
  const exchange = (node) => {
    const place = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (place instanceof Element && kept(place)) {
      // A button may stand within what is kept.
      if (place === node) node.childNodes.forEach(exchange);
      return;
    }
    if (node.nodeType === Node.TEXT_NODE) {
      const better = words[node.data.trim()];
      if (better) node.data = node.data.replace(node.data.trim(), better);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of ["title", "placeholder", "aria-label"]) {
      const better = words[node.getAttribute(name)];
      if (better) node.setAttribute(name, better);
    }
    node.childNodes.forEach(exchange);
  };
  exchange(root);
  new MutationObserver((changes) =>
    changes.forEach((change) => (change.type === "characterData" || change.type === "attributes" ? exchange(change.target) : change.addedNodes.forEach(exchange))),
  ).observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["title", "placeholder", "aria-label"] });
}
