// One round of one build, for `cargo xtask bench --against REV`: `node round.mjs FOLDER STORIES.json` writes the
// milliseconds of the engine's first sentence, tables and all, the seconds it takes for the stories once it is warm,
// and the megabytes it holds after an article of 1 MB.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, path] = process.argv.slice(2);
const { startEngine } = await import(pathToFileURL(join(folder, "tests/e2e/engine.mjs")));
const { warming, texts } = JSON.parse(readFileSync(path, "utf8"));
const SENTENCE = "LONDON, March 3 (Reuters) - “We sold 3 percent for $5 million,” Ann Dow said on Friday.";

// The page hands a worker the engine compiled: compiling does not count.
const engine = await startEngine();
const started = performance.now();
engine.annotate_reply(SENTENCE);
const start = performance.now() - started;

for (const text of warming) engine.annotate_reply(text);
const from = performance.now();
for (const text of texts) engine.annotate_reply(text);
const seconds = (performance.now() - from) / 1000;

engine.annotate_reply(texts.concat(texts, texts).join("\n\n").slice(0, 1_000_000));
console.log(JSON.stringify({ start, seconds, memory: engine.memory.buffer.byteLength / 1e6 }));
