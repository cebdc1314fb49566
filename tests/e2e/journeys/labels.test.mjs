// An editor's own labels: made, set, kept, listed, passed on and taken back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { drop, keeping, marked, marksOf, notices, paste, proof, section, select, violations, visit } from "../page.mjs";

const TEXT = "Quarrymen Hall reopens\n\nTESSALY, March 3 (Coast Wire) — Ines Varga opened Quarrymen Hall on Monday.\n\n\
“It is ours again,” said Varga. The hall has cost nine millions so far.\n\nThe Trust paid for the roof of Quarrymen Hall.\n";

const LIST = "Claim = k, red\nNeeds a source = s, teal\n";

const labels = (page) => page.locator("#labels-text");

async function listed(page, list = LIST) {
  await page.keyboard.press("Shift+M");
  await page.waitForFunction(() => document.activeElement?.id === "labels-text");
  await page.keyboard.insertText(list);
  await page.keyboard.press("Escape");
}

const dialog = (page) => page.locator("#decide");

const labelled = (page, words) => page.waitForFunction((words) =>
  [...document.querySelectorAll("#proof mark[data-layer=mine]")].map((mark) => mark.textContent).join("|") === words, words);

async function json(page) {
  await page.getByRole("button", { name: "Copy or download" }).click();
  const button = page.locator("#formats").getByRole("button", { name: "Download Galley JSON", exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return JSON.parse(await readFile(await file.path(), "utf8"));
}

test("a label is made, set, kept and undone by the keyboard alone, and goes out with the words", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: TEXT });
  await listed(page);
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Control+i");
  await dialog(page).getByRole("button", { name: /Claim.*1 label/ }).waitFor();
  await keeping(page, "corrections", () => page.keyboard.press("k"));
  await page.keyboard.press("Escape");
  await labelled(page, "Quarrymen");
  assert.equal(await proof(page).locator("mark.own-red").getAttribute("data-letter"), "k");

  await page.reload();
  await marked(page);
  await labelled(page, "Quarrymen");
  await section(page, "My labels").getByRole("button", { name: /Claim.*Quarrymen/ }).waitFor();
  const { labels: written, text } = await json(page);
  assert.deepEqual(written, [{ start: 0, end: 9, label: "Claim", letter: "k", colour: "red" }]);
  assert.equal([...text].slice(0, 9).join(""), "Quarrymen");

  await page.keyboard.press("z");
  await page.waitForFunction(() => document.activeElement?.dataset?.mark === "p0");
  await page.keyboard.press("Enter");
  const card = page.locator("#card");
  await card.getByText("Claim").first().waitFor();
  assert.match(await card.innerText(), /You marked it so/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Delete");
  await labelled(page, "");
  await page.keyboard.press("u");
  await labelled(page, "Quarrymen");
});

test("all places of selected words, and of words that are looked for, get a label", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: TEXT });
  await listed(page);
  await select(page, "Quarrymen Hall");
  await page.keyboard.press("i");
  await dialog(page).getByRole("button", { name: "Only here" }).waitFor();
  await page.keyboard.press("a");
  await dialog(page).getByRole("button", { name: /Needs a source.*3 labels/ }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest("#decide-list"));
  await page.keyboard.press("s");
  await notices(page).getByText("“Quarrymen Hall”: Needs a source (3 labels).").waitFor();
  await labelled(page, "Quarrymen Hall|Quarrymen Hall|Quarrymen Hall");
  await page.keyboard.press("u");
  await labelled(page, "");

  await page.keyboard.press("F2");
  await page.keyboard.press("Control+f");
  await page.locator("#find-words").fill("Quarrymen");
  await page.getByRole("button", { name: "Mark all …" }).click();
  await dialog(page).getByRole("button", { name: /Claim.*3 labels/ }).click();
  await page.waitForFunction(() => CSS.highlights.get("own-red")?.size === 3);
  // Out of the search, and out of editing.
  await page.keyboard.press("Escape");
  await page.locator("#find-words").waitFor({ state: "hidden" });
  await page.keyboard.press("Escape");
  await labelled(page, "Quarrymen|Quarrymen|Quarrymen");
});

test("a list says what is wrong with its lines, and goes out and in", async (t) => {
  const { page } = await visit(t);
  await listed(page, "Claim = c, red\nDoubt = d, mauve\nSource = s\n");
  await page.keyboard.press("Shift+M");
  const list = page.getByRole("dialog", { name: "My labels" });
  await list.getByText("Line 1: “c” is a key of the list itself").waitFor();
  assert.match(await list.innerText(), /Line 2: “mauve” is neither a letter nor a colour; there are: blue, red/);
  assert.deepEqual(await violations(page), []);
  const [file] = await Promise.all([page.waitForEvent("download"), list.getByRole("button", { name: "Export" }).click()]);
  assert.equal(await readFile(await file.path(), "utf8"), "Claim = c, red\nSource = s, blue\n");
  await labels(page).fill("");
  await page.locator("#names-file").setInputFiles({ name: "desk.txt", mimeType: "text/plain", buffer: Buffer.from("Claim = k, pink\nAda Quist = PERSON\n") });
  await page.waitForFunction(() => document.querySelector("#labels-text").value === "Claim = k, pink");
  assert.equal(await page.locator("#names-text").inputValue(), "Ada Quist = PERSON");
});

test("a file with labels gives them back to the same text", async (t) => {
  const { page } = await visit(t);
  const label = { start: 0, end: 9, label: "Claim", letter: "k", colour: "green" };
  const none = { entities: [], references: [], quotes: [], terms: [], authors: [], dateline: null, times: [], structure: [] };
  const file = JSON.stringify({ galley: 1, text: TEXT, ...none, labels: [label] });
  await drop(page, [{ name: "hall.json", type: "application/json", text: file }]);
  await labelled(page, "Quarrymen");
  assert.equal(await proof(page).locator("mark.own-green").count(), 1);
});

test("on a phone a label is made and set by touch, with targets large enough for a thumb", async (t) => {
  const { page } = await visit(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" });
  await paste(page, { text: TEXT });
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("button", { name: "My labels" }).tap();
  await labels(page).fill(LIST);
  const heights = await page.locator("#labels button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  assert.ok(heights.length >= 3 && heights.every((height) => height >= 43.5), String(heights));
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Done" }).tap();
  await proof(page).locator("mark[data-layer=people]", { hasText: "Ines Varga" }).first().tap();
  await page.locator("#card").getByRole("button", { name: /Correct or comment/ }).tap();
  const line = dialog(page).getByRole("button", { name: /Claim/ });
  assert.ok((await line.boundingBox()).height >= 43.5);
  await line.tap();
  await notices(page).getByText(/“Ines Varga”: Claim \(/).waitFor();
  assert.ok((await marksOf(page, "mine")).includes("Ines Varga"));
});
