//! Pronouns and descriptions that stand for an entity: "he", "the bank", "the spokeswoman".

mod bodies;

mod described;

mod nouns;

mod pronouns;

mod told;

use crate::document::entities::{Entity, Gender, Label, Mention};
use crate::document::ids::EntityId;
use crate::document::reason::Rule;
use crate::document::references::{Open, Reference};
use crate::layers::SoFar;
use crate::layers::entities::leaning;
use crate::layers::quotes::marks::Quoted;
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};
use told::Told;

/// Finds the references that resolve to an entity, and those that several fit.
///
/// ```text
/// Ann Marlow met Tom Reed. She said the mayor would go.
///                          ^^^ Ann Marlow
/// ```
///
/// A pronoun goes to the person who fits in gender and stands nearest, subjects before
/// others; a description to the entity introduced with that role or kind. Where two
/// candidates are close the answer is left open, and words inside quotation marks are left
/// alone: who "he" is there only the speaker knows, unless a bracket says so.
pub fn find(known: &SoFar<'_>, quoted: &[Quoted]) -> (Vec<Reference>, Vec<Open>) {
    let (tokens, layers) = (known.tokens, &known.layers);
    let mut reader = Reader::new(&known.article.text, tokens, &layers.entities, &layers.mentions);
    let mut quoted = quoted.iter().map(|piece| piece.range).peekable();
    let mut references: Vec<Reference> = Vec::new();
    for sentence in known.sentences {
        reader.begin_sentence(sentence);
        for at in sentence.tokens.clone() {
            let start = tokens[at].start();
            reader.pass_mentions(start);
            while quoted.next_if(|range| range.end() <= start).is_some() {}
            let inside = quoted.peek().is_some_and(|range| range.holds(start));
            references.extend(reader.reference(at, inside));
        }
    }
    (references, reader.open)
}

/// How far back a pronoun may reach.
const SENTENCES_BACK: usize = 4;

/// A name that was read, as a pronoun sees it.
#[derive(Clone, Copy)]
struct Candidate {
    entity: EntityId,
    range: TextRange,
    sentence: usize,
    subject: bool,
    /// Only its capitals make it a name.
    likely: bool,
}

/// Reads the article once, keeping the names that a pronoun may mean.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    entities: &'a [Entity],
    mentions: &'a [Mention],
    next: usize,
    sentence: usize,
    /// Where this paragraph begins.
    paragraph: usize,
    /// No name has stood in this sentence yet.
    fresh: bool,
    recent: Vec<Candidate>,
    /// The last bodies named, each once.
    bodies: Vec<Candidate>,
    /// Who has been called what.
    told: Told<'a>,
    /// What several fit.
    open: Vec<Open>,
    /// How often each entity has been named.
    named: Vec<u32>,
    /// Each entity's gender, as given or as told by a pronoun that went to it.
    genders: Vec<Option<Gender>>,
    /// To whom each entity's first name is mostly given.
    leanings: Vec<Option<Gender>>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, tokens: &'a [Token], entities: &'a [Entity], mentions: &'a [Mention]) -> Self {
        let (recent, named) = (Vec::new(), vec![0; entities.len()]);
        let genders = entities.iter().map(|entity| entity.gender).collect();
        let leanings = entities.iter().map(|entity| leaning(&entity.name)).collect();
        let told = Told::new(text, tokens, entities.len());
        Reader {
            genders,
            leanings,
            text,
            tokens,
            entities,
            mentions,
            next: 0,
            sentence: 0,
            paragraph: 0,
            fresh: true,
            recent,
            named,
            told,
            bodies: Vec::new(),
            open: Vec::new(),
        }
    }

    fn begin_sentence(&mut self, sentence: &Sentence) {
        self.sentence += 1;
        if self.tokens.get(sentence.tokens.start).is_some_and(|token| token.starts_line) {
            self.paragraph = sentence.range.start();
        }
        self.fresh = true;
        let oldest = self.sentence.saturating_sub(SENTENCES_BACK);
        self.recent.retain(|candidate| candidate.sentence >= oldest);
        let surplus = self.recent.len().saturating_sub(24);
        self.recent.drain(..surplus);
        self.pass_mentions(sentence.range.start());
    }

    /// Takes in the names before a position.
    fn pass_mentions(&mut self, position: usize) {
        while let Some(mention) = self.mentions.get(self.next).filter(|m| m.range.start() < position) {
            self.next += 1;
            let Some(entity) = self.entities.get(mention.entity.0 as usize) else { continue };
            self.named[mention.entity.0 as usize] += 1;
            let agency = mention.why.rule == Rule::AgencyDateline;
            if agency || !matches!(entity.label, Label::Person | Label::Organisation) {
                continue;
            }
            let person = entity.label == Label::Person;
            self.told.read(mention, person);
            let subject = match person {
                true => self.fresh || self.takes_over(mention.range),
                false => self.fresh && self.leads(mention.range),
            };
            self.fresh = self.fresh && !person;
            let (entity, range, sentence) = (mention.entity, mention.range, self.sentence);
            let likely = mention.why.rule == Rule::CapitalRun;
            let candidate = Candidate { entity, range, sentence, subject, likely };
            self.remember(candidate);
            if !person && !self.is_where_posted(mention.range) {
                self.bodies.retain(|body| body.entity != entity);
                self.bodies.push(candidate);
                let surplus = self.bodies.len().saturating_sub(24);
                self.bodies.drain(..surplus);
            }
        }
    }

    /// "In a post on Facebook": where it was said, no firm of the story.
    fn is_where_posted(&self, range: TextRange) -> bool {
        const PLATFORMS: [&str; 12] = [
            "Facebook",
            "Twitter",
            "X",
            "Instagram",
            "TikTok",
            "YouTube",
            "LinkedIn",
            "Telegram",
            "Truth Social",
            "WhatsApp",
            "Weibo",
            "Bluesky",
        ];
        let before = self.text[..range.start()].trim_end();
        let leads = ["on", "On", "via", "to"]
            .iter()
            .any(|word| before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphabetic)));
        leads && PLATFORMS.contains(&range.of(self.text))
    }

    /// Keeps a name that a pronoun may mean, and so many before it.
    fn remember(&mut self, candidate: Candidate) {
        self.recent.push(candidate);
        if self.recent.len() > 64 {
            self.recent.drain(..32);
        }
    }

    /// The first body of its sentence, or the other one of a pair.
    fn leads(&self, range: TextRange) -> bool {
        let before = self.recent.last().filter(|before| before.sentence == self.sentence);
        before.is_none_or(|before| {
            let between = before.range.end()..range.start();
            before.subject && self.text.get(between).is_some_and(|between| between.trim() == "and")
        })
    }

    /// "Halden coach Birgit Stromberg": the person, not the name before, is the subject.
    fn takes_over(&mut self, range: TextRange) -> bool {
        let text = self.text;
        let Some(before) = self.recent.last_mut() else { return false };
        let near = before.subject && before.sentence == self.sentence && before.range.end() <= range.start();
        // "He thanked Ann Marlow" keeps its subject.
        let pronoun = pronoun_gender(before.range.of(text)).is_some();
        if !near || pronoun || range.start() - before.range.end() > 40 {
            return false;
        }
        let between = TextRange::new(before.range.end(), range.start()).of(self.text);
        let mut words = between.split_whitespace();
        if words.next() == Some("and") && words.all(|word| word.starts_with(char::is_uppercase)) {
            return true;
        }
        let small =
            ["and", "said", "told", "says", "met", "of", "with", "for", "or", "has", "had", "was", "is"];
        let apart = between.contains([',', ';', '(', ':', '–', '—', '“', '"'])
            || between.split_whitespace().any(|word| small.contains(&word));
        before.subject = apart;
        !apart
    }

    fn reference(&mut self, at: usize, quoted: bool) -> Option<Reference> {
        let token = &self.tokens[at];
        if token.kind != TokenKind::Word || token.range.len() > 12 {
            return None;
        }
        let word = token.of(self.text);
        if let Some(gender) = pronoun_gender(word) {
            return match quoted {
                true => self.bracketed(at, gender),
                false => self.pronoun(token.range, gender),
            };
        }
        let the = word.eq_ignore_ascii_case("the") && !quoted;
        the.then(|| self.description(at)).flatten()
    }

    /// Notes that somebody has been meant once more.
    fn take(&mut self, entity: EntityId, range: TextRange) {
        let person = self.entities[entity.0 as usize].label == Label::Person;
        let (sentence, subject) = (self.sentence, self.fresh);
        self.fresh = self.fresh && !person;
        self.remember(Candidate { entity, range, sentence, subject, likely: false });
    }
}

/// Him or her, where a word is a pronoun for one.
fn pronoun_gender(word: &str) -> Option<Gender> {
    let is = |list: &[&str]| list.iter().any(|pronoun| pronoun.eq_ignore_ascii_case(word));
    match () {
        _ if is(&["he", "him", "his", "himself"]) => Some(Gender::Male),
        _ if is(&["she", "her", "hers", "herself"]) => Some(Gender::Female),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
