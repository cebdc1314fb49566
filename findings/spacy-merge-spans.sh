#!/usr/bin/env bash
# spaCy 3.8.18 (Python): span groups (`doc.spans`) and the component `merge_entities`, i.e. `doc.retokenize()`.
# Good guess: merging tokens moves whatever points at them: `doc.ents` are still the same words afterwards, and so are
# the spans of `doc.spans`.
# Behaviour: only the entities are moved. A span of a group keeps its old token numbers, so its `.text` is other words,
# one token further right for each token that was merged before it; its `.start_char` and `.end_char` (and `to_json`)
# stay right, so that the two halves of one span contradict each other. A span near the end of the text cannot be read
# at all (E035). Whoever keeps quotations in a span group puts the merging component before it, or takes the words by
# their character offsets only.
# Seen: the quotation “We go” reads 'go” there.'; its characters are “We go”; entities right; at the end E035.
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check spacy==3.8.18
cat > seen.py <<'PY'
import spacy
from spacy.language import Language


@Language.component("quotations")
def quotations(doc):
    span = doc.char_span(doc.text.index("“"), doc.text.index("”") + 1, label="QUOTE")
    doc.spans["quotations"] = [span]
    return doc


nlp = spacy.blank("en")
names = nlp.add_pipe("entity_ruler")
names.add_patterns([{"label": "PERSON", "pattern": "Ann Reeve"}, {"label": "GPE", "pattern": "New Harwick"}])
nlp.add_pipe("quotations")
nlp.add_pipe("merge_entities")

doc = nlp("In New Harwick Ann Reeve said on Friday “We go” there.")
(span,) = doc.spans["quotations"]
print("entities:", [entity.text for entity in doc.ents])
print("text:", span.text)
print("characters:", doc.text[span.start_char : span.end_char])
written = doc.to_json()["spans"]["quotations"][0]
print("to_json:", doc.text[written["start"] : written["end"]])

doc = nlp("In New Harwick Ann Reeve said “We go”")
try:
    print("at the end:", doc.spans["quotations"][0].text)
except IndexError as error:
    print("at the end:", str(error)[:6])
PY
seen=$(env/bin/python -W ignore seen.py)
echo "$seen"
expected="entities: ['New Harwick', 'Ann Reeve']
text: go” there.
characters: “We go”
to_json: “We go”
at the end: [E035]"
[ "$seen" = "$expected" ] || { echo "spaCy behaves otherwise now"; exit 1; }
