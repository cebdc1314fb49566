import assert from "node:assert/strict";
import { test } from "node:test";
import { bringing, drop, ledger, marksOf, notices, paste, proof, revision, visit, words } from "../page.mjs";
import { STORY, STORY_PEOPLE } from "../articles.mjs";

test("a newcomer finds an annotated sample and is told to paste", async (t) => {
  const { page } = await visit(t);
  assert.match(await page.locator("body").innerText(), /Paste your own/i);
  assert.ok((await marksOf(page, "people")).length > 2);
  assert.ok((await marksOf(page, "quotations")).length > 2);
});

test("pasted text is set, marked and listed", async (t) => {
  const { page } = await visit(t);
  await page.evaluate((text) => navigator.clipboard.writeText(text), STORY);
  await bringing(page, () => page.keyboard.press("Control+V"));
  assert.deepEqual(await words(page), STORY.split("\n\n"));
  const people = await marksOf(page, "people");
  for (const name of STORY_PEOPLE) {
    assert.ok(people.includes(name), `${name} is not among ${people}`);
    await ledger(page).getByRole("button", { name }).first().waitFor();
  }
  assert.ok((await marksOf(page, "quotations")).some((quote) => quote.includes("Nobody here wants a bridge")));
  assert.ok((await marksOf(page, "dateline")).some((line) => line.startsWith("HARLINGFORD")));
  assert.ok((await marksOf(page, "times")).includes("Tuesday"));
});

test("a paste can be undone and brought back", async (t) => {
  const { page } = await visit(t);
  const sample = await words(page);
  await paste(page, { text: STORY });
  await bringing(page, () => notices(page).getByRole("button", { name: "Undo" }).click());
  assert.deepEqual(await words(page), sample);
  await bringing(page, () => page.keyboard.press("Control+Shift+Z"));
  assert.deepEqual(await words(page), STORY.split("\n\n"));
});

test("HTML keeps its headings and paragraphs and loses the rest; nothing in it runs or loads", async (t) => {
  const { page, seen } = await visit(t);
  const before = seen.requests.length;
  const html = `<html><head><title>x</title><base href="https://tracker.invalid/">
    <style>body { display: none }</style><link rel="stylesheet" href="https://tracker.invalid/a.css">
    <script>window.hostile = 1</script></head>
    <body onload="window.hostile = 2"><h1 style="color:red" onclick="window.hostile = 3">Flood at the mill</h1>
    <p>Miller <b>Greta Solheim</b> said on Monday: “We are <a href="javascript:window.hostile = 4">dry</a>.”</p>
    <img src="https://tracker.invalid/pixel.gif" onerror="window.hostile = 5">
    <svg onload="window.hostile = 6"><script>window.hostile = 7</script></svg>
    <iframe src="https://tracker.invalid/frame"></iframe><video poster="https://tracker.invalid/p.png"></video>
    <p>The river fell.<math><mtext><img src=x onerror="window.hostile = 8"></mtext></math></p></body></html>`;
  await paste(page, { html, text: "plain" });
  await page.waitForTimeout(300);
  assert.deepEqual(await words(page), ["Flood at the mill", "Miller Greta Solheim said on Monday: “We are dry.”", "The river fell."]);
  assert.equal(await proof(page).getByRole("heading").first().innerText(), "Flood at the mill");
  assert.equal(await page.evaluate(() => window.hostile), undefined);
  assert.equal(await proof(page).locator("script, style, img, svg, iframe, video, a, link, [onclick]").count(), 0);
  assert.deepEqual(seen.requests.slice(before).filter((request) => request.url.includes("tracker")), []);
  // The browser reports what the policy stopped while the HTML was read; it reports nothing else.
  seen.errors = seen.errors.filter((error) => !error.includes("Content Security Policy"));
});

for (const { name, type, text, expected } of [
  { name: "ferry.txt", type: "text/plain", text: "The ferry\n\nAsha Verma said it sails on Monday.", expected: ["The ferry", "Asha Verma said it sails on Monday."] },
  { name: "ferry.md", type: "text/markdown", text: "# The ferry\n\nAsha *Verma* said it sails on Monday.", expected: ["The ferry", "Asha Verma said it sails on Monday."] },
  { name: "ferry.html", type: "text/html", text: "<h1>The ferry</h1><p>Asha <i>Verma</i> said it sails on Monday.", expected: ["The ferry", "Asha Verma said it sails on Monday."] },
]) {
  test(`a dropped ${name} is read`, async (t) => {
    const { page } = await visit(t);
    await bringing(page, () => drop(page, [{ name, type, text }]));
    assert.deepEqual(await words(page), expected);
    assert.deepEqual(await marksOf(page, "people"), ["Asha Verma"]);
  });
}

test("a picked file is read", async (t) => {
  const { page } = await visit(t);
  const file = { name: "story.txt", mimeType: "text/plain", buffer: Buffer.from(STORY) };
  await bringing(page, () => page.locator("#file").setInputFiles(file));
  assert.deepEqual(await words(page), STORY.split("\n\n"));
});

test("words dropped into a field are the field’s, and a file dropped there is read", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.keyboard.press("m");
  const before = await revision(page);
  const isTaken = await page.locator("#names-text").evaluate((field) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "Oona Whitlock = PERSON");
    const events = ["dragover", "drop"].map((name) => new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    return events.map((event) => !field.dispatchEvent(event));
  });
  assert.deepEqual(isTaken, [false, false], "the browser is left to put them there");
  assert.equal(await revision(page), before);
  await bringing(page, () => drop(page, [{ name: "ferry.txt", type: "text/plain", text: "The ferry sails." }], "#names-text"));
  assert.deepEqual(await words(page), ["The ferry sails."]);
});

test("words dragged about in the proof are no new text", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const before = await revision(page);
  await proof(page).locator("p").nth(2).dblclick();
  await page.keyboard.press("Escape");
  const [x, y] = await page.evaluate(() => {
    addEventListener("dragend", () => { globalThis.dragged = true; });
    const { left, top, width, height } = getSelection().getRangeAt(0).getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 120, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => globalThis.dragged);
  assert.equal(await revision(page), before);
  assert.deepEqual(await words(page), STORY.split("\n\n"));
});
