//! The decisions that a corrected file tells: what it says otherwise than Galley does of the same text.
//!
//! ```text
//! Galley's     [Port] calls.  “Go,” said [Ada Quist].     the file's     Port calls.  “Go,” said [Ada Quist].
//!                                                         decided        Port: no name
//! ```
//!
//! Who is one and the same is not read of it: most formats tell it by names that are alike, if at all. Nor are new
//! quotations, other kinds and other words of one, which a file that another program wrote has in its own way.

use super::correction::{Change, Correction, Corrections, Reach};
use crate::document::Document;
use crate::document::entities::Mention;
use crate::document::ids::EntityId;
use crate::document::passages::Passage;
use crate::document::reason::Basis;
use crate::text::TextRange;
use std::collections::BTreeSet;

/// What a person decided in `file`, where `own` is what Galley reads in its text. If the file is `whole`, as far as its
/// format goes, then what it lacks was taken away; but one without any mark of a layer says nothing of that layer.
pub fn told(own: &Document, file: &Document, whole: bool) -> Corrections {
    let comparison = Comparison { own, file, whole };
    let mut corrections = Corrections::default();
    comparison
        .names()
        .chain(comparison.quotations())
        .chain(comparison.dates())
        .chain(comparison.labels())
        .chain(comparison.comments())
        .for_each(|one| corrections.decide(one));
    corrections
}

struct Comparison<'d> {
    own: &'d Document,
    file: &'d Document,
    whole: bool,
}

impl<'d> Comparison<'d> {
    fn decided(&self, range: TextRange, change: Change) -> Correction {
        Correction::new(self.own, range, change)
    }

    /// Files leave the page's furniture out.
    fn counts(&self, range: TextRange) -> bool {
        !self.own.is_furniture(range)
    }

    /// Names that are none, words that are one, names of another label.
    fn names(&self) -> impl Iterator<Item = Correction> {
        let (own, file) = (&self.own.layers.mentions, &self.file.layers.mentions);
        let tells = self.whole && !file.is_empty();
        let gone = own.iter().filter(move |name| tells && across(file, name.range).is_none());
        let gone = gone.map(|name| self.decided(name.range, Change::NoName(Reach::Here)));
        let other = file.iter().filter_map(|name| {
            let change = match across(own, name.range).filter(|known| known.range == name.range) {
                Some(known) if known.label == name.label => return None,
                Some(known) => Change::Relabel(name.label, self.reach(known, name)),
                None => Change::Name(name.label, Reach::Here),
            };
            Some(self.decided(name.range, change))
        });
        gone.chain(other).filter(|correction| self.counts(correction.at.range))
    }

    /// All names of the same, if the file has this label for each of them.
    fn reach(&self, known: &Mention, name: &Mention) -> Reach {
        let mut same = self.own.layers.mentions.iter().filter(|one| one.entity == known.entity);
        let is_so = |one: &Mention| {
            let told = across(&self.file.layers.mentions, one.range);
            told.is_some_and(|told| told.range == one.range && told.label == name.label)
        };
        if same.all(is_so) { Reach::All } else { Reach::Here }
    }

    /// Quotations that are none, and speakers: those that a person chose or left open in the file, and others than
    /// Galley's.
    fn quotations(&self) -> impl Iterator<Item = Correction> {
        let (own, file) = (&self.own.layers.quotes, &self.file.layers.quotes);
        let tells = self.whole && !file.is_empty();
        let is_said = |range: TextRange| file.iter().any(|quote| quote.range.overlaps(range));
        let gone = own.iter().filter(move |quote| {
            let mut pieces = own.iter().filter(|piece| piece.group == quote.group);
            tells && self.counts(quote.range) && pieces.all(|piece| !is_said(piece.range))
        });
        let gone = gone.map(|quote| self.decided(quote.range, Change::NoQuotation));
        let spoken = file.iter().enumerate().filter_map(|(piece, quote)| {
            let speaker = quote.source.as_ref().and_then(|source| source.entity);
            let decided = quote.why.rule.basis() == Basis::Decided;
            (decided || self.is_another(quote.range, speaker?))
                .then(|| Correction::speaker(self.file, piece, speaker))?
        });
        gone.chain(spoken)
    }

    /// Whether Galley knows the quotation and gives it to somebody else than the one of the file.
    fn is_another(&self, range: TextRange, speaker: EntityId) -> bool {
        let Some(own) = self.own.layers.quotes.iter().find(|quote| quote.range == range) else {
            return false;
        };
        let named = self.file.layers.mentions.iter().find(|name| name.entity == speaker);
        let meant =
            named.and_then(|name| across(&self.own.layers.mentions, name.range)).map(|name| name.entity);
        own.source.as_ref().and_then(|source| source.entity) != meant
    }

    /// Dates that resolve to another value, or to none.
    fn dates(&self) -> impl Iterator<Item = Correction> {
        let times = &self.file.layers.times;
        let tells = self.whole && times.iter().any(|time| time.value.is_some());
        let other = times.iter().filter(move |time| {
            let own = self.own.layers.times.iter().find(|own| own.range == time.range);
            own.is_some_and(|own| own.value != time.value) && (tells || time.value.is_some())
        });
        other.map(|time| self.decided(time.range, Change::Value(time.value.clone())))
    }

    /// Words with a label of their editor's: Galley gives none.
    fn labels(&self) -> impl Iterator<Item = Correction> {
        let mark = |passage: &Passage| Change::Own(Some(passage.label.clone()), Reach::Here);
        self.file.layers.passages.iter().map(move |passage| self.decided(passage.range, mark(passage)))
    }

    /// What people say of words: Galley says nothing.
    fn comments(&self) -> impl Iterator<Item = Correction> {
        let comments = self.file.layers.comments.iter();
        comments.map(|comment| self.decided(comment.range, Change::Comment(comment.words.clone())))
    }
}

/// How many marks of a file a document does not have at the same words: what decisions cannot tell.
pub fn untold(document: &Document, file: &Document) -> usize {
    let (own, file) = (&document.layers, &file.layers);
    let names = missing(&own.mentions, &file.mentions, |one| (one.range, one.label.name()));
    let references = missing(&own.references, &file.references, |one| (one.range, ""));
    let quotes = missing(&own.quotes, &file.quotes, |one| (one.range, one.kind.name()));
    let terms = missing(&own.terms, &file.terms, |one| (one.range, ""));
    let times = missing(&own.times, &file.times, |one| (one.range, ""));
    let labels = file.passages.iter().filter(|passage| !own.passages.contains(passage));
    names + references + quotes + terms + times + labels.count()
}

fn missing<T>(own: &[T], file: &[T], of: impl Fn(&T) -> (TextRange, &'static str)) -> usize {
    let own: BTreeSet<_> = own.iter().map(&of).collect();
    file.iter().filter(|one| !own.contains(&of(one))).count()
}

/// The first name that lies across a range.
fn across(names: &[Mention], range: TextRange) -> Option<&Mention> {
    let at = names.partition_point(|name| name.range.end() <= range.start());
    names.get(at).filter(|name| name.range.overlaps(range))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::entities::Label;
    use crate::document::passages::OwnLabel;
    use crate::review::{needs_review, review};
    use crate::view::sample;

    /// Changes a copy of the sample, as a person would in a file, and lists what that decides, and of which words.
    fn check(whole: bool, change: impl Fn(&mut Document), expected: &[&str]) -> Document {
        let own = sample::document();
        let mut file = own.clone();
        change(&mut file);
        let corrections = told(&own, &file, whole);
        let lines = corrections.iter().map(|one| [one.at.words(), ": ", &one.choice()].concat());
        assert_eq!(lines.collect::<Vec<_>>(), expected);
        assert_eq!(needs_review(&own, &corrections), []);
        review(&own, &corrections)
    }

    #[test]
    fn a_file_that_nobody_corrected_decides_nothing() {
        check(true, |_| {}, &[]);
    }

    #[test]
    fn names_are_others_new_or_none() {
        let group = 2;
        let relabel = |file: &mut Document| file.layers.mentions[group].label = Label::Work;
        let reviewed = check(true, relabel, &["Osei Group: work"]);
        assert_eq!(reviewed.layers.mentions[group].label, Label::Work);
        let shorter = |file: &mut Document| {
            let range = file.layers.mentions[group].range;
            file.layers.mentions[group].range = TextRange::new(range.start(), range.end() - " Group".len());
        };
        check(true, shorter, &["Osei: org"]);
        let gone = |file: &mut Document| drop(file.layers.mentions.remove(group));
        assert_eq!(check(true, gone, &["Osei Group: no name"]).layers.mentions.len(), 4);
        check(false, gone, &[]);
        check(true, |file| file.layers.mentions.clear(), &[]);
    }

    #[test]
    fn a_label_that_all_names_of_one_have_reaches_them_all() {
        let relabel = |file: &mut Document| {
            let osei = file.layers.mentions.iter_mut().filter(|name| name.entity == EntityId(0));
            osei.for_each(|name| name.label = Label::Group);
        };
        let reviewed = check(false, relabel, &["Amina Osei: group"]);
        assert_eq!(reviewed.layers.entities[0].label, Label::Group);
    }

    #[test]
    fn quotations_are_none_or_anothers() {
        let gone = |file: &mut Document| drop(file.layers.quotes.remove(2));
        assert_eq!(check(true, gone, &["“The money is there,”: no quotation"]).layers.quotes.len(), 3);
        check(false, gone, &[]);
        let other = |file: &mut Document| {
            for piece in [0, 1] {
                let source = file.layers.quotes[piece].source.as_mut().expect("it has one");
                source.entity = Some(EntityId(1));
            }
        };
        check(false, other, &["“We moved twice,”: Kofi Lindqvist"]);
    }

    #[test]
    fn labels_of_an_editors_own_are_those_of_the_file() {
        let label = OwnLabel::read("Claim = k, red").expect("it is one");
        let marked = |file: &mut Document| {
            let range = file.layers.mentions[2].range;
            file.layers.passages.push(Passage { range, label: label.clone() });
        };
        let reviewed = check(false, marked, &["Osei Group: Claim"]);
        assert_eq!(reviewed.layers.passages[0].label, label);
        assert_eq!((untold(&reviewed, &reviewed), untold(&sample::document(), &reviewed)), (0, 1));
    }

    #[test]
    fn dates_mean_another_day_or_none() {
        let day = |file: &mut Document| file.layers.times[0].value = Some("2026-03-12".into());
        assert_eq!(
            check(false, day, &["on Thursday: 2026-03-12"]).layers.times[0].value.as_deref(),
            Some("2026-03-12")
        );
        let open = |file: &mut Document| file.layers.times[0].value = None;
        check(false, open, &[]);
    }
}
