// Reads a JSON list of {text, published} from a file, writes a JSON list of the bytes that the shipped
// engine gives the page for each.

import { readFileSync, writeSync } from "node:fs";
import { startEngine } from "./engine.mjs";

const articles = JSON.parse(readFileSync(process.argv[2], "utf8"));
const engine = await startEngine();
const results = articles.map(({ text, published }) => Array.from(engine.annotate_reply(text, published ?? undefined)));
let rest = Buffer.from(JSON.stringify(results));
while (rest.length) rest = rest.subarray(writeSync(1, rest));
