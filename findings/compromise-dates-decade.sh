#!/usr/bin/env bash
# compromise 14.17.0 with compromise-dates 3.9.0 (npm).
# Good guess: "a decade ago" is ten years ago or not known, as "ten years ago" and "a month ago" are known; and "between
# May 3 and May 5" is what "from May 3 to May 5" is.
# Behaviour: "a decade ago" is found as a date and is the very day from which is counted, and so is "two decades ago".
# "between A and B" leaves B out: it ends a day before "from A to B" does. Both look like any other answer. A timeline
# from it has to look for decades in the words, and to add the day after "between".
# Seen (counted from 14 May 2031): "a decade ago" 2031-05-14, "ten years ago" 2021-05-14; "from May 3 to May 5" ends on
# 5 May, "between May 3 and May 5" on 4 May.
set -euo pipefail
command -v npm >/dev/null || { echo "needs node and npm"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund compromise@14.17.0 compromise-dates@3.9.0 >/dev/null
cat > seen.mjs <<'JS'
import nlp from "compromise";
import dates from "compromise-dates";
nlp.plugin(dates);
for (const text of [
  "a month ago",
  "ten years ago",
  "a decade ago",
  "two decades ago",
  "from May 3 to May 5",
  "between May 3 and May 5",
]) {
  const [{ start, end }] = nlp(text).dates({ today: "2031-05-14", timezone: "UTC" }).get();
  console.log(`${text}: ${start.slice(0, 10)} to ${end.slice(0, 10)}`);
}
JS
seen=$(TZ=UTC node seen.mjs)
echo "$seen"
expected="a month ago: 2031-04-14 to 2031-04-14
ten years ago: 2021-05-14 to 2021-05-14
a decade ago: 2031-05-14 to 2031-05-14
two decades ago: 2031-05-14 to 2031-05-14
from May 3 to May 5: 2031-05-03 to 2031-05-05
between May 3 and May 5: 2031-05-03 to 2031-05-04"
[ "$seen" = "$expected" ] || { echo "compromise-dates behaves otherwise now"; exit 1; }
