//! brat's standoff in a zip: an `.ann` with the `.txt` beside it. Positions are Unicode code points, end exclusive.
//!
//! Text-bound annotations, relations, attributes and Galley's own notes are read. A mark in fragments becomes one over
//! all of them.

use super::positions::{Positions, Unit};
use super::unpack::{Zip, is_zip};
use super::{FOREIGN, Marked, OUTSIDE, left_out};
use crate::standoff::{Kind, Link, LinkKind, Span, Standoff};
use crate::text::TextRange;
use std::collections::BTreeMap;

pub(super) fn is(bytes: &[u8]) -> bool {
    is_zip(bytes) && Zip::open(bytes).is_ok_and(|zip| zip.names().any(|name| name.ends_with(".ann")))
}

pub(super) fn read(bytes: &[u8]) -> Result<Marked, String> {
    if !is_zip(bytes) {
        return Err("brat is read from a zip that holds an .ann file and the .txt it belongs to".into());
    }
    let mut zip = Zip::open(bytes)?;
    let mut names: Vec<String> = zip.names().filter(|name| name.ends_with(".ann")).collect();
    names.sort();
    let first = names.first().ok_or("this zip holds no .ann file of brat’s")?;
    let beside = [first.trim_end_matches(".ann"), ".txt"].concat();
    let annotations = zip.text(first)?.unwrap_or_default();
    let text =
        zip.text(&beside)?.ok_or_else(|| format!("this zip lacks “{beside}”, the text of “{first}”"))?;
    let mut marked = of_files(&text, &annotations);
    left_out(&mut marked.losses, names.len() - 1, ["further text of this zip", "further texts of this zip"]);
    Ok(marked)
}

fn of_files(text: &str, annotations: &str) -> Marked {
    let positions = Positions::new(text, Unit::CodePoints);
    let standoff = Standoff { text: text.to_owned(), ..Standoff::default() };
    let mut reader = Reader { positions, out: standoff, places: BTreeMap::new(), lost: [0; 3] };
    // Text-bound annotations first: others may stand before what they name.
    let bound = |line: &&str| line.starts_with('T');
    annotations.lines().filter(bound).for_each(|line| reader.text_bound(line));
    annotations.lines().filter(|line| !bound(line)).for_each(|line| reader.other(line));
    let mut losses = Vec::new();
    let [foreign, outside, other] = reader.lost;
    left_out(&mut losses, foreign, FOREIGN);
    left_out(&mut losses, outside, OUTSIDE);
    left_out(&mut losses, other, ["line that Galley does not read", "lines that Galley does not read"]);
    Marked { standoff: reader.out, losses }
}

struct Reader<'t> {
    positions: Positions<'t>,
    out: Standoff,
    places: BTreeMap<&'t str, usize>,
    /// Marks of foreign kinds, marks outside the text, other lines.
    lost: [usize; 3],
}

impl<'t> Reader<'t> {
    fn text_bound(&mut self, line: &'t str) {
        let mut fields = line.split('\t');
        let (id, about) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let (label, places) = about.split_once(' ').unwrap_or((about, ""));
        let Some(kind) = Kind::of_label(label) else {
            self.lost[0] += 1;
            return;
        };
        let fragments: Option<Vec<TextRange>> = places.split(';').map(|place| self.range(place)).collect();
        let range = fragments.into_iter().flatten().reduce(TextRange::cover);
        let Some(range) = range else {
            self.lost[1] += 1;
            return;
        };
        self.places.insert(id, self.out.spans.len());
        self.out.spans.push(Span::new(range, kind));
    }

    fn range(&self, place: &str) -> Option<TextRange> {
        let (start, end) = place.trim().split_once(' ')?;
        self.positions.range(start.parse().ok()?, end.trim().parse().ok()?)
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
        self.lost[2] += usize::from(!read);
    }

    fn relation(&mut self, about: &str) -> bool {
        let words: Vec<&str> = about.split(' ').collect();
        let [name, from, to] = words[..] else { return false };
        let end = |word: &str| self.places.get(word.split_once(':')?.1).copied();
        let (Some(kind), Some(from), Some(to)) = (LinkKind::of_name(name), end(from), end(to)) else {
            return false;
        };
        self.out.links.push(Link { kind, from, to });
        true
    }

    fn note(&mut self, about: &str, note: &str) -> bool {
        let target = about.strip_prefix("AnnotatorNotes ").and_then(|target| self.places.get(target));
        target.is_some_and(|&at| self.out.spans[at].take_note(note))
    }
}
