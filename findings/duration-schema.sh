#!/usr/bin/env bash
# ajv 8.20.0 with ajv-formats 3.0.1 (JSON Schema 2020-12, `format: duration`), and temporal-polyfill 1.0.8.
# Good guess: JSON Schema's "duration" is ISO 8601's: what `Temporal.Duration` (or jiff's `Span`) writes is valid.
# Behaviour: it is the grammar of RFC 3339's appendix A: weeks stand alone or not at all, and there is no fraction and
# no sign. "P1W2D", "P1Y2W", "PT1.5S", "-PT1H" are refused, though Temporal writes just these, and reads them back.
# So "a week and two days later" kept as a Temporal duration is no valid value of such a field. Who writes one turns
# weeks into days where anything else stands beside them, and keeps the sign elsewhere; or declares a pattern of their
# own in place of the format.
# Seen: P1W true, P1Y2M3D true, P1W2D false, P1Y2W false, PT1.5S false, -PT1H false.
set -euo pipefail
command -v npm >/dev/null || { echo "needs node and npm"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ajv@8.20.0 ajv-formats@3.0.1 temporal-polyfill@1.0.8 >/dev/null
cat > seen.mjs <<'JS'
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { Temporal } from "temporal-polyfill";
const valid = formats(new Ajv()).compile({ type: "string", format: "duration" });
for (const parts of [
  { weeks: 1 },
  { years: 1, months: 2, days: 3 },
  { weeks: 1, days: 2 },
  { years: 1, weeks: 2 },
  { seconds: 1, milliseconds: 500 },
  { hours: -1 },
]) {
  const text = Temporal.Duration.from(parts).toString();
  console.log(text, Temporal.Duration.from(text).toString() === text, valid(text));
}
JS
seen=$(node seen.mjs)
echo "$seen"
expected="P1W true true
P1Y2M3D true true
P1W2D true false
P1Y2W true false
PT1.5S true false
-PT1H true false"
[ "$seen" = "$expected" ] || { echo "ajv-formats or Temporal behaves otherwise now"; exit 1; }
