// Engine and formats, in browsers, workers and Node. The engine is loaded once, by init().

import * as engine from "./engine.js";

let loading;
let ready = false;

// `from` is for hosts that keep the engine elsewhere: its address, its bytes or its compiled module.
export const init = (from = new URL("./engine_bg.wasm", import.meta.url)) => (loading ??= load(from));

async function load(from) {
  try {
    const isFile = from instanceof URL && from.protocol === "file:";
    const bytes = isFile ? await (await import("node:fs/promises")).readFile(from) : from;
    await engine.default({ module_or_path: bytes });
    ready = true;
  } catch (error) {
    loading = undefined;
    const place = from instanceof URL || typeof from === "string" ? ` from ${String(from).slice(0, 200)}` : "";
    throw new Error(`Galley’s engine could not be loaded${place}: ${error.message}`, { cause: error });
  }
}

const once = (name) => (...given) => {
  if (!ready) throw new Error(`Galley’s engine is not loaded yet: await init() before ${name}().`);
  try {
    return engine[name](...given);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    throw new Error("Galley has a bug that this article or file shows; please report it with the text. Start anew before the next.", { cause: error });
  }
};

export const annotate = once("annotate");
export const exportAs = once("exportAs");
export const importFrom = once("importFrom");
export const textFragment = once("textFragment");
export const formats = once("formats");
