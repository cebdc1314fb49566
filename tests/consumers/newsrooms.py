"""Superdesk's own parsers of NITF and ninjs. Its package is installed without the newsroom that it asks for: what the two
parsers take from that (a database of cities, users, codes) stands in here as nothing."""

import datetime
import importlib.abc
import importlib.machinery
import importlib.util
import json
import pathlib
import sys
import tempfile
import types
from unittest import mock

from meant import Meant, same, written

# What is Superdesk's own here; all else of it, and what serves its pages, are stand-ins.
OWN = {"superdesk.io.feed_parsers", "superdesk.io.feed_parsers.nitf", "superdesk.io.feed_parsers.ninjs"}


class _Skip(Exception):
    pass


class _Refused(Exception):
    pass


# What the parsers do more with than to call it.
KNOWN = {
    "superdesk": {"config": types.SimpleNamespace(NITF_MAPPING=None)},
    "superdesk.errors": {"SkipValue": _Skip, "ParserError": types.SimpleNamespace(nitfParserError=lambda why, _: _Refused(why))},
    "superdesk.utc": {"utc": datetime.timezone.utc},
    "superdesk.metadata.utils": {"generate_tag_from_url": lambda address, scheme: address},
    "superdesk.metadata.item": {"CONTENT_TYPE": types.SimpleNamespace(TEXT="text"), "ITEM_TYPE": "type", "FORMAT": "format",
                                "FORMATS": types.SimpleNamespace(HTML="HTML", PRESERVED="preserved")},
    "flask": {"current_app": types.SimpleNamespace(locators=types.SimpleNamespace(find_cities=list))},
}


class _StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, folder):
        self.folder = folder

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] not in ("superdesk", "flask"):
            return None
        if name in OWN:
            file = self.folder / "/".join(name.split(".")[1:])
            file = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
            return importlib.util.spec_from_file_location(name, file, submodule_search_locations=[])
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        module = mock.MagicMock()
        for key, value in KNOWN.get(spec.name, {}).items():
            setattr(module, key, value)
        return module

    def exec_module(self, module):
        pass


def _parser(module, name):
    spec = importlib.util.find_spec("superdesk") if "superdesk" not in sys.modules else None
    if spec is not None:
        sys.meta_path.insert(0, _StandIns(pathlib.Path(spec.submodule_search_locations[0])))
    elif "superdesk" not in sys.modules:
        raise ImportError("superdesk-core is not installed")
    return getattr(importlib.import_module(f"superdesk.io.feed_parsers.{module}"), name)()


def nitf_by_superdesk():
    parser = _parser("nitf", "NITFFeedParser")
    from lxml import etree

    meant, tree = Meant(), etree.fromstring(written("nitf"))
    assert parser.can_parse(tree)
    item = parser.parse(tree)
    same(item["headline"], meant.words(meant.json["structure"][0]), "headline")
    byline = next(part for part in meant.json["structure"] if part["part"] == "byline")
    same(item["byline"], meant.words(byline), "byline")
    same(item["dateline"]["located"]["city"], meant.json["dateline"]["places"][0]["name"], "city")
    same((item["guid"], item["format"], item["type"]), (tree.find(".//doc-id").get("id-string"), "HTML", "text"), "item")
    same(item["firstcreated"].date().isoformat(), "2031-05-09", "day")
    # The body keeps its marks as they are.
    body = etree.fromstring(f"<body>{item['body_html']}</body>")
    same(["".join(p.itertext()) for p in body], ["".join(p.itertext()) for p in tree.find(".//body.content")], "paragraphs")
    people = ["".join(person.itertext()) for person in body.iter("person")]
    # Rows of a table, which the paragraph with a tab is, carry no marks.
    rows = [part for part in meant.json["structure"] if "\t" in meant.words(part)]
    wanted = [meant.words(m) for m in meant.names if m["label"] == "PERSON" and m["start"] > byline["end"]
              and not any(row["start"] <= m["start"] < row["end"] for row in rows)]
    same(people, wanted, "people")


def ninjs_by_superdesk():
    parser = _parser("ninjs", "NINJSFeedParser")
    meant, older = Meant(), json.loads(written("ninjs1"))
    with tempfile.TemporaryDirectory() as folder:
        read = {}
        for form in ["ninjs1", "ninjs"]:
            path = pathlib.Path(folder) / f"{form}.json"
            path.write_bytes(written(form))
            assert parser.can_parse(str(path)), form
            read[form] = parser.parse(str(path))[0]
    item = read["ninjs1"]
    same(item["headline"], meant.words(meant.json["structure"][0]), "headline")
    same((item["body_text"], item["body_html"]), (older["body_text"], older["body_xhtml"]), "body")
    assert "“No one slept,” said Lindqvist." in item["body_text"], item["body_text"]
    same(item["byline"], "By Ada Quist", "byline")
    same(item["dateline"]["located"]["city"], meant.words(dict(zip(["start", "end"], meant.json["dateline"]["place"]))), "city")
    same(item["versioncreated"].date().isoformat(), "2031-05-09", "day")
    # Of the current version it takes neither headline nor body: that is what the older one is for.
    assert "headline" not in read["ninjs"] and "body_html" not in read["ninjs"], read["ninjs"]
