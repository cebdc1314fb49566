//! Sentences of Universal Dependencies, brought to Galley's own atoms.

use galley::layers::syntax::atoms::{Atom, atoms};
use galley::layers::syntax::parser::{Node, ROOT};
use galley::layers::syntax::seen::look;
use galley::layers::syntax::tags::{Relation, Tag};
use galley::text::TextRange;
use galley::tokens::{Token, TokenKind, tokenize};
use std::io::Read;
use std::ops::Range;
use std::path::Path;

/// One word of the treebank.
struct Word {
    range: TextRange,
    tag: Tag,
    head: usize,
    relation: Relation,
}

/// A sentence with its true reading.
pub struct Sentence {
    pub text: String,
    pub atoms: Vec<Atom>,
    /// For each atom.
    pub tags: Vec<Tag>,
    /// For each atom: what it hangs on ([`ROOT`] for nothing) and how. Signs hang on nothing.
    pub heads: Vec<usize>,
    pub relations: Vec<Relation>,
}

/// A tree without its signs.
pub struct Tree {
    pub nodes: Vec<Node>,
    pub heads: Vec<usize>,
    pub relations: Vec<Relation>,
}

impl Sentence {
    /// Its words, seen with the tags given, and what they hang on.
    pub fn tree(&self, tags: &[Tag], class_of: &dyn Fn(u32) -> u16) -> Tree {
        let mut seen = look(&self.text, &self.atoms, class_of);
        for (seen, &tag) in seen.iter_mut().zip(tags) {
            seen.tag = if seen.fixed { seen.tag } else { tag };
        }
        let (places, nodes) = galley::layers::syntax::model::nodes(&self.text, &self.atoms, &seen);
        let mut number = vec![ROOT; self.atoms.len()];
        for (node, &place) in places.iter().enumerate() {
            number[place] = node;
        }
        let climb = |mut at: usize| {
            while at != ROOT && number[at] == ROOT {
                at = self.heads[at];
            }
            if at == ROOT { ROOT } else { number[at] }
        };
        let heads = places.iter().map(|&at| climb(self.heads[at])).collect();
        Tree { nodes, heads, relations: places.iter().map(|&at| self.relations[at]).collect() }
    }
}

/// Reads a file. Sentences with quotation marks come twice: word by word, and with each quotation as one atom.
pub fn read(path: &Path) -> Result<Vec<Sentence>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut table = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut table).map_err(failed)?;
    let mut sentences = Vec::new();
    for block in table.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let Some((text, words)) = sentence(block) else { continue };
        let tokens = tokenize(&text);
        sentences.extend(to_atoms(&text, &tokens, &words, &[]));
        let runs = quotations(&text, &tokens);
        if !runs.is_empty() {
            sentences.extend(to_atoms(&text, &tokens, &words, &runs));
        }
    }
    Ok(sentences)
}

/// The text and the words of one block.
fn sentence(block: &str) -> Option<(String, Vec<Word>)> {
    let text = block.lines().find_map(|line| line.strip_prefix("# text = "))?.to_owned();
    let (mut words, mut at) = (Vec::new(), 0);
    let mut whole: Option<(usize, TextRange)> = None;
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let (id, form) = (*fields.first()?, *fields.get(1)?);
        if id.contains('.') {
            continue;
        }
        if let Some((_, last)) = id.split_once('-') {
            let start = at + text[at..].find(form)?;
            whole = Some((last.parse().ok()?, TextRange::new(start, start + form.len())));
            continue;
        }
        let within = whole.filter(|&(last, _)| words.len() < last);
        let found = text[at..].find(form).map(|gap| at + gap);
        let range = match (within, found) {
            (Some((_, whole)), Some(start)) if start + form.len() <= whole.end() => {
                TextRange::new(start, start + form.len())
            }
            (Some((_, whole)), _) => whole,
            (None, start) => TextRange::new(start?, start? + form.len()),
        };
        at = if within.is_some() && range.end() == within?.1.end() {
            at.max(range.start())
        } else {
            range.end()
        };
        if within.is_some_and(|(last, _)| words.len() + 1 == last) {
            at = within?.1.end();
        }
        let head: usize = fields.get(6)?.parse().ok()?;
        words.push(Word {
            range,
            tag: tag_of(fields[3], fields[4]),
            head: head.checked_sub(1).unwrap_or(ROOT),
            relation: relation_of(fields.get(7)?),
        });
    }
    Some((text, words))
}

fn tag_of(part: &str, fine: &str) -> Tag {
    match (part, fine) {
        ("NOUN", "NNS") => Tag::Nouns,
        ("NOUN", _) => Tag::Noun,
        (_, "NNP" | "NNPS") | ("PROPN", _) => Tag::Name,
        (_, "PRP$") => Tag::Owner,
        (_, "WDT" | "WP" | "WP$") => Tag::Wh,
        ("PRON", _) => Tag::Pronoun,
        ("DET", _) => Tag::Determiner,
        ("ADP", _) => Tag::Preposition,
        ("SCONJ", "WRB") | ("ADV", "WRB") => Tag::WhAdverb,
        ("SCONJ", _) => Tag::Subordinator,
        ("ADJ", _) => Tag::Adjective,
        ("ADV", _) => Tag::Adverb,
        ("CCONJ", _) => Tag::Conjunction,
        ("NUM", _) => Tag::Number,
        ("AUX", _) => Tag::Auxiliary,
        ("VERB", "VBD") => Tag::Past,
        ("VERB", "VBG") => Tag::Ing,
        ("VERB", "VBN") => Tag::Participle,
        ("VERB", "VBP") => Tag::Present,
        ("VERB", "VBZ") => Tag::Third,
        ("VERB", _) => Tag::Base,
        ("PART", "POS") => Tag::Possessive,
        ("PART", "RB") => Tag::Not,
        ("PART", _) => Tag::To,
        ("INTJ", _) => Tag::Interjection,
        ("SYM", _) => Tag::Symbol,
        _ => Tag::Other,
    }
}

fn relation_of(name: &str) -> Relation {
    match name {
        "root" => Relation::Root,
        "nsubj" | "csubj" | "nsubj:outer" | "csubj:outer" | "expl" => Relation::Subject,
        "nsubj:pass" | "csubj:pass" => Relation::PassiveSubject,
        "obj" => Relation::Object,
        "iobj" => Relation::Addressee,
        "obl" => Relation::Oblique,
        "obl:agent" => Relation::Agent,
        "nmod" => Relation::Modifier,
        "nmod:poss" => Relation::Owner,
        "ccomp" => Relation::Clause,
        "xcomp" => Relation::OpenClause,
        "advcl" | "advcl:relcl" => Relation::Adverbial,
        "acl" => Relation::Reduced,
        "acl:relcl" => Relation::Relative,
        "appos" => Relation::Apposition,
        "parataxis" => Relation::Aside,
        "conj" => Relation::Joined,
        "case" | "mark" | "cc" | "cc:preconj" | "fixed" => Relation::Link,
        "aux" | "aux:pass" | "cop" | "compound:prt" => Relation::Helper,
        "compound" | "flat" | "nmod:desc" | "goeswith" => Relation::NamePart,
        "det" | "det:predet" | "amod" | "nummod" => Relation::Describing,
        "advmod" | "obl:unmarked" | "nmod:unmarked" => Relation::Adverb,
        _ => Relation::Other,
    }
}

/// Quotations of a sentence: from a mark that opens to one that closes.
fn quotations(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let (mut runs, mut open) = (Vec::new(), None);
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Quote) {
        match (token.of(text), open) {
            ("“" | "\"", None) => open = Some(at),
            ("”" | "\"", Some(first)) => {
                runs.extend((at > first + 1).then_some(first..at + 1));
                open = None;
            }
            _ => {}
        }
    }
    runs
}

/// The atoms of a sentence with what the treebank says of them; nothing where the two do not meet.
fn to_atoms(text: &str, tokens: &[Token], words: &[Word], runs: &[Range<usize>]) -> Option<Sentence> {
    let whole = |run: &Range<usize>| tokens[run.start].range.cover(tokens[run.end - 1].range);
    let quoted: Vec<_> = runs.iter().map(|run| (whole(run), run.clone())).collect();
    let atoms = atoms(tokens, &[], &quoted, &[]);
    // The atom of each word: the last it touches that is no sign, else the last.
    let mut atom_of = Vec::with_capacity(words.len());
    for word in words {
        let touched = || (0..atoms.len()).rev().filter(|&at| atoms[at].range.overlaps(word.range));
        let plain = touched().find(|&at| atoms[at].kind != TokenKind::Sign);
        atom_of.push(plain.or(touched().next())?);
    }
    let depth = |word: usize| {
        let (mut depth, mut at) = (0, word);
        while words[at].head != ROOT && depth <= words.len() {
            at = words[at].head;
            depth += 1;
        }
        depth
    };
    let count = atoms.len();
    let (mut tags, mut heads, mut relations) =
        (vec![Tag::Other; count], vec![ROOT; count], vec![Relation::Other; count]);
    let mut filled = vec![false; count];
    for at in 0..count {
        let held = (0..words.len()).filter(|&word| atom_of[word] == at);
        let Some(top) = held.min_by_key(|&word| (depth(word), word)) else { continue };
        let word = &words[top];
        (tags[at], relations[at], filled[at]) = (word.tag, word.relation, true);
        heads[at] = if word.head == ROOT { ROOT } else { atom_of[word.head] };
    }
    // A word of several atoms hangs together on its last.
    for (word, &last) in words.iter().zip(&atom_of) {
        for at in (0..count).filter(|&at| atoms[at].range.overlaps(word.range)) {
            if !filled[at] {
                (tags[at], heads[at], relations[at], filled[at]) = (word.tag, last, Relation::NamePart, true);
            }
        }
    }
    filled.iter().all(|&filled| filled).then(|| Sentence {
        text: text.to_owned(),
        atoms,
        tags,
        heads,
        relations,
    })
}
