// Builds what the browser loads. Called by Maven: node build.mjs <target directory>
//   <room>/index.js      -> <target>/classes/static/assets/<room>.js (and <room>.css when it imports styles)
//   <room>/<x>.page.js   -> assets/<room>-<x>.js, for what only one page needs
//   platform/siks.css    -> assets/siks.css
//   area names, codes    -> <target>/classes/area
//   browser driver, axe  -> <target>/playwright (for the page tests)
//   package-lock.json    -> <target>/frontend.cdx.json, what the pages are made of
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackages } from "./packages.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(process.argv[2] ?? path.join(here, "../../../target"));
const classes = path.join(target, "classes");
const assets = path.join(classes, "static/assets");
const modules = path.join(here, "node_modules");

fs.mkdirSync(target, { recursive: true });
checkPackages(path.join(here, "package-lock.json"), path.join(target, "frontend.cdx.json"));
installPackages();
const stamp = path.join(target, "frontend.stamp");
const state = stateOfSources();
if (!fs.existsSync(stamp) || fs.readFileSync(stamp, "utf8") !== state || !fs.existsSync(path.join(assets, "siks.css"))) {
  fs.mkdirSync(assets, { recursive: true });
  await bundleRooms();
  copyHtmx();
  writeCoast();
  copyAreas();
  linkDriver();
  fs.writeFileSync(stamp, state);
}

function installPackages() {
  const wanted = createHash("sha256").update(fs.readFileSync(path.join(here, "package-lock.json"))).digest("hex");
  const installed = path.join(modules, ".installed");
  if (fs.existsSync(installed) && fs.readFileSync(installed, "utf8") === wanted) {
    return;
  }
  const windows = process.platform === "win32";
  execFileSync(windows ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: here,
    shell: windows,
    stdio: ["ignore", "ignore", "inherit"],
  });
  fs.writeFileSync(installed, wanted);
}

function stateOfSources() {
  const sum = createHash("sha256");
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules") walk(file);
      } else {
        sum.update(entry.name).update(fs.readFileSync(file));
      }
    }
  };
  walk(here);
  return sum.digest("hex");
}

async function bundleRooms() {
  const { build } = await import("esbuild");
  const rooms = fs
    .readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(here, entry.name, "index.js")))
    .map((entry) => ({ in: path.join(here, entry.name, "index.js"), out: entry.name }));
  await build({
    entryPoints: [...rooms, ...singlePages(), { in: path.join(here, "platform/siks.css"), out: "siks" }],
    outdir: assets,
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2020"],
    legalComments: "linked",
    assetNames: "[name]-[hash]",
    loader: { ".png": "file", ".svg": "file", ".woff": "file", ".woff2": "file", ".ttf": "file", ".eot": "file" },
    logLevel: "warning",
  });
}

function singlePages() {
  return fs
    .readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .flatMap((room) => fs.readdirSync(path.join(here, room.name)).filter((file) => file.endsWith(".page.js")).map((file) => ({
      in: path.join(here, room.name, file),
      out: `${room.name}-${file.slice(0, -".page.js".length)}`,
    })));
}

function copyHtmx() {
  fs.copyFileSync(path.join(modules, "htmx.org/dist/htmx.min.js"), path.join(assets, "htmx.js"));
}

// The coast of the archipelago as the one map layer that needs no other host: land cut to a frame around Indonesia.
function writeCoast() {
  const frame = { west: 94, south: -12, east: 142, north: 8 };
  const world = JSON.parse(fs.readFileSync(path.join(modules, "world-atlas/land-10m.json"), "utf8"));
  const rings = decodeArcs(world)
    .map((ring) => cut(ring, frame))
    .filter((ring) => ring.length > 3);
  const coast = { type: "MultiPolygon", coordinates: rings.map((ring) => [ring.map(round)]) };
  fs.writeFileSync(path.join(assets, "coast.json"), JSON.stringify(coast));
}

function decodeArcs(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const line = (index) => (index < 0 ? [...arcs[~index]].reverse() : arcs[index]);
  return topology.objects.land.geometries.flatMap((geometry) =>
    (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs).map((polygon) => polygon[0].flatMap(line)),
  );
}

// Cuts a ring at the four sides of the frame, one after the other.
function cut(ring, { west, south, east, north }) {
  const sides = [
    [0, west, (v) => v >= west],
    [0, east, (v) => v <= east],
    [1, south, (v) => v >= south],
    [1, north, (v) => v <= north],
  ];
  return sides.reduce((points, [axis, edge, inside]) => {
    const kept = [];
    points.forEach((point, i) => {
      const before = points[(i + points.length - 1) % points.length];
      if (inside(point[axis]) !== inside(before[axis])) {
        const share = (edge - before[axis]) / (point[axis] - before[axis]);
        kept.push([before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])]);
      }
      if (inside(point[axis])) kept.push(point);
    });
    return kept;
  }, ring);
}

function round([x, y]) {
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
}

function copyAreas() {
  const from = path.join(modules, "idn-area-data/data");
  const to = path.join(classes, "area");
  fs.mkdirSync(to, { recursive: true });
  for (const file of ["provinces.csv", "regencies.csv", "districts.csv", "villages.csv", "LICENSE.md"]) {
    fs.copyFileSync(path.join(from, file), path.join(to, file));
  }
}

// The Java driver of the page tests looks for a folder with `node` and `package`.
function linkDriver() {
  const folder = path.join(target, "playwright");
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  if (process.platform === "win32") {
    fs.copyFileSync(process.execPath, path.join(folder, "node.exe"));
  } else {
    fs.symlinkSync(process.execPath, path.join(folder, "node"));
  }
  fs.symlinkSync(path.join(modules, "playwright-core"), path.join(folder, "package"), "junction");
  fs.copyFileSync(path.join(modules, "axe-core/axe.min.js"), path.join(folder, "axe.min.js"));
}
