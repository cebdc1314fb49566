//! What stands above the article: headline, deck, byline, caption, time stamp, the page's menu.

use super::given::{Given, furniture, is_plain_prose, plain_part};
use super::head;
use super::look::{Look, Shape};
use super::phrases::Tells;
use super::picture::Picture;
use super::span::{Head, Span};
use crate::document::hints::HintKind;
use crate::document::part::Part;
use crate::document::reason::Rule;

/// The article begins within so many paragraphs, or at the first full sentences.
pub(super) const LONGEST_TOP: usize = 60;

/// No dateline stands below so many paragraphs of full sentences.
const MOST_ABOVE: usize = 3;

/// Whether the last of the paragraphs so far is surely the article's own.
pub(super) fn begins(looks: &[Look]) -> bool {
    let last_opens = looks.last().is_some_and(|look| look.dateline);
    let plain = looks.iter().rev().take(LONGEST_TOP).filter(|look| is_plain_prose(look)).count();
    last_opens || plain > MOST_ABOVE || looks.len() >= LONGEST_TOP
}

/// Where the article itself begins: at its dateline, else after its byline and time stamp, else
/// at its first full sentences.
pub(super) fn body_start(looks: &[Look]) -> usize {
    let top = &looks[..looks.len().min(LONGEST_TOP)];
    let prose_before = |at: usize| top[..at].iter().filter(|look| is_plain_prose(look)).count();
    if let Some(at) = top.iter().position(|look| look.dateline).filter(|&at| prose_before(at) <= MOST_ABOVE) {
        return at;
    }
    let Some(first) = top.iter().position(is_plain_prose) else {
        return looks.iter().position(Look::is_prose).unwrap_or(looks.len());
    };
    // A summary or a picture's line stands above the byline or time stamp.
    let near = first + 1..(first + 5).min(top.len());
    let stamped = top[..first].iter().any(|look| look.shape == Shape::Stamp);
    let signed = top[..first].iter().any(|look| look.shape == Shape::Byline);
    let is_author = |look: &Look| look.shape == Shape::Stamp || (look.shape == Shape::Byline && !signed);
    let titled =
        top[..first].iter().any(|look| look.shape == Shape::Short) || top[first].picture >= Picture::Dated;
    let author = near.rev().find(|&at| is_author(&top[at]) && titled && !stamped && prose_before(at) <= 2);
    let after =
        author.and_then(|at| (at + 1..looks.len().min(at + 8)).find(|&next| is_plain_prose(&looks[next])));
    after.unwrap_or(first)
}

/// Where results begin below a line that heads them: that line is the headline. The end where there
/// are none.
fn results_start(top: &[Look]) -> usize {
    let is_row = |look: &Look| look.shape == Shape::Row || (look.shape == Shape::Item && look.listed);
    let run = top.windows(3).position(|looks| looks.iter().all(is_row));
    run.filter(|&run| top[..run].iter().any(heads_results)).unwrap_or(top.len())
}

/// "Premier Division" above rows of results.
fn heads_results(look: &Look) -> bool {
    look.shape == Shape::Short && look.hit.is_none() && !look.contact
}

/// "(CORRECTED)-Acme sets rights": a tag and the headline in one line.
fn is_tagged_title(look: &Look) -> bool {
    let tagged = look.tells(Tells::Correction) || look.tells(Tells::Update);
    tagged && look.words >= 5 && !look.bracketed
}

/// Adds the parts of the lines of the article's head.
pub(super) fn assign(looks: &[Look], head: Head, span: &Span, parts: &mut Vec<Given>) {
    let body = head.lines.end.min(looks.len());
    let mut top = Top { looks, body, headline: head.title, parts: std::mem::take(parts) };
    if !span.paged {
        top.headline = top.find_headline();
    }
    for at in head.lines.start..body {
        let part = if span.paged { top.part_on_page(at, span) } else { top.part(at) };
        top.parts.push(part);
    }
    *parts = top.parts;
    if span.paged {
        set_aside_gallery(&mut parts[head.lines.start..]);
    }
}

/// From so many pictures on, each with the page's words between, they are other stories'.
const GALLERY: usize = 3;

/// Lines of pictures with other stories' headlines between them.
fn set_aside_gallery(parts: &mut [Given]) {
    let is = |given: &Given, part: Part| given.0 == part;
    let shown = parts.split(|given| is(given, Part::Furniture));
    if shown.filter(|run| run.iter().any(|given| is(given, Part::Caption))).count() >= GALLERY {
        for given in parts.iter_mut().filter(|given| is(given, Part::Caption)) {
            (given.0, given.1) = (Part::Furniture, Rule::PageFurniture);
        }
    }
}

struct Top<'a> {
    looks: &'a [Look],
    body: usize,
    headline: Option<usize>,
    parts: Vec<Given>,
}

/// A summary stands at most so many lines below the headline, and has so many words.
const FARTHEST_DECK: usize = 4;
const SHORTEST_DECK: usize = 5;

impl Top<'_> {
    /// The part of a line near the headline of a page, most of whose lines are the page's.
    fn part_on_page(&self, at: usize, span: &Span) -> Given {
        let look = &self.looks[at];
        let headline = self.headline.unwrap_or(at);
        if at == headline {
            return (
                Part::Headline,
                if look.hint.is_some() { Rule::Heading } else { Rule::FirstLine },
                look.range,
            );
        }
        if matches!(look.shape, Shape::Stamp | Shape::Byline) || look.credited {
            return plain_part(look).unwrap_or_else(|| furniture(look));
        }
        if self.is_author_line(at) {
            return (Part::Byline, Rule::BylineWord, look.range);
        }
        if at < headline || look.hit.is_some() || look.contact || span.seen[at] > 1 {
            return match look.hit.map(|hit| hit.tells) {
                Some(Tells::Caption | Tells::Credit | Tells::Correction | Tells::Update) if at > headline => {
                    plain_part(look).unwrap_or_else(|| furniture(look))
                }
                _ => furniture(look),
            };
        }
        if look.hint == Some(HintKind::Caption) || (look.is_prose() && self.is_caption_above(at)) {
            return (Part::Caption, Rule::PictureLine, look.range);
        }
        let signed =
            self.looks[headline..at].iter().any(|look| matches!(look.shape, Shape::Stamp | Shape::Byline));
        let deck =
            !signed && at - headline <= FARTHEST_DECK && look.words >= SHORTEST_DECK && !look.is_author();
        if deck { (Part::Deck, Rule::FirstLine, look.range) } else { furniture(look) }
    }

    /// The headline: what the source marked as one, else the first line of four words or more.
    fn find_headline(&self) -> Option<usize> {
        let top = &self.looks[..self.body.min(self.looks.len())];
        let results = results_start(top);
        let headed = (results < top.len()).then(|| top[..results].iter().position(heads_results)).flatten();
        let marked = top.iter().position(|look| look.hint == Some(HintKind::Heading(1)));
        let marked =
            marked.or_else(|| top.iter().position(|look| matches!(look.hint, Some(HintKind::Heading(_)))));
        let is_title = |look: &&Look| {
            look.shape == Shape::Short && !look.contact && (look.hit.is_none() || is_tagged_title(look))
        };
        let long = top.iter().position(|look| is_title(&look) && look.words >= 4);
        let any = || top.iter().position(|look| is_title(&look) && !(look.is_author() && look.words <= 3));
        // "Talks to resume in Geneva." above a dateline
        let sentence = || {
            let first = top
                .iter()
                .position(|look| look.hit.is_none())
                .filter(|&at| top[at].is_prose() && top[at].words <= 16)?;
            (top[first].picture < Picture::Dated).then_some(first)
        };
        let alone = self.looks.len() == 1;
        marked.or(headed).or(long).or_else(any).or_else(sentence).filter(|_| !alone)
    }

    fn part(&self, at: usize) -> Given {
        let look = &self.looks[at];
        let (range, headline) = (look.range, self.headline);
        let after_headline = headline.is_some_and(|headline| at > headline);
        if headline == Some(at) {
            let marked = look.hint.is_some();
            return (Part::Headline, if marked { Rule::Heading } else { Rule::FirstLine }, range);
        }
        if let Some(plain) = plain_part(look) {
            return plain;
        }
        match look.shape {
            Shape::Short if look.tells(Tells::Kicker) => (Part::Furniture, Rule::PageFurniture, range),
            Shape::Short if !after_headline => self.above_headline(look),
            Shape::Short if self.is_second_headline(at) => (Part::Headline, Rule::FirstLine, range),
            Shape::Short if self.is_author_line(at) => (Part::Byline, Rule::BylineWord, range),
            Shape::Item if look.listed => (Part::Table, Rule::TableRow, range),
            Shape::Short if after_headline && self.is_among_rows(at) => (Part::Table, Rule::TableRow, range),
            Shape::Short | Shape::Item if after_headline => (Part::Deck, Rule::FirstLine, range),
            Shape::Mark if after_headline && self.next_is_item(at) => (Part::Deck, Rule::FirstLine, range),
            Shape::Prose if self.is_caption_above(at) => (Part::Caption, Rule::PictureLine, range),
            Shape::Prose if headline.is_some() => (Part::Deck, Rule::FirstLine, range),
            Shape::Prose => (Part::Body, Rule::PlainParagraph, range),
            Shape::Row => (Part::Table, Rule::TableRow, range),
            _ => (Part::Furniture, Rule::PageFurniture, range),
        }
    }

    /// A full date, or somebody shown well below the headline; what follows at once is a summary.
    fn is_caption_above(&self, at: usize) -> bool {
        let picture = self.looks[at].picture;
        picture >= Picture::Dated
            || (picture == Picture::Shows && self.headline.is_some_and(|headline| at > headline + 1))
    }

    /// Between rows of results, or right above them.
    fn is_among_rows(&self, at: usize) -> bool {
        let is_row = |look: &Look| look.shape == Shape::Row || (look.shape == Shape::Item && look.listed);
        let below = self.looks.get(at + 1..at + 3).is_some_and(|looks| looks.iter().all(is_row));
        below || (is_row(&self.looks[at - 1]) && self.looks.get(at + 1).is_some_and(is_row))
    }

    fn next_is_item(&self, at: usize) -> bool {
        self.looks.get(at + 1).is_some_and(|look| look.shape == Shape::Short)
    }

    fn above_headline(&self, look: &Look) -> Given {
        match self.headline {
            Some(_) => (Part::Furniture, Rule::PageFurniture, look.range),
            None => (Part::Body, Rule::PlainParagraph, look.range),
        }
    }

    fn is_author_line(&self, at: usize) -> bool {
        self.headline.is_some_and(|headline| head::is_author_line(self.looks, at, headline..self.body))
    }

    /// A headline of two lines, both marked or both in capitals only.
    fn is_second_headline(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|&before| self.headline == Some(before));
        before.is_some_and(|before| {
            self.looks[at].hint == Some(HintKind::Heading(1))
                && self.looks[before].hint == Some(HintKind::Heading(1))
        })
    }
}
