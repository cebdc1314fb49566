//! Words of speech in any order, from the first of a text to the last: no place in a sentence is taken for granted.

use galley::annotate::annotate;
use galley::document::article::Article;

const WORDS: [&str; 40] = [
    "with",
    "said",
    "told",
    "Of",
    "of",
    "one",
    "who",
    "which",
    "that",
    "to",
    "the",
    "a",
    "His",
    "brother",
    ",",
    ":",
    ".",
    "and",
    "but",
    "Ann Cole",
    "Reed’s",
    "the Prime Minister",
    "A Texas Democrat",
    "“It is bad.”",
    "“odd”",
    "(Lab)",
    "–",
    "Asked",
    "asked",
    "was",
    "called",
    "proposed",
    "Tuesday",
    "that night",
    "another",
    "for",
    "on",
    "used",
    "fond",
    "requesting",
];

#[test]
fn words_of_speech_in_any_order_are_read() {
    let mut seed = 7u64;
    let mut below = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % most
    };
    for _ in 0..4000 {
        let count = 1 + below(12);
        let words: Vec<&str> = (0..count).map(|_| WORDS[below(WORDS.len())]).collect();
        let text = words.join(" ");
        let document = annotate(Article::plain(text.clone()));
        let inside = document.layers.quotes.iter().all(|quote| quote.range.end() <= text.len());
        assert!(inside, "{text}");
    }
}
