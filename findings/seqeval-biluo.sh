#!/usr/bin/env bash
# seqeval 1.2.2 (Python), on tags as spaCy writes them (`offsets_to_biluo_tags`: B, I, L, U, O, and "-" for a token that
# the offsets do not fit).
# Good guess: the default mode is the lenient one and takes any letter before the hyphen; "-" is no entity; and
# `mode="strict", scheme=BILOU` says what is wrong with a file.
# Behaviour: by default U begins nothing. Two names side by side, "U-PER U-PER", are ONE entity; of "U-PER B-PER L-PER"
# the first is lost; a right guess of one of two neighbours scores 0. "-" is an entity of the type "_" after a name and
# nothing after O. All that is said is a warning for each tag, and a file against itself still has F1 1.0. Strict counts
# the names right, but stops at "-" with KeyError('-'). So write IOB2 for it, with O for what does not fit.
# Seen (default | strict): U-PER U-PER 1 | 2; U-PER B-PER L-PER 1 | 2; U-PER - U-PER 3, PER _ PER | KeyError; F1 of the
# first name found of two neighbours 0.0 | 0.67.
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check seqeval==1.2.2
cat > seen.py <<'PY'
from seqeval.metrics import f1_score
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import BILOU, Entities


def strict(tags):
    try:
        return [entity.tag for entity in Entities([tags], BILOU).entities[0]]
    except KeyError as error:
        return repr(error)


for text in ["U-PER U-PER", "U-PER B-PER L-PER", "U-PER - U-PER", "O - O"]:
    tags = text.split()
    print(f"{text}: {[kind for kind, _, _ in get_entities(tags)]} | {strict(tags)}")
right, guess = [["U-PER", "U-PER"]], [["U-PER", "O"]]
scores = f1_score(right, guess), f1_score(right, guess, mode="strict", scheme=BILOU)
print("one of two: {:.2f} | {:.2f}".format(*scores))
PY
seen=$(env/bin/python -W ignore seen.py)
echo "$seen"
expected="U-PER U-PER: ['PER'] | ['PER', 'PER']
U-PER B-PER L-PER: ['PER'] | ['PER', 'PER']
U-PER - U-PER: ['PER', '_', 'PER'] | KeyError('-')
O - O: [] | KeyError('-')
one of two: 0.00 | 0.67"
[ "$seen" = "$expected" ] || { echo "seqeval behaves otherwise now"; exit 1; }
