#!/usr/bin/env bash
# extruct 0.18.0 (Python), microdata.
# Good guess: the value of `<time itemprop="datePublished">2031-05-14</time>` is its text: so says HTML for a <time>
# without `datetime`, and extruct takes the text of any other element.
# Behaviour: it is the empty string. For <time> extruct looks at the one attribute only; where that is missing, the key
# is there with "", so a test for its presence passes. A `content` attribute, which it does take from a <span>, does not
# help. A page for such readers gives every <time> its `datetime`, even where the text is the very date.
# Seen: text only: ''; datetime: '2031-05-14'; content on <time>: ''; content on <span>: '2031-05-14'.
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check --upgrade pip
env/bin/pip install --quiet extruct==0.18.0
cat > seen.py <<'PY'
import extruct

for element in [
    '<time itemprop="datePublished">2031-05-14</time>',
    '<time itemprop="datePublished" datetime="2031-05-14">May 14</time>',
    '<time itemprop="datePublished" content="2031-05-14">May 14</time>',
    '<span itemprop="datePublished" content="2031-05-14">May 14</span>',
]:
    page = f'<div itemscope itemtype="https://schema.org/NewsArticle">{element}</div>'
    (item,) = extruct.extract(page, syntaxes=["microdata"])["microdata"]
    print(element, item["properties"])
PY
seen=$(env/bin/python -W ignore seen.py)
echo "$seen"
expected="<time itemprop=\"datePublished\">2031-05-14</time> {'datePublished': ''}
<time itemprop=\"datePublished\" datetime=\"2031-05-14\">May 14</time> {'datePublished': '2031-05-14'}
<time itemprop=\"datePublished\" content=\"2031-05-14\">May 14</time> {'datePublished': ''}
<span itemprop=\"datePublished\" content=\"2031-05-14\">May 14</span> {'datePublished': '2031-05-14'}"
[ "$seen" = "$expected" ] || { echo "extruct behaves otherwise now"; exit 1; }
