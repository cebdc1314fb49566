//! brat's standoff. Positions are Unicode code points, end exclusive, into the text beside it, whose lines end in `\n`
//! alone: brat reads text so, and would count `\r\n` as one.
//!
//! ```text
//! (columns are parted by tabs)
//! T1    PERSON 9 18    Ada Quist
//! #1    AnnotatorNotes T1    entity=e1; name=Ada Quist
//! R1    spoken_by Arg1:T2 Arg2:T1
//! A1    Utterance T2 question
//! ```
//!
//! A mark over several lines has a fragment for each, and so has one with a tab in it: brat's own reader compares the words
//! with the text, and takes a line to end where Python takes it to. The zip holds the text, the annotations and brat's configuration;
//! the plain file has nothing but `T` lines of at most two fragments, because simple readers stop at all else. There
//! are no `N` and `*` lines, which a common reader glues to the name before.

use super::losses::Keeps;
use super::zipped;
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, KINDS, Key, Kind, LinkKind, Span, Standoff};
use crate::text::{OffsetMap, TextRange};

/// Text, annotations and configuration.
pub const FORMAT: Format = Format {
    id: "brat",
    name: "brat",
    about: "A zip for brat: the text, all marks with their relations and notes, and brat’s configuration.",
    extension: "zip",
    mime: "application/zip",
    write: Write::Bytes(write),
    programs: Programs { line: None, losses: |document, wanted| KEEPS.losses(document, wanted) },
};

/// The annotations alone.
pub const PLAIN: Format = Format {
    id: "brat-plain",
    name: "brat, marks alone",
    about: "An .ann file of text-bound annotations alone, for readers that know no more of brat.",
    extension: "ann",
    mime: "text/plain",
    write: Write::Text(|document, wanted| plain(&spans(document, wanted))),
    programs: Programs { line: None, losses: plain_losses },
};

const KEEPS: Keeps = Keeps { name: "brat", families: Family::MARKS, facts: Key::ALL, links: LinkKind::ALL };

fn plain_losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps =
        Keeps { name: "brat, marks alone,", families: Family::MARKS, facts: &[], links: &[] };
    let standoff = spans(document, wanted);
    let lost = standoff.spans.iter().filter(|span| fragments(&standoff, span).len() > 2).count();
    let mut losses = KEEPS.losses(document, wanted);
    losses.extend(
        (lost > 0).then(|| format!("brat, marks alone, leaves out {lost} marks of more than two fragments.")),
    );
    losses.push("brat, marks alone, has no text: take the one in the brat zip.".into());
    losses
}

/// All that brat keeps, in a text whose lines end as brat's do.
fn spans(document: &Document, wanted: &Wanted) -> Standoff {
    let standoff = Standoff::of_families(document, wanted.filter.furniture, Family::MARKS);
    let dropped: Vec<usize> = standoff.text.match_indices("\r\n").map(|(at, _)| at).collect();
    let moved = |at: usize| at - dropped.partition_point(|&gone| gone < at);
    let text = standoff.text.replace("\r\n", "\n").replace('\r', "\n");
    let spans = standoff.spans.into_iter().map(|span| {
        let range = TextRange::new(moved(span.range.start()), moved(span.range.end()));
        Span { range, ..span }
    });
    Standoff { spans: spans.collect(), text, ..standoff }
}

/// A mark's label in the letters that brat takes.
fn label(span: &Span) -> String {
    span.label().replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "_")
}

/// Parts what brat reads: a column, or for Python a line.
fn is_border(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The parts of a mark that lie in one line and one column each.
fn fragments(standoff: &Standoff, span: &Span) -> Vec<TextRange> {
    let (mut at, mut fragments) = (span.range.start(), Vec::new());
    for piece in standoff.words(span).split_inclusive(is_border) {
        let words = piece.trim_end_matches(is_border);
        let range = TextRange::new(at, at + words.len()).trim(&standoff.text);
        fragments.extend((!range.is_empty()).then_some(range));
        at += piece.len();
    }
    fragments
}

fn text_bound(
    out: &mut String,
    standoff: &Standoff,
    map: &OffsetMap,
    number: usize,
    span: &Span,
    parts: &[TextRange],
) {
    let places: Vec<String> =
        parts.iter().map(|part| format!("{} {}", map.chars(part.start()), map.chars(part.end()))).collect();
    let words: Vec<String> = parts.iter().map(|part| part.of(&standoff.text).to_owned()).collect();
    out.push_str(&format!("T{number}\t{} {}\t{}\n", label(span), places.join(";"), words.join(" ")));
}

fn plain(standoff: &Standoff) -> String {
    let (mut out, map) = (String::new(), OffsetMap::new(&standoff.text));
    for (at, span) in standoff.spans.iter().enumerate() {
        let parts = fragments(standoff, span);
        if (1..=2).contains(&parts.len()) {
            text_bound(&mut out, standoff, &map, at + 1, span, &parts);
        }
    }
    out
}

fn annotations(standoff: &Standoff) -> String {
    let (mut out, map) = (String::new(), OffsetMap::new(&standoff.text));
    let mut attributes = 0;
    for (at, span) in standoff.spans.iter().enumerate() {
        let number = at + 1;
        text_bound(&mut out, standoff, &map, number, span, &fragments(standoff, span));
        if !span.facts.is_empty() {
            out.push_str(&format!("#{number}\tAnnotatorNotes T{number}\t{}\n", span.note()));
        }
        let utterance = span.fact(Key::Utterance).filter(|&utterance| utterance != "statement");
        let attitude = span.fact(Key::Attitude).map(|_| "");
        for (name, value) in [("Utterance", utterance), ("Attitude", attitude)] {
            let Some(value) = value else { continue };
            attributes += 1;
            out.push_str(format!("A{attributes}\t{name} T{number} {value}").trim_end());
            out.push('\n');
        }
    }
    for (at, link) in standoff.links.iter().enumerate() {
        let (name, from, to) = (link.kind.name(), link.from + 1, link.to + 1);
        out.push_str(&format!("R{}\t{name} Arg1:T{from} Arg2:T{to}\n", at + 1));
    }
    out
}

fn write(document: &Document, wanted: &Wanted) -> Vec<u8> {
    let standoff = spans(document, wanted);
    zipped::pack(&[
        ("article.ann", annotations(&standoff)),
        ("annotation.conf", configuration(&standoff)),
        ("article.txt", standoff.text),
        ("visual.conf", visual()),
    ])
}

/// The kinds that brat is told of.
fn kinds() -> impl Iterator<Item = &'static (Kind, &'static str, &'static str)> {
    KINDS.iter().filter(|(kind, _, _)| Family::MARKS.contains(&kind.family()))
}

fn configuration(standoff: &Standoff) -> String {
    let mut out = String::from("[entities]\n");
    kinds().for_each(|(_, label, _)| out.extend([label, "\n"]));
    for span in standoff.spans.iter().filter(|span| span.kind == Kind::Own) {
        let label = label(span);
        let is_told = out.contains(&["\n", &label, "\n"].concat());
        out.extend((!is_told).then(|| [&label, "\n"].concat()));
    }
    out.push_str("\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n");
    LinkKind::ALL.iter().for_each(|link| out.extend([link.name(), "\tArg1:<ENTITY>, Arg2:<ENTITY>\n"]));
    out.push_str("\n[events]\n\n[attributes]\nUtterance\tArg:<ENTITY>, Value:question|denial\nAttitude\tArg:<ENTITY>\n");
    out
}

fn visual() -> String {
    let mut out = String::from("[labels]\n");
    for (_, label, name) in kinds() {
        out.extend([label, " | ", name, "\n"]);
    }
    out.push_str("\n[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:#dddddd, borderColor:darken\n");
    for (labels, colour) in [
        ("PERSON", "#c5d8f7"),
        ("ORG", "#ecd0ee"),
        ("PLACE", "#cbe8d3"),
        ("DIRECT_QUOTE", "#fbeebd"),
        ("MIXED_QUOTE", "#fbeebd"),
        ("INDIRECT_QUOTE", "#fdf6dc"),
        ("DATE", "#f9d9c8"),
    ] {
        out.extend([labels, "\tbgColor:", colour, "\n"]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::document::article::Article;

    #[test]
    fn lines_end_in_one_character_and_positions_follow() {
        let document = annotate(Article::plain("Talks resume\r\n\r\n“We won,” Ada Quist said in Oslo.\r\n"));
        let standoff = spans(&document, &Wanted::usual(true));
        assert!(!standoff.text.contains('\r'));
        let name = standoff.spans.iter().find(|span| span.kind.label() == "PERSON").expect("she is named");
        assert_eq!(standoff.words(name), "Ada Quist");
    }

    #[test]
    fn a_mark_over_lines_has_a_fragment_for_each() {
        let text = "“We\n  won\nat last”";
        let span = Span::new(TextRange::new(0, text.len()), Kind::Term);
        let standoff = Standoff { text: text.into(), spans: vec![span], ..Standoff::default() };
        assert_eq!(annotations(&standoff), "T1\tTERM 0 3;6 9;10 18\t“We won at last”\n");
        assert_eq!(plain(&standoff), "");
    }

    #[test]
    fn a_mark_with_what_parts_lines_or_columns_has_a_fragment_beside_each() {
        for border in ["\t", "\u{b}", "\u{1c}", "\u{85}", "\u{2028}"] {
            let text = ["“We ", border, "won”"].concat();
            let span = Span::new(TextRange::new(0, text.len()), Kind::Term);
            let standoff = Standoff { text, spans: vec![span], ..Standoff::default() };
            assert_eq!(annotations(&standoff), "T1\tTERM 0 3;5 9\t“We won”\n", "{border:?}");
            assert_eq!(plain(&standoff), annotations(&standoff));
        }
    }
}
