// The readers, bundled for the page: each gives the places of what it has read, in UTF-16 units of the element's text.

import { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import { createTextAnnotator, reviveSelector, W3CTextFormat } from "@recogito/text-annotator";
import { toRange, toTextPosition } from "dom-anchor-text-quote";

// Where a range of the page lies in the element's text, with its words.
function placed(root, range) {
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}

async function matches(matcher, root) {
  const found = [];
  for await (const range of matcher(root)) found.push(placed(root, range));
  return found;
}

const selectors = ({ target }) => target.selector;
const label = ({ body }) => body[0].value;

globalThis.readers = {
  // Every passage that a quotation's selector matches, and that of the position.
  async apacheAnnotator(root, { w3c }) {
    const read = [];
    for (const item of w3c.items.filter(({ motivation }) => motivation === "tagging")) {
      const [quote, position] = selectors(item);
      const found = await matches(createTextQuoteSelectorMatcher(quote), root);
      const at = await matches(createTextPositionSelectorMatcher(position), root);
      read.push({ label: label(item), found: [...found, ...at] });
    }
    return read;
  },
  // It searches by likeness, with and without a hint where to begin.
  async domAnchorTextQuote(root, { recogito }) {
    return recogito.map((item) => {
      const [quote, { start: hint }] = selectors(item);
      return { label: label(item), found: [toTextPosition(root, quote, { hint }), toTextPosition(root, quote), placed(root, toRange(root, quote, { hint }))] };
    });
  },
  // What it keeps, with the range that it draws.
  async recogitoTextAnnotator(root, { recogito }) {
    const annotator = createTextAnnotator(root, { adapter: W3CTextFormat(recogito[0].target.source, root) });
    annotator.setAnnotations(recogito);
    const read = annotator.state.store.all().map(({ bodies, target }) => {
      const found = target.selector.flatMap((selector) => [selector, placed(root, reviveSelector(selector, root).range)]);
      return { label: bodies[0].value, found: found.map(({ start, end }) => ({ start, end })) };
    });
    annotator.destroy();
    return read;
  },
};
