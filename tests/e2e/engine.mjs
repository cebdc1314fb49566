// The engine exactly as it ships (dist/worker-….js and its wasm), started in Node.

import { readdirSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

const one = (pattern) => {
  const found = readdirSync(dist).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`dist/ has ${found.length} files like ${pattern}; run cargo xtask build`);
  return join(dist, found[0]);
};

// Resolves to the worker's exports, `annotate_reply(text, published)` among them, and its `memory`.
export async function startEngine() {
  const folder = mkdtempSync(join(tmpdir(), "galley-"));
  try {
    const script = join(folder, "worker.mjs");
    writeFileSync(script, readFileSync(one(/^worker-[0-9a-f]{16}\.js$/)));
    const engine = await import(pathToFileURL(script));
    const { memory } = await engine.default({ module_or_path: readFileSync(one(/^worker_bg-[0-9a-f]{16}\.wasm$/)) });
    return { ...engine, memory };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
