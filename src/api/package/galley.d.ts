import type { InitInput } from "./engine.js";

export { annotate, exportAs, importFrom, textFragment, formats } from "./engine.js";
export * from "./types.js";

/**
 * Loads the engine, once; call it before all else. It lies beside this module: `from` is for hosts that keep it
 * elsewhere, and is its address, its bytes or its compiled module.
 */
export function init(from?: InitInput): Promise<void>;
