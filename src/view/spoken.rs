//! A mark as a screen reader says it.

use super::MarkId;
use super::card::{label_name, whole_kind};
use super::dates::{self, Length};
use super::explain::{anchor, name};
use super::notes::speaker;
use crate::document::Document;
use crate::text::lower;

/// What a screen reader says of a mark: its words, whom or what they mean, and the kind.
pub fn spoken(document: &Document, id: MarkId) -> String {
    let layers = &document.layers;
    let range = super::index::range_of(document, id);
    let written = range.map(|range| document.words(range).to_owned()).unwrap_or_default();
    let resolved = |title: &str, kind: &str| {
        if title == written || title.is_empty() {
            [&written, ", ", kind].concat()
        } else {
            [&written, ": ", title, ", ", kind].concat()
        }
    };
    let said = match id {
        MarkId::Mention(i) => layers.mentions.get(i as usize).map(|mention| {
            let kind = lower(label_name(mention.label));
            resolved(name(document, mention.entity).unwrap_or_default(), &kind)
        }),
        MarkId::Reference(i) => layers
            .references
            .get(i as usize)
            .map(|reference| resolved(name(document, reference.entity).unwrap_or_default(), "reference")),
        MarkId::Quote(i) => layers.quotes.get(i as usize).map(|quote| {
            let who = speaker(document, quote).unwrap_or_else(|| "speaker unknown".into());
            [&whole_kind(quote), ", ", &who].concat()
        }),
        MarkId::Cue(_) => Some([&written, ", reporting word"].concat()),
        MarkId::Term(_) => Some([&written, ", words in quotation marks"].concat()),
        MarkId::Time(i) => layers.times.get(i as usize).map(|time| match &time.value {
            Some(value) => resolved(&dates::value(value, Length::Full), "time"),
            None => [&written, ", time not resolved"].concat(),
        }),
        MarkId::Amount(_) => Some([&written, ", amount"].concat()),
        MarkId::Passage(i) => {
            layers.passages.get(i as usize).map(|one| resolved(&one.label.name, "your label"))
        }
        MarkId::Dateline => anchor(document).map(|day| ["Dateline, ", &day].concat()),
        MarkId::Finding(_) => None,
    };
    let said = said.unwrap_or(written);
    if super::index::is_doubtful(document, id) { said + ", doubtful" } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn a_screen_reader_hears_words_meaning_and_kind() {
        let document = sample::document();
        for (id, said) in [
            (MarkId::Mention(0), "TEMA: Tema, place"),
            (MarkId::Mention(1), "Amina Osei, person"),
            (MarkId::Reference(0), "he: Kofi Lindqvist, reference"),
            (MarkId::Quote(3), "Direct quotation, speaker unknown"),
            (MarkId::Time(0), "on Thursday: Thursday 5 March 2026, time"),
            (MarkId::Dateline, "Dateline, Friday 6 March 2026 (the dateline)"),
        ] {
            assert_eq!(spoken(&document, id), said);
        }
    }
}
