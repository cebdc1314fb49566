//! Who the words of a source mean, what kind of source that is, and what it does with its words.

use super::agents::is_agent;
use super::attribute::Draft;
use super::recover;
use super::words::{self, Sense};
use crate::document::entities::{Entity, Label, Mention};
use crate::document::ids::EntityId;
use crate::document::quotes::{Quote, QuoteKind, Source, SourceKind, Utterance};
use crate::document::reason::Reason;
use crate::document::references::{Open, Reference, ReferenceKind};
use crate::document::structure::{Paragraph, is_credit, paragraph_at};
use crate::layers::entities::letters;
use crate::text::TextRange;
use std::cell::OnceCell;

/// Finds the entity behind the words of a source.
pub(super) struct Resolver<'a> {
    pub(super) text: &'a str,
    pub(super) structure: &'a [Paragraph],
    pub(super) entities: &'a [Entity],
    pub(super) mentions: &'a [Mention],
    pub(super) references: &'a [Reference],
    pub(super) open: &'a [Open],
    /// Where words for several people begin, once somebody asks.
    pub(super) several: OnceCell<Vec<usize>>,
}

/// A full name that stands more names back than these tells nobody whom a surname means.
const NAMES_BACK: usize = 500;

impl Resolver<'_> {
    /// A quotation with its source resolved.
    pub(super) fn quote(&self, draft: &Draft, range: TextRange, group: u32) -> Quote {
        let source = draft.source.map(|words| self.source(words, draft.stands_for));
        // "is expected to", "were told that": a cue that names nobody leaves nobody to choose from.
        let agentless = source.is_none() && draft.cue.is_some() && draft.kind == QuoteKind::Indirect;
        let mut why = Reason::new(draft.rule, draft.evidence.clone());
        why.passed_over = if agentless { Vec::new() } else { self.passed_over(source.as_ref(), range) };
        let (kind, cue, score) = (
            recover::kind(kind(draft.kind, range.of(self.text)), range.of(self.text)),
            draft.cue,
            draft.score,
        );
        let attitude = (draft.sense == Sense::Attitude || agentless) && kind == QuoteKind::Indirect;
        let utterance = utterance(range.of(self.text), draft.sense);
        let addressee = draft.addressee;
        Quote { range, kind, group, source, addressee, cue, utterance, attitude, score, why }
    }

    fn source(&self, words: TextRange, stands_for: Option<TextRange>) -> Source {
        let (range, entity) = self.meant(letters::leave_out(self.text, words));
        let entity = entity.filter(|_| stands_for.is_none() || !is_body_pronoun(words.of(self.text)));
        let entity = entity.filter(|&entity| self.namesakes(range, entity).is_empty());
        let kind = self.kind(stands_for.unwrap_or(words), entity);
        Source { range, entity, stands_for, kind }
    }

    /// The words of a source and whom they name: a person's name alone without title or role,
    /// the rest as it stands. "a fisherman from Doolin" names nobody.
    fn meant(&self, words: TextRange) -> (TextRange, Option<EntityId>) {
        let at = self.references.partition_point(|r| r.range.end() < words.end());
        let described = self.references.get(at).filter(|r| r.kind == ReferenceKind::Description);
        if let Some(reference) = described.filter(|r| r.range.contains(words) && !words.is_empty()) {
            return (reference.range, Some(reference.entity));
        }
        let after = self.mentions.partition_point(|m| m.range.start() < words.end());
        let last = self.mentions[..after].last().filter(|m| m.range.overlaps(words));
        if let Some(mention) = last.filter(|m| m.range.end() >= words.end()) {
            let lead =
                TextRange::new(words.start().min(mention.range.start()), mention.range.start()).of(self.text);
            let bare = lead.is_empty() || lead.trim_end().eq_ignore_ascii_case("the");
            let titled =
                mention.label == Label::Person && lead.split_whitespace().all(|word| !is_linking(word));
            if bare || titled || self.is_office(words.start(), mention) {
                return (mention.range, Some(mention.entity));
            }
        }
        if let Some(person) = self.person_of(words) {
            return (person.range, Some(person.entity));
        }
        let from = self.references.partition_point(|r| r.range.end() <= words.start());
        let reference =
            self.references.get(from).filter(|r| r.range.start() <= words.start() && r.range.overlaps(words));
        let whole = reference.filter(|r| {
            let rest = self.text.get(r.range.end()..words.end()).unwrap_or("");
            r.range.contains(words) || r.kind == ReferenceKind::Description && !rest.starts_with(['’', '\''])
        });
        (words, whole.map(|r| r.entity).or_else(|| self.antecedent(words)))
    }

    /// "Bishop of Durham Paul Frayn": all before the name is one role of his.
    fn is_office(&self, start: usize, mention: &Mention) -> bool {
        let gap = |from: usize, to: usize| self.text.get(from..to).unwrap_or("-").trim();
        let roles = self.entities.get(mention.entity.0 as usize).map_or(&[][..], |entity| &entity.roles);
        mention.label == Label::Person
            && roles.iter().any(|role| {
                gap(role.end(), mention.range.start()).is_empty()
                    && !gap(start.min(role.start()), role.start()).split_whitespace().any(is_linking)
            })
    }

    /// "Ann Reed and Tom Reed run a farm. … Reed said": others of this surname who were last named in the
    /// same sentence, so that nothing tells them apart.
    fn namesakes(&self, words: TextRange, entity: EntityId) -> Vec<EntityId> {
        let surname = words.of(self.text);
        let before = self.mentions.partition_point(|m| m.range.end() <= words.start());
        let before = &self.mentions[before.saturating_sub(NAMES_BACK)..before];
        let lead = self.text[..words.start()].trim_end();
        let titled =
            ["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"].iter().any(|title| lead.ends_with(title));
        if surname.contains(' ') || titled {
            return Vec::new();
        }
        let full = |m: &&Mention| {
            let name = m.range.of(self.text);
            m.label == Label::Person && name.strip_suffix(surname).is_some_and(|first| first.ends_with(' '))
        };
        let Some(own) = before.iter().rev().filter(full).find(|m| m.entity == entity) else {
            return Vec::new();
        };
        let others = before.iter().rev().filter(full).take_while(|m| m.range.end() + 200 > own.range.start());
        let beside = |m: &Mention| {
            let (first, second) = if m.range.start() < own.range.start() { (m, own) } else { (own, m) };
            let between = TextRange::new(first.range.end(), second.range.start()).of(self.text);
            !between.contains(['\n', '.', '?', '!'])
        };
        others.filter(|m| m.entity != entity && beside(m)).map(|m| m.entity).take(1).collect()
    }

    /// "Analyst Ann Marlow of Orsk Securities": the person whom the rest tells of.
    fn person_of(&self, words: TextRange) -> Option<&Mention> {
        let from = self.mentions.partition_point(|m| m.range.end() <= words.start());
        let person =
            self.mentions.get(from).filter(|m| m.label == Label::Person && words.contains(m.range))?;
        let lead = TextRange::new(words.start(), person.range.start()).of(self.text);
        let rest = TextRange::new(person.range.end(), words.end()).of(self.text);
        let tells = [" of ", " at ", " from ", " for ", " with "].iter().any(|link| rest.starts_with(link));
        (tells && !rest.contains(" and ") && !lead.split_whitespace().any(is_linking)).then_some(person)
    }

    /// "Smith (R-Ohio), who said …": the name right before. "It said …": the one body that the
    /// paragraph has named, where a sentence begins with it.
    fn antecedent(&self, words: TextRange) -> Option<EntityId> {
        let word = words.of(self.text);
        if word.eq_ignore_ascii_case("it") || word.eq_ignore_ascii_case("they") && !self.names_several(words)
        {
            let bodies = self.bodies_before(words);
            let only = bodies.first().filter(|_| bodies.len() == 1).filter(|body| body.1).map(|body| body.0);
            return only.filter(|&body| !self.another_acts(body, words));
        }
        let relative = ["who", "which", "that"].contains(&word);
        let before = self.mentions.partition_point(|m| m.range.end() <= words.start());
        let near = &self.mentions[before.saturating_sub(3)..before];
        let is_near = |m: &&Mention| {
            let between = TextRange::new(m.range.end(), words.start()).of(self.text).trim();
            match between.strip_prefix('(') {
                Some(bracket) => bracket.len() < 30 && bracket.trim_end_matches(',').ends_with(')'),
                None => matches!(between, "" | ",") || is_description(between),
            }
        };
        let mut bearers = near.iter().rev().filter(|m| relative && m.label != Label::Place);
        bearers.find(is_near).map(|mention| mention.entity)
    }

    /// Whether the paragraph has spoken of several people, whom "they" may be.
    fn names_several(&self, they: TextRange) -> bool {
        let several = self.several.get_or_init(|| several(self.text));
        let paragraph = self.paragraph_start(they.start());
        let from = several.partition_point(|&start| start < paragraph);
        several.get(from).is_some_and(|&start| start < they.start())
    }

    /// Where the paragraph of a position begins.
    fn paragraph_start(&self, position: usize) -> usize {
        let paragraph = self.structure.get(paragraph_at(self.structure, position));
        paragraph.map_or(position, |paragraph| paragraph.range.start().min(position))
    }

    /// The organisations that "it" and "they" may mean, nearest first: those named before in the
    /// paragraph, and whether a sentence begins with them. "They" are as often people, so nobody
    /// is chosen for it.
    fn bodies_before(&self, pronoun: TextRange) -> Vec<(EntityId, bool)> {
        let paragraph = self.paragraph_start(pronoun.start());
        let before = self.mentions.partition_point(|m| m.range.start() < pronoun.start());
        let near = self.mentions[..before].iter().rev().take(12).take_while(|m| m.range.start() >= paragraph);
        let mut bodies: Vec<(EntityId, bool)> = Vec::new();
        for mention in near.filter(|m| m.label == Label::Organisation) {
            let lead = self.text[paragraph..mention.range.start()].trim_end();
            let lead = lead.strip_suffix("The").unwrap_or(lead).trim_end();
            let begins = lead.is_empty() || lead.ends_with(['.', '!', '?', '”', '"', ':']);
            match bodies.iter_mut().find(|(body, _)| *body == mention.entity) {
                Some((_, begun)) => *begun |= begins,
                None => bodies.push((mention.entity, begins)),
            }
        }
        bodies
    }

    /// "Kestrel said … The union said it would fight, it added": a body without a name opens a sentence between.
    fn another_acts(&self, body: EntityId, pronoun: TextRange) -> bool {
        let before = self.mentions.partition_point(|m| m.range.start() < pronoun.start());
        let last = self.mentions[..before].iter().rfind(|m| m.entity == body);
        let from = last.map_or(pronoun.start(), |m| m.range.end());
        let mut opens = self.text[from..pronoun.start()].match_indices(". The ").map(|(at, _)| from + at + 2);
        let body_of = |start: usize| {
            let at = self.references.partition_point(|r| r.range.start() < start);
            let known = self.references.get(at).is_some_and(|r| r.range.start() == start && r.entity == body);
            let mut noun = self.text[start..pronoun.start()].split_whitespace().skip(1).take(3);
            !known && noun.any(|word| words::look_up(word).class & words::ORGANISATION != 0)
        };
        opens.any(body_of)
    }

    /// A document by its noun, else by what the entity is, else by the noun or the capital.
    fn kind(&self, source: TextRange, entity: Option<EntityId>) -> SourceKind {
        let head = head_noun(source.of(self.text));
        let noun = words::look_up(head).class;
        let label = entity.and_then(|id| self.entities.get(id.0 as usize)).map(|entity| entity.label);
        match label {
            Some(Label::Person) => SourceKind::Named,
            Some(label) if head.starts_with(char::is_uppercase) => SourceKind::of(label),
            _ if noun & words::DOCUMENT != 0 => SourceKind::Document,
            Some(label) => SourceKind::of(label),
            None if noun & words::ORGANISATION != 0 || head.eq_ignore_ascii_case("it") => {
                SourceKind::Organisation
            }
            None if is_named(source.of(self.text), head, noun) => SourceKind::Named,
            None => SourceKind::Unnamed,
        }
    }

    /// Whom else the source might have meant: those a pronoun passed over, or, where it stays
    /// open, the two people named last before it.
    fn passed_over(&self, source: Option<&Source>, quote: TextRange) -> Vec<EntityId> {
        let Some(source) = source else { return self.nearest_people(quote.start()) };
        let from = self.references.partition_point(|r| r.range.end() <= source.range.start());
        if let Some(reference) = self.references.get(from).filter(|r| r.range.overlaps(source.range)) {
            return reference.why.passed_over.clone();
        }
        let from = self.open.partition_point(|open| open.range.end() <= source.range.start());
        let open = self.open.get(from).filter(|open| open.range.overlaps(source.range));
        match source.range.of(self.text) {
            _ if open.is_some_and(|_| source.entity.is_none()) => {
                open.map_or(Vec::new(), |open| open.candidates.clone())
            }
            _ if source.entity.is_some() || source.stands_for.is_some() => Vec::new(),
            word if word.ends_with("-old") => self.nearest_people(source.range.start()),
            word if is_singular_pronoun(word) => self.nearest_people(source.range.start()),
            word if is_body_pronoun(word) => {
                let bodies = self.bodies_before(source.range);
                bodies.into_iter().map(|(body, _)| body).take(2).collect()
            }
            _ => {
                let from = self.mentions.partition_point(|m| m.range.start() < source.range.start());
                let named = self.mentions.get(from).filter(|m| m.range == source.range).map(|m| m.entity);
                let others = named.map(|named| self.namesakes(source.range, named)).unwrap_or_default();
                named.into_iter().filter(|_| !others.is_empty()).chain(others.clone()).collect()
            }
        }
    }

    /// The two people named last before a position.
    fn nearest_people(&self, position: usize) -> Vec<EntityId> {
        let before = self.mentions.partition_point(|m| m.range.start() < position);
        let people = self.mentions[..before].iter().rev().take(20).filter(|m| m.label == Label::Person);
        let people = people.filter(|m| !is_credit(self.structure, m.range));
        let mut nearest: Vec<EntityId> = Vec::new();
        for mention in people {
            if nearest.len() < 2 && !nearest.contains(&mention.entity) {
                nearest.push(mention.entity);
            }
        }
        nearest
    }
}

/// Where words for several people begin: "officials", "the pair", and "and", which joins two.
fn several(text: &str) -> Vec<usize> {
    let plural = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let people = word.ends_with('s') && (is_agent(word) || words::look_up(word).class & words::ROLE != 0);
        people
            || matches!(word, "people" | "men" | "women" | "couple" | "pair" | "parents" | "children" | "and")
    };
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().filter(|word| plural(word)).map(start).collect()
}

/// Direct, unless its marks are two apostrophes on either side.
///
/// ```text
/// ''We won,'' Marlow said.     mixed: quoted words, as a conversion left them
/// ``We won,'' Marlow said.     direct: a wire's way to open and close
/// ```
///
/// Nobody types a pair of apostrophes to open a quotation: some database has put them for
/// whatever stood there, and what else it changed nobody knows. "Direct" promises words between
/// the quotation marks of the copy, so this stays one step below, with the same words and the same
/// speaker, and the desk check says where the marks want mending.
fn kind(kind: QuoteKind, content: &str) -> QuoteKind {
    if kind == QuoteKind::Direct && content.starts_with("''") { QuoteKind::Mixed } else { kind }
}

/// A cue that asks or denies, or a question mark at the end of the words.
fn utterance(content: &str, sense: Sense) -> Utterance {
    let end = content.trim_end_matches(|c: char| crate::tokens::is_quote_mark(c) || matches!(c, ',' | '!'));
    match sense {
        _ if end.ends_with('?') => Utterance::Question,
        Sense::Question => Utterance::Question,
        Sense::Denial => Utterance::Denial,
        Sense::Plain | Sense::Attitude => Utterance::Statement,
    }
}

/// The noun that a source turns on: "a spokesman for the bank" is a spokesman, "a group of
/// doctors" are doctors.
fn head_noun(source: &str) -> &str {
    let mut head = "";
    for word in source.split_whitespace() {
        let class = words::look_up(word).class;
        if matches!(head, "group" | "groups" | "number" | "set") && word == "of" {
            continue;
        }
        // "A letter seen by the Post": a letter.
        let told =
            matches!(word, "seen" | "obtained" | "written" | "sent" | "signed" | "published" | "shared");
        if !head.is_empty() && (told || class & (words::PREPOSITION | words::RELATIVE) != 0) {
            break;
        }
        head = word;
    }
    head.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A name by its capital, or a pronoun for one person; who "they" are is told nowhere.
fn is_named(source: &str, head: &str, noun: words::Class) -> bool {
    if source.contains(" and ") && source.split(" and ").all(|name| name.starts_with(char::is_uppercase)) {
        return noun & words::ROLE == 0;
    }
    let small = words::ROLE | words::SUBJECT | words::DET;
    head.starts_with(char::is_uppercase) && noun & small == 0 || is_singular_pronoun(source)
}

fn is_body_pronoun(word: &str) -> bool {
    ["it", "they"].iter().any(|pronoun| pronoun.eq_ignore_ascii_case(word))
}

fn is_singular_pronoun(word: &str) -> bool {
    ["he", "she"].iter().any(|pronoun| pronoun.eq_ignore_ascii_case(word))
}

/// ", an independent,", ", 41,", ", a nurse at the hospital,": told of the name before, and of nobody else.
fn is_description(between: &str) -> bool {
    let inner = between.strip_prefix(',').and_then(|rest| rest.strip_suffix(',')).map(str::trim);
    let told = |inner: &str| {
        let first = inner.split_whitespace().next().unwrap_or("");
        let opens = matches!(first, "a" | "an" | "the") || first.starts_with(|c: char| c.is_ascii_digit());
        opens && inner.len() < 60 && !inner.contains([',', '.', ';', '“', '"'])
    };
    inner.is_some_and(told)
}

/// Words that put a name inside a longer description.
fn is_linking(word: &str) -> bool {
    const LINKS: [&str; 12] =
        ["of", "for", "from", "in", "at", "with", "on", "by", "and", "to", "near", "about"];
    LINKS.iter().any(|link| link.eq_ignore_ascii_case(word)) || word.ends_with("’s") || word.ends_with("'s")
}
