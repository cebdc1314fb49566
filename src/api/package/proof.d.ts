import type { GalleyDocument } from "./types.js";

/** A mark, as the event `galley-mark` tells of it. Positions are Unicode code points into the text. */
export interface GalleyMark {
  layer: string;
  start: number;
  end: number;
  /** What it says of itself: “Quist: Ada Quist, person”. */
  label: string;
}

/** `<galley-proof>`: shows Galley's JSON or an HTML proof of Galley's. */
export class GalleyProof extends HTMLElement {
  /** The address of a file to show; the attribute `src`. */
  src: string;
  /** The document to show. */
  document: GalleyDocument | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "galley-proof": GalleyProof;
  }
  interface HTMLElementEventMap {
    "galley-mark": CustomEvent<GalleyMark>;
    "galley-shown": CustomEvent<undefined>;
    "galley-error": CustomEvent<string>;
  }
}
