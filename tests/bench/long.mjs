// How long texts freeze the page: pasted into the site as it ships, in Chromium. `node long.mjs [OLD [NEW]]`
// measures the sites in two folders in turn and prints, for each text, the new one's longest task as a share
// of the old one's.

import { createRequire } from "node:module";
import { long } from "../e2e/articles.mjs";
import { serve } from "../e2e/server.mjs";

const { chromium } = createRequire(new URL("../e2e/server.mjs", import.meta.url))("playwright-core");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];
const PATIENCE = Number(process.env.PATIENCE ?? 90_000);

const paragraph = (letters) => long(letters).replace(/\n+/g, " ");
const TEXTS = [
  ["1.2 MB, 200,000 words", () => long(1_200_000)],
  ["2 MB", () => long(2_000_000)],
  ["5 MB", () => long(5_000_000)],
  ["9 MB", () => long(9_000_000)],
  ["1 MB in one paragraph", () => paragraph(1_000_000)],
  ["9 MB in one paragraph", () => paragraph(9_000_000)],
  ["100,000 lines", () => "a\n".repeat(100_000)],
  ["300,000 short paragraphs", () => "Ann Roe said no.\n\n".repeat(300_000)],
  ["1,000,000 lines", () => "a\n".repeat(1_000_000)],
].filter(([name]) => !process.env.ONLY || process.env.ONLY.split("|").includes(name));

const folders = process.argv.slice(2);
const sites = await Promise.all(folders.length ? folders.map((folder) => serve(folder)) : [serve()]);
console.log("   text                        shown   marked   longest task, later   frames    memory (JS, page in all)");
for (const [name, make] of TEXTS) {
  const results = [];
  for (const site of sites) results.push(await measure(site, make()));
  for (const result of results) console.log(`   ${name.padEnd(26)}${line(result)}`);
  const [old, now] = results;
  if (now) console.log(`   ${"".padEnd(26)} freeze ${share(now.task, old.task)}, memory ${share(now.all, old.all)} of the old one's`);
}
for (const site of sites) await site.close();

function share(now, old) {
  return (now / old).toFixed(2);
}

function line({ shown, marked, task, later, frames, heap, all }) {
  const seconds = (ms) => (ms === null ? "never" : `${(ms / 1000).toFixed(2)} s`).padStart(8);
  const bytes = (count) => `${(count / 1e6).toFixed(0)} MB`.padStart(7);
  return `${seconds(shown)} ${seconds(marked)} ${seconds(task)} ${seconds(later)}  ${frames.map((ms) => ms.toFixed(0)).join(" / ").padStart(10)} ms ${bytes(heap)} ${bytes(all)}`;
}

// A browser of its own for each text, so that none pays for another's.
async function measure(site, text) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(site.address);
    await page.waitForFunction(() => document.querySelector("#proof")?.dataset.state === "marked");
    await page.waitForTimeout(1500);
    const times = await page.evaluate(pasteAndWatch, [text, PATIENCE]);
    const frames = times.marked === null ? [0, 0] : await page.evaluate(scroll);
    return { ...times, frames, ...(await memory(page, browser)) };
  } finally {
    await browser.close();
  }
}

// Resolves to milliseconds from the paste: to the first frame with the text, to its marks; and the longest
// task of all, and of those after that frame.
async function pasteAndWatch([text, patience]) {
  const proof = document.querySelector("#proof");
  const before = proof.dataset.revision;
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await pause(100);
  const start = performance.now();
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  while (!proof.textContent.slice(0, 20).includes(text.slice(0, 1)) || proof.dataset.revision === before) await frame();
  await frame();
  const shown = performance.now() - start;
  let marked = null;
  while (performance.now() - start < patience) {
    if (proof.dataset.state === "marked" && proof.dataset.revision !== before) {
      await frame();
      marked = performance.now() - start;
      break;
    }
    await pause(20);
  }
  await pause(1500);
  const longest = (from) => Math.max(0, ...tasks.filter((task) => task.startTime >= from).map((task) => task.duration));
  return { shown, marked, task: longest(start - 1), later: longest(start + shown) };
}

// Half and 95 in a hundred of the frames of a scroll, in milliseconds.
async function scroll() {
  const frame = () => new Promise(requestAnimationFrame);
  const gaps = [];
  await frame();
  let last = performance.now();
  for (let step = 0; step < 90; step += 1) {
    window.scrollBy(0, 700);
    await frame();
    gaps.push(-last + (last = performance.now()));
  }
  gaps.sort((a, b) => a - b);
  return [gaps[45], gaps[85]];
}

// What the page holds: JavaScript's own, and the whole process, WebAssembly and worker too.
async function memory(page, browser) {
  const own = await page.context().newCDPSession(page);
  await own.send("HeapProfiler.collectGarbage");
  await own.send("Performance.enable");
  const { metrics } = await own.send("Performance.getMetrics");
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  const { readFileSync } = await import("node:fs");
  const resident = (id) => 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0);
  const all = Math.max(...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => resident(id)));
  return { heap: metrics.find(({ name }) => name === "JSHeapUsedSize").value, all };
}
