//! The paragraphs of an article, the part of each, and who wrote it.

use super::article::ChosenPart;
use super::part::Part;
use super::reason::{Reason, Rule};
use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// One paragraph and the part it plays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// From its first to its last character, white space at the ends left out.
    pub range: TextRange,
    /// The part.
    pub part: Part,
    /// Why.
    pub why: Reason,
}

/// Which paragraph holds a position, or else comes next: its place in the list, whose length it is where
/// none does.
pub fn paragraph_at(structure: &[Paragraph], position: usize) -> usize {
    structure.partition_point(|paragraph| paragraph.range.end() <= position)
}

/// Whether it stands in a byline, a credit or a sign-off: who wrote the article says nothing in it.
pub fn is_credit(structure: &[Paragraph], range: TextRange) -> bool {
    let part = structure.get(paragraph_at(structure, range.start())).map(|paragraph| paragraph.part);
    part.is_some_and(|part| matches!(part, Part::Byline | Part::Credit | Part::Signoff | Part::Furniture))
}

/// Gives every paragraph that a person decided about its chosen part; the others keep theirs.
///
/// Both lists are in text order. A choice about one line of a wrapped paragraph is one about all of it.
pub fn obey(choices: &[ChosenPart], paragraphs: &mut [Paragraph]) {
    for choice in choices {
        let from = paragraph_at(paragraphs, choice.range.start());
        for paragraph in paragraphs[from..].iter_mut().take_while(|p| p.range.overlaps(choice.range)) {
            paragraph.part = choice.part;
            paragraph.why = Reason::new(Rule::ChosenPart, [paragraph.range]);
        }
    }
}

/// An author, as the byline gives them.
///
/// ```text
/// By Jane Doe in London and Amir Roe, Political Correspondent
///    ^^^^^^^^    ^^^^^^     ^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^
///    name        place      name      role
/// ```
///
/// Left out: agencies, desks and houses ("By our foreign staff", "Harwick Courier"), and who added to the
/// report or edited it; "Reporting by Jane Doe" at the foot counts where nothing else names anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The name, without "Dr" and the like.
    pub name: TextRange,
    /// "Political Correspondent"
    pub role: Option<TextRange>,
    /// The place or places reported from.
    pub place: Option<TextRange>,
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::document::article::Article;
    use crate::document::part::Part;
    use crate::document::reason::Rule;
    use crate::text::TextRange;

    #[test]
    fn a_chosen_part_holds_and_says_who_chose_it() {
        let text =
            "Port strike ends\n\nDock workers in Tema went back to work.\n\nThey had been out for a week.";
        let mut article = Article::plain(text);
        let line = text.find("Dock").expect("it stands there");
        article.choices.set_part(TextRange::new(line, line + 12), Some(Part::Furniture));
        let structure = annotate(article).layers.structure;
        assert_eq!((structure[1].part, structure[1].why.rule), (Part::Furniture, Rule::ChosenPart));
        assert_eq!(structure[2].part, Part::Body);
        assert_ne!(structure[2].why.rule, Rule::ChosenPart);
    }
}
