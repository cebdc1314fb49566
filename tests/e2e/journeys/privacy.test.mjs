import assert from "node:assert/strict";
import { test } from "node:test";
import { assertOwn, drop, marked, middleOf, paste, proof, section, visit } from "../page.mjs";
import { STORY, STORY_WORDS } from "../articles.mjs";

test("a whole session asks for the site's own files and tells nobody a word", async (t) => {
  const { page, site, seen } = await visit(t);
  await paste(page, { text: STORY });
  await section(page, "People").getByRole("button", { name: /Oona Whitlock/ }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("checkbox", { name: /^People/ }).uncheck();
  await page.getByRole("searchbox").fill("stubborn");
  await drop(page, [{ name: "Whitlock.txt", type: "text/plain", text: STORY.replaceAll("ferry", "boat") }]);
  await page.waitForFunction(() => document.querySelector("#proof").textContent.includes("last boat"));
  await marked(page);
  await page.reload();
  await marked(page);
  assert.ok(seen.requests.length > 3);
  seen.requests.forEach((request) => assertOwn(request, site));
  const told = JSON.stringify([seen.requests, site.requests]).toLowerCase();
  const plain = decodeURIComponent(told.replaceAll("%", "%25")) + told;
  STORY_WORDS.forEach((word) => assert.ok(!plain.includes(word.toLowerCase()), `“${word}” left the page`));
});

test("after the page is loaded nothing more is asked for", async (t) => {
  const { page, seen } = await visit(t);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForLoadState("networkidle");
  const asked = seen.requests.filter((request) => !request.url.startsWith("blob:")).length;
  await paste(page, { text: STORY });
  await page.mouse.move(...(await middleOf(proof(page).locator("mark[data-layer=times]").first())));
  await page.locator("#card").waitFor();
  const now = seen.requests.filter((request) => !request.url.startsWith("blob:"));
  assert.deepEqual(now.slice(asked), []);
});

test("the policy forbids what the page does not need", async (t) => {
  const { page, seen } = await visit(t);
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|https?:/);
  const refused = await page.evaluate(async () => {
    const violations = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    await fetch("https://elsewhere.invalid/?q=words").catch(() => {});
    new Image().src = "https://elsewhere.invalid/pixel.gif";
    const script = document.createElement("script");
    script.textContent = "window.inlineRan = true";
    document.body.append(script);
    // Not from here: what the driver runs may evaluate; what the page runs may not.
    setTimeout(() => eval("window.evalRan = true"), 0);
    document.body.insertAdjacentHTML("beforeend", "<form action='https://elsewhere.invalid/'><p style='color:red'>");
    document.body.lastElementChild.submit();
    await new Promise((later) => setTimeout(later, 300));
    return { violations, inline: window.inlineRan, eval: window.evalRan };
  });
  assert.equal(refused.inline, undefined, "an inline script ran");
  assert.equal(refused.eval, undefined, "eval ran");
  for (const directive of ["connect-src", "img-src", "script-src-elem", "style-src-attr", "form-action"]) {
    assert.ok(refused.violations.includes(directive), `${directive} in ${refused.violations}`);
  }
  assert.deepEqual(seen.requests.filter((request) => request.url.includes("elsewhere") && !request.stopped), []);
  seen.errors.length = 0;
});

test("the service worker leaves other sites of the host alone", async (t) => {
  const { page, site } = await visit(t);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => request.url);
  });
  kept.forEach((url) => assertOwn({ method: "GET", url, body: null }, site));
  assert.equal(new Set(kept).size, site.files.size - 1, "every file but sw.js is kept, once");
});
