#!/usr/bin/env bash
# dkpro-cassis 0.12.0 (Python), `Cas.select` and its relatives.
# Good guess: what `select` gives is UIMA's annotation index: by `begin`, and of two that begin together the LONGER
# first, over all subtypes at once. So an outer annotation comes before those inside it, and one loop with a stack
# nests them.
# Behaviour: of two that begin together the SHORTER comes first, and a supertype is walked type by type:
# `select("uima.tcas.Annotation")` gives all of one type and then all of another, in order within each only.
# An annotation that was added twice is given twice, and `select_covered` gives the covering annotation itself too.
# A reader that nests (to HTML, TEI, a tree) has to sort by (begin, -end) itself, whatever the file's order is.
# Seen: names: inner, outer; all: quotation, sentence, inner, outer; 3 names for 2; covered by outer: inner, outer.
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check dkpro-cassis==0.12.0
cat > seen.py <<'PY'
import cassis

types = cassis.TypeSystem()
name, quotation = types.create_type("news.Name"), types.create_type("news.Quotation")
for kind in (name, quotation):
    types.create_feature(kind, "note", "uima.cas.String")
cas = cassis.Cas(types)
cas.sofa_string = "Mayor Ann Reeve of Harwick spoke."
outer = name(begin=0, end=15, note="outer")
inner = name(begin=0, end=5, note="inner")
cas.add_all([outer, inner])
cas.add_all([quotation(begin=0, end=15, note="quotation"), quotation(begin=0, end=33, note="sentence")])


def notes(found):
    return ", ".join(each.note for each in found)


print("names:", notes(cas.select("news.Name")))
print("all:", notes(cas.select("uima.tcas.Annotation")))
print("covered by outer:", notes(cas.select_covered("news.Name", outer)))
cas.add(outer)
print("added twice:", len(list(cas.select("news.Name"))))
PY
seen=$(env/bin/python -W ignore seen.py)
echo "$seen"
expected="names: inner, outer
all: quotation, sentence, inner, outer
covered by outer: inner, outer
added twice: 3"
[ "$seen" = "$expected" ] || { echo "dkpro-cassis behaves otherwise now"; exit 1; }
