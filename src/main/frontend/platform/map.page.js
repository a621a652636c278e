// A map without tiles: the coast, a grid of degrees, a village-sized grid when near, and points. It needs no other host.
//   <div data-map data-at="-5.03,104.05">                       shows a point
//   <div data-map data-latitude="name" data-longitude="name">   edits two inputs of the form around it
//   data-points="[[-5.03,104.05], …]"                           other points to orient by; the map opens on them
//   data-near="-5.03,104.05"                                    opens about here when there are no other points
import L from "leaflet";
import "leaflet/dist/leaflet.css";

const ARCHIPELAGO = [[-11.1, 94.9], [6.1, 141.1]];
const NEAR = 15;
const COUNTRYSIDE = 11;

/** Draws the maps of {@code root} that are not drawn yet; one in a closed part of the page has no size and waits. */
export function drawMaps(root) {
  [...root.querySelectorAll("[data-map]:not(.leaflet-container)")].filter((element) => element.offsetWidth > 0).forEach(draw);
}

drawMaps(document);

async function draw(element) {
  const form = element.closest("form");
  const input = (name) => (name ? form?.elements[name] : null);
  const latitude = input(element.dataset.latitude);
  const longitude = input(element.dataset.longitude);
  const editable = Boolean(latitude && longitude);
  const map = L.map(element, { attributionControl: false, minZoom: 4, maxZoom: 18, maxBounds: L.latLngBounds(ARCHIPELAGO).pad(0.3), scrollWheelZoom: editable });
  const others = JSON.parse(element.dataset.points ?? "[]");
  open(map, others, element.dataset.near);
  L.control.scale({ imperial: false }).addTo(map);
  const grid = L.layerGroup().addTo(map);
  map.on("moveend", () => drawGrid(map, grid));
  others.forEach((at) => L.circleMarker(at, { radius: 4, className: "map-other" }).addTo(map));

  const pin = L.icon({ iconUrl: "/assets/pin.svg", iconSize: [30, 40], iconAnchor: [15, 39] });
  let marker = null;
  const put = (at, look) => {
    if (!marker) {
      marker = L.marker(at, { icon: pin, draggable: editable, keyboard: false }).addTo(map);
      marker.on("dragend", () => write(marker.getLatLng()));
    }
    marker.setLatLng(at);
    if (look) map.setView(at, Math.max(map.getZoom(), NEAR));
  };
  const write = ({ lat, lng }) => {
    latitude.value = lat.toFixed(6);
    longitude.value = lng.toFixed(6);
    form.dispatchEvent(new CustomEvent("map:moved"));
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const typed = () => {
    const at = [latitude.value, longitude.value].map((text) => Number(text.replace(",", ".")));
    if (latitude.value && longitude.value && at.every(Number.isFinite) && L.latLngBounds(ARCHIPELAGO).contains(at)) put(at, true);
  };
  if (editable) {
    latitude.addEventListener("input", typed);
    longitude.addEventListener("input", typed);
    map.on("click", (event) => {
      put(event.latlng, false);
      write(event.latlng);
    });
    typed();
  } else if (element.dataset.at) {
    put(element.dataset.at.split(",").map(Number), true);
  }
  drawGrid(map, grid);
  const coast = await fetch(element.dataset.coast).then((answer) => answer.json());
  L.geoJSON(coast, { interactive: false, className: "map-land" }).addTo(map).bringToBack();
}

// Opens on the other points, or near a place, or on the whole archipelago.
function open(map, others, near) {
  if (others.length) map.fitBounds(L.latLngBounds(others).pad(0.2), { maxZoom: NEAR });
  else if (near) map.setView(near.split(",").map(Number), COUNTRYSIDE);
  else map.fitBounds(ARCHIPELAGO);
}

// Lines of latitude and longitude at a distance that suits the zoom, with their degrees at the edge.
function drawGrid(map, grid) {
  grid.clearLayers();
  const view = map.getBounds().pad(0.2);
  const step = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001].find((s) => view.getEast() - view.getWest() > 4 * s) ?? 0.001;
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  const line = (from, to, text) => {
    L.polyline([from, to], { interactive: false, className: "map-grid", weight: 1 }).addTo(grid);
    L.marker(from, { interactive: false, keyboard: false, icon: L.divIcon({ className: "map-degree", html: text, iconSize: null }) }).addTo(grid);
  };
  const edge = map.getBounds();
  for (let x = Math.ceil(view.getWest() / step) * step; x < view.getEast(); x += step) {
    line([edge.getSouth(), x], [edge.getNorth(), x], `${x.toFixed(digits)}°`);
  }
  for (let y = Math.ceil(view.getSouth() / step) * step; y < view.getNorth(); y += step) {
    line([y, edge.getWest()], [y, edge.getEast()], `${y.toFixed(digits)}°`);
  }
}
