//! Who wrote the article: the names of its bylines, what they do and where they are.

use super::byline_words::{Class, class_of};
use super::person::{Person, person, without_degrees};
use super::ranges::tokens_of;
use super::signed::{self, Signed};
use crate::document::part::Part;
use crate::document::reason::Rule;
use crate::document::structure::Author;
use crate::layers::SoFar;
use crate::layers::dateline::agencies::is_agency;
use crate::layers::dateline::day;
use crate::layers::dateline::places::is_place;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// Below so many paragraphs of the article no byline adds to those above it.
const WELL_BELOW: usize = 3;

/// The authors that the bylines name, in order; notes on them at the end fill what is missing.
pub fn authors(known: &SoFar<'_>) -> Vec<Author> {
    let (text, tokens, structure) = (&known.article.text, known.tokens, &known.layers.structure);
    let dateline = known.layers.dateline.as_ref();
    let mut reader = Reader { text, authors: Vec::new(), listed: false, by: false };
    let mut told = 0;
    for paragraph in structure {
        let words = tokens_of(tokens, paragraph.range);
        told += usize::from(paragraph.part == Part::Body);
        match paragraph.part {
            // Far below the author's own line others sign their stories.
            Part::Byline if told >= WELL_BELOW && !reader.authors.is_empty() => {}
            Part::Byline => reader.line(words),
            Part::Signoff => reader.note(words),
            Part::Furniture if paragraph.why.rule == Rule::AuthorNote => reader.note(words),
            _ => {
                let line = dateline.filter(|line| paragraph.range.contains(line.range));
                let above = line.map_or(0, |line| words.partition_point(|w| w.end() <= line.range.start()));
                reader.line(&words[..above]);
            }
        }
    }
    if reader.authors.is_empty() {
        let signoffs = structure.iter().filter(|paragraph| paragraph.part == Part::Signoff);
        signoffs.for_each(|paragraph| reader.reported(tokens_of(tokens, paragraph.range)));
    }
    reader.authors
}

struct Reader<'a> {
    text: &'a str,
    authors: Vec<Author>,
    /// The line joins its names with "and".
    listed: bool,
    /// The line says "by".
    by: bool,
}

/// What stands before a piece of a byline.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Start,
    And,
    In,
    For,
    Comma,
}

impl Reader<'_> {
    fn word(&self, token: &Token) -> &str {
        token.of(self.text)
    }

    /// Reads a byline, or a line of one, piece by piece.
    fn line(&mut self, tokens: &[Token]) {
        let beside =
            |signed| matches!(signed, Signed::House | Signed::Handle | Signed::Portrait | Signed::Opens);
        if tokens.is_empty() || beside(signed::signed(self.text, tokens)) {
            return;
        }
        let has = |known: &[&str]| tokens.iter().any(|token| known.contains(&token.of(self.text)));
        self.listed = has(&["and", "&", "AND"]);
        self.by = has(&["by", "By", "BY"]);
        let (mut from, mut lead) = (0, Lead::Start);
        for at in 0..=tokens.len() {
            let next = match tokens.get(at) {
                None => None,
                Some(token) => match self.lead(token, at > from) {
                    None => continue,
                    lead => lead,
                },
            };
            // "Written" in "Written by"
            if next != Some(Lead::Start) {
                self.piece(&tokens[from..at], lead);
            }
            (from, lead) = (at + 1, next.unwrap_or(Lead::Comma));
        }
    }

    /// What a token that parts two pieces leads to.
    fn lead(&self, token: &Token, inside: bool) -> Option<Lead> {
        match self.word(token) {
            "by" | "By" | "BY" => Some(Lead::Start),
            "and" | "AND" | "&" | "with" | "with:" | "/" => Some(Lead::And),
            "in" | "IN" | "at" | "from" => Some(Lead::In),
            "for" | "For" | "FOR" => Some(Lead::For),
            "-" if !token.spaced && inside => None,
            word if token.kind == TokenKind::Sign && word != "@" => Some(Lead::Comma),
            _ => None,
        }
    }

    /// A name, a role, a place, or nothing of the kind.
    fn piece(&mut self, tokens: &[Token], lead: Lead) {
        let tokens = without_degrees(self.text, tokens);
        let titles = tokens.iter().take_while(|t| class_of(self.word(t)) == Some(Class::Title)).count();
        let tokens = &tokens[titles..];
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
        let range = first.range.cover(last.range);
        if lead == Lead::For || !self.is_named(tokens) || is_agency(range.of(self.text)) {
            return;
        }
        let goes_on = lead == Lead::And && self.authors.last().is_some_and(|author| author.place.is_some());
        let is_town = || tokens.len() < 4 && is_place(range.of(self.text));
        if lead == Lead::In || ((lead == Lead::Comma || goes_on) && is_town()) {
            return self.place(range, lead);
        }
        if let Some(end) = self.role_before(tokens) {
            self.name(&tokens[end..], Lead::Start);
            return self.role(first.range.cover(tokens[end - 1].range), false);
        }
        let name = &tokens[..self.name_end(tokens)];
        if let Some(role) = tokens.get(name.len()).filter(|_| self.ends_in_role(tokens)) {
            self.name(name, lead);
            return self.role(role.range.cover(last.range), self.word(last).ends_with(['s', 'S']));
        }
        self.name(name, lead);
    }

    /// Begins with a capital letter and no date; or is a role.
    fn is_named(&self, tokens: &[Token]) -> bool {
        let capital = tokens[0].capital && tokens[0].kind == TokenKind::Word;
        (capital || self.ends_in_role(tokens) || self.role_before(tokens).is_some())
            && !is_day(self.word(&tokens[0]))
    }

    /// "state political reporter" in "By state political reporter Jane Doe": the token after it.
    fn role_before(&self, tokens: &[Token]) -> Option<usize> {
        let is_part = |token: &Token| {
            let class = class_of(self.word(token));
            matches!(class, Some(Class::Kind | Class::Role | Class::Staff)) || is_agency(self.word(token))
        };
        let end = tokens.iter().take_while(|token| is_part(token)).count();
        let role = end > 0 && class_of(self.word(&tokens[end - 1])) == Some(Class::Role);
        (role && end < tokens.len()).then_some(end)
    }

    fn ends_in_role(&self, tokens: &[Token]) -> bool {
        tokens.last().is_some_and(|token| class_of(self.word(token)) == Some(Class::Role))
    }

    /// The token after the name: where the role, the agency or the day begins; 0 for a house.
    fn name_end(&self, tokens: &[Token]) -> usize {
        let has_role = self.ends_in_role(tokens);
        let ends = |token: &Token| {
            let word = self.word(token);
            let in_role =
                has_role && matches!(class_of(word), Some(Class::Kind | Class::Staff | Class::Role));
            in_role
                || token.kind == TokenKind::Number
                || is_day(word)
                || is_agency(word)
                || word.contains('@')
                || matches!(word, "Published" | "Updated" | "Posted")
        };
        let end = tokens.iter().position(ends).unwrap_or(tokens.len());
        let end = self.house_behind(&tokens[..end]).unwrap_or(end);
        let is_house = tokens[..end].iter().any(|token| class_of(self.word(token)) == Some(Class::Staff));
        if is_house && person(self.text, &tokens[..end]) < Person::Surely { 0 } else { end }
    }

    /// Where a house begins that nothing parts from the name before it: "Jane Doe Fox News".
    fn house_behind(&self, tokens: &[Token]) -> Option<usize> {
        (2..tokens.len()).find(|&at| {
            let the = at + usize::from(self.word(&tokens[at]) == "The");
            let house = &tokens[the.min(tokens.len() - 1)..];
            let several = house.len() > 1 && signed::is_house(self.text, house);
            let whole = house[0].range.cover(house[house.len() - 1].range).of(self.text);
            (several || is_agency(whole)) && person(self.text, &tokens[..at]) > Person::No
        })
    }

    /// A house beside the author ("Jane Doe, Harwick Insider") is none: without "by" or "and" before it a
    /// name must look like one.
    fn name(&mut self, tokens: &[Token], lead: Lead) {
        let least = match lead {
            Lead::Comma if !self.listed => Person::Surely,
            Lead::Start if self.by => Person::No,
            Lead::And if self.by => Person::No,
            _ => Person::Perhaps,
        };
        let read = person(self.text, tokens);
        if read < least || (read < Person::Surely && signed::is_house(self.text, tokens)) {
            return;
        }
        let names = tokens.iter().filter(|token| token.capital).count();
        let led = matches!(lead, Lead::Start | Lead::And);
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
        let small = class_of(self.word(first)) == Some(Class::Join) && tokens.len() < 2;
        let fits = first.capital && !small && tokens.len() <= 6 && (names > 1 || (led && tokens.len() == 1));
        let name = first.range.cover(last.range);
        let words = |name: TextRange| name.of(self.text).to_lowercase();
        let known = self.authors.iter().any(|author| words(author.name) == words(name));
        if fits && !known {
            self.authors.push(Author { name, role: None, place: None });
        }
    }

    /// "(Reporting by Jane Doe and Amir Roe; Editing by Piet Orr)": the names before the semicolon.
    fn reported(&mut self, tokens: &[Token]) {
        let word = |at: usize| tokens.get(at).map_or("", |token| self.word(token));
        let opens = |at: &usize| {
            word(*at).eq_ignore_ascii_case("reporting") && word(at + 1).eq_ignore_ascii_case("by")
        };
        let Some(from) = (0..2).find(opens).map(|at| at + 1) else { return };
        let ends = |token: &Token| matches!(token.of(self.text), ";" | "." | ")");
        let to = tokens[from..].iter().position(ends).map_or(tokens.len(), |end| from + end);
        self.line(&tokens[from..to]);
    }

    /// Of all who have no role yet, or of the last.
    fn role(&mut self, role: TextRange, of_all: bool) {
        let open = self.authors.iter_mut().rev().take_while(|author| author.role.is_none());
        for author in open.take(if of_all { usize::MAX } else { 1 }) {
            author.role = Some(role);
        }
    }

    /// Of all who have none yet; a second place goes on with the first.
    fn place(&mut self, place: TextRange, lead: Lead) {
        let last = self.authors.last().and_then(|author| author.place);
        if lead == Lead::In && last.is_some() {
            return;
        }
        for author in self.authors.iter_mut().rev().take_while(|author| author.place == last) {
            author.place = Some(last.map_or(place, |last| last.cover(place)));
        }
    }

    /// "Jane Doe is a political reporter in Harwick.": what a note below the article adds.
    fn note(&mut self, tokens: &[Token]) {
        let Some(note) = super::byline::note(self.text, tokens) else { return };
        let name = note.name;
        let words = |range: TextRange| range.of(self.text).to_lowercase();
        let known = self.authors.iter().position(|author| words(author.name).ends_with(&words(name)));
        let at = known.unwrap_or(self.authors.len());
        if known.is_none() {
            if note.role.is_none() {
                return;
            }
            self.authors.push(Author { name, role: None, place: None });
        }
        let author = &mut self.authors[at];
        author.role = author.role.or(note.role);
        author.place = author.place.or(note.place);
    }
}

fn is_day(word: &str) -> bool {
    day::month(word).is_some() || day::weekday(word).is_some()
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::document::article::Article;

    /// The authors above a story, as "name / role / place".
    fn check(lines: &str, expected: &[&str]) {
        let text = format!(
            "Ferry sails again in Harwick\n{lines}\nThe ferry sailed again on Monday, the port said.\nIt had lain idle."
        );
        let document = annotate(Article::plain(text));
        let words = |range| document.words(range);
        let found = document.layers.authors.iter().map(|author| {
            let parts = [Some(author.name), author.role, author.place];
            parts.map(|part| part.map_or("", words)).join(" / ").trim_end_matches([' ', '/']).to_owned()
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{lines}");
    }

    #[test]
    fn houses_topics_and_calls_are_no_authors() {
        check("By Jane Doe Fox News", &["Jane Doe"]);
        check("By Jane Doe The Associated Press", &["Jane Doe"]);
        check("By Jane Doe | jdoe@harwick.example", &["Jane Doe"]);
        check("By Jane Doe\n4 March 2025\nRelated topics\nAmy West", &["Jane Doe"]);
        check("Amir Roe\nBy Jane Doe\n4 March 2025", &["Jane Doe"]);
        check("Read Jane Doe\n4 March 2025", &[]);
        check("Link Copied\n4 March 2025", &[]);
        check("Jane Doe / HARWICK.EXAMPLE / 4 March 2025", &[]);
        check("Jane Doe / 4 March 2025", &["Jane Doe"]);
    }

    #[test]
    fn names_roles_and_places() {
        check("By Jane Doe", &["Jane Doe"]);
        check("By JANE DOE and Dr Amir van Roe", &["JANE DOE", "Amir van Roe"]);
        check("By Jane Doe, Amir Roe and Piet O’Doe", &["Jane Doe", "Amir Roe", "Piet O’Doe"]);
        check("By Jane Doe in London", &["Jane Doe /  / London"]);
        check("By Jane Doe in London and Paris", &["Jane Doe /  / London and Paris"]);
        check("By Jane Doe in Kyiv and Amir Roe in Lviv", &["Jane Doe /  / Kyiv", "Amir Roe /  / Lviv"]);
        check("By Jane Doe and Amir Roe in Nairobi", &["Jane Doe /  / Nairobi", "Amir Roe /  / Nairobi"]);
        check("By Jane Doe, Political Correspondent", &["Jane Doe / Political Correspondent"]);
        check("By Jane Doe Chief Political Editor", &["Jane Doe / Chief Political Editor"]);
        check(
            "By Jane Doe, health editor, and Amir Roe, in Oslo",
            &["Jane Doe / health editor / Oslo", "Amir Roe /  / Oslo"],
        );
        check(
            "By Jane Doe and Amir Roe, Staff Writers",
            &["Jane Doe / Staff Writers", "Amir Roe / Staff Writers"],
        );
        check("By Jane Doe | Staff Reporter | 3 March 2025", &["Jane Doe / Staff Reporter"]);
        check("By Jane Doe, Associated Press", &["Jane Doe"]);
        check("By Jane Doe BBC News, Nairobi", &["Jane Doe /  / Nairobi"]);
        check("By Jane-Marie Doe for the Harwick Post", &["Jane-Marie Doe"]);
        check("By Jane Doe @janedoe", &["Jane Doe"]);
        check("By Amy West", &["Amy West"]);
        check("By state political reporter Jane Doe", &["Jane Doe / state political reporter"]);
        check("Written by Jane Doe", &["Jane Doe"]);
        check("Author: Jane Doe", &["Jane Doe"]);
        check("Posted by Jane Doe on March 4, 2025, 6:21 AM EST", &["Jane Doe"]);
        check("By Jane Doe, M.D.", &["Jane Doe"]);
        check("by Jane Doe @jane_doe February 1, 2016: 12:41 PM ET", &["Jane Doe"]);
        check("Posted by Jane Doe on November 19, 2019, 6:21 AM EST", &["Jane Doe"]);
        check("By Jane Doe 2019-11-18T20:51:19Z Science & Astronomy", &["Jane Doe"]);
        check("Jane Doe - Nov 19, 2019, 10:31 pm CST", &["Jane Doe"]);
        check("By Jane Doe, Harwick Courier", &["Jane Doe"]);
        check("By JANE DOE | Associated Press", &["JANE DOE"]);
        check("By Jane Doe - The Harwick Times - Tuesday, March 4, 2025", &["Jane Doe"]);
        check("By Jane Doe@janedoe Mar 4, 2025, 4:22am EDT", &["Jane Doe"]);
        check("Jane DoeTransport Reporter", &["Jane Doe / Transport Reporter"]);
        check("By Jane Doe and Amir RoeNovember 19, 2019 | 4:20am", &["Jane Doe", "Amir Roe"]);
    }

    #[test]
    fn lines_of_one_byline_belong_together() {
        check("Jane Doe\nPolitical correspondent\n3 March 2025", &["Jane Doe / Political correspondent"]);
        check("By JANE DOE\nAssociated Press Writer", &["JANE DOE / Associated Press Writer"]);
    }

    #[test]
    fn a_bare_name_wants_a_witness() {
        check("Jane Doe\n4 March 2025", &["Jane Doe"]);
        check("Jane Doe, Amir Roe & Carl Orr\nMarch 4, 2025 10:15", &["Jane Doe", "Amir Roe", "Carl Orr"]);
        check("By\nJane Doe\n07:34, 3 NOV 2023", &["Jane Doe"]);
        check("Headshot of Jane Doe\nJane Doe\nThe Harwick News", &["Jane Doe"]);
        check("Jane Doe · Harwick News · Posted: Mar 04, 2025 4:00 AM EDT", &["Jane Doe"]);
        check("Jane Doe and agencies", &["Jane Doe"]);
        check("Jane Doe, The Harwick Times\nPublished 7:40 p.m. ET March 17, 2020", &["Jane Doe"]);
        check("JANE DOE\n@janedoe", &["JANE DOE"]);
        check("Real Estate\nPersonal Finance\nLost Pets\nJane Doe\n4 March 2025", &["Jane Doe"]);
        check("Amir Roe\nJane Doe\nCarl Orr\nPlaces\nThings\nOld ferry pier to close in May", &[]);
    }

    #[test]
    fn who_reported_at_the_foot_is_the_author_where_nobody_else_is() {
        let body = "The ferry sailed again on Monday, the port said.\n".repeat(3);
        let text = format!("Ferry sails\n{body}(Reporting by Jane Doe and Amir Roe; Editing by Piet Orr)");
        let document = annotate(Article::plain(text));
        let names: Vec<_> =
            document.layers.authors.iter().map(|author| document.words(author.name)).collect();
        assert_eq!(names, ["Jane Doe", "Amir Roe"]);
    }

    #[test]
    fn desks_and_agencies_are_no_authors() {
        for line in [
            "By our foreign staff",
            "By Reuters",
            "By The Associated Press",
            "By Web Desk",
            "By Staff Writer",
            "By Harwick Courier Staff",
            "Reuters Staff\n4 March 2025",
            "By Online Desk",
        ] {
            check(line, &[]);
        }
    }

    #[test]
    fn a_byline_may_have_lost_its_line_break() {
        let document =
            annotate(Article::plain("By Jane Doe and Amir Roe LONDON (Reuters) - The bank waited."));
        let names: Vec<_> =
            document.layers.authors.iter().map(|author| document.words(author.name)).collect();
        assert_eq!(names, ["Jane Doe", "Amir Roe"]);
        let line = document.layers.dateline.as_ref().map(|line| document.words(line.range));
        assert_eq!(line, Some("LONDON (Reuters) -"));
    }

    #[test]
    fn a_note_below_says_what_the_author_does() {
        let body = "The ferry sailed again on Monday, the port said.\n".repeat(3);
        let text = format!("Ferry sails\nBy JANE DOE\n{body}Doe reported from London.");
        let document = annotate(Article::plain(text));
        assert_eq!(document.layers.authors[0].place.map(|place| document.words(place)), Some("London"));
        let text = format!(
            "Ferry sails\nBy Jane Doe\n{body}Jane Doe is a senior transport reporter for the Harwick Post."
        );
        let document = annotate(Article::plain(text));
        let author = &document.layers.authors[0];
        assert_eq!(author.role.map(|role| document.words(role)), Some("senior transport reporter"));
        assert_eq!(document.layers.authors.len(), 1);
    }
}
