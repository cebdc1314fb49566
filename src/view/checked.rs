//! Who answers for a proof: Galley, and what a person has decided of it. Screen, print and files say the same.

use super::explain::{shorten, words};
use super::notes::speaker;
use super::parts;
use crate::document::Document;
use crate::document::article::CountFrom;
use crate::document::quotes::Quote;
use crate::document::reason::Basis;
use crate::text::order::put_in_order;

/// "Found by Galley, not yet checked by a person."
pub fn sentence(document: &Document) -> String {
    let speakers = match decided(document).len() {
        0 if decisions(document).is_empty() => return "Found by Galley, not yet checked by a person.".into(),
        0 => "a person decided what is listed here".into(),
        1 => "a person chose the speaker of 1 quotation".into(),
        many => ["a person chose the speakers of ", &many.to_string(), " quotations"].concat(),
    };
    ["Found by Galley; ", &speakers, ". The rest is not yet checked by a person."].concat()
}

/// What a person has decided, a line each: "Speaker of “We moved twice,”: Amina Osei".
pub fn decisions(document: &Document) -> Vec<String> {
    let of_quote = |quote: &&Quote| {
        let who = speaker(document, quote).unwrap_or_else(|| "left open".into());
        ["Speaker of ", &shorten(&words(document, quote.range), 60), ": ", &who].concat()
    };
    let mut lines: Vec<String> = decided(document).iter().map(of_quote).collect();
    for choice in &document.article.choices.parts {
        let text = document.article.text.get(choice.range.start()..choice.range.end()).unwrap_or_default();
        lines.push(["Part of “", &shorten(text, 60), "”: ", parts::name(choice.part)].concat());
    }
    if document.article.choices.count_from != CountFrom::Best {
        lines.push(super::origin::sentence(document));
    }
    lines
}

/// The first piece of each quotation whose speaker a person decided.
fn decided(document: &Document) -> Vec<&Quote> {
    let quotes = document.layers.quotes.iter();
    let mut decided: Vec<&Quote> = quotes.filter(|quote| quote.why.rule.basis() == Basis::Decided).collect();
    // Pieces of one quotation may stand inside another.
    put_in_order(&mut decided, |quote| (quote.group, quote.range.start() as u32, 0));
    decided.dedup_by_key(|quote| quote.group);
    decided
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::part::Part;
    use crate::document::reason::Rule;
    use crate::text::TextRange;
    use crate::view::sample;

    #[test]
    fn each_decision_is_told_once() {
        let mut document = sample::document();
        assert_eq!(sentence(&document), "Found by Galley, not yet checked by a person.");
        assert!(decisions(&document).is_empty());
        for (quote, group) in document.layers.quotes.iter_mut().zip([1, 2, 1, 3]) {
            (quote.group, quote.why.rule) = (group, Rule::Chosen);
        }
        document.article.choices.set_part(TextRange::new(0, 10), Some(Part::Caption));
        let lines = decisions(&document);
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert!(lines[0].starts_with("Speaker of “We moved twice,”: Amina Osei"), "{lines:?}");
        assert!(lines[3].ends_with(": Caption"), "{lines:?}");
        assert!(sentence(&document).contains("a person chose the speakers of 3 quotations."));
        assert!(sentence(&document).ends_with("The rest is not yet checked by a person."));
    }
}
