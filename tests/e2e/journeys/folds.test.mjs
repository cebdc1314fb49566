// A whole page was pasted: what was set aside is one quiet line in its place.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { keeping, marked, notices, paste, proof, quiet, violations, visit, words } from "../page.mjs";

const PAGE = `Harwick Courier
Skip to content
News
Sport
Sign in
Subscribe

Old ferry pier to close after cracks are found
By Mara Quill
4 March 2025

The old ferry pier at Harwick will close to passengers on Friday after divers found cracks in eleven of its posts, the harbour board said on Tuesday.

“I would not let my own children walk on it,” the board's engineer, Ruth Aldane, told a meeting in the customs house.

Ferries to Gull Island will leave instead from the fish quay, where there is neither a shelter nor a ramp for wheelchairs.

Most read
Council to repaint the lighthouse in spring
Why the island's bees came back
© 2025 Harwick Courier. All rights reserved.
`;

const names = (page) => quiet(page).allInnerTexts();
const focusedWords = (page) => page.evaluate(() => document.activeElement?.parentElement?.textContent ?? "");
const at = (page, start) =>
  page.waitForFunction((start) => document.activeElement?.parentElement?.textContent.startsWith(start), start);
const settled = (page) => page.waitForFunction(() => !document.querySelector("#proof").hasAttribute("aria-busy"));
const part = (page, words) => proof(page).locator("p, h2, h3", { hasText: words }).first().getAttribute("data-part");

test("what was set aside is one quiet line in its place, which opens and closes again", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: PAGE });
  assert.deepEqual(await names(page), ["6 lines of the page left out · show", "4 lines of the page left out · show"]);
  assert.equal((await words(page))[0], "Old ferry pier to close after cracks are found");
  const first = quiet(page).first();
  assert.equal(await first.getAttribute("aria-expanded"), "false");
  await first.focus();
  await page.keyboard.press("Enter");
  await proof(page).getByText("Skip to content").waitFor();
  assert.equal(await first.getAttribute("aria-expanded"), "true");
  assert.deepEqual(await names(page), ["6 lines of the page · hide", "4 lines of the page left out · show"]);
  assert.ok(await first.evaluate((button) => button === document.activeElement), "the focus stays on the line");
  await page.keyboard.press(".");
  await at(page, "Harwick Courier");
  await first.focus();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press(" ");
  await proof(page).getByText("Skip to content").waitFor({ state: "detached" });
  await quiet(page).last().click();
  await proof(page).getByText("Most read").waitFor();
});

test("the keys go over a quiet line in one step, and f takes it in, which u undoes", async (t) => {
  const { page } = await visit(t);
  await keeping(page, "article", () => paste(page, { text: PAGE }));
  await page.keyboard.press(".");
  await at(page, "6 lines of the page left out");
  await page.keyboard.press(".");
  await at(page, "Old ferry pier");
  await page.keyboard.press(",");
  await at(page, "6 lines of the page left out");
  await keeping(page, "article", () => page.keyboard.press("f"));
  await notices(page).getByText("6 lines are of the article now.").waitFor();
  await settled(page);
  assert.equal(await part(page, "Skip to content"), null);
  assert.deepEqual(await names(page), ["4 lines of the page left out · show"]);
  await page.reload();
  await marked(page);
  assert.deepEqual(await names(page), ["4 lines of the page left out · show"], "the choice is kept");
});

test("a line of an opened run is taken in alone, and u takes that back in one step", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: PAGE });
  await quiet(page).last().click();
  await proof(page).locator("p", { hasText: "Why the island" }).locator(".handle").focus();
  await page.keyboard.press("f");
  await notices(page).getByText("This paragraph is of the article.").waitFor();
  await settled(page);
  assert.equal(await part(page, "Why the island"), null);
  assert.equal(await part(page, "Council to repaint"), "furniture");
  assert.match(await focusedWords(page), /^Why the island/);
  await page.keyboard.press("u");
  await settled(page);
  assert.equal(await part(page, "Why the island"), "furniture");
});

test("Shift+F leaves out everything to the end, and again brings it back; the dialog does so above as well", async (t) => {
  const { page } = await visit(t);
  await keeping(page, "article", () => paste(page, { text: PAGE }));
  await proof(page).locator("p", { hasText: "Ferries to Gull" }).locator(".handle").focus();
  await keeping(page, "article", () => page.keyboard.press("Shift+F"));
  await notices(page).getByText("Everything from here to the end is page furniture.").waitFor();
  await settled(page);
  assert.equal(await part(page, "Ferries to Gull"), "furniture");
  assert.deepEqual(await names(page), ["6 lines of the page left out · show", "1 line of the page · hide", "4 lines of the page left out · show"]);
  await page.keyboard.press("Shift+F");
  await settled(page);
  assert.equal(await part(page, "Ferries to Gull"), null);
  for (const _ of [1, 2]) await page.keyboard.press("u");
  await settled(page);
  assert.equal(await part(page, "Ferries to Gull"), null);

  await proof(page).locator("p", { hasText: "I would not let" }).locator(".handle").focus();
  await page.keyboard.press("b");
  await keeping(page, "article", () => page.getByRole("button", { name: "Leave out everything above" }).click());
  await settled(page);
  assert.match((await words(page))[0], /^“I would not let/);
  assert.deepEqual(await names(page), ["10 lines of the page left out · show", "4 lines of the page left out · show"]);
  await page.reload();
  await marked(page);
  assert.deepEqual(await names(page), ["10 lines of the page left out · show", "4 lines of the page left out · show"]);
});

test("the switch for furniture shows every line, and print leaves out what is hidden", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: PAGE });
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await quiet(page).first().isVisible()));
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("checkbox", { name: "With the page’s furniture" }).first().check();
  await proof(page).getByText("Skip to content").waitFor();
  assert.equal(await quiet(page).count(), 0);
  assert.deepEqual(await words(page), PAGE.split("\n").filter(Boolean), "the text is the article's, to the letter");
});

test("where there is no article nothing is hidden, and a sentence says what the page is", async (t) => {
  const { page } = await visit(t);
  const folder = new URL("../../pages/", import.meta.url);
  const plain = (name) =>
    readFileSync(new URL(`${name}.tsv`, folder), "utf8").split("\n").filter((line) => !line.startsWith("# ")).map((line) => line.replace(/^[^\t]*\t/, "")).join("\n");
  for (const [name, sentence] of [
    ["none-headlines", "No article found: this looks like a list of headlines."],
    ["none-search", "No article found: this looks like the results of a search."],
    ["none-login", "No article found: this page asks to sign in"],
  ]) {
    await paste(page, { text: plain(name) });
    await notices(page).getByText(sentence).waitFor();
    assert.equal(await quiet(page).count(), 0, name);
    assert.ok((await words(page)).length > 10, name);
  }
  await paste(page, { text: PAGE });
  await notices(page).getByText("No article found").waitFor({ state: "detached" });
});
