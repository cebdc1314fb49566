#!/usr/bin/env bash
# pyconll 3.3.1 (Python), the newest for Python before 3.14; the field table of 4.1.1 sorts MISC in the same way.
# Good guess: MISC is free text for a tool that does not know the key: what was read and not touched is written back as
# it was, up to the order of the keys.
# Behaviour: every value of MISC is split at its commas into a SET, and written as the set's members in alphabetical
# order. "Gloss=Reeve, Ann" becomes "Gloss= Ann,Reeve", a list of candidates loses its ranking, and what stands twice
# stands once, all by reading and writing a file. (Python's `conllu` keeps the value.) A comma in a value that is a
# sentence, a name, or an ordered list has to be written as %2C, or the list as keys with numbers.
# Seen: "Gloss=Reeve, Ann" -> "Gloss= Ann,Reeve"; "Best=smith,jones,smith" -> "Best=jones,smith"; "Reeve%2C Ann" kept.
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyconll==3.3.1 conllu==6.0.0
cat > seen.py <<'PY'
import conllu
import pyconll

for value in ["Gloss=Reeve, Ann", "Best=smith,jones,smith", "Gloss=Reeve%2C Ann"]:
    line = f"1\tReeve\tReeve\tPROPN\tNNP\t_\t0\troot\t_\t{value}\n\n"
    written = [pyconll.load_from_string(line).conll(), conllu.parse(line)[0].serialize()]
    print(value, *(text.strip().split("\t")[-1] for text in written), sep=" | ")
PY
seen=$(env/bin/python -W ignore seen.py)
echo "$seen"
expected="Gloss=Reeve, Ann | Gloss= Ann,Reeve | Gloss=Reeve, Ann
Best=smith,jones,smith | Best=jones,smith | Best=smith,jones,smith
Gloss=Reeve%2C Ann | Gloss=Reeve%2C Ann | Gloss=Reeve%2C Ann"
[ "$seen" = "$expected" ] || { echo "pyconll behaves otherwise now"; exit 1; }
