// Has other people's readers anchor our annotations in a page of Chromium and compares what they find, mark by mark, with
// Galley's own JSON: node run.mjs FOLDER GALLEY, where FOLDER holds the packages.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { statements } from "./linked-data.mjs";

const [folder, galley] = process.argv.slice(2);
const installed = createRequire(join(folder, "package.json"));
const { buildSync } = installed("esbuild");
const { chromium } = installed("playwright-core");

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const written = (format) => JSON.parse(execFileSync(galley, ["annotate", "--published", "2031-05-09", "--format", format, here("../article.txt")], { stdio: ["ignore", "pipe", "ignore"] }));
const [json, w3c, recogito] = ["json", "w3c", "recogito"].map(written);

await statements(installed("jsonld"), { json, w3c });

// Code points as UTF-16 units.
const units = [0];
for (const letter of json.text) units.push(units.at(-1) + letter.length);
const labelled = (marks, label) => marks.map((mark) => `${units[mark.start]}-${units[mark.end]} ${label(mark)}`);
const meant = [
  ...labelled(json.entities, ({ label }) => label),
  ...labelled(json.quotes, ({ kind }) => `${kind.toUpperCase()}_QUOTE`),
  ...labelled(json.terms, () => "TERM"),
  ...labelled(json.times, ({ type }) => type),
  ...labelled(json.structure.filter(({ part }) => part !== "furniture"), ({ part }) => `PART_${part.toUpperCase()}`),
].sort();
const known = new Set(meant.map((mark) => mark.split(" ")[1]));

// The article as one piece, and as pages have it: elements within elements, words in several.
const SHAPES = {
  "one piece": (root, text) => (root.textContent = text),
  "many pieces": (root, text) => {
    for (const line of text.split(/(?<=\n)/)) {
      const paragraph = document.createElement("div");
      for (const piece of line.match(/[^]{1,7}/gu) ?? []) {
        const inner = document.createElement(piece.length % 2 ? "b" : "span");
        inner.textContent = piece;
        paragraph.append(inner);
      }
      root.append(paragraph);
    }
  },
};

const { outputFiles } = buildSync({ entryPoints: [here("readers.js")], nodePaths: [join(folder, "node_modules")], bundle: true, write: false, format: "iife", logLevel: "error" });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
let failed = false;
for (const [shape, lay] of Object.entries(SHAPES)) {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><article id="text" style="white-space: pre-wrap"></article>');
  await page.evaluate(`(${lay})(document.querySelector("#text"), ${JSON.stringify(json.text)})`);
  await page.addScriptTag({ content: outputFiles[0].text });
  for (const name of await page.evaluate(() => Object.keys(globalThis.readers))) {
    const start = performance.now();
    try {
      const read = await page.evaluate(([name, files]) => globalThis.readers[name](document.querySelector("#text"), files), [name, { w3c, recogito }]);
      const places = read.filter(({ label }) => known.has(label)).map(({ label, found }) => [...new Set(found.map(({ start, end }) => `${start}-${end} ${label}`))]);
      assert.deepEqual(places.map((found) => found.join(" or ")).sort(), meant);
      console.log(`   ${name}, ${shape}: read as meant (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed = true;
      console.log(`   ${name}, ${shape}: not read as meant: ${error.message}`);
    }
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
