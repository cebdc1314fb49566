//! Something said or thought, as one sentence reports it.

use super::words::{CueKind, Sense};
use crate::document::reason::Rule;
use crate::text::TextRange;

/// Something said or thought, as one sentence reports it.
#[derive(Clone, Debug)]
pub struct Report {
    /// The word that reports it.
    pub cue: TextRange,
    /// What kind of word.
    pub kind: CueKind,
    /// What it says of the content.
    pub sense: Sense,
    /// Who said it.
    pub source: Option<TextRange>,
    /// To whom.
    pub addressee: Option<TextRange>,
    /// The content, one or more runs of items.
    pub content: Vec<(usize, usize)>,
    /// How it was found.
    pub rule: Rule,
}

impl Report {
    /// Words said by a source, as "according to", a colon or a dash reports them.
    pub(super) fn plain(cue: TextRange, source: TextRange, content: (usize, usize), rule: Rule) -> Self {
        let (kind, sense) = (CueKind::Speech, Sense::Plain);
        Report { cue, kind, sense, source: Some(source), addressee: None, content: vec![content], rule }
    }
}
