#!/usr/bin/env bash
# trafilatura 2.3.1 (Python), all output formats, with lxml 6.1.3.
# Good guess: an extractor of article text drops an element's tag and keeps its words, as it does with <b>, <a> or
# <abbr>; a <time> in a sentence is at most lost as a date.
# Behaviour: <time> is cleaned away WITH its words, inside sentences too, in every format (txt, markdown, html, xml,
# TEI, JSON) and with `favor_recall`: "On <time>Friday</time> the mayor" comes out as "On the mayor", without a word of
# warning, while `baseline` and `html2txt` of the same package keep it. A page that marks its days up well is the one
# that loses them. So a page that is to be read by such tools has its <time> outside the sentence (or none), and a text
# that was fetched by one is not compared with the page word for word.
# Seen: all formats: "On the mayor spoke, and by the pier was shut."; baseline: "On Friday the mayor spoke, and by noon
# the pier was shut."
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check --upgrade pip
env/bin/pip install --quiet trafilatura==2.3.1 lxml==6.1.3
cat > seen.py <<'PY'
import re
import trafilatura

long = "The old ferry pier at Harwick will close on Monday after engineers found cracks in its pillars, she said."
short = 'On <time datetime="2025-05-16">Friday</time> the mayor spoke, and by <time>noon</time> the pier was shut.'
page = f"<html><body><article><h1>Pier</h1><p>{long}</p><p>{short}</p><p>{long} So it did.</p></article></body></html>"


def sentence(text):
    return re.search(r"On [\w ,]*shut\.", text).group()


for form in ["txt", "markdown", "html", "xml", "xmltei", "json"]:
    print(f"{form}: {sentence(trafilatura.extract(page, output_format=form, favor_recall=True))}")
print(f"baseline: {sentence(trafilatura.baseline(page)[1])}")
PY
seen=$(env/bin/python -W ignore seen.py)
echo "$seen"
without="On the mayor spoke, and by the pier was shut."
expected="txt: $without
markdown: $without
html: $without
xml: $without
xmltei: $without
json: $without
baseline: On Friday the mayor spoke, and by noon the pier was shut."
[ "$seen" = "$expected" ] || { echo "trafilatura behaves otherwise now"; exit 1; }
