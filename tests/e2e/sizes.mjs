// What a first visit downloads, and what is loaded when somebody wants it, compressed as a good host does, against its
// budgets.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { dist } from "./engine.mjs";

// The page holds the desk, where marks are corrected. The worker's code is built for speed rather than for size, and its trained tagger may grow.
const BUDGETS = [
  { what: "page wasm", files: /^app.*\.wasm$/, kilobytes: 320 },
  { what: "worker wasm with its data", files: /^(?!app|formats).*\.(wasm|bin)$/, kilobytes: 1350 },
  { what: "scripts and styles", files: /^(?!formats).*\.(js|mjs|css)$/, kilobytes: 40 },
  { what: "formats, loaded on use", files: /^formats/, kilobytes: 360 },
];

const compressed = (file) => {
  const bytes = readFileSync(join(dist, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
};

const all = readdirSync(dist, { recursive: true });
let within = true;
for (const { what, files, kilobytes } of BUDGETS) {
  const matching = all.filter((file) => files.test(file));
  const size = matching.reduce((sum, file) => sum + compressed(file), 0) / 1000;
  const verdict = matching.length === 0 ? "NOT THERE" : size <= kilobytes ? "fits" : "TOO LARGE";
  within &&= verdict === "fits";
  console.log(`   ${what.padEnd(28)} ${size.toFixed(1).padStart(7)} kB of ${kilobytes} kB (brotli)  ${verdict}`);
}
process.exit(within ? 0 : 1);
