// Reads where the device is and puts it into the form; a point set by hand has no accuracy.

const GOOD_ENOUGH = 50;

export function locate(form) {
  const button = form.querySelector("[data-locate]");
  const says = form.querySelector("[data-place-says]");
  const set = (name, value) => {
    form.elements[name].value = value;
    form.elements[name].dispatchEvent(new Event("input", { bubbles: true }));
  };
  const byHand = () => {
    form.elements["place.accuracyMetres"].value = "";
    form.elements["place.locatedAt"].value = "";
    says.textContent = "";
    form.querySelector("[data-accuracy]")?.remove();
  };
  ["place.latitude", "place.longitude"].forEach((name) =>
    form.elements[name].addEventListener("input", (event) => {
      if (event.isTrusted) byHand();
    }),
  );
  form.addEventListener("map:moved", byHand);
  if (!navigator.geolocation) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    says.className = "place-says";
    says.textContent = form.dataset.waiting;
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) => {
        const accuracy = Math.round(coords.accuracy);
        set("place.latitude", coords.latitude.toFixed(6));
        set("place.longitude", coords.longitude.toFixed(6));
        form.elements["place.accuracyMetres"].value = accuracy;
        form.elements["place.locatedAt"].value = new Date(timestamp).toISOString();
        const weak = accuracy > GOOD_ENOUGH;
        says.classList.toggle("place-weak", weak);
        says.textContent = (weak ? form.dataset.weak : form.dataset.found).replace("{0}", accuracy);
      },
      () => {
        says.classList.add("place-weak");
        says.textContent = form.dataset.denied;
      },
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    );
  });
}
