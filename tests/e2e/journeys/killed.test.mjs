// A tab that dies in the middle of the work, again and again, loses nothing but the key that was being typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { marked, paste, visit } from "../page.mjs";

const TEXT =
  "Ferry to Ostrel returns\n\nOSTREL, March 3 (Coast Wire) — Nadia Brenn opened the pier at Ostrel on Monday.\n\n" +
  "“We waited nine years,” said Brenn. She thanked the Ostrel Harbour Trust.\n\nThe Trust paid for the pier at Ostrel.\n";

const STEPS = 200;
// A tab dies after one step in so many.
const DEATHS = 11;

// The same numbers in every run.
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const lines = (page) => page.evaluate(() => [...document.querySelectorAll("#draft > p")].map((line) => line.textContent));

async function edit(page) {
  await page.evaluate(() => document.querySelector("#proof").focus());
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Draft" }).waitFor();
}

// Sets the caret into a line of the draft, or selects a word of it.
const place = (page, pick, isWord) =>
  page.evaluate(([pick, isWord]) => {
    const nodes = [...document.querySelectorAll("#draft > p")].map((line) => line.firstChild).filter((node) => node?.data?.trim());
    const node = nodes[pick % nodes.length];
    if (!isWord) return getSelection().collapse(node, pick % (node.data.length + 1));
    const words = nodes.flatMap((node) => [...node.data.matchAll(/\p{L}{4,}/gu)].map(({ index, 0: { length } }) => [node, index, length]));
    const [line, at, length] = words[pick % words.length];
    getSelection().setBaseAndExtent(line, at, line, at + length);
  }, [pick, isWord]);

const KEYS = ["a", "e", "n", "t", " ", "o", ".", "s", "Backspace", "Delete", "Enter"];

// One step of the work; resolves to whether it was a key, and to the words that it marked.
async function step(page, random) {
  const kind = random(20);
  if (kind === 0) await page.keyboard.press("Control+z");
  if (kind === 1) await page.keyboard.press("Control+Shift+Z");
  let words = null;
  if (kind === 2) {
    await place(page, random(1000), true);
    words = await page.evaluate(() => String(getSelection()));
    await page.keyboard.press("Control+i");
    const list = page.locator("#decide");
    await list.waitFor();
    await list.getByRole("button", { name: /Work/ }).first().click();
    await list.waitFor({ state: "hidden" });
  }
  if (kind === 3) await place(page, random(1000), false);
  if (kind > 3) await page.keyboard.press(KEYS[random(KEYS.length)]);
  return { isKey: kind < 2 || kind > 3, words };
}

async function die(page) {
  const died = page.waitForEvent("crash");
  const client = await page.context().newCDPSession(page);
  client.send("Page.crash").catch(() => {});
  await died;
  await page.close();
}

test("a tab that dies between any two steps loses nothing but the key being typed", { timeout: 300_000 }, async (t) => {
  const visited = await visit(t);
  let { page } = visited;
  await paste(page, { text: TEXT });
  await edit(page);
  const first = await lines(page);
  await place(page, 2, false);
  const random = numbers(7);
  let deaths = 0;
  for (let made = 0; made < STEPS; made += 1) {
    const before = await lines(page);
    const { isKey, words } = await step(page, random);
    const after = await lines(page);
    if (random(DEATHS) > 0) continue;
    deaths += 1;
    // The quickest hand needs as long for the next key, once it has seen the last.
    await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
    await page.waitForTimeout(50);
    await die(page);
    page = await visited.context.newPage();
    await page.goto(visited.site.address);
    await marked(page);
    await edit(page);
    const kept = await lines(page);
    const wanted = isKey ? [after, before] : [after];
    assert.ok(wanted.some((one) => isDeepStrictEqual(one, kept)), `step ${made}: ${JSON.stringify({ kept, after, before })}`);
    if (words) await page.waitForFunction((words) => [...(CSS.highlights.get("others") ?? [])].map(String).includes(words), words);
    await place(page, random(1000), false);
  }
  assert.ok(deaths > 10, `${deaths} tabs died`);
  for (let undone = 0; undone < 2 * STEPS; undone += 1) await page.keyboard.press("Control+z");
  assert.deepEqual(await lines(page), first, "undone to the start");
});
