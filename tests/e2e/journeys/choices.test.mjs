// What people decide about a text: the day its dates count from, the parts of its paragraphs, how
// sure marks must be, and names of their own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bringing, keeping, killWorkers, ledger, marked, marksOf, notices, openFolds, paste, proof, section, violations, visit, words } from "../page.mjs";
import { STORY } from "../articles.mjs";

const DATED = `Ferry back in service

February 11, 2031 14:10

LYTTON, Feb 9, 2031 (Coast Wire) - The ferry ran on Friday for the first time in three years, the harbour master said.

It will sail again next week, Pieter Vandermolen told reporters. The boat was built in 2019.

Most read

Ten harbours to see before the summer of 2033`;

const timeline = (page) => section(page, "Timeline");
const lines = (page) => timeline(page).locator("h4, .when, .day, li .line").allInnerTexts();
const dayNotes = (page) => proof(page).locator(".note.day, .note.open").evaluateAll((notes) => notes.map((note) => note.dataset.lead));
const part = (page, words) => proof(page).locator("[data-part], p, h2", { hasText: words }).first().getAttribute("data-part");
const settled = (page) => page.waitForFunction(() => !document.querySelector("#proof").hasAttribute("aria-busy"));

test("the timeline shows before and after, and each point leads to its words", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: DATED });
  const shown = (await lines(page)).join("\n");
  assert.match(shown, /Before[^]*2019[^]*Fri 7 Feb 2031[^]*around it[^]*Tuesday 11 February 2031, the time stamp[^]*After[^]*17 Feb/);
  assert.doesNotMatch(shown, /2033/, "furniture has no place in the timeline");
  const point = timeline(page).locator("li button", { has: page.locator("b", { hasText: /^Friday$/ }) });
  await point.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#proof mark.chosen")?.textContent.includes("Friday"));
  assert.ok(await page.evaluate(() => document.activeElement?.matches("#proof mark")), "the focus is on the words");
});

test("the day that dates count from can be chosen, though the engine has died, and stays chosen", async (t) => {
  const { page } = await visit(t);
  await keeping(page, "article", () => paste(page, { text: DATED }));
  const counted = page.locator("#counted");
  assert.match(await counted.innerText(), /Tuesday 11 February 2031, the time stamp/);
  assert.ok((await dayNotes(page)).some((note) => /week of Mon 17 Feb/.test(note)));

  await killWorkers(page);
  const countFrom = (label) => keeping(page, "article", () => page.getByLabel("Count from").selectOption({ label }));
  await countFrom("The dateline: Sun 9 Feb 2031");
  await page.waitForFunction(() => document.querySelector("#counted").textContent.includes("the dateline, as you chose"));
  assert.ok((await dayNotes(page)).some((note) => /week of Mon 10 Feb/.test(note)), (await dayNotes(page)).join());
  assert.match((await lines(page)).join("\n"), /Sunday 9 February 2031, the dateline/);

  await countFrom("Nothing: leave such dates open");
  await page.waitForFunction(() => document.querySelector("#counted").textContent.includes("nothing, as you chose"));
  assert.ok((await dayNotes(page)).includes("Which day?"));
  assert.match((await lines(page)).join("\n"), /Not resolved[^]*Friday/);

  await page.reload();
  await marked(page);
  assert.match(await counted.innerText(), /nothing, as you chose/);
  await page.getByLabel("Published").fill("2031-02-20");
  await page.waitForFunction(() => document.querySelector("#counted").textContent.includes("20 February 2031, the day of publication"));
  await settled(page);
  assert.match((await lines(page)).join("\n"), /week of Mon 24 Feb/);
});

test("one key changes a paragraph's part, another takes it back, and it outlives a reload", async (t) => {
  const { page } = await visit(t);
  await keeping(page, "article", () => paste(page, { text: DATED }));
  await openFolds(page);
  assert.equal(await part(page, "Ten harbours"), "furniture");
  const people = () => marksOf(page, "people");
  const counted = () => page.locator("#status").innerText();
  assert.match(await counted(), /^47 words/, "furniture is not counted");
  assert.deepEqual(await people(), ["Pieter Vandermolen"]);
  await page.keyboard.press("p");
  await page.waitForFunction(() => document.activeElement?.matches("#proof mark"));
  await page.keyboard.press("b");
  const dialog = page.getByRole("dialog", { name: "What is this paragraph?" });
  await dialog.waitFor();
  assert.equal(await dialog.getByRole("button", { pressed: true }).innerText(), "a Article");
  await keeping(page, "article", () => page.keyboard.press("f"));
  await page.waitForFunction(() => document.querySelector("#proof [data-part=furniture]")?.textContent.includes("Vandermolen"));
  await settled(page);
  assert.deepEqual(await people(), [], "furniture is left out");
  assert.match(await counted(), /^31 words/);
  assert.ok(await page.evaluate(() => document.activeElement?.matches("#proof .handle")), "the focus stays at the paragraph");

  await page.keyboard.press("b");
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /You gave it this part/);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });

  await page.reload();
  await marked(page);
  await openFolds(page);
  assert.equal(await part(page, "Vandermolen"), "furniture");

  await page.getByRole("checkbox", { name: "With the page’s furniture" }).first().check();
  await page.waitForFunction(() => document.querySelector("#proof [data-part=furniture] mark[data-layer=people]"));
  await page.keyboard.press("Escape");
  await page.locator("#proof").focus();
  await proof(page).locator(".handle", {}).nth(3).click();
  await dialog.waitFor();
  await dialog.getByRole("button", { name: "Leave it to Galley" }).click();
  await page.waitForFunction(() => !document.querySelector("#proof [data-part=furniture]")?.textContent.includes("Vandermolen"));
  await settled(page);
  await page.keyboard.press("u");
  await page.waitForFunction(() => document.querySelector("#proof [data-part=furniture]")?.textContent.includes("Vandermolen"));
  assert.deepEqual(await words(page), DATED.split("\n\n"), "the text is the article's, to the letter");
});

test("a new text closes the choice of a part, and a choice that was closed does not trouble it", async (t) => {
  const { page } = await visit(t);
  const dialog = page.getByRole("dialog", { name: "What is this paragraph?" });
  const askLast = async () => {
    await proof(page).locator(".handle").last().focus();
    await page.keyboard.press("b");
    await dialog.waitFor();
  };
  await paste(page, { text: DATED });
  await askLast();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await paste(page, { text: "Short." });
  assert.deepEqual(await words(page), ["Short."]);

  await paste(page, { text: DATED });
  await askLast();
  await paste(page, { text: "Shorter." });
  await dialog.waitFor({ state: "hidden" });
  assert.deepEqual(await words(page), ["Shorter."]);
});

test("f makes the paragraph with the focus page furniture, and f again what it was", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: DATED });
  await page.keyboard.press("f");
  await notices(page).getByText("Go to a paragraph first").waitFor();
  await page.keyboard.press("p");
  await page.waitForFunction(() => document.activeElement?.matches("#proof mark"));
  await page.keyboard.press("f");
  await notices(page).getByText("This paragraph is page furniture.").waitFor();
  await settled(page);
  assert.equal(await part(page, "Vandermolen"), "furniture");
  assert.deepEqual(await marksOf(page, "people"), []);
  await page.waitForFunction(() => document.activeElement?.matches("#proof .handle"));
  await page.keyboard.press("f");
  await notices(page).getByText("This paragraph is again what Galley takes it for.").waitFor();
  await settled(page);
  assert.equal(await part(page, "Vandermolen"), null);
  assert.deepEqual(await marksOf(page, "people"), ["Pieter Vandermolen"]);
  for (const _ of [1, 2]) await page.keyboard.press("u");
  await settled(page);
  assert.equal(await part(page, "Vandermolen"), null);

  await openFolds(page);
  for (const [line, first] of [["Ferry back", "furniture"], ["Ten harbours", null]]) {
    const before = await part(page, line);
    await proof(page).locator("[data-part], p, h2", { hasText: line }).locator(".handle").first().focus();
    for (const expected of [first, before, first, before]) {
      await bringing(page, () => page.keyboard.press("f"));
      await settled(page);
      assert.equal(await part(page, line), expected, line);
      await page.waitForFunction(() => document.activeElement?.matches("#proof .handle"));
    }
  }
});

test("dates are counted from a day in the text, from its card or the list, or from any day typed", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: DATED.replace("in three years", "since June 4, 2028") });
  const counted = (words) =>
    page.waitForFunction((words) => document.querySelector("#counted").textContent.includes(words), words);
  await proof(page).locator("mark[data-layer=times]", { hasText: "June 4, 2028" }).click();
  await page.locator("#card").getByRole("button", { name: "Count from this day" }).click();
  await counted("Sunday 4 June 2028, the day you chose.");
  await settled(page);
  assert.ok((await dayNotes(page)).some((note) => /week of Mon 5 Jun 2028/.test(note)), (await dayNotes(page)).join());
  await page.keyboard.press("u");
  await counted("11 February 2031, the time stamp");
  await settled(page);
  assert.ok((await dayNotes(page)).some((note) => /week of Mon 17 Feb 2031/.test(note)));
  await page.getByLabel("Count from").selectOption({ label: "In the text: Sun 4 Jun 2028" });
  await counted("4 June 2028, the day you chose");
  await settled(page);
  await keeping(page, "article", () => page.getByLabel("Any other day").fill("2031-03-03"));
  await counted("Monday 3 March 2031, the day you chose");
  await settled(page);
  assert.ok((await dayNotes(page)).some((note) => /week of Mon 10 Mar 2031/.test(note)));
  await page.reload();
  await marked(page);
  await counted("Monday 3 March 2031, the day you chose");
});

test("the slider and the switch for furniture are behind the menu of a phone, in full", async (t) => {
  const { page } = await visit(t, { viewport: { width: 390, height: 740 }, hasTouch: true, reducedMotion: "reduce" });
  await paste(page, { text: DATED });
  await page.getByRole("button", { name: "Menu" }).tap();
  for (const found of [page.locator("#sureness"), page.locator("#furniture")]) {
    const { x, width } = await found.boundingBox();
    assert.ok(x >= 0 && x + width <= 390, `${x} ${width}`);
  }
  await page.locator("#furniture").tap();
  await page.waitForFunction(() => document.querySelector("#proof.with-furniture"));
});

test("paragraphs without a mark are reached by key and by touch", async (t) => {
  const { page } = await visit(t, { viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: "reduce" });
  await paste(page, { text: DATED });
  const at = (words) =>
    page.waitForFunction((words) => document.activeElement?.parentElement?.textContent.startsWith(words), words);
  for (const words of ["Ferry", "February", "LYTTON", "It will", "2 lines of the page"]) {
    await page.keyboard.press(".");
    await at(words);
  }
  // The part of a hidden line is asked for once the line is seen.
  await page.keyboard.press("b");
  for (const words of ["Most", "Ten"]) {
    await at(words);
    await page.keyboard.press(".");
  }
  await page.keyboard.press(",");
  await at("Most read");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "What is this paragraph?" });
  await dialog.waitFor();
  await dialog.getByRole("button", { name: /Subheading/ }).click();
  await page.waitForFunction(() => document.querySelector("#proof [data-part=subheading]")?.textContent === "Most read");
  await settled(page);
  const handle = proof(page).locator("h3 .handle");
  await handle.scrollIntoViewIfNeeded();
  await handle.tap();
  await dialog.waitFor();
  assert.deepEqual(await violations(page), []);
});

test("a slider leaves out what Galley is not sure of", async (t) => {
  const { page } = await visit(t);
  await keeping(page, "article", () => paste(page, { text: STORY }));
  const shown = () =>
    document.querySelectorAll("#proof :is([data-layer=people], [data-layer=organisations], [data-layer=references])").length;
  const count = () => page.evaluate(shown);
  const all = await count();
  const slider = page.getByRole("slider", { name: "How sure marks must be" });
  await slider.focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.querySelector("#sureness").getAttribute("aria-valuetext").includes("90 percent"));
  const sure = await count();
  assert.ok(sure < all, `${sure} of ${all}`);
  const listed = await ledger(page).getByRole("button").count();
  await page.reload();
  await marked(page);
  assert.equal(await count(), sure, "it is kept");
  await slider.focus();
  await page.keyboard.press("Home");
  await page.waitForFunction(`(${shown})() === ${all}`);
  assert.ok((await ledger(page).getByRole("button").count()) > listed);
});

test("the card of a place names its country", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: "OSLO, March 3 (Coast Wire) - Ferries to Bergen stopped on Tuesday, and Bergen waited." });
  await section(page, "Places").getByRole("button", { name: /Bergen/ }).first().click();
  await page.locator("#card dd", { hasText: "Norway" }).waitFor();
});

test("names of one's own win, are kept, and go out and in as text", async (t) => {
  const { page } = await visit(t);
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "My names" });
  await dialog.waitFor();
  await dialog.getByRole("textbox").fill("Harlingford = ORG\nnobody\nstubborn people\tGROUP\n");
  assert.match(await dialog.innerText(), /2 names/);
  assert.match(await dialog.innerText(), /Line 2: write a label after it: nobody = PERSON/);
  await dialog.getByRole("button", { name: "Done" }).click();
  await settled(page);
  await paste(page, { text: STORY });
  assert.ok((await marksOf(page, "groups")).includes("stubborn people"));
  assert.ok((await marksOf(page, "organisations")).some((words) => words === "Harlingford"));

  await page.reload();
  await marked(page);
  assert.ok((await marksOf(page, "groups")).includes("stubborn people"), "the list is kept");

  await section(page, "People").getByRole("button", { name: /Oona Whitlock/ }).click();
  const card = page.locator("#card");
  await card.getByText("Add “Oona Whitlock” to my names").click();
  await bringing(page, () => card.getByRole("button", { name: "Product" }).click());
  await page.waitForFunction(() =>
    [...document.querySelectorAll("#proof mark[data-layer=others]")].some((mark) => mark.textContent === "Oona Whitlock"));

  await page.getByRole("button", { name: "My names" }).click();
  assert.deepEqual(await violations(page), []);
  const [file] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Export" }).click()]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  assert.equal(text, "Harlingford = ORG\nnobody\nstubborn people\tGROUP\nOona Whitlock = PRODUCT\n");
  await dialog.getByRole("textbox").fill("");
  await page.locator("#names-file").setInputFiles({ name: "desk.txt", mimeType: "text/plain", buffer: Buffer.from("Achebe = PLACE") });
  await page.waitForFunction(() => document.querySelector("#names-text").value === "Achebe = PLACE");
  await bringing(page, () => dialog.getByRole("button", { name: "Done" }).click());
  await settled(page);
  assert.equal((await marksOf(page, "groups")).includes("stubborn people"), false);
});

test("a name is one’s own in every tab, and in the text that an undo brings back", async (t) => {
  const { page, context, site } = await visit(t);
  await paste(page, { text: STORY });
  const other = await context.newPage();
  await other.goto(site.address);
  await marked(other);
  await page.keyboard.press("m");
  await page.locator("#names-text").fill("stubborn people = GROUP\n");
  await page.keyboard.press("Escape");
  await other.waitForFunction(() => document.querySelector("#names-text").value === "stubborn people = GROUP\n");
  await other.waitForFunction(() => [...document.querySelectorAll("#proof mark.groups")].some((mark) => mark.textContent === "stubborn people"));

  await paste(other, { text: "Mayor Oona Whitlock left." });
  await other.keyboard.press("m");
  await other.locator("#names-text").press("Control+End");
  await other.locator("#names-text").pressSequentially("good night = WORK");
  await other.keyboard.press("Escape");
  // The first tab lies behind the second, where nothing is painted: it is asked by the clock.
  const both = "stubborn people = GROUP\ngood night = WORK";
  await page.waitForFunction((text) => document.querySelector("#names-text").value === text, both, { polling: 100 });
  await bringing(other, () => other.keyboard.press("u"));
  await other.waitForFunction(() => [...document.querySelectorAll("#proof mark.others")].some((mark) => mark.textContent === "good night"));
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe has no objection to the new parts, ${colorScheme}`, async (t) => {
    const { page } = await visit(t, { colorScheme });
    await page.keyboard.press("m");
    await page.locator("#names-text").fill("nobody\nOona Whitlock = PERSON");
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await paste(page, { text: DATED });
    await page.keyboard.press("b");
    await page.getByRole("dialog", { name: "What is this paragraph?" }).waitFor();
    assert.deepEqual(await violations(page), []);
  });
}
