"""What Galley means, from its own JSON, and how its other formats are had."""

import functools
import io
import json
import pathlib
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).parent
ARTICLE = HERE / "article.txt"
GALLEY = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None


def galley(*words, data=None):
    """What the command line writes; a failure stops the check."""
    done = subprocess.run([GALLEY, *words], input=data, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@functools.cache
def written(form, article=ARTICLE):
    return galley("annotate", "--published", "2031-05-09", "--format", form, str(article))


# What people say: of a name, of words that have no mark, and across marks.
COMMENTS = [("Amina Osei", "Who told us? =HYPERLINK(\"x\"); a=b 👍"), ("reporters", "Person: ]]> </script>"),
            ("Kofi Lindqvist, a Norwegian", "שלום, check")]


@functools.cache
def commented(form):
    """The same article, of which people say something."""
    article = json.loads(written("json"))
    places = [(article["text"].index(words), len(words), said) for words, said in COMMENTS]
    article["comments"] = [{"start": start, "end": start + length, "comment": said} for start, length, said in places]
    return galley("convert", "--from", "json", "--to", form, data=json.dumps(article).encode())


def unpacked(form, write=written):
    archive = zipfile.ZipFile(io.BytesIO(write(form)))
    return {name: archive.read(name).decode() for name in archive.namelist()}


class Meant:
    """Galley's JSON, with the marks as (start, end, label) in code points."""

    def __init__(self, article=ARTICLE):
        self.json = json.loads(written("json", article))
        self.text = self.json["text"]
        self.names = [mark for mark in self.json["entities"] if mark["entity"]]
        self.quotes = self.json["quotes"]
        self.times = self.json["times"]

    def words(self, mark):
        return self.text[mark["start"]:mark["end"]]

    def spans(self, marks, label):
        return sorted((mark["start"], mark["end"], label(mark)) for mark in marks)


def same(read, meant, what):
    assert read == meant, f"{what}:\n  read  {read}\n  meant {meant}"


def quote_label(mark):
    return mark["kind"].upper() + "_QUOTE"


CONLL = {"PERSON": "PER", "ORG": "ORG", "PLACE": "LOC"}


def conll_label(mark):
    return CONLL.get(mark["label"], "MISC")
