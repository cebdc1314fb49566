//! Why a mark stands, as an editor would say it.

use super::dates::{self, Length};
use crate::document::Document;
use crate::document::ids::EntityId;
use crate::document::reason::{Basis, Reason};
use crate::document::structure::paragraph_at;
use crate::document::times::AnchorBasis;
use crate::text::TextRange;

/// A reason in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// “he”: the nearest fitting person named is Kofi Lindqvist, one paragraph up.
    pub sentence: String,
    /// Whether the text says so, or Galley concluded it.
    pub basis: Basis,
    /// The names passed over, nearest first.
    pub passed_over: Vec<String>,
}

/// Puts a reason in words. `entity` is whom the mark means, `at` where it stands.
pub fn explain(document: &Document, why: &Reason, entity: Option<EntityId>, at: TextRange) -> Explanation {
    let mut sentence = why.rule.sentence().to_owned();
    for (slot, number) in [("{words}", 0), ("{more}", 1)] {
        if sentence.contains(slot) {
            sentence = fill(&sentence, slot, why.evidence.get(number).map(|&range| words(document, range)));
        }
    }
    if sentence.contains("{name}") {
        let name = entity.map(|id| with_distance(document, id, at));
        sentence = fill(&sentence, "{name}", name);
    }
    if sentence.contains("{who}") {
        sentence = fill(&sentence, "{who}", entity.and_then(|id| name(document, id)).map(str::to_owned));
    }
    if sentence.contains("{anchor}") {
        sentence = fill(&sentence, "{anchor}", anchor(document));
    }
    let names = why.passed_over.iter().filter_map(|&id| Some(name(document, id)?.to_owned()));
    Explanation { sentence, basis: why.rule.basis(), passed_over: names.collect() }
}

/// Fills a slot; where nothing is known, the quotation marks around it go too.
fn fill(sentence: &str, slot: &str, words: Option<String>) -> String {
    match words {
        Some(words) => sentence.replace(slot, &words),
        None => {
            let quoted = ["“", slot, "”"].concat();
            let plain = sentence.replace(&quoted, "something").replace(slot, "something");
            if plain.starts_with("something") { plain.replacen("something", "Something", 1) } else { plain }
        }
    }
}

/// The words relied on, shortened where they run long.
pub fn words(document: &Document, range: TextRange) -> String {
    shorten(document.article.text.get(range.start()..range.end()).unwrap_or_default(), 60)
}

/// At most `most` characters of a text on one line, cut at a word.
pub fn shorten(text: &str, most: usize) -> String {
    // A word has a character at least, so no more of them are asked for.
    let line = text.split_whitespace().take(most + 1).collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = line.char_indices().nth(most) else { return line };
    let cut = line[..cut].rfind(' ').unwrap_or(cut);
    [line[..cut].trim_end_matches([',', ';', ':', '—', '–']), " …"].concat()
}

/// An entity's name.
pub fn name(document: &Document, id: EntityId) -> Option<&str> {
    document.layers.entities.get(id.0 as usize).map(|entity| entity.name.as_str())
}

/// "Kofi Lindqvist, one paragraph up"
fn with_distance(document: &Document, id: EntityId, at: TextRange) -> String {
    let name = name(document, id).unwrap_or_default();
    let mentions = &document.layers.mentions;
    let before = mentions.partition_point(|mention| mention.range.start() < at.start());
    let nearest = mentions[..before].iter().rev().take(2000).find(|mention| mention.entity == id);
    match nearest.and_then(|mention| distance(document, mention.range, at)) {
        Some(distance) => [name, ", ", &distance].concat(),
        None => name.to_owned(),
    }
}

fn distance(document: &Document, from: TextRange, to: TextRange) -> Option<String> {
    let structure = &document.layers.structure;
    let paragraph = |at: usize| paragraph_at(structure, at);
    match paragraph(to.start()).checked_sub(paragraph(from.start()))? {
        0 => None,
        1 => Some("one paragraph up".into()),
        many @ 2..=9 => {
            const NUMBERS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
            Some([NUMBERS[many - 2], " paragraphs up"].concat())
        }
        many => Some([&many.to_string(), " paragraphs up"].concat()),
    }
}

/// "Sunday 9 February 2025 (the time stamp)"
pub fn anchor(document: &Document) -> Option<String> {
    let anchor = document.layers.anchor?;
    Some([&dates::day(anchor.day, Length::Full), " (", basis(anchor.basis), ")"].concat())
}

/// "Sunday 9 February 2025, the time stamp"
pub fn origin(document: &Document) -> Option<String> {
    let anchor = document.layers.anchor?;
    Some([&dates::day(anchor.day, Length::Full), ", ", basis(anchor.basis)].concat())
}

/// What the day that dates are counted from was read from.
pub fn basis(basis: AnchorBasis) -> &'static str {
    match basis {
        AnchorBasis::Published => "the day of publication",
        AnchorBasis::Timestamp => "the time stamp",
        AnchorBasis::Dateline => "the dateline",
        AnchorBasis::Chosen => "the day you chose",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::reason::Rule;
    use crate::view::sample;

    #[test]
    fn every_rule_makes_a_whole_sentence_with_and_without_evidence() {
        let document = sample::document();
        let at = document.layers.references[0].range;
        for &rule in Rule::ALL {
            for why in [Reason::new(rule, []), Reason::new(rule, [at, at, at])] {
                for entity in [None, Some(EntityId(0))] {
                    let sentence = explain(&document, &why, entity, at).sentence;
                    assert!(!sentence.contains(['{', '}']), "{rule:?}: {sentence}");
                    assert!(sentence.ends_with('.'), "{rule:?}: {sentence}");
                }
            }
        }
    }

    #[test]
    fn a_pronoun_says_who_and_how_far_and_who_was_passed_over() {
        let document = sample::document();
        let reference = &document.layers.references[0];
        let why = explain(&document, &reference.why, Some(reference.entity), reference.range);
        assert_eq!(
            why.sentence,
            "“he”: the nearest fitting person named is Kofi Lindqvist, one paragraph up."
        );
        assert_eq!(why.basis, Basis::Inferred);
        assert_eq!(why.passed_over, ["Amina Osei"]);
    }

    #[test]
    fn long_words_are_cut_at_a_word() {
        assert_eq!(shorten("one two\nthree", 60), "one two three");
        assert_eq!(shorten("éé éé, éé", 7), "éé éé …");
    }
}
