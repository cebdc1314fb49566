// Serves dist/ under a path of its own, as a host would that has other sites beside it.

import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { dist } from "./engine.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

const PATH = "/desk/tools/galley/";

// The site as the world sees it: its files, its address, and every request that reached it.
export async function serve(folder = dist) {
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
  const requests = [];
  const server = createServer((request, response) => {
    requests.push({ method: request.method, url: request.url, headers: request.headers });
    const name = request.url === PATH ? "index.html" : request.url.slice(PATH.length);
    const body = request.url.startsWith(PATH) ? files.get(name) : undefined;
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    response.writeHead(body ? 200 : 404, { "content-type": body ? type : "text/plain", "cache-control": "no-cache" });
    response.end(body ?? "There is no such file.");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { address: `http://localhost:${server.address().port}${PATH}`, path: PATH, files, requests, close };
}
