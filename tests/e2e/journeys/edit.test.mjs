// An editor edits the text in place: what is typed, what becomes of the marks, and that nothing is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { keeping, ledger, marked, notices, paste, pasteOnly, proof, section, violations, visit } from "../page.mjs";

const TEXT =
  "Quarrymen Hall reopens\n\nTESSALY, March 3 (Coast Wire) — Ines Varga opened Quarrymen Hall on Monday.\n\n" +
  "“It is ours again,” said Varga. She thanked the Tessaly Trust.\n\nThe Trust paid for the roof of Quarrymen Hall.\n";

const draft = (page) => page.getByRole("textbox", { name: "Draft" });

const lines = (page) => page.evaluate(() => [...document.querySelectorAll("#draft > p")].map((line) => line.textContent));

// The words that are painted as a kind.
const painted = (page, kind) => page.evaluate((kind) => [...(CSS.highlights.get(kind) ?? [])].map(String), kind);

const waitPainted = (page, kind, words) =>
  page.waitForFunction(([kind, words]) => [...(CSS.highlights.get(kind) ?? [])].map(String).includes(words), [kind, words]);

// Sets the caret behind words of the draft, or selects from some to others.
async function caret(page, from, to = null) {
  await page.evaluate(([from, to]) => {
    const find = (words) => {
      const walker = document.createTreeWalker(document.querySelector("#draft"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at >= 0) return [node, at];
      }
    };
    const [node, at] = find(from);
    if (to === null) return getSelection().collapse(node, at + from.length);
    const [end, stop] = find(to);
    getSelection().setBaseAndExtent(node, at, end, stop + to.length);
  }, [from, to]);
}

async function editing(t, text = TEXT, options = {}) {
  const visited = await visit(t, options);
  await paste(visited.page, { text });
  await visited.page.evaluate(() => document.querySelector("#proof").focus());
  await visited.page.keyboard.press("Enter");
  await draft(visited.page).waitFor();
  return visited;
}

test("marks stay on their words while a person types, and what is typed is marked", async (t) => {
  const { page } = await editing(t);
  await caret(page, "opened ");
  await page.keyboard.type("the old ");
  assert.ok((await painted(page, "places")).includes("Quarrymen Hall"));
  await caret(page, "Monday.");
  await page.keyboard.type(" Mayor Ada Quist smiled.");
  await waitPainted(page, "people", "Ada Quist");
  await page.keyboard.press("Escape");
  await proof(page).waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll("#proof mark[data-layer=people]")].some((mark) => mark.textContent === "Ada Quist"));
  await section(page, "People").getByText("Ada Quist").waitFor();
});

test("lines are parted, joined, cut and put back, each undone whole", async (t) => {
  const { page } = await editing(t);
  const before = await lines(page);
  await caret(page, "said Varga.");
  await page.keyboard.press("Enter");
  const parted = await lines(page);
  assert.deepEqual(parted.slice(4, 7), ["“It is ours again,” said Varga.", "", " She thanked the Tessaly Trust."]);
  await page.keyboard.press("Backspace");
  assert.deepEqual(await lines(page), before);
  await caret(page, "opened", "said");
  await page.keyboard.press("Control+x");
  assert.deepEqual((await lines(page)).slice(2, 3), ["TESSALY, March 3 (Coast Wire) — Ines Varga  Varga. She thanked the Tessaly Trust."]);
  await page.keyboard.press("Control+v");
  assert.deepEqual(await lines(page), before);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  assert.deepEqual(await lines(page), [""]);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Control+z");
  assert.deepEqual(await lines(page), before);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Control+Shift+Z");
  assert.deepEqual(await lines(page), [""]);
});

test("a word is typed in one step, and an input method composes without being disturbed", async (t) => {
  const { page } = await editing(t);
  await caret(page, "opened ");
  // As fast as a hand types, however slow the machine is.
  await page.evaluate(() => [..."two words "].forEach((letter) => document.execCommand("insertText", false, letter)));
  await page.keyboard.press("Control+z");
  assert.match((await lines(page))[2], /opened two Quarrymen/);
  const client = await page.context().newCDPSession(page);
  await caret(page, "two ");
  for (const text of ["に", "にほ", "日本"]) {
    await client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    // Longer than the page waits before its lists follow: who looks a word up is still composing it.
    await page.waitForTimeout(700);
  }
  await client.send("Input.insertText", { text: "日本" });
  assert.match((await lines(page))[2], /opened two 日本Quarrymen/);
  await page.keyboard.press("Control+z");
  assert.doesNotMatch((await lines(page))[2], /日|に/);
});

test("a word that the dictionary corrects keeps the marks beside it", async (t) => {
  const { page } = await editing(t);
  await caret(page, "opened", "opened");
  // What a browser does when a word of its list is chosen.
  await page.evaluate(() => document.execCommand("insertText", false, "reopened"));
  assert.match((await lines(page))[2], /Varga reopened Quarrymen/);
  await waitPainted(page, "people", "Ines Varga");
  await page.keyboard.press("Control+z");
  assert.match((await lines(page))[2], /Varga opened Quarrymen/);
});

test("a decision follows its words, waits when they are gone, and comes back with them", async (t) => {
  const { page } = await editing(t);
  await caret(page, "Tessaly Trust", "Tessaly Trust");
  await page.keyboard.press("Control+i");
  await page.locator("#decide").getByRole("button", { name: /^.*Place/ }).first().click();
  await waitPainted(page, "places", "Tessaly Trust");
  await caret(page, "thanked ");
  await page.keyboard.type("warmly ");
  assert.ok((await painted(page, "places")).includes("Tessaly Trust"));
  await caret(page, "the Tessaly Trust", "the Tessaly Trust");
  await page.keyboard.type("them");
  await section(page, "To check").getByText(/“Tessaly Trust”.*waits/).waitFor();
  await caret(page, "them");
  await page.keyboard.type(", the Tessaly Trust");
  await waitPainted(page, "places", "Tessaly Trust");
});

test("words changed inside quotation marks are on record until somebody says they are the source’s", async (t) => {
  const { page } = await editing(t);
  await caret(page, "It is");
  await page.keyboard.type(" all");
  await section(page, "To check").getByText(/changed inside quotation marks, where “It is ours again,” stood/i).waitFor();
  await page.keyboard.press("Escape");
  await marked(page);
  await page.keyboard.press("c");
  await page.keyboard.press("i");
  await page.locator("#decide").getByRole("button", { name: /From the source/ }).click();
  await page.waitForFunction(() => !document.querySelector("#ledger").textContent.includes("inside quotation marks"));
});

test("words are found and replaced, in one step, and what somebody said is told first", async (t) => {
  const { page } = await editing(t, TEXT.replace("It is ours", "Quarrymen Hall is ours"));
  await page.keyboard.press("Control+f");
  const find = page.getByRole("search", { name: "Find and replace" });
  await find.getByLabel("Find", { exact: true }).fill("quarrymen hall");
  await find.getByText("4 found, 1 of them in quotation marks").waitFor();
  await find.getByLabel("Match case").check();
  await find.getByText("0 found").waitFor();
  await find.getByLabel("Match case").uncheck();
  await find.getByLabel("Replace with").fill("Mason Hall");
  await find.getByRole("button", { name: "Replace all" }).click();
  await notices(page).getByText(/Replaced: 4 places/).waitFor();
  assert.equal((await lines(page)).join("\n").match(/Mason Hall/g).length, 4);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  assert.equal((await lines(page)).join("\n").match(/Quarrymen Hall/g).length, 4);
});

test("undoing ends at the first letter of the text that is edited, and editing goes on", async (t) => {
  const { page } = await editing(t);
  const before = await lines(page);
  await caret(page, "opened ");
  await page.keyboard.type("it ");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("Control+z");
  await notices(page).getByText("Nothing more to undo here.").waitFor();
  assert.deepEqual(await lines(page), before);
  assert.ok(await draft(page).isVisible());
});

test("a word replaced in many places is one step that is there after a reload, and undone whole", async (t) => {
  const { page } = await editing(t, `${TEXT}${"Nobody spoke of the roof.\n\n".repeat(60)}`);
  await page.keyboard.press("Control+f");
  const find = page.getByRole("search", { name: "Find and replace" });
  await find.getByLabel("Find", { exact: true }).fill("roof");
  await find.getByLabel("Replace with").fill("tower");
  await keeping(page, "history", () => find.getByRole("button", { name: "Replace all" }).click());
  await page.reload();
  await marked(page);
  assert.match(await proof(page).innerText(), /spoke of the tower/);
  await page.keyboard.press("u");
  await page.waitForFunction(() => document.querySelector("#proof").innerText.includes("spoke of the roof"));
  assert.doesNotMatch(await proof(page).innerText(), /tower/);
});

test("the clean text and the list of changes go to the clipboard", async (t) => {
  const { page } = await editing(t);
  await caret(page, "opened");
  await page.keyboard.type(" again");
  await page.keyboard.press("Escape");
  await marked(page);
  await page.keyboard.press("y");
  await notices(page).getByText(/on the clipboard, without marks/).waitFor();
  const clip = () => page.evaluate(() => navigator.clipboard.readText());
  assert.equal(await clip(), TEXT.replace("opened", "opened again").trim());
  await page.keyboard.press("Shift+Y");
  await notices(page).getByText(/1 change since/).waitFor();
  assert.match(await clip(), /Paragraph 2.*again/);
});

test("what is edited is there after a reload", async (t) => {
  const { page } = await editing(t);
  await caret(page, "opened ");
  await keeping(page, "article", () => page.keyboard.type("the grand "));
  await page.reload();
  await marked(page);
  assert.match(await proof(page).innerText(), /opened the grand Quarrymen Hall/);
});

test("too much to put in is refused, and the draft stays as it is", async (t) => {
  const { page } = await editing(t);
  const before = await lines(page);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Nobody said so. ".repeat(800_000));
    document.querySelector("#draft").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await notices(page).getByText(/That is too much/).waitFor();
  assert.deepEqual(await lines(page), before);
});

test("a paste goes in at the caret while editing, and starts a new text while reading", async (t) => {
  const { page } = await editing(t);
  await caret(page, "Monday.");
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", " It rained.\r\nIt\u0000 snowed.");
    document.querySelector("#draft").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  assert.deepEqual((await lines(page)).slice(2, 4), ["TESSALY, March 3 (Coast Wire) — Ines Varga opened Quarrymen Hall on Monday. It rained.", "It\ufffd snowed."]);
  await page.keyboard.press("Escape");
  await pasteOnly(page, { text: "Another text altogether, about ferries in Tema.\n" });
  await page.waitForFunction(() => /Another text/.test(document.querySelector("#proof").textContent));
  await ledger(page).waitFor();
});

test("every action has its place in the palette, by keyboard", async (t) => {
  const { page } = await visit(t);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "All actions" });
  await palette.getByRole("combobox").fill("settings");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Settings" }).getByLabel("Dark").check();
  const dark = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await dark(), "rgb(23, 23, 21)");
  await page.reload();
  await marked(page);
  assert.equal(await dark(), "rgb(23, 23, 21)");
  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill("nothing of the kind");
  await palette.getByText("No action is called so.").waitFor();
});

test("a phone edits too: every button is large enough for a thumb", async (t) => {
  const { page } = await visit(t, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await page.getByRole("button", { name: "Edit" }).tap();
  await draft(page).waitFor();
  for (const button of await page.locator(".at-caret button").all()) {
    const { height } = await button.boundingBox();
    assert.ok(height >= 44, `${await button.innerText()} is ${height} high`);
  }
  await page.locator(".at-caret").getByRole("button", { name: "Done" }).tap();
  await proof(page).waitFor();
});

test("what is typed in one tab is another’s as soon as it takes over, with the history", async (t) => {
  const { page, context, site } = await editing(t);
  const second = await context.newPage();
  await second.goto(site.address);
  await marked(second);
  await second.locator(".followed").waitFor();
  await page.bringToFront();
  await caret(page, "opened ");
  await page.keyboard.type("the ol");
  await second.bringToFront();
  await second.locator(".followed").getByRole("button", { name: "Take over" }).click();
  await second.locator(".followed").waitFor({ state: "detached" });
  await page.locator(".followed").waitFor();
  await proof(second).getByText(/opened the olQuarrymen Hall/).waitFor();
  assert.equal(await draft(page).isVisible(), false, "the first tab reads now");
  await second.keyboard.press("u");
  await proof(second).getByText(/opened (the )?Quarrymen Hall/).waitFor();
  await second.keyboard.press("u");
  await proof(second).getByText(/Varga opened Quarrymen Hall on Monday/).waitFor();
});

test("a draft that is edited is legible to everybody: light, dark, in forced colours", async (t) => {
  const { page } = await editing(t);
  await waitPainted(page, "people", "Ines Varga");
  for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "dark", forcedColors: "active" }]) {
    await page.emulateMedia(look);
    assert.deepEqual(await violations(page), [], JSON.stringify(look));
  }
  // A colour of one's own says nothing there: each kind of mark is told by a line.
  const lines = await page.evaluate(() => {
    const kinds = [...CSS.highlights.keys()].filter((kind) => CSS.highlights.get(kind).size > 0);
    return kinds.map((kind) => [kind, getComputedStyle(document.querySelector("#draft > p"), `::highlight(${kind})`).textDecorationLine]);
  });
  assert.ok(lines.length >= 4, JSON.stringify(lines));
  for (const [kind, line] of lines) assert.notEqual(line, "none", kind);
});
