import assert from "node:assert/strict";
import { test } from "node:test";
import { ledger, marked, paste, proof, section, violations, visit } from "../page.mjs";
import { STORY } from "../articles.mjs";

const said = (page) => section(page, "Who says what");
const CLAIMS = `${STORY}

The Northern Ferry Union supports the plan. Two officials said the ferry was “past saving.”`;
const BROKEN = `${STORY}

“We are not done, she said. The boat stays.`;

test("who says what, by speaker with shares that add up, and in text order", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: CLAIMS });
  const voices = said(page).locator(".voice > .line");
  const names = await voices.locator("> .name").allTextContents();
  assert.match(names[0], /officials/i, `unnamed sources come first: ${names}`);
  assert.ok(names.includes("Oona Whitlock"), names.join(", "));
  const figures = await voices.locator(".figures").allTextContents();
  // Who says nothing in quotation marks has no share and no bar.
  const shares = figures.flatMap((figure) => /(\d+) %/.exec(figure)?.slice(1).map(Number) ?? []);
  assert.equal(shares.reduce((sum, share) => sum + share), 100, figures.join(" | "));
  const widths = await voices.locator(".share > span").evaluateAll((bars) => bars.map((bar) => bar.style.width));
  assert.deepEqual(widths, shares.map((share) => `${share}%`));

  await said(page).getByRole("button", { name: "In text order" }).click();
  const lines = await said(page).locator("li .detail").allTextContents();
  const places = lines.map((line) => CLAIMS.indexOf(/[“\w][^…]{5,20}/.exec(line.replace(/^(indirect|partly quoted|question|denial|attitude)+ ?/, ""))[0]));
  assert.deepEqual(places, [...places].sort((a, b) => a - b), lines.join(" | "));
  assert.ok(places.every((place) => place >= 0), lines.join(" | "));
});

test("attitudes are hidden until they are asked for", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: CLAIMS });
  const attitudes = () => proof(page).locator("mark[data-layer=attitudes]").count();
  assert.equal(await attitudes(), 0);
  await page.keyboard.press("v");
  await page.waitForFunction(() => document.activeElement?.dataset.layer === "attitudes");
  assert.ok((await attitudes()) > 0);
  await said(page).getByText("attitude").first().waitFor();
  await page.getByRole("checkbox", { name: /^Attitudes, / }).uncheck();
  await page.waitForFunction(() => !document.querySelector("#proof mark[data-layer=attitudes]"));
});

test("a chosen quotation is drawn with its source, its cue and the words between", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const place = (locator) => locator.first().evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });
  const covers = (outer, inner) => outer.left <= inner.left + 2 && outer.right >= inner.right - 2 && outer.top <= inner.top + 6;
  assert.equal(await proof(page).locator(".link").count(), 0);
  await page.keyboard.press("q");
  await proof(page).locator(".link.source").waitFor({ state: "attached" });
  const mayor = proof(page).locator("mark.people", { hasText: "Oona Whitlock" });
  assert.ok(covers(await place(proof(page).locator(".link.source")), await place(mayor)));
  const cue = await place(proof(page).locator("mark.cue", { hasText: "told" }));
  assert.ok(covers(await place(proof(page).locator(".link.reports")), cue));
  assert.ok((await proof(page).locator(".link.thread").count()) > 0);
  assert.equal((await proof(page).locator("p").allTextContents()).join("\n\n").includes("“Nobody here wants a bridge,” Mayor Oona Whitlock told"), true);
  await page.emulateMedia({ media: "print" });
  assert.equal(await proof(page).locator(".link.source").isVisible(), false);
  await page.emulateMedia({ media: null });
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("#proof .link"));
});

test("what does not fit is listed, marked and one key away", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: BROKEN });
  await section(page, "To check").getByRole("button", { name: /quotation mark without a closing one/ }).waitFor();
  await page.keyboard.press("c");
  await page.waitForFunction(() => document.activeElement?.dataset.layer === "findings");
  const card = page.getByRole("dialog", { name: /^To check/ });
  await card.getByText("“We are not done, she said.").waitFor();
  await page.keyboard.press("Escape");
  await section(page, "To check").getByRole("button").first().click();
  await page.waitForFunction(() => document.querySelector("#proof mark.findings.chosen"));
  await paste(page, { text: STORY });
  await ledger(page).getByText("To check: nothing was found.").waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing to object to at the desk, ${colorScheme}`, async (t) => {
    const { page } = await visit(t, { colorScheme });
    await paste(page, { text: BROKEN });
    await page.keyboard.press("v");
    await page.keyboard.press("c");
    await page.locator("#card").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await page.locator("#card").waitFor({ state: "hidden" });
    await page.keyboard.press("q");
    await page.keyboard.press("s");
    await page.locator("#speakers").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("1");
    await page.getByText("Your decision.").waitFor();
    await said(page).getByRole("button", { name: "In text order" }).click();
    assert.deepEqual(await violations(page), []);
  });
}

test("the desk fits a phone", async (t) => {
  const { page } = await visit(t, { viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: "reduce" });
  await paste(page, { text: BROKEN });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await section(page, "To check").getByRole("button").first().tap();
  await page.locator("#card").waitFor();
  // The words found stand above their card.
  await page.waitForFunction(() => {
    const [mark, card] = ["#proof mark.chosen", "#card"].map((found) => document.querySelector(found)?.getBoundingClientRect());
    return mark && card && mark.top > 0 && mark.bottom <= card.top;
  });
  assert.equal(await overflow(), 0);
  await page.locator("#card").getByRole("button", { name: "Close" }).tap();
  // A quotation that is touched low on the screen comes up above its card, and says what its source is.
  await proof(page).locator("mark.quotations", { hasText: "a good night" }).tap();
  await page.waitForFunction(() => {
    const [mark, card] = ["#proof mark.chosen", "#card"].map((found) => document.querySelector(found)?.getBoundingClientRect());
    return mark && card && mark.top > 0 && mark.bottom <= card.top;
  });
  await page.locator("#card").getByText("named", { exact: true }).waitFor();
});

test("the list of speakers never lies over the quotation", async (t) => {
  const { page } = await visit(t, { viewport: { width: 1280, height: 720 } });
  await paste(page, { text: STORY });
  await page.keyboard.press("q");
  await page.waitForFunction(() => document.activeElement?.matches("#proof mark"));
  await page.keyboard.press("s");
  await page.locator("#speakers:focus").waitFor();
  const [mark, card] = await Promise.all(["#proof mark.chosen", "#card"].map((found) => page.locator(found).first().boundingBox()));
  assert.ok(card.y >= mark.y + mark.height || card.y + card.height <= mark.y, JSON.stringify([mark, card]));
});
