// On the visit's page: the place from the device, and photos made small before they go over a bad line.
// Without it places are typed and photos are sent as they are.
const LONGEST_SIDE = 1600;
const QUALITY = 0.82;

const button = document.querySelector("[data-locate]");
const status = document.querySelector("[data-locate-status]");

function fill(name, value) {
  document.querySelectorAll(`[name="${name}"]`).forEach((field) => {
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

function located({ coords }) {
  fill("latitude", coords.latitude.toFixed(6));
  fill("longitude", coords.longitude.toFixed(6));
  fill("accuracy", Math.round(coords.accuracy));
  status.textContent = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)} (± ${Math.round(coords.accuracy)} m)`;
}

if (button && "geolocation" in navigator) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const options = { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 };
    navigator.geolocation.getCurrentPosition(located, () => { status.textContent = button.dataset.failed; }, options);
  });
}

async function shrink(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}

document.querySelectorAll("form[data-photo]").forEach((form) => {
  const input = form.elements.file;
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file) return;
    form.querySelector("[data-progress]").textContent = form.dataset.busy;
    form.elements.takenAt.value = new Date(file.lastModified || Date.now()).toISOString();
    try {
      const files = new DataTransfer();
      files.items.add(new File([await shrink(file)], "photo.jpg", { type: "image/jpeg" }));
      input.files = files.files;
    } catch {
      // What the browser cannot draw goes as it is: the server says what is wrong with it.
    }
    form.requestSubmit();
  });
});
