// The package as it ships, and the examples of its README.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

export const packed = new URL("../../../target/npm/galley-annotate/", import.meta.url);

export const files = () => readdirSync(packed, { recursive: true }).map((name) => name.replaceAll("\\", "/"));

export const loaded = async () => {
  const galley = await import(new URL("galley.js", packed));
  await galley.init();
  return galley;
};

// The README's blocks of a language, in order.
export function examples(language) {
  const readme = readFileSync(new URL("README.md", packed), "utf8");
  return readme.split(`\n\`\`\`${language}\n`).slice(1).map((rest) => rest.split("\n```\n")[0]);
}

// A folder in which the package is installed, as somebody would have it; made anew.
export function installed(name) {
  const folder = new URL(`../../../target/npm/${name}/`, import.meta.url);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(new URL("node_modules/", folder), { recursive: true });
  cpSync(packed, new URL("node_modules/galley-annotate/", folder), { recursive: true });
  return fileURLToPath(folder);
}

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

// Serves the package's folder, and pages that are given by name.
export async function served(pages = {}) {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url.slice(1));
    const inPackage = name.replace(/^node_modules\/galley-annotate\//, "");
    const body = pages[name] ?? (files().includes(inPackage) && extname(inPackage) ? readFileSync(new URL(inPackage, packed)) : undefined);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": TYPES[extname(name)] ?? "text/plain" });
    response.end(body ?? "There is no such file.");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://localhost:${server.address().port}/`, close: () => (server.closeAllConnections(), server.close()) };
}
