//! Words that report: the table of cues, as it is written.

use std::sync::OnceLock;

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

/// What a cue says of the words it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// That they were said.
    Plain,
    /// That they ask.
    Question,
    /// That they deny.
    Denial,
    /// That somebody thinks or wants them, or takes a side.
    Attitude,
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
    /// Somebody or something "as" something else.
    pub naming: bool,
    /// Somebody spoken to, before the content.
    pub addressee: bool,
    /// What it takes is as often a thing done: "claimed five lives".
    pub deed: bool,
    /// As often a noun: "plans", "reports", "support".
    pub noun_too: bool,
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
    /// What is said with it.
    pub sense: Sense,
}

/// A row of the table and the irregular forms that it names.
pub(super) type Row = (Cue, &'static str);

pub(super) fn cues() -> &'static [Row] {
    static CUES: OnceLock<Vec<Row>> = OnceLock::new();
    CUES.get_or_init(|| rows(include_str!("../../../resources/cues.tsv")).filter_map(read_row).collect())
}

fn read_row((lemma, rest): (&'static str, &'static str)) -> Option<Row> {
    let mut columns = rest.split('\t');
    let (forms, frames, kind) = (columns.next()?, columns.next()?, columns.next()?);
    let mut kinds = kind.split_whitespace();
    let kind = match kinds.next()? {
        "speech" => CueKind::Speech,
        "attitude" => CueKind::Attitude,
        "finding" => CueKind::Finding,
        "noun" => CueKind::Noun,
        _ => return None,
    };
    let sense = match kinds.next() {
        Some("question") => Sense::Question,
        Some("denial") => Sense::Denial,
        None if kind != CueKind::Attitude => Sense::Plain,
        _ => Sense::Attitude,
    };
    Some((Cue { lemma, frames: read_frames(frames), kind, sense }, forms))
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
            "as" => (frames.object, frames.naming) = (true, true),
            "d" => frames.deed = true,
            "n" => frames.noun_too = true,
            _ => frames.prepositions.extend(frame.strip_prefix("p:").into_iter().flat_map(|p| p.split(','))),
        }
    }
    frames
}

pub(super) fn rows(tsv: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    tsv.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}
