// What can go wrong around the page, by the browser's own means: each has a sentence, and the text is there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bringing, keeping, killWorkers, marked, marksOf, notices, paste, pasteOnly, proof, pressOn, visit, words } from "../page.mjs";
import { STORY, long } from "../articles.mjs";

const PARAGRAPHS = STORY.split("\n\n");
const OTHER = "The mill burns\n\nMiller Greta Solheim said on Monday: “We are dry.”";

const devtools = (page) => page.context().newCDPSession(page);

// A visit whose console may tell of what the test itself does to the page.
async function troubled(t, options) {
  let visited;
  // Before the visit's own last questions.
  t.after(() => { visited?.seen.errors.splice(0); });
  visited = await visit(t, options);
  return visited;
}

// The browser remembers for a while how much room there was: what is to be too little later is said at once.
const ROOM = 400_000;
const NO_WORKER = { serviceWorkers: "block" };

async function setRoom(page, site, bytes) {
  const session = await devtools(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.address).origin, quotaSize: bytes });
}

test("a full disk is said, the text outlasts a reload, and it is kept once there is room", async (t) => {
  const { page, site } = await visit(t, NO_WORKER);
  await setRoom(page, site, ROOM);
  await keeping(page, "article", () => paste(page, { text: OTHER }));
  const text = long(1_000_000);
  await paste(page, { text });
  await notices(page).getByText(/no room/).waitFor();
  await page.reload();
  await marked(page);
  assert.equal((await words(page)).join("\n\n"), text);
  await notices(page).getByText(/no room/).waitFor();
  await setRoom(page, site, undefined);
  await keeping(page, "article", () => page.keyboard.press("x"));
});

test("a text that finds no room anywhere is missed in a sentence", async (t) => {
  const fullTab = () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (value.length > 1000) throw new DOMException("full", "QuotaExceededError");
      setItem.call(this, key, value);
    };
  };
  const { page, site } = await visit(t, { ...NO_WORKER, before: ({ context }) => context.addInitScript(fullTab) });
  await setRoom(page, site, ROOM);
  await keeping(page, "article", () => paste(page, { text: OTHER }));
  await paste(page, { text: long(1_000_000) });
  await notices(page).getByText(/will be gone when you close or reload/).waitFor();
  await page.reload();
  await marked(page);
  assert.deepEqual(await words(page), OTHER.split("\n\n"));
  await notices(page).getByText(/was not kept. This is the one before it/).waitFor();
});

test("two tabs have each their own text after a reload, and their own decisions", async (t) => {
  const { page, context, site } = await visit(t);
  await keeping(page, "article", () => paste(page, { text: STORY }));
  const second = await context.newPage();
  await second.goto(site.address);
  await marked(second);
  assert.deepEqual(await words(second), PARAGRAPHS, "a new tab begins with the last text");
  await keeping(second, "article", () => paste(second, { text: OTHER }));
  await page.bringToFront();
  await page.reload();
  await marked(page);
  assert.deepEqual(await words(page), PARAGRAPHS);
  await second.bringToFront();
  await second.reload();
  await marked(second);
  assert.deepEqual(await words(second), OTHER.split("\n\n"));
});

test("storage cleared under the page gets the article again with the next decision", async (t) => {
  const { page, site } = await visit(t);
  await keeping(page, "article", () => paste(page, { text: STORY }));
  const session = await devtools(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(site.address).origin, storageTypes: "all" });
  await keeping(page, "corrections", async () => {
    await pressOn(page, "q");
    await page.keyboard.press("s");
    await page.keyboard.press("0");
  });
  await page.reload();
  await marked(page);
  assert.deepEqual(await words(page), PARAGRAPHS);
});

test("a sample that stands for a text the browser has cleared says so", async (t) => {
  const { page } = await visit(t);
  await keeping(page, "article", () => paste(page, { text: STORY }));
  await page.goto("about:blank");
  await page.goBack({ waitUntil: "commit" }).catch(() => {});
  await marked(page);
  await page.evaluate(async () => {
    sessionStorage.clear();
    await new Promise((done) => Object.assign(indexedDB.deleteDatabase("galley"), { onsuccess: done, onerror: done }));
    addEventListener("pagehide", (event) => event.stopImmediatePropagation(), { capture: true });
    addEventListener("visibilitychange", (event) => event.stopImmediatePropagation(), { capture: true });
  });
  const fresh = await page.context().newPage();
  await fresh.goto(page.url());
  await marked(fresh);
  await notices(fresh).getByText(/cleared/).waitFor();
});

test("what a newer version kept is shown where it can be, left as it was, and said", async (t) => {
  const { page } = await visit(t);
  await keeping(page, "article", () => paste(page, { text: STORY }));
  await page.evaluate(async () => {
    const done = (request) => new Promise((good) => { request.onsuccess = () => good(request.result); });
    const store = (await done(indexedDB.open("galley"))).transaction("slots", "readwrite").objectStore("slots");
    const key = (await done(store.getAllKeys())).find(([, name]) => name === "article");
    const bytes = await done(store.get(key));
    bytes[0] = 99;
    await done(store.put(bytes, key));
  });
  const fresh = await page.context().newPage();
  await fresh.goto(page.url());
  await marked(fresh);
  await notices(fresh).getByText(/newer version/).waitFor();
  assert.deepEqual(await words(fresh), PARAGRAPHS);
  const form = await fresh.evaluate(async () => {
    const done = (request) => new Promise((good) => { request.onsuccess = () => good(request.result); });
    const store = (await done(indexedDB.open("galley"))).transaction("slots").objectStore("slots");
    const keys = (await done(store.getAllKeys())).filter(([, name]) => name === "article");
    return Promise.all(keys.map(async (key) => (await done(store.get(key)))[0]));
  });
  assert.deepEqual(form, [99]);
});

test("a storage of a newer version is left alone, and said", async (t) => {
  const { page, site, context } = await troubled(t);
  await keeping(page, "article", () => paste(page, { text: STORY }));
  const blank = await context.newPage();
  await blank.goto(new URL("sw.js", site.address).href);
  await blank.evaluate(() => new Promise((good, bad) => {
    Object.assign(indexedDB.open("galley", 7), { onsuccess: ({ target }) => { target.result.close(); good(); }, onerror: bad });
  }));
  const fresh = await context.newPage();
  await fresh.goto(site.address);
  await marked(fresh);
  await notices(fresh).getByText(/newer version/).waitFor();
  await paste(fresh, { text: OTHER });
  await notices(fresh).getByText(/newer version/).waitFor();
});

const stranded = (page) => page.getByRole("region", { name: "Galley cannot run" });

for (const { what, before, says } of [
  { what: "no WebAssembly", before: ({ context }) => context.addInitScript(() => { delete globalThis.WebAssembly; }), says: /does not allow WebAssembly/ },
  {
    what: "a policy against WebAssembly",
    before: ({ site }) => {
      const page = site.files.get("index.html").toString();
      site.files.set("index.html", Buffer.from(page.replace(" 'wasm-unsafe-eval'", "")));
    },
    says: /does not allow WebAssembly/,
  },
  { what: "a page’s wasm that is not there", before: ({ context }) => context.route(/app_bg-.*wasm/, (route) => route.fulfill({ status: 404, body: "" })), says: /did not arrive whole/ },
  { what: "a page’s script that is not there", before: ({ context }) => context.route(/app-.*js/, (route) => route.fulfill({ status: 404, body: "" })), says: /did not arrive whole/ },
  {
    what: "a page’s wasm cut in transit",
    before: ({ site }) => {
      const name = [...site.files.keys()].find((name) => /^app_bg-.*wasm$/.test(name));
      site.files.set(name, site.files.get(name).subarray(0, 100_000));
    },
    says: /Galley cannot run/,
  },
]) {
  test(`${what}: a sentence says so, and the text can be read, pasted and copied`, async (t) => {
    const { page, context, site } = await troubled(t, { ...NO_WORKER, wait: false });
    await marked(page);
    await keeping(page, "article", () => paste(page, { text: STORY }));
    await before({ context, site });
    const second = await context.newPage();
    await second.goto(site.address);
    await stranded(second).getByText(says).waitFor();
    const field = stranded(second).getByRole("textbox");
    await second.waitForFunction((text) => document.querySelector("textarea").value === text, `${STORY}`.trim()).catch(async () => {
      assert.equal((await field.inputValue()).trim(), STORY);
    });
    await stranded(second).getByRole("button", { name: "Copy the text" }).click();
    assert.equal((await second.evaluate(() => navigator.clipboard.readText())).trim(), STORY);
  });
}

test("what is pasted before the page can take it is taken, or is in the field where the page cannot run", async (t) => {
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  const hold = ({ context }) => context.route(/app_bg-.*wasm/, async (route) => { await held; await route.continue(); });
  const { page } = await visit(t, { before: hold, wait: false });
  await pasteOnly(page, { text: STORY });
  go();
  await page.waitForFunction(() => document.querySelector("#proof")?.textContent.includes("Harlingford"));
  await marked(page);
  assert.ok((await marksOf(page, "people")).includes("Oona Whitlock"));
});

test("a worker that is killed eight times at work is replaced each time, and the text is marked", async (t) => {
  const { page } = await visit(t);
  const text = long(300_000);
  await bringing(page, async () => {
    await pasteOnly(page, { text });
    for (let kill = 0; kill < 8; kill += 1) {
      await page.waitForTimeout(150);
      await killWorkers(page);
    }
  }, { timeout: 20_000 });
  assert.ok((await marksOf(page, "people")).includes("Pieter Vandermolen"));
});

test("a worker killed at work is missed at once, not when its patience ends", async (t) => {
  const { page } = await visit(t);
  await pasteOnly(page, { text: long(2_000_000) });
  await page.waitForTimeout(300);
  const workers = await page.evaluate(() => globalThis.workersOfThePage.length);
  await killWorkers(page);
  await page.waitForFunction((before) => globalThis.workersOfThePage.length > before, workers, { timeout: 5000 });
});

test("a decision outlasts the next paste of the draft, edited by a word or not at all", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await pressOn(page, "q");
  const quote = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("s");
  await page.keyboard.press("0");
  const open = () => proof(page).locator("mark.unattributed", { hasText: quote.slice(1, 12) });
  await open().waitFor();
  for (const text of [STORY, STORY.replace("240,000", "250,000")]) {
    await paste(page, { text });
    await open().waitFor();
    await notices(page).getByText("Kept from the draft before: 1 decision.").waitFor();
  }
  await paste(page, { text: STORY.replace("wants a bridge", "needs a bridge") });
  await notices(page).getByText(/Waiting, because/).waitFor();
});
