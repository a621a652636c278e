// A diagram as it is shown: one that came without a picture gets one from the server, which draws its own pages the same way.
import { say } from "./words.js";

export const ARRANGED = say("Berkas ini tidak membawa gambar; letak unsurnya disusun di sini.", "This file came without a picture; its elements were placed here.");
export const TOO_LARGE = say("Berkas ini tidak membawa gambar dan terlalu besar untuk digambar di sini.", "This file came without a picture and is too large to be drawn here.");

// Only the server says what counts as a picture.
export async function pictured(address) {
  const shown = new URL(address, window.location.href);
  shown.searchParams.set("pictured", "true");
  const answer = await fetch(shown);
  if (!answer.ok) throw new Error(`${shown}: ${answer.status}`);
  const origin = answer.headers.get("Picture-Origin");
  return { xml: await answer.text(), isNew: origin === "ARRANGED", isTooLarge: origin === "TOO_LARGE" };
}
