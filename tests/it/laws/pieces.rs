//! Texts to try the laws on: sentences of news, their broken halves, and anything at all.

use proptest::prelude::*;
use proptest::sample::select;

/// Whole sentences, as they stand in news.
const SENTENCES: &[&str] = &[
    "The council of Dunmere voted on Tuesday to close the ferry.",
    "“We were never asked,” said Ngozi Achterberg, who runs the harbour café.",
    "“It works,” she said. “Most days.”",
    "He said the levy would “not survive” its first winter.",
    "According to the Ministry of Fisheries, exports fell 12.5 percent to $3.4 billion last year.",
    "Prime Minister Ilse Marchetti-Oduya told reporters in Valletta that talks would resume next week.",
    "The Tarn Valley Railway (TVR) cut 40 jobs in late March.",
    "Mr. Okonjo, 54, of St. Brannoc’s, denied all charges on Feb. 3, 2031.",
    "The so-called “snail tax” was dropped in 1998.",
    "Thousands marched from 9 a.m. to midnight, police said.",
    "A spokesman for the Kestrel Group declined to comment.",
    "Rain fell for three days on the Baltic coast.",
];

/// Bits that open, close, abbreviate, list or confuse.
const BITS: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "‚",
    "‹",
    "``",
    "''",
    "(",
    ")",
    "[",
    "]",
    "—",
    "–",
    "--",
    "-",
    ".",
    ",",
    ":",
    ";",
    "!",
    "?",
    "…",
    "...",
    " said ",
    " said",
    "he said",
    "told",
    "according to",
    "that ",
    "dpa",
    "AP",
    "LONDON (Reuters) - ",
    "KYIV, Ukraine (AP) — ",
    "Feb 9 (Reuters) – ",
    "14:10 JST, February 9, 2025",
    "UPDATE 1-",
    "By Ada Ferreira-Njoku",
    "(Reporting by A. B.; Editing by C. D.)",
    "1.",
    "•",
    "- ",
    "* ",
    "-\n",
    "- \n",
    "\u{ad}\n",
    "¬\n",
    "\t",
    "| 3 | 4 |",
    "Mr.",
    "Dr. ",
    "U.S.",
    "U.N. ",
    "J. ",
    "O’Neill",
    "'90s",
    "rock 'n' roll",
    "6'2\"",
    "$",
    "€5m",
    "¥76 tril.",
    "%",
    "12,000.75",
    "1st",
    "2025-02-30",
    "31 June",
    "tomorrow",
    "on Friday",
    "he",
    "She ",
    "the bank",
    "مريم الفاسي",
    "日本",
    "Ærøskøbing",
    "é",
    "e\u{301}",
    "👩‍👩‍👧",
    "👍🏽",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{ad}",
    "\u{a0}",
    "\u{2028}",
    "\u{0}",
    "\u{7f}",
    "\r\n",
    "\n",
    "\n\n",
    "\r",
    " ",
    "  ",
    "İ",
    "ß",
    "ﬁ",
    "ǅ",
    "Ⅷ",
    "½",
    "٣",
    "</script>",
    "&amp;",
    "<b>",
    "http://example.org/a?b=c",
    "#tag",
    "@name",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(SENTENCES).prop_map(str::to_owned),
        4 => select(BITS).prop_map(str::to_owned),
        2 => (select(SENTENCES), any::<prop::sample::Index>()).prop_map(|(sentence, at)| {
            let boundaries: Vec<usize> = sentence.char_indices().map(|(at, _)| at).collect();
            sentence[*at.get(&boundaries)..].to_owned()
        }),
        1 => any::<String>(),
    ]
}

/// Any article, well formed or not.
pub fn article() -> impl Strategy<Value = String> {
    let joint = select(&["", " ", " ", "\n", "\n\n"][..]);
    prop::collection::vec((piece(), joint), 0..24)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, joint)| piece + joint).collect())
}

/// A paragraph of whole sentences.
pub fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec(select(SENTENCES), 2..6).prop_map(|sentences| sentences.join(" "))
}
