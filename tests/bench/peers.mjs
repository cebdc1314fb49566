// Galley's engine as it ships, compromise and wink-nlp on the same stories, in turn, in one process, and
// Galley's native build beside them: rates move from machine to machine and from minute to minute, so
// only what ran side by side is compared.
//
//   NATIVE=target/release/xtask node peers.mjs STORIES.json
//
// STORIES.json is a list of texts. The first of them only warm the engines up; the others are read once.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { startEngine } from "../e2e/engine.mjs";

const ROUNDS = 6;

// About as much as a round, so that the compilers of JavaScript and of WebAssembly have done their work.
const WARM = 200;
const WARM_TIMES = 3;

const all = JSON.parse(readFileSync(process.argv[2], "utf8"));
const [warming, stories] = [all.slice(0, WARM), all.slice(WARM)];
const engine = await startEngine();
const wink = winkNLP(model);

const RUNNERS = [
  { name: "Galley (all layers, as the page gets them)", run: (text) => engine.annotate_reply(text) },
  { name: "wink-nlp (full pipeline)", run: (text) => wink.readDoc(text).entities().out() },
  {
    name: "compromise (names only)",
    run(text) {
      const doc = compromise(text);
      return [doc.people().out("array"), doc.places().out("array"), doc.organizations().out("array")];
    },
  },
];
for (const runner of RUNNERS) runner.read = (texts) => texts.forEach(runner.run);
if (process.env.NATIVE) RUNNERS.push({ name: "Galley, native (the same call)", read: native });
for (const runner of RUNNERS) Object.assign(runner, { seconds: 0, rounds: [] });

// Every runner reads a round before the next begins, so that a busy minute hits them all. Before the first
// each reads stories that do not count, and that do not come again unless a small set was repeated: what is
// compared is how fast they are once warm. The native build starts anew for each round, and reads them each time.
const size = Math.ceil(stories.length / ROUNDS);
for (const { read } of RUNNERS) for (let time = 0; time < WARM_TIMES; time++) read(warming);
for (let at = 0; at < stories.length; at += size) {
  const round = stories.slice(at, at + size);
  const bytes = round.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  for (const runner of RUNNERS) {
    const start = process.hrtime.bigint();
    const told = runner.read(round);
    const seconds = told ?? Number(process.hrtime.bigint() - start) / 1e9;
    runner.seconds += seconds;
    runner.rounds.push(bytes / 1e6 / seconds);
  }
}

const bytes = stories.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const rate = ({ seconds }) => bytes / 1e6 / seconds;
console.log(`   ${stories.length} stories, ${(bytes / 1e6).toFixed(2)} MB, ${RUNNERS[0].rounds.length} rounds in turn`);
for (const runner of RUNNERS) {
  const [low, high] = [Math.min(...runner.rounds), Math.max(...runner.rounds)];
  console.log(`   ${runner.name.padEnd(31)} ${rate(runner).toFixed(3).padStart(7)} MB/s  (rounds ${low.toFixed(2)} to ${high.toFixed(2)})`);
}
const [galley, winks, compromises, natives] = RUNNERS.map(rate);
const verdict = (ratio, wanted) => `${ratio.toFixed(2)} (wanted: at least ${wanted})`;
console.log(`   Galley ÷ compromise ${verdict(galley / compromises, 20)}`);
console.log(`   Galley ÷ wink-nlp   ${verdict(galley / winks, 0.8)}`);
if (natives) console.log(`   native ÷ Galley     ${verdict(natives / galley, 2)}`);
engine.annotate_reply(stories.join("\n\n").slice(0, 1_000_000));
console.log(`   the engine's memory after an article of 1 MB: ${(engine.memory.buffer.byteLength / 1e6).toFixed(1)} MB (wanted: at most 60)`);

// The seconds that the native build says it took; its start and its tables do not count.
function native(texts) {
  const input = `${process.argv[2]}.round`;
  writeFileSync(input, JSON.stringify({ warming, texts }));
  return Number(execFileSync(process.env.NATIVE, ["bench", "--native", input], { encoding: "utf8" }));
}
