// A diagram as it is shown: one that came without a picture gets one from the server, which draws its own pages the same way.
import { say } from "./words.js";

export const ARRANGED = say("Berkas ini tidak membawa gambar; letak unsurnya disusun di sini.", "This file came without a picture; its elements were placed here.");

export async function pictured(content, address, moddle) {
  const { rootElement } = await moddle.fromXML(content);
  if (rootElement.diagrams?.length) return { xml: content, isNew: false };
  const shown = new URL(address, window.location.href);
  shown.searchParams.set("pictured", "true");
  const answer = await fetch(shown);
  if (!answer.ok) throw new Error(`${shown}: ${answer.status}`);
  return { xml: await answer.text(), isNew: true };
}
