//! Every format takes every text.

use crate::annotate::annotate;
use crate::document::Document;
use crate::document::article::Article;
use crate::document::hints::{Hint, HintKind};
use crate::document::looks::{EMPHASIS, Look, STRONG};
use crate::document::passages::{OwnLabel, Passage};
use crate::export::{Wanted, Write, every_format};
use crate::text::TextRange;
use crate::view::sample;
use std::io::Read;

/// Texts that break what is written carelessly.
pub const AWKWARD: &[&str] = &[
    "",
    " \n\t",
    "“We go  👍 now,” Ada\u{a0}Quist\tsaid in Z\u{fc}rich\u{301} on Friday.\r\n\r\nשלום, said Bob Roe.",
    "=HYPERLINK(\"x\") said Ada Quist. NER=a=b|c “]]> </script> <b>&amp;” she said.\u{b}\0 Nobody else did.",
    "“One\ntwo\nthree,” Ada Quist said.\n\n\n“Four\u{2028}five,” Bob Roe told Reuters on 6 May 2031 for $5.",
];

#[test]
fn every_format_takes_every_text() {
    let documents = AWKWARD.iter().map(|text| annotate(Article::plain(*text)));
    let documents = documents.chain([sample::document(), labelled()]);
    for document in documents {
        for format in every_format() {
            for wanted in [Wanted::usual(false), Wanted::usual(true)] {
                let bytes = format.bytes(&document, &wanted);
                assert_eq!(bytes, format.bytes(&document, &wanted), "{} is the same each time", format.id);
                if let Write::Text(_) = format.write {
                    assert!(std::str::from_utf8(&bytes).is_ok());
                }
                for loss in (format.programs.losses)(&document, &wanted) {
                    assert!(loss.ends_with('.') && !loss.contains('\n'), "{loss}");
                }
            }
        }
    }
}

#[test]
fn names_of_formats_are_told_apart() {
    let ids: Vec<&str> = every_format().map(|format| format.id).collect();
    let names: Vec<&str> = every_format().map(|format| format.name).collect();
    for list in [ids, names] {
        assert!(list.iter().enumerate().all(|(at, name)| !list[..at].contains(name)), "{list:?}");
    }
    for format in every_format() {
        assert!(format.about.ends_with('.') && format.mime.contains('/'), "{}", format.id);
        assert!(
            format.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        );
    }
}

/// The text of a file in a zip.
fn unpacked(bytes: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("it is a zip");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("it is text");
    text
}

fn written(id: &str, text: &str) -> Vec<u8> {
    let document = annotate(Article { published: "2031-05-09".parse().ok(), ..Article::plain(text) });
    let format = crate::export::format(id).expect(id);
    format.bytes(&document, &Wanted::usual(false))
}

fn text_of(id: &str, text: &str) -> String {
    String::from_utf8(written(id, text)).expect("it is text")
}

const STORY: &str = "Boat sails\n\n“We go,” Ada Quist said in Oslo on Friday. Reuters asked why.\n";

#[test]
fn names_in_columns_are_those_of_the_shared_task() {
    let conll = text_of("conll2003", STORY);
    assert!(conll.starts_with("-DOCSTART- -X- -X- O\n\n"), "{conll}");
    assert!(conll.contains("Ada -X- -X- B-PER\nQuist -X- -X- I-PER\nsaid -X- -X- O\n"), "{conll}");
    let conllu = text_of("conllu", STORY);
    assert!(conllu.contains("NER=B-PERSON|name=B-PERSON|Entity=e1"), "{conllu}");
    assert!(conllu.contains("# text = “We go,” Ada Quist said in Oslo on Friday.\n"), "{conllu}");
}

#[test]
fn words_comments_have_a_range_and_a_reference() {
    let bytes = written("docx", STORY);
    let document = unpacked(bytes.clone(), "word/document.xml");
    let comments = unpacked(bytes, "word/comments.xml");
    assert!(comments.contains(">Person: Ada Quist</w:t>"), "{comments}");
    assert!(comments.contains(">Direct quotation 1: Ada Quist</w:t>"), "{comments}");
    assert!(comments.contains(">Date: 2031-05-09 — Friday 9 May 2031</w:t>"), "{comments}");
    let count = |what: &str| document.matches(what).count();
    let all = comments.matches("<w:comment ").count();
    assert_eq!(
        [count("<w:commentRangeStart"), count("<w:commentRangeEnd"), count("<w:commentReference")],
        [all; 3]
    );
}

#[test]
fn what_will_be_lost_is_told() {
    let document = annotate(Article::plain(STORY));
    let losses = |id: &str| {
        let format = crate::export::format(id).expect(id);
        (format.programs.losses)(&document, &Wanted::usual(false)).join(" ")
    };
    assert!(losses("conll2003").contains("2 pieces of quotations, "), "{}", losses("conll2003"));
    assert!(losses("doccano").contains("2 parts of paragraphs"), "{}", losses("doccano"));
    assert!(losses("w3c").is_empty() && losses("json").is_empty() && losses("uima").is_empty());
}

/// The sample, in which a name and what stands behind it has a label of its editor's.
fn labelled() -> Document {
    let mut document = sample::document();
    let start = sample::TEXT.find("Kofi Lindqvist, offered").expect("it stands there");
    let (range, label) = (TextRange::new(start, start + 23), OwnLabel::read("Needs a source = s, red"));
    document.layers.passages.push(Passage { range, label: label.expect("it is one") });
    document
}

#[test]
fn labels_of_an_editors_own_have_their_names_or_are_told() {
    let document = labelled();
    let format = |id: &str| crate::export::format(id).expect(id);
    let bytes = |id: &str| format(id).bytes(&document, &Wanted::usual(false));
    for id in ["json", "html", "markdown", "tei", "w3c", "recogito", "uima", "spacy"] {
        let text = String::from_utf8(bytes(id)).expect("it is text");
        assert!(text.contains("Needs a source"), "{id}");
    }
    for id in
        ["w3c", "recogito", "uima", "spacy", "doccano", "label-studio", "label-studio-config", "brat-plain"]
    {
        let text = String::from_utf8(bytes(id)).expect("it is text");
        assert!(text.contains("OWN_Needs_a_source"), "{id}");
    }
    let sheet = unpacked(bytes("xlsx"), "xl/worksheets/sheet5.xml");
    assert!(sheet.contains("Needs a source") && sheet.contains("red"), "{sheet}");
    let comments = unpacked(bytes("docx"), "word/comments.xml");
    assert!(comments.contains("Own label: Needs a source = s, red"), "{comments}");
    assert!(unpacked(bytes("brat"), "annotation.conf").contains("\nOWN_Needs_a_source\n"));
    for id in ["conll2003", "conllu", "ninjs", "ninjs1", "nitf", "schema-org", "csv-entities"] {
        let losses = (format(id).programs.losses)(&document, &Wanted::usual(false)).join(" ");
        assert!(losses.contains("1 label of your own"), "{id}: {losses}");
    }
    let json = String::from_utf8(format("json").bytes(&sample::document(), &Wanted::usual(false)));
    assert!(!json.expect("it is text").contains("\"labels\""), "there is no key where there are none");
}

#[test]
fn markup_for_the_desk_names_people_in_paragraphs() {
    let nitf = text_of("nitf", STORY);
    assert!(nitf.contains("<hl1>Boat sails</hl1>"), "{nitf}");
    assert!(
        nitf.contains("<q>“We go,”</q> <person idsrc=\"galley\" value=\"e1\">Ada Quist</person>"),
        "{nitf}"
    );
    let tei = text_of("tei", STORY);
    assert!(tei.contains("who=\"#e1\" direct=\"true\""), "{tei}");
    let schema = text_of("schema-org", "“</script>,” Ada Quist said.");
    assert!(schema.contains("<\\/script>") && !schema.contains("</"), "{schema}");
}

#[test]
fn words_look_in_a_file_as_they_did_in_their_source() {
    let text = "Ferry back\n\nShe hardly read the full report by Ann Roe.\n";
    let look = |words: &str, style, href: &str| {
        let at = text.find(words).expect("it stands there");
        Look { range: TextRange::new(at, at + words.len()), style, href: href.into() }
    };
    let looks = vec![
        look("hardly", EMPHASIS, ""),
        look("the", 0, "https://a.org/?b&c"),
        look("full", STRONG, "https://a.org/?b&c"),
        look("report", 0, "https://a.org/?b&c"),
    ];
    let heading = Hint { kind: Some(HintKind::Heading(3)), ..Hint::of(TextRange::new(0, 10)) };
    let document = annotate(Article { looks, hints: vec![heading], ..Article::plain(text) });
    let written = |id| {
        let format = every_format().find(|format| format.id == id).expect("there is such a format");
        format.bytes(&document, &Wanted::usual(false))
    };
    let markdown = String::from_utf8(written("markdown")).expect("it is text");
    assert!(
        markdown.starts_with(
            "### Ferry back\n\nShe *hardly* read [the **full** report](<https://a.org/?b&c>) by"
        ),
        "{markdown}"
    );
    let ninjs = String::from_utf8(written("ninjs")).expect("it is text");
    assert!(ninjs.contains("She <em>hardly</em> read <a href="), "{ninjs}");
    let word = unpacked(written("docx"), "word/document.xml");
    assert!(word.contains("<w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">hardly"), "{word}");
    assert!(word.contains("<w:hyperlink r:id=\"rId3\"><w:r><w:rPr><w:b/></w:rPr>"), "{word}");
    let ways = unpacked(written("docx"), "word/_rels/document.xml.rels");
    assert_eq!(
        ways.matches("Target=\"https://a.org/?b&amp;c\" TargetMode=\"External\"").count(),
        1,
        "{ways}"
    );
}
