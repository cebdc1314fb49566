// The page can be heard and worked by keys of any board; what is copied out of it is words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { focusedMark, ledger, marked, middleOf, notices, paste, pasteOnly, pressOn, proof, section, visit } from "../page.mjs";
import { DATED_STORY, STORY, long } from "../articles.mjs";

// What a screen reader is told of a part of the page.
const told = (page, name) => page.locator(name).ariaSnapshot();

// What was announced since the last question.
async function listening(page) {
  await page.evaluate(() => {
    globalThis.announced = [];
    const hear = () => {
      for (const region of document.querySelectorAll("[role=status], [aria-live]")) {
        const words = region.textContent.replaceAll("\u00a0", "").trim();
        if (words && !globalThis.announced.includes(words)) globalThis.announced.push(words);
      }
    };
    new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return (words) => page.waitForFunction((words) => globalThis.announced.some((said) => new RegExp(words).test(said)), words.source);
}

test("a headline is called what it says, and paragraphs are words and marks", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const [headline] = STORY.split("\n\n");
  assert.equal(await proof(page).getByRole("heading", { name: headline, exact: true }).count(), 1);
  const tree = await told(page, "#proof");
  assert.doesNotMatch(tree, /Part:/);
  const generated = await page.evaluate(() => [...document.querySelectorAll("#proof mark, #proof [data-part]")].map((element) => getComputedStyle(element, "::before").content));
  assert.ok(generated.filter((content) => content !== "none").every((content) => /\/ ""$/.test(content)), generated.join());
  await page.keyboard.press("x");
  await page.waitForFunction(() => !document.querySelector("#proof mark"));
  assert.doesNotMatch(await told(page, "#proof"), /button|group|Part:/);
});

test("marks say that they open a card, and whether it is open", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await pressOn(page, "p");
  const mark = page.locator("#proof mark:focus");
  assert.deepEqual(await mark.evaluate((mark) => [mark.ariaHasPopup, mark.ariaExpanded]), ["dialog", "true"]);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.ariaExpanded === "false");
});

test("the end of reading, a search and a key that finds nothing are announced", async (t) => {
  const { page } = await visit(t);
  const hears = await listening(page);
  await paste(page, { text: STORY });
  await hears(/^\d+ names, \d+ quotations/);
  await page.keyboard.press("c");
  await hears(/Nothing to check/);
  await page.keyboard.press("a");
  await hears(/^Amounts, 1 of \d+$/);
  await page.keyboard.press("/");
  await page.keyboard.type("whitlock");
  await hears(/^\d+ lines? found$/);
  await page.keyboard.type("qq");
  await hears(/Nothing in the ledger holds “whitlockqq”/);
  assert.equal(await ledger(page).getByRole("region", { name: "Dateline" }).isVisible(), false);
  await pasteOnly(page, { text: "The rain fell and fell." });
});

test("the focus never falls to the page", async (t) => {
  const { page } = await visit(t);
  const somewhere = () => page.waitForFunction(() => document.activeElement && document.activeElement !== document.body, null, { timeout: 3000 });
  const settle = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 50)), 50))));
  const press = async (button) => {
    await button.focus();
    await page.keyboard.press("Enter");
    await settle();
    await somewhere();
  };
  await paste(page, { text: STORY });
  await press(notices(page).getByRole("button", { name: "Dismiss the message" }));
  await paste(page, { text: long(20_000) });
  await press(ledger(page).getByRole("button", { name: /more$/ }).first());
  assert.ok(await page.evaluate(() => document.activeElement.matches("#ledger [data-go]")));
  await press(notices(page).getByRole("button", { name: /^Undo/ }));
  const undo = page.locator(".actions").getByRole("button", { name: "Undo" });
  while (await undo.count()) await press(undo);
  await press(page.getByRole("button", { name: "Keys and help" }));
  await page.keyboard.press("Escape");
  await settle();
  await somewhere();
});

test("help opens at its top", async (t) => {
  const { page } = await visit(t, { viewport: { width: 1280, height: 600 } });
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys and help" });
  await help.waitFor();
  assert.equal(await help.evaluate((help) => help.scrollTop), 0);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "h2");
});

test("a message can be read and answered while a dialog is open", async (t) => {
  const refuse = ({ context }) => context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  const { page } = await visit(t, { before: refuse });
  await page.keyboard.press("m");
  await page.getByRole("textbox", { name: "My names" }).fill("Ada Quist = PERSON");
  await notices(page).getByText(/keeps nothing/).waitFor();
  await notices(page).getByRole("button", { name: "Dismiss the message" }).click({ timeout: 3000 });
  await page.getByRole("button", { name: "Done" }).click();
});

// A key as a board of another kind sends it.
const key = (page, options) => page.evaluate((options) => {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...options });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event.defaultPrevented;
}, options);

test("keys act on boards of every kind, and never while words are composed", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const moves = async (options) => {
    const before = await focusedMark(page);
    assert.ok(await key(page, options), JSON.stringify(options));
    await page.waitForFunction((before) => document.activeElement.dataset.mark !== before, before);
  };
  await pressOn(page, "p");
  await moves({ key: "]", code: "Digit9", ctrlKey: true, altKey: true });
  await moves({ key: "[", code: "Digit8", ctrlKey: true, altKey: true });
  await moves({ key: "]", code: "Digit6", altKey: true });
  await moves({ key: "о", code: "KeyJ" });
  await moves({ key: "з", code: "KeyP" });
  await moves({ key: "ξ", code: "KeyJ" });
  await moves({ key: ";", code: "KeyQ" });
  await moves({ key: "ㅓ", code: "KeyJ" });
  await moves({ key: "J", code: "KeyJ" });
  for (const options of [
    { key: "j", code: "KeyJ", isComposing: true },
    { key: "Process", code: "KeyJ", keyCode: 229 },
    { key: "j", code: "KeyJ", altKey: true },
    { key: "-", code: "Slash" },
    { key: "é", code: "Digit2" },
  ]) {
    const before = await focusedMark(page);
    assert.equal(await key(page, options), false, JSON.stringify(options));
    assert.equal(await focusedMark(page), before);
  }
});

test("single keys stay as they were left", async (t) => {
  const { page } = await visit(t);
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: /Single keys act/ }).uncheck({ force: true });
  await page.keyboard.press("Escape");
  await page.reload();
  await marked(page);
  await page.keyboard.press("p");
  await page.waitForTimeout(100);
  assert.equal(await focusedMark(page), undefined);
  await page.getByRole("button", { name: "Keys and help" }).click();
  assert.equal(await page.getByRole("checkbox", { name: /Single keys act/ }).isChecked(), false);
});

test("Esc leaves the filter, though a card is open", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await pressOn(page, "p");
  await page.locator("#card").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "filter");
});

test("e goes to the next quotation without a speaker, and the ledger says that there is one", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: DATED_STORY });
  const open = ledger(page).getByRole("button", { name: /without a speaker/ });
  await open.waitFor();
  await pressOn(page, "e");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".unattributed")));
});

test("letters find a name in the list of speakers and go nowhere else", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: DATED_STORY });
  await pressOn(page, "q");
  await page.keyboard.press("s");
  await page.locator("#speakers").waitFor();
  await page.keyboard.type("kee");
  await page.waitForFunction(() => /Keel/.test(document.activeElement.textContent));
  assert.ok(await page.locator("#speakers").isVisible());
});

test("the browser's tab tells the article", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.waitForFunction(() => document.title.startsWith("Council votes to keep its last ferry"));
});

test("a pause while words are selected opens no card, and the words are what was selected", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const [x, y] = await middleOf(proof(page).locator("mark.people").first());
  await page.mouse.move(x - 30, y);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 5 });
  await page.waitForTimeout(400);
  assert.equal(await page.locator("#card").count(), 0);
  await page.mouse.move(x + 60, y + 60, { steps: 5 });
  await page.waitForTimeout(400);
  const selected = await page.evaluate(() => getSelection().toString());
  await page.mouse.up();
  assert.ok(selected.length > 10 && selected.length < 400, selected);
});

async function copied(page) {
  await page.keyboard.press("Control+C");
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (kind) => (item.types.includes(kind) ? (await item.getType(kind)).text() : "");
    return { plain: await read("text/plain"), html: await read("text/html") };
  });
}

test("what is copied is clean words; all is the article, and marks come along when asked for", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.locator("#proof").focus();
  await page.keyboard.press("Control+A");
  const all = await copied(page);
  assert.equal(all.plain.replaceAll("\r", ""), STORY);
  assert.doesNotMatch(all.html, /<mark|background|style=|class=|button/);
  assert.match(all.html, /<h1>Council votes to keep its last ferry<\/h1><p>HARLINGFORD/);
  await proof(page).locator("p").nth(1).evaluate((block) => {
    const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const node = words.nextNode();
    getSelection().setBaseAndExtent(node, 1, node, 7);
  });
  assert.deepEqual((await copied(page)).plain, "Nobody");
  await page.evaluate(() => getSelection().removeAllRanges());
  await page.getByRole("button", { name: "Copy or download" }).click();
  await page.getByRole("button", { name: "Copy with marks" }).click();
  await notices(page).getByText("The article with its marks is on the clipboard.").waitFor();
  const withMarks = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read({ unsanitized: ["text/html"] });
    return (await item.getType("text/html")).text();
  });
  assert.match(withMarks, /\[Oona Whitlock\]/);
  assert.match(withMarks, /background/);
});
