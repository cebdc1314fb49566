#!/usr/bin/env bash
# datasets 5.2.0 with pyarrow 26.0.1.
# Good guess: load_dataset("json", features=…) reads a column of days that is declared to be text as text.
# Behaviour: the file's columns are guessed first and cast afterwards, so "2031-05-09" becomes a moment and then the text
# "2031-05-09 00:00:00". A table of Arrow's that was made with the schema keeps it.
# Seen: from the file 2031-05-09 00:00:00, from the table 2031-05-09.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check datasets==5.2.0 pyarrow==26.0.1
echo '{"day": "2031-05-09"}' > days.jsonl
seen=$(HF_HUB_OFFLINE=1 env/bin/python - <<'PYTHON'
import datasets, pyarrow
features = datasets.Features({"day": datasets.Value("string")})
datasets.disable_progress_bars()
read = datasets.load_dataset("json", data_files="days.jsonl", split="train", features=features, cache_dir="cache")
table = pyarrow.Table.from_pylist([{"day": "2031-05-09"}], schema=features.arrow_schema)
print("from the file", read[0]["day"], "from the table", datasets.Dataset(table, fingerprint="days")[0]["day"])
PYTHON
)
echo "$seen"
[ "$seen" = "from the file 2031-05-09 00:00:00 from the table 2031-05-09" ] || { echo "datasets behaves otherwise now"; exit 1; }
