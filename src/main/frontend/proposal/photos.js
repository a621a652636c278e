// A photo is made small before it goes over a bad line; where and when it was taken travels beside it.

const LONGEST_SIDE = 1600;
const QUALITY = 0.82;

export function shrinkPhotos(form) {
  const input = form.querySelector('input[type="file"]');
  const progress = form.querySelector("[data-progress]");
  form.querySelector("[data-plain]").hidden = true;
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file) return;
    progress.textContent = form.dataset.busy;
    form.elements.takenAt.value = new Date(file.lastModified || Date.now()).toISOString();
    const [small, position] = await Promise.all([shrink(file), whereAmI()]);
    if (position) {
      form.elements.latitude.value = position.latitude.toFixed(6);
      form.elements.longitude.value = position.longitude.toFixed(6);
      form.elements.accuracyMetres.value = Math.round(position.accuracy);
    }
    if (small) {
      const files = new DataTransfer();
      files.items.add(new File([small], "photo.jpg", { type: "image/jpeg" }));
      input.files = files.files;
    }
    form.requestSubmit();
  });
}

// What the browser cannot draw goes as it is: the server says what is wrong with it.
async function shrink(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    if (scale === 1 && file.type === "image/jpeg" && file.size < 1_000_000) return null;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  } catch {
    return null;
  }
}

function whereAmI() {
  return new Promise((done) => {
    if (!navigator.geolocation) return done(null);
    navigator.geolocation.getCurrentPosition((found) => done(found.coords), () => done(null), {
      enableHighAccuracy: true, timeout: 4000, maximumAge: 60_000,
    });
  });
}
