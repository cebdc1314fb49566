//! Headlines that name who speaks without a verb: "‘We built it badly’: engineer’s apology".

use super::agents::is_agent;
use super::clause::{Clause, Item};
use super::content;
use super::report::Report;
use super::source::{self, Phrase};
use super::words;
use crate::document::reason::Rule;
use crate::tokens::TokenKind;

/// A colon or a dash between what was said and who said it.
///
/// ```text
/// ‘We built it badly’: engineer’s apology
///  ^^^^^^^^^^^^^^^^^   ^^^^^^^^
/// Dam will hold: Marlow
/// ^^^^^^^^^^^^^  ^^^^^^
/// ```
///
/// "‘Ghost town’: a year after the flood" names nobody.
pub(super) fn report(clause: Clause<'_>) -> Option<Report> {
    let sign = (clause.from + 1..clause.to)
        .rev()
        .find(|&at| matches!(clause.word(at), ":" | "–" | "—" | "--" | "-"))?;
    let dash = clause.word(sign) != ":";
    let spaced = !dash || clause.items[sign - 1].range.end() < clause.items[sign].range.start();
    if !spaced || !is_line(clause) || clause.to - sign > 9 {
        return None;
    }
    let quoted = sign == clause.from + 1 && clause.quoted(clause.from).is_some();
    let says = !dash && sign - clause.from > 2 && content::has_verb(clause, clause.from, sign);
    let phrase = speaker(clause, sign + 1, quoted).filter(|_| quoted || says)?;
    let source = source::words_of(clause, phrase);
    let content = (clause.from, sign);
    Some(Report::plain(clause.items[sign].range, source, content, Rule::HeadlineColon))
}

/// A paragraph of its own that does not end as a sentence does.
fn is_line(clause: Clause<'_>) -> bool {
    let begins = |at: usize| clause.items.get(at).is_none_or(|item: &Item| item.begins_paragraph);
    begins(clause.from) && begins(clause.to) && !matches!(clause.word(clause.to - 1), "." | "?" | "!" | ":")
}

/// "engineer’s apology", "Marlow apologises", "engineer", "Marlow": who, to the end of the line.
fn speaker(clause: Clause<'_>, from: usize, quoted: bool) -> Option<Phrase> {
    let owner = (from + 1..clause.to).find(|&at| clause.items[at].kind == TokenKind::Possessive);
    if let Some(owner) = owner.filter(|&owner| quoted && owner < from + 4) {
        return Some(Phrase { from, to: owner });
    }
    let phrase = source::after(clause, from)?;
    let last = clause.get(phrase.to - 1)?;
    let speaks = clause.get(phrase.to).is_some_and(|item| item.entry.verb.is_some()) && quoted;
    let who = last.is_name()
        || last.is(words::ROLE | words::ORGANISATION | words::DOCUMENT)
        || is_agent(clause.word(phrase.to - 1));
    (who && (speaks || phrase.to == clause.to)).then_some(phrase)
}
