// What is to be shown, of a file or a document that anybody may have made: only what is of the right kind is taken.
//
// A model is { text, paragraphs, marks }: the text as a list of code points, into which all positions are.

const LARGEST = 40_000_000;
const MOST_MARKS = 300_000;

const PARTS = new Set("headline deck byline credit timestamp caption body subheading list table signoff correction update furniture".split(" "));

// Galley's labels, with the layers that they stand in and what people call them.
const LABELS = {
  PERSON: ["people", "person"],
  ORG: ["organisations", "organisation"],
  PLACE: ["places", "place"],
  GROUP: ["groups", "group"],
  EVENT: ["others", "event"],
  WORK: ["others", "work"],
  PRODUCT: ["others", "product"],
  MONEY: ["amounts", "amount"],
  PERCENT: ["amounts", "amount"],
  QUANTITY: ["amounts", "amount"],
};

// The layers that a proof's marks have as their class.
const LAYERS = new Set([...Object.values(LABELS).map(([layer]) => layer), ..."quotations attitudes terms times dateline references".split(" ")]);

const list = (value) => (Array.isArray(value) ? value : []);
const words = (value) => (typeof value === "string" ? value : "");

// A file is Galley's JSON, or a page that is a proof of Galley's.
export function ofFile(file) {
  if (file.length > LARGEST) throw new Error("This file is too large to show: over 40 MB.");
  if (/^\s*\{/.test(file)) return ofDocument(parsed(file));
  if (!/^\s*<!doctype html/i.test(file)) throw new Error("This file is neither Galley’s JSON nor an HTML proof of Galley’s.");
  // A parsed page is inert: it loads nothing and runs nothing. Where the policy of the page around it forbids inline
  // styles, browsers would still report those of the file.
  const page = new DOMParser().parseFromString(file.replace(/<style[\s>][^<]*<\/style>/gi, ""), "text/html");
  if (page.querySelector("h1")?.textContent !== "Proof by Galley") throw new Error("This page is no proof of Galley’s.");
  const carried = page.querySelector("template#galley-json");
  return carried ? ofDocument(parsed(carried.content.textContent)) : ofPage(page);
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error("This file is damaged: it is not valid JSON.");
  }
}

// Pronouns and descriptions have no marks: there are many, and who they stand for is told with the quotations.
export function ofDocument(document) {
  if (typeof document?.text !== "string" || document.galley === undefined) throw new Error("This is no document of Galley’s: it has no “galley” or no “text”.");
  if (document.galley > 1) throw new Error("This was written by a newer Galley; bring galley-annotate up to date.");
  const text = Array.from(document.text);
  const range = (value) => placed(text, value?.start, value?.end);
  const kinds = { entities: named, quotes, terms, times, dateline };
  const values = Object.entries(kinds).flatMap(([key, kind]) => [document[key] ?? []].flat().map((value) => [kind, value]));
  if (values.length > MOST_MARKS) throw new Error("This document has too many marks to show.");
  const marks = values.flatMap(([kind, value]) => (range(value) ? [{ ...range(value), ...kind(value, said(text, range(value)), text) }] : []));
  marks.push(...list(document.quotes).flatMap((quote) => cue(text, quote)));
  speakers(marks);
  const paragraphs = list(document.structure).flatMap((value) => (range(value) ? [{ ...range(value), part: part(value.part) }] : []));
  return { text, paragraphs: paragraphs.length ? inOrder(paragraphs) : lines(text), marks: marks.filter((mark) => mark.layer) };
}

function placed(text, start, end) {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length ? { start, end } : undefined;
}

const said = (text, { start, end }) => text.slice(start, end).join("");
const part = (name) => (PARTS.has(name) ? name : "body");

// Paragraphs lie one after the other.
function inOrder(paragraphs) {
  let at = 0;
  return paragraphs.sort((one, two) => one.start - two.start).filter(({ start, end }) => start >= at && (at = end));
}

function lines(text) {
  let at = 0;
  const all = text.join("").split("\n").map((line) => {
    const start = at;
    at += Array.from(line).length + 1;
    return { start, end: at - 1, part: "body" };
  });
  return all.filter(({ start, end }) => start < end);
}

const resolved = (written, name, kind) => (name && name !== written ? `${written}: ${name}, ${kind}` : `${written}, ${kind}`);

function named({ label, name }, written) {
  const [layer, kind] = Object.hasOwn(LABELS, label) ? LABELS[label] : [];
  return { layer, label: layer === "amounts" ? `${written}, ${kind}` : resolved(written, words(name), kind) };
}

function quotes(quote, written) {
  const kind = ["direct", "indirect", "mixed"].includes(quote.kind) ? quote.kind : "direct";
  const speaker = words(quote.speaker_text);
  const open = speaker ? "" : " unattributed";
  const layer = quote.attitude === true ? "attitudes" : "quotations";
  const what = quote.attitude === true ? "Attitude" : `${kind[0].toUpperCase()}${kind.slice(1)} quotation`;
  return { layer, classes: `${layer === "quotations" ? kind : ""}${open}`, label: `${what}, ${speaker || "speaker unknown"}`, speaker, group: words(quote.group) };
}

const terms = (_, written) => ({ layer: "terms", label: `${written}, words in quotation marks` });

const times = ({ value }, written) => ({ layer: "times", label: words(value) ? `${written}: ${value}, time` : `${written}, time not resolved` });

const dateline = ({ date_iso }) => ({ layer: "dateline", label: ["Dateline", words(date_iso)].filter(Boolean).join(", "), note: words(date_iso) });

function cue(text, quote) {
  const [start, end] = list(quote?.cue);
  const range = quote?.attitude === true ? undefined : placed(text, start, end);
  return range ? [{ ...range, layer: "cue", label: `${said(text, range)}, reporting word`, group: words(quote.group) }] : [];
}

// The first piece of a quotation has its speaker beside it.
function speakers(marks) {
  const told = new Set();
  for (const mark of marks.filter(({ layer }) => layer === "quotations")) {
    if (!told.has(mark.group)) mark.note = mark.speaker || "Who says this?";
    if (mark.group) told.add(mark.group);
  }
}

// A proof that was made in a browser carries no document: what its marks show is taken.
function ofPage(page) {
  const article = page.querySelector("article.proof");
  if (!article) throw new Error("This proof is damaged: its article is not there.");
  const model = { text: [], paragraphs: [], marks: [] };
  const walker = page.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const open = [];
  const close = (node) => {
    while (open.length && !open.at(-1).node.contains(node)) finish(model, open.pop());
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    close(node);
    if (node.nodeType === Node.TEXT_NODE) for (const letter of node.data) model.text.push(letter);
    else if (/^(P|H2|H3|MARK)$/.test(node.nodeName)) open.push({ node, start: model.text.length });
  }
  while (open.length) finish(model, open.pop());
  if (model.marks.length > MOST_MARKS) throw new Error("This document has too many marks to show.");
  inOrder(model.paragraphs);
  return model;
}

function finish({ text, paragraphs, marks }, { node, start }) {
  const end = text.length;
  if (start === end) return;
  if (node.nodeName !== "MARK") return void paragraphs.push({ start, end, part: part(node.dataset.part ?? node.className) });
  const layer = [...node.classList].find((name) => LAYERS.has(name) || name === "cue");
  const known = [...node.classList].filter((name) => ["direct", "indirect", "mixed", "unattributed"].includes(name));
  const note = layer === "quotations" && node.id && node.title.split(", ").at(-1);
  if (layer) marks.push({ start, end, layer, classes: known.join(" "), label: node.title, note: note || "" });
}
