//! Parts that a person chose: they hold, whatever the rules say.

use super::{Paragraph, paragraph_at};
use crate::article::ChosenPart;
use crate::reason::{Reason, Rule};

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

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::article::{Article, Part};
    use crate::reason::Rule;
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
