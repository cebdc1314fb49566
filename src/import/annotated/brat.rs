//! brat's standoff in a zip: an `.ann` with the `.txt` beside it. Positions are Unicode code points, end exclusive.
//!
//! Text-bound annotations, relations, attributes and notes are read; a note that is none of Galley's is a comment. A mark in fragments becomes one over
//! all of them.

use super::marked::{Marked, left_out};
use super::positions::Unit;
use super::taken::Taken;
use super::unpack::Zip;
use crate::standoff::{Kind, LinkKind};
use crate::text::TextRange;

/// What people call the zip.
pub(super) const ZIP: &str = "a zip with an .ann file and the .txt it belongs to";
/// How the names of the files with annotations end.
pub(super) const ENDING: &str = ".ann";

pub(super) fn read(mut zip: Zip<'_>) -> Result<Marked, String> {
    let names: Vec<String> = zip.names().filter(|name| name.ends_with(ENDING)).collect();
    let first = names.iter().min().ok_or("this zip holds no .ann file of brat’s")?;
    let beside = [first.trim_end_matches(ENDING), ".txt"].concat();
    let annotations = zip.text(first)?.unwrap_or_default();
    let text =
        zip.text(&beside)?.ok_or_else(|| format!("this zip lacks “{beside}”, the text of “{first}”"))?;
    let mut marked = of_files(&text, &annotations);
    left_out(&mut marked.losses, names.len() - 1, ["further text of this zip", "further texts of this zip"]);
    Ok(marked)
}

fn of_files(text: &str, annotations: &str) -> Marked {
    let mut reader = Reader { taken: Taken::new(text, Unit::CodePoints), other: 0 };
    // Text-bound annotations first: others may stand before what they name.
    let bound = |line: &&str| line.starts_with('T');
    annotations.lines().filter(bound).for_each(|line| reader.text_bound(line));
    annotations.lines().filter(|line| !bound(line)).for_each(|line| reader.other(line));
    let mut marked = reader.taken.done();
    let lines = ["line that Galley does not read", "lines that Galley does not read"];
    left_out(&mut marked.losses, reader.other, lines);
    marked
}

struct Reader<'t> {
    taken: Taken<'t>,
    /// Lines that are not read.
    other: usize,
}

impl<'t> Reader<'t> {
    fn text_bound(&mut self, line: &'t str) {
        let mut fields = line.split('\t');
        let (id, about) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let (label, places) = about.split_once(' ').unwrap_or((about, ""));
        let fragments: Option<Vec<TextRange>> = places.split(';').map(|place| self.range(place)).collect();
        let range = fragments.into_iter().flatten().reduce(TextRange::cover);
        if let Some(span) = self.taken.mark(Kind::of_label(label), range, Some(id)) {
            span.take_label(label);
        }
    }

    fn range(&self, place: &str) -> Option<TextRange> {
        let (start, end) = place.trim().split_once(' ')?;
        self.taken.positions.range(start.parse().ok()?, end.trim().parse().ok()?)
    }

    fn other(&mut self, line: &'t str) {
        let mut fields = line.splitn(3, '\t');
        let (id, about) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let read = match id.as_bytes().first() {
            Some(b'R') => self.relation(about),
            Some(b'#') => self.note(about, fields.next().unwrap_or_default()),
            // Galley's own attributes stand in its notes too.
            Some(b'A') => about.starts_with("Utterance ") || about.starts_with("Attitude "),
            None => true,
            _ => false,
        };
        self.other += usize::from(!read);
    }

    fn relation(&mut self, about: &'t str) -> bool {
        let words: Vec<&str> = about.split(' ').collect();
        let [name, from, to] = words[..] else { return false };
        let end = |word: &'t str| word.split_once(':').map(|(_, id)| id);
        self.taken.link(LinkKind::of_name(name), end(from).as_ref(), end(to).as_ref())
    }

    fn note(&mut self, about: &'t str, note: &str) -> bool {
        let Some(target_name) = about.strip_prefix("AnnotatorNotes ") else { return false };
        let target = self.taken.named(&target_name);
        target.is_some_and(|span| span.take_note(note)) || self.taken.comment(target_name, note)
    }
}
