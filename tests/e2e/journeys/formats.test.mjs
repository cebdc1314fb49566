// Files out of the page and back into it, and links that carry an article.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bringing, drop, marksOf, notices, paste, proof, violations, visit } from "../page.mjs";
import { STORY } from "../articles.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" };

const menu = (page) => page.locator("#formats");

async function openMenu(page) {
  await page.getByRole("button", { name: "Copy or download" }).click();
  await menu(page).getByText("For programs").waitFor();
}

async function downloaded(page, name) {
  await openMenu(page);
  const button = menu(page).getByRole("button", { name: `Download ${name}`, exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const bytes = await readFile(await file.path());
  return { name: file.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

// Decides that somebody else speaks, by the keys.
async function decideSpeaker(page) {
  await proof(page).locator("mark[data-layer=quotations]").first().click();
  await page.keyboard.press("s");
  await page.getByRole("group", { name: "Who says this?" }).getByRole("button", { name: /Desmond Achebe/ }).click();
  await page.keyboard.press("Escape");
}

const speakers = (page) => proof(page).locator(".note.speaker").allTextContents();

test("every format can be had, and what each leaves out is told before", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await openMenu(page);
  const names = await menu(page).locator("[data-download]").evaluateAll((buttons) => buttons.map((button) => button.dataset.download));
  assert.ok(names.length >= 26, `${names.length} formats`);
  const conll = menu(page).locator("li", { has: page.locator("[data-download=conll2003]") });
  assert.match(await conll.locator(".loss").first().innerText(), /CoNLL-2003 leaves out .*quotations/);
  assert.equal(await menu(page).locator("li", { has: page.locator("[data-download=json]") }).locator(".loss").count(), 0);
  await page.keyboard.press("Escape");
  const word = await downloaded(page, "Word");
  assert.equal(word.name, "council-votes-to-keep-its-last-ferry.docx");
  assert.equal(word.bytes.subarray(0, 2).toString(), "PK");
  await notices(page).getByText(/council-votes.*docx is in your downloads/).waitFor();
  const spacy = JSON.parse((await downloaded(page, "spaCy")).text);
  assert.ok(spacy.ents.some(({ start, end }) => [...spacy.text].slice(start, end).join("") === "Oona Whitlock"));
});

test("the menu of formats is walked by the keyboard, and keeps what screen readers need", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.getByRole("button", { name: "Copy or download" }).focus();
  await page.keyboard.press("Enter");
  await menu(page).getByText("For programs").waitFor();
  assert.deepEqual(await violations(page), []);
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.dataset.download === "markdown")) break;
  }
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(file.suggestedFilename(), /\.md$/);
  assert.match(await readFile(await file.path(), "utf8"), /Nobody here wants a bridge/);
});

test("on a phone every button of the menu is as large as a finger, and nothing runs out of the window", async (t) => {
  const { page } = await visit(t, PHONE);
  await paste(page, { text: STORY });
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("button", { name: "Copy or download" }).tap();
  await menu(page).getByText("For programs").waitFor();
  const small = await menu(page).getByRole("button").evaluateAll((buttons) =>
    buttons.filter((button) => button.getBoundingClientRect().height < 44 || button.getBoundingClientRect().width < 44).map((button) => button.outerHTML));
  assert.deepEqual(small, []);
  assert.equal(await menu(page).evaluate((menu) => menu.scrollWidth - menu.clientWidth), 0);
});

test("formats are not loaded before somebody wants one, and work without a network afterwards", async (t) => {
  const { page, context, seen } = await visit(t);
  const asked = () => seen.requests.filter(({ url }) => /formats/.test(url)).length;
  await paste(page, { text: STORY });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((soon) => setTimeout(soon, 50));
  });
  assert.equal(asked(), seen.requests.filter(({ url, headers }) => /formats/.test(url) && !headers.referer?.endsWith("/")).length);
  seen.offline = true;
  await context.setOffline(true);
  const { text } = await downloaded(page, "Markdown");
  assert.match(text, /Oona Whitlock/);
});

test("where formats cannot be loaded a sentence says so, and they can be tried again", async (t) => {
  const { page, context, seen } = await visit(t, { serviceWorkers: "block" });
  await paste(page, { text: STORY });
  seen.offline = true;
  await context.setOffline(true);
  await page.getByRole("button", { name: "Copy or download" }).click();
  await menu(page).getByText(/could not be loaded/).first().waitFor();
  await context.setOffline(false);
  await menu(page).getByRole("button", { name: "Try again" }).click();
  await menu(page).getByText("For programs").waitFor();
});

test("a worker that dies at its question is a sentence, and the next one answers", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.evaluate(() => { globalThis.workersOfThePage.push = (worker) => worker.terminate(); });
  await page.getByRole("button", { name: "Copy or download" }).click();
  await menu(page).getByText(/That took too long, and was stopped\. Your text is safe\./).waitFor();
  await page.evaluate(() => { delete globalThis.workersOfThePage.push; });
  await menu(page).getByRole("button", { name: "Try again" }).click();
  await menu(page).getByText("For programs").waitFor();
});

for (const [format, file] of [["Galley JSON", "a.json"], ["HTML proof", "a.html"], ["Web Annotations", "a.jsonld"], ["Word", "a.docx"],
  ["brat", "a.zip"], ["doccano", "a.jsonl"], ["Label Studio", "a.json"], ["spaCy", "a.json"], ["UIMA CAS", "a.json"]]) {
  test(`what was decided comes back from ${format}`, async (t) => {
    const { page } = await visit(t);
    await paste(page, { text: STORY });
    await decideSpeaker(page);
    const decided = await speakers(page);
    const { bytes } = await downloaded(page, format);
    await paste(page, { text: "Another text.\n\nNobody said a word on Friday." });
    await bringing(page, () => drop(page, [{ name: file, type: "", bytes: [...bytes] }]));
    await notices(page).getByText(/Opened from/).waitFor();
    await proof(page).getByText("Nobody here wants a bridge").first().waitFor();
    await page.waitForFunction((decided) => {
      const notes = [...document.querySelectorAll("#proof .note.speaker")].map((note) => note.textContent);
      return JSON.stringify(notes) === JSON.stringify(decided);
    }, decided);
    assert.ok((await marksOf(page, "people")).includes("Oona Whitlock"));
  });
}

test("a file that is broken gives a sentence, and nothing is replaced", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  for (const [name, content, said] of [
    ["a.json", '{"galley": 9, "text": "x"}', /newer Galley/],
    ["a.docx", "PK\u0003\u0004 nothing of Word", /./],
    ["a.json", '{"galley": 1, "text": ', /not valid JSON/],
  ]) {
    await drop(page, [{ name, type: "", text: content }]);
    await page.locator("#notices .notice.alarm .said").getByText(said).waitFor();
    await proof(page).getByText("Nobody here wants a bridge").first().waitFor();
    await page.locator("#notices .notice.alarm").getByRole("button").last().click();
  }
});
