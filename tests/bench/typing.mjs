// What a key costs while a text is edited: typed into the site as it ships, in Chromium, at the top and in the middle.
// `node typing.mjs [FOLDER]`; SECONDS a place (60), WORDS of the texts ("1000|20000").
//
// A key is timed from its event to the end of the frame that shows it; the processor's time is the page's main thread's,
// beside that of the same page with all layers hidden, where nothing is marked. Fresh marks are timed from the key to
// the frame that paints what the worker found.

import { createRequire } from "node:module";
import { long } from "../e2e/articles.mjs";
import { serve } from "../e2e/server.mjs";

const { chromium } = createRequire(new URL("../e2e/server.mjs", import.meta.url))("playwright-core");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];
const SECONDS = Number(process.env.SECONDS ?? 60);
const SIZES = (process.env.WORDS ?? "1000|20000").split("|").map(Number);
const PAUSE = 120;
const TYPED = "Mayor Ada Quist told reporters in Tema on Friday that the ferry would sail again. ";

const site = await serve(process.argv[2]);
console.log("   words   place    keys   paint p50 / p95    fresh p50 / p95   longest task   CPU a key, marked / not");
for (const words of SIZES) {
  for (const place of ["top", "middle"]) {
    const marked = await measure(words, place, true);
    const bare = await measure(words, place, false);
    const share = (marked.cpu / bare.cpu).toFixed(2);
    console.log(
      `${String(words).padStart(8)}   ${place.padEnd(6)} ${String(marked.keys).padStart(6)}   ${pair(marked.paint)}   ${pair(marked.fresh)}   ${marked.task.toFixed(0).padStart(9)} ms   ` +
        `${marked.cpu.toFixed(1)} / ${bare.cpu.toFixed(1)} ms (${share})`,
    );
  }
}
await site.close();

function pair(times) {
  const of = (share) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? NaN;
  return `${of(0.5).toFixed(1).padStart(6)} / ${of(0.95).toFixed(1).padStart(5)} ms`;
}

async function measure(words, place, marks) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(site.address);
    const ready = () => page.waitForFunction(() => document.querySelector("#proof")?.dataset.state === "marked");
    await ready();
    const revision = await page.locator("#proof").getAttribute("data-revision");
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, long(words * 6));
    await page.waitForFunction((old) => document.querySelector("#proof").dataset.revision !== old, revision);
    await ready();
    if (!marks) await page.keyboard.press("x");
    await page.evaluate(() => document.querySelector("#proof").focus());
    await page.keyboard.press("F2");
    await page.waitForFunction(() => document.activeElement?.id === "draft");
    await page.evaluate((middle) => {
      const lines = [...document.querySelectorAll("#draft > p")].filter((line) => line.textContent.length > 80);
      const line = lines[middle ? Math.floor(lines.length / 2) : 1];
      line.scrollIntoView({ block: "center" });
      getSelection().collapse(line.firstChild, 40);
    }, place === "middle");
    await page.waitForTimeout(1500);
    await page.evaluate(watch);
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable");
    const cpu = async () => {
      const { metrics } = await client.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    };
    const before = await cpu();
    let keys = 0;
    for (const end = Date.now() + SECONDS * 1000; Date.now() < end; keys += 1) {
      await page.keyboard.press(TYPED[keys % TYPED.length]);
      await page.waitForTimeout(PAUSE);
    }
    const spent = (await cpu()) - before;
    await page.waitForTimeout(1000);
    return { keys, cpu: spent / keys, ...(await page.evaluate(() => globalThis.watched)) };
  } finally {
    await browser.close();
  }
}

function watch() {
  const watched = (globalThis.watched = { paint: [], fresh: [], task: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.task = Math.max(watched.task, duration);
  }).observe({ type: "longtask" });
  const frame = (since, times) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - since)));
  let key = null;
  document.addEventListener("keydown", (event) => {
    key = event.timeStamp;
    frame(event.timeStamp, watched.paint);
  }, true);
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("galley-live-marks").length && key !== null) {
      frame(key, watched.fresh);
      key = null;
    }
  }).observe({ type: "mark" });
}
