//! The timeline of an article: its own day, what came before, what comes after, each point with
//! its words in the text. Lengths ("three years") and repeated times ("on Sundays") are no points:
//! they stand in a group of their own, and so do times that nothing resolves.

use super::MarkId;
use super::dates::{self, Length};
use super::explain::{origin, shorten};
use super::html::escape;
use super::index::Index;
use super::ledger::count;
use super::spans::span;
use crate::document::Document;
use crate::document::times::Time;
use crate::text::order::Groups;
use crate::text::{TextRange, last_place, lower};
use jiff::civil::Date;
use std::borrow::Cow;

/// Where a stretch of the timeline lies, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Before the article's day.
    Before,
    /// On the article's day, or in a week, month or year around it.
    Then,
    /// After the article's day.
    After,
    /// Somewhere on the calendar, where the article has no day to compare with.
    InOrder,
    /// Not resolved.
    Open,
    /// A length of time, a repeated time, "recently": no point of the calendar.
    NoPoint,
}

impl Side {
    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Side::Before => "Before",
            Side::Then => "That day and around it",
            Side::After => "After",
            Side::InOrder => "In order of the calendar",
            Side::Open => "Not resolved",
            Side::NoPoint => "How long, how often",
        }
    }
}

/// One part of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it lies.
    pub side: Side,
    /// Its days, months and years in order.
    pub groups: Vec<Group>,
}

/// All points of one day, month or year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// "Fri 7 Feb 2025"; empty where nothing resolves them.
    pub when: String,
    /// In text order.
    pub points: Vec<Point>,
}

/// One point and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The mark it jumps to.
    pub mark: MarkId,
    /// The words before it in its sentence, shortened.
    pub before: String,
    /// The time as written.
    pub written: String,
    /// The words after it, shortened, with the space there is before them.
    pub after: String,
    /// "14:10", "night"; empty for whole days, and where the words say the same.
    pub clock: String,
}

/// The article's own day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// "Sunday 9 February 2025, the dateline"
    pub words: String,
    /// The mark that says so, where the text does.
    pub mark: Option<MarkId>,
}

/// The timeline of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The article's day, if it has one.
    pub origin: Option<Origin>,
    /// What there is, in order. [`Side::Then`] is there whenever the article has a day.
    pub stretches: Vec<Stretch>,
}

impl Group {
    /// The group with the points that hold the words looked for; all of them where its day does.
    fn holding(&self, wanted: &str) -> Group {
        let holds = |text: &str| lower(text).contains(wanted);
        let found = |point: &&Point| {
            let words = [&point.before, &point.written, &point.after];
            wanted.is_empty() || holds(&self.when) || words.iter().any(|text| holds(text))
        };
        Group { when: self.when.clone(), points: self.points.iter().filter(found).cloned().collect() }
    }
}

impl Timeline {
    /// What of the timeline holds the words looked for.
    pub fn holding(&self, lower: &str) -> Cow<'_, Timeline> {
        if lower.is_empty() {
            return Cow::Borrowed(self);
        }
        let in_stretch = |stretch: &Stretch| {
            let groups = stretch.groups.iter().map(|group| group.holding(lower));
            let groups = groups.filter(|group| !group.points.is_empty()).collect();
            Stretch { side: stretch.side, groups }
        };
        let found = self.stretches.iter().map(in_stretch);
        let stretches = found.filter(|stretch| !stretch.groups.is_empty()).collect();
        Cow::Owned(Timeline { origin: self.origin.clone(), stretches })
    }

    /// How many points there are.
    pub fn points(&self) -> usize {
        let groups = self.stretches.iter().flat_map(|stretch| &stretch.groups);
        groups.map(|group| group.points.len()).sum()
    }
}

/// A timeline as HTML, with at most `limit` points and then a way to see all; empty where there is
/// nothing. What leads to a mark carries its key.
pub fn html(timeline: &Timeline, limit: usize) -> String {
    let (mut out, mut left) = (String::new(), limit);
    if timeline.stretches.is_empty() {
        return out;
    }
    let points = timeline.points();
    out.push_str("<h3 id=\"ledger-timeline\">Timeline<span class=\"count\">");
    out.extend([&points.to_string(), "</span></h3>"]);
    for stretch in &timeline.stretches {
        let origin = timeline.origin.as_ref().filter(|_| stretch.side == Side::Then);
        if left == 0 && origin.is_none() {
            continue;
        }
        out.push_str(if stretch.side == Side::Open { "<div class=\"open\"><h4>" } else { "<div><h4>" });
        out.extend([stretch.side.title(), "</h4>"]);
        if let Some(origin) = origin {
            button(&mut out, origin.mark, "line day", |out| escape(out, &origin.words));
        }
        out.push_str("<ol>");
        for group in &stretch.groups {
            if left > 0 {
                group_html(&mut out, group, &mut left);
            }
        }
        out.push_str("</ol></div>");
    }
    if points > limit {
        let more = count(points - limit, "more", "more");
        out.extend(["<button class=\"more\" data-go=\"all\">", &more, "</button>"]);
    }
    out
}

fn group_html(out: &mut String, group: &Group, left: &mut usize) {
    out.push_str("<li><span class=\"when\">");
    escape(out, &group.when);
    out.push_str("</span><ul>");
    let shown = &group.points[..group.points.len().min(*left)];
    *left -= shown.len();
    for point in shown {
        out.push_str("<li>");
        button(out, Some(point.mark), "line", |out| point_html(out, point));
        out.push_str("</li>");
    }
    out.push_str("</ul></li>");
}

fn point_html(out: &mut String, point: &Point) {
    out.push_str("<span class=\"detail\" dir=\"auto\">");
    escape(out, &point.before);
    out.push_str(" <b>");
    escape(out, &point.written);
    out.push_str("</b>");
    escape(out, &point.after);
    out.push_str("</span>");
    if !point.clock.is_empty() {
        out.push_str("<span class=\"count\">");
        escape(out, &point.clock);
        out.push_str("</span>");
    }
}

/// A button that leads to a mark; plain words where there is none.
fn button(out: &mut String, mark: Option<MarkId>, class: &str, words: impl FnOnce(&mut String)) {
    let tag = if mark.is_some() { "button" } else { "p" };
    out.extend(["<", tag, " class=\"", class, "\""]);
    if let Some(mark) = mark {
        out.extend([" data-go=\"", &mark.key(), "\""]);
    }
    out.push('>');
    words(out);
    out.extend(["</", tag, ">"]);
}

/// Draws up the timeline from the marks that are shown.
pub fn timeline(document: &Document, index: &Index) -> Timeline {
    let anchor = document.layers.anchor;
    let own = |range: TextRange| anchor.and_then(|a| a.range).is_some_and(|said| said.overlaps(range));
    let mut groups: Groups<(Side, Group)> = Groups::new();
    let mut origin_mark = None;
    for mark in index.marks.iter() {
        let MarkId::Time(i) = mark.id else { continue };
        let time = &document.layers.times[i as usize];
        if own(time.range) {
            origin_mark = origin_mark.or(Some(mark.id));
            continue;
        }
        let (side, order, when) = place(time, anchor.map(|anchor| anchor.day));
        let key = [&(side as u8).to_string(), order.as_str()].concat();
        let (_, group) = groups.of(key, || (side, Group { when, points: Vec::new() }));
        group.points.push(point(document, mark.id, time));
    }
    let origin = origin(document).map(|words| Origin { words, mark: origin_mark });
    Timeline { stretches: stretches(groups.by_key(), origin.is_some()), origin }
}

/// Its stretch, its place there and what it is called. First day, then the longer before the shorter, then the
/// value itself.
fn place(time: &Time, day: Option<Date>) -> (Side, String, String) {
    let Some(value) = time.value.as_deref() else { return (Side::Open, String::new(), String::new()) };
    let Some((first, last)) = span(value) else {
        return (Side::NoPoint, value.into(), dates::value(value, Length::Short));
    };
    let side = match day {
        None => Side::InOrder,
        Some(day) if last < day => Side::Before,
        Some(day) if first > day => Side::After,
        Some(_) => Side::Then,
    };
    let whole = value.split_once('T').filter(|_| !value.contains('/')).map_or(value, |(whole, _)| whole);
    let order = [&number(first).to_string(), &(END - number(last)).to_string(), whole].concat();
    (side, order, dates::value(whole, Length::Short))
}

/// Every number of a day, and what is left to this one, has nine figures.
const END: u32 = 399_999_999;

fn number(day: Date) -> u32 {
    let year = 10_000 + u32::from(day.year().unsigned_abs());
    (year * 100 + u32::from(day.month().unsigned_abs())) * 100 + u32::from(day.day().unsigned_abs())
}

fn stretches(groups: Vec<(Side, Group)>, has_origin: bool) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (side, group) in groups {
        match stretches.last_mut().filter(|stretch| stretch.side == side) {
            Some(stretch) => stretch.groups.push(group),
            None => stretches.push(Stretch { side, groups: vec![group] }),
        }
    }
    if has_origin && !stretches.iter().any(|stretch| stretch.side == Side::Then) {
        let at = stretches.partition_point(|stretch| stretch.side < Side::Then);
        stretches.insert(at, Stretch { side: Side::Then, groups: Vec::new() });
    }
    stretches
}

/// So many characters of the sentence are shown before and after the words.
const BEFORE: usize = 40;
const AFTER: usize = 48;

/// Bytes of the text that are looked at on either side of the words: an article may be one long line.
const NEAR: usize = 400;

fn point(document: &Document, mark: MarkId, time: &Time) -> Point {
    let text = &document.article.text;
    let value = time.value.as_deref().filter(|value| !value.contains('/'));
    let clock = value.and_then(|value| value.split_once('T')).filter(|(date, _)| *date != "P");
    let written = document.words(time.range);
    let clock = clock.map(|(_, clock)| dates::clock(clock)).filter(|clock| !written.contains(clock.as_str()));
    Point {
        mark,
        before: words_before(&text[..time.range.start()]),
        written: shorten(written, 60),
        after: words_after(&text[time.range.end()..]),
        clock: clock.unwrap_or_default(),
    }
}

/// The end of a text, from where its last sentence or line begins.
fn words_before(text: &str) -> String {
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(NEAR))..];
    let line = near.rsplit('\n').next().unwrap_or_default();
    let sentence = last_place(line, ". ").map_or(line, |at| &line[at + 2..]);
    let Some((cut, _)) = sentence.char_indices().rev().nth(BEFORE) else { return one_line(sentence) };
    let cut = sentence[cut..].find(' ').map_or(cut, |space| cut + space + 1);
    ["… ", &one_line(&sentence[cut..])].concat()
}

/// The beginning of a text, up to where its first sentence or line ends.
fn words_after(text: &str) -> String {
    let near = &text[..text.floor_char_boundary(NEAR)];
    let line = near.split('\n').next().unwrap_or_default();
    let gap = if line.starts_with(char::is_whitespace) { " " } else { "" };
    let words = shorten(line.split(". ").next().unwrap_or_default(), AFTER);
    if words.is_empty() { words } else { [gap, &words].concat() }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::document::article::{Article, CountFrom};

    const TEXT: &str = "Ferry back in service\n\n\
        LYTTON, Feb 9, 2031 (Coast Wire) - The ferry ran on Friday after three years. It will run again next week, \
        and on Sundays. The mayor spoke on Friday night. The boat was built in 2019 and opened earlier today.";

    /// Every stretch as "title: day: words, words; day: words".
    fn check(article: Article, expected: &[&str]) {
        let document = annotate(article);
        let timeline = timeline(&document, &Index::new(&document));
        let said = |group: &Group| {
            let points: Vec<&str> = group.points.iter().map(|point| point.written.as_str()).collect();
            [&group.when, ": ", &points.join(", ")].concat()
        };
        let stretch = |stretch: &Stretch| {
            let groups: Vec<String> = stretch.groups.iter().map(said).collect();
            [stretch.side.title(), ": ", &groups.join("; ")].concat()
        };
        let found: Vec<String> = timeline.stretches.iter().map(stretch).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn points_are_grouped_by_their_day_before_and_after_the_articles() {
        check(
            Article::plain(TEXT),
            &[
                "Before: 2019: 2019; Fri 7 Feb 2031: Friday, Friday night",
                "That day and around it: Sun 9 Feb 2031: today",
                "After: week of Mon 10 Feb 2031: next week",
                "How long, how often: 3 years: three years; Sundays: Sundays",
            ],
        );
    }

    #[test]
    fn with_nothing_to_count_from_relative_times_stay_open() {
        let mut article = Article::plain(TEXT);
        article.choices.count_from = CountFrom::Nothing;
        check(
            article,
            &[
                "In order of the calendar: 2019: 2019; Sun 9 Feb 2031: Feb 9, 2031",
                "Not resolved: : Friday, next week, Friday night, today",
                "How long, how often: 3 years: three years; Sundays: Sundays",
            ],
        );
    }

    #[test]
    fn an_article_with_a_day_and_no_other_time_shows_its_day() {
        let text = "LYTTON, Feb 9, 2031 (Coast Wire) - The ferry is back, the mayor said.";
        check(Article::plain(text), &["That day and around it: "]);
        check(Article::plain("The ferry is back, the mayor said."), &[]);
    }

    #[test]
    fn furniture_has_no_time() {
        let mut article = Article::plain(TEXT);
        article
            .choices
            .set_part(TextRange::new(23, TEXT.len()), Some(crate::document::part::Part::Furniture));
        check(article, &[]);
    }

    #[test]
    fn only_the_words_near_a_point_are_looked_at() {
        for long in ["a ", "é", "— "].map(|piece| ["x", &piece.repeat(NEAR), "x"].concat()) {
            let near = |shown: String, most: usize| (1..=most + 2).contains(&shown.chars().count());
            assert!(near(words_before(&long), BEFORE + 1) && near(words_after(&long), AFTER + 1), "{long}");
        }
        let far = [&" ".repeat(NEAR), "the boat sank"].concat();
        assert_eq!(words_after(&far), "", "what stands behind a wide gap is not near");
    }

    #[test]
    fn a_point_shows_its_words_and_its_hour() {
        let document = annotate(Article::plain(TEXT));
        let timeline = timeline(&document, &Index::new(&document));
        let night = &timeline.stretches[0].groups[1].points[1];
        assert_eq!(
            (night.before.as_str(), night.written.as_str(), night.after.as_str(), night.clock.as_str()),
            ("The mayor spoke on", "Friday night", "", "")
        );
        for (wanted, points) in [("", 7), ("mayor", 1), ("7 feb", 2), ("no such words", 0)] {
            assert_eq!(timeline.holding(wanted).points(), points, "{wanted}");
        }
        let text = "LYTTON, Feb 9, 2031 (Coast Wire) - The mayor left at 2:10 p.m. on Friday.";
        let document = annotate(Article::plain(text));
        let timeline_of_a_day = super::timeline(&document, &Index::new(&document));
        assert_eq!(timeline_of_a_day.stretches[0].groups[0].points[0].clock, "14:10");
        let drawn = html(&timeline, 2);
        assert_eq!(drawn.matches("data-go=\"t").count(), 3, "two points and the article's day: {drawn}");
        assert!(drawn.contains(">5 more</button>") && !html(&timeline, 9).contains("more</button>"));
        assert!(drawn.contains("The boat was built in <b>2019</b> and opened"), "{drawn}");
        let origin = timeline.origin.expect("the dateline has a day");
        assert_eq!(origin.words, "Sunday 9 February 2031, the dateline");
        assert!(matches!(origin.mark, Some(MarkId::Time(_))));
    }
}
