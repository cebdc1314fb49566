//! Which line breaks end a paragraph: hard-wrapped copy is read as the paragraphs it was.

use super::{boxes, byline, cut_words, timestamp};
use crate::document::article::Article;
use crate::layers::dateline::agencies::is_agency;
use crate::layers::dateline::read::opens;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// A line at least so long may have been broken because it was full, in characters.
const SHORTEST_WRAPPED: usize = 30;
/// A line longer than this was not wrapped by a machine, in characters.
const LONGEST_WRAPPED: usize = 160;

/// Takes `starts_line` from the tokens whose line goes on with the paragraph before.
///
/// ```text
/// LONDON, March 3 (Reuters) - The bank said on Monday that
/// it would wait.                                              goes on
/// It gave no reason.                                          a new paragraph
/// ```
///
/// A line goes on when it begins with a small letter after one that does not end a sentence;
/// in a text where that happens often, also when the line before it was full; a full stop at its
/// end parts two paragraphs there, unless blank lines or indents do. Text with one line a paragraph stays as it is, and so does rich input, which knows its paragraphs.
/// A word that a hyphen cuts at the line's end is one word again, and boxes that stand in one line are
/// paragraphs of their own.
/// A blank line, an indented line, a list mark, a byline or a dateline always begins anew.
pub fn join_wrapped(article: &Article, mut tokens: Vec<Token>) -> Vec<Token> {
    let text = &article.text;
    if article.knows_its_paragraphs() {
        return boxes::part(text, tokens);
    }
    let lines = lines(text, &tokens);
    let full = full_width(text, &tokens, &lines);
    let parted =
        lines.windows(2).filter(|pair| pair[1].after_blank || is_indented(&pair[0], &pair[1])).count();
    let reader = Reader { text, tokens: &tokens, full, parted: parted >= 2 };
    let mut joined = false;
    let mut joins = Vec::new();
    for pair in lines.windows(2) {
        joined = reader.goes_on(&pair[0], &pair[1], joined);
        if joined {
            joins.push(pair[1].first);
        }
    }
    joins.extend(broken_datelines(text, &tokens, &lines));
    // A line of a broken dateline may go on for another reason too; each break is mended once.
    joins.sort_unstable();
    joins.dedup();
    for &at in &joins {
        tokens[at].starts_line = false;
    }
    cut_words::mend(text, &mut tokens, &joins);
    boxes::part(text, tokens)
}

/// A dateline that a page sets in lines of its own: its town, its agency, its dash, the article.
///
/// ```text
/// London
/// CNN
/// —
/// The port reopened …
/// ```
///
/// Gives the first tokens of the lines that go on with the town's.
fn broken_datelines(text: &str, tokens: &[Token], lines: &[Line]) -> Vec<usize> {
    let words = |line: &Line| tokens[line.first].range.cover(tokens[line.end - 1].range).of(text);
    let fits = |group: &&[Line]| {
        let short = |line: &Line| line.end - line.first <= 3;
        let dash = matches!(words(&group[2]), "—" | "–" | "--" | "-");
        dash && short(&group[0]) && short(&group[1]) && is_agency(words(&group[1]))
    };
    let first = lines.windows(4).take(60).find(fits);
    first.map_or_else(Vec::new, |group| group[1..].iter().map(|line| line.first).collect())
}

/// The width of a full line, in a text whose lines a machine broke: some break in the middle of a
/// sentence, or every line that ends in the middle of one is full.
fn full_width(text: &str, tokens: &[Token], lines: &[Line]) -> Option<usize> {
    let pairs = || lines.windows(2).filter(|pair| !pair[1].after_blank);
    let widest =
        |widths: &mut dyn Iterator<Item = usize>| widths.filter(|&width| width <= LONGEST_WRAPPED).max();
    // Lists of names end their lines in commas too; they are not told from columns.
    let ends_small = |line: &Line| {
        let words = &tokens[line.first..line.end];
        line.width >= SHORTEST_WRAPPED && tokens[line.end - 1].of(text) == "," && !is_titled(words)
    };
    let is_cut = |pair: &&[Line]| is_broken(text, tokens, &pair[0], &pair[1]) || ends_small(&pair[0]);
    let cut = pairs().filter(is_cut);
    let count = cut.clone().count();
    if count >= 2 && count * 6 >= pairs().count() {
        return widest(&mut cut.map(|pair| pair[0].width));
    }
    let open = || pairs().filter(|pair| !ends_sentence(text, &tokens[pair[0].first..pair[0].end]));
    let full = widest(&mut open().map(|pair| pair[0].width)).filter(|&full| full >= SHORTEST_WRAPPED)?;
    let is_full = |pair: &[Line]| {
        let first = tokens[pair[1].first].range.of(text).chars().count();
        pair[0].width + 1 + first > full && !is_titled(&tokens[pair[0].first..pair[0].end])
    };
    let ends = lines.iter().any(|line| ends_sentence(text, &tokens[line.first..line.end]));
    (ends && open().count() >= 2 && open().all(is_full)).then_some(full)
}

/// Most longer words have a capital: a headline, not the middle of a sentence.
fn is_titled(tokens: &[Token]) -> bool {
    let long = || tokens.iter().filter(|token| token.kind == TokenKind::Word && token.range.len() > 3);
    long().filter(|token| token.capital).count() * 5 > long().count() * 3
}

/// One line of the text.
struct Line {
    /// Its first token and the one after its last.
    first: usize,
    end: usize,
    /// In characters.
    width: usize,
    /// Blanks before its first token.
    indent: usize,
    after_blank: bool,
}

fn lines(text: &str, tokens: &[Token]) -> Vec<Line> {
    let starts: Vec<usize> = (0..tokens.len()).filter(|&at| tokens[at].starts_line).collect();
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    let mut before = 0;
    let mut lines = Vec::with_capacity(starts.len());
    for (&first, end) in starts.iter().zip(ends) {
        let gap = &text[before..tokens[first].start()];
        let indent = gap.rsplit(['\n', '\r']).next().map_or(0, |blanks| blanks.chars().count());
        let after_blank = gap.matches('\n').count() > 1 || gap.matches('\r').count() > 1;
        let width = TextRange::new(tokens[first].start(), tokens[end - 1].end()).of(text).chars().count();
        lines.push(Line { first, end, width, indent, after_blank });
        before = tokens[end - 1].end();
    }
    lines
}

/// Whether `next` begins with a small letter in the middle of a sentence, or the line ends in a word that
/// nothing ends with: "spoke at the".
fn is_broken(text: &str, tokens: &[Token], line: &Line, next: &Line) -> bool {
    let opens_small = tokens[next.first].kind == TokenKind::Word && is_small(tokens[next.first].of(text));
    let hangs = || line.width >= SHORTEST_WRAPPED && HANGING.contains(&tokens[line.end - 1].of(text));
    (opens_small && !ends_sentence(text, &tokens[line.first..line.end])) || hangs()
}

/// Words that lead on: no line ends with them by itself.
const HANGING: [&str; 14] =
    ["the", "a", "an", "of", "in", "at", "for", "to", "with", "by", "from", "and", "or", "that"];

/// "eBay" and "al-Shabaab" may open a paragraph.
fn is_small(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_lowercase)
        && letters.all(|c| !c.is_uppercase())
        && !matches!(word, "al" | "el" | "de" | "van" | "von")
}

fn ends_sentence(text: &str, tokens: &[Token]) -> bool {
    let closes = |token: &&Token| matches!(token.of(text), "”" | "\"" | "’" | "'" | "''" | ")" | "]" | "»");
    let last = tokens.iter().rev().find(|token| !closes(token));
    last.is_some_and(|token| matches!(token.of(text), "." | "?" | "!" | ":" | "..." | "…" | "|"))
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The width of a full line, in wrapped text.
    full: Option<usize>,
    /// Blank lines or indents part the paragraphs, so a full stop at a line's end parts none.
    parted: bool,
}

fn is_indented(line: &Line, next: &Line) -> bool {
    next.indent >= line.indent + 2
}

impl Reader<'_> {
    /// Whether `next` goes on with the paragraph of `line`; `joined` says that `line` itself did.
    fn goes_on(&self, line: &Line, next: &Line, joined: bool) -> bool {
        if next.after_blank {
            return false;
        }
        if cut_words::is_cut(self.text, self.tokens, next.first) {
            return true;
        }
        if self.begins_anew(line, next) {
            return false;
        }
        let broken = is_broken(self.text, self.tokens, line, next);
        let Some(full) = self.full else { return broken && line.width >= SHORTEST_WRAPPED };
        if broken {
            return true;
        }
        let first_word = self.tokens[next.first].range.of(self.text).chars().count();
        let is_full = line.width + 1 + first_word > full && line.width <= full + 8;
        let open = !ends_sentence(self.text, &self.tokens[line.first..line.end]);
        ((is_full && (open || self.parted)) || (open && joined)) && !self.is_plainly_new(line, next)
    }

    /// Signs that a line begins something new whatever stood before.
    fn begins_anew(&self, line: &Line, next: &Line) -> bool {
        let first = &self.tokens[next.first];
        let mark = first.kind == TokenKind::Sign
            && !matches!(first.of(self.text), "(" | "$" | "£" | "€" | "[" | "<");
        let indented = is_indented(line, next) && !self.is_marked(line);
        mark || indented
            || self.is_row(line)
            || self.is_row(next)
            || self.is_mark_alone(line)
            || byline::is_byline(self.text, &self.tokens[next.first..next.end])
    }

    fn is_marked(&self, line: &Line) -> bool {
        self.tokens[line.first].kind == TokenKind::Sign
    }

    fn is_mark_alone(&self, line: &Line) -> bool {
        line.end == line.first + 1 && self.is_marked(line)
    }

    /// Columns: a tab or three blanks between words.
    fn is_row(&self, line: &Line) -> bool {
        let gap = |pair: &[Token]| {
            let blanks = &self.text.as_bytes()[pair[0].end()..pair[1].start()];
            blanks.len() > 2 || blanks.contains(&b'\t')
        };
        self.tokens[line.first..line.end].windows(2).any(gap)
    }

    /// A dateline, a time stamp, or small letters after a headline in capitals.
    fn is_plainly_new(&self, line: &Line, next: &Line) -> bool {
        let words = &self.tokens[next.first..next.end];
        let shouts = |line: &Line| {
            let words =
                || self.tokens[line.first..line.end].iter().filter(|token| token.kind == TokenKind::Word);
            words().count() > 1 && words().all(|token| !token.of(self.text).contains(char::is_lowercase))
        };
        opens(self.text, words)
            || timestamp::is_timestamp(self.text, words)
            || (shouts(line) && !shouts(next))
    }
}
