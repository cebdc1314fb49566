//! Who says what: every quotation in text order, and what each speaker says of it all.

use super::explain::shorten;
use super::index::Index;
use super::notes::speaker;
use super::{Layer, MarkId};
use crate::document::Document;
use crate::document::ids::EntityId;
use crate::document::quotes::{Quote, QuoteKind, SourceKind, Utterance};
use crate::text::order::{Groups, most_first, put_in_order};
use crate::text::{TextRange, lower};

/// One quotation, all its pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who says it.
    pub voice: Voice,
    /// The speaker's name, or the words that stand for one.
    pub name: String,
    /// What to know of the speaker: "not named".
    pub about: &'static str,
    /// Its first words.
    pub words: String,
    /// What it is, where it is no plain direct quotation: "indirect", "attitude".
    pub kinds: Vec<&'static str>,
    /// Words between quotation marks.
    pub quoted: usize,
    /// Its pieces in the text.
    pub marks: Vec<MarkId>,
}

/// Whose words they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Nobody is known to have said it.
    Nobody,
    /// Somebody or something without a name: "two officials", "the report".
    Words(String),
    /// An entity of the article.
    Entity(EntityId),
}

impl Voice {
    fn key(&self) -> String {
        match self {
            Voice::Nobody => String::new(),
            Voice::Words(words) => ["w", words].concat(),
            Voice::Entity(id) => ["e", &id.0.to_string()].concat(),
        }
    }
}

/// What is said of a source without a name.
const NOT_NAMED: &str = "not named";
/// What is said of a source that Galley could not resolve: "he".
const UNCLEAR: &str = "unclear who";

/// Every speaker with what they say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub voice: Voice,
    /// The name.
    pub name: String,
    /// What to know: "not named".
    pub about: &'static str,
    /// Words between quotation marks.
    pub quoted: usize,
    /// Of all such words in the article, in per cent; the shares add up to 100.
    pub share: usize,
    /// The quotations, in text order.
    pub said: Vec<Said>,
}

/// Every quotation in text order; attitudes only where they are wanted.
pub fn said(document: &Document, index: &Index, attitudes: bool) -> Vec<Said> {
    let quotes = &document.layers.quotes;
    let mut groups: Groups<Said> = Groups::new();
    let mut counted = 0;
    for mark in index.marks.iter().filter(|mark| attitudes || mark.layer != Layer::Attitudes) {
        let MarkId::Quote(i) = mark.id else { continue };
        let quote = &quotes[i as usize];
        let said = groups.of(quote.group.to_string(), || first(document, quote));
        said.marks.push(mark.id);
        for piece in in_marks(document, quote) {
            // Words in a quotation inside a quotation are the outer speaker's, so that none counts twice.
            if piece.start() >= counted {
                said.quoted += document.words(piece).split_whitespace().count();
                counted = piece.end();
            }
        }
    }
    groups.as_they_came()
}

fn first(document: &Document, quote: &Quote) -> Said {
    let name = speaker(document, quote);
    let voice = match (quote.source.as_ref().map(|source| source.entity), &name) {
        (Some(Some(id)), _) => Voice::Entity(id),
        (Some(None), Some(name)) => Voice::Words(lower(name)),
        _ => Voice::Nobody,
    };
    let name = name.unwrap_or_else(|| "No speaker found".into());
    let words = shorten(document.words(quote.range), 90);
    let (about, kinds) = (about(quote), kinds(quote));
    Said { voice, name, about, words, kinds, quoted: 0, marks: Vec::new() }
}

fn about(quote: &Quote) -> &'static str {
    match quote.source.as_ref().map(|source| (source.kind, source.entity)) {
        Some((SourceKind::Unnamed, _)) => NOT_NAMED,
        Some((SourceKind::Document, _)) => "in writing",
        Some((SourceKind::Named, None)) => UNCLEAR,
        _ => "",
    }
}

fn kinds(quote: &Quote) -> Vec<&'static str> {
    let manner = match quote.kind {
        _ if quote.attitude => "attitude",
        QuoteKind::Direct => "",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "partly quoted",
    };
    let mut kinds = vec![manner, utterance(quote)];
    kinds.retain(|kind| !kind.is_empty());
    kinds
}

/// "question", "denial"; nothing for a plain statement.
pub fn utterance(quote: &Quote) -> &'static str {
    match quote.utterance {
        Utterance::Statement => "",
        Utterance::Question => "question",
        Utterance::Denial => "denial",
    }
}

/// What stands between quotation marks in a piece: all of a direct one, the fragments of a mixed one.
///
/// ```text
/// he “never wanted to use” the plan
///    ^^^^^^^^^^^^^^^^^^^^^
/// ```
fn in_marks(document: &Document, quote: &Quote) -> Vec<TextRange> {
    match quote.kind {
        QuoteKind::Direct => vec![quote.range],
        QuoteKind::Indirect => Vec::new(),
        QuoteKind::Mixed => fragments(document.words(quote.range), quote.range.start()),
    }
}

fn fragments(words: &str, start: usize) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in words.char_indices() {
        match open {
            None => open = closing(c).map(|closing| (at, closing)),
            Some((from, closing)) if c == closing && !is_apostrophe(words, at, c) => {
                found.push(TextRange::new(start + from, start + at + c.len_utf8()));
                open = None;
            }
            Some(_) => {}
        }
    }
    found
}

fn closing(opening: char) -> Option<char> {
    const PAIRS: [(char, char); 6] = [('“', '”'), ('"', '"'), ('‘', '’'), ('«', '»'), ('„', '“'), ('‹', '›')];
    PAIRS.iter().find(|(open, _)| *open == opening).map(|(_, closing)| *closing)
}

/// "don’t"
fn is_apostrophe(words: &str, at: usize, c: char) -> bool {
    c == '’' && words[at + c.len_utf8()..].starts_with(char::is_alphanumeric)
}

/// The speakers: nobody and unnamed ones first, then those who say most.
pub fn speakers(said: &[Said]) -> Vec<Speaker> {
    let mut voices: Groups<Speaker> = Groups::new();
    for said in said {
        let (voice, name) = (said.voice.clone(), said.name.clone());
        let empty = || Speaker { voice, name, about: said.about, quoted: 0, share: 0, said: Vec::new() };
        let speaker = voices.of(said.voice.key(), empty);
        speaker.quoted += said.quoted;
        speaker.said.push(said.clone());
    }
    let mut speakers: Vec<Speaker> = voices.as_they_came();
    put_in_order(&mut speakers, |speaker| (speaker.rank(), most_first(speaker.quoted), 0));
    share_out(&mut speakers);
    speakers
}

impl Speaker {
    /// Those who need a look come first.
    fn rank(&self) -> u32 {
        match (&self.voice, self.about) {
            (Voice::Nobody, _) => 0,
            (_, NOT_NAMED | UNCLEAR) => 1,
            _ => 2,
        }
    }
}

/// Whole per cents that add up: what is lost in rounding down goes to the largest remainders.
fn share_out(speakers: &mut [Speaker]) {
    let all: usize = speakers.iter().map(|speaker| speaker.quoted).sum();
    if all == 0 {
        return;
    }
    speakers.iter_mut().for_each(|speaker| speaker.share = speaker.quoted * 100 / all);
    let left = 100 - speakers.iter().map(|speaker| speaker.share).sum::<usize>();
    let mut order: Vec<usize> = (0..speakers.len()).collect();
    put_in_order(&mut order, |&at| (most_first(speakers[at].quoted * 100 % all), 0, 0));
    order.into_iter().take(left).for_each(|at| speakers[at].share += 1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn quotations_stand_in_text_order() {
        let document = sample::document();
        let said = said(&document, &Index::new(&document), false);
        let line =
            |said: &Said| format!("{}: {} ({}, {})", said.name, said.words, said.quoted, said.marks.len());
        assert_eq!(
            said.iter().map(line).collect::<Vec<_>>(),
            [
                "Amina Osei: “We moved twice,” (6, 2)",
                "Kofi Lindqvist: “The money is there,” (4, 1)",
                "No speaker found: “Enough,” (1, 1)",
            ]
        );
    }

    #[test]
    fn nobody_comes_first_then_those_who_say_most_and_shares_add_up() {
        let document = sample::document();
        let speakers = speakers(&said(&document, &Index::new(&document), false));
        let line = |speaker: &Speaker| format!("{} {} {} %", speaker.name, speaker.quoted, speaker.share);
        assert_eq!(
            speakers.iter().map(line).collect::<Vec<_>>(),
            ["No speaker found 1 9 %", "Amina Osei 6 55 %", "Kofi Lindqvist 4 36 %"]
        );
        assert_eq!(speakers.iter().map(|speaker| speaker.share).sum::<usize>(), 100);
    }

    #[test]
    fn sources_without_a_name_come_before_those_with_one() {
        let mut document = sample::document();
        let source = document.layers.quotes[2].source.as_mut().expect("it has a source");
        (source.entity, source.kind) = (None, SourceKind::Unnamed);
        let speakers = speakers(&said(&document, &Index::new(&document), false));
        let line = |speaker: &Speaker| [&speaker.name, " ", speaker.about].concat();
        assert_eq!(
            speakers.iter().map(line).collect::<Vec<_>>(),
            ["No speaker found ", "he not named", "Amina Osei "]
        );
    }

    #[test]
    fn only_what_stands_in_marks_is_counted() {
        for (words, expected) in [
            ("he “never wanted to use” the plan", vec!["“never wanted to use”"]),
            ("he ‘didn’t want’ it, and would \"go\"", vec!["‘didn’t want’", "\"go\""]),
            ("he “never wanted", vec![]),
        ] {
            let found: Vec<&str> = fragments(words, 0).into_iter().map(|range| range.of(words)).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn an_attitude_is_listed_only_where_it_is_wanted() {
        let mut document = sample::document();
        document.layers.quotes[3].attitude = true;
        document.layers.quotes[0].utterance = Utterance::Question;
        let index = Index::new(&document);
        assert_eq!(said(&document, &index, false).len(), 2);
        let all = said(&document, &index, true);
        assert_eq!((&all[2].kinds[..], &all[0].kinds[..]), (&["attitude"][..], &["question"][..]));
        assert_eq!(index.counts[Layer::Quotations as usize], 3);
        assert_eq!(index.counts[Layer::Attitudes as usize], 1);
    }
}
