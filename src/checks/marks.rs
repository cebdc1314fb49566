//! Quotation marks that lack their other half.

use super::finding::{Check, Finding};
use crate::document::Document;
use crate::document::quotes::{MarkFault, Unpaired};
use crate::text::TextRange;

/// Marks that nothing closes and marks that close nothing, paragraph by paragraph.
///
/// ```text
/// “We won, he said. “Now we rest.”
/// ^
/// ```
///
/// Left out: an opening mark whose quotation goes on in the next paragraph, which newspapers open
/// again and close only at its end; and single marks, most of which are apostrophes.
pub fn check(document: &Document) -> Vec<Finding> {
    let finding = |mark: &Unpaired| {
        let check = match mark.fault {
            MarkFault::NeverClosed => Check::OpenMark,
            MarkFault::NeverOpened => Check::CloseMark,
        };
        Finding { range: mark.range, check, parts: Vec::new() }
    };
    document.layers.unpaired.iter().map(finding).chain(apostrophes(document)).collect()
}

/// ''We won,'' as a conversion leaves it: told once, at the first place, with how often. Those of the page's
/// furniture do not count.
fn apostrophes(document: &Document) -> Option<Finding> {
    let text = &document.article.text;
    let pairs = text.match_indices("''").map(|(at, pair)| TextRange::new(at, at + pair.len()));
    let mut pairs = pairs.filter(|&range| !document.is_furniture(range));
    let range = pairs.next()?;
    let times = match 1 + pairs.count() {
        1 => "once".to_owned(),
        many => [&many.to_string(), " times"].concat(),
    };
    let opened_by_ticks = text.contains("``");
    (!opened_by_ticks).then(|| Finding { range, check: Check::Apostrophes, parts: vec![times] })
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::checks::findings;
    use crate::document::article::Article;

    /// One finding a line: where it stands, and the check.
    fn check(text: &str, expected: &[&str]) {
        let found = findings(&annotate(Article::plain(text)));
        let line =
            |finding: &crate::checks::Finding| format!("{} {}", finding.range.start(), finding.check.name());
        assert_eq!(found.iter().map(line).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_mark_that_nothing_closes() {
        check("Marlow said: “We won.\nThe court adjourned.", &["13 open mark"]);
        check("Marlow said: \"We won.", &["13 open mark"]);
        check("“We won, Marlow said. “Now we rest.”", &["0 open mark"]);
        check("“We won,” Marlow said. “Now we rest.”", &[]);
    }

    #[test]
    fn a_mark_that_closes_nothing() {
        check("We won,” Marlow said.", &["7 close mark"]);
        check("We won,\" Marlow said.", &["7 close mark"]);
        check("The shelf is 6'2\" long and 18\" deep.", &[]);
    }

    #[test]
    fn two_apostrophes_are_told_once() {
        check("''We won,'' Marlow said. ''Now we rest.''", &["0 apostrophes"]);
        check("``We won,'' Marlow said.", &[]);
    }

    #[test]
    fn two_apostrophes_in_the_page_s_links_hide_none_in_the_article() {
        let links = "Most read: ''Ice'' closes the strait\n";
        let article = "Harbour reopens\nThe harbour of Tema reopened on Monday, the port said.\n''We won,'' Marlow said.\n";
        let text = article.to_owned() + links;
        let found = findings(&annotate(Article::plain(links.to_owned() + &text)));
        let told: Vec<_> = found.iter().map(|finding| (finding.range.start(), &finding.parts[..])).collect();
        assert_eq!(told, [(links.len() + article.find("''").unwrap_or(0), &["2 times".to_owned()][..])]);
    }

    #[test]
    fn one_quotation_over_paragraphs() {
        check("“We won. It was hard.\n“Now we rest,” Marlow said.", &[]);
        check("“We won. It was hard.\nNow we rest,” Marlow said.", &[]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The ’90s, rock ’n’ roll, the workers’ union and ‘one left open.", &[]);
    }
}
