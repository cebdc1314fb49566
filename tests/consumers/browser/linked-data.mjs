// jsonld in safe mode, which refuses whatever it would have to drop, makes statements of our Web Annotations. Their marks
// are compared with Galley's own JSON; positions are code points.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OA = "http://www.w3.org/ns/oa#";
const VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";

// The model's context, which no package carries; none where it is not here.
function context() {
  const folders = [process.env.GALLEY_SCHEMAS, fileURLToPath(new URL("../../../../shared/schemas", import.meta.url))];
  const file = folders.filter(Boolean).map((folder) => join(folder, "anno.jsonld")).find((path) => existsSync(path));
  return file && JSON.parse(readFileSync(file));
}

export async function statements(jsonld, { json, w3c }) {
  const document = context();
  if (!document) return console.log("   LEFT OUT: jsonld: anno.jsonld is not here: put it into a folder and name that in GALLEY_SCHEMAS");
  const documentLoader = async (documentUrl) => ({ contextUrl: null, documentUrl, document });
  const quads = await jsonld.toRDF(w3c, { documentLoader, safe: true });
  const of = (subject, name) => quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === name).map(({ object }) => object.value);
  const read = [];
  for (const { subject } of quads.filter(({ predicate, object }) => predicate.value === `${OA}motivatedBy` && object.value === `${OA}tagging`)) {
    assert.match(subject.value, /^urn:galley:/);
    const [label] = of(subject.value, `${OA}hasBody`).flatMap((body) => of(body, VALUE));
    const selectors = of(subject.value, `${OA}hasTarget`).flatMap((target) => of(target, `${OA}hasSelector`));
    const place = ["start", "end"].map((end) => selectors.flatMap((selector) => of(selector, OA + end))[0]);
    const [exact] = selectors.flatMap((selector) => of(selector, `${OA}exact`));
    assert.equal(exact, [...json.text].slice(...place.map(Number)).join(""));
    read.push(`${place.join("-")} ${label}`);
  }
  const mark = ({ start, end }, label) => `${start}-${end} ${label}`;
  const meant = [...json.entities.map((one) => mark(one, one.label)), ...json.quotes.map((one) => mark(one, `${one.kind.toUpperCase()}_QUOTE`))];
  const known = new Set(meant.map((one) => one.split(" ")[1]));
  assert.deepEqual(read.filter((one) => known.has(one.split(" ")[1])).sort(), meant.sort());
  console.log("   jsonld: read as meant");
}
