//! Lossless tokens: every character of the text lies in one token or in white space between two.

use crate::text::{TextRange, is_invisible, is_line_end};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and marks ("O’Neill", "don't", "U.S.", "Feb.", "J.").
    Word,
    /// Digits, with inner commas, points and colons ("1,000.5", "14:10", "1990s", "24th").
    Number,
    /// The possessive that was split from its word: ’s, 's.
    Possessive,
    /// An opening or closing quotation mark of any style, one character, or `` and ''.
    Quote,
    /// Any other single sign; runs of one sign (`--`, `...`) are one token.
    Sign,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub range: TextRange,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its first letter is upper case.
    pub capital: bool,
    /// A line break stands between it and the token before it (or it is the first).
    pub starts_line: bool,
    /// White space stands before it (or it is the first).
    pub spaced: bool,
}

impl Token {
    /// The token's own characters.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.range.of(text)
    }

    /// First byte.
    pub fn start(&self) -> usize {
        self.range.start()
    }

    /// The byte after the last.
    pub fn end(&self) -> usize {
        self.range.end()
    }
}

/// Abbreviations that keep their point, lower case, sorted (see the file's head).
const ABBREVIATIONS: &str = include_str!("resources/abbreviations.tsv");

/// Splits a text into tokens, in order.
///
/// ```text
/// Russia’s U.S. envoy won’t go, J. Doe said.
/// ^^^^^^^^ ^^^^ ^^^^^ ^^^^^ ^^^ ^^ ^^^ ^^^^^
/// Russia|’s|U.S.|envoy|won’t|go|,|J.|Doe|said|.
/// ```
///
/// Hyphens stand alone ("full|-|scale"); the layers join what belongs together.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let (mut starts_line, mut spaced) = (true, true);
    while let Some(c) = text[at..].chars().next() {
        if c == ' ' {
            spaced = true;
            at += 1;
            continue;
        }
        if !c.is_ascii_graphic() && (c.is_whitespace() || is_invisible(c)) {
            starts_line |= is_line_end(c);
            spaced |= c.is_whitespace();
            at += c.len_utf8();
            continue;
        }
        let (end, kind) = plain(text, at).unwrap_or_else(|| scan(text, at, c));
        let range = TextRange::new(at, end);
        let mut push = |range: TextRange, kind| {
            tokens.push(Token { range, kind, capital: c.is_uppercase(), starts_line, spaced });
            (starts_line, spaced) = (false, false);
        };
        match possessive(range.of(text)).filter(|_| kind == TokenKind::Word) {
            Some(cut) => {
                push(TextRange::new(at, at + cut), kind);
                push(TextRange::new(at + cut, end), TokenKind::Possessive);
            }
            None => push(range, kind),
        }
        at = end;
    }
    for token in &mut tokens {
        token.capital &= token.kind != TokenKind::Possessive;
    }
    tokens
}

/// A word of ASCII letters and digits, or a sign that is always alone: what most tokens are. What follows
/// says that nothing joins it.
fn plain(text: &str, at: usize) -> Option<(usize, TokenKind)> {
    let bytes = &text.as_bytes()[at..];
    match *bytes.first()? {
        b',' | b'(' | b')' | b';' | b':' | b'$' | b'/' | b'?' | b'!' | b'%' | b'&' => {
            Some((at + 1, TokenKind::Sign))
        }
        first if first.is_ascii_alphabetic() => {
            let length = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let next = bytes.get(length).copied().unwrap_or(b' ');
            (next.is_ascii() && next != b'.' && next != b'\'').then_some((at + length, TokenKind::Word))
        }
        _ => None,
    }
}

fn scan(text: &str, at: usize, first: char) -> (usize, TokenKind) {
    if first.is_alphabetic() {
        (word_end(text, at), TokenKind::Word)
    } else if first.is_numeric() {
        (number_end(text, at), TokenKind::Number)
    } else {
        sign(text, at, first)
    }
}

/// Letters and digits, apostrophes between letters, and the point of an abbreviation.
fn word_end(text: &str, at: usize) -> usize {
    // Most words are ASCII letters and nothing else.
    let plain = at + text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let mut end = plain;
    // Whether all parts so far are one letter long, and how long the one is that is being read.
    let (mut dotted, mut length) = (true, plain - at);
    let mut chars = text[plain..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let joins = match c {
            '\'' | '’' => chars.peek().is_some_and(|(_, next)| next.is_alphabetic()),
            '.' => {
                dotted &= length == 1;
                length = 0;
                chars.peek().is_some_and(|(_, next)| next.is_alphabetic())
                    && (dotted || is_abbreviation(&text[at..plain + i]))
            }
            '\u{ad}' | '\u{200c}' | '\u{200d}' => true,
            c => c.is_alphanumeric() || is_combining(c),
        };
        if !joins {
            break;
        }
        end = plain + i + c.len_utf8();
        length += usize::from(c != '.');
    }
    let keeps = text[end..].starts_with('.') && keeps_point(&text[at..end], &text[end + 1..]);
    if keeps { end + 1 } else { end }
}

/// "U", "U.S", "a": letters with points between, so a point may follow.
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    parts.all(|part| part.chars().count() == 1) || is_abbreviation(word)
}

/// Abbreviations are capitalised ("he sat." is none), "No." wants its number.
fn keeps_point(word: &str, rest: &str) -> bool {
    if word.contains('.') {
        return is_dotted(word);
    }
    if word.eq_ignore_ascii_case("no") || word.eq_ignore_ascii_case("nos") {
        return rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    }
    let single = word.chars().count() == 1 && word.chars().all(|c| c.is_uppercase() && c != 'I');
    let capital = word.starts_with(char::is_uppercase) || matches!(word, "vs" | "dept" | "est" | "approx");
    single || (capital && is_abbreviation(word))
}

/// Whether the word (without its point) stands in the table of abbreviations.
pub fn is_abbreviation(word: &str) -> bool {
    if word.len() > 12 || !word.is_ascii() {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    abbreviations().binary_search(&lower.as_str()).is_ok()
}

fn abbreviations() -> &'static [&'static str] {
    static TABLE: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        let mut words: Vec<_> = ABBREVIATIONS.lines().filter(|line| !line.starts_with('#')).collect();
        words.sort_unstable();
        words
    })
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

/// Digits with inner separators, and letters that follow at once ("24th", "1990s", "5pm").
fn number_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut chars = text[at..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let joins = match c {
            ',' | '.' | ':' => chars.peek().is_some_and(|(_, next)| next.is_ascii_digit()),
            c => c.is_alphanumeric(),
        };
        if !joins {
            break;
        }
        end = at + i + c.len_utf8();
    }
    end
}

fn sign(text: &str, at: usize, first: char) -> (usize, TokenKind) {
    let rest = &text[at..];
    if rest.starts_with("``") || rest.starts_with("''") {
        return (at + 2, TokenKind::Quote);
    }
    let end = at + first.len_utf8();
    if is_quote_mark(first) {
        return (end, TokenKind::Quote);
    }
    let run = rest.chars().take_while(|&c| c == first && matches!(c, '-' | '.' | '*' | '=' | '_')).count();
    (end + run.saturating_sub(1) * first.len_utf8(), TokenKind::Sign)
}

/// Any mark that opens or closes a quotation somewhere, the apostrophe's signs included.
pub fn is_quote_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '\'' | '‘' | '’' | '‚' | '‛' | '`')
}

/// Where the possessive of a word begins: "Russia’s" at 6.
fn possessive(word: &str) -> Option<usize> {
    let (last, rest) = word.as_bytes().split_last()?;
    if !matches!(last, b's' | b'S') || rest.last().is_none_or(u8::is_ascii_alphanumeric) {
        return None;
    }
    let cut = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .or_else(|| word.strip_suffix("’S"))
        .or_else(|| word.strip_suffix("'S"))?;
    (!cut.is_empty()).then_some(cut.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let tokens = tokenize(text);
        let joined = tokens.iter().map(|t| t.of(text)).collect::<Vec<_>>().join("|");
        assert_eq!(joined, expected);
    }

    #[test]
    fn words_and_possessives() {
        check("Russia’s envoy won't go.", "Russia|’s|envoy|won't|go|.");
    }

    #[test]
    fn abbreviations_keep_their_point() {
        check("U.S. Sen. J. Doe met Mr. O’Neill on Feb. 9.", "U.S.|Sen.|J.|Doe|met|Mr.|O’Neill|on|Feb.|9|.");
    }

    #[test]
    fn numbers_keep_their_separators() {
        check("$1,000.50 at 14:10, 24th, 1990s", "$|1,000.50|at|14:10|,|24th|,|1990s");
    }

    #[test]
    fn signs_and_quotation_marks() {
        check("“Go”--he said...", "“|Go|”|--|he|said|...");
    }

    #[test]
    fn an_initial_after_i_is_no_abbreviation() {
        check("So did I. Then", "So|did|I|.|Then");
    }
}
