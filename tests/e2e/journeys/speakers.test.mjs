import assert from "node:assert/strict";
import { test } from "node:test";
import { bringing, focusedMark, keeping, marked, notices, paste, pressOn, proof, section, visit } from "../page.mjs";
import { STORY } from "../articles.mjs";

const noteOf = (page, id) => proof(page).locator(`.note[data-for="${id}"]`).getAttribute("data-lead");
const card = (page) => page.locator("#card");

// Goes to the quotation with these words by the keyboard.
async function toQuotation(page, words) {
  for (let presses = 0; presses < 12; presses += 1) {
    await pressOn(page, "q");
    if (await page.evaluate((words) => document.activeElement.textContent.includes(words), words)) return focusedMark(page);
  }
  assert.fail(`no quotation with “${words}” was reached`);
}

// The digit that stands beside a name in the list.
async function digitOf(page, name) {
  const line = page.locator("#speakers li", { hasText: name });
  return line.locator("kbd").textContent();
}

test("another speaker is chosen, undone and kept, by the keyboard alone", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const id = await toQuotation(page, "Nobody here wants a bridge");
  assert.equal(await noteOf(page, id), "Oona Whitlock");

  await page.keyboard.press("s");
  await page.locator("#speakers:focus").waitFor();
  await page.keyboard.press(await digitOf(page, "Desmond Achebe"));
  await page.waitForFunction((id) => document.activeElement?.dataset.mark === id, id);
  assert.equal(await noteOf(page, id), "Desmond Achebe");
  assert.match(await card(page).innerText(), /Desmond Achebe[^]*Your decision\. You chose Desmond Achebe/);
  await notices(page).getByText("Speaker: Desmond Achebe.").waitFor();

  await page.keyboard.press("u");
  await page.waitForFunction((id) => document.querySelector(`.note[data-for="${id}"]`)?.dataset.lead === "Oona Whitlock", id);
  await keeping(page, "corrections", () => page.keyboard.press("Control+Shift+z"));
  await page.waitForFunction((id) => document.querySelector(`.note[data-for="${id}"]`)?.dataset.lead === "Desmond Achebe", id);

  await page.reload();
  await marked(page);
  assert.equal(await noteOf(page, id), "Desmond Achebe");

  await toQuotation(page, "Nobody here wants a bridge");
  await page.keyboard.press("s");
  await page.keyboard.press("Backspace");
  await page.waitForFunction((id) => document.querySelector(`.note[data-for="${id}"]`)?.dataset.lead === "Oona Whitlock", id);
});

test("a speaker can be left open, and every piece of the quotation follows", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await toQuotation(page, "Nobody here wants a bridge");
  await page.keyboard.press("s");
  await page.getByText("All 2 pieces of the quotation follow.").waitFor();
  await page.keyboard.press("0");
  await page.waitForFunction(() => document.querySelectorAll("#proof mark.unattributed").length === 2);
  await section(page, "Who says what").getByText("No speaker found").first().waitFor();
});

test("Escape leaves the list and changes nothing; arrows walk it", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const id = await toQuotation(page, "Nobody here wants a bridge");
  await page.keyboard.press("s");
  await page.locator("#speakers").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^2/);
  await page.keyboard.press("Escape");
  await page.locator("#speakers").waitFor({ state: "detached" });
  assert.equal(await focusedMark(page), id);
  assert.equal(await noteOf(page, id), "Oona Whitlock");
  assert.ok(await card(page).isVisible());
});

test("a choice that no longer holds is among what is to check, until the name is back", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const id = await toQuotation(page, "Nobody here wants a bridge");
  await page.keyboard.press("s");
  await page.locator("#speakers:focus").waitFor();
  await page.keyboard.press(await digitOf(page, "Desmond Achebe"));
  await page.waitForFunction((id) => document.querySelector(`.note[data-for="${id}"]`)?.dataset.lead === "Desmond Achebe", id);
  const names = async (text) => {
    await page.keyboard.press("m");
    await page.locator("#names-text").fill(text);
    await bringing(page, () => page.keyboard.press("Escape"));
  };
  await names("Sir Desmond Achebe = WORK");
  const lost = section(page, "To check").getByRole("button", { name: /Your choice of a speaker \(Desmond Achebe\) is not applied/ });
  await lost.waitFor();
  assert.equal(await noteOf(page, id), "Oona Whitlock");
  await lost.click();
  await page.waitForFunction(() => document.querySelector("#proof mark.findings.chosen")?.textContent.startsWith("“Nobody here"));
  await page.keyboard.press("Escape");
  await names("");
  await lost.waitFor({ state: "detached" });
  assert.equal(await noteOf(page, id), "Desmond Achebe");
});

test("by touch, on a phone", async (t) => {
  const { page } = await visit(t, { viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: "reduce" });
  await paste(page, { text: STORY });
  const quotation = proof(page).locator("mark.quotations", { hasText: "Nobody here wants a bridge" });
  await quotation.scrollIntoViewIfNeeded();
  await quotation.tap();
  await page.getByRole("button", { name: /Choose the speaker/ }).tap();
  const choice = page.getByRole("group", { name: "Who says this?" }).getByRole("button", { name: /Desmond Achebe/ });
  assert.ok((await choice.boundingBox()).height >= 44);
  await choice.tap();
  await card(page).getByText("You chose Desmond Achebe as the speaker.").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
});

test("what was decided goes into the files", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await toQuotation(page, "Nobody here wants a bridge");
  await page.keyboard.press("s");
  await page.keyboard.press(await digitOf(page, "Desmond Achebe"));
  await page.getByRole("button", { name: "Copy or download" }).click();
  await page.getByRole("button", { name: "Copy Galley JSON" }).click();
  await notices(page).getByText("Galley JSON is on the clipboard.").waitFor();
  const { quotes, text } = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  const decided = quotes.filter((quote) => quote.why === "chosen");
  assert.deepEqual(decided.map((quote) => quote.speaker_text), ["Desmond Achebe", "Desmond Achebe"]);
  assert.match([...text].slice(decided[0].start, decided[0].end).join(""), /Nobody here/);
});

test("decisions that cannot be read are told, and the article is there", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await toQuotation(page, "Nobody here wants a bridge");
  await page.keyboard.press("s");
  await page.locator("#speakers").waitFor();
  await keeping(page, "corrections", () => page.keyboard.press("0"));
  await page.evaluate(async () => {
    const done = (request) => new Promise((good, bad) => Object.assign(request, { onsuccess: () => good(request.result), onerror: bad }));
    const database = await done(indexedDB.open("galley"));
    const slots = database.transaction("slots", "readwrite").objectStore("slots");
    const key = (await done(slots.getAllKeys())).find(([, name]) => name === "corrections");
    await done(slots.put(new Uint8Array([1, 255, 255, 255]), key));
    database.close();
  });
  await page.reload();
  await marked(page);
  await notices(page).getByText(/what you had decided about it cannot be read/).waitFor();
  assert.equal(await proof(page).locator("mark.unattributed").count(), 0);
});
