// The ends of a mark are dragged by their handles, with a mouse and with a finger.

import assert from "node:assert/strict";
import { test } from "node:test";
import { keeping, marked, middleOf, notices, paste, proof, violations, visit } from "../page.mjs";

const TEXT = "Quarrymen Hall reopens\n\nTESSALY, March 3 (Coast Wire) — Mayor Ines Varga opened Quarrymen Hall on Monday morning.\n\n\
“It is ours again,” said Varga.\n";

const handles = (page) => page.locator(".edge:visible");

const person = (page, name) => proof(page).locator("mark[data-layer=people]", { hasText: name }).first();

// The middle of words of the proof.
const middleOfWords = (page, words) => page.evaluate((words) => {
  const walker = document.createTreeWalker(document.querySelector("#proof"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const { x, y, width, height } = range.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }
}, words);

// Where a handle is taken, and how far that is from the end of the mark which it moves.
async function grip(page, begins) {
  const handle = page.locator(begins ? ".edge.begins" : ".edge:not(.begins)");
  await handle.waitFor();
  const { x, y, width, height } = await handle.boundingBox();
  return { x: x + width / 2, y: y + height / 2, width, height };
}

// The way from a handle to words: as far as from the end of its mark to them.
async function way(page, mark, begins, words) {
  const { x, y, ...size } = await grip(page, begins);
  const end = await mark.evaluate((mark, begins) => {
    const rects = mark.getClientRects();
    const { left, right, top, bottom } = rects[begins ? 0 : rects.length - 1];
    return [begins ? left : right, (top + bottom) / 2];
  }, begins);
  const to = await middleOfWords(page, words);
  return { from: [x, y], to: [x + to[0] - end[0], y + to[1] - end[1]], size };
}

const ends = (page, words) => page.waitForFunction((words) =>
  [...document.querySelectorAll("#proof mark[data-layer=people]")].some((mark) => mark.textContent === words), words);

test("a mark is made longer and shorter with the mouse, in one step that is undone", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: TEXT });
  assert.equal(await handles(page).count(), 0);
  const mark = person(page, "Ines Varga");
  await page.mouse.click(...(await middleOf(mark)));
  await page.locator("#card").waitFor();
  assert.equal(await handles(page).count(), 2);

  const longer = await way(page, mark, true, "Mayor");
  await page.mouse.move(...longer.from);
  await page.mouse.down();
  await page.mouse.move(...longer.to, { steps: 5 });
  await keeping(page, "corrections", () => page.mouse.up());
  await ends(page, "Mayor Ines Varga");
  await notices(page).getByText("“Ines Varga” is “Mayor Ines Varga” now.").waitFor();
  await page.locator("#card").waitFor();

  const shorter = await way(page, person(page, "Mayor Ines Varga"), false, "Ines");
  await page.mouse.move(...shorter.from);
  await page.mouse.down();
  await page.mouse.move(...shorter.to, { steps: 5 });
  await page.mouse.up();
  await ends(page, "Mayor Ines");
  assert.equal(await page.evaluate(() => getSelection().toString()), "");

  // It is let go where no word of its own is left.
  const lost = await way(page, person(page, "Mayor Ines"), false, "ours");
  await page.mouse.move(...lost.from);
  await page.mouse.down();
  await page.mouse.move(...lost.to, { steps: 5 });
  await page.mouse.up();
  await notices(page).getByText("A mark stays in its paragraph").waitFor();
  await ends(page, "Mayor Ines");

  await page.keyboard.press("u");
  await ends(page, "Mayor Ines Varga");
  await page.keyboard.press("u");
  await ends(page, "Ines Varga");
  await page.reload();
  await marked(page);
  await ends(page, "Ines Varga");
});

test("on a phone a finger drags them, and each is as large as a thumb", async (t) => {
  const { page, context } = await visit(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await paste(page, { text: TEXT });
  const mark = person(page, "Ines Varga");
  await page.touchscreen.tap(...(await middleOf(mark)));
  await page.locator("#card").waitFor();
  assert.equal(await handles(page).count(), 2);
  assert.deepEqual(await violations(page), []);
  // The page has come to rest by now.
  const { from, to, size } = await way(page, mark, true, "Mayor");
  assert.ok(size.width >= 44 && size.height >= 44, `${size.width} × ${size.height}`);
  assert.ok(from[0] >= 21.5, `the handle is not whole: its middle is at ${from[0]}`);

  const touch = await context.newCDPSession(page);
  const send = (type, points) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  const scrolled = await page.evaluate(() => scrollY);
  await send("touchStart", [from]);
  for (const part of [0.3, 0.7, 1]) await send("touchMove", [from.map((at, n) => at + (to[n] - at) * part)]);
  // A finger that rests before it is lifted throws nothing.
  await page.waitForTimeout(200);
  await send("touchMove", [to]);
  await send("touchEnd", []);
  await ends(page, "Mayor Ines Varga");
  assert.equal(await page.evaluate(() => scrollY), scrolled);
  assert.equal(await handles(page).count(), 2);
  await page.getByRole("button", { name: "Close the card" }).tap();
  await page.waitForFunction(() => document.querySelectorAll(".edge:not([hidden])").length === 0);
});
