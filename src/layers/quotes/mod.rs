//! Quotations: what was said, the cue that reports it, and who said it.

mod marks;

mod words;

mod clause;

mod source;

mod content;

mod reports;

mod verb;

mod attribute;

mod speakers;

use crate::article::Article;
use crate::layers::dateline::Dateline;
use crate::layers::entities::{Entity, Label, Mention};
use crate::layers::references::{Reference, ReferenceKind};
use crate::layers::structure::Paragraph;
use crate::layers::{EntityId, Score};
use crate::reason::Reason;
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::Token;
use attribute::{Attribution, Draft};
pub use marks::MarkFault;
use serde::{Deserialize, Serialize};

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
    /// The word that reports it: "said".
    pub cue: Option<TextRange>,
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
}

/// How words are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// In quotation marks.
    Direct,
    /// Without.
    Indirect,
    /// A reported clause with quoted fragments in it.
    Mixed,
}

impl QuoteKind {
    /// Its name in exports.
    pub fn name(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Indirect => "indirect",
            QuoteKind::Mixed => "mixed",
        }
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

/// Everything that stands between quotation marks, whoever said it.
pub fn quoted_ranges(text: &str, tokens: &[Token], structure: &[Paragraph]) -> Vec<TextRange> {
    marks::read(text, tokens, structure).quoted.into_iter().map(|piece| piece.range).collect()
}

/// Quotation marks without their other half, paragraph by paragraph.
pub fn mark_faults(text: &str, tokens: &[Token], structure: &[Paragraph]) -> Vec<(TextRange, MarkFault)> {
    marks::read(text, tokens, structure).faults
}

/// Finds all quotations of an article, and the terms in quotation marks that are none.
#[expect(clippy::too_many_arguments, reason = "every layer before this one")]
pub fn find(
    article: &Article,
    tokens: &[Token],
    sentences: &[Sentence],
    structure: &[Paragraph],
    dateline: Option<&Dateline>,
    _entities: &[Entity],
    mentions: &[Mention],
    references: &[Reference],
) -> (Vec<Quote>, Vec<Term>) {
    let text = &article.text;
    let quoted = marks::read(text, tokens, structure).quoted;
    let starts: Vec<usize> = dateline.iter().map(|dateline| dateline.range.end()).collect();
    let items = clause::items(text, tokens, sentences, &quoted, &starts);
    let clauses = clause::clauses(text, &items);
    let reports: Vec<_> = clauses.iter().map(|&clause| reports::find(clause)).collect();
    let found = Attribution::run(text, &quoted, &clauses, &reports);
    let terms = found.terms.into_iter().map(|(range, rule)| Term { range, why: Reason::new(rule, [range]) });
    let terms = terms.collect();
    let resolver = Resolver { text, mentions, references };
    (settle(found.drafts, &resolver), terms)
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
        quotes.push(draft.quote(range, numbers[draft.group], resolver));
    }
    quotes
}

/// The range cut back to where the report around it ends; nothing where that would cut a
/// quotation in marks, or where the same words are reported already.
fn nested(draft: &Draft, open: &[TextRange]) -> Option<TextRange> {
    let mut range = draft.range;
    for outer in open {
        if *outer == range {
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

/// Finds the entity behind the words of a source.
struct Resolver<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    references: &'a [Reference],
}

impl Resolver<'_> {
    /// The words of a source and whom they name: a person's name alone without title or role,
    /// the rest as it stands. "a fisherman from Doolin" names nobody.
    fn source(&self, words: TextRange) -> Source {
        let after = self.mentions.partition_point(|m| m.range.start() < words.end());
        let last = self.mentions[..after].last().filter(|m| m.range.overlaps(words));
        if let Some(mention) = last.filter(|m| m.range.end() >= words.end()) {
            let lead =
                TextRange::new(words.start().min(mention.range.start()), mention.range.start()).of(self.text);
            let bare = lead.is_empty() || lead.trim_end().eq_ignore_ascii_case("the");
            let titled =
                mention.label == Label::Person && lead.split_whitespace().all(|word| !is_linking(word));
            if bare || titled {
                return Source { range: mention.range, entity: Some(mention.entity) };
            }
        }
        let from = self.references.partition_point(|r| r.range.end() <= words.start());
        let reference =
            self.references.get(from).filter(|r| r.range.start() <= words.start() && r.range.overlaps(words));
        let whole = reference.filter(|r| r.range.contains(words) || r.kind == ReferenceKind::Description);
        Source { range: words, entity: whole.map(|r| r.entity) }
    }

    /// Whom else the source might have meant: those a pronoun passed over, or, where it stays
    /// open, the two people named last before it.
    fn passed_over(&self, source: &Source) -> Vec<EntityId> {
        let from = self.references.partition_point(|r| r.range.end() <= source.range.start());
        if let Some(reference) = self.references.get(from).filter(|r| r.range.overlaps(source.range)) {
            return reference.why.passed_over.clone();
        }
        let word = source.range.of(self.text);
        let open = source.entity.is_none() && ["he", "she"].iter().any(|p| p.eq_ignore_ascii_case(word));
        if !open {
            return Vec::new();
        }
        let before = self.mentions.partition_point(|m| m.range.start() < source.range.start());
        let people = self.mentions[..before].iter().rev().take(20).filter(|m| m.label == Label::Person);
        let mut nearest: Vec<EntityId> = Vec::new();
        for mention in people {
            if nearest.len() < 2 && !nearest.contains(&mention.entity) {
                nearest.push(mention.entity);
            }
        }
        nearest
    }
}

/// Words that put a name inside a longer description.
fn is_linking(word: &str) -> bool {
    const LINKS: [&str; 12] =
        ["of", "for", "from", "in", "at", "with", "on", "by", "and", "to", "near", "about"];
    LINKS.iter().any(|link| link.eq_ignore_ascii_case(word)) || word.ends_with("’s") || word.ends_with("'s")
}

impl Draft {
    fn quote(&self, range: TextRange, group: u32, resolver: &Resolver<'_>) -> Quote {
        let source = self.source.map(|range| resolver.source(range));
        let mut why = Reason::new(self.rule, self.evidence.clone());
        why.passed_over = source.as_ref().map_or_else(Vec::new, |source| resolver.passed_over(source));
        Quote { range, kind: self.kind, group, source, cue: self.cue, score: self.score, why }
    }
}

#[cfg(test)]
mod tests;
