"""One function a consumer. Its first lines import the package, so that a missing one is a check left out."""

import io
import json
import os
import pathlib
import subprocess
import tempfile

from meant import ARTICLE, COMMENTS, HERE, Meant, commented, conll_label, galley, quote_label, same, unpacked, written


def _published(name):
    """A published schema that no package carries, from the folder GALLEY_SCHEMAS or the one beside the project."""
    for folder in os.environ.get("GALLEY_SCHEMAS"), HERE / "../../../shared/schemas":
        file = pathlib.Path(folder or "") / name
        if folder and file.is_file():
            return json.loads(file.read_text())
    raise ImportError(f"{name} is not here: put it into a folder and name that in GALLEY_SCHEMAS")


def spacy_doc():
    import spacy
    from spacy.tokens import Doc, DocBin

    meant, read = Meant(), json.loads(written("spacy"))
    vocab = spacy.blank("en").vocab
    doc = Doc(vocab).from_json(read, validate=True)
    same(doc.text, meant.text, "text")
    spans = lambda group: sorted((span.start_char, span.end_char, span.label_) for span in group)
    same(spans(doc.ents), meant.spans(meant.json["entities"], lambda m: m["label"]), "ents")
    same(spans(doc.spans["quotes"]), meant.spans(meant.quotes, quote_label), "quotes")
    ids = sorted((span.start_char, span.kb_id_) for span in doc.spans["names"])
    same(ids, sorted((name["start"], name["entity"]) for name in meant.names), "who is who")
    values = sorted((span.start_char, span.kb_id_) for span in doc.spans["times"])
    same(values, sorted((time["start"], time["value"] or "") for time in meant.times), "values of times")
    speakers = {(span.start_char, span.end_char, span.kb_id_) for span in doc.spans["speakers"]}
    same(speakers, {(*q["speaker"], q["group"]) for q in meant.quotes if q["speaker"]}, "speakers")
    again = list(DocBin(docs=[doc], store_user_data=True).get_docs(vocab))[0]
    same(spans(again.spans["quotes"]), spans(doc.spans["quotes"]), "quotes after a DocBin")


def spacy_convert():
    import spacy
    from spacy.training.converters import conll_ner_to_docs, conllu_to_docs

    meant = Meant()
    for form, convert, label in [
        ("conll2003", lambda text: conll_ner_to_docs(text, n_sents=0), conll_label),
        ("conllu", lambda text: conllu_to_docs(text, n_sents=1, no_print=True), lambda m: m["label"]),
    ]:
        docs = list(convert(written(form).decode()))
        read = [("".join(ent.text.split()), ent.label_) for doc in docs for ent in doc.ents]
        wanted = meant.names if form == "conll2003" else meant.json["entities"]
        same(read, [("".join(meant.words(m).split()), label(m)) for m in wanted], form)


def conllu_reader():
    import conllu

    meant, sentences = Meant(), conllu.parse(written("conllu").decode())
    read, entities = [], []
    for sentence in sentences:
        for token in sentence:
            misc = token["misc"] or {}
            if misc.get("NER", "").startswith("B-"):
                read.append(misc["NER"][2:])
                entities.append(misc.get("Entity"))
            assert misc.get("NER") == misc.get("name"), misc
    same(read, [mark["label"] for mark in meant.json["entities"]], "labels")
    same(entities, [mark["entity"] for mark in meant.json["entities"]], "who is who")
    groups = {group for sentence in sentences for token in sentence
              for group in (token["misc"] or {}).get("Quote", "").split(",") if group}
    same(groups, {quote["group"] for quote in meant.quotes}, "quotations")
    assert len({sentence.metadata["sent_id"] for sentence in sentences}) == len(sentences)


def pyconll_reader():
    import pyconll

    conll = pyconll.load_from_string(written("conllu").decode())
    tokens = [token for sentence in conll for token in sentence]
    labels = [next(iter(token.misc["NER"]))[2:] for token in tokens if "B-" in "".join(token.misc.get("NER") or {})]
    same(labels, [mark["label"] for mark in Meant().json["entities"]], "labels")
    pairs = lambda text: [set(line.split("\t")[-1].split("|")) for line in text.split("\n") if line and line[0] != "#"]
    same(pairs(conll.conll()), pairs(written("conllu").decode()), "what stands in the last column")


def seqeval_scores():
    from seqeval.metrics.sequence_labeling import get_entities

    tags = [line.split(" ")[3] if line else "O" for line in written("conll2003").decode().split("\n")[2:]]
    same([label for label, *_ in get_entities(tags)], [conll_label(mark) for mark in Meant().names], "names")


def nervaluate_scores():
    """Against themselves all names are right. It takes two columns alone, made of the first and the last of ours."""
    from nervaluate import Evaluator

    meant = Meant()
    rows = [line.split(" ") for line in written("conll2003").decode().split("\n")[2:]]
    columns = "\n".join(f"{row[0]}\t{row[3]}" if len(row) == 4 else "" for row in rows)
    tags = sorted({conll_label(mark) for mark in meant.names})
    for loader, read in [("conll", columns), ("list", [[row[3] for row in rows if len(row) == 4]])]:
        scores = Evaluator(read, read, tags=tags, loader=loader).evaluate()["overall"]["strict"]
        same((scores.correct, scores.incorrect, scores.missed, scores.spurious), (len(meant.names), 0, 0, 0), loader)


def label_studio_converter():
    from label_studio_sdk.converter import Converter
    import label_studio_sdk.label_interface as interface

    meant, config = Meant(), written("label-studio-config").decode()
    tasks = written("label-studio")
    same(interface.LabelInterface(config).validate_prediction(json.loads(tasks)[0]["predictions"][0]), True, "prediction")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "in").mkdir()
        (folder / "in/tasks.json").write_bytes(tasks)
        converter = Converter(config=config, project_dir=None)
        converter.convert(str(folder / "in"), str(folder / "out"), "JSON_MIN", is_dir=True)
        read = json.loads(next((folder / "out").glob("*.json")).read_text())[0]
        names = sorted((one["start"], one["end"], one["labels"][0]) for one in read["names"])
        same(names, meant.spans(meant.json["entities"], lambda m: m["label"]), "names")
        quotes = sorted((one["start"], one["end"], one["labels"][0]) for one in read["speech"] if "QUOTE" in one["labels"][0])
        same(quotes, meant.spans(meant.quotes, quote_label), "quotations")
        converter.convert(str(folder / "in"), str(folder / "conll"), "CONLL2003", is_dir=True)
        conll = next((folder / "conll").glob("*.conll")).read_text()
        assert conll.count("B-PERSON") == sum(m["label"] == "PERSON" for m in meant.names), conll


def brat_by_bioc():
    from bioc import brat

    meant, files = Meant(), unpacked("brat")
    plain = brat.loads(files["article.txt"], written("brat-plain").decode())
    whole = brat.loads(files["article.txt"], files["article.ann"])
    for doc in [plain, whole]:
        spans = {(e.locations.begin(), e.locations.end(), e.type) for e in doc.entities}
        wanted = meant.spans(meant.json["entities"], lambda m: m["label"]) + meant.spans(meant.quotes, quote_label)
        assert set(wanted) <= spans, set(wanted) - spans
        for e in doc.entities:
            same(e.text, " ".join(meant.text[one.begin:one.end] for one in e.locations), "words")
    spoken = [relation for relation in whole.relations if relation.type == "spoken_by"]
    same(len(spoken), sum(q["speaker"] is not None for q in meant.quotes), "speakers")


def brat_by_mendelai():
    """A reader that glues lines it does not know to the words before: there are none."""
    from brat_parser import get_entities_relations_attributes_groups as read

    meant, files = Meant(), unpacked("brat")
    # Simpler ones stop at all but marks, and drop marks of more than two fragments.
    lines = written("brat-plain").decode().splitlines()
    assert all(line.startswith("T") and line.split("\t")[1].count(";") <= 1 for line in lines), lines
    with tempfile.TemporaryDirectory() as folder:
        for name, text in [("plain", written("brat-plain").decode()), ("whole", files["article.ann"])]:
            path = pathlib.Path(folder) / f"{name}.ann"
            path.write_text(text)
            entities, relations, _, _ = read(str(path))
            spans = {(e.span[0][0], e.span[-1][1], e.type) for e in entities.values()}
            wanted = meant.spans(meant.json["entities"], lambda m: m["label"]) + meant.spans(meant.quotes, quote_label)
            assert set(wanted) <= spans, set(wanted) - spans
            for e in entities.values():
                words = " ".join(files["article.txt"][start:end] for start, end in e.span)
                same(e.text, words.replace("\t", " "), "words")
    spoken = [one for one in relations.values() if one.type == "spoken_by"]
    same(len(spoken), sum(q["speaker"] is not None for q in meant.quotes), "speakers")


def cas_by_cassis():
    import cassis

    meant, cas = Meant(), cassis.load_cas_from_json(written("uima").decode())
    same(cas.sofa_string, meant.text, "text")
    marks = sorted((m.begin, m.end, m.label) for m in cas.select("webanno.custom.GalleyMark"))
    wanted = meant.spans(meant.json["entities"], lambda m: m["label"]) + meant.spans(meant.quotes, quote_label)
    assert set(wanted) <= set(marks), set(wanted) - set(marks)
    names = sorted((m.begin, m.end, m.value, m.identifier)
                   for m in cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"))
    same(names, sorted((m["start"], m["end"], m["label"], m["entity"]) for m in meant.names), "names")
    for link in cas.select("webanno.custom.GalleyLink"):
        assert link.Dependent.label and link.Governor.label
    assert len(list(cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"))) > 100
    again = galley("convert", "--from", "uima", "--to", "json", data=cas.to_json().encode())
    same(json.loads(again), meant.json, "the document after cassis")


def word_by_python_docx():
    import docx

    meant, doc = Meant(), docx.Document(io.BytesIO(written("docx")))
    texts = [comment.text for comment in doc.comments]
    for name in meant.names:
        assert any(name["name"] in text for text in texts), name
    said = sum(text.split(":")[0].split(" quotation")[0] in ("Direct", "Mixed", "Indirect") for text in texts)
    same(said, len(meant.quotes), "quotations")
    assert all(comment.initials == "G" and comment.author == "Galley" and comment.timestamp for comment in doc.comments)
    words = [p.text for p in doc.paragraphs if not p.style.name.startswith("Galley")]
    same(words, _kept(meant), "paragraphs")
    assert doc.paragraphs[0].text == "To check", doc.paragraphs[0].text


def _kept(meant):
    return [meant.words(p) for p in meant.json["structure"] if p["part"] != "furniture"]


def _comments_written():
    return unpacked("docx")["word/comments.xml"].count("<w:comment ")


def word_by_docx2python():
    from docx2python import docx2python

    with docx2python(io.BytesIO(written("docx"))) as doc:
        comments = doc.comments
    same(len(comments), _comments_written(), "comments with their ranges")
    about = {words.strip(): text for words, _, _, text in comments}
    for quote in Meant().quotes:
        words = Meant().words(quote)
        if "\t" not in words:
            assert (quote["speaker_text"] or "speaker unknown") in about[words], (words, about)


def word_by_mammoth():
    import mammoth

    html = mammoth.convert_to_html(io.BytesIO(written("docx")), style_map="comment-reference => sup").value
    same(html.count('href="#comment-ref-'), _comments_written(), "references")
    assert "Person: Amina Osei" in html


def excel_by_openpyxl():
    import openpyxl

    meant, book = Meant(), openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    same(book.sheetnames, ["To check", "Names", "Quotations", "Times"], "sheets")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.value is None or (cell.data_type in "s" and cell.number_format == "@"), (cell, cell.data_type)
    rows = list(book["Names"].iter_rows(min_row=2, values_only=True))
    same([row[2] for row in rows], [meant.words(mark) for mark in meant.json["entities"]], "names")
    quotes = list(book["Quotations"].iter_rows(min_row=2, values_only=True))
    same([row[2] for row in quotes], [meant.words(mark) for mark in meant.quotes], "quotations")


def csv_by_duckdb():
    import duckdb

    meant = Meant()
    with tempfile.TemporaryDirectory() as folder:
        for form, marks in [("csv-entities", meant.json["entities"]), ("csv-quotes", meant.quotes), ("csv-times", meant.times)]:
            path = pathlib.Path(folder) / f"{form}.csv"
            path.write_bytes(written(form))
            rows = duckdb.sql(f"select start, \"end\", words from read_csv('{path}', header = true)").fetchall()
            same(rows, [(m["start"], m["end"], meant.words(m)) for m in marks], form)


def tables_by_duckdb():
    import duckdb

    meant = Meant()
    with tempfile.TemporaryDirectory() as folder:
        files = unpacked("jsonl")
        for name, text in files.items():
            (pathlib.Path(folder) / name).write_text(text)
        base = duckdb.connect()
        base.execute(files["schema.sql"].replace("read_json('", f"read_json('{folder}/"))
        rows = base.execute("select start, \"end\", label, entity from entities order by start").fetchall()
        same(rows, [(m["start"], m["end"], m["label"], m["entity"]) for m in meant.json["entities"]], "entities")
        rows = base.execute("select \"group\", speaker, speaker_start from quotes order by start").fetchall()
        same(rows, [(q["group"], q["speaker_text"], q["speaker"] and q["speaker"][0]) for q in meant.quotes], "quotes")
        rows = base.execute("select value from times order by start").fetchall()
        same([value for value, in rows], [time["value"] for time in meant.times], "values stay text")


def tables_by_polars():
    import polars

    types = {"string": polars.String, "int64": polars.Int64, "float64": polars.Float64, "bool": polars.Boolean,
             "list<string>": polars.List(polars.String)}
    meant, files = Meant(), unpacked("jsonl")
    schema = json.loads(files["schema.json"])
    for name, columns in schema.items():
        table = polars.read_ndjson(io.StringIO(files[f"{name}.jsonl"]), schema={key: types[kind] for key, kind in columns.items()})
        same(table.columns, list(columns), name)
        if name == "entities":
            same(table["words"].to_list(), [meant.words(m) for m in meant.json["entities"]], "entities")
        if name == "quotes":
            same(table["speaker"].to_list(), [q["speaker_text"] for q in meant.quotes], "speakers")


def tables_by_datasets():
    """With the schema beside the tables every column keeps its type. Of a file it makes moments of days, even where it
    is told that they are text: it is given them as a table of Arrow's."""
    os.environ.update(HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1")
    import datasets
    import pyarrow

    meant, files = Meant(), unpacked("jsonl")
    value = lambda kind: datasets.List(datasets.Value("string")) if kind == "list<string>" else datasets.Value(kind)
    for name, columns in json.loads(files["schema.json"]).items():
        records = [json.loads(line) for line in files[f"{name}.jsonl"].splitlines()]
        features = datasets.Features({column: value(kind) for column, kind in columns.items()})
        assert all(list(record) == list(columns) for record in records), "every key is there, every time"
        arrow = pyarrow.Table.from_pylist(records, schema=features.arrow_schema)
        table = datasets.Dataset(arrow, fingerprint=name)
        same(table.features, features, name)
        same(table.to_list(), records, name)
        if name == "times":
            same(table["value"][:], [time["value"] for time in meant.times], "values stay text")


def annotations_by_pyld():
    from pyld import jsonld

    meant, page = Meant(), json.loads(written("w3c"))
    context = _published("anno.jsonld")
    jsonld.set_document_loader(lambda url, options=None: {"contextUrl": None, "documentUrl": url, "document": context})
    for item in page["items"]:
        item.pop("@context")
    expanded = jsonld.expand(page)[0]
    items = expanded["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    oa = "http://www.w3.org/ns/oa#"
    read = set()
    for item in items:
        assert item["@id"].startswith("urn:galley:")
        if item[f"{oa}motivatedBy"][0]["@id"] != f"{oa}tagging":
            continue
        selectors = item[f"{oa}hasTarget"][0][f"{oa}hasSelector"]
        position = next(s for s in selectors if f"{oa}start" in s)
        quote = next(s for s in selectors if f"{oa}exact" in s)
        label = item[f"{oa}hasBody"][0]["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"]
        start, end = position[f"{oa}start"][0]["@value"], position[f"{oa}end"][0]["@value"]
        same(quote[f"{oa}exact"][0]["@value"], meant.text[start:end], "exact words")
        for context_key in ("prefix", "suffix"):
            for value in quote.get(oa + context_key, []):
                assert 0 < len(value["@value"].encode("utf-16-le")) // 2 <= 32
        read.add((start, end, label))
    wanted = meant.spans(meant.json["entities"], lambda m: m["label"]) + meant.spans(meant.quotes, quote_label)
    assert set(wanted) <= read, set(wanted) - read
    assert "urn:galley:score" in json.dumps(expanded), "what Galley tells is kept under its own prefix"


def recogito_counts():
    meant = Meant()
    units = meant.text.encode("utf-16-le")
    for item in json.loads(written("recogito")):
        quote, position = item["target"]["selector"]
        words = units[2 * position["start"]:2 * position["end"]].decode("utf-16-le")
        same(words, quote["exact"], "words at UTF-16 positions")


def page_by_extruct():
    import extruct

    meant, article = Meant(), written("schema-org").decode()
    page = f'<html><head><script type="application/ld+json">{article}</script></head><body></body></html>'
    read = extruct.extract(page, syntaxes=["json-ld"])["json-ld"][0]
    same(read["@type"], "NewsArticle", "type")
    same({one["name"] for one in read["mentions"]}, {m["name"] for m in meant.names}, "mentions")
    said = {quote["text"].split(" … ")[0]: quote.get("spokenByCharacter", {}).get("name") for quote in read["hasPart"]}
    for quote in meant.quotes:
        if not quote["attitude"] and meant.words(quote) in said:
            same(said[meant.words(quote)], quote["speaker_text"], "speaker")
    same(len(said), len({q["group"] for q in meant.quotes if not q["attitude"]}), "quotations")


def ninjs_schema():
    import jsonschema

    schema = _published("ninjs-schema_3.1.json")
    item = json.loads(written("ninjs"))
    jsonschema.Draft202012Validator(schema).validate(item)
    same({one["name"] for one in item["people"]}, {m["name"] for m in Meant().names if m["label"] == "PERSON"}, "people")
    older = json.loads(written("ninjs1"))
    assert older["headline"] and older["body_text"] and older["person"]


def galley_schema():
    import jsonschema

    schema = json.loads((HERE / "../../src/export/json/schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for article in [ARTICLE, *sorted((HERE / "../articles").glob("*.txt"))[::9]]:
        validator.validate(json.loads(written("json", article)))
    broken = json.loads(written("json"))
    broken["entities"][0]["label"] = "DRUG"
    assert not validator.is_valid(broken), "the schema refuses what is none"


def tei_schema():
    import importlib.util

    from lxml import etree

    rng = pathlib.Path(importlib.util.find_spec("schemas").submodule_search_locations[0]) / "tei_all.rng"
    schema = etree.RelaxNG(etree.parse(str(rng)))
    for article in [ARTICLE, *sorted((HERE / "../articles").glob("*.txt"))[::9]]:
        tree = etree.fromstring(written("tei", article))
        assert schema.validate(tree), (article, schema.error_log.last_error)
    tree = etree.fromstring(written("tei"))
    name = {"t": "http://www.tei-c.org/ns/1.0"}
    body = tree.find(".//t:body", name)
    said = [" ".join("".join(one.itertext()).split()) for one in body.iter("{%s}said" % name["t"])]
    same(said, [" ".join(Meant().words(q).split()) for q in Meant().quotes], "quotations")
    people = ["".join(one.itertext()) for one in body.iter("{%s}persName" % name["t"])]
    same(people, [Meant().words(m) for m in Meant().names if m["label"] == "PERSON"], "people")


def tei_by_standoffconverter():
    """It parts the text from its elements: where each begins and ends, in the body's text."""
    from lxml import etree
    from standoffconverter import Standoff

    meant, space = Meant(), "{http://www.tei-c.org/ns/1.0}"
    tree = etree.fromstring(written("tei"))
    body = tree.find(f".//{space}body")
    so = Standoff(tree, {"tei": space[1:-1]})
    marks = {one["el"]: so.plain[one["begin"]:one["end"]] for one in so.standoffs}
    people = [mark for mark in meant.names if mark["label"] == "PERSON"]
    for tag, wanted in [("said", meant.quotes), ("persName", people)]:
        read = [" ".join(marks[one].split()) for one in body.iter(space + tag)]
        same(read, [" ".join(meant.words(mark).split()) for mark in wanted], tag)


def nitf_elements():
    from lxml import etree

    meant, tree = Meant(), etree.fromstring(written("nitf"))
    same(tree.findtext(".//hl1"), meant.words(meant.json["structure"][0]), "headline")
    assert not list(tree.find(".//hl1")) and tree.find(".//byline").text == "By "
    same(tree.findtext(".//dateline/location/city"), meant.json["dateline"]["places"][0]["name"], "city")
    said = ["".join(one.itertext()) for one in tree.iter("q")]
    assert said and all(any(words == meant.words(q) for q in meant.quotes) for words in said), said


def nitf_dtd():
    """The DTD of NITF 2.5, which npm's libxmljs carries among its tests."""
    import sys
    import tarfile

    from lxml import etree

    package = pathlib.Path(sys.prefix) / "libxmljs-1.0.6.tgz"
    if not package.is_file():
        raise ImportError("the NITF DTD of npm's libxmljs 1.0.6 is not here")
    with tarfile.open(package) as files:
        name = "package/vendor/libxml2/test/valid/dtds/nitf-2-5.dtd"
        dtd = etree.DTD(io.BytesIO(files.extractfile(name).read()))
    for article in [ARTICLE, *sorted((HERE / "../articles").glob("*.txt"))[::4]]:
        tree = etree.fromstring(written("nitf", article))
        assert dtd.validate(tree), (article, dtd.error_log.last_error)


def word_by_libreoffice():
    """There and back: comments that LibreOffice kept are read again."""
    import shutil

    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        raise ImportError("LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "article.docx"
        path.write_bytes(commented("docx"))
        out = pathlib.Path(folder) / "out"
        subprocess.run([office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "docx",
                        "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=120)
        read = json.loads(galley("convert", "--to", "json", str(out / "article.docx")))
    text = read["text"]
    names = [text[m["start"]:m["end"]] for m in read["entities"] if m["entity"]]
    same(names, [Meant().words(m) for m in Meant().names], "names")
    same([q["speaker_text"] for q in read["quotes"]], [q["speaker_text"] for q in Meant().quotes], "speakers")
    told = [(text[one["start"]:one["end"]], one["comment"]) for one in read["comments"]]
    same(sorted(told), sorted(COMMENTS), "what people say")


def comments_by_everybody():
    """What people say is read where programs show what people say."""
    said = [comment for _, comment in COMMENTS]
    for check in [_comments_by_python_docx, _comments_by_cassis, _comments_by_spacy, _comments_by_bioc,
                  _comments_by_lxml, _comments_by_openpyxl]:
        same(sorted(check()), sorted(said), check.__name__)
    for form in ["w3c", "recogito"]:
        items = json.loads(commented(form))
        items = items["items"] if form == "w3c" else items
        bodies = [item["body"][0] for item in items if item["motivation"] == "commenting"]
        same(sorted((body["purpose"], body["value"]) for body in bodies), sorted(("commenting", one) for one in said), form)
    for form in ["json", "html", "w3c", "uima", "label-studio", "spacy", "brat", "docx"]:
        read = json.loads(galley("convert", "--to", "json", data=commented(form)))
        same(sorted(one["comment"] for one in read["comments"]), sorted(said), form)


def _comments_by_python_docx():
    import docx

    texts = [comment.text for comment in docx.Document(io.BytesIO(commented("docx"))).comments]
    return [part.removeprefix("Comment: ") for text in texts for part in text.split(" · ") if part.startswith("Comment: ")]


def _comments_by_cassis():
    import cassis

    cas = cassis.load_cas_from_json(commented("uima").decode())
    marks = [mark for mark in cas.select("webanno.custom.GalleyMark") if mark.label == "COMMENT"]
    same(sorted(mark.get_covered_text() for mark in marks), sorted(words for words, _ in COMMENTS), "words")
    return [mark.comment.replace("%3B", ";") for mark in marks]


def _comments_by_spacy():
    import spacy
    from spacy.tokens import Doc

    doc = Doc(spacy.blank("en").vocab).from_json(json.loads(commented("spacy")), validate=True)
    return [span.kb_id_ for span in doc.spans["comments"]]


def _comments_by_bioc():
    from bioc import brat

    files = unpacked("brat", commented)
    doc = brat.loads(files["article.txt"], files["article.ann"])
    marks = {entity.id for entity in doc.entities if entity.type == "COMMENT"}
    notes = [one.text for one in doc.annotations if getattr(one, "refid", None) in marks]
    return [note.removeprefix("comment=").replace("%3B", ";") for note in notes]


def _comments_by_lxml():
    """TEI's notes, which its schema allows."""
    import importlib.util

    from lxml import etree

    rng = pathlib.Path(importlib.util.find_spec("schemas").submodule_search_locations[0]) / "tei_all.rng"
    schema, tree = etree.RelaxNG(etree.parse(str(rng))), etree.fromstring(commented("tei"))
    assert schema.validate(tree), schema.error_log.last_error
    notes = list(tree.iter("{http://www.tei-c.org/ns/1.0}note"))
    same([note[0].text for note in notes], [words for words, _ in COMMENTS], "words")
    return [note[0].tail for note in notes]


def _comments_by_openpyxl():
    import openpyxl

    rows = openpyxl.load_workbook(io.BytesIO(commented("xlsx")))["Comments"].iter_rows(min_row=2, values_only=True)
    return [row[4] for row in rows]


def there_and_back():
    """Every format that is read gives Galley's JSON again, to the letter for those that lose nothing."""
    meant = Meant()
    for form in ["json", "html", "w3c", "uima"]:
        same(json.loads(galley("convert", "--to", "json", data=written(form))), meant.json, form)
    for form in ["label-studio", "brat", "spacy", "doccano"]:
        read = json.loads(galley("convert", "--to", "json", data=written(form)))
        same([(m["start"], m["end"], m["label"]) for m in read["entities"]],
             [(m["start"], m["end"], m["label"]) for m in meant.json["entities"]], form)
        same([(q["start"], q["end"], q["speaker"]) for q in read["quotes"]],
             [(q["start"], q["end"], q["speaker"]) for q in meant.quotes], form)
