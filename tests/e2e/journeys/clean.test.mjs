// What an editor takes away is as it was pasted, wherever nobody has changed it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { keeping, marked, notices, paste, proof, visit, words } from "../page.mjs";

const HTML = `<h3>Quarrymen Hall reopens</h3>
<p>TESSALY, March 3 (Coast Wire) — Ines Varga opened <b>Quarrymen Hall</b> on Monday.</p>
<p>“It is <em>ours</em> again,” said Varga, as <a href="https://example.org/report?a=1&amp;b=2">the <strong>full</strong> report</a> says.</p>
<p>She thanked <a href="javascript:alert(1)">the Trust</a> and <a href="mailto:trust@example.org">its chair</a>.</p>
<ol><li>The roof</li><li>The <i>floor</i></li></ol>`;

const copied = (page) => page.evaluate(async () => {
  const [item] = await navigator.clipboard.read();
  const of = async (type) => (await item.getType(type)).text();
  // The browser writes styles of its own into what it hands out.
  const body = new DOMParser().parseFromString(await of("text/html"), "text/html").body;
  body.querySelectorAll("[style]").forEach((element) => element.removeAttribute("style"));
  return { html: body.innerHTML.replace(/\s+/g, " "), plain: await of("text/plain") };
});

async function clean(page) {
  await page.keyboard.press("y");
  await notices(page).getByText(/on the clipboard, without marks/).waitFor();
  return copied(page);
}

// Types behind words of the draft.
async function type(page, words, typed) {
  await page.evaluate(() => document.querySelector("#proof").focus());
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Draft" }).waitFor();
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector("#draft"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at >= 0) return getSelection().collapse(node, at + words.length);
    }
  }, words);
  await page.keyboard.type(typed);
  await page.keyboard.press("Escape");
  await marked(page);
}

const KEPT = [
  "<h3>Quarrymen Hall reopens</h3>",
  "“It is <em>ours</em> again,” said Varga, as <a href=\"https://example.org/report?a=1&amp;b=2\">the <strong>full</strong> report</a> says.</p>",
  "and <a href=\"mailto:trust@example.org\">its chair</a>.</p>",
  "<ol><li>The roof</li><li>The <em>floor</em></li></ol>",
];

test("links, heavy letters and headings of the paste come back with the clean text, but for what was edited", async (t) => {
  const { page } = await visit(t);
  await paste(page, { html: HTML });
  const pasted = await words(page);
  const first = await clean(page);
  for (const kept of [...KEPT, "opened <strong>Quarrymen Hall</strong> on"]) assert.ok(first.html.includes(kept), first.html);
  assert.doesNotMatch(first.html, /javascript|<mark|data-/);
  assert.match(first.plain, /^Quarrymen Hall reopens\n\nTESSALY/);

  await keeping(page, "history", () => type(page, "opened", " the grand new hall, once"));
  const edited = await clean(page);
  for (const kept of [...KEPT, "opened the grand new hall, once <strong>Quarrymen Hall</strong> on"]) assert.ok(edited.html.includes(kept), edited.html);

  // Of words that are gone nothing is left, and everything comes back with them.
  await page.reload();
  await marked(page);
  assert.equal((await clean(page)).html, edited.html);
  // Each word is a step, or less of one where the machine is slow.
  for (let now = await words(page); now.join() !== pasted.join();) {
    const before = await proof(page).textContent();
    await page.keyboard.press("u");
    await page.waitForFunction((before) => document.querySelector("#proof").textContent !== before, before);
    now = await words(page);
  }
  await marked(page);
  assert.equal((await clean(page)).html, first.html);
});

test("a file written from rich text has its links and heavy letters", async (t) => {
  const { page } = await visit(t);
  await paste(page, { html: HTML });
  await page.getByRole("button", { name: "Copy or download" }).click();
  const button = page.locator("#formats").getByRole("button", { name: "Download Markdown", exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const markdown = await readFile(await file.path(), "utf8");
  assert.match(markdown, /^### Quarrymen Hall reopens/);
  assert.ok(markdown.includes("opened **Quarrymen Hall** on Monday"), markdown);
  assert.ok(markdown.includes("[the **full** report](<https://example.org/report?a=1&b=2>) says."), markdown);
  assert.equal(await proof(page).locator("a, b, strong").count(), 0);
});
