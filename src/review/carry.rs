//! Carries decisions over to another draft of the same text.
//!
//! ```text
//! before   “We go,” said Roe. The fare is 1,200.     decided: Roe speaks “We go,”
//! after    “We go,” said Roe. The fare is 1,300.     still decided
//! ```
//!
//! Paragraphs that both drafts have, in the same order, are found first, then sentences in what was changed between two
//! of them; of a sentence that was changed, the words before and after the change. A decision whose words are changed
//! themselves is not carried over, however alike the new ones are.

use super::anchor::Anchor;
use super::correction::{Change, Correction, Corrections, Speaker};
use crate::document::article::{Article, CountFrom};
use crate::text::TextRange;
use crate::text::order::Groups;

/// What became of the decisions about a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// They hold for the new draft too.
    pub kept: usize,
    /// Their words are gone.
    pub lost: usize,
}

/// Decisions whose words are gone, each with the byte of the new draft where they would stand.
pub type Lost = Vec<(Correction, usize)>;

/// Gives a new draft what was decided about the one before: its parts and its day at once, and the
/// corrections, those that hold and those that do not. A text that has little of the other in it is no draft of it and
/// gets nothing.
pub fn carry(
    before: &Article,
    corrections: &Corrections,
    after: &mut Article,
) -> (Corrections, Lost, Carried) {
    let day = before.choices.count_from != CountFrom::Best || before.published.is_some();
    let decisions = corrections.list.len() + before.choices.parts.len() + usize::from(day);
    let drafts = (decisions > 0).then(|| Drafts::between(&before.text, &after.text)).flatten();
    let Some(drafts) = drafts else { return Default::default() };
    after.published = after.published.or(before.published);
    after.choices.count_from = before.choices.count_from;
    for chosen in &before.choices.parts {
        if let Some(range) = drafts.ends_of(chosen.range) {
            after.choices.set_part(range, Some(chosen.part));
        }
    }
    let text = &after.text;
    let list: Vec<Correction> = corrections.iter().filter_map(|one| one.carried(&drafts, text)).collect();
    let kept = list.len() + after.choices.parts.len() + usize::from(day);
    let lost = corrections.iter().filter(|one| one.carried(&drafts, text).is_none());
    let lost = lost.map(|one| (one.clone(), drafts.near(one.at.range().start(), text))).collect();
    (Corrections { list }, lost, Carried { kept, lost: decisions.saturating_sub(kept) })
}

/// Whether a text is a draft of another: half of the other is in it.
pub fn is_draft_of(before: &str, after: &str) -> bool {
    Drafts::between(before, after).is_some()
}

impl Correction {
    /// The same decision about a later draft; none where its words are not there.
    pub(super) fn carried(&self, drafts: &Drafts, text: &str) -> Option<Correction> {
        self.tied(&|words| words.carried(drafts, text))
    }

    /// The same decision, all of whose words are tied anew; none where some of them are gone.
    pub fn tied(&self, there: &dyn Fn(&Anchor) -> Option<Anchor>) -> Option<Correction> {
        let change = match &self.change {
            Change::Speaker(Speaker::Named(name)) => Change::Speaker(Speaker::Named(there(name)?)),
            Change::Extent(words) => Change::Extent(there(words)?),
            Change::Merge(whose) => Change::Merge(there(whose)?),
            Change::Means(whose) => Change::Means(there(whose)?),
            Change::Cue(words) => Change::Cue(there(words)?),
            same => same.clone(),
        };
        Some(Correction { at: there(&self.at)?, change })
    }
}

impl Anchor {
    fn carried(&self, drafts: &Drafts, text: &str) -> Option<Anchor> {
        let range = drafts.place(self.range)?;
        (range.of(text) == self.words).then(|| Anchor::new(text, range))
    }
}

/// What changed from one draft to another, in order: the words that went and those that came in their place, whole words
/// of either. One of the two may be empty.
pub fn changes(before: &str, after: &str) -> Vec<(TextRange, TextRange)> {
    let mut drafts = Drafts { runs: Vec::new() };
    let whole = |text: &str| TextRange::new(0, text.len());
    let levels = [LEVELS[0], LEVELS[1], &[' ', '\n']];
    drafts.align((before, whole(before)), (after, whole(after)), &levels);
    let (mut from, mut to) = (0, 0);
    let mut changes: Vec<(TextRange, TextRange)> = Vec::new();
    let ends = [(TextRange::new(before.len(), before.len()), after.len())];
    for (run, at) in drafts.runs.iter().copied().chain(ends) {
        if from < run.start() || to < at {
            let whole_words =
                |text: &str, start, end| TextRange::new(word_start(text, start), word_end(text, end));
            let (old, new) = (whole_words(before, from, run.start()), whole_words(after, to, at));
            match changes.last_mut().filter(|last| last.0.end() >= old.start() && last.1.end() >= new.start())
            {
                Some(last) => *last = (last.0.cover(old), last.1.cover(new)),
                None => changes.push((old, new)),
            }
        }
        (from, to) = (run.end(), at + run.len());
    }
    changes
}

fn word_start(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(char::is_alphanumeric).len()
}

fn word_end(text: &str, at: usize) -> usize {
    at + (text.len() - at - text[at..].trim_start_matches(char::is_alphanumeric).len())
}

/// What two drafts have in common.
pub(super) struct Drafts {
    /// Words of the first, in order, and where the same begin in the second. Between neighbours lies
    /// something that only one of the drafts has.
    runs: Vec<(TextRange, usize)>,
}

/// A piece of a text.
type Piece<'t> = (&'t str, TextRange);

/// Where pieces end that are looked for as wholes: lines, then sentences and parts of them.
const LEVELS: [&[char]; 2] = [&['\n'], &['.', '?', '!', ',', ';']];

impl Drafts {
    /// None where less than half of the first is in the second.
    pub(super) fn between(before: &str, after: &str) -> Option<Drafts> {
        let whole = |text: &str| TextRange::new(0, text.len());
        let mut drafts = Drafts { runs: Vec::new() };
        drafts.align((before, whole(before)), (after, whole(after)), &LEVELS);
        let common: usize = drafts.runs.iter().map(|(range, _)| range.len()).sum();
        (common * 2 >= before.len() && common > 0).then_some(drafts)
    }

    /// Finds the pieces that both have, and looks closer at what lies between them.
    fn align(&mut self, old: Piece, new: Piece, levels: &[&[char]]) {
        let Some((ends, closer)) = levels.split_first() else { return self.head_and_tail(old, new) };
        if is_lopsided(old.1.len(), new.1.len()) && !ends.contains(&'\n') {
            return;
        }
        let (olds, news) = (pieces(old, ends), pieces(new, ends));
        let (mut from, mut to) = (old.1.start(), new.1.start());
        for (a, b) in same_pieces((old.0, &olds), (new.0, &news)) {
            let (a, b) = (olds[a], news[b]);
            self.align(
                (old.0, TextRange::new(from, a.start())),
                (new.0, TextRange::new(to, b.start())),
                closer,
            );
            self.push(a, b.start());
            (from, to) = (a.end(), b.end());
        }
        self.align(
            (old.0, TextRange::new(from, old.1.end())),
            (new.0, TextRange::new(to, new.1.end())),
            closer,
        );
    }

    /// What stands before and after a change is the same in both.
    fn head_and_tail(&mut self, (before, old): Piece, (after, new): Piece) {
        let (a, b) = (old.of(before), new.of(after));
        let same = |(x, y): &(char, char)| x == y;
        let head: usize = a.chars().zip(b.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let rest = (a[head..].chars().rev()).zip(b[head..].chars().rev());
        let tail: usize = rest.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        self.push(TextRange::new(old.start(), old.start() + head), new.start());
        self.push(TextRange::new(old.end() - tail, old.end()), new.end() - tail);
    }

    fn push(&mut self, range: TextRange, to: usize) {
        match self.runs.last_mut() {
            Some((last, at)) if last.end() == range.start() && *at + last.len() == to => {
                *last = last.cover(range);
            }
            _ if range.is_empty() => {}
            _ => self.runs.push((range, to)),
        }
    }

    /// Where words stand that are wholly in both drafts.
    fn place(&self, range: TextRange) -> Option<TextRange> {
        let (run, to) = self.runs.get(self.runs.partition_point(|(run, _)| run.end() < range.end()))?;
        let start = to + range.start().checked_sub(run.start())?;
        Some(TextRange::new(start, start + range.len()))
    }

    /// Where a place would be, whether its words are there or not: as far behind what is before it, or at its end.
    pub(super) fn near(&self, at: usize, after: &str) -> usize {
        let before = self.runs.partition_point(|(run, _)| run.start() <= at).checked_sub(1);
        let near = before.map_or(0, |run| {
            let (run, to) = self.runs[run];
            to + (at - run.start()).min(run.len())
        });
        after.floor_char_boundary(near)
    }

    /// Where a range stands of which the first and the last letters are in both.
    fn ends_of(&self, range: TextRange) -> Option<TextRange> {
        let (start, end) = (range.start(), range.end());
        let first = self.runs.iter().find(|(run, _)| run.start() <= start && start < run.end())?;
        let last = self.runs.iter().find(|(run, _)| run.start() < end && end <= run.end())?;
        let (start, end) = (first.1 + start - first.0.start(), last.1 + end - last.0.start());
        (start < end).then(|| TextRange::new(start, end))
    }
}

/// Whether what one draft has in a place is so much more than what the other has there that no sentence of it is looked
/// for: a book pasted over a note.
fn is_lopsided(old: usize, new: usize) -> bool {
    old.max(new) > 1 << 16 && old.max(new) / 16 > old.min(new)
}

/// The pieces of a text, each with the sign that ends it.
fn pieces((text, range): Piece, ends: &[char]) -> Vec<TextRange> {
    let mut at = range.start();
    let piece = |piece: &str| {
        at += piece.len();
        TextRange::new(at - piece.len(), at)
    };
    range.of(text).split_inclusive(ends).map(piece).collect()
}

/// Pieces that both drafts have once, as many as stand in the same order in both.
fn same_pieces(
    (before, old): (&str, &[TextRange]),
    (after, new): (&str, &[TextRange]),
) -> Vec<(usize, usize)> {
    // How often each piece stands in both, and where last.
    let mut seen: Groups<[(usize, usize); 2]> = Groups::new();
    for (side, (text, pieces)) in [(before, old), (after, new)].into_iter().enumerate() {
        for (at, piece) in pieces.iter().enumerate().filter(|(_, piece)| !piece.of(text).trim().is_empty()) {
            let (count, last) = &mut seen.of(piece.of(text).to_owned(), Default::default)[side];
            (*count, *last) = (*count + 1, at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for [(in_old, from), (in_new, to)] in seen.as_they_came() {
        if (in_old, in_new) == (1, 1) {
            pairs.push((from, to));
        }
    }
    in_order(pairs)
}

/// The most pairs of which both numbers rise.
fn in_order(pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    // For each length of a rising row the pair that ends it lowest, and for each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, &(_, value)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < value);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut row: Vec<(usize, usize)> = Vec::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        row.push(pairs[at]);
        next = before[at];
    }
    row.reverse();
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::part::Part;
    use crate::review::review;
    use crate::view::sample;

    const OSEI: &str = "“We moved twice,” Amina Osei told reporters on Thursday.";

    /// Decides that nobody speaks the third quotation and who speaks the first, and that the last paragraph is
    /// body; changes the text; says how many decisions hold.
    fn check(change: impl Fn(&str) -> String, kept: usize, lost: usize) -> Article {
        let document = sample::document();
        let mut before = document.article.clone();
        let last = before.text.find("Most read").expect("it stands there");
        before.choices.set_part(TextRange::new(last, before.text.len() - 1), Some(Part::Body));
        let mut corrections = Corrections::default();
        for (piece, entity) in [(0, Some(crate::document::ids::EntityId(1))), (2, None)] {
            let correction = Correction::speaker(&document, piece, entity);
            corrections.decide(correction.expect("there is such a quotation"));
        }
        let mut after = Article::plain(change(&before.text));
        let (carried, waiting, what) = carry(&before, &corrections, &mut after);
        assert_eq!(what, Carried { kept, lost }, "{}", after.text);
        assert!(waiting.iter().all(|(_, at)| after.text.is_char_boundary(*at)));
        for correction in carried.iter() {
            let place = correction.at.place(&after.text);
            assert_eq!(place.map(|place| place.of(&after.text)), Some(correction.at.words()));
        }
        after
    }

    #[test]
    fn the_same_text_keeps_every_decision() {
        let after = check(str::to_owned, 3, 0);
        assert_eq!(after.choices.parts.len(), 1);
        let document = sample::document();
        let mut corrections = Corrections::default();
        corrections.decide(Correction::speaker(&document, 2, None).expect("there is such a quotation"));
        let mut again = document.article.clone();
        let (carried, _, _) = carry(&document.article, &corrections, &mut again);
        assert_eq!(carried, corrections);
        assert_eq!(review(&document, &carried), review(&document, &corrections));
    }

    #[test]
    fn words_that_were_not_changed_keep_theirs() {
        check(|text| text.replace("offered $5", "offered $600"), 3, 0);
        check(|text| ["A new first line.\n\n", text].concat(), 3, 0);
        check(|text| text.replace("Port talks resume & stall\n\n", ""), 3, 0);
        check(|text| text.replace("in pictures", "in four pictures"), 3, 0);
        check(|text| text.replace(" on Thursday", ""), 3, 0);
        // Before and behind the quotation, in one paragraph.
        check(|text| text.replace("TEMA, March 6", "TEMA, March 7").replace("<moved>", "<stayed>"), 3, 0);
    }

    #[test]
    fn words_that_were_changed_or_are_gone_lose_theirs() {
        check(|text| text.replace("moved twice", "moved once"), 2, 1);
        check(|text| text.replace("The money is there", "The money was there"), 2, 1);
        check(|text| text.replace("Kofi Lindqvist", "Kofi Lundqvist"), 2, 1);
        check(|text| text.replace("Most read: Amina Osei in pictures\n", ""), 2, 1);
    }

    #[test]
    fn another_text_gets_nothing() {
        let another = "The ferry sails.\n\nNobody on the quay had expected it, and nobody waved.\n";
        check(|_| another.into(), 0, 0);
        check(|_| [OSEI, "\n", another].concat(), 0, 0);
        check(|_| String::new(), 0, 0);
    }

    #[test]
    fn paragraphs_that_were_moved_lose_no_others() {
        check(|text| text.replace("The chairman, Kofi Lindqvist, offered $5.\n", ""), 2, 1);
        let moved = |text: &str| {
            let line = "Port talks resume & stall\n";
            [&text.replace(line, ""), line].concat()
        };
        check(moved, 3, 0);
    }
}
