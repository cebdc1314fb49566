//! Word files as docx-rs reads them, which drops or doubles comments that others keep.

use docx_rs::{
    CommentChild, CommentRangeEnd, DocumentChild, Docx, Paragraph, ParagraphChild, RunChild, read_docx,
};
use galley::annotate::annotate;
use galley::document::Document;
use galley::document::article::Article;
use galley::document::quotes::Quote;
use galley::export::{Wanted, format};
use galley::view::notes::speaker;
use std::collections::BTreeMap;
use std::fs;

/// A comment as it was read: the words that it is about, and what it says.
type Read = (String, String);

fn words_of(paragraph: &Paragraph) -> String {
    let runs = paragraph.children.iter().filter_map(|child| match child {
        ParagraphChild::Run(run) => Some(run),
        _ => None,
    });
    runs.flat_map(|run| &run.children).filter_map(words).collect()
}

fn words(child: &RunChild) -> Option<&str> {
    match child {
        RunChild::Text(text) => Some(&text.text),
        RunChild::Tab(_) => Some("\t"),
        _ => None,
    }
}

/// The comment that ends here: it is told in JSON alone.
fn id_of(end: &CommentRangeEnd) -> usize {
    let json = serde_json::to_value(end).expect("it is JSON");
    json["id"].as_u64().expect("it has an id") as usize
}

/// The comments whose ranges begin and end in paragraphs.
fn comments(docx: &Docx) -> Vec<Read> {
    let (mut open, mut read) = (BTreeMap::<usize, Read>::new(), Vec::new());
    let paragraphs = docx.document.children.iter().map(|child| match child {
        DocumentChild::Paragraph(paragraph) => paragraph,
        other => panic!("{other:?} stands between paragraphs"),
    });
    for child in paragraphs.flat_map(|paragraph| &paragraph.children) {
        match child {
            ParagraphChild::CommentStart(start) => {
                let comment = &start.comment;
                assert_eq!((comment.author.as_str(), comment.parent_comment_id), ("Galley", None));
                let [CommentChild::Paragraph(said)] = &comment.children[..] else {
                    panic!("it has no one paragraph")
                };
                open.insert(start.id, (String::new(), words_of(said)));
            }
            ParagraphChild::CommentEnd(end) => read.extend(open.remove(&id_of(end))),
            ParagraphChild::Run(run) => {
                let told: String = run.children.iter().filter_map(words).collect();
                open.values_mut().for_each(|(words, _)| words.push_str(&told));
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} never ends");
    read
}

/// Who says it, as far as a comment has room for.
fn source(document: &Document, quote: &Quote) -> String {
    speaker(document, quote).unwrap_or_default().trim_end_matches(" …").to_owned()
}

/// Each mark that is not furniture's, with a word of what is to be said of it.
fn meant(document: &Document) -> Vec<Read> {
    let layers = &document.layers;
    let names = layers.mentions.iter().map(|mention| {
        let entity = &layers.entities[mention.entity.0 as usize];
        (mention.range, entity.name.as_str().to_owned())
    });
    let quotes = layers.quotes.iter().map(|quote| (quote.range, source(document, quote)));
    let kept = names.chain(quotes).filter(|&(range, _)| !document.is_furniture(range));
    kept.map(|(range, said)| (document.words(range).to_owned(), said)).collect()
}

#[test]
fn docx_rs_reads_every_comment_once_with_its_words() {
    for name in ["agency-summit", "court-verdict", "election-night", "emoji-social", "british-single-quotes"]
    {
        let path = format!("tests/articles/{name}.txt");
        let Ok(text) = fs::read_to_string(&path) else { panic!("{path} is not there") };
        let document = annotate(Article { published: "2031-05-09".parse().ok(), ..Article::plain(text) });
        let bytes = format("docx").expect("it is written").bytes(&document, &Wanted::usual(false));
        let docx = read_docx(&bytes).expect("docx-rs reads it");
        let read = comments(&docx);
        assert_eq!(read.len(), docx.comments.inner().len(), "{name}: comments with a range, and all");
        for (words, said) in meant(&document) {
            let found = read.iter().any(|(about, comment)| *about == words && comment.contains(&said));
            assert!(found, "{name}: no comment says “{said}” of “{words}”: {read:#?}");
        }
    }
}
