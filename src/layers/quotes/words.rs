//! Small words by their job, and cue words by their form: both from tables people can edit.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The jobs a word can have, as bits; a word may have several ("that").
pub type Class = u32;

pub const DET: Class = 1;
pub const POSSESSIVE: Class = 1 << 1;
pub const PREPOSITION: Class = 1 << 2;
pub const CONJUNCTION: Class = 1 << 3;
pub const SUBORDINATE: Class = 1 << 4;
pub const BE: Class = 1 << 5;
pub const HAVE: Class = 1 << 6;
pub const DO: Class = 1 << 7;
pub const MODAL: Class = 1 << 8;
pub const NEGATION: Class = 1 << 9;
pub const ADVERB: Class = 1 << 10;
pub const SUBJECT: Class = 1 << 11;
pub const OBJECT: Class = 1 << 12;
pub const RELATIVE: Class = 1 << 13;
pub const WH: Class = 1 << 14;
pub const TIME: Class = 1 << 15;
pub const TITLE: Class = 1 << 16;
pub const ROLE: Class = 1 << 17;

/// Helping verbs of any kind.
pub const AUXILIARY: Class = BE | HAVE | DO | MODAL;

const NAMES: [(&str, Class); 18] = [
    ("det", DET),
    ("possessive", POSSESSIVE),
    ("preposition", PREPOSITION),
    ("conjunction", CONJUNCTION),
    ("subordinate", SUBORDINATE),
    ("be", BE),
    ("have", HAVE),
    ("do", DO),
    ("modal", MODAL),
    ("negation", NEGATION),
    ("adverb", ADVERB),
    ("subject", SUBJECT),
    ("object", OBJECT),
    ("relative", RELATIVE),
    ("wh", WH),
    ("time", TIME),
    ("title", TITLE),
    ("role", ROLE),
];

/// The form of a cue verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "say", "to say"
    Base,
    /// "says"
    Present,
    /// "said", as past tense or participle
    Past,
    /// "written", as participle only
    Participle,
    /// "saying"
    Ing,
}

/// What a cue reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// What somebody says.
    Speech,
    /// What somebody thinks or wants.
    Attitude,
    /// What a poll, a court or a paper finds.
    Finding,
    /// A noun that announces a clause.
    Noun,
}

/// What may follow a cue; see the head of `cues.tsv`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Frames {
    /// Words in quotation marks.
    pub quote: bool,
    /// A clause.
    pub clause: bool,
    /// A question word.
    pub wh: bool,
    /// "to" and a verb.
    pub infinitive: bool,
    /// A noun phrase.
    pub object: bool,
    /// Somebody spoken to, before the content.
    pub addressee: bool,
    /// Prepositions before the content.
    pub prepositions: Vec<&'static str>,
}

/// One row of the cue table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The word as the table has it.
    pub lemma: &'static str,
    /// What may follow.
    pub frames: Frames,
    /// What it reports.
    pub kind: CueKind,
}

impl Cue {
    /// Whether its forms are as often nouns: "plans", "reports", "support".
    pub fn is_noun_too(&self) -> bool {
        const NOUNS: [&str; 61] = [
            "aim",
            "answer",
            "attack",
            "back",
            "blame",
            "blast",
            "call",
            "care",
            "caution",
            "challenge",
            "claim",
            "comment",
            "credit",
            "cry",
            "demand",
            "document",
            "doubt",
            "echo",
            "estimate",
            "favor",
            "favour",
            "fear",
            "forecast",
            "hope",
            "joke",
            "label",
            "brand",
            "mention",
            "need",
            "note",
            "order",
            "point",
            "plan",
            "pledge",
            "post",
            "praise",
            "project",
            "promise",
            "question",
            "quote",
            "rate",
            "read",
            "reference",
            "remark",
            "reply",
            "report",
            "request",
            "rule",
            "signal",
            "slam",
            "state",
            "stress",
            "support",
            "text",
            "thank",
            "tweet",
            "urge",
            "view",
            "vow",
            "wish",
            "worry",
        ];
        NOUNS.contains(&self.lemma)
    }
}

/// All that the tables say of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// Its jobs.
    pub class: Class,
    /// The verb it is a form of.
    pub verb: Option<(&'static Cue, Form)>,
    /// The noun cue it is.
    pub noun: Option<&'static Cue>,
}

/// Looks a word up, whatever its case; contractions count by their first part ("he’d").
pub fn look_up(word: &str) -> Entry {
    let mut buffer = [0; 24];
    let Some(lower) = lower(word, &mut buffer) else { return guess(word) };
    if let Some(entry) = table().get(lower) {
        return *entry;
    }
    match lower.find(['\'', '’']).and_then(|cut| table().get(&lower[..cut])) {
        Some(entry) if entry.class & SUBJECT != 0 => Entry { class: entry.class | MODAL, ..Entry::default() },
        _ => guess(lower),
    }
}

/// Words in -ly are adverbs.
fn guess(word: &str) -> Entry {
    let adverb = word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "ally"
                | "july"
                | "italy"
                | "assembly"
                | "rally"
                | "weekly"
                | "daily"
                | "monthly"
                | "supply"
                | "reply"
                | "apply"
                | "elderly"
                | "early"
                | "deadly"
                | "likely"
                | "only"
                | "friendly"
        );
    Entry { class: if adverb { ADVERB } else { 0 }, ..Entry::default() }
}

/// The word in lower case, in a buffer on the stack; none where it is too long for the tables.
fn lower<'b>(word: &str, buffer: &'b mut [u8; 24]) -> Option<&'b str> {
    let bytes = buffer.get_mut(..word.len())?;
    bytes.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    std::str::from_utf8(bytes).ok()
}

fn table() -> &'static HashMap<String, Entry> {
    static TABLE: OnceLock<HashMap<String, Entry>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<String, Entry> = HashMap::new();
        for (class, words) in rows(include_str!("../../resources/function-words.tsv")) {
            let bit = NAMES.iter().find(|(name, _)| *name == class).map_or(0, |(_, bit)| *bit);
            for word in words.split_whitespace() {
                table.entry(word.to_string()).or_default().class |= bit;
            }
        }
        for row in cues() {
            add_forms(&mut table, row);
        }
        table
    })
}

fn rows(tsv: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    tsv.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// A row of the table and the irregular forms that it names.
type Row = (Cue, &'static str);

fn cues() -> &'static [Row] {
    static CUES: OnceLock<Vec<Row>> = OnceLock::new();
    CUES.get_or_init(|| rows(include_str!("../../resources/cues.tsv")).filter_map(read_row).collect())
}

fn read_row((lemma, rest): (&'static str, &'static str)) -> Option<Row> {
    let mut columns = rest.split('\t');
    let (forms, frames, kind) = (columns.next()?, columns.next()?, columns.next()?);
    let kind = match kind.trim() {
        "speech" => CueKind::Speech,
        "attitude" => CueKind::Attitude,
        "finding" => CueKind::Finding,
        "noun" => CueKind::Noun,
        _ => return None,
    };
    Some((Cue { lemma, frames: read_frames(frames), kind }, forms))
}

fn read_frames(column: &'static str) -> Frames {
    let mut frames = Frames::default();
    for frame in column.split_whitespace() {
        match frame {
            "q" => frames.quote = true,
            "t" => frames.clause = true,
            "w" => frames.wh = true,
            "i" => frames.infinitive = true,
            "o" => frames.object = true,
            "a" => frames.addressee = true,
            "as" => frames.object = true,
            _ => frames.prepositions.extend(frame.strip_prefix("p:").into_iter().flat_map(|p| p.split(','))),
        }
    }
    frames
}

fn add_forms(table: &mut HashMap<String, Entry>, (cue, irregular): &'static Row) {
    let lemma = cue.lemma;
    if cue.kind == CueKind::Noun {
        for form in [lemma.to_string(), with_s(lemma)] {
            table.entry(form).or_default().noun = Some(cue);
        }
        return;
    }
    let mut add = |form: &str, kind: Form| {
        let entry = table.entry(form.to_string()).or_default();
        entry.verb.get_or_insert((cue, kind));
    };
    let mut parts = irregular.split(' ').filter(|part| *part != "-");
    match (parts.next(), parts.next()) {
        (Some(past), participle) => {
            past.split(',').for_each(|form| add(form, Form::Past));
            participle.into_iter().flat_map(|p| p.split(',')).for_each(|form| add(form, Form::Participle));
        }
        _ => add(&with_ed(lemma), Form::Past),
    }
    match parts.next() {
        Some(ing) => ing.split(',').for_each(|form| add(form, Form::Ing)),
        None => add(&with_ing(lemma), Form::Ing),
    }
    add(lemma, Form::Base);
    add(&with_s(lemma), Form::Present);
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut back = word.bytes().rev();
    back.next() == Some(b'y') && back.next().is_some_and(|b| !b"aeiou".contains(&b))
}

fn with_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "ch", "sh", "o"].iter().any(|end| word.ends_with(end)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn with_ed(word: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}ied", &word[..word.len() - 1])
    } else if word.ends_with('e') {
        format!("{word}d")
    } else {
        format!("{word}ed")
    }
}

fn with_ing(word: &str) -> String {
    match word.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{word}ing"),
    }
}
