#!/usr/bin/env bash
# odfpy 1.4.1 (Python): `odf.teletype.extractText` on an .odt paragraph with a comment.
# Good guess: the text of a paragraph is what a reader sees in the line; comments are beside it (so it is in
# python-docx, which leaves them out of a paragraph's text).
# Behaviour: OpenDocument keeps a comment INSIDE the paragraph, at the place where its range begins, and odfpy gives all
# text below the paragraph: the sentence has the comment's author, its time and its words in the middle, without a
# blank, and every offset behind it is shifted. A footnote comes the same way, its mark and its words. A reader has to
# go round <office:annotation> and <text:note> itself; a writer cannot count on a comment being beside the text.
# Seen: "Mayor Desk2031-05-14T10:00:00Check the name.Ann Reeve spoke." for "Mayor Ann Reeve spoke."
set -euo pipefail
command -v python3 >/dev/null || { echo "needs python3"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check odfpy==1.4.1
cat > seen.py <<'PY'
import io
from odf import dc, office, teletype, text
from odf.opendocument import OpenDocumentText, load

document = OpenDocumentText()
paragraph = text.P(text="Mayor ")
comment = office.Annotation(name="first")
comment.addElement(dc.Creator(text="Desk"))
comment.addElement(dc.Date(text="2031-05-14T10:00:00"))
comment.addElement(text.P(text="Check the name."))
paragraph.addElement(comment)
paragraph.addText("Ann Reeve")
paragraph.addElement(office.AnnotationEnd(name="first"))
paragraph.addText(" spoke.")
document.text.addElement(paragraph)
noted = text.P(text="Boats")
note = text.Note(noteclass="footnote", id="n1")
note.addElement(text.NoteCitation(text="1"))
note.addElement(text.NoteBody())
note.lastChild.addElement(text.P(text="All of them."))
noted.addElement(note)
noted.addText(" stay.")
document.text.addElement(noted)
file = io.BytesIO()
document.write(file)
file.seek(0)
for child in load(file).text.childNodes:
    if child.qname[1] == "p":
        print(teletype.extractText(child))
PY
seen=$(env/bin/python -W ignore seen.py)
echo "$seen"
expected="Mayor Desk2031-05-14T10:00:00Check the name.Ann Reeve spoke.
Boats1All of them. stay."
[ "$seen" = "$expected" ] || { echo "odfpy behaves otherwise now"; exit 1; }
