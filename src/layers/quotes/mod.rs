//! Quotations: what was said, the cue that reports it, and who said it.

pub mod marks;

pub(in crate::layers) mod words;

mod clause;

mod source;

mod content;

mod reports;

mod replies;

mod interview;
mod labels;

mod wording;

mod headline;

mod manner;

mod plural;

mod verb;

mod attribute;

mod recover;

mod resolve;

mod speakers;

use crate::article::Article;
use crate::layers::entities::{Entity, Label, Mention};
use crate::layers::references::{Open, Reference};
use crate::layers::structure::Paragraph;
use crate::layers::syntax::Syntax;
use crate::layers::{EntityId, Score};
use crate::reason::{Reason, Rule};
use crate::text::TextRange;
use attribute::{Attribution, Draft};
use marks::Quoted;
pub use marks::{MarkFault, Unpaired};
pub use recover::without_runaways;
use resolve::Resolver;
pub use resolve::is_credit;
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use words::Sense;

/// One piece of reported speech.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The content: with its marks where direct, the reported clause without "that" otherwise.
    pub range: TextRange,
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// Pieces of one quotation share a group, numbered from 1 in text order.
    pub group: u32,
    /// Who said it.
    pub source: Option<Source>,
    /// Whom it was said to, where named: "told the New York Post".
    pub addressee: Option<TextRange>,
    /// The word that reports it: "said".
    pub cue: Option<TextRange>,
    /// Whether it states, asks or denies.
    pub utterance: Utterance,
    /// Tells what somebody thinks, wants or sides with ("expects", "endorses") rather than says, or
    /// what nobody in particular says ("is said to"): a weaker class, which a reader can hide.
    pub attitude: bool,
    /// How sure.
    pub score: Score,
    /// Why.
    pub why: Reason,
}

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The mention beside the quotation: a name, a role, "he".
    pub range: TextRange,
    /// Whom it resolves to.
    pub entity: Option<EntityId>,
    /// The words that "they" stand for: "Marlow and Reed".
    pub stands_for: Option<TextRange>,
    /// What kind of source that is.
    pub kind: SourceKind,
}

macro_rules! named {
    ($(#[$doc:meta])* $kind:ident { $($(#[$about:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum $kind { $($(#[$about])* $value,)* }

        impl $kind {
            /// Its name in exports.
            pub fn name(self) -> &'static str {
                match self { $($kind::$value => $name,)* }
            }
        }
    };
}

named! {
    /// Kinds of source.
    SourceKind {
        /// A person by name, or by a word that stands for one: "Trump", "he".
        Named = "named",
        /// Somebody without a name: "officials", "a spokesman for the bank".
        Unnamed = "unnamed",
        /// A body that speaks as one: "the bank", "Reuters", "Moscow".
        Organisation = "organisation",
        /// Something written: "the report", "a survey".
        Document = "document",
    }
}

impl Source {
    /// The words that name it best where it is no entity: "Marlow and Reed" rather than "they".
    pub fn words(&self) -> TextRange {
        self.stands_for.unwrap_or(self.range)
    }
}

impl SourceKind {
    /// What an entity with this label is as a source; a country or a city speaks as its government.
    pub fn of(label: Label) -> Self {
        match label {
            Label::Person => SourceKind::Named,
            Label::Group => SourceKind::Unnamed,
            Label::Work => SourceKind::Document,
            _ => SourceKind::Organisation,
        }
    }
}

named! {
    /// What a quotation does.
    Utterance {
        /// States something.
        Statement = "statement",
        /// Asks.
        Question = "question",
        /// Denies something.
        Denial = "denial",
    }
}

named! {
    /// How words are reported.
    QuoteKind {
        /// In quotation marks.
        Direct = "direct",
        /// Without.
        Indirect = "indirect",
        /// A reported clause with quoted fragments in it.
        Mixed = "mixed",
    }
}

/// Words in quotation marks that nobody said: a title, a label, a word at arm's length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// With its marks.
    pub range: TextRange,
    /// Why it is no quotation.
    pub why: Reason,
}

/// Finds all quotations of an article, and the terms in quotation marks that are none.
#[expect(clippy::too_many_arguments, reason = "every layer before this one")]
pub fn find(
    article: &Article,
    structure: &[Paragraph],
    syntax: &Syntax<'_>,
    entities: &[Entity],
    mentions: &[Mention],
    references: &[Reference],
    open: &[Open],
    quoted: &[Quoted],
) -> (Vec<Quote>, Vec<Term>) {
    let text = &article.text;
    let items = clause::items(text, syntax);
    let clauses = clause::clauses(text, &items, syntax);
    let mut reports: Vec<_> = clauses.iter().map(|&clause| reports::find(clause)).collect();
    labels::leave_out(text, &clauses, structure, mentions, &mut reports);
    let mut found = Attribution::run(text, quoted, &clauses, &reports);
    interview::add_turns(&mut found, &clauses, mentions, structure);
    plural::resolve(text, &clauses, &mut found.drafts);
    let terms = in_order(std::mem::take(&mut found.terms));
    let several = OnceCell::new();
    let resolver = Resolver { text, structure, entities, mentions, references, open, several };
    (settle(found.drafts, &resolver), terms)
}

/// Terms in text order, each stretch of text once: two reports of one sentence may both come upon it.
fn in_order(mut terms: Vec<(TextRange, Rule)>) -> Vec<Term> {
    terms.sort_by_key(|(range, _)| (range.start(), range.end()));
    terms.dedup_by(|next, kept| next.0.start() < kept.0.end());
    terms.into_iter().map(|(range, rule)| Term { range, why: Reason::new(rule, [range]) }).collect()
}

/// Puts quotations in order, lets them nest but never cross, and numbers their groups.
fn settle(drafts: Vec<Draft>, resolver: &Resolver<'_>) -> Vec<Quote> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&d| (drafts[d].range.start(), usize::MAX - drafts[d].range.end(), d));
    let mut quotes: Vec<Quote> = Vec::with_capacity(drafts.len());
    let mut open: Vec<TextRange> = Vec::new();
    let mut numbers = vec![0u32; drafts.len()];
    let mut groups = 0;
    for d in order {
        let draft = &drafts[d];
        open.retain(|outer| outer.end() > draft.range.start());
        let Some(range) = nested(draft, &open) else { continue };
        open.push(range);
        if numbers[draft.group] == 0 {
            groups += 1;
            numbers[draft.group] = groups;
        }
        quotes.push(resolver.quote(draft, range, numbers[draft.group]));
    }
    quotes
}

/// The range cut back to where the report around it ends; nothing where that would cut a
/// quotation in marks, or where the same words are reported already.
fn nested(draft: &Draft, open: &[TextRange]) -> Option<TextRange> {
    let mut range = draft.range;
    // "Smith said he hopes to win": the report tells it already.
    let unsaid = draft.sense == Sense::Attitude || draft.source.is_none() && draft.cue.is_some();
    let weaker = draft.kind != QuoteKind::Direct && unsaid;
    for outer in open {
        if *outer == range || weaker && outer.contains(range) {
            return None;
        }
        if !outer.contains(range) {
            let kept =
                |range: &TextRange| draft.kind == QuoteKind::Indirect && range.len() * 2 >= draft.range.len();
            range = outer.intersect(range).filter(kept)?;
        }
    }
    (!open.contains(&range)).then_some(range)
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod sentence_tests;
