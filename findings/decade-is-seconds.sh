#!/usr/bin/env bash
# dateparser 1.5.0 and parsedatetime 2.6 (Python).
# Good guess: "the 1990s" is a decade, a year, or nothing that a parser of dates understands.
# Behaviour: it is 1,990 SECONDS, the "s" being their sign: dateparser gives half an hour ago, parsedatetime half an
# hour from now, each a whole date and time of today. `search_dates` finds it so in a sentence too. Every decade in an
# article thus becomes the day from which it is counted, which no check of plausibility catches. Decades have to be
# taken out before such a parser sees the text.
# Seen (counted from 14 May 2031, 9:00): dateparser 2031-05-14 08:26:50, parsedatetime 2031-05-14 09:33:10.
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0 parsedatetime==2.6
cat > seen.py <<'PY'
import datetime
import dateparser
import parsedatetime
from dateparser.search import search_dates

now = datetime.datetime(2031, 5, 14, 9)
options = {"languages": ["en"], "settings": {"RELATIVE_BASE": now}}
print("dateparser:", dateparser.parse("the 1990s", **options))
print("in a sentence:", *search_dates("The pier was shut in the 1990s.", **options)[0])
print("parsedatetime:", parsedatetime.Calendar().parseDT("the 1990s", now)[0])
PY
seen=$(TZ=UTC env/bin/python -W ignore seen.py)
echo "$seen"
expected="dateparser: 2031-05-14 08:26:50
in a sentence: in the 1990s 2031-05-14 08:26:50
parsedatetime: 2031-05-14 09:33:10"
[ "$seen" = "$expected" ] || { echo "the parsers behave otherwise now"; exit 1; }
