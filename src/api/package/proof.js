// <galley-proof>: shows Galley's JSON or an HTML proof of Galley's in any page. Nothing of the file is ever run, and
// nothing of it becomes markup: its words become text, its marks elements of our own.
//
// What to show is its property `document`, or the file at its attribute `src`, or the JSON in a <script> inside it.

import { draw } from "./proof/draw.js";
import { ofDocument, ofFile } from "./proof/read.js";
import { STYLE } from "./proof/style.js";

// In Node, where pages are only written, there is no element to make one of.
const Element = globalThis.HTMLElement ?? class {};

export class GalleyProof extends Element {
  static observedAttributes = ["src"];
  #document;
  #turn = 0;

  connectedCallback() {
    if (!this.shadowRoot) this.#furnish();
    this.#show();
  }

  attributeChangedCallback() {
    this.#document = undefined;
    if (this.isConnected && this.shadowRoot) this.#show();
  }

  get src() {
    return this.getAttribute("src") ?? "";
  }

  set src(address) {
    this.setAttribute("src", address);
  }

  get document() {
    return this.#document;
  }

  set document(document) {
    this.#document = document;
    if (this.shadowRoot) this.#show();
  }

  #furnish() {
    const root = this.attachShadow({ mode: "open" });
    // Pages whose policy forbids inline styles allow this.
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    const body = globalThis.document.createElement("div");
    body.className = "frame";
    root.append(body);
  }

  // What arrives after something newer was asked for is dropped.
  async #show() {
    const turn = (this.#turn += 1);
    let shown;
    try {
      shown = await this.#model();
    } catch (error) {
      shown = error;
    }
    if (turn !== this.#turn) return;
    const body = this.shadowRoot.querySelector(".frame");
    if (shown instanceof Error) return this.#refuse(body, shown.message);
    draw(body, shown, (mark) => this.#tell("galley-mark", mark));
    this.#tell("galley-shown");
  }

  #refuse(body, sentence) {
    const trouble = globalThis.document.createElement("p");
    trouble.className = "trouble";
    trouble.setAttribute("role", "alert");
    trouble.textContent = sentence;
    body.replaceChildren(trouble);
    this.#tell("galley-error", sentence);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  async #model() {
    if (this.#document !== undefined) return ofDocument(this.#document);
    if (this.src) return ofFile(await fetched(this.src));
    const script = this.querySelector('script[type="application/json"]');
    if (script) return ofFile(script.textContent);
    throw new Error("There is no proof to show: give this element a src, a document or a script with Galley’s JSON.");
  }
}

async function fetched(address) {
  const unreachable = `The proof could not be loaded from ${address.slice(0, 200)}`;
  const response = await fetch(address).catch(() => {
    throw new Error(`${unreachable}.`);
  });
  if (!response.ok) throw new Error(`${unreachable}: the server answered ${response.status}.`);
  return response.text();
}

if (globalThis.customElements && !customElements.get("galley-proof")) customElements.define("galley-proof", GalleyProof);
