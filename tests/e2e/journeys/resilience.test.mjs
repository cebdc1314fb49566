import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bringing, keeping, killWorkers, marked, marksOf, notices, paste, pasteOnly, proof, revision, visit, words } from "../page.mjs";
import { STORY, long } from "../articles.mjs";

test("a worker killed at rest is replaced at the next paste", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: "First, a short text by Oona Whitlock." });
  await killWorkers(page);
  await paste(page, { text: STORY });
  assert.ok((await marksOf(page, "people")).includes("Oona Whitlock"));
});

test("a worker killed at work is replaced and loses nothing, without the network", async (t) => {
  const { page, site } = await visit(t);
  await paste(page, { text: STORY });
  const asked = site.requests.length;
  const text = long(400_000);
  await bringing(page, async () => {
    await pasteOnly(page, { text });
    await killWorkers(page);
  }, { timeout: 40_000 });
  assert.equal((await words(page)).join("\n\n"), text);
  assert.ok((await marksOf(page, "people")).includes("Pieter Vandermolen"));
  assert.equal(site.requests.length, asked);
});

test("the newest text wins", async (t) => {
  const { page } = await visit(t);
  await pasteOnly(page, { text: long(600_000) });
  await pasteOnly(page, { text: "Second text by Ann Lee." });
  await paste(page, { text: STORY }, { timeout: 40_000 });
  assert.deepEqual(await words(page), STORY.split("\n\n"));
  assert.ok((await marksOf(page, "people")).includes("Oona Whitlock"));
});

test("a reload in the middle keeps the text, and marks it", async (t) => {
  const { page } = await visit(t);
  const text = long(2_000_000);
  // The marks are not there yet, or have just come.
  await keeping(page, "article", () => pasteOnly(page, { text }));
  await page.reload();
  await page.waitForFunction(() => document.querySelector("#proof")?.textContent.includes("Vandermolen"));
  await marked(page, { timeout: 40_000 });
  assert.equal((await words(page)).join("\n\n"), text);
});

test("a returning reader lands in the last article, at the same place", async (t) => {
  const { page, site } = await visit(t);
  const text = long(60_000);
  await keeping(page, "article", () => paste(page, { text }));
  // Left at once: the last place counts, not the last at which the reader rested.
  const target = proof(page).locator("p", { hasText: "store number 101," });
  await target.scrollIntoViewIfNeeded();
  await page.goto("about:blank");
  await page.goto(site.address);
  await marked(page);
  assert.equal((await words(page)).join("\n\n"), text);
  await page.waitForFunction((p) => {
    const { top, bottom } = p.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }, await target.elementHandle());
});

async function offlineReady(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test("after the first visit Galley works without the network", async (t) => {
  const { page, site, seen } = await visit(t);
  await offlineReady(page);
  await site.close();
  seen.offline = true;
  await page.reload();
  await marked(page);
  await paste(page, { text: STORY });
  assert.ok((await marksOf(page, "people")).includes("Oona Whitlock"));
  await page.reload();
  await marked(page);
  assert.deepEqual(await words(page), STORY.split("\n\n"));
});

test("a new version announces itself and takes over only when asked, and the text stays", async (t) => {
  const { page, site } = await visit(t);
  await offlineReady(page);
  await paste(page, { text: STORY });
  const page1 = site.files.get("index.html").toString();
  site.files.set("index.html", Buffer.from(page1.replace("<html ", "<html data-newer ")));
  site.files.set("sw.js", Buffer.from(site.files.get("sw.js").toString().replace(/VERSION = "/, 'VERSION = "newer')));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const notice = notices(page).getByText("A new version of Galley is ready");
  await notice.waitFor();
  const isNewer = () => page.evaluate(() => "newer" in document.documentElement.dataset);
  assert.equal(await isNewer(), false);
  await notices(page).getByRole("button", { name: "Use it now" }).click();
  await page.waitForFunction(() => "newer" in document.documentElement.dataset);
  await marked(page);
  assert.deepEqual(await words(page), STORY.split("\n\n"));
});

test("storage that refuses is said, and marking goes on", async (t) => {
  const refuse = () => {
    IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); };
  };
  const { page } = await visit(t, { before: ({ context }) => context.addInitScript(refuse) });
  await paste(page, { text: STORY });
  assert.ok((await marksOf(page, "people")).includes("Oona Whitlock"));
  await notices(page).getByText(/keep/).first().waitFor();
  assert.notEqual(await revision(page), null);
  // And all of the work can be had as a file.
  await page.getByRole("button", { name: "Copy or download" }).click();
  const json = page.locator("#formats").getByRole("button", { name: "Download Galley JSON", exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), json.click()]);
  assert.equal(JSON.parse(await readFile(await file.path(), "utf8")).text, STORY);
});

test("what storage refused is given to it again, and each text that it refuses is told of", async (t) => {
  const refuseAtFirst = () => {
    globalThis.refusing = true;
    // A storage that is open already refuses as well as one that is to be opened.
    for (const [where, what] of [[IDBFactory.prototype, "open"], [IDBDatabase.prototype, "transaction"]]) {
      const allowed = where[what];
      where[what] = function (...how) {
        if (globalThis.refusing) throw new DOMException("full", "QuotaExceededError");
        return allowed.apply(this, how);
      };
    }
  };
  const { page } = await visit(t, { before: ({ context }) => context.addInitScript(refuseAtFirst) });
  const told = notices(page).getByText(/This browser keeps nothing/);
  await paste(page, { text: "The ferry sails." });
  await told.waitFor();
  await notices(page).getByRole("button", { name: "Dismiss" }).click();
  await page.evaluate(() => { globalThis.refusing = false; });
  await keeping(page, "article", () => page.keyboard.press("x"));
  assert.equal(await told.count(), 0);
  await page.evaluate(() => { globalThis.refusing = true; });
  await paste(page, { text: STORY });
  await told.waitFor();
});
