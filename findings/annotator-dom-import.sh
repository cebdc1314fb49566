#!/usr/bin/env bash
# @apache-annotator/dom 0.2.0 (npm), the newest.
# Good guess: a package of a set brings the others that it imports: `npm install @apache-annotator/dom` is enough for a
# test that anchors W3C selectors.
# Behaviour: its files import @apache-annotator/selector, which stands under `devDependencies` only, so the first import
# stops with ERR_MODULE_NOT_FOUND. Where the whole set is installed all is well. Whoever uses the one has to name the
# other too, in the same version.
# Seen: alone ERR_MODULE_NOT_FOUND; with @apache-annotator/selector 0.2.0: 8 functions.
set -euo pipefail
command -v npm >/dev/null || { echo "needs node and npm"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
cat > seen.mjs <<'JS'
await import("@apache-annotator/dom").then(
  (functions) => console.log(Object.keys(functions).length, "functions"),
  (error) => console.log(error.code, error.message.match(/package '([^']*)'/)[1]),
);
JS
npm install --silent --no-audit --no-fund @apache-annotator/dom@0.2.0 >/dev/null
alone=$(node seen.mjs)
npm install --silent --no-audit --no-fund @apache-annotator/selector@0.2.0 >/dev/null
seen="$alone; $(node seen.mjs)"
echo "$seen"
expected="ERR_MODULE_NOT_FOUND @apache-annotator/selector; 8 functions"
[ "$seen" = "$expected" ] || { echo "the package behaves otherwise now"; exit 1; }
