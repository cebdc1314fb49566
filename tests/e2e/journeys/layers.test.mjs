import assert from "node:assert/strict";
import { test } from "node:test";
import { marksOf, middleOf, paste, proof, section, visit, words } from "../page.mjs";
import { STORY } from "../articles.mjs";

test("a layer can be hidden and shown; the words stay", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const toggle = page.getByRole("checkbox", { name: /^People/ });
  const before = await marksOf(page, "people");
  assert.match(await toggle.getAttribute("aria-label"), new RegExp(`People, \\d+`));
  await toggle.uncheck();
  await page.waitForFunction(() => !document.querySelector("#proof mark[data-layer=people]"));
  assert.deepEqual(await words(page), STORY.split("\n\n"));
  assert.ok((await marksOf(page, "quotations")).length > 0);
  await toggle.check();
  await page.waitForFunction(() => document.querySelector("#proof mark[data-layer=people]"));
  assert.deepEqual(await marksOf(page, "people"), before);
});

test("the ledger jumps to each mention in turn", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const row = section(page, "People").getByRole("button", { name: /Oona Whitlock/ });
  const chosen = (words) =>
    page.waitForFunction((words) => document.querySelector("#proof mark.chosen")?.textContent === words, words);
  await row.click();
  await chosen("Oona Whitlock");
  await page.getByRole("dialog", { name: /Oona Whitlock/ }).waitFor();
  await row.click();
  await chosen("Whitlock");
});

test("a mark that is pointed at explains itself in the words of the text", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.mouse.move(...(await middleOf(proof(page).locator("mark[data-layer=people]", { hasText: "Oona Whitlock" }))));
  const card = page.locator("#card");
  await card.waitFor();
  assert.match(await card.innerText(), /“.+”/, "the reason quotes what it relied on");
  await page.mouse.move(2, 2);
  await card.waitFor({ state: "detached" });
});

test("quotations carry their speaker in the margin, dates their day", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const notes = await proof(page).locator(".note").evaluateAll((notes) => notes.map((note) => note.dataset.lead));
  assert.ok(notes.some((note) => note.includes("Oona Whitlock")), notes.join(" | "));
});

test("JSON and HTML can be downloaded, and hold the text", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const download = async (format) => {
    await page.getByRole("button", { name: "Copy or download" }).click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Download ${format}` }).click()]);
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  };
  await page.getByRole("button", { name: "Copy or download" }).click();
  await page.getByText("For programs").waitFor();
  const names = await page.locator("#formats strong").allTextContents();
  await page.keyboard.press("Escape");
  const json = names.find((name) => /JSON/.test(name));
  const html = names.find((name) => /HTML|proof/i.test(name));
  const document = JSON.parse(await download(json));
  assert.ok(document.entities.some((entity) => entity.name === "Oona Whitlock"), "the JSON names the mayor");
  const page2 = await page.context().newPage();
  await page2.setContent(await download(html));
  assert.match(await page2.locator("body").innerText(), /Nobody here wants a bridge/);
  assert.equal(await page2.locator("script, link, img[src^=http]").count(), 0);
});
