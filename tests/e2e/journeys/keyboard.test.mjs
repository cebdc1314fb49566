import assert from "node:assert/strict";
import { test } from "node:test";
import { bringing, ledger, paste, pressOn, proof, section, visit, words } from "../page.mjs";
import { STORY } from "../articles.mjs";

const focused = (page) => page.evaluate(() => document.activeElement?.textContent ?? "");
const focusedLine = (page) => page.evaluate(() => document.activeElement?.dataset.go);
const focusedLayer = (page) => page.evaluate(() => document.activeElement?.dataset.layer);

// Presses a key until the mark with these words has the focus.
async function to(page, key, words) {
  for (let presses = 0; presses < 8 && (await focused(page)) !== words; presses += 1) {
    await pressOn(page, key);
  }
  assert.equal(await focused(page), words);
}

test("everything can be done without a mouse", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await pressOn(page, "j");
  const first = await focused(page);
  await pressOn(page, "j");
  assert.ok(await page.evaluate(() => document.activeElement?.matches("#proof mark")));
  await to(page, "k", first);

  await to(page, "p", "Oona Whitlock");
  assert.equal(await focusedLayer(page), "people");
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: /Oona Whitlock/ });
  await card.waitFor();
  assert.match(await card.innerText(), /Read in the text|Inferred/);
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  assert.equal(await focused(page), "Oona Whitlock");

  await to(page, "]", "Whitlock");
  await page.keyboard.press("q");
  await page.waitForFunction(() => document.activeElement?.dataset.layer === "quotations");
});

test("to the ledger, down a list and back to the text", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.keyboard.press("/");
  await page.keyboard.type("achebe");
  const row = section(page, "People").getByRole("button", { name: /Desmond Achebe/ });
  await row.waitFor();
  assert.equal(await ledger(page).getByRole("button", { name: /Oona Whitlock/ }).count(), 0);
  const onRow = () => row.evaluate((row) => row === document.activeElement);
  for (let lines = 0; lines < 8 && !(await onRow()); lines += 1) await page.keyboard.press("ArrowDown");
  assert.ok(await onRow());
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.matches("#proof mark"));
  assert.match(await focused(page), /Achebe/);

  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "filter");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.matches("#proof mark"));
});

test("a line of the ledger keeps the focus when the marks are drawn anew", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.locator("#proof mark[data-layer=quotations]", { hasText: "stubborn" }).focus();
  await page.keyboard.press("s");
  await page.locator("#speakers").getByRole("button", { name: /Whitlock/ }).click();
  await page.getByLabel("Find in the ledger").fill("whitlock");
  const pieces = () => section(page, "Who says what").getByRole("button").allTextContents();
  const given = (await pieces()).length;
  await page.keyboard.press("ArrowDown");
  const line = await focusedLine(page);
  assert.ok(line);
  await page.keyboard.press("u");
  while ((await pieces()).length === given) await page.waitForTimeout(20);
  await page.waitForFunction((line) => document.activeElement?.dataset.go === line, line);
});

test("after the slider was moved its arrows still move it, and keys and pastes act as ever", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const slider = page.getByRole("slider", { name: "How sure marks must be" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await slider.inputValue(), "1");
  await page.keyboard.press("j");
  await page.waitForFunction(() => document.activeElement?.matches("#proof mark"));
  await slider.focus();
  await page.evaluate(() => navigator.clipboard.writeText("Another text."));
  await bringing(page, () => page.keyboard.press("Control+V"));
  assert.deepEqual(await words(page), ["Another text."]);
  await slider.focus();
  await bringing(page, () => page.keyboard.press("u"));
  assert.deepEqual(await words(page), STORY.split("\n\n"));
});

test("with Caps Lock the keys are the same", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await pressOn(page, "J");
  await pressOn(page, "J");
  const second = await focused(page);
  await pressOn(page, "K");
  await pressOn(page, "J");
  assert.equal(await focused(page), second);
});

test("? lists the keys, Escape closes the list", async (t) => {
  const { page } = await visit(t);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys and help" });
  await help.waitFor();
  const keys = (await help.locator("kbd").allTextContents()).join(" ").split(/[ ,]+/);
  for (const key of ["j", "k", "Enter", "Esc", "/", "?"]) assert.ok(keys.includes(key), `${key} in ${keys}`);
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
});

test("Tab reaches a mark, and a screen reader hears what it is", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => Boolean(document.activeElement?.closest("#proof mark")))) break;
  }
  const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  assert.ok(label?.length > 3, `no mark was reached, or it has no name: ${label}`);
  assert.ok((await proof(page).locator("mark[tabindex='0']").count()) === 1, "one stop for Tab in the proof");
});
