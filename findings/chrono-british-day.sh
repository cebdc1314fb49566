#!/usr/bin/env bash
# chrono-node 2.10.3, the parser `chrono.en.GB`.
# Good guess: the British parser differs from the American one in 5/6/2031 only (day first); a date with the month in
# letters has one meaning, so "May 14" is the fourteenth of May in both.
# Behaviour: in the British parser a month before two bare digits is a month and a YEAR: "May 14" is May 2014, "May
# 30" is May 2030, and the day is only implied (the first). One digit ("May 3"), a year that follows, an ordinal ("May
# 14th") or a span of one month ("May 14 to 16") is a day again. A span over two months takes the day from its other
# end: "December 30 to January 2" begins on 2 December. Agency copy with such dates runs in British papers too, so
# whoever dates it has to choose the parser by the form of the date and not by the paper's country.
# Seen (counted from 14 May 2031, American | British): "May 14" 2031-05-14 | 2014-05-01; "December 30 to January 2"
# 2030-12-30 to 2031-01-02 | 2030-12-02 to 2031-01-02.
set -euo pipefail
command -v npm >/dev/null || { echo "needs node and npm"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >/dev/null
cat > seen.mjs <<'JS'
import * as chrono from "chrono-node";
const from = new Date(2031, 4, 14, 9);
const day = (found) => {
  const two = (number) => String(number).padStart(2, "0");
  return `${found.get("year")}-${two(found.get("month"))}-${two(found.get("day"))}`;
};
const read = (parser, text) =>
  parser.parse(text, from).map(({ start, end }) => day(start) + (end ? ` to ${day(end)}` : "")).join(", ");
for (const text of ["May 3", "May 14", "May 14th", "May 14, 2031", "May 14 to 16", "December 30 to January 2"]) {
  console.log(`${text}: ${read(chrono.en, text)} | ${read(chrono.en.GB, text)}`);
}
JS
seen=$(node seen.mjs)
echo "$seen"
expected="May 3: 2031-05-03 | 2031-05-03
May 14: 2031-05-14 | 2014-05-01
May 14th: 2031-05-14 | 2031-05-14
May 14, 2031: 2031-05-14 | 2031-05-14
May 14 to 16: 2031-05-14 to 2031-05-16 | 2031-05-14 to 2031-05-16
December 30 to January 2: 2030-12-30 to 2031-01-02 | 2030-12-02 to 2031-01-02"
[ "$seen" = "$expected" ] || { echo "chrono-node behaves otherwise now"; exit 1; }
