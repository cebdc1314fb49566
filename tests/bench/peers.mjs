// Galley's engine as it ships, compromise and wink-nlp on the same stories, in turn, in one process:
// rates move from machine to machine, so only what ran side by side is compared.
//
//   node peers.mjs STORIES.json [EVERY]      a JSON list of texts; only every EVERY-th is read

import { readFileSync } from "node:fs";
import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { startEngine } from "../e2e/engine.mjs";

const ROUNDS = 6;

const every = Number(process.argv[3] ?? 1);
const stories = JSON.parse(readFileSync(process.argv[2], "utf8")).filter((_, at) => at % every === 0);
const engine = await startEngine();
const wink = winkNLP(model);

const RUNNERS = [
  { name: "Galley (all layers, JSON out)", run: (text) => engine.annotate_json(text, undefined) },
  { name: "wink-nlp (full pipeline)", run: (text) => wink.readDoc(text).entities().out() },
  {
    name: "compromise (names only)",
    run(text) {
      const doc = compromise(text);
      return [doc.people().out("array"), doc.places().out("array"), doc.organizations().out("array")];
    },
  },
].map((runner) => ({ ...runner, seconds: 0, rounds: [] }));

// Every runner reads a round before the next begins, so that a busy minute hits them all.
for (const { run } of RUNNERS) stories.slice(0, 40).forEach(run);
const size = Math.ceil(stories.length / ROUNDS);
for (let at = 0; at < stories.length; at += size) {
  const round = stories.slice(at, at + size);
  const bytes = round.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  for (const runner of RUNNERS) {
    const start = process.hrtime.bigint();
    round.forEach(runner.run);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
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
const [galley, winks, compromises] = RUNNERS.map(rate);
const verdict = (ratio, wanted) => `${ratio.toFixed(2)} (wanted: at least ${wanted})`;
console.log(`   Galley ÷ compromise ${verdict(galley / compromises, 15)}`);
console.log(`   Galley ÷ wink-nlp   ${verdict(galley / winks, 0.7)}`);
