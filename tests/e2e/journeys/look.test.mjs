import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, middleOf, paste, pasteOnly, proof, section, revision, violations, visit } from "../page.mjs";
import { STORY, long } from "../articles.mjs";

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing to object to, ${colorScheme}`, async (t) => {
    const { page } = await visit(t, { colorScheme });
    assert.deepEqual(await violations(page), []);
    await paste(page, { text: STORY });
    assert.deepEqual(await violations(page), []);
    await section(page, "People").getByRole("button", { name: /Oona Whitlock/ }).click();
    await page.locator("#card").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keys and help" }).click();
    assert.deepEqual(await violations(page), []);
  });
}

for (const [what, viewport] of [
  ["a phone", { width: 360, height: 740 }],
  ["200 % zoom", { width: 640, height: 450 }],
]) {
  test(`nothing runs off the side at ${what}`, async (t) => {
    const { page } = await visit(t, { viewport, hasTouch: true, reducedMotion: "reduce" });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await overflow(), 0);
    await paste(page, { text: `${STORY}\n\n${"unbreakable".repeat(30)}` });
    assert.equal(await overflow(), 0);
    await page.touchscreen.tap(...(await middleOf(proof(page).locator("mark[data-layer=people]", { hasText: "Oona Whitlock" }))));
    await page.locator("#card").waitFor();
    const card = await page.locator("#card").boundingBox();
    assert.ok(card.x >= 0 && card.x + card.width <= viewport.width, JSON.stringify(card));
    assert.equal(await overflow(), 0);
  });
}

test("marks do not move a line", async (t) => {
  const { page } = await visit(t);
  const places = () => proof(page).evaluate((proof) => {
    const range = document.createRange();
    return [...proof.querySelectorAll("h1, h2, h3, p")].map((block) => {
      range.selectNodeContents(block);
      const { top, height, left, width } = block.getBoundingClientRect();
      return [block.textContent.slice(0, 20), top, height, left, width].join(" ");
    });
  });
  await page.evaluate(() => {
    globalThis.firstPlaces = null;
  });
  await paste(page, { text: STORY });
  const withMarks = await places();
  await page.keyboard.press("x");
  await page.waitForFunction(() => !document.querySelector("#proof mark"));
  assert.deepEqual(await places(), withMarks);
});

test("the first paint and the sample's marks do not wait for the engine", async (t) => {
  const hold = ({ context }) => context.route(/worker/, () => {});
  const { page } = await visit(t, { before: hold });
  assert.ok((await proof(page).locator("mark").count()) > 10);
  await pasteOnly(page, { text: STORY });
  await page.waitForFunction(() => document.querySelector("#proof").textContent.includes("Harlingford"));
  await page.getByRole("progressbar", { name: "Reading your text" }).waitFor();
});

test("a 1 MB article is shown at once, marked, scrolled and jumped through", async (t) => {
  const { page } = await visit(t);
  const text = long(1_000_000);
  const before = await revision(page);
  const shown = await page.evaluate(async (text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    await new Promise(requestAnimationFrame);
    return document.querySelector("#proof").textContent.slice(0, 40);
  }, text);
  assert.ok(text.startsWith(shown) && shown.length === 40, `the next frame shows ${shown}`);
  await marked(page, { after: before, timeout: 60_000 });
  // Only what is near the window is drawn with its marks: a scroll costs the same however long the text is.
  const chunks = () => page.locator("#proof .chunk").count();
  const drawn = () => page.locator("#proof .chunk:has(mark)").count();
  assert.ok((await drawn()) < (await chunks()) / 4, `${await drawn()} of ${await chunks()} parts are drawn`);
  await page.evaluate(() => window.scrollBy(0, 40_000));
  await page.waitForFunction(() => {
    const words = document.elementFromPoint(window.innerWidth / 3, window.innerHeight / 2);
    return words?.closest("#proof .chunk")?.querySelector("mark");
  });
  assert.ok((await drawn()) < (await chunks()) / 2, `${await drawn()} of ${await chunks()} parts are drawn`);
  await section(page, "People").getByRole("button", { name: /Amara Okonjo/ }).click();
  await page.waitForFunction(() => document.querySelector("#proof mark.chosen")?.textContent.includes("Okonjo"));
  await page.keyboard.press("]");
  await page.waitForFunction(() => {
    const mark = document.querySelector("#proof mark.chosen");
    const box = mark?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= window.innerHeight;
  });
});

test("print shows the marks and a legend, and no controls", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.ok((await proof(page).locator("mark").count()) > 5);
  for (const name of ["People", "Quotations", "Times"]) {
    assert.ok(await page.getByText(name, { exact: true }).filter({ visible: true }).first().isVisible(), name);
  }
  assert.equal(await page.getByRole("button", { name: "Open a file" }).isVisible(), false);
  assert.ok((await page.pdf()).length > 10_000);
});
