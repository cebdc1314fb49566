//! What is written is read again, and what is hostile is refused in a sentence.

use super::*;
use crate::annotate::annotate;
use crate::document::Document;
use crate::document::article::Article;
use crate::document::comments::Comment;
use crate::document::passages::{OwnLabel, Passage};
use crate::export::{self, Wanted};
use crate::standoff::Standoff;
use crate::standoff::{Family, Key, LinkKind};
use crate::text::TextRange;
use crate::view::sample;
use std::fs;

/// Articles of many shapes, and texts that break what is read carelessly.
fn documents() -> Vec<Document> {
    let texts = [
        "",
        "“We go  👍 now,” Ada\u{a0}Quist\tsaid in Z\u{fc}rich\u{301} on Friday.\r\n\r\nשלום, said Bob Roe.",
        "=HYPERLINK(\"x\") said Ada Quist. NER=a=b|c; “]]> </script> </template> &amp;lt; <b>&amp;” she said.\u{b}\0 She left.",
        "“One\ntwo\nthree,” Ada Quist said.\n\n\n“Four\u{2028}five,” Bob Roe told Reuters on 6 May 2031 for $5.",
    ];
    let published = "2031-05-06".parse().ok();
    let mut documents: Vec<Document> =
        texts.iter().map(|text| annotate(Article { published, ..Article::plain(*text) })).collect();
    documents.push(sample::document());
    documents.push(annotate(Article::plain(crate::sample::TEXT)));
    documents.push(labelled());
    documents
}

/// What people say, of a mark, of words that have none, and across marks.
const COMMENTS: [(&str, &str); 3] = [
    ("Amina Osei", "Who told us? =HYPERLINK(\"x\"); a=b 👍 שלום %3B"),
    ("reporters", "Person: <b>no</b> ]]> &amp; </script></template>"),
    ("Kofi Lindqvist, offered", "PERSON"),
];

/// The sample with comments and with labels of its editor's: on a name, across the end of a quotation, over a name and more.
fn labelled() -> Document {
    let mut document = sample::document();
    for (words, label) in [
        ("Amina Osei", "Needs a source = s, red"),
        ("<moved>.”\nThe", "A=B; <b>“Prüfen”, now & %3B = ж, brown"),
        ("Kofi Lindqvist, offered $5", "Claim = k, teal"),
    ] {
        let start = sample::TEXT.find(words).expect("it stands there");
        let (range, label) =
            (TextRange::new(start, start + words.len()), OwnLabel::read(label).expect("it is one"));
        document.layers.passages.push(Passage { range, label });
    }
    for (words, said) in COMMENTS {
        let start = sample::TEXT.find(words).expect("it stands there");
        let range = TextRange::new(start, start + words.len());
        document.layers.comments.push(Comment { range, words: said.into() });
    }
    assert_eq!(document.check_invariants(), Ok(()));
    document
}

fn written(document: &Document, id: &str) -> Vec<u8> {
    export::format(id).expect(id).bytes(document, &Wanted::usual(false))
}

/// The document that a format's bytes are read as; the reader is found by the bytes alone.
fn again(document: &Document, id: &str) -> Document {
    let bytes = written(document, id);
    let file = File::open(&bytes).expect("it can be opened");
    let known: Vec<&str> =
        READERS.iter().filter(|reader| reader.knows(&file)).map(|reader| reader.id).collect();
    assert_eq!(known, [id], "the file is known by what stands in it");
    let built = read(&bytes, None).expect("what Galley writes it reads");
    assert_eq!(built.document.check_invariants(), Ok(()));
    assert_eq!(built.losses, Vec::<String>::new(), "{id}");
    built.document
}

#[test]
fn lossless_formats_come_back_whole() {
    for document in documents() {
        for id in ["json", "html", "w3c", "uima"] {
            let read = again(&document, id);
            assert_eq!(Standoff::of(&read, false), Standoff::of(&document, false), "{id}");
            let json = |document| String::from_utf8(written(document, "json")).expect("JSON is text");
            assert_eq!(json(&read), json(&document), "{id}");
        }
    }
}

/// Marks with some of their facts, and links, each as a line.
fn lines(document: &Document, families: &[Family], keys: &[Key], links: &[LinkKind]) -> Vec<String> {
    let standoff = Standoff::of_families(document, false, families);
    let place = |at: usize| format!("{:?}", standoff.spans[at].range);
    let mut lines: Vec<String> = standoff
        .spans
        .iter()
        .map(|span| {
            let facts: Vec<&str> = keys.iter().flat_map(|&key| span.all(key)).collect();
            format!("{} {:?} {}", span.kind.label(), span.range, facts.join(";"))
        })
        .collect();
    let kept = standoff.links.iter().filter(|link| links.contains(&link.kind));
    lines.extend(kept.map(|link| format!("{} {} {}", link.kind.name(), place(link.from), place(link.to))));
    lines
}

#[test]
fn other_formats_come_back_but_for_what_they_say() {
    let beside = [LinkKind::SpokenBy, LinkKind::ReportedBy, LinkKind::ToldTo];
    for document in documents() {
        let same = |id: &str, keys: &[Key], links: &[LinkKind]| {
            let mut expected = lines(&document, Family::MARKS, keys, links);
            // doccano has no room for comments.
            expected.retain(|line| id != "doccano" || !line.starts_with("COMMENT"));
            assert_eq!(lines(&again(&document, id), Family::MARKS, keys, links), expected, "{id}");
        };
        same("label-studio", Key::ALL, LinkKind::ALL);
        same("doccano", &[], LinkKind::ALL);
        same("spacy", &[Key::Entity, Key::Group, Key::Value, Key::Own, Key::Comment], &beside);
        if !document.article.text.contains('\r') {
            same("brat", Key::ALL, LinkKind::ALL);
        }
    }
}

/// The labels of an editor's own, each with its words.
fn own_labels(document: &Document) -> Vec<String> {
    let passages = document.layers.passages.iter();
    passages.map(|one| [document.words(one.range), ": ", &one.label.line()].concat()).collect()
}

#[test]
fn labels_of_an_editors_own_come_back() {
    let document = labelled();
    for id in ["json", "html", "w3c", "uima", "label-studio", "spacy", "brat"] {
        assert_eq!(own_labels(&again(&document, id)), own_labels(&document), "{id}");
    }
    // doccano has room for the letters and figures of a name.
    let doccano = own_labels(&again(&document, "doccano"));
    assert_eq!(doccano[0], "Amina Osei: Needs a source = n, blue");
    assert!(doccano[1].ends_with("The: A B b Prüfen now 3B = a, blue"), "{doccano:?}");
    // Word has comments within a paragraph.
    let word = own_labels(&again(&document, "docx"));
    assert_eq!((word.len(), &word[0]), (3, &own_labels(&document)[0]));
    let proof = String::from_utf8(written(&document, "html")).expect("a proof is text");
    let (before, after) = proof.split_once("<template").expect("it carries the document");
    let (_, after) = after.split_once("</template>").expect("it ends");
    let shown = read([before, after].concat().as_bytes(), None).expect("it can be").document;
    assert_eq!(own_labels(&shown)[0], own_labels(&document)[0]);
}

/// What people say in a document, each with its words.
fn said(document: &Document) -> Vec<String> {
    let comments = document.layers.comments.iter();
    comments.map(|one| [document.words(one.range), ": ", &one.words].concat()).collect()
}

#[test]
fn what_people_say_comes_back() {
    let document = labelled();
    for id in ["json", "html", "w3c", "uima", "label-studio", "spacy", "brat", "docx"] {
        assert_eq!(said(&again(&document, id)), said(&document), "{id}");
    }
    for id in
        ["doccano", "csv-entities", "conll2003", "conllu", "nitf", "ninjs", "ninjs1", "schema-org", "text"]
    {
        let format = export::format(id).expect(id);
        let losses = (format.programs.losses)(&document, &Wanted::usual(false)).join(" ");
        assert!(losses.contains("comment"), "{id}: {losses}");
    }
    for id in ["markdown", "tei", "recogito"] {
        let text = String::from_utf8(written(&document, id)).expect("it is text");
        assert!(text.contains("Who told us? =HYPERLINK"), "{id}");
    }
}

#[test]
fn what_people_say_in_other_programs_comes_in() {
    let page = r#"{"type":"AnnotationPage","galley:text":"Ada left.","items":[
        {"body":[{"type":"TextualBody","purpose":"tagging","value":"PERSON"},{"purpose":"commenting","value":"who?"}],
         "target":{"selector":{"type":"TextPositionSelector","start":0,"end":3}}},
        {"motivation":"commenting","body":{"value":"why?"},"target":{"selector":{"type":"TextPositionSelector","start":4,"end":8}}}]}"#;
    let task = r#"[{"data":{"text":"Ada left."},"annotations":[{"result":[{"id":"a","type":"labels","meta":{"text":["who?"]},
        "value":{"start":0,"end":3,"labels":["PERSON"]}}]}]}]"#;
    let brat =
        zip_of(&[("a.ann", b"T1\tPERSON 0 3\tAda\n#1\tAnnotatorNotes T1\twho?\n"), ("a.txt", b"Ada left.")]);
    for (file, expected) in [
        (page.as_bytes(), &["Ada: who?", "left: why?"][..]),
        (task.as_bytes(), &["Ada: who?"]),
        (&brat, &["Ada: who?"]),
    ] {
        let built = read(file, None).expect("it can be");
        assert_eq!(said(&built.document), expected);
        assert_eq!((built.document.layers.mentions.len(), built.losses), (1, Vec::new()));
    }
}

#[test]
fn brat_has_lines_that_end_in_one_character() {
    let document = annotate(Article::plain("Talks resume\r\n\r\n“We won,” Ada Quist said in Oslo.\r\n"));
    let read = again(&document, "brat");
    let names = |document: &Document| -> Vec<String> {
        document.layers.mentions.iter().map(|mention| document.words(mention.range).to_owned()).collect()
    };
    assert_eq!(names(&read), names(&document));
    assert_eq!(read.article.text, document.article.text.replace('\r', ""));
}

#[test]
fn words_comments_come_back_as_marks() {
    let document = annotate(Article {
        published: "2031-05-09".parse().ok(),
        ..Article::plain("Boat sails\n\n“We go,” Ada Quist said in Oslo on Friday. “Now,” she said.\n")
    });
    let read = again(&document, "docx");
    assert_eq!(
        read.article.text,
        "Boat sails\n“We go,” Ada Quist said in Oslo on Friday. “Now,” she said.\n"
    );
    let told = |document: &Document| -> Vec<String> {
        let standoff = Standoff::of(document, false);
        let kept = standoff.spans.iter().filter(|span| {
            Family::MARKS.contains(&span.kind.family()) && span.kind.family() != Family::Speech
        });
        kept.map(|span| {
            let facts: Vec<&str> = [Key::Name, Key::Speaker, Key::Value, Key::Group]
                .iter()
                .flat_map(|&key| span.fact(key))
                .collect();
            format!("{} {} {}", span.kind.label(), standoff.words(span), facts.join(";"))
        })
        .collect()
    };
    assert_eq!(told(&read), told(&document));
}

#[test]
fn every_article_comes_back_as_its_json() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let mut count = 0;
    for path in
        fs::read_dir(folder).expect("tests/articles is there").map(|entry| entry.expect("an entry").path())
    {
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let document = annotate(Article::plain(fs::read_to_string(&path).expect("an article")));
        let read = again(&document, "json");
        assert_eq!(written(&read, "json"), written(&document, "json"), "{}", path.display());
        count += 1;
    }
    assert!(count > 20);
}

/// The sentence that a file is refused with.
fn refused(id: &str, bytes: &[u8]) -> String {
    read(bytes, reader(id)).expect_err("it cannot be read")
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("a zip").into_inner()
}

#[test]
fn hostile_files_are_refused_in_a_sentence() {
    for (id, bytes) in [
        ("json", &b"{\"text\":"[..]),
        ("w3c", b"{}"),
        ("spacy", b"[]"),
        ("uima", b"{}"),
        ("label-studio", b"[]"),
        ("doccano", b""),
    ] {
        let sentence = refused(id, bytes);
        assert!(!sentence.is_empty() && !sentence.contains('\n'), "{id}: {sentence}");
    }
    let deep = "[".repeat(200_000);
    assert!(refused("json", deep.as_bytes()).contains("not valid JSON"));
    assert!(refused("html", b"<!doctype html><p>a page").contains("no proof"));
    assert!(refused("docx", b"PK\x03\x04 no more").contains("damaged"));
    assert!(refused("brat", b"T1\tPER 0 1\ta").contains("from a zip"));
    assert!(refused("brat", &zip_of(&[("../../etc/a.ann", b"")])).contains("lacks"));
    let bomb = vec![b' '; 44 << 20];
    assert!(refused("docx", &zip_of(&[("word/document.xml", &bomb)])).contains("40 MB"));
    let entities = b"<!DOCTYPE a [<!ENTITY b \"bbb\">]><w:document><w:p><w:t>&b;</w:t></w:p></w:document>";
    assert!(refused("docx", &zip_of(&[("word/document.xml", entities)])).contains("entities"));
    let nested = ["<a>".repeat(5_000), "</a>".repeat(5_000)].concat();
    assert!(refused("docx", &zip_of(&[("word/document.xml", nested.as_bytes())])).contains("deeper"));
}

#[test]
fn a_proof_from_the_browser_gives_what_it_shows() {
    let document = sample::document();
    let proof = String::from_utf8(written(&document, "html")).expect("a proof is text");
    let (before, after) = proof.split_once("<template").expect("it carries the document");
    let (_, after) = after.split_once("</template>").expect("it ends");
    let built = read([before, after].concat().as_bytes(), None).expect("it can be");
    assert_eq!(built.losses.len(), 1, "{:?}", built.losses);
    let read = built.document;
    assert_eq!(read.article.text, document.article.text);
    let names = |document: &Document| -> Vec<String> {
        let kept = document.layers.mentions.iter().filter(|mention| !document.is_furniture(mention.range));
        kept.map(|m| format!("{} {}", m.label.name(), document.layers.entities[m.entity.0 as usize].name))
            .collect()
    };
    assert_eq!(names(&read), names(&document));
    let speakers = |document: &Document| -> Vec<Option<String>> {
        let name = |id: crate::document::ids::EntityId| document.layers.entities[id.0 as usize].name.clone();
        document
            .layers
            .quotes
            .iter()
            .map(|quote| quote.source.as_ref().and_then(|source| source.entity.map(name)))
            .collect()
    };
    assert_eq!(speakers(&read), speakers(&document));
    let parts =
        |document: &Document| document.layers.structure.iter().map(|p| (p.range, p.part)).collect::<Vec<_>>();
    assert_eq!(parts(&read), parts(&document));
}

#[test]
fn foreign_marks_are_left_out_and_told() {
    let doccano =
        br#"{"text":"Ada took aspirin","label":[[0,3,"PER"],[9,16,"Drug"],[0,99,"PER"],[3,2,"ORG"]]}"#;
    let built = read(doccano, None).expect("it can be");
    assert_eq!(built.document.layers.mentions.len(), 1);
    assert_eq!(
        built.losses,
        [
            "1 mark of a kind that Galley does not have was left out.",
            "2 marks that lie outside the text were left out."
        ]
    );
    let task = r#"[{"data":{"text":"👍 Ada"},"predictions":[{"result":[{"id":"a","type":"labels","value":{"start":2,"end":5,"labels":["LOC"]}}]}]}]"#;
    let built = read(task.as_bytes(), None).expect("it can be");
    assert_eq!(built.document.words(built.document.layers.mentions[0].range), "Ada");
}

#[test]
fn deleted_words_are_not_read_and_peoples_own_comments_are_no_marks() {
    let document = "<w:document xmlns:w='w'><w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:commentRangeStart w:id='1'/><w:r><w:t>Ada</w:t></w:r>\
        <w:commentRangeEnd w:id='1'/><w:del><w:r><w:delText> never</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space='preserve'> left &amp; went&#33;</w:t></w:r></w:ins></w:p></w:document>";
    let comments = "<w:comments xmlns:w='w'><w:comment w:id='1'><w:p><w:r><w:t>who is she?</w:t></w:r></w:p></w:comment></w:comments>";
    let zip =
        zip_of(&[("word/document.xml", document.as_bytes()), ("word/comments.xml", comments.as_bytes())]);
    let built = read(&zip, None).expect("it can be");
    assert_eq!(built.document.article.text, "Ada left & went!\n");
    assert_eq!(said(&built.document), ["Ada: who is she?"]);
    assert!(built.document.has_no_marks());
    assert_eq!(built.losses, ["1 deleted passage was left out."]);
}

#[test]
fn a_line_in_which_nothing_is_seen_is_no_paragraph() {
    for text in ["\u{200b}", " \u{200e}\n\u{2060}\t", "\n"] {
        let document = annotate(Article::plain(text));
        for id in ["json", "uima"] {
            assert_eq!(again(&document, id).layers.structure, [], "{id} {text:?}");
        }
    }
}
