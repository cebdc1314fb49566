#!/usr/bin/env bash
# Chromium 156 (Debian's `chromium`), driven by playwright-core 1.65.1.
# Good guess: `worker.terminate()` ends a dedicated worker at once, in the middle of a loop too, and a Web Lock that it
# holds is free with it: that is what the lock is for.
# Behaviour: so it is for a worker that waits. One that is busy (a loop, a long call of WebAssembly) keeps its locks for
# two seconds after `terminate()`, in which nothing of it can be seen or heard any more. A page that replaces a hung
# engine by a new one under the same lock stands still for that time, and a request with `ifAvailable` is told that the
# work goes on elsewhere. The lock has to be held by the page (which knows when it gave the worker up), or its name
# has to carry the worker's generation.
# Seen: waiting worker: free within 1 s (a few ms); busy worker: not available at once, free after 1.5 to 10 s (2.0 s).
set -euo pipefail
browser=$(command -v chromium || command -v chromium-browser || true)
[ -n "$browser" ] || { echo "needs Debian's package chromium"; exit 2; }
command -v npm >/dev/null || { echo "needs node and npm"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1 >/dev/null
cat > seen.mjs <<'JS'
import { createServer } from "node:http";
import { chromium } from "playwright-core";
const worker = `onmessage = ({ data: { name, busy } }) => navigator.locks.request(name, () => {
  postMessage("held");
  for (const end = performance.now() + (busy ? 20000 : 0); performance.now() < end; );
  return new Promise(() => {});
});`;
const server = createServer((request, response) => {
  const js = request.url === "/worker.js";
  response.setHeader("Content-Type", js ? "text/javascript" : "text/html");
  response.end(js ? worker : "<!doctype html><title>x</title>");
}).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox", "--disable-gpu"] });
const tab = await browser.newPage();
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
const freed = (name, busy) => tab.evaluate(async ({ name, busy }) => {
  const worker = new Worker("/worker.js");
  await new Promise((held) => { worker.onmessage = held; worker.postMessage({ name, busy }); });
  worker.terminate();
  const start = performance.now();
  const atOnce = await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock !== null);
  await navigator.locks.request(name, () => {});
  return { atOnce, after: performance.now() - start };
}, { name, busy });
const waits = await freed("waits", false);
const busy = await freed("busy", true);
console.log(`waiting: within a second ${waits.after < 1000}`);
console.log(`busy: at once ${busy.atOnce}, after 1.5 to 10 s ${busy.after > 1500 && busy.after < 10000}`);
console.error(`Chromium ${browser.version()}: ${Math.round(waits.after)} ms, ${Math.round(busy.after)} ms`);
await browser.close();
server.close();
JS
seen=$(node seen.mjs "$browser")
echo "$seen"
expected="waiting: within a second true
busy: at once false, after 1.5 to 10 s true"
[ "$seen" = "$expected" ] || { echo "Chromium behaves otherwise now"; exit 1; }
