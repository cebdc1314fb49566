// What the package weighs, compressed as a good host does, against its budgets.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { files, packed } from "./package.mjs";

const BUDGETS = [
  { what: "<galley-proof>", names: /^proof(\.js|\/)/, kilobytes: 40 },
  { what: "engine and formats", names: /^(engine_bg\.wasm|engine\.js|galley\.js)$/, kilobytes: 1800 },
];

const compressed = (file) => {
  const bytes = readFileSync(new URL(file, packed));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
};

let within = true;
for (const { what, names, kilobytes } of BUDGETS) {
  const matching = files().filter((file) => names.test(file));
  const size = matching.reduce((sum, file) => sum + compressed(file), 0) / 1000;
  const verdict = matching.length === 0 ? "NOT THERE" : size <= kilobytes ? "fits" : "TOO LARGE";
  within &&= verdict === "fits";
  console.log(`   ${what.padEnd(28)} ${size.toFixed(1).padStart(7)} kB of ${kilobytes} kB (brotli)  ${verdict}`);
}
process.exit(within ? 0 : 1);
