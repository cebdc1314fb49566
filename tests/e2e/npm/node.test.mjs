// The package in Node, as its README says it is used.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import { long } from "../articles.mjs";
import { examples, installed, loaded } from "./package.mjs";

const meant = JSON.parse(readFileSync(new URL("../../../target/npm/meant.json", import.meta.url), "utf8"));
const galley = await loaded();
const { annotate, exportAs, importFrom, textFragment, formats } = galley;

test("the README's examples print what they say", () => {
  const folder = installed("in-node");
  const all = examples("js");
  assert.equal(all.length, 2);
  for (const [at, example] of all.entries()) {
    assert.ok(example.split("\n").length <= 12, "an example is ten lines and its imports");
    writeFileSync(join(folder, `example-${at}.mjs`), example);
    const printed = execFileSync(process.execPath, [`example-${at}.mjs`], { cwd: folder, encoding: "utf8" });
    assert.deepEqual(printed.trim().split("\n"), Array.from(example.matchAll(/ \/\/ → (.+)/g), ([, line]) => line));
  }
  assert.equal(readFileSync(join(folder, "article.docx")).subarray(0, 2).toString(), "PK");
});

test("every article comes out as from the command line, to the letter", () => {
  assert.ok(meant.length > 100);
  for (const { name, text, published, json } of meant) {
    const document = annotate(text, { published });
    assert.equal(JSON.stringify(document), JSON.stringify(JSON.parse(json)), name);
    assert.equal(exportAs(document, "json").text, json, name);
    assert.equal(exportAs(importFrom(json).document, "json").text, json, name);
  }
});

test("every format is written, and what is read comes back", () => {
  const document = annotate(long(4000), { published: "2031-05-06" });
  for (const format of formats()) {
    const file = exportAs(document, format.id);
    assert.equal(typeof file.text === "string", format.isText, format.id);
    assert.equal(file.bytes instanceof Uint8Array, !format.isText, format.id);
    assert.equal(file.mediaType, format.mediaType);
    if (!format.isRead) continue;
    const again = importFrom(file.text ?? file.bytes);
    assert.equal(again.format, format.id);
    // A Word file has no empty paragraphs.
    const words = ({ text }) => text.trim().split(/\s+/);
    assert.deepEqual(words(again.document), words(document), format.id);
  }
  const { bytes } = exportAs(document, "docx");
  assert.equal(importFrom(bytes.slice().buffer, "docx").format, "docx");
});

test("a link leads to words of the published article", () => {
  assert.equal(textFragment("👍 Ada Quist, a well-known captain, left.", 2, 11), "#:~:text=Ada%20Quist");
  assert.equal(textFragment("Ada left. Bob and Ada left.", 18, 26), "#:~:text=Ada%20left.%20Bob%20and-,Ada%20left,-.");
  assert.equal(textFragment("Ada left.", 3, 99), "#:~:text=left.");
  assert.equal(textFragment("Ada left.", 9, 4), undefined);
});

test("what cannot be done is an Error with a sentence", () => {
  const circle = { galley: 1, text: "Rain." };
  circle.entities = [circle];
  const shared = Array.from({ length: 300 }, () => "x");
  const many = { galley: 1, text: "Rain.", entities: Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => shared)) };
  for (const [act, words] of [
    [() => annotate(7), /not a string/],
    [() => annotate("Rain.", { published: "Friday" }), /“Friday” is no day/],
    [() => annotate("Rain.", { names: "A = COW" }), /names, line 1: “COW” is no label/],
    [() => annotate("Rain.", { names: 7 }), /options cannot be used/],
    [() => annotate("Rain.", "loud"), /options cannot be used/],
    [() => exportAs({}, "json"), /no Galley JSON/],
    [() => exportAs(undefined, "json"), /no Galley JSON/],
    [() => exportAs({ galley: 9, text: "" }, "json"), /newer Galley/],
    [() => exportAs({ galley: 1, text: () => 7 }, "json"), /no document/],
    [() => exportAs(circle, "json"), /nested deeper/],
    [() => exportAs(many, "json"), /more values/],
    [() => exportAs(annotate("Rain."), "stone"), /“stone”; there are: html/],
    [() => exportAs(annotate("Rain.")), /name of the format/],
    [() => importFrom("Rain."), /none of the formats/],
    [() => importFrom(""), /empty/],
    [() => importFrom("{"), /not valid JSON/],
    [() => importFrom(`${"[".repeat(100_000)}`), /not valid JSON/],
    [() => importFrom(new Uint8Array([80, 75, 3, 4])), /damaged/],
    [() => importFrom({}), /neither/],
    [() => importFrom("{}", "html"), /a page/],
  ]) {
    assert.throws(act, (error) => error.constructor === Error && words.test(error.message) || assert.fail(`${act}: ${error}`));
  }
  assert.equal(annotate("Rain fell on Ada Quist.").entities.length, 1, "it goes on after all that");
});

test("odd texts have their positions in code points", () => {
  for (const text of ["", "\ud800 lone", "a\0b", "👩‍👩‍👧 said Ada Quist.", "x".repeat(100_000)]) {
    const { text: read, structure, entities } = annotate(text);
    assert.equal(Array.from(read).length, Array.from(text).length);
    for (const { end } of [...structure, ...entities]) assert.ok(end <= Array.from(read).length);
  }
});

test("before the engine is loaded a sentence says so, and one that is not there can be asked for again", async () => {
  const other = await import(new URL("galley.js?anew", new URL("../../../target/npm/galley-annotate/", import.meta.url)));
  // The engine's own module is shared, so only what guards it is new.
  assert.throws(() => other.annotate("Rain."), /await init\(\) before annotate/);
  await assert.rejects(other.init(new URL("file:///nowhere.wasm")), /could not be loaded from file:\/\/\/nowhere\.wasm/);
  await other.init();
  assert.equal(other.annotate("Rain.").text, "Rain.");
});

test("a thousand words are a Word file within 60 ms", () => {
  const text = long(5650);
  const document = annotate(text, { published: "2031-05-06" });
  const best = (work) => Math.min(...Array.from({ length: 25 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }));
  const took = best(() => exportAs(document, "docx"));
  const marking = best(() => annotate(text, { published: "2031-05-06" }));
  console.log(`${text.split(/\s+/).length} words: annotate ${marking.toFixed(1)} ms, docx ${took.toFixed(1)} ms`);
  assert.ok(took <= 60, `docx took ${took.toFixed(1)} ms`);
});

test("the types for TypeScript are those of what is written", () => {
  const folder = installed("in-typescript");
  const some = meant.filter((_, at) => at % 9 === 0).map(({ json }) => json.trim());
  const lines = [
    'import { init, annotate, exportAs, importFrom, formats, type GalleyDocument } from "galley-annotate";',
    'import { GalleyProof } from "galley-annotate/proof";',
    ...some.map((json, at) => `const document${at}: GalleyDocument = ${json};`),
    "await init();",
    'const document: GalleyDocument = annotate("Rain.", { published: "2031-05-06" });',
    "const end: number | undefined = document.quotes[0]?.speaker?.[1];",
    'const { name, bytes, losses }: { name: string; bytes?: Uint8Array; losses: string[] } = exportAs(document, "docx");',
    "const again: GalleyDocument = importFrom(bytes ?? new ArrayBuffer(1)).document;",
    "const ids: string[] = formats().filter(({ isRead }) => isRead).map(({ id }) => id);",
    "const proof: GalleyProof = new GalleyProof();",
    "proof.document = again;",
    'proof.addEventListener("galley-mark", ({ detail }) => detail.start + (end ?? 0));',
    "// @ts-expect-error",
    'const part: GalleyDocument["structure"] = [{ start: 0, end: 1, part: "footnote" }];',
    "// @ts-expect-error",
    "const term: GalleyDocument[\"terms\"] = [{ start: 0 }];",
    "// @ts-expect-error",
    'exportAs(document, "stone");',
    "// @ts-expect-error",
    'annotate("Rain.", { published: 7 });',
    "export { name, losses, ids, part, term };",
  ];
  writeFileSync(join(folder, "check.mts"), lines.join("\n"));
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const how = "--noEmit --strict --module nodenext --target es2022 --lib es2022,dom,dom.iterable --pretty false check.mts";
  try {
    execFileSync(process.execPath, [tsc, ...how.split(" ")], { cwd: folder, encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout.slice(0, 2000));
  }
});
