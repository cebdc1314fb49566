// Links that carry an article with what was decided about it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { keeping, marked, notices, paste, proof, section, visit } from "../page.mjs";
import { STORY } from "../articles.mjs";

const menu = (page) => page.locator("#formats");
const speakers = (page) => proof(page).locator(".note.speaker").allTextContents();

async function link(page) {
  await page.getByRole("button", { name: "Copy or download" }).click();
  await menu(page).getByText(/The link is \d+ kB long/).waitFor();
  assert.match(await menu(page).innerText(), /whoever has the link can read the article/);
  await menu(page).getByRole("button", { name: "Copy the link" }).click();
  await notices(page).getByText("The link is on the clipboard.").waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function decided(page) {
  await paste(page, { text: STORY });
  await proof(page).locator("mark[data-layer=quotations]").first().click();
  await page.keyboard.press("s");
  await page.getByRole("group", { name: "Who says this?" }).getByRole("button", { name: /Desmond Achebe/ }).click();
  await page.keyboard.press("Escape");
  return speakers(page);
}

test("a link opens the article and what was decided, in a browser that has none", async (t) => {
  const { page, context, site } = await visit(t);
  const before = await decided(page);
  const address = await link(page);
  assert.ok(address.startsWith(`${site.address}#galley=`) && address.length < 6000, `${address.length}`);
  const other = await context.browser().newContext();
  t.after(() => other.close());
  const visitor = await other.newPage();
  await visitor.goto(address);
  await proof(visitor).getByText("Nobody here wants a bridge").first().waitFor();
  await marked(visitor);
  await visitor.waitForFunction((before) => {
    const notes = [...document.querySelectorAll("#proof .note.speaker")].map((note) => note.textContent);
    return JSON.stringify(notes) === JSON.stringify(before);
  }, before);
  assert.equal(await visitor.evaluate(() => location.hash), "");
  assert.ok(site.requests.every(({ url }) => !url.includes("galley=")), "the site never got it");
});

test("a link to one mark opens the article at it, with its card", async (t) => {
  const { page, context, site } = await visit(t);
  await paste(page, { text: `${STORY}\n\n${"The tide turned, and nobody said a word about it. ".repeat(400)}\n\n“I missed it,” said Ines Varga.` });
  await section(page, "People").getByRole("button", { name: /Ines Varga/ }).click();
  const card = (page) => page.getByRole("dialog", { name: /Ines Varga/ });
  await card(page).getByRole("button", { name: "Link to this mark" }).click();
  await menu(page).getByText(/The link is \d+ kB long.*It opens at the mark that you chose, with its card/).waitFor();
  await menu(page).getByRole("button", { name: "Copy the link" }).click();
  await notices(page).getByText("The link is on the clipboard.").waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(address, /#galley=[\w-]+\.m\d+-\d+$/);

  const other = await context.browser().newContext();
  t.after(() => other.close());
  const visitor = await other.newPage();
  await visitor.goto(address);
  await card(visitor).waitFor();
  const chosen = proof(visitor).locator("mark.chosen", { hasText: "Ines Varga" });
  await chosen.waitFor();
  await visitor.waitForFunction(() => {
    const { top, bottom } = document.querySelector("#proof mark.chosen").getBoundingClientRect();
    return top > 0 && bottom < innerHeight && scrollY > 500;
  });
  assert.ok(site.requests.every(({ url }) => !url.includes("galley=")), "the site never got it");

  // A mark that is not there: its words are, and no card.
  const another = await context.browser().newContext();
  t.after(() => another.close());
  const third = await another.newPage();
  await third.goto(address.replace(/m\d+-/, "w7-"));
  await proof(third).getByText("I missed it").first().waitFor();
  await marked(third);
  await third.waitForFunction(() => scrollY > 500);
  assert.equal(await third.locator("#card").count(), 0);
});

test("the link of the whole article leads to no mark", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await proof(page).locator("mark[data-layer=people]").first().click();
  assert.match(await link(page), /#galley=[\w-]+$/);
});

test("a link asks before it takes the place of the reader's own article", async (t) => {
  const { page } = await visit(t);
  await decided(page);
  const address = await link(page);
  await keeping(page, "article", () => paste(page, { text: "The reader’s own draft.\n\nIt was written by Ines Varga on Monday." }));
  await page.evaluate((address) => { location.href = address; }, address);
  const ask = page.getByRole("dialog", { name: "Open the article of this link?" });
  await ask.getByText(/Council votes to keep its last ferry.*\d+ words, 1 decision/).waitFor();
  await ask.getByRole("button", { name: "Keep mine" }).click();
  await proof(page).getByText("The reader’s own draft.").waitFor();
  await page.reload();
  await marked(page);
  await proof(page).getByText("The reader’s own draft.").waitFor();
  await page.evaluate((address) => { location.href = address; }, address);
  await ask.getByRole("button", { name: "Open it" }).click();
  await proof(page).getByText("Nobody here wants a bridge").first().waitFor();
  await notices(page).getByRole("button", { name: "Undo" }).click();
  await proof(page).getByText("The reader’s own draft.").waitFor();
});

test("a link that is damaged or made up gives a sentence, and nothing is replaced", async (t) => {
  const { page } = await visit(t);
  await decided(page);
  const address = await link(page);
  for (const end of [address.slice(-200), "AAAA", "%22%3E%3Cscript%3E", "_".repeat(9000)]) {
    await page.evaluate((end) => { location.hash = `galley=${end}`; }, end);
    await page.locator("#notices .notice.alarm").getByText(/This link is damaged/).waitFor();
    await page.locator("#notices .notice.alarm").getByRole("button").last().click();
    await proof(page).getByText("Nobody here wants a bridge").first().waitFor();
  }
});

test("an article too long for a link is offered as a file", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: [...Array(12000)].map((_, n) => `Word${n * 7919 % 100003} number${n * 104729 % 99991} fell`).join(". ") });
  await page.getByRole("button", { name: "Copy or download" }).click();
  await menu(page).getByText(/more than most programs carry\. Download the HTML proof/).waitFor();
  assert.ok(await menu(page).getByRole("button", { name: "Copy the link" }).isDisabled());
});

test("where the machine can pass a link on, it is asked to", async (t) => {
  const before = ({ context }) => context.addInitScript(() => {
    navigator.share = async (what) => { globalThis.shared = what; };
  });
  const { page, site } = await visit(t, { before });
  await paste(page, { text: STORY });
  await page.getByRole("button", { name: "Copy or download" }).click();
  await menu(page).getByRole("button", { name: "Share…" }).click();
  const { title, url } = await page.evaluate(() => globalThis.shared);
  assert.equal(title, "Council votes to keep its last ferry");
  assert.ok(url.startsWith(`${site.address}#galley=`), url);
});

test("a quotation goes with its speaker, and the ledger as a table", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const copied = () => page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const of = async (type) => (await item.getType(type)).text();
    return { html: await of("text/html"), plain: await of("text/plain") };
  });
  await proof(page).locator("mark[data-layer=quotations]").first().click();
  await page.getByRole("button", { name: "Copy with its speaker" }).click();
  await notices(page).getByText("The quotation with its speaker is on the clipboard.").waitFor();
  const quotation = await copied();
  assert.match(quotation.plain, /^“Nobody here wants a bridge,” “We want the boat, and we want it on time.”\s+— Oona Whitlock, Mayor, in “Council votes to keep its last ferry”$/);
  assert.match(quotation.html, /<blockquote>“Nobody here/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Copy or download" }).click();
  await menu(page).getByRole("button", { name: "Copy the ledger" }).click();
  await notices(page).getByText("The ledger is on the clipboard.").waitFor();
  const ledger = await copied();
  assert.match(ledger.plain, /People\tOona Whitlock\tMayor\t\d/);
  assert.match(ledger.html, /<td>Oona Whitlock<\/td>/);
});
