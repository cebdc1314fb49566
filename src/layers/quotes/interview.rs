//! Interviews printed as turns marked Q and A, without quotation marks.

use super::attribute::{Attribution, Draft};
use super::clause::Clause;
use super::words::Sense;
use crate::document::entities::{Label, Mention};
use crate::document::quotes::QuoteKind;
use crate::document::reason::Rule;
use crate::document::structure::{Paragraph, is_credit};
use crate::text::TextRange;

/// Adds a quotation for each turn.
///
/// ```text
/// Q: When did you start?
///    ^^^^^^^^^^^^^^^^^^^   asked by nobody named
/// A: In 1983. It rained.
///    ^^^^^^^^^^^^^^^^^^^   said by the one person named before the first turn
/// ```
///
/// Where two people are named before, either may answer, and the speaker stays open.
pub(super) fn add_turns(
    found: &mut Attribution<'_>,
    clauses: &[Clause<'_>],
    mentions: &[Mention],
    structure: &[Paragraph],
) {
    let turns = turns(clauses);
    if !turns.iter().any(|turn| turn.asks) || turns.iter().all(|turn| turn.asks) {
        return;
    }
    let answers = interviewed(mentions, structure, turns[0].content.start());
    for turn in turns {
        let source = answers.filter(|_| !turn.asks);
        let kind = QuoteKind::Indirect;
        let at = found.push(turn.content, kind, source, None, 700, Rule::Turn);
        let draft: &mut Draft = &mut found.drafts[at];
        draft.evidence = vec![turn.label];
        draft.sense = if turn.asks { Sense::Question } else { Sense::Plain };
    }
}

/// A paragraph that begins with Q or A.
struct Turn {
    label: TextRange,
    content: TextRange,
    asks: bool,
}

fn turns(clauses: &[Clause<'_>]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut inside = false;
    for clause in clauses {
        if clause.items[clause.from].begins_paragraph {
            let turn = turn(*clause);
            inside = turn.is_some();
            turns.extend(turn);
        } else if let Some(turn) = turns.last_mut().filter(|_| inside) {
            turn.content = turn.content.cover(clause.items[clause.to - 1].range);
        }
    }
    turns.retain(|turn| !turn.content.is_empty());
    turns
}

/// "Q:", "Q.", "A:" or "A." and what follows it in the same sentence, if anything does.
fn turn(clause: Clause<'_>) -> Option<Turn> {
    let word = clause.word(clause.from);
    let letter = word.trim_end_matches('.');
    let marked = word.len() > letter.len() || matches!(clause.word(clause.from + 1), ":" | ".");
    if !marked || !matches!(letter, "Q" | "A") {
        return None;
    }
    let label = clause.items[clause.from].range;
    let after = if word.len() > letter.len() { clause.from + 1 } else { clause.from + 2 };
    let last = clause.items[clause.to - 1].range;
    let content = match clause.get(after) {
        Some(first) => first.range.cover(last),
        None => clause.items.get(after).filter(|item| !item.begins_paragraph)?.range,
    };
    Some(Turn { label, content, asks: letter == "Q" })
}

/// The name of the one person whom the article names before the first turn.
fn interviewed(mentions: &[Mention], structure: &[Paragraph], before: usize) -> Option<TextRange> {
    let people = mentions.iter().take_while(|mention| mention.range.start() < before);
    let mut people = people.filter(|m| m.label == Label::Person && !is_credit(structure, m.range));
    let first = people.next()?;
    people.all(|other| other.entity == first.entity).then_some(first.range)
}
