//! Whatever stands in an article, and whatever people say of it, comes back from the formats that are read.

use super::{article, cases, read};
use galley::document::Document;
use galley::document::passages::OwnLabel;
use galley::export::{Wanted, format, json};
use galley::import::annotated;
use galley::review::{Change, Correction, Corrections, Reach, review};
use galley::standoff::Standoff;
use galley::text::TextRange;
use proptest::prelude::*;
use proptest::sample::Index;

/// The formats that lose nothing.
const LOSSLESS: [&str; 4] = ["json", "html", "w3c", "uima"];
/// Those that lose none of what people mark and say.
const OF_PEOPLE: [&str; 2] = ["label-studio", "brat"];

/// What people write: signs that formats part things by, and letters that are counted in several ways.
const SAID: &str = "([A-Za-z]{1,6}|[=;%,|#:·—]| · | — |</script>|]]>|=HYPERLINK\\(\"x\"\\)|NER=a=b|[\t\n\u{a0}\u{b}]| {1,2}|👍|e\u{301}|שלום){1,8}";

/// Where somebody marks words: between which two places of a text, as what, and what they say of it.
type Said = (Index, Index, bool, String);

fn said() -> impl Strategy<Value = Vec<Said>> {
    prop::collection::vec((any::<Index>(), any::<Index>(), any::<bool>(), SAID), 0..6)
}

/// The document with what people marked and said.
fn reviewed(text: &str, said: &[Said]) -> Document {
    let document = read(text);
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut corrections = Corrections::default();
    for (one, other, labelled, words) in said {
        let (one, other) = (places[one.index(places.len())], places[other.index(places.len())]);
        let range = TextRange::new(one.min(other), one.max(other)).trim(text);
        let change = match OwnLabel::read(words).ok().filter(|_| *labelled) {
            Some(label) => Change::Own(Some(label), Reach::Here),
            None => Change::Comment(words.trim().to_owned()),
        };
        let is_said = change != Change::Comment(String::new()) && !range.is_empty();
        is_said.then(|| corrections.decide(Correction::new(&document, range, change)));
    }
    review(&document, &corrections)
}

fn again(document: &Document, id: &str) -> Document {
    let bytes = format(id).expect("it is written").bytes(document, &Wanted::usual(false));
    let built = annotated::read(&bytes, None).expect("what Galley writes it reads");
    assert_eq!(built.document.check_invariants(), Ok(()));
    assert_eq!(built.losses, Vec::<String>::new(), "{id}");
    built.document
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn formats_that_lose_nothing_give_the_document_again(text in article(), said in said()) {
        let document = reviewed(&text, &said);
        let standoff = Standoff::of(&document, false);
        for id in LOSSLESS {
            let read = again(&document, id);
            prop_assert_eq!(&Standoff::of(&read, false), &standoff, "{}", id);
            let text = |document| json::FORMAT.text(document, &Wanted::usual(false));
            prop_assert_eq!(text(&read), text(&document), "{}", id);
        }
    }

    #[test]
    fn what_people_mark_and_say_comes_back(text in article(), said in said()) {
        // brat has lines that end in one character.
        let document = reviewed(&text.replace('\r', ""), &said);
        let kept = |document: &Document| -> Vec<String> {
            let layers = &document.layers;
            let labels = layers.passages.iter().filter(|one| !document.is_furniture(one.range));
            let labels = labels.map(|one| format!("{:?} {}", one.range, one.label.line()));
            let comments = layers.comments.iter().filter(|one| !document.is_furniture(one.range));
            labels.chain(comments.map(|one| format!("{:?} {}", one.range, one.words))).collect()
        };
        for id in OF_PEOPLE {
            prop_assert_eq!(kept(&again(&document, id)), kept(&document), "{}", id);
        }
    }
}
