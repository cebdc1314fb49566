// The page can be read: in colours of one's own, at any width, zoomed in, with words set apart, on a phone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bringing, ledger, middleOf, notices, paste, pressOn, proof, section, violations, visit } from "../page.mjs";
import { DATED_STORY, STORY } from "../articles.mjs";

const contrastOf = (page, selector) => page.evaluate((selector) => {
  const channel = (value) => ((value /= 255), value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.5) return colour;
    }
    // The system's own ground.
    const probe = Object.assign(document.createElement("div"), { style: "background: Canvas" });
    document.body.append(probe);
    const colour = numbers(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return colour;
  };
  return [...document.querySelectorAll(selector)].map((element) => {
    const [a, b] = [luminance(numbers(getComputedStyle(element).color)), luminance(ground(element))];
    return { words: element.textContent.slice(0, 30), of: element.className, ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
  });
}, selector);

async function assertLegible(page, selector) {
  const found = await contrastOf(page, selector);
  assert.ok(found.length > 0, selector);
  assert.deepEqual(found.filter(({ ratio }) => ratio < 4.5), [], selector);
}

// What a mark looks like without its colours.
const looks = (page, selector) => page.evaluate((selector) => {
  const mark = document.querySelector(selector);
  const own = getComputedStyle(mark);
  const letter = getComputedStyle(mark, "::before").content;
  return [own.textDecorationLine, own.textDecorationStyle, own.textDecorationThickness, own.borderBottomStyle, own.outlineStyle, letter].join(" ");
}, selector);

for (const colorScheme of ["light", "dark"]) {
  test(`in colours of one's own, ${colorScheme}, every mark is legible and told apart`, async (t) => {
    const { page } = await visit(t, { forcedColors: "active", colorScheme });
    await paste(page, { text: DATED_STORY });
    await page.locator('input[data-layer="attitudes"]').check({ force: true });
    await assertLegible(page, "#proof mark");
    await assertLegible(page, "#proof :is(p, h2, h3)");
    const kinds = await page.evaluate(() => [...new Set([...document.querySelectorAll("#proof mark")].map((mark) => mark.className.split(" ")[0]))]);
    assert.ok(["people", "organisations", "places", "quotations", "times", "dateline", "cue"].every((kind) => kinds.includes(kind)), kinds.join());
    const seen = await Promise.all(kinds.map((kind) => looks(page, `#proof mark.${kind}`)));
    assert.equal(new Set(seen).size, kinds.length, seen.join("\n"));
    assert.deepEqual(await violations(page), []);

    await pressOn(page, "q");
    await page.locator("#card").waitFor();
    await assertLegible(page, "#proof mark");
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector("#proof mark.chosen")).outlineStyle), "none");
    assert.deepEqual(await violations(page), []);
    const pressed = (pressed) => page.evaluate((pressed) => {
      const { backgroundColor, borderStyle } = getComputedStyle(document.querySelector(`.order [aria-pressed="${pressed}"]`));
      return backgroundColor + borderStyle;
    }, pressed);
    assert.notEqual(await pressed("true"), await pressed("false"));
    const ground = (selector) => page.evaluate((selector) => getComputedStyle(document.querySelector(selector)).backgroundColor, selector);
    assert.notEqual(await ground(".share span"), await ground(".share"));
    await page.keyboard.press("Escape");
    assert.match(await page.evaluate(() => getComputedStyle(document.querySelector(".notice:not(.unseen)")).borderStyle), /solid|double/);
  });
}

test("no width makes the page scroll sideways", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: `${STORY}\n\n${"unbreakable".repeat(30)}` });
  const spaced = `*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}`;
  for (const spacing of [false, true]) {
    if (spacing) await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, spaced);
    const over = [];
    for (let width = 320; width <= 2560; width += 40) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => {
        const outside = [...document.querySelectorAll("body *")].filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width > 1 && (right > document.documentElement.clientWidth + 1 || left < -1) && !element.matches(".skip");
        });
        return [document.documentElement.scrollWidth - document.documentElement.clientWidth, outside.slice(0, 2).map((element) => element.outerHTML.slice(0, 80))];
      });
      if (wide[0] > 0 || wide[1].length) over.push([width, ...wide]);
    }
    assert.deepEqual(over, [], spacing ? "words set apart" : "");
  }
});

test("an open card follows its mark when the window is turned", async (t) => {
  const { page } = await visit(t, { reducedMotion: "reduce" });
  await paste(page, { text: STORY });
  await pressOn(page, "q");
  await page.locator("#card").waitFor();
  for (const [width, height] of [[700, 900], [1000, 600], [1280, 700], [844, 390], [390, 844]]) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 60)), 0))));
    const card = await page.locator("#card").boundingBox();
    assert.ok(card.x >= 0 && card.x + card.width <= width && card.y >= 0 && card.y + card.height <= height + 1, `${width}: ${JSON.stringify(card)}`);
    const mark = await page.evaluate(() => {
      const { top, bottom } = document.querySelector("#proof mark.chosen").getClientRects()[0];
      return { top, bottom };
    });
    assert.ok(mark.bottom <= card.y + 1 || mark.top >= card.y + card.height - 1, `${width}: ${JSON.stringify([mark, card])}`);
    assert.ok(mark.top >= 0 && mark.bottom <= height, `${width}: the mark is in the window`);
  }
});

test("at 400 % zoom a mark with the focus is not under its card, nor under a bar", async (t) => {
  const { page } = await visit(t, { viewport: { width: 320, height: 256 }, reducedMotion: "reduce" });
  await paste(page, { text: STORY });
  for (const key of ["p", "p", "q", "t", "o", "q"]) {
    await pressOn(page, key);
    await page.locator("#card").waitFor();
    await page.waitForFunction(() => {
      const { left, top, width, height } = document.activeElement.getClientRects()[0];
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      return found && (document.activeElement.contains(found) || found.closest("#proof"));
    }, null, { timeout: 3000 });
  }
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

test("the ledger stays clear of the bars", async (t) => {
  for (const width of [1000, 1100, 1280, 1366]) {
    const { page } = await visit(t, { viewport: { width, height: 800 } });
    await page.evaluate(() => window.scrollBy(0, 900));
    await page.waitForFunction(() => {
      const top = document.querySelector("#filter").getBoundingClientRect();
      const found = document.elementFromPoint(top.left + 20, top.top + 2);
      return found?.id === "filter";
    }, null, { timeout: 3000 });
    const [ledger, status] = await page.evaluate(() => ["#ledger", "#status"].map((name) => document.querySelector(name).getBoundingClientRect().toJSON()));
    assert.ok(ledger.bottom <= status.top + 1, `${width}: ${ledger.bottom} ${status.top}`);
  }
});

test("letters are large enough and do not lie over one another", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: DATED_STORY });
  const letters = await page.evaluate(() => [...document.querySelectorAll("#proof mark:not(.rest, .cue)")].map((mark) => {
    const own = getComputedStyle(mark, "::before");
    const { left, top } = mark.getClientRects()[0];
    return { text: mark.textContent.slice(0, 20), size: parseFloat(own.fontSize), left: left + parseFloat(own.left), top: top + parseFloat(own.top), width: parseFloat(own.width), height: parseFloat(own.height) };
  }));
  assert.ok(letters.length > 20);
  assert.deepEqual(letters.filter(({ size }) => size < 11), []);
  const over = letters.flatMap((a, at) => letters.slice(at + 1).filter((b) =>
    a.left < b.left + b.width - 1 && b.left < a.left + a.width - 1 && a.top < b.top + b.height - 1 && b.top < a.top + a.height - 1,
  ).map((b) => [a.text, b.text]));
  assert.deepEqual(over, []);
});

test("the thread from a source to its cue stays in the column", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: DATED_STORY });
  for (let at = 0; at < 8; at += 1) {
    await pressOn(page, "q");
    const outside = await page.evaluate(() => [...document.querySelectorAll("#proof .link")].filter((link) => {
      const { left } = link.parentElement.getBoundingClientRect();
      return link.getBoundingClientRect().left < left - 8;
    }).length);
    assert.equal(outside, 0);
  }
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" };

test("a phone shows the article at once, and the rest behind one button", async (t) => {
  const { page } = await visit(t, PHONE);
  const firstWord = () => page.evaluate(() => {
    const range = document.createRange();
    const words = document.createTreeWalker(document.querySelector("#proof"), NodeFilter.SHOW_TEXT).nextNode();
    range.setStart(words, 0);
    range.setEnd(words, 3);
    return range.getBoundingClientRect().top + window.scrollY;
  });
  assert.ok((await firstWord()) < 120, `${await firstWord()}`);
  await paste(page, { text: STORY });
  assert.ok((await firstWord()) < 120, `${await firstWord()}`);
  assert.equal(await page.getByRole("button", { name: "My names" }).isVisible(), false);
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("button", { name: "My names" }).waitFor();
  await page.locator('input[data-layer="people"]').tap();
  await page.waitForFunction(() => !document.querySelector("#proof mark.people"));
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("button", { name: "My names" }).waitFor({ state: "hidden" });
});

test("on a phone the ledger is a button away, and so is the way back", async (t) => {
  const { page } = await visit(t, PHONE);
  await page.evaluate(() => window.scrollTo(0, 700));
  // A finger does not scroll to what stays in sight.
  const tap = async (name) => {
    const { x, y, width, height } = await page.getByRole("button", { name, exact: true }).boundingBox();
    await page.touchscreen.tap(x + width / 2, y + height / 2);
  };
  await tap("Ledger");
  await page.waitForFunction(() => document.querySelector("#ledger").getBoundingClientRect().top < 120);
  await page.getByRole("button", { name: "Text", exact: true }).waitFor();
  await tap("Text");
  await page.waitForFunction(() => Math.abs(window.scrollY - 700) < 2);
  await page.getByRole("button", { name: "Ledger", exact: true }).waitFor();
});

test("what fingers touch is 44 pixels, fields are large, words are those of a phone", async (t) => {
  const { page } = await visit(t, PHONE);
  await paste(page, { text: STORY });
  const small = () => page.evaluate(() => [...document.querySelectorAll("button, select, input:not([type=checkbox], [type=file]), summary, .layer, .furniture, .sheet .switch")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(".handle"))
    .map((element) => [element.outerHTML.slice(0, 60), element.getBoundingClientRect()])
    .filter(([, { width, height }]) => height > 0 && (height < 43.9 || width < 43.9))
    .map(([what, { width, height }]) => `${what} ${width} ${height}`));
  assert.deepEqual(await small(), []);
  await page.getByRole("button", { name: "Menu" }).tap();
  assert.deepEqual(await small(), []);
  const fields = await page.evaluate(() => [...document.querySelectorAll("input, select, textarea")].map((field) => parseFloat(getComputedStyle(field).fontSize)));
  assert.ok(fields.every((size) => size >= 16), fields.join());
  await page.getByRole("button", { name: "Keys and help" }).tap();
  assert.deepEqual(await small(), []);
  const said = await page.getByRole("dialog").innerText();
  assert.doesNotMatch(said, /\bpress\b|Ctrl|⌘/i);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
  await page.touchscreen.tap(...(await middleOf(proof(page).locator("mark[data-layer=quotations]").first())));
  await page.locator("#card").waitFor();
  assert.deepEqual(await small(), []);
  assert.equal(await page.locator("#card kbd").first().isVisible(), false);
});

test("on a phone a message does not lie over the words that were brought up", async (t) => {
  const { page } = await visit(t, PHONE);
  await paste(page, { text: STORY });
  await notices(page).getByText("Your text is here").waitFor();
  const mark = proof(page).locator("mark[data-layer=quotations]").first();
  await page.touchscreen.tap(...(await middleOf(mark)));
  await page.locator("#card").waitFor();
  await page.waitForTimeout(100);
  const covered = await mark.evaluate((mark) => {
    const message = document.querySelector(".notice:not(.unseen)").getBoundingClientRect();
    const { top, bottom } = mark.getClientRects()[0];
    return !(bottom <= message.top || top >= message.bottom);
  });
  assert.equal(covered, false);
});

test("a tap on a mark's letter opens the mark", async (t) => {
  const { page } = await visit(t, PHONE);
  await paste(page, { text: STORY });
  const first = proof(page).locator("p > mark:first-of-type:is(.quotations, .dateline)").first();
  const [x, y] = await first.evaluate((mark) => {
    mark.scrollIntoView({ block: "center" });
    const { left, top } = mark.getClientRects()[0];
    return [left + 5, top - 2];
  });
  await page.touchscreen.tap(x, y);
  await page.locator("#card").waitFor();
  assert.equal(await page.getByRole("dialog", { name: "What is this paragraph?" }).isVisible(), false);
});

test("low and wide, a card's way out is in sight", async (t) => {
  const { page } = await visit(t, { ...PHONE, viewport: { width: 844, height: 390 } });
  await paste(page, { text: STORY });
  await page.touchscreen.tap(...(await middleOf(proof(page).locator("mark[data-layer=quotations]").first())));
  const close = page.getByRole("button", { name: "Close the card" });
  await close.waitFor();
  const { y, height } = await close.boundingBox();
  assert.ok(y + height <= 390, `${y} ${height}`);
  await close.tap();
  await page.locator("#card").waitFor({ state: "detached" });
});

test("the HTML proof shows what the screen shows, and on a phone who speaks", async (t) => {
  const { page, context } = await visit(t);
  await paste(page, { text: STORY });
  await page.locator('input[data-layer="times"]').uncheck({ force: true });
  await page.getByRole("button", { name: "Copy or download" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download HTML proof" }).click()]);
  const html = await readFile(await download.path(), "utf8");
  const shown = await page.evaluate(() => document.querySelectorAll("#proof mark:not(.findings)").length);
  const file = await context.browser().newPage({ ...PHONE, javaScriptEnabled: true, forcedColors: "active", colorScheme: "dark" });
  t.after(() => file.close());
  await file.setContent(html);
  assert.equal(await file.locator("mark:not(.legend mark)").count(), shown);
  assert.match(await file.locator("header").innerText(), /Made on \w+ \d+ \w+ \d{4} at \d\d:\d\d by Galley [\d.]+\. Found by Galley, not yet checked by a person\. Left out: Times\./);
  await assertLegible(file, "article mark");
  const note = await file.locator(".note.speaker").first().evaluate((note) => {
    const { width, height } = note.getBoundingClientRect();
    return { width, height, says: getComputedStyle(note, "::before").content, hidden: note.getAttribute("aria-hidden") };
  });
  assert.ok(note.width > 60 && note.says.length > 5 && note.hidden === null, JSON.stringify(note));
  assert.equal(await file.evaluate(() => document.documentElement.scrollWidth), 390);
  await file.locator("footer a").first().click();
  assert.ok(await file.evaluate(() => document.querySelector("mark:target") !== null));
  assert.deepEqual(await violations(file), []);
});

test("print says that no person has checked it", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await page.emulateMedia({ media: "print" });
  await page.getByText("Found by Galley, not yet checked by a person.").waitFor();
});

test("a subheading that the engine finds is a heading, and does not end a printed page", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: DATED_STORY });
  const found = page.locator("#proof [data-part=subheading]");
  assert.ok((await found.count()) > 0);
  assert.equal(await found.first().evaluate((block) => block.localName), "h3");
  await page.emulateMedia({ media: "print" });
  assert.equal(await found.first().evaluate((block) => getComputedStyle(block).breakAfter), "avoid");
});
