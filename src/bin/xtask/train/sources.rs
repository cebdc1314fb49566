//! The labelled texts: where each comes from, how much it counts, and what it does not label.

/// One source of labelled text.
pub struct Source {
    /// Its files begin so.
    pub file: &'static str,
    /// How much one of its sentences counts.
    pub weight: f32,
    /// Whether it labels groups, events and works; where not, words outside names may be those.
    pub labels_rest: bool,
    /// Single sentences in the order of their articles: this many are read together.
    pub sentences_a_page: usize,
    /// Whether its labels are good enough, and near enough to news, to learn confidence from.
    pub tells_confidence: bool,
}

impl Source {
    /// Whether no person has read its labels.
    pub fn is_silver(&self) -> bool {
        self.file.starts_with("gmb")
    }
}

const fn source(file: &'static str, weight: f32, labels_rest: bool, sentences_a_page: usize) -> Source {
    let tells_confidence = weight >= 0.7;
    Source { file, weight, labels_rest, sentences_a_page, tells_confidence }
}

/// Every source, nearest to news first.
pub const SOURCES: &[Source] = &[
    source("gum-news.train", 2.0, true, 1),
    source("gum-interview.train", 1.0, true, 1),
    source("gum-interview.test", 1.0, true, 1),
    source("gum-other-open.all", 0.5, false, 1),
    source("wikigold.all", 1.0, true, 1),
    source("uner_ewt.dev", 1.0, false, 1),
    source("uner_ewt.test", 1.0, false, 1),
    source("redocred.dev", 0.5, true, 1),
    source("redocred.test", 0.5, true, 1),
    source("crossner_politics.train", 0.7, true, 1),
    source("crossner_politics.dev", 0.7, true, 1),
    source("crossner_politics.test", 0.7, true, 1),
    source("wnut17.train", 0.3, true, 1),
    source("btc.all", 0.3, false, 1),
    source("gmb.train", 0.3, true, 12),
];
