// Long texts of any shape: the cost of drawing is the cost of what is near the window.

import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, marksOf, paste, proof, revision, visit, words } from "../page.mjs";
import { long } from "../articles.mjs";

// A generous limit, for a busy machine; the benchmark has the real one. What it guards against is tens of times as long.
const TASK = 1500;

for (const [what, text] of [
  ["100,000 lines", "a\n".repeat(100_000)],
  ["one paragraph of 1 MB", long(1_000_000).replace(/\n+/g, " ")],
  ["3 MB", long(3_000_000)],
]) {
  test(`${what}: no long task after the text is shown, and scrolling goes on`, async (t) => {
    const { page } = await visit(t);
    const before = await revision(page);
    await page.evaluate(async (text) => {
      globalThis.tasks = [];
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    }, text);
    await marked(page, { after: before, timeout: 90_000 });
    for (let step = 0; step < 20; step += 1) await page.evaluate(() => new Promise((done) => { scrollBy(0, 3000); requestAnimationFrame(done); }));
    const tasks = await page.evaluate(() => globalThis.tasks);
    assert.ok(Math.max(0, ...tasks) < TASK, `tasks of ${tasks.map(Math.round)} ms`);
  });
}

test("a very long paragraph is one paragraph to the letter, marked where it is in view, its card beside its mark", async (t) => {
  const { page } = await visit(t);
  const text = long(200_000).replace(/\n+/g, " ");
  await paste(page, { text }, { timeout: 60_000 });
  assert.deepEqual(await words(page), [text]);
  assert.ok((await marksOf(page, "people")).includes("Pieter Vandermolen"));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await page.waitForFunction(() => {
    const words = document.elementFromPoint(innerWidth / 3, innerHeight / 2);
    return words?.closest("#proof .chunk")?.querySelector("mark");
  });
  await page.keyboard.press("q");
  await page.waitForFunction(() => {
    const box = document.activeElement?.dataset.mark && document.activeElement.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
  });
  await page.keyboard.press("Enter");
  await page.locator("#card").waitFor();
});

test("marks far behind the window are taken away again, and the words stay", async (t) => {
  const { page } = await visit(t);
  const text = long(400_000);
  await paste(page, { text }, { timeout: 60_000 });
  for (let step = 0; step < 60; step += 1) await page.evaluate(() => new Promise((done) => { scrollBy(0, 1200); requestAnimationFrame(() => setTimeout(done, 20)); }));
  const drawn = await proof(page).locator(".chunk:has(mark)").count();
  const all = await proof(page).locator(".chunk").count();
  assert.ok(drawn < all / 2, `${drawn} of ${all}`);
  assert.equal((await words(page)).join("\n\n"), text);
});
