//! The tokens and sentences of formats that label words. Tokens are Galley's own, cut where a mark begins or ends, so
//! that none is lost because it ends inside a word.

use crate::document::part::Part;
use crate::export::wanted::Wanted;
use crate::sentences::split;
use crate::standoff::{Kind, Span, Standoff};
use crate::text::TextRange;
use crate::tokens::tokenize;
use std::collections::BTreeSet;
use std::ops::Range;

/// The words of a text and its sentences, which are runs of words.
pub struct Words {
    /// Every word, in order.
    pub words: Vec<TextRange>,
    /// Every sentence, as places in the list of words.
    pub sentences: Vec<Range<usize>>,
}

impl Words {
    /// Cuts a text, its words also where these spans begin and end.
    pub fn of(standoff: &Standoff, spans: &[&Span]) -> Words {
        let tokens = tokenize(&standoff.text);
        let cuts: BTreeSet<usize> =
            spans.iter().flat_map(|span| [span.range.start(), span.range.end()]).collect();
        let mut out = Words { words: Vec::with_capacity(tokens.len()), sentences: Vec::new() };
        for sentence in split(&standoff.text, &tokens) {
            let from = out.words.len();
            for token in &tokens[sentence.tokens] {
                cut(&mut out.words, token.range, &cuts, &standoff.text);
            }
            out.sentences.push(from..out.words.len());
        }
        out
    }

    /// The sentences that are wanted: those of the page's furniture only where its marks are.
    pub fn kept(&self, standoff: &Standoff, wanted: &Wanted) -> Vec<Range<usize>> {
        let is_furniture = |span: &&Span| span.kind == Kind::Paragraph(Part::Furniture);
        let furniture: Vec<&Span> = standoff.spans.iter().filter(is_furniture).collect();
        let is_kept = |sentence: &&Range<usize>| {
            let word = self.words[sentence.start];
            let at = furniture.partition_point(|span| span.range.end() <= word.start());
            wanted.filter.furniture || furniture.get(at).is_none_or(|span| !span.range.contains(word))
        };
        self.sentences.iter().filter(is_kept).cloned().collect()
    }

    /// The words that a span holds exactly; none where it ends inside one or in white space.
    pub fn inside(&self, range: TextRange) -> Option<Range<usize>> {
        let first = self.words.partition_point(|word| word.start() < range.start());
        let end = self.words.partition_point(|word| word.end() <= range.end());
        let exact = self.words.get(first)?.start() == range.start();
        (exact && first < end && self.words[end - 1].end() == range.end()).then_some(first..end)
    }

    /// For each word what a label says of it: `B-` at the first word of a span, `I-` in the others, `O` outside. Of
    /// spans that overlap the first is taken.
    pub fn labelled<'a>(
        &self,
        spans: impl Iterator<Item = (TextRange, &'a str)>,
    ) -> Vec<Option<(bool, &'a str)>> {
        let mut labels = vec![None; self.words.len()];
        for (range, label) in spans {
            let Some(inside) = self.inside(range) else { continue };
            if labels[inside.clone()].iter().all(Option::is_none) {
                inside.clone().for_each(|at| labels[at] = Some((at == inside.start, label)));
            }
        }
        labels
    }
}

/// The word in as many pieces as it is cut into.
fn cut(out: &mut Vec<TextRange>, word: TextRange, cuts: &BTreeSet<usize>, text: &str) {
    let mut from = word.start();
    for &at in cuts.range(word.start() + 1..word.end()).chain([&word.end()]) {
        if text.is_char_boundary(at) {
            out.push(TextRange::new(from, at));
            from = at;
        }
    }
}

/// `B-PER`, `I-PER`, `O`.
pub fn iob(label: Option<(bool, &str)>) -> String {
    match label {
        Some((true, label)) => ["B-", label].concat(),
        Some((false, label)) => ["I-", label].concat(),
        None => "O".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::entities::Label;

    #[test]
    fn words_are_cut_where_marks_are() {
        let text = "Ada-Quist’s 👍 boat. Go!";
        let span = |words: &str| {
            let at = text.find(words).expect("it stands there");
            Span::new(TextRange::new(at, at + words.len()), Kind::Name(Label::Person))
        };
        let (first, second) = (span("uist"), span("👍"));
        let words = Words::of(&Standoff { text: text.into(), ..Standoff::default() }, &[&first, &second]);
        let read: Vec<&str> = words.words.iter().map(|word| word.of(text)).collect();
        assert_eq!(read, ["Ada", "-", "Q", "uist", "’s", "👍", "boat", ".", "Go", "!"]);
        assert_eq!(words.sentences, [0..8, 8..10]);
        assert_eq!(words.inside(first.range), Some(3..4));
        assert_eq!(words.inside(TextRange::new(0, 2)), None);
        let labels = words.labelled([(TextRange::new(0, 9), "PER"), (first.range, "ORG")].into_iter());
        assert_eq!(
            labels.iter().take(5).map(|&label| iob(label)).collect::<Vec<_>>(),
            ["B-PER", "I-PER", "I-PER", "I-PER", "O"]
        );
    }
}
