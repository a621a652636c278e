// Fills latitude, longitude and accuracy of a visit from the device. Without it the fields are typed.
const button = document.querySelector('[data-locate]');
const status = document.querySelector('[data-locate-status]');

function fill(name, value) {
  const field = document.querySelector(`[name="${name}"]`);
  if (field) {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function located({ coords }) {
  fill('latitude', coords.latitude.toFixed(6));
  fill('longitude', coords.longitude.toFixed(6));
  fill('accuracy', Math.round(coords.accuracy));
  status.textContent = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)} (± ${Math.round(coords.accuracy)} m)`;
}

if (button && 'geolocation' in navigator) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const options = { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 };
    navigator.geolocation.getCurrentPosition(located, () => { status.textContent = button.dataset.failed; }, options);
  });
}
