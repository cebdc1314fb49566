// A person with Galley open in Chromium. Every visit, whatever it is about, ends with the same
// questions: did the page report an error, and did anything go anywhere it should not?

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const FLAGS = "--no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking --disable-component-update --disable-sync --no-first-run";

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS.split(" "),
});
after(() => browser.close());

// Opens Galley; `options` are the browser context's. Resolves to the page, the site behind it, and
// `reload` for a second visit.
export async function visit(t, { wait = true, before = () => {}, ...options } = {}) {
  const site = await serve();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const seen = watch(context);
  await context.addInitScript(rememberWorkers);
  const page = await context.newPage();
  t.after(async () => {
    await context.close();
    await site.close().catch(() => {});
    assert.deepEqual(seen.errors, [], "the page reported errors");
    for (const request of seen.requests.filter((request) => !request.stopped)) assertOwn(request, site);
    for (const request of site.requests) assert.equal(request.method, "GET");
  });
  await before({ page, context, site });
  await page.goto(site.address);
  if (wait) await marked(page);
  return { page, context, site, seen };
}

// So that a journey can kill a worker as the browser does when memory runs out.
function rememberWorkers() {
  const workers = (globalThis.workersOfThePage = []);
  globalThis.Worker = class extends Worker {
    constructor(...how) {
      super(...how);
      workers.push(this);
    }
  };
}

function watch(context) {
  const seen = { requests: [], errors: [], offline: false };
  context.on("request", (request) => {
    seen.requests.push({ method: request.method(), url: request.url(), body: request.postData(), headers: request.headers() });
  });
  // What the policy stopped never left the browser.
  context.on("requestfailed", (request) => {
    if (!/csp|BLOCKED_BY_CSP/i.test(request.failure()?.errorText ?? "")) return;
    const stopped = seen.requests.find(({ url, stopped }) => url === request.url() && !stopped);
    if (stopped) stopped.stopped = true;
  });
  context.on("weberror", (error) => seen.errors.push(String(error.error())));
  context.on("console", (message) => {
    const unreachable = seen.offline && message.text().includes("Failed to load resource");
    // A page of our own names its icon; a file that is looked at by itself has none.
    const icon = message.location().url.endsWith("/favicon.ico");
    if (message.type() === "error" && !unreachable && !icon) seen.errors.push(message.text());
  });
  return seen;
}

// A request is the site's own when it asks for one of its files, and says nothing else.
export function assertOwn({ method, url, body }, site) {
  if (url.startsWith(`blob:${new URL(site.address).origin}/`) || url.startsWith("data:image/")) return;
  assert.ok(url.startsWith(site.address), `a request to ${url}`);
  const name = url.slice(site.address.length);
  assert.ok(name === "" || site.files.has(name), `a request for ${name}, which is no file of the site`);
  assert.equal(method, "GET", url);
  assert.equal(body, null, url);
}

// The proof shows marks for the text it shows.
export async function marked(page, { after: revision = null, timeout = 15_000 } = {}) {
  const ready = (revision) => {
    const proof = document.querySelector("#proof");
    return proof?.dataset.state === "marked" && proof.dataset.revision !== revision;
  };
  await page.waitForFunction(ready, revision, { timeout });
}

export const proof = (page) => page.getByRole("article", { name: "Proof" });

export const ledger = (page) => page.getByRole("complementary", { name: "Ledger" });

// A section of the ledger: "People", "Who says what", …
export const section = (page, title) => ledger(page).getByRole("region", { name: new RegExp(`^${title}`) });

// Messages that are shown; what is only said to those who listen stands beside them.
export const notices = (page) => page.locator("#notices .notice");

export const revision = (page) => proof(page).getAttribute("data-revision");

// Does something that brings another text, and waits for its marks.
export async function bringing(page, act, options) {
  const before = await revision(page);
  await act();
  await marked(page, { after: before, ...options });
}

// What a paste gives a page: the event, with the clipboard's words and HTML.
export async function paste(page, { text = "", html }, options) {
  await bringing(page, () => pasteOnly(page, { text, html }), options);
}

export async function pasteOnly(page, { text = "", html }) {
  await page.evaluate(({ text, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (html !== undefined) clipboardData.setData("text/html", html);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, { text, html });
}

// Presses a key that goes to another mark, and waits for the focus to be there.
export async function pressOn(page, key) {
  const before = await focusedMark(page);
  await page.keyboard.press(key);
  await page.waitForFunction((before) => {
    const { mark } = document.activeElement?.dataset ?? {};
    return mark !== undefined && mark !== before;
  }, before);
}

export const focusedMark = (page) => page.evaluate(() => document.activeElement?.dataset.mark);

// Does something that Galley keeps for the next visit, and waits until the browser has it: "article" or "corrections".
export async function keeping(page, slot, act) {
  const before = await page.evaluate(readSlot, slot);
  const result = await act();
  const patience = Date.now() + 20_000;
  while ((await page.evaluate(readSlot, slot)) === before) {
    assert.ok(Date.now() < patience, `nothing new was kept as ${slot}`);
    await page.waitForTimeout(20);
  }
  return result;
}

// A part of all documents, in short.
async function readSlot(slot) {
  const done = (request) => new Promise((good, bad) => Object.assign(request, { onsuccess: () => good(request.result), onerror: bad }));
  if (!(await indexedDB.databases()).some(({ name }) => name === "galley")) return "";
  const database = await done(indexedDB.open("galley"));
  const digests = [];
  if (database.objectStoreNames.contains("slots")) {
    const slots = database.transaction("slots").objectStore("slots");
    const [keys, values] = await Promise.all([done(slots.getAllKeys()), done(slots.getAll())]);
    for (const [at, [id, name]] of keys.entries()) {
      if (name !== slot) continue;
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", values[at]));
      digests.push(`${id}: ${digest.join(" ")}`);
    }
  }
  database.close();
  return digests.join();
}

// Selects words of the proof as a mouse or a finger would.
export async function select(page, words) {
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector("#proof"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
    }
    throw new Error("the words are not there");
  }, words);
}

// Drops files, on the proof as a rule: `[{ name, type, text }]`.
export async function drop(page, files, place = "#proof") {
  await page.evaluate(([files, place]) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, text, bytes } of files) {
      const content = bytes ? new Uint8Array(bytes) : text;
      dataTransfer.items.add(new File([content], name, { type }));
    }
    const at = document.querySelector(place);
    for (const name of ["dragenter", "dragover", "drop"]) {
      at.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, [files, place]);
}

// The words of the proof as a reader would copy them, paragraph by paragraph.
export const words = (page) =>
  proof(page).evaluate((proof) =>
    [...proof.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li, blockquote, pre")].map((block) => block.textContent),
  );

// The quiet lines that stand for lines of the page, and what opens them all.
export const quiet = (page) => proof(page).getByRole("button", { name: /of the page/ });

export async function openFolds(page) {
  const closed = proof(page).locator("[data-fold][aria-expanded=false]");
  while (await closed.count()) await closed.first().click();
}

// The marks of a layer, as their words.
export const marksOf = (page, layer) => proof(page).locator(`mark[data-layer="${layer}"]`).allTextContents();

// Where to point at a mark: the middle of its first line.
export async function middleOf(mark) {
  // To the middle of the window: at its edges bars and messages may lie over it.
  await mark.evaluate((mark) => mark.scrollIntoView({ block: "center" }));
  return mark.evaluate((mark) => {
    const { x, y, width, height } = mark.getClientRects()[0];
    return [x + width / 2, y + height / 2];
  });
}

export async function killWorkers(page) {
  await page.evaluate(() => globalThis.workersOfThePage.forEach((worker) => worker.terminate()));
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What axe objects to, each with the first elements concerned.
export async function violations(page) {
  await page.evaluate(axeSource);
  // A card that is still fading in has no contrast of its own yet.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(" | ")}`);
}
