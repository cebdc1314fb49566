// A later version of a draft is pasted over an earlier one: what becomes of each decision is listed and gone to.

import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, notices, paste, proof, select, violations, visit } from "../page.mjs";

const FIRST = "Quarrymen Hall reopens\n\nInes Varga opened Quarrymen Hall on Monday.\n\n\
The hall has cost nine millions so far.\n\nThe Trust paid for the roof of Quarrymen Hall.\n";

const SECOND = FIRST
  .replace("Ines Varga opened", "A band played.\n\nInes Varga opened")
  .replace("nine millions", "ten million crowns");

const labelled = (page, words) => page.waitForFunction((words) =>
  [...document.querySelectorAll("#proof mark[data-layer=mine]")].map((mark) => mark.textContent).join("|") === words, words);

// Marks words with the label of a key.
async function label(page, words, key, all) {
  await select(page, words);
  await page.keyboard.press("i");
  const claim = page.locator("#decide").getByRole("button", { name: /Claim/ });
  await claim.waitFor();
  await page.waitForFunction(() => document.activeElement?.closest("#decide-list"));
  await page.keyboard.press(key);
  await labelled(page, all);
}

const changes = (page) => page.locator("#changes");

async function compare(page) {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "All actions" }).getByRole("combobox").fill("changed since the text");
  await page.getByRole("option", { name: "What has changed since the text came", exact: true }).click();
  await changes(page).waitFor();
}

test("what of the draft before is kept, has moved and is to be reviewed is listed, and each leads to its words", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: FIRST });
  await page.keyboard.press("Shift+M");
  await page.waitForFunction(() => document.activeElement?.id === "labels-text");
  await page.keyboard.insertText("Claim = k, red\n");
  await page.keyboard.press("Escape");
  await label(page, "reopens", "k", "reopens");
  await label(page, "nine millions", "k", "reopens|nine millions");
  await label(page, "the roof", "k", "reopens|nine millions|the roof");

  await paste(page, { text: SECOND });
  await notices(page).getByText(/Kept from the draft before: 2 decisions; waiting, because their words are gone: 1/).waitFor();
  await labelled(page, "reopens|the roof");

  await compare(page);
  await changes(page).getByRole("heading", { name: "3 decisions about the draft before: 1 kept, 1 moved, 1 to review" }).waitFor();
  const lines = changes(page).locator("[data-byte]");
  assert.deepEqual(await lines.allInnerTexts(), ["Review “nine millions”: Claim", "Moved “the roof”: Claim", "Kept “reopens”: Claim"]);
  assert.deepEqual(await violations(page), []);
  await changes(page).getByRole("button", { name: "Since the draft before" }).click();
  assert.match(await changes(page).locator("ol").innerText(), /nine millions\s*ten million crowns/);

  // By the keyboard, one after the other.
  for (const [line, words] of [["Moved", "the roof"], ["Kept", "reopens"]]) {
    await changes(page).getByRole("button", { name: line }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction((words) => document.activeElement?.textContent === words, words);
    await page.keyboard.press("Escape");
    await compare(page);
  }
  await changes(page).getByRole("button", { name: "Review" }).click();
  await page.locator("#card").getByText(/nine millions/).first().waitFor();

  // Its words come back, and so does the decision.
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  await labelled(page, "reopens|nine millions|the roof");
  await marked(page);
  assert.equal(await proof(page).locator("mark.own-red").count(), 3);
});

test("words that are marked follow the colour of their label", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: FIRST });
  const list = async (from, to) => {
    await page.keyboard.press("Shift+M");
    await page.waitForFunction(() => document.activeElement?.id === "labels-text");
    if (from) await page.locator("#labels-text").fill(to);
    else await page.keyboard.insertText(to);
    await page.keyboard.press("Escape");
  };
  await list(false, "Claim = k, red\n");
  await label(page, "the roof", "k", "the roof");
  await list(true, "Claim = k, green\n");
  await page.waitForFunction(() => document.querySelector("#proof mark.own-green")?.textContent === "the roof");
  assert.equal(await proof(page).locator("mark.own-red").count(), 0);
  await page.keyboard.press("u");
  await page.waitForFunction(() => document.querySelector("#proof mark.own-red")?.textContent === "the roof");
});
