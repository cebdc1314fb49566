#!/usr/bin/env bash
# feedparser 6.0.14 (Python), `published_parsed`.
# Good guess: a date that the parser does not know gives None, one that it knows gives the right time in UTC; week dates
# and days of the year are ISO 8601 and so either known or None.
# Behaviour: the reader of W3C dates comes first and never gives up: "2031-W20-3" (14 May) is read as 1 November,
# "2031-134" (14 May as well) as 1 January 2032; the packed form "2031134" is right. Of zones by name only UTC, GMT and
# those of the United States are known: BST and CEST count as UTC, so the time is an hour or two late. `bozo` stays
# False in all. A story's day taken from a feed is therefore checked against the feed's own words (`published`), and a
# feed is written with months and with offsets in digits.
# Seen: W20-3 2031-11-01; 134 2032-01-01; 10:00 EDT 14 h, BST 10 h, CEST 10 h, +0200 8 h in UTC.
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check feedparser==6.0.14
cat > seen.py <<'PY'
import feedparser

for date in [
    "2031-W20-3",
    "2031-134",
    "2031134",
    "Wed, 14 May 2031 10:00:00 EDT",
    "Wed, 14 May 2031 10:00:00 BST",
    "Wed, 14 May 2031 10:00:00 CEST",
    "Wed, 14 May 2031 10:00:00 +0200",
]:
    item = f"<item><title>Pier</title><pubDate>{date}</pubDate></item>"
    feed = feedparser.parse(f"<rss version='2.0'><channel><title>News</title>{item}</channel></rss>")
    year, month, day, hour = feed.entries[0].published_parsed[:4]
    print(f"{date}: {year}-{month:02}-{day:02} {hour:02}h {feed.bozo}")
PY
seen=$(env/bin/python -W ignore seen.py)
echo "$seen"
expected="2031-W20-3: 2031-11-01 00h False
2031-134: 2032-01-01 00h False
2031134: 2031-05-14 00h False
Wed, 14 May 2031 10:00:00 EDT: 2031-05-14 14h False
Wed, 14 May 2031 10:00:00 BST: 2031-05-14 10h False
Wed, 14 May 2031 10:00:00 CEST: 2031-05-14 10h False
Wed, 14 May 2031 10:00:00 +0200: 2031-05-14 08h False"
[ "$seen" = "$expected" ] || { echo "feedparser behaves otherwise now"; exit 1; }
