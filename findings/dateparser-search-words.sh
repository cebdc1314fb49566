#!/usr/bin/env bash
# dateparser 1.5.0 (Python): `dateparser.parse` and `dateparser.search.search_dates`.
# Good guess: search_dates finds in a sentence the words that parse understands, and gives them the same day; the words
# around a date change nothing.
# Behaviour: it takes words along that stand behind a date and reads them as part of it. "after a", the most ordinary
# thing after a date in the news, turns "ago" round: "2 years and 3 months ago after a storm" is in the FUTURE,
# "Friday after a vote" is in January, "3 May 2030 after a" has lost its day. Even alone "the day before yesterday" is
# yesterday, under a match whose text is the whole phrase. The text of a match shows it: who needs days from running
# copy has to find the phrase first and give `parse` that phrase alone.
# Seen (counted from 14 May 2031, parse | search in a sentence): "2 years and 3 months ago" 2029-02-14 | 2033-08-14;
# "the day before yesterday" 2031-05-12 | 2031-05-15 (search, the phrase alone: 2031-05-13).
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0
cat > seen.py <<'PY'
import datetime
import dateparser
from dateparser.search import search_dates

options = {"languages": ["en"], "settings": {"RELATIVE_BASE": datetime.datetime(2031, 5, 14, 9)}}


def search(text):
    return ", ".join(f"{when.date()} [{words}]" for words, when in search_dates(text, **options))


for phrase in ["2 years and 3 months ago", "the day before yesterday", "Friday", "3 May 2030"]:
    print(f"{phrase}: {dateparser.parse(phrase, **options).date()} | {search(f'It closed {phrase} after a storm.')}")
print(f"alone: {search('the day before yesterday')}")
PY
seen=$(TZ=UTC env/bin/python -W ignore seen.py)
echo "$seen"
expected="2 years and 3 months ago: 2029-02-14 | 2033-08-14 [2 years and 3 months ago after a]
the day before yesterday: 2031-05-12 | 2031-05-15 [the day before yesterday after a]
Friday: 2031-05-09 | 2031-01-14 [Friday after a]
3 May 2030: 2030-05-03 | 2030-05-01 [May 2030 after a]
alone: 2031-05-13 [the day before yesterday]"
[ "$seen" = "$expected" ] || { echo "dateparser behaves otherwise now"; exit 1; }
