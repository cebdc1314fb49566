import assert from "node:assert/strict";
import { test } from "node:test";
import { focusedMark, keeping, marked, notices, paste, pressOn, proof, section, select, visit } from "../page.mjs";

const TEXT = "Quarrymen Hall reopens\n\nTESSALY, March 3 (Coast Wire) — Ines Varga opened Quarrymen Hall on Monday.\n\n\
“It is ours again,” said Varga. She thanked the Tessaly Trust.\n\nThe Trust paid for the roof of Quarrymen Hall.\n";

const marks = (page, layer) => proof(page).locator(`mark[data-layer="${layer}"]`).allInnerTexts();
const dialog = (page) => page.locator("#decide");

// Goes to the mark with these words by the keyboard.
async function toMark(page, words) {
  for (let presses = 0; presses < 30; presses += 1) {
    await pressOn(page, "j");
    if (await page.evaluate((words) => document.activeElement.textContent === words, words)) return focusedMark(page);
  }
  assert.fail(`no mark of “${words}” was reached`);
}

test("a name gets another label, loses its mark, and both are undone and kept, by the keyboard alone", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: TEXT });
  await toMark(page, "Ines Varga");
  await page.keyboard.press("i");
  await dialog(page).getByText("What is this?").waitFor();
  await dialog(page).getByRole("button", { name: /Organisation/ }).waitFor();
  await keeping(page, "corrections", () => page.keyboard.press("2"));
  await notices(page).getByText(/“Ines Varga”: Organisation \(.*names/).waitFor();
  assert.ok((await marks(page, "organisations")).includes("Ines Varga"));
  assert.ok((await marks(page, "organisations")).includes("Varga"));
  await page.waitForFunction(() => document.activeElement?.textContent === "Ines Varga", undefined, { timeout: 5000 });

  await page.reload();
  await marked(page);
  assert.ok((await marks(page, "organisations")).includes("Ines Varga"));
  await toMark(page, "Ines Varga");
  await page.keyboard.press("i");
  await page.keyboard.press("Backspace");
  await notices(page).getByText("As Galley reads it.").waitFor();
  assert.ok((await marks(page, "people")).includes("Ines Varga"));
  await toMark(page, "Varga");
  await page.keyboard.press("Delete");
  await page.waitForFunction(() => ![...document.querySelectorAll("#proof mark[data-layer=people]")].some((mark) => mark.textContent === "Varga"));
  assert.ok((await marks(page, "people")).includes("Ines Varga"));
  await page.keyboard.press("u");
  await page.waitForFunction(() => [...document.querySelectorAll("#proof mark[data-layer=people]")].some((mark) => mark.textContent === "Varga"));
});

test("selected words become a name, here or wherever they stand", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: TEXT });
  await select(page, "the roof");
  await page.keyboard.press("i");
  await dialog(page).getByText("the roof").waitFor();
  await page.keyboard.press("7");
  await page.waitForFunction(() => [...document.querySelectorAll("#proof mark[data-layer=others]")].some((mark) => mark.textContent === "the roof"));
  await page.keyboard.press("u");
  await select(page, "Quarrymen");
  await page.keyboard.press("i");
  await dialog(page).getByRole("button", { name: "Only here" }).waitFor();
  await page.keyboard.press("a");
  await dialog(page).getByRole("button", { name: "All 3 of them" }).waitFor();
  await page.keyboard.press("2");
  await page.waitForFunction(() => [...document.querySelectorAll("#proof mark[data-layer=organisations]")].filter((mark) => mark.textContent === "Quarrymen").length === 3);
});

test("words of two paragraphs are no name, and a sentence says so", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: TEXT });
  await page.evaluate(() => {
    const [, first, second] = document.querySelectorAll("#proof .chunk > *");
    getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length);
  });
  await page.keyboard.press("i");
  await notices(page).getByText(/select words of one paragraph/).waitFor();
  assert.equal(await dialog(page).isVisible(), false);
});

test("a comment is listed to be looked at, kept, and taken back", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: TEXT });
  await select(page, "the roof");
  await page.keyboard.press("i");
  await page.locator("#decide-comment").fill("Which roof?");
  await keeping(page, "corrections", () => page.keyboard.press("Enter"));
  await section(page, "To check").getByText("Comment: Which roof?").waitFor();
  await page.reload();
  await marked(page);
  await section(page, "To check").getByText("Comment: Which roof?").waitFor();
});

test("a pronoun means somebody else and a date another day", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: TEXT });
  await toMark(page, "She");
  await page.keyboard.press("i");
  await dialog(page).getByRole("button", { name: /Tessaly Trust/ }).click();
  await notices(page).getByText(/“She”: .*Tessaly Trust/).waitFor();
  await toMark(page, "Monday");
  await page.keyboard.press("i");
  const value = dialog(page).getByLabel("In TimeML");
  await value.fill("next week");
  await page.keyboard.press("Enter");
  await page.locator("#notices").getByText("A date is written as TimeML writes it").waitFor();
  await value.fill("2025-03-10");
  await page.keyboard.press("Enter");
  await notices(page).getByText("“Monday”: 2025-03-10.").waitFor();
  await page.keyboard.press("Delete");
  await notices(page).getByText("“Monday”: Not a date.").waitFor();
  assert.ok(!(await marks(page, "times")).includes("Monday"));
});

test("on a phone every line of the list is large enough for a thumb", async (t) => {
  const { page } = await visit(t, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await paste(page, { text: TEXT });
  await proof(page).locator("mark[data-layer=people]", { hasText: "Ines Varga" }).first().tap();
  await page.locator("#card").getByRole("button", { name: /Correct or comment/ }).tap();
  const heights = await dialog(page).locator("button, input").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height));
  assert.ok(heights.length > 8 && heights.every((height) => height >= 43.5), String(heights));
  await dialog(page).getByRole("button", { name: /Not a name/ }).tap();
  await notices(page).getByText(/Not a name/).waitFor();
});

test("a mark’s edges go out and in by a word, by key, and each is undone", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: TEXT });
  await toMark(page, "Ines Varga");
  await keeping(page, "corrections", () => page.keyboard.press(")"));
  await notices(page).getByText("“Ines Varga” is “Ines Varga opened” now.").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Ines Varga opened");
  await page.keyboard.press("<");
  await page.waitForFunction(() => document.activeElement?.textContent === "Ines Varga");
  await page.keyboard.press(">");
  await page.waitForFunction(() => document.activeElement?.textContent === "Varga");
  await page.keyboard.press(">");
  await notices(page).getByText("There is no further word on that side.").waitFor();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("u");
  assert.ok((await marks(page, "people")).includes("Ines Varga"));
});
