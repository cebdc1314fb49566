//! How many quotations were found, and given to the right speaker.

use super::Tally;
use super::labels::{GoldQuote, Labelled};
use galley::document::Document;
use galley::document::quotes::{Quote, QuoteKind};
use galley::text::TextRange;

/// Counts over all articles.
#[derive(Default)]
pub struct Scores {
    /// Pieces in quotation marks, alone or in a reported clause.
    pub quoted: Tally,
    /// Those with the right speaker.
    pub quoted_joint: Tally,
    /// Every report as a whole, indirect ones too.
    pub reported: Tally,
    /// Those with the right speaker.
    pub reported_joint: Tally,
    terms: usize,
    terms_taken: usize,
}

impl Scores {
    /// The share of terms in quotation marks that were not taken for quotations.
    pub fn terms_kept_apart(&self) -> u32 {
        (1000 * (self.terms - self.terms_taken) / self.terms.max(1)) as u32
    }

    /// Adds one article's counts, and its misses to `wrong`.
    pub fn compare(&mut self, gold: &Labelled, document: &Document, wrong: &mut Vec<String>) {
        let found: Vec<&Quote> = document.layers.quotes.iter().collect();
        let compared = Compared { gold, document };
        let pairs = compared.pairs(&found, |want, have| overlap(want.range, have.range) * 2 >= 1000);
        compared.count(&pairs, &found, |_| true, (&mut self.reported, &mut self.reported_joint), Some(wrong));
        // A fragment counts where its own marks lie in what was found, whatever clause is around it.
        let pieces = compared.pairs(&found, |want, have| {
            want.quoted && have.kind != QuoteKind::Indirect && compared.same_piece(want.range, have.range)
        });
        let quoted = |quoted: bool| quoted;
        compared.count(&pieces, &found, quoted, (&mut self.quoted, &mut self.quoted_joint), None);
        for &term in &gold.terms {
            self.terms += 1;
            let taken = |quote: &&&Quote| quote.range.overlaps(term) && quote.kind == QuoteKind::Direct;
            if let Some(quote) = found.iter().find(taken) {
                self.terms_taken += 1;
                wrong.push(format!("term taken for a quotation: {}", document.words(quote.range)));
            }
        }
    }
}

/// How much two ranges share, in thousandths of what they cover together.
fn overlap(a: TextRange, b: TextRange) -> usize {
    a.intersect(b).map_or(0, |both| 1000 * both.len() / a.cover(b).len().max(1))
}

struct Compared<'a> {
    gold: &'a Labelled,
    document: &'a Document,
}

impl Compared<'_> {
    /// For every labelled report the index of the found one that is the same, each used once.
    fn pairs(&self, found: &[&Quote], same: impl Fn(&GoldQuote, &Quote) -> bool) -> Vec<Option<usize>> {
        let mut free = vec![true; found.len()];
        let best = |want: &GoldQuote, free: &mut Vec<bool>| {
            let fits = (0..found.len()).filter(|&i| free[i] && same(want, found[i]));
            let at = fits.max_by_key(|&i| overlap(want.range, found[i].range))?;
            free[at] = false;
            Some(at)
        };
        self.gold.quotes.iter().map(|want| best(want, &mut free)).collect()
    }

    fn count(
        &self,
        pairs: &[Option<usize>],
        found: &[&Quote],
        counts: impl Fn(bool) -> bool,
        (all, joint): (&mut Tally, &mut Tally),
        mut wrong: Option<&mut Vec<String>>,
    ) {
        let mut note = |line: String| wrong.iter_mut().for_each(|wrong| wrong.push(line.clone()));
        let wanted = self.gold.quotes.iter().zip(pairs).filter(|(want, _)| counts(want.quoted));
        for (want, pair) in wanted {
            all.wanted += 1;
            joint.wanted += 1;
            let Some(have) = pair.map(|at| found[at]) else {
                note(format!("not found: {}", want.range.of(&self.gold.text)));
                continue;
            };
            all.right += 1;
            if self.is_speaker(want, have) {
                joint.right += 1;
            } else {
                let name = self.gold.speakers.get(&want.number).map_or("nobody", |(_, name)| name);
                note(format!(
                    "speaker {name}, not {}: {}",
                    self.speaker(have),
                    self.document.words(have.range)
                ));
            }
        }
        let counted = (0..found.len()).filter(|&at| counts(found[at].kind != QuoteKind::Indirect));
        for at in counted {
            all.found += 1;
            joint.found += 1;
            if !pairs.contains(&Some(at)) {
                note(format!("not there: {}", self.document.words(found[at].range)));
            }
        }
    }

    /// Whether both hold the same words in quotation marks.
    fn same_piece(&self, want: TextRange, have: TextRange) -> bool {
        let text = &self.gold.text;
        let pieces = |range: TextRange| {
            in_marks(range.of(text))
                .map_or(range, |(from, to)| TextRange::new(range.start() + from, range.start() + to))
        };
        overlap(pieces(want), pieces(have)) >= 900
    }

    fn speaker(&self, have: &Quote) -> String {
        let Some(source) = &have.source else { return "nobody".to_owned() };
        let named = source.entity.map(|id| self.document.layers.entities[id.0 as usize].name.clone());
        named.unwrap_or_else(|| self.document.words(source.words()).to_owned())
    }

    /// Whether a found report has the speaker of the labels: the same name, or a part of it beside
    /// the quotation itself.
    fn is_speaker(&self, want: &GoldQuote, have: &Quote) -> bool {
        let gold = self.gold.speakers.get(&want.number);
        let (Some((range, name)), Some(source)) = (gold, &have.source) else {
            return gold.is_none() && have.source.is_none();
        };
        let (found, wanted) = (words(&self.speaker(have)), words(name));
        let shares = wanted.iter().all(|word| found.contains(word));
        let part = found.iter().all(|word| wanted.contains(word)) && source.range.overlaps(*range);
        shares || part
    }
}

/// Where the first quotation mark opens and the last one closes.
fn in_marks(words: &str) -> Option<(usize, usize)> {
    let is_mark = |c: char| matches!(c, '“' | '”' | '"' | '‘' | '’' | '\'');
    let first = words.char_indices().find(|&(at, c)| {
        is_mark(c) && c != '’' && c != '”' && !words[..at].ends_with(char::is_alphanumeric)
    })?;
    let last = words
        .char_indices()
        .rev()
        .find(|&(at, c)| is_mark(c) && !words[at + c.len_utf8()..].starts_with(char::is_alphanumeric))?;
    let end = last.0 + last.1.len_utf8();
    (first.0 < last.0).then_some((first.0, end))
}

/// The words of a name, in lower case, without articles.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| !matches!(word.as_str(), "" | "the" | "a" | "an")).collect()
}
