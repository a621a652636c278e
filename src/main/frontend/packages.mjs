// What the pages are made of: writes it down as a bill of materials (CycloneDX) and stops at versions publicly known to be
// unsafe, as pom.xml does for Java. Called by the build, or: node packages.mjs <package-lock.json> <bill.json>
import * as fs from "node:fs";
import { pathToFileURL } from "node:url";

// Below `fixed` a version is unsafe; with `from`, those before it are not.
const UNSAFE = [
  { name: "lodash", fixed: "4.17.21", why: "CVE-2021-23337: code in a template's name" },
  { name: "luxon", fixed: "3.2.1", why: "CVE-2023-22467: a long date takes all the time there is" },
  { name: "dompurify", fixed: "3.2.4", why: "CVE-2025-26791, CVE-2024-47875: script that is let through" },
  { name: "preact", from: "10.26.5", fixed: "10.26.10", why: "CVE-2026-22028: data taken for elements" },
  { name: "preact", from: "10.27.0", fixed: "10.27.3", why: "CVE-2026-22028: data taken for elements" },
  { name: "preact", from: "10.28.0", fixed: "10.28.2", why: "CVE-2026-22028: data taken for elements" },
  { name: "marked", fixed: "4.0.10", why: "CVE-2022-21680, CVE-2022-21681: patterns without end" },
  { name: "papaparse", fixed: "5.2.0", why: "CVE-2020-36649: a pattern without end" },
  { name: "semver", fixed: "7.5.2", why: "CVE-2022-25883: a pattern without end" },
  { name: "colors", from: "1.4.1", fixed: "1.4.3", why: "CVE-2021-23567: runs without end" },
  { name: "esbuild", fixed: "0.25.0", why: "GHSA-67mh-4wv8-2f99: its server answers any site" },
];

/** Writes the bill of what `lock` brings into the pages; throws with a line for each unsafe version. */
export function checkPackages(lock, bill) {
  const packages = Object.entries(JSON.parse(fs.readFileSync(lock, "utf8")).packages)
    .filter(([place]) => place !== "")
    .map(([place, { version, integrity, license, dev }]) => ({ name: nameOf(place), version, integrity, license, dev }));
  const faults = packages.flatMap(faultsOf);
  if (faults.length > 0) {
    throw new Error(`These versions are publicly known to be unsafe:\n${faults.join("\n")}`);
  }
  fs.writeFileSync(bill, JSON.stringify(billOf(packages.filter((entry) => !entry.dev)), null, 2));
}

function nameOf(place) {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

function faultsOf({ name, version }) {
  return UNSAFE.filter((unsafe) => unsafe.name === name)
    .filter(({ from, fixed }) => isBefore(version, fixed) && !(from && isBefore(version, from)))
    .map(({ why }) => `${name} ${version} (${why})`);
}

function isBefore(version, other) {
  const [mine, theirs] = [version, other].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const differing = mine.findIndex((part, i) => part !== theirs[i]);
  return differing >= 0 && mine[differing] < theirs[differing];
}

function billOf(packages) {
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    components: packages.map(({ name, version, integrity, license }) => ({
      type: "library",
      name,
      version,
      purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      ...(license && { licenses: [{ license: { name: license } }] }),
      ...(integrity && { hashes: [hashOf(integrity)] }),
    })),
  };
}

function hashOf(integrity) {
  const [algorithm, content] = integrity.split(/-(.*)/);
  return { alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(content, "base64").toString("hex") };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  checkPackages(process.argv[2], process.argv[3]);
}
