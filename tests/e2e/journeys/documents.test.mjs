// Many documents, in this browser: found again, named, copied, deleted and put back; taken out as one file and brought
// in again; edited in one tab at a time.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bringing, keeping, marked, notices, paste, pasteOnly, pressOn, proof, revision, violations, visit, words } from "../page.mjs";
import { STORY, long } from "../articles.mjs";

const MILL = "The mill burns\n\nMiller Greta Solheim said on Monday: “We are dry.”";
const PORT = "The port of Tema reopens\n\nPilot Kofi Mensah said on Friday: “We are ready.”";
const PARAGRAPHS = (text) => text.split("\n\n");

const dialog = (page) => page.getByRole("dialog", { name: "Documents" });
const rows = (page) => dialog(page).locator("#documents-list li");
const row = (page, title) => rows(page).filter({ hasText: title });
const kept = (page) => page.locator("#status .kept");

async function openDocuments(page) {
  await page.keyboard.press("h");
  await dialog(page).waitFor();
}

// The lines of the list, once there are so many.
async function titles(page, number) {
  await page.waitForFunction((number) => document.querySelectorAll("#documents-list li").length === number, number);
  return rows(page).locator(".name").allTextContents();
}

async function saved(page) {
  await kept(page).getByText("Saved", { exact: true }).waitFor();
}

// Three documents, the newest first: PORT, MILL, the story.
async function three(t, options) {
  const visited = await visit(t, options);
  for (const text of [STORY, MILL, PORT]) await paste(visited.page, { text });
  await saved(visited.page);
  return visited;
}

async function decide(page) {
  await pressOn(page, "q");
  await page.keyboard.press("s");
  await page.locator("#speakers").waitFor();
  await page.keyboard.press("0");
  await page.getByText("Your decision.").waitFor();
}

test("every paste is a document: found, opened, called otherwise and copied, by keyboard alone", async (t) => {
  const { page } = await three(t);
  await openDocuments(page);
  assert.deepEqual((await titles(page, 3)).map((title) => title.slice(0, 13)), ["The port of T", "The mill burn", STORY.slice(0, 13)]);
  await dialog(page).getByText("3 documents", { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "documents-find");

  // By its name, and by words of its text.
  await page.keyboard.type("mill");
  assert.deepEqual(await titles(page, 1), ["The mill burns"]);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("kofi mensah");
  assert.deepEqual(await titles(page, 1), ["The port of Tema reopens"]);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("nowhere at all");
  await dialog(page).getByText("No document has these words.").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await titles(page, 3);

  // Another name, and then none.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#new-name:focus").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Monday’s <b>lead</b>");
  await page.keyboard.press("Enter");
  await row(page, "Monday’s <b>lead</b>").waitFor();
  await page.waitForFunction(() => document.activeElement?.dataset.act === "rename");
  await page.keyboard.press("Enter");
  await page.locator("#new-name:focus").waitFor();
  await page.keyboard.type("x");
  await page.keyboard.press("Escape");
  await row(page, "Monday’s <b>lead</b>").waitFor();
  assert.ok(await dialog(page).isVisible(), "the dialog stays");

  await page.waitForFunction(() => document.activeElement?.dataset.act === "rename");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await row(page, "lead</b> (copy)").waitFor();
  await titles(page, 4);

  await dialog(page).getByRole("searchbox").focus();
  await page.keyboard.type("lead");
  await titles(page, 2);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await bringing(page, () => page.keyboard.press("Enter"));
  assert.deepEqual(await words(page), PARAGRAPHS(MILL));
  await dialog(page).waitFor({ state: "hidden" });
  // The name stays when the document is changed.
  await decide(page);
  await saved(page);
  await openDocuments(page);
  await titles(page, 4);
  assert.equal(await row(page, "Monday’s <b>lead</b>").filter({ hasText: "1 decision" }).count(), 1);
  assert.deepEqual(await violations(page), []);
});

test("what is deleted can be put back, and the document shown by an undo", async (t) => {
  const { page } = await three(t);
  await openDocuments(page);
  await titles(page, 3);
  await row(page, "The mill burns").getByRole("button", { name: "Delete" }).click();
  await dialog(page).getByText("“The mill burns” is deleted.").waitFor();
  await page.waitForFunction(() => document.activeElement?.dataset.act === "back");
  assert.deepEqual(await violations(page), []);
  // Not only while the list is open.
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await openDocuments(page);
  await dialog(page).getByText("“The mill burns” is deleted.").waitFor();
  await page.locator("#documents-list [data-act=back]").focus();
  await page.keyboard.press("Enter");
  await row(page, "words").filter({ hasText: "The mill burns" }).waitFor();
  await titles(page, 3);

  // The one that is shown: the next takes its place.
  await row(page, "The port of Tema").getByRole("button", { name: "Delete" }).click();
  await proof(page).getByText("Greta Solheim").first().waitFor();
  await marked(page);
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await bringing(page, () => page.keyboard.press("u"));
  assert.deepEqual(await words(page), PARAGRAPHS(PORT));
  await saved(page);
  await openDocuments(page);
  assert.deepEqual((await titles(page, 3)).sort(), ["The mill burns", "The port of Tema reopens", STORY.split("\n")[0]].sort());

  // All of them: the sample is back, and nothing is missed on the next visit.
  for (let left = 3; left > 0; left -= 1) {
    await rows(page).locator("[data-act=delete]").first().click();
    await page.waitForFunction((left) => document.querySelectorAll("#documents-list [data-act=delete]").length === left, left - 1);
  }
  await page.reload();
  await marked(page);
  await page.getByText("This is a sample.").waitFor();
  assert.equal(await notices(page).getByText(/cleared/).count(), 0);
});

test("undo after a paste brings the document before back, and both are kept", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await decide(page);
  await paste(page, { text: MILL });
  await bringing(page, () => page.keyboard.press("u"));
  assert.deepEqual(await words(page), PARAGRAPHS(STORY));
  await saved(page);
  await page.reload();
  await marked(page);
  assert.deepEqual(await words(page), PARAGRAPHS(STORY));
  assert.ok((await proof(page).locator("mark.unattributed").count()) > 0);
  await openDocuments(page);
  await titles(page, 2);
});

test("a document opens where its reader was, with the card that was open, and says what was done last", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: `${STORY}\n\n${long(30_000)}` });
  await decide(page);
  const far = proof(page).locator("p", { hasText: "store number 51," });
  await far.scrollIntoViewIfNeeded();
  const name = far.locator("mark.people, mark.organisations, mark.places").first();
  await name.click();
  await page.locator("#card").waitFor();
  const chosen = await proof(page).locator("mark.chosen").first().textContent();
  const seen = () => page.waitForFunction((words) => {
    const mark = document.querySelector("#proof mark.chosen");
    const { top, bottom } = mark?.getBoundingClientRect() ?? {};
    return mark?.textContent === words && bottom > 0 && top < innerHeight && document.querySelector("#card");
  }, chosen);
  await page.waitForTimeout(500);
  await saved(page);
  await page.reload();
  await seen();
  await notices(page).getByText(/^Last time, today at \d\d:\d\d: the choice of a speaker\. 1 decision in all\./).waitFor();

  // The same from the list, after another document.
  await paste(page, { text: MILL });
  await openDocuments(page);
  await titles(page, 2);
  await row(page, STORY.split("\n")[0]).locator("[data-act=open]").click();
  await seen();
  await notices(page).getByText(/the choice of a speaker/).waitFor();
});

test("a backup holds every document and the names; brought in, it adds and never replaces", async (t) => {
  const { page } = await three(t);
  await page.keyboard.press("m");
  await page.locator("#names-text").fill("Ada Quist = PERSON");
  await page.getByRole("dialog", { name: "My names" }).getByRole("button", { name: "Done" }).click();
  await openDocuments(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog(page).getByRole("button", { name: "Download everything" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^galley-backup-\d{4}-\d\d-\d\d\.galley$/);
  await notices(page).getByText("3 documents are in the file in your downloads.").waitFor();
  const backup = await readFile(await download.path());
  const bringIn = (buffer) => page.locator("#backup-file").setInputFiles({ name: "a.galley", mimeType: "application/octet-stream", buffer });

  // What is here already stays; what is here otherwise is added beside it.
  await bringIn(backup);
  await notices(page).getByText("0 documents brought in. 3 were here already.").waitFor();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await decide(page);
  await saved(page);
  await openDocuments(page);
  await bringIn(backup);
  await notices(page).getByText("1 document brought in. 2 were here already.").waitFor();
  await titles(page, 4);

  // A broken one, a newer one, another file: a sentence, and nothing has changed.
  const changed = (at, byte) => Buffer.concat([backup.subarray(0, at), Buffer.from([byte]), backup.subarray(at + 1)]);
  const before = await revision(page);
  for (const [bytes, says] of [
    [backup.subarray(0, backup.length - 20), /damaged, or did not arrive whole/],
    [changed(60, backup[60] ^ 1), /damaged/],
    [changed(14, 9), /newer version of Galley made that backup/],
    [Buffer.from("{}"), /no backup of Galley’s/],
  ]) {
    await bringIn(bytes);
    await notices(page).getByText(says).waitFor();
    await notices(page).getByRole("button", { name: "Dismiss" }).click();
  }
  await titles(page, 4);
  assert.equal(await revision(page), before);

  // Everything is cleared, which is asked first; the backup brings it back.
  await dialog(page).getByRole("button", { name: "Clear everything", exact: true }).click();
  await page.locator("[data-act=clear-not]:focus").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Enter");
  await titles(page, 4);
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("button", { name: "Clear everything Galley keeps here" }).click();
  await notices(page).getByText("Everything Galley kept here is gone.").waitFor();
  await page.getByText("This is a sample.").waitFor();
  await page.keyboard.press("u");
  await page.reload();
  await marked(page);
  await page.getByText("This is a sample.").waitFor();
  const left = await page.evaluate(() => [localStorage, sessionStorage].flatMap((store) => Object.keys(store)));
  assert.deepEqual(left, []);
  await openDocuments(page);
  await dialog(page).getByText("Nothing is kept here yet.").waitFor();
  await bringIn(backup);
  await notices(page).getByText("3 documents brought in.", { exact: true }).waitFor();
  await titles(page, 3);
  await bringing(page, () => row(page, "The mill burns").locator("[data-act=open]").click());
  assert.deepEqual(await words(page), PARAGRAPHS(MILL));
  await page.keyboard.press("m");
  assert.match(await page.locator("#names-text").inputValue(), /Ada Quist = PERSON/);
});

test("a document that is not to be kept is nowhere after a reload, and is kept again when that is wanted", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await paste(page, { text: MILL });
  await saved(page);
  await openDocuments(page);
  await titles(page, 2);
  const button = dialog(page).getByRole("button", { name: "Don’t keep this document" });
  await button.click();
  await titles(page, 1);
  await kept(page).getByText("Not kept, as you wish").waitFor();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await decide(page);
  await page.keyboard.press("x");
  await page.waitForTimeout(500);
  const holds = () => page.evaluate(async () => {
    const done = (request) => new Promise((good) => { request.onsuccess = () => good(request.result); });
    const slots = (await done(indexedDB.open("galley"))).transaction("slots").objectStore("slots");
    const kept = (await done(slots.getAll())).map((part) => typeof part === "string" ? part : new TextDecoder().decode(part)).join();
    const small = [localStorage, sessionStorage].flatMap((store) => Object.values(store)).join();
    return (kept + small).includes("Solheim");
  });
  assert.equal(await holds(), false);
  await openDocuments(page);
  await button.click();
  await titles(page, 2);
  await saved(page);
  assert.equal(await holds(), true);
  await button.click();
  await titles(page, 1);
  await page.reload();
  await marked(page);
  assert.deepEqual(await words(page), PARAGRAPHS(STORY));
});

test("a text that was pasted the moment before a reload is the one that opens", async (t) => {
  const { page } = await visit(t);
  await paste(page, { text: STORY });
  await saved(page);
  for (const text of [MILL, PORT, MILL]) {
    await pasteOnly(page, { text });
    await page.reload();
    await marked(page);
    assert.deepEqual(await words(page), PARAGRAPHS(text));
  }
});

const followed = (page) => page.locator(".followed");

test("one tab edits a document, others follow it live and can take it over", async (t) => {
  const { page, context, site } = await visit(t);
  await paste(page, { text: STORY });
  await saved(page);
  const second = await context.newPage();
  await second.goto(site.address);
  await marked(second);
  await followed(second).getByText("Another tab edits this document.").waitFor();
  assert.deepEqual(await words(second), PARAGRAPHS(STORY));
  assert.deepEqual(await violations(second), []);

  // What is decided in one is seen in the other, which cannot decide itself.
  const open = (page) => proof(page).locator("mark.unattributed");
  assert.equal(await open(second).count(), 0);
  await page.bringToFront();
  await decide(page);
  await open(second).first().waitFor();
  await second.bringToFront();
  await pressOn(second, "q");
  await second.keyboard.press("s");
  await second.locator("#speakers").waitFor();
  await second.keyboard.press("1");
  await notices(second).getByText(/Take it over first/).waitFor();
  assert.equal(await open(second).count(), await open(page).count());

  // It is taken over: the first follows, and keeps nothing over what the second does.
  await followed(second).getByRole("button", { name: "Take over" }).click();
  await followed(second).waitFor({ state: "detached" });
  await followed(page).waitFor();
  await keeping(second, "corrections", async () => {
    await second.keyboard.press("Escape");
    await pressOn(second, "q");
    await second.keyboard.press("s");
    await second.keyboard.press("1");
  });
  await open(page).first().waitFor({ state: "detached" });
  await page.bringToFront();
  await page.keyboard.press("u");
  await notices(page).getByText(/Take it over first/).waitFor();
  assert.deepEqual(await words(page), PARAGRAPHS(STORY));
  assert.equal(await open(second).count(), 0);

  // The tab that edits is closed: the other edits again, without being asked.
  await second.close();
  await page.bringToFront();
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await followed(page).waitFor({ state: "detached" });
  await keeping(page, "corrections", () => decide(page));
  await page.reload();
  await marked(page);
  assert.equal(await followed(page).count(), 0);
  await open(page).first().waitFor();
});

test("a tab that was taken from in the middle of a change loses nothing: its version is a document of its own", async (t) => {
  const { page, context, site } = await visit(t);
  await paste(page, { text: STORY });
  await saved(page);
  const second = await context.newPage();
  await second.goto(site.address);
  await followed(second).waitFor();
  await marked(second);
  // The first tab does not answer when it is asked, and its next change comes too late.
  await page.evaluate(() => {
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () { this.abort(); };
    globalThis.mend = () => { IDBTransaction.prototype.commit = commit; };
  });
  await page.bringToFront();
  await decide(page);
  await notices(page).getByText(/keeps nothing/).waitFor();
  await second.bringToFront();
  await followed(second).getByRole("button", { name: "Take over" }).click();
  await followed(second).waitFor({ state: "detached", timeout: 10_000 });
  await page.evaluate(() => globalThis.mend());
  await page.bringToFront();
  await keeping(page, "article", () => page.keyboard.press("x"));
  await saved(page);
  await page.keyboard.press("x");
  assert.ok((await proof(page).locator("mark.unattributed").count()) > 0);
  assert.equal(await proof(second).locator("mark.unattributed").count(), 0);
  await openDocuments(page);
  await titles(page, 2);
});

test("a document deleted in another tab is told, and kept again with the next change", async (t) => {
  const { page, context, site } = await visit(t);
  await paste(page, { text: STORY });
  await saved(page);
  const second = await context.newPage();
  await second.goto(site.address);
  await marked(second);
  await paste(second, { text: MILL });
  await openDocuments(second);
  await titles(second, 2);
  await row(second, STORY.split("\n")[0]).getByRole("button", { name: "Delete" }).click();
  await notices(page).getByText(/deleted in another tab/).waitFor();
  await kept(page).getByText("Not kept until you change it").waitFor();
  await page.bringToFront();
  await keeping(page, "article", () => decide(page));
  // It is one of the list again, and no longer one to put back.
  await row(second, STORY.split("\n")[0]).getByRole("button", { name: "Delete" }).waitFor();
  await titles(second, 2);
});

// What earlier versions left: a database of the first version with one article, in each of its forms.
const bytesOf = (text) => [...new TextEncoder().encode(text)];
const varint = (number) => number < 128 ? [number] : [number % 128 + 128, ...varint(Math.floor(number / 128))];
const FORMS = [[1, [0, 0]], [2, [0, 0, 0, 0]], [3, [0, 0, 0, 0]]].map(([form, rest]) => ({
  form,
  article: [form, ...varint(bytesOf(MILL).length), ...bytesOf(MILL), ...rest],
}));

const leaveBehind = async ({ article, own }) => {
  localStorage.setItem("galley-returning", "1");
  if (own) sessionStorage.setItem("galley-own-article", String.fromCharCode(...own));
  const done = (request) => new Promise((good, bad) => Object.assign(request, { onsuccess: () => good(request.result), onerror: bad }));
  const request = indexedDB.open("galley", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("desk");
  const database = await done(request);
  const store = database.transaction("desk", "readwrite").objectStore("desk");
  store.put("1234", "owner");
  await done(store.put(new Uint8Array(article), "article"));
  database.close();
};

// A visit after one with the first version.
async function after(t, left) {
  let visited;
  // Before the visit's own last questions: a page that is a script has no icon.
  t.after(() => { visited.seen.errors = visited.seen.errors.filter((error) => !error.includes("404")); });
  visited = await visit(t, {
    wait: false,
    before: async ({ page, site }) => {
      await page.goto(new URL("sw.js", site.address).href);
      await page.evaluate(leaveBehind, left);
    },
  });
  await marked(visited.page);
  return visited;
}

for (const { form, article } of FORMS) {
  test(`the article that the first version kept, in form ${form}, is a document now`, async (t) => {
    const { page, site, context } = await after(t, { article });
    await proof(page).getByText("Greta Solheim").first().waitFor();
    assert.deepEqual(await words(page), PARAGRAPHS(MILL));
    await saved(page);
    await openDocuments(page);
    assert.deepEqual(await titles(page, 1), ["The mill burns"]);
    // A tab that still runs the first version is told, and takes nothing away.
    const old = await context.newPage();
    await old.goto(new URL("sw.js", site.address).href);
    const refused = await old.evaluate(() => new Promise((told) => {
      Object.assign(indexedDB.open("galley", 1), { onsuccess: () => told("opened"), onerror: ({ target }) => told(target.error.name) });
    }));
    assert.equal(refused, "VersionError");
    await page.keyboard.press("Escape");
    await paste(page, { text: PORT });
    await page.reload();
    await marked(page);
    assert.deepEqual(await words(page), PARAGRAPHS(PORT));
    await openDocuments(page);
    await titles(page, 2);
  });
}

test("a tab of the first version had a text of its own: both it and the last one are documents now", async (t) => {
  const own = [1, ...varint(bytesOf("Two boats sail.").length), ...bytesOf("Two boats sail."), 0, 0];
  const { page } = await after(t, { article: FORMS[1].article, own });
  assert.deepEqual(await words(page), ["Two boats sail."]);
  await saved(page);
  await page.waitForFunction(() => !sessionStorage.getItem("galley-own-article"));
  await openDocuments(page);
  assert.equal((await titles(page, 2)).length, 2);
});

test("a document of a newer version is left as it was; a change of it is a document of its own", async (t) => {
  const { page } = await three(t);
  await page.evaluate(async () => {
    const done = (request) => new Promise((good) => { request.onsuccess = () => good(request.result); });
    const store = (await done(indexedDB.open("galley"))).transaction("slots", "readwrite").objectStore("slots");
    for (const key of (await done(store.getAllKeys())).filter(([, name]) => name === "article")) {
      const bytes = await done(store.get(key));
      const text = new TextDecoder().decode(bytes);
      if (text.includes("Solheim")) bytes[0] = 99;
      if (text.includes("Harlingford")) bytes.set([99, 255, 255, 255]);
      await done(store.put(bytes, key));
    }
  });
  await openDocuments(page);
  await titles(page, 3);
  const before = await revision(page);
  // Nothing of this one can be read: what is open stays.
  await row(page, STORY.split("\n")[0]).locator("[data-act=open]").click();
  await notices(page).getByText(/A newer version of Galley has kept this document/).waitFor();
  assert.equal(await revision(page), before);
  assert.deepEqual(await words(page), PARAGRAPHS(PORT));
  await bringing(page, () => row(page, "The mill burns").locator("[data-act=open]").click());
  await notices(page).getByText(/newer version/).waitFor();
  assert.deepEqual(await words(page), PARAGRAPHS(MILL));
  await kept(page).getByText("Not kept until you change it").waitFor();
  await keeping(page, "article", () => decide(page));
  await openDocuments(page);
  await titles(page, 4);
});

test("decisions of a newer version are left as they were beside their article", async (t) => {
  const { page } = await three(t);
  await openDocuments(page);
  await bringing(page, () => row(page, "The mill burns").locator("[data-act=open]").click());
  await keeping(page, "corrections", () => decide(page));
  const newer = () => page.evaluate(async () => {
    const done = (request) => new Promise((good) => { request.onsuccess = () => good(request.result); });
    const store = (await done(indexedDB.open("galley"))).transaction("slots", "readwrite").objectStore("slots");
    const keys = (await done(store.getAllKeys())).filter(([, name]) => name === "corrections");
    let many = 0;
    for (const key of keys) {
      const article = new TextDecoder().decode(await done(store.get([key[0], "article"])));
      const bytes = await done(store.get(key));
      if (bytes[0] === 99) many += 1;
      if (article.includes("Solheim") && bytes[0] < 99) await done(store.put(Uint8Array.of(99, ...bytes.slice(1)), key));
    }
    return many;
  });
  await newer();
  await openDocuments(page);
  await bringing(page, () => row(page, "The port of Tema").locator("[data-act=open]").click());
  await openDocuments(page);
  await bringing(page, () => row(page, "The mill burns").locator("[data-act=open]").click());
  await notices(page).getByText(/newer version/).waitFor();
  await keeping(page, "article", () => decide(page));
  assert.equal(await newer(), 1, "the newer decisions are still there");
});

test("the storage is full: a sentence says so, the document before stays, and there is room after a deletion", async (t) => {
  const { page, site } = await visit(t, { serviceWorkers: "block" });
  const session = await page.context().newCDPSession(page);
  const setRoom = (quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.address).origin, quotaSize });
  await setRoom(400_000);
  await keeping(page, "article", () => paste(page, { text: MILL }));
  await paste(page, { text: long(1_000_000) });
  await notices(page).getByText(/no room left/).waitFor();
  await kept(page).getByText("Not kept: no room is left").waitFor();
  await openDocuments(page);
  assert.deepEqual(await titles(page, 1), ["The mill burns"]);
  await setRoom(undefined);
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await keeping(page, "article", () => page.keyboard.press("x"));
  await saved(page);
});

test("the documents fit a phone, with targets that a finger finds", async (t) => {
  const { page } = await three(t, { viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: "reduce" });
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("button", { name: "Documents" }).tap();
  await titles(page, 3);
  const small = await dialog(page).locator("button, input:not([hidden])").evaluateAll((targets) =>
    targets.map((target) => [target.textContent || target.id, target.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (height < 44 || width < 44)).map(([name]) => name));
  assert.deepEqual(small, []);
  assert.ok(await page.evaluate(() => document.querySelector("#documents").scrollWidth <= document.querySelector("#documents").clientWidth));
  await bringing(page, () => row(page, "The mill burns").locator("[data-act=open]").tap());
  assert.deepEqual(await words(page), PARAGRAPHS(MILL));
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing to object to in the documents, ${colorScheme}`, async (t) => {
    const { page } = await three(t, { colorScheme });
    await openDocuments(page);
    await titles(page, 3);
    await row(page, "The mill burns").getByRole("button", { name: "Rename" }).click();
    await page.locator("#new-name:focus").waitFor();
    assert.deepEqual(await violations(page), []);
  });
}
