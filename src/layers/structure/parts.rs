//! Gives every paragraph its part: what stands above the article, the article, what stands below.
//!
//! One state machine over the looks of the paragraphs, top to bottom.

use super::Part;
use super::look::{Look, Picture, Shape};
use super::phrases::Tells;
use crate::article::HintKind;
use crate::reason::{Reason, Rule};
use crate::text::TextRange;

/// The article begins within so many paragraphs, or at the first full sentences.
pub(super) const LONGEST_TOP: usize = 60;

/// The part of each paragraph and why.
pub(super) fn assign(looks: &[Look]) -> Vec<(Part, Reason)> {
    let body = body_start(looks);
    let mut parts = Parts { looks, body, parts: Vec::with_capacity(looks.len()), zone: None };
    parts.top();
    parts.rest();
    parts.parts
}

/// Where the article itself begins: at its dateline, else after its byline and time stamp, else
/// at its first full sentences.
fn body_start(looks: &[Look]) -> usize {
    let top = &looks[..looks.len().min(LONGEST_TOP)];
    let prose_before = |at: usize| top[..at].iter().filter(|look| is_plain_prose(look)).count();
    if let Some(at) = top.iter().position(|look| look.dateline).filter(|&at| prose_before(at) <= 3) {
        return at;
    }
    let Some(first) = top.iter().position(is_plain_prose) else {
        return looks.iter().position(Look::is_prose).unwrap_or(looks.len());
    };
    // A summary or a picture's line stands above the byline or time stamp.
    let near = first + 1..(first + 5).min(top.len());
    let is_author = |look: &Look| matches!(look.shape, Shape::Byline | Shape::Stamp);
    let titled =
        top[..first].iter().any(|look| look.shape == Shape::Short) || top[first].picture >= Picture::Dated;
    let author = near.clone().rev().find(|&at| is_author(&top[at]) && titled && prose_before(at) <= 2);
    let after =
        author.and_then(|at| (at + 1..looks.len().min(at + 8)).find(|&next| is_plain_prose(&looks[next])));
    after.unwrap_or(first)
}

/// "(CORRECTED)-Acme sets rights": a tag and the headline in one line.
fn is_tagged_title(look: &Look) -> bool {
    let tagged = look.tells(Tells::Correction) || look.tells(Tells::Update);
    tagged && look.words >= 5 && !look.bracketed
}

/// Full sentences that no phrase makes something else.
fn is_plain_prose(look: &Look) -> bool {
    look.is_prose()
        && look.hit.is_none()
        && !matches!(look.hint, Some(HintKind::Caption | HintKind::Heading(_)))
        && look.picture < Picture::Surely
}

struct Parts<'a> {
    looks: &'a [Look],
    body: usize,
    parts: Vec<(Part, Reason)>,
    /// The head of the list of links that we are in.
    zone: Option<TextRange>,
}

fn reason(rule: Rule, words: TextRange) -> Reason {
    Reason::new(rule, [words])
}

impl Parts<'_> {
    fn push(&mut self, part: Part, rule: Rule, words: TextRange) {
        self.parts.push((part, reason(rule, words)));
    }

    /// What stands above the article.
    fn top(&mut self) {
        let headline = self.headline();
        for at in 0..self.body.min(self.looks.len()) {
            let (part, rule, words) = self.top_part(at, headline);
            self.push(part, rule, words);
        }
    }

    /// The headline: what the source marked as one, else the first line of four words or more.
    fn headline(&self) -> Option<usize> {
        let top = &self.looks[..self.body.min(self.looks.len())];
        let marked = top.iter().position(|look| look.hint == Some(HintKind::Heading(1)));
        let marked =
            marked.or_else(|| top.iter().position(|look| matches!(look.hint, Some(HintKind::Heading(_)))));
        let is_title =
            |look: &&Look| look.shape == Shape::Short && (look.hit.is_none() || is_tagged_title(look));
        let long = top.iter().position(|look| is_title(&look) && look.words >= 4);
        let any = || top.iter().position(|look| is_title(&look) && !self.is_author_line(look));
        // "Talks to resume in Geneva." above a dateline
        let sentence = || {
            let first =
                top.first().filter(|look| look.is_prose() && look.words <= 16 && look.hit.is_none())?;
            (first.picture < Picture::Dated).then_some(0)
        };
        let alone = self.looks.len() == 1;
        marked.or(long).or_else(any).or_else(sentence).filter(|_| !alone)
    }

    fn is_author_line(&self, look: &Look) -> bool {
        look.author && look.words <= 3
    }

    fn top_part(&self, at: usize, headline: Option<usize>) -> (Part, Rule, TextRange) {
        let look = &self.looks[at];
        let range = look.range;
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
            Shape::Short if !after_headline => self.above_headline(look, headline),
            Shape::Short if self.is_second_headline(at, headline) => (Part::Headline, Rule::FirstLine, range),
            Shape::Short if look.author && self.beside_author(at) => (Part::Byline, Rule::BylineWord, range),
            Shape::Short | Shape::Item if after_headline => (Part::Deck, Rule::FirstLine, range),
            Shape::Mark if after_headline && self.next_is_item(at) => (Part::Deck, Rule::FirstLine, range),
            Shape::Prose if self.is_caption_above(at, headline) => (Part::Caption, Rule::PictureLine, range),
            Shape::Prose if headline.is_some() => (Part::Deck, Rule::FirstLine, range),
            Shape::Prose => (Part::Body, Rule::PlainParagraph, range),
            Shape::Row => (Part::Table, Rule::TableRow, range),
            _ => (Part::Furniture, Rule::PageFurniture, range),
        }
    }

    /// A full date, or somebody shown well below the headline; what follows at once is a summary.
    fn is_caption_above(&self, at: usize, headline: Option<usize>) -> bool {
        let picture = self.looks[at].picture;
        picture >= Picture::Dated
            || (picture == Picture::Shows && headline.is_some_and(|headline| at > headline + 1))
    }

    fn next_is_item(&self, at: usize) -> bool {
        self.looks.get(at + 1).is_some_and(|look| look.shape == Shape::Short)
    }

    fn above_headline(&self, look: &Look, headline: Option<usize>) -> (Part, Rule, TextRange) {
        match headline {
            Some(_) => (Part::Furniture, Rule::PageFurniture, look.range),
            None => (Part::Body, Rule::PlainParagraph, look.range),
        }
    }

    /// A headline of two lines, both marked or both in capitals only.
    fn is_second_headline(&self, at: usize, headline: Option<usize>) -> bool {
        let before = at.checked_sub(1).filter(|&before| headline == Some(before));
        before.is_some_and(|before| {
            self.looks[at].hint == Some(HintKind::Heading(1))
                && self.looks[before].hint == Some(HintKind::Heading(1))
        })
    }

    /// A byline, role or time stamp stands right above or below, or the article begins.
    fn beside_author(&self, at: usize) -> bool {
        let is_author =
            |look: &Look| matches!(look.shape, Shape::Byline | Shape::Stamp) || look.tells(Tells::Furniture);
        let above = at > 0 && (is_author(&self.looks[at - 1]) || self.parts[at - 1].0 == Part::Byline);
        let below = self.looks.get(at + 1).is_some_and(|look| is_author(look) || look.author);
        above || below || (at + 1 == self.body && self.looks[at].words <= 5)
    }

    /// The article and what stands below it.
    fn rest(&mut self) {
        for at in self.body..self.looks.len() {
            let (part, rule, words) = self.rest_part(at);
            self.push(part, rule, words);
        }
    }

    fn rest_part(&mut self, at: usize) -> (Part, Rule, TextRange) {
        let look = &self.looks[at];
        if look.tells(Tells::Section) && !look.is_prose() && !self.is_article_heading(at) {
            self.zone = Some(look.range);
            return (Part::Furniture, Rule::PageFurniture, look.range);
        }
        if let Some(zone) = self.zone {
            if !self.resumes(at) {
                return (Part::Furniture, Rule::BelowFurniture, zone);
            }
            self.zone = None;
        }
        if let Some(plain) = plain_part(look) {
            return plain;
        }
        self.body_part(at)
    }

    /// "Ranking" marked as a heading over full sentences is one of the article's.
    fn is_article_heading(&self, at: usize) -> bool {
        let marked = matches!(self.looks[at].hint, Some(HintKind::Heading(_)));
        let whole = self.looks[at].hit.is_some_and(|hit| hit.whole);
        marked && !whole && self.looks.get(at + 1).is_some_and(is_plain_prose)
    }

    /// Whether the article goes on at `at`, after links in its middle.
    ///
    /// One teaser with a full stop among headlines does not make an article; two paragraphs of
    /// full sentences do, and so does one that ends the text or that a sign-off follows.
    fn resumes(&self, at: usize) -> bool {
        let look = &self.looks[at];
        if matches!(look.hint, Some(HintKind::Item)) {
            return false;
        }
        let signs_off = matches!(look.hit.map(|hit| hit.tells), Some(Tells::Signoff | Tells::Correction));
        if signs_off {
            return true;
        }
        let full = |look: &Look| is_plain_prose(look) && look.words >= 8 && look.title_case < 60;
        let next = self.looks.get(at + 1);
        let goes_on = next.is_none_or(|next| {
            is_plain_prose(next)
                || matches!(next.hit.map(|hit| hit.tells), Some(Tells::Signoff | Tells::Correction))
        });
        full(look) && (goes_on || look.words >= 30)
    }

    fn body_part(&self, at: usize) -> (Part, Rule, TextRange) {
        let look = &self.looks[at];
        let range = look.range;
        match look.shape {
            Shape::Mark | Shape::Item => (Part::List, Rule::ListMark, range),
            Shape::Rule => (Part::Furniture, Rule::PageFurniture, range),
            Shape::Row => (Part::Table, Rule::TableRow, range),
            Shape::Prose if look.picture == Picture::Surely && at > self.body => {
                (Part::Caption, Rule::PictureLine, range)
            }
            Shape::Prose => (Part::Body, Rule::PlainParagraph, range),
            _ if at == self.body => (Part::Body, Rule::PlainParagraph, range),
            _ => self.short_part(at),
        }
    }

    /// A line without a full stop: an item after its mark, a heading, a row, a headline below.
    fn short_part(&self, at: usize) -> (Part, Rule, TextRange) {
        let look = &self.looks[at];
        let range = look.range;
        let before = at.checked_sub(1).map(|before| &self.looks[before]);
        if before.is_some_and(|before| before.shape == Shape::Mark) {
            return (Part::List, Rule::ListMark, range);
        }
        let next = self.looks.get(at + 1);
        let between_rows = before.is_some_and(|look| look.shape == Shape::Row) && look.words <= 12;
        let leads = next
            .is_some_and(|next| matches!(next.shape, Shape::Prose | Shape::Item | Shape::Mark | Shape::Row));
        let below = next.is_some_and(|next| next.hit.is_some());
        if leads
            && !below
            && !look.leads_on
            && look.words <= 14
            && before.is_some_and(|before| before.shape != Shape::Row)
        {
            return (Part::Subheading, Rule::ShortLineBetween, range);
        }
        if self.is_among_headlines(at) {
            return (Part::Furniture, Rule::BelowFurniture, range);
        }
        if between_rows {
            return (Part::Table, Rule::TableRow, range);
        }
        (Part::Body, Rule::PlainParagraph, range)
    }

    /// Three lines or more in title case, and nothing after them that belongs to the article.
    fn is_among_headlines(&self, at: usize) -> bool {
        let is_headline = |look: &Look| {
            look.shape == Shape::Short
                && look.title_case >= 75
                && (6..=20).contains(&look.words)
                && !look.listed
        };
        let run_before =
            self.looks[self.body..at].iter().rev().take(3).take_while(|look| is_headline(look)).count();
        let run_after = self.looks[at..].iter().take(3).take_while(|look| is_headline(look)).count();
        let article_follows = || self.looks[at..].iter().take(12).any(is_plain_prose);
        is_headline(&self.looks[at]) && run_before + run_after >= 3 && !article_follows()
    }
}

/// The parts that a paragraph shows by itself, wherever it stands.
fn plain_part(look: &Look) -> Option<(Part, Rule, TextRange)> {
    let range = look.range;
    match look.hint {
        Some(HintKind::Caption) => return Some((Part::Caption, Rule::PictureLine, range)),
        Some(HintKind::Row) => return Some((Part::Table, Rule::TableRow, range)),
        Some(HintKind::Heading(_)) if look.hit.is_none() => {
            return Some((Part::Subheading, Rule::Heading, range));
        }
        Some(HintKind::Item) if look.hit.is_none() => return Some((Part::List, Rule::ListMark, range)),
        _ => {}
    }
    match look.shape {
        Shape::Stamp => return Some((Part::Timestamp, Rule::DateLineOnly, range)),
        Shape::Byline => return Some((Part::Byline, Rule::BylineWord, range)),
        _ => {}
    }
    let hit = look.hit?;
    let words = hit.range;
    match hit.tells {
        Tells::Signoff => Some((Part::Signoff, Rule::SignoffWords, words)),
        Tells::Correction => Some((Part::Correction, Rule::CorrectionWords, words)),
        Tells::Update => Some((Part::Update, Rule::UpdateTag, words)),
        Tells::Furniture => Some((Part::Furniture, Rule::PageFurniture, words)),
        Tells::Section if !look.is_prose() => Some((Part::Furniture, Rule::PageFurniture, words)),
        Tells::Caption if look.words > 8 => Some((Part::Caption, Rule::CreditLine, words)),
        Tells::Caption | Tells::Credit if look.words <= 10 => Some((Part::Credit, Rule::CreditLine, words)),
        Tells::Credit if look.words <= 60 && look.picture > Picture::No => {
            Some((Part::Caption, Rule::CreditLine, words))
        }
        _ => None,
    }
}
