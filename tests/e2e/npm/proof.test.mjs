// <galley-proof> and the engine in Chromium: the README's page, files that mean no good, the keyboard, the looks.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { DATED_STORY } from "../articles.mjs";
import { examples, loaded, served } from "./package.mjs";

const FLAGS = "--no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking --disable-component-update --disable-sync --no-first-run";
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS.split(" ") });
after(() => browser.close());

const { annotate, exportAs } = await loaded();
const story = annotate(DATED_STORY);
const html = exportAs(story, "html").text;

// A page with the element; resolves when it has shown something, and fails on any error or request elsewhere.
async function page(t, inside, { files = {}, head = "", ...options } = {}) {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${head}<script type="module" src="./node_modules/galley-annotate/proof.js"></script><main>${inside}</main></html>`;
  const site = await served({ "index.html": inside.startsWith("<!doctype") ? inside : body, ...files });
  const context = await browser.newContext(options);
  const made = await context.newPage();
  const [errors, requests] = [[], []];
  made.on("pageerror", (error) => errors.push(String(error)));
  made.on("console", (message) => message.type() === "error" && !/Failed to load resource/.test(message.text()) && errors.push(message.text()));
  made.on("request", (request) => requests.push(request.url()));
  t.after(async () => {
    await context.close();
    await site.close();
    assert.deepEqual(errors, []);
    for (const url of requests) assert.ok(url.startsWith(site.address), `a request to ${url}`);
  });
  await made.addInitScript(() => {
    for (const name of ["galley-shown", "galley-error"]) addEventListener(name, ({ detail }) => (globalThis.shown = [name, detail]));
  });
  await made.goto(`${site.address}index.html`);
  await made.waitForFunction(() => globalThis.shown);
  return made;
}

const seen = (made) => made.evaluate(() => {
  const root = document.querySelector("galley-proof").shadowRoot;
  const marks = [...root.querySelectorAll("mark[aria-label]")];
  return {
    text: root.querySelector(".proof")?.textContent,
    marks: marks.map((mark) => [mark.classList[0], mark.textContent, mark.getAttribute("aria-label")]),
    notes: [...root.querySelectorAll(".note")].map((note) => note.dataset.lead),
    trouble: root.querySelector('[role="alert"]')?.textContent,
    elements: [...new Set([...root.querySelectorAll("*")].map(({ localName }) => localName))].sort(),
  };
});

test("the README's page shows a quotation with its speaker, in its own colours", async (t) => {
  const [example] = examples("html");
  assert.ok(example.split("\n").length <= 12);
  const made = await page(t, example);
  assert.deepEqual(await seen(made), {
    text: "“We go,” Ada Quist said.",
    marks: [
      ["quotations", "“We go,”", "“We go,”, Direct quotation, Ada Quist"],
      ["people", "Ada Quist", "Ada Quist, person"],
      ["cue", "said", "said, reporting word"],
    ],
    notes: ["Ada Quist"],
    trouble: undefined,
    elements: ["article", "div", "li", "mark", "p", "span", "ul"],
  });
  const line = await made.locator("galley-proof mark.people").evaluate((mark) => getComputedStyle(mark).textDecorationColor);
  assert.equal(line, "rgb(138, 28, 74)");
});

test("JSON, its object, a proof and one made in the browser show the same words and marks", async (t) => {
  const bare = html.replace(/<template id="galley-json">.*?<\/template>/s, "");
  const files = { "story.json": JSON.stringify(story), "story.html": html, "bare.html": bare };
  const json = await seen(await page(t, '<galley-proof src="story.json"></galley-proof>', { files }));
  assert.equal(json.text, DATED_STORY);
  assert.ok(json.marks.length > 40 && json.notes.includes("Oona Whitlock") && json.notes.includes("Who says this?"));
  const quoted = story.quotes.filter(({ attitude }) => !attitude).map(({ start, end }) => Array.from(story.text).slice(start, end).join(""));
  assert.deepEqual(json.marks.filter(([layer]) => layer === "quotations").map(([, said]) => said).sort(), quoted.sort());
  assert.deepEqual(await seen(await page(t, '<galley-proof src="story.html"></galley-proof>', { files })), json);

  const kinds = (marks) => marks.map(([layer, said]) => `${layer} ${said}`).sort();
  const without = await seen(await page(t, '<galley-proof src="bare.html"></galley-proof>', { files }));
  assert.equal(without.text, DATED_STORY);
  const names = /^(people|places|organisations|times|quotations) /;
  assert.deepEqual(kinds(without.marks).filter((mark) => names.test(mark)), kinds(json.marks).filter((mark) => names.test(mark)));

  const made = await page(t, "<galley-proof></galley-proof>");
  assert.match((await seen(made)).trouble, /no proof to show/);
  await made.evaluate((story) => {
    globalThis.shown = undefined;
    document.querySelector("galley-proof").document = story;
  }, story);
  await made.waitForFunction(() => globalThis.shown);
  assert.deepEqual(await seen(made), json);
});

test("a page with a strict policy of its own may have it", async (t) => {
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,">`;
  const made = await page(t, '<galley-proof src="story.html"></galley-proof>', { files: { "story.html": html }, head });
  assert.equal((await seen(made)).text, DATED_STORY);
  const line = await made.locator("galley-proof mark.people").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  assert.equal(line, "underline");
});

const RUN = "globalThis.hacked = true";
const HOSTILE = `<img src="https://elsewhere.example/x" onerror="${RUN}"><script>${RUN}</script><style>* { display: none }</style>`;

test("nothing of a file is run, fetched or taken over as markup", async (t) => {
  const text = `${HOSTILE} “Yes,” he said.`;
  const document = { galley: 1, text, entities: [{ start: 0, end: 9, label: "PERSON", name: HOSTILE }], structure: [{ start: 0, end: Array.from(text).length, part: HOSTILE }],
    quotes: [{ start: text.indexOf("“"), end: text.indexOf("”") + 1, kind: HOSTILE, group: HOSTILE, speaker_text: HOSTILE, cue: [HOSTILE, 1] }] };
  const proof = `<!doctype html><html><head>${HOSTILE}</head><body onload="${RUN}"><h1>Proof by Galley</h1>${HOSTILE}<article class="proof"><p class="body" onclick="${RUN}">${HOSTILE}<mark class="people evil" id="m0" title='"><img src=x onerror=${RUN}>' style="position:fixed">Ada</mark> sailed.</p><svg><script>${RUN}</script></svg><iframe srcdoc="<script>parent.${RUN}</script>"></iframe></article></body></html>`;
  const files = { "a.json": JSON.stringify(document), "b.html": proof, "c.html": html.replace("</main>", `${HOSTILE}</main>`) };
  for (const name of Object.keys(files)) {
    const made = await page(t, `<galley-proof src="${name}"></galley-proof>`, { files });
    const { elements, trouble, marks } = await seen(made);
    assert.equal(trouble, undefined, name);
    assert.ok(marks.length > 0, name);
    for (const element of elements) assert.ok("article div h2 h3 li mark p span ul".split(" ").includes(element), `${name}: ${element}`);
    await made.mouse.move(40, 120);
    await made.mouse.click(40, 120);
    assert.equal(await made.evaluate(() => globalThis.hacked), undefined, name);
    const attributes = await made.evaluate(() => [...document.querySelector("galley-proof").shadowRoot.querySelectorAll(".proof *")].flatMap((one) => one.getAttributeNames()));
    for (const attribute of attributes) assert.ok(/^(class|dir|part|role|tabindex|aria-label|aria-hidden|data-part|data-lead)$/.test(attribute), `${name}: ${attribute}`);
  }
});

test("what cannot be shown is a sentence in its place", async (t) => {
  const deep = { galley: 1, text: "x".repeat(3000), entities: Array.from({ length: 3000 }, (_, at) => ({ start: at, end: 3000, label: "ORG", name: "x" })) };
  const files = {
    "a.json": "{", "b.json": "{}", "c.json": '{"galley": 1, "text": 7}', "d.json": '{"galley": 9, "text": ""}', "e.html": "<!doctype html><h1>Hello</h1>",
    "f.txt": "Rain.", "g.html": "<!doctype html><h1>Proof by Galley</h1>", "h.html": '<!doctype html><h1>Proof by Galley</h1><template id="galley-json">{</template>',
  };
  for (const [name, sentence] of [
    ["a.json", /not valid JSON/], ["b.json", /no document of Galley’s/], ["c.json", /no document/], ["d.json", /newer Galley/], ["e.html", /no proof of Galley’s/],
    ["f.txt", /neither/], ["g.html", /damaged/], ["h.html", /not valid JSON/], ["nowhere.json", /the server answered 404/],
  ]) {
    assert.match((await seen(await page(t, `<galley-proof src="${name}"></galley-proof>`, { files }))).trouble, sentence, name);
  }
  for (const odd of [
    { galley: 1, text: "" }, { galley: 1, text: "Rain.\n\nSnow.", entities: 7, quotes: {}, dateline: [], structure: [null, { start: 3, end: 1 }, { start: -1, end: 99 }] },
    { galley: 1, text: "ab", entities: [null, 7, { start: 0.5, end: 1 }, { start: 0, end: 9, label: "ORG" }, { start: 0, end: 1, label: "__proto__" }], quotes: [{ start: 0, end: 1 }] }, deep,
  ]) {
    const { text, trouble } = await seen(await page(t, '<galley-proof src="odd.json"></galley-proof>', { files: { "odd.json": JSON.stringify(odd) } }));
    assert.deepEqual([text, trouble], [odd.text, undefined]);
  }
});

test("marks are walked with the keyboard, have names, and tell when they are chosen", async (t) => {
  const made = await page(t, '<galley-proof src="story.json"></galley-proof>', { files: { "story.json": JSON.stringify(story) } });
  await made.evaluate(() => addEventListener("galley-mark", ({ detail }) => (globalThis.chosen = detail)));
  await made.keyboard.press("Tab");
  const focused = () => made.evaluate(() => document.activeElement.shadowRoot?.activeElement?.getAttribute("aria-label"));
  const first = await focused();
  assert.ok(first);
  assert.equal(await made.locator("galley-proof .told").textContent(), first);
  await made.keyboard.press("ArrowRight");
  const second = await focused();
  assert.notEqual(second, first);
  await made.keyboard.press("Enter");
  const chosen = await made.evaluate(() => globalThis.chosen);
  assert.ok(second.endsWith(chosen.label));
  assert.ok(chosen.start < chosen.end);
  await made.keyboard.press("End");
  await made.keyboard.press("ArrowRight");
  await made.keyboard.press("Home");
  assert.equal(await focused(), first);
  await made.keyboard.press("Tab");
  assert.equal(await focused(), undefined, "one more Tab leaves the text");

  await made.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
  const { violations } = await made.evaluate(() => globalThis.axe.run("galley-proof"));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
});

test("it follows the page by day and by night, forced colours, and narrow columns", async (t) => {
  const inside = '<galley-proof src="story.json"></galley-proof>';
  const files = { "story.json": JSON.stringify(story) };
  const look = (made) => made.evaluate(() => {
    const proof = document.querySelector("galley-proof");
    const note = getComputedStyle(proof.shadowRoot.querySelector(".note"));
    return { paper: getComputedStyle(proof).backgroundColor, ink: getComputedStyle(proof).color, float: note.float, width: document.documentElement.scrollWidth };
  });
  const both = '<meta name="color-scheme" content="light dark">';
  const day = await look(await page(t, inside, { files, head: both, colorScheme: "light" }));
  const night = await look(await page(t, inside, { files, head: both, colorScheme: "dark" }));
  assert.deepEqual([day.paper, night.paper], ["rgb(251, 250, 246)", "rgb(23, 23, 21)"]);
  assert.deepEqual(await look(await page(t, inside, { files, colorScheme: "dark" })), day, "a page that knows no night keeps its day");
  assert.notEqual(day.float, "none");
  const narrow = await look(await page(t, inside, { files, viewport: { width: 360, height: 700 } }));
  assert.equal(narrow.float, "none");
  assert.ok(narrow.width <= 360, "nothing stands out of a narrow page");
  const forced = await page(t, inside, { files, forcedColors: "active" });
  const ground = await forced.locator("galley-proof mark.direct").first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
  assert.equal(ground, "rgba(0, 0, 0, 0)");
});

const USE = 'import { init, annotate, exportAs } from "./node_modules/galley-annotate/galley.js"; await init();';
const ASK = 'const found = annotate("Ada Quist sailed."); const said = [found.entities[0].name, exportAs(found, "docx").bytes.length > 1000, exportAs(found, "json").text];';

test("the engine runs in a page and in a worker as it does in Node", async (t) => {
  const files = { "worker.js": `${USE} ${ASK} postMessage(said);` };
  const inside = `<!doctype html><meta charset="utf-8"><title>A page</title><script type="module">${USE} ${ASK}
    new Worker("./worker.js", { type: "module" }).onmessage = ({ data }) => { globalThis.shown = [said, data]; };</script>`;
  const made = await page(t, inside, { files });
  const expected = ["Ada Quist", true, exportAs(annotate("Ada Quist sailed."), "json").text];
  assert.deepEqual(await made.evaluate(() => globalThis.shown), [expected, expected]);
});
