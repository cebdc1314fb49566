"""Tables of comma-separated values where readers guess what a column holds, and how the file is quoted."""

import io
import json
import pathlib
import tempfile
import zipfile

from meant import Meant, galley, same, written

FORMS = {"csv-entities": "entities", "csv-quotes": "quotes", "csv-times": "times"}
# DuckDB looks at so many rows before it settles on how a file is quoted.
LOOKED_AT = 20_480


def _converted(text, marks, form):
    """What Galley writes of a text with these marks: (start, end, label)."""
    line = json.dumps({"id": 1, "text": text, "label": marks})
    return galley("convert", "--from", "doccano", "--to", form, data=line.encode())


def csv_by_pandas():
    """As its README says: read as text, with nothing taken for a missing value."""
    import pandas

    meant = Meant()
    for form, key in FORMS.items():
        table = pandas.read_csv(io.BytesIO(written(form)), dtype=str, keep_default_na=False)
        read = [(int(start), int(end), words) for start, end, words in zip(table["start"], table["end"], table["words"])]
        same(read, [(m["start"], m["end"], meant.words(m)) for m in meant.json[key]], form)
        guessed = pandas.read_csv(io.BytesIO(written(form)), keep_default_na=False)
        same(list(guessed["start"]), [m["start"] for m in meant.json[key]], "positions are numbers either way")


def csv_by_pandas_of_what_it_takes_for_something_else():
    """Agent 007, a firm called None, and Namibia's code."""
    import pandas

    text = "007 met None and NA in Windhoek."
    words = [("007", "PERSON"), ("None", "ORG"), ("NA", "ORG"), ("Windhoek", "PLACE")]
    marks = [(text.index(one), text.index(one) + len(one), label) for one, label in words]
    file = _converted(text, marks, "csv-entities")
    table = pandas.read_csv(io.BytesIO(file), dtype=str, keep_default_na=False)
    same(list(table["words"]), [one for one, _ in words], "words")
    # Left to guess it drops them: that is why the README says how to read the tables.
    assert list(pandas.read_csv(io.BytesIO(file))["words"].isna()) == [False, True, True, False]
    # The namesakes of a sheet are texts: nothing is guessed there.
    sheet = pandas.read_excel(io.BytesIO(_converted(text, marks, "xlsx")), sheet_name="Names", dtype=str, keep_default_na=False)
    same(list(sheet.iloc[:, 2]), [one for one, _ in words], "words of the sheet")


def tables_by_pandas():
    """With the schema's types a table of JSON lines keeps them; without, pandas makes a number of "007"."""
    import pandas

    text = "007 met Kofi Lindqvist."
    archive = zipfile.ZipFile(io.BytesIO(_converted(text, [(0, 3, "PERSON"), (8, 22, "PERSON")], "jsonl")))
    types = {"string": str, "int64": "Int64", "float64": "float64", "bool": "boolean", "list<string>": object}
    schema = json.loads(archive.read("schema.json"))["entities"]
    lines = archive.read("entities.jsonl").decode()
    table = pandas.read_json(io.StringIO(lines), lines=True, dtype={key: types[kind] for key, kind in schema.items()}, convert_dates=False)
    same(list(table["words"]), ["007", "Kofi Lindqvist"], "words")
    same(list(table["start"]), [0, 8], "positions")


def csv_by_duckdb_past_what_it_looks_at():
    """The first field with a comma and quotation marks comes after the rows that settle how the file is quoted."""
    import duckdb

    first, last = "Ada Quist\n", 'Quist, "Ada" & Sons'
    text = first * (LOOKED_AT + 20) + last
    marks = [(at * len(first), at * len(first) + 9, "PERSON") for at in range(LOOKED_AT + 20)]
    marks.append((len(first) * len(marks), len(text), "ORG"))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "names.csv"
        path.write_bytes(_converted(text, marks, "csv-entities"))
        rows = duckdb.sql(f"select start, \"end\", words, label from read_csv('{path}')").fetchall()
    same(len(rows), len(marks), "rows")
    same(rows[-1], (marks[-1][0], marks[-1][1], last, "ORG"), "the quoted row")
    assert all(row[2] == "Ada Quist" for row in rows[:-1])
