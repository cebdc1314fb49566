//! What a paste is that holds no article: a list of headlines, a page to log in, comments …

use crate::document::Document;
use crate::document::part::Part;
use crate::document::structure::Paragraph;
use crate::text::lower;

/// What a paste is, where it is no article that Galley can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Headlines of many stories, perhaps each with a sentence.
    Headlines,
    /// What a search has found.
    Search,
    /// What readers wrote, without what they wrote about.
    Comments,
    /// A page that asks to log in, to pay or to agree first.
    Login,
    /// An article, but not in English.
    Language,
    /// Menus and links, and nothing between.
    Empty,
}

impl Verdict {
    /// Its name in tests.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Headlines => "headlines",
            Verdict::Search => "search",
            Verdict::Comments => "comments",
            Verdict::Login => "login",
            Verdict::Language => "language",
            Verdict::Empty => "empty",
        }
    }

    /// Whether there is an article all the same.
    pub fn has_article(self) -> bool {
        self == Verdict::Language
    }

    /// What the reader is told.
    pub fn sentence(self) -> &'static str {
        match self {
            Verdict::Headlines => "No article found: this looks like a list of headlines.",
            Verdict::Search => "No article found: this looks like the results of a search.",
            Verdict::Comments => "No article found: these look like readers’ comments.",
            Verdict::Login => "No article found: this page asks to sign in, to subscribe or to agree first.",
            Verdict::Language => {
                "This looks like another language. Galley reads English; in this text its marks will be few, or wrong."
            }
            Verdict::Empty => "No article found: only menus and links.",
        }
    }
}

/// Texts of fewer paragraphs are notes, not pages.
const PAGE: usize = 6;

/// An article has this many words of running text, at least, or two thirds of them under a byline or a time stamp.
const ARTICLE: usize = 30;

/// So many letters, words or lines say what a page is, however long it is.
const ENOUGH: usize = 3000;

/// What the paste is, if it is no article in English.
pub fn verdict(document: &Document) -> Option<Verdict> {
    let page = Page { document, paragraphs: &document.layers.structure };
    if page.is_foreign() {
        Some(Verdict::Language)
    } else if page.paragraphs.len() < PAGE {
        None
    } else if page.begins_with_search() {
        Some(Verdict::Search)
    } else if page.is_of_comments() {
        Some(Verdict::Comments)
    } else {
        page.without_article()
    }
}

struct Page<'d> {
    document: &'d Document,
    paragraphs: &'d [Paragraph],
}

/// Words of English that other languages do not have, and words of others that English does not.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "was", "with", "is", "it", "for", "as", "from", "by", "this", "have",
    "are", "you", "which", "their", "said", "who", "were", "been", "our", "your",
];
const FOREIGN: &[&str] = &[
    "der", "die", "das", "und", "nicht", "ist", "mit", "von", "den", "ein", "eine", "auf", "für", "im", "le",
    "les", "des", "du", "et", "une", "est", "dans", "que", "qui", "pour", "un", "el", "los", "las", "una",
    "por", "con", "para", "en", "y", "il", "gli", "che", "di", "della", "non", "per", "het", "een", "van",
    "niet", "os", "não", "uma", "com", "och", "det", "att", "som", "är", "og", "på", "av", "af", "er",
    "jest", "nie", "się", "w", "na", "i", "z", "ve", "bir", "yang", "dan", "dengan",
];

impl Page<'_> {
    fn lines(&self) -> impl Iterator<Item = String> {
        self.paragraphs.iter().take(ENOUGH).map(|paragraph| lower(self.document.words(paragraph.range)))
    }

    /// Another language's small words are frequent, and English ones are not; or the letters are not Latin.
    fn is_foreign(&self) -> bool {
        let text = &self.document.article.text;
        let letters = text.chars().filter(|c| c.is_alphabetic()).take(ENOUGH);
        let (latin, others): (Vec<char>, Vec<char>) = letters.partition(|c| (*c as u32) < 0x250);
        if others.len() >= 40 && latin.len() < others.len() {
            return true;
        }
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(ENOUGH);
        let words: Vec<String> = words.map(lower).collect();
        let english = words.iter().filter(|word| ENGLISH.contains(&word.as_str())).count();
        // "I" is English, "i" is not.
        let count = |small: &&&str| words.iter().filter(|word| word == *small).count();
        let counts = FOREIGN.iter().filter(|small| small.len() > 1).map(|small| count(&small));
        let (often, kinds) =
            counts.fold((0, 0), |(often, kinds), here| (often + here, kinds + usize::from(here > 0)));
        words.len() >= 25 && often * 12 >= words.len() && often > english * 3 && kinds >= 3
    }

    /// Words of the body's paragraphs that tell of something, not of cookies, among these.
    fn words_of(&self, paragraphs: &[Paragraph]) -> usize {
        let told = paragraphs.iter().filter(|paragraph| self.tells(paragraph));
        told.map(|paragraph| self.document.words(paragraph.range).split_whitespace().count()).sum()
    }

    fn tells(&self, paragraph: &Paragraph) -> bool {
        let asks = ["cookie", "consent", "personal data", "our partners"];
        let words = self.document.words(paragraph.range);
        let tells = match paragraph.part {
            Part::Body => true,
            Part::List => words.split_whitespace().nth(7).is_some(),
            _ => false,
        };
        tells && !asks.iter().any(|asked| words.contains(asked))
    }

    /// Running text goes on: two paragraphs in a row, or one long one, or very many of them. Under a headline of a list
    /// there is one sentence, and then the next headline.
    fn has_article(&self) -> bool {
        let has = |part| self.paragraphs.iter().any(|paragraph| paragraph.part == part);
        let is_headed = has(Part::Headline) && (has(Part::Byline) || has(Part::Timestamp));
        let least = if is_headed { ARTICLE * 2 / 3 } else { ARTICLE };
        let runs = self.paragraphs.chunk_by(|one, next| self.tells(one) && self.tells(next));
        let going_on = runs.map(|run| if run.len() > 1 { self.words_of(run) } else { 0 }).sum::<usize>();
        let longest =
            self.paragraphs.iter().map(|p| self.words_of(std::slice::from_ref(p))).max().unwrap_or(0);
        going_on >= least || longest >= least || self.words_of(self.paragraphs) >= ARTICLE * 4
    }

    /// "Search results for “ferry”", "412 results" before anything longer.
    fn begins_with_search(&self) -> bool {
        let begins = ["search results", "results for", "you searched for", "showing results", "showing 1"];
        self.lines().take(60).any(|line| {
            let is_count = line.split_once(' ').is_some_and(|(count, rest)| {
                count.bytes().all(|b| b.is_ascii_digit() || b == b',')
                    && ["results", "results found", "search results"].contains(&rest)
            });
            line.len() < 90 && (is_count || begins.iter().any(|words| line.starts_with(words)))
        })
    }

    /// "143 comments" or answers to answers, with no running text above the first of them.
    fn is_of_comments(&self) -> bool {
        let is_answer = |line: &str| {
            let first = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            line.len() < 60 && (first == "reply" || (line.contains("reply") && line.contains("like")))
        };
        let answers = self.lines().filter(|line| is_answer(line)).count();
        let first = self.lines().position(|line| {
            let counts = line.split_once(' ').is_some_and(|(count, rest)| {
                count.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with("comment")
            });
            line.len() < 120 && (counts || is_answer(&line))
        });
        let above = &self.paragraphs[..first.unwrap_or(0)];
        answers >= 3 && self.words_of(above) < ARTICLE
    }

    /// Which page it is that has no running text.
    fn without_article(&self) -> Option<Verdict> {
        let furniture = self.paragraphs.iter().filter(|paragraph| paragraph.part == Part::Furniture).count();
        // Results and notices have no running text either; what has nothing of a page around it is none.
        if furniture < 3 || self.document.layers.dateline.is_some() || self.has_article() {
            return None;
        }
        let asks = ["sign in", "log in", "password", "subscribe", "consent", "cookies", "register"];
        let asking = self.lines().filter(|line| asks.iter().any(|words| line.contains(words))).count();
        let is_headline =
            |line: &String| (4..=25).contains(&line.split_whitespace().count()) && !line.ends_with('.');
        let headlines = self.lines().filter(is_headline).count();
        if headlines >= 7 && headlines > asking * 2 {
            Some(Verdict::Headlines)
        } else if asking >= 3 {
            Some(Verdict::Login)
        } else {
            Some(Verdict::Empty)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::document::article::Article;

    fn check(text: &str, expected: Option<Verdict>) {
        let found = verdict(&annotate(Article::plain(text)));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_article_is_an_article_with_or_without_a_page_around_it() {
        check("Port strike ends\n\nDock workers in Tema went back to work on Monday after two weeks.", None);
        check("Talks resume in Geneva", None);
        check("", None);
        check(
            "Menu\nSign in\nSubscribe\nPort strike ends after two weeks\nBy Ann Roe\n\nDock workers in Tema went back to \
             work on Monday after two weeks without pay, the union said.\n\nThey had been promised a pension by the new \
             owner of the port, who bought it in March and has not yet been seen there.\n\nThe first ship was unloaded \
             before noon.\n\n3 comments\nReply\nReply\nReply",
            None,
        );
    }

    #[test]
    fn menus_alone_are_no_article() {
        check("Menu\nNews\nSport\nWeather\nJobs\nPrivacy\n© 2025 Harwick Courier", Some(Verdict::Empty));
    }

    #[test]
    fn another_language_is_named_as_such() {
        let german = "Die Brücke über die Teule wird ab Montag gesperrt, das hat die Stadt am Dienstag mitgeteilt. \
            Der Umweg ist elf Kilometer lang und nicht für Lastwagen geeignet. Die Kosten werden auf zwei Millionen \
            geschätzt, und das Land soll die Hälfte davon tragen, sagte der Bürgermeister.";
        check(german, Some(Verdict::Language));
        check(&"Паром до острова не ходит со вторника. ".repeat(4), Some(Verdict::Language));
        // Names and a quotation from elsewhere do not make a language.
        check(
            "The sculptor Rosa de la Cruz and the poet Jan van den Berg showed “Die Brücke und der Fluss” at the museum \
             on Monday, and it was the first time that the two of them had been seen in the same room, which is said to \
             have been cold.",
            None,
        );
    }
}
