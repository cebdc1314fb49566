import assert from "node:assert/strict";
import { test } from "node:test";
import { bringing, drop, marked, marksOf, notices, paste, pasteOnly, proof, revision, visit, words } from "../page.mjs";
import { STORY } from "../articles.mjs";

for (const { what, files, says } of [
  { what: "an empty file", files: [{ name: "a.txt", type: "text/plain", text: "" }], says: /no text/ },
  { what: "white space only", files: [{ name: "a.txt", type: "text/plain", text: " \n\t\n " }], says: /no text/ },
  { what: "a binary file", files: [{ name: "a.png", type: "image/png", bytes: [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 255, 216, 0, 1] }], says: /text/i },
]) {
  test(`${what} is refused in a sentence, and the text stays`, async (t) => {
    const { page } = await visit(t);
    await paste(page, { text: STORY });
    const before = await revision(page);
    await drop(page, files);
    await notices(page).getByText(says).first().waitFor();
    assert.equal(await revision(page), before);
    assert.deepEqual(await words(page), STORY.split("\n\n"));
  });
}

test("more than 10 MB is refused in a sentence, pasted or dropped", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  const before = await revision(page);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "word ".repeat(2_200_000));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await notices(page).getByText(/10 MB/).first().waitFor();
  assert.equal(await revision(page), before);
});

for (const [what, text] of [
  ["German", "Der Stadtrat teilte am Montag mit, dass er dem Plan zugestimmt habe. Die Bürgermeisterin zeigte sich zufrieden und kündigte weitere Schritte für das kommende Jahr an, hieß es am Abend in der Hansestadt."],
  ["Japanese", "市議会は月曜日、計画に同意したと発表した。".repeat(12)],
]) {
  test(`${what} is shown, and its reader told that Galley reads English`, async (t) => {
    const { page } = await visit(t);
    await paste(page, { text });
    assert.deepEqual(await words(page), [text]);
    await notices(page).getByText(/English/).waitFor();
  });
}

test("right-to-left text runs right to left, and English beside it left to right", async (t) => {
  const { page } = await visit(t);
  const hebrew = "ראש העיר אמר ביום שני כי הגשר ייפתח מחדש.";
  await paste(page, { text: `${hebrew}\n\nMayor Tamar Levi (תמר לוי) said on Monday the bridge would reopen.` });
  const directions = await proof(page).locator("h1, h2, p").evaluateAll((blocks) => blocks.map((block) => getComputedStyle(block).direction));
  assert.deepEqual(directions, ["rtl", "ltr"]);
  assert.ok((await marksOf(page, "people")).includes("Tamar Levi"));
});

test("emoji and rare letters move no mark", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: "Storm 🌪️👩‍👩‍👧‍👦 latest\n\n🚨🚨 “𝒲e are safe 🙏🏽,” said Nadia Ferreira 👩🏽‍⚕️ in Porto on Friday. 🇵🇹" });
  assert.ok((await marksOf(page, "people")).includes("Nadia Ferreira"), await marksOf(page, "people"));
  assert.ok((await marksOf(page, "quotations")).some((quote) => quote.includes("“𝒲e are safe 🙏🏽,”")));
});

test("control characters are left out, and their number is said", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: "The mayor,\u0000 Nadia\u0007 Ferreira, said on Friday that she\u001b[31m would stay in office." });
  const [shown] = await words(page);
  assert.doesNotMatch(shown, /[\u0000-\u0008\u000b-\u001f]/);
  await notices(page).getByText(/[Cc]ontrol characters/).waitFor();
});

test("one endless line, and nothing but quotation marks, end in time", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: "word ".repeat(60_000) }, { timeout: 40_000 });
  await paste(page, { text: "“".repeat(20_000) + "'\"".repeat(10_000) }, { timeout: 40_000 });
  await paste(page, { text: STORY });
  assert.ok((await marksOf(page, "people")).includes("Oona Whitlock"));
});

test("tags in plain text stay text", async (t) => {
  const { page } = await visit(t);
  const text = "He wrote <script>window.hostile = 1</script> & <img src=x onerror='window.hostile = 2'> on the wall, said Nadia Ferreira.";
  await paste(page, { text });
  assert.deepEqual(await words(page), [text]);
  assert.equal(await page.evaluate(() => window.hostile), undefined);
});

test("text pasted before the engine is ready is marked when it is", async (t) => {
  const { page } = await visit(t, { wait: false });
  await page.waitForFunction(() => document.querySelector("#proof"));
  await bringing(page, () => pasteOnly(page, { text: STORY }));
  await marked(page);
  assert.ok((await marksOf(page, "people")).includes("Oona Whitlock"));
});
