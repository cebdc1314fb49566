//! Markdown, as newsrooms use it: headings, emphasis, links, lists, quotes.

use super::Imported;
use super::rich::Rich;
use crate::document::hints::HintKind;

/// Reads Markdown. Marks of form go, words stay.
///
/// ```text
/// ## Talks **resume**          →  Talks resume      (heading 2)
/// He [said](https://x.org) no. →  He said no.
/// ```
///
/// Tables, footnotes and raw HTML are left as they stand: drafts seldom hold them.
pub fn read(text: &str) -> Imported {
    let mut rich = Rich::default();
    let mut fenced = false;
    for line in text.lines() {
        let line = line.trim();
        if line.starts_with("```") || line.starts_with("~~~") {
            fenced = !fenced;
        } else if fenced {
            rich.line(None, line);
        } else {
            read_line(&mut rich, line);
        }
    }
    rich.finish()
}

fn read_line(rich: &mut Rich, line: &str) {
    let line = line.trim_start_matches(['>', ' ']);
    let is_rule = line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | ' '));
    if is_rule {
        return;
    }
    let (kind, words) = opening(line);
    rich.line(kind, &inline(words));
}

/// What opens a line: `## `, `- `, `3. `.
fn opening(line: &str) -> (Option<HintKind>, &str) {
    let level = line.bytes().take_while(|&byte| byte == b'#').count();
    if (1..=6).contains(&level) && line[level..].starts_with(' ') {
        return (Some(HintKind::Heading(level as u8)), line[level..].trim().trim_end_matches('#').trim_end());
    }
    if let Some(item) = line.strip_prefix("- ").or(line.strip_prefix("* ")).or(line.strip_prefix("+ ")) {
        return (Some(HintKind::Item), item);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line[digits..].strip_prefix(". ") {
        Some(item) if (1..=3).contains(&digits) => (Some(HintKind::Item), item),
        _ => (None, line),
    }
}

/// The words of a line without emphasis, links and pictures.
fn inline(line: &str) -> String {
    let mut words = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => {
                words.push_str(&rest[1..2]);
                2
            }
            '!' if rest.starts_with("![") => link(&rest[1..]).map_or(0, |(_, end)| end + 1),
            '[' => link(rest).map_or(0, |(label, end)| {
                words.push_str(&inline(label));
                end
            }),
            '*' | '`' => emphasis(&words, rest, c),
            '_' if is_edge(&words, &rest[1..]) => 1,
            _ => 0,
        };
        if taken == 0 {
            words.push(c);
        }
        rest = &rest[if taken == 0 { c.len_utf8() } else { taken }..];
    }
    words
}

/// Bytes to look ahead for a link's end, so that a line of brackets costs no more than its length.
const LONGEST_LINK: usize = 1000;

/// `[label](target)`: the label, and where the link ends.
fn link(text: &str) -> Option<(&str, usize)> {
    let near = &text[..text.floor_char_boundary(LONGEST_LINK)];
    let close = near.find("](")?;
    let end = close + 2 + near[close + 2..].find(')')?;
    let label = &near[1..close];
    (!label.contains('[')).then_some((label, end + 1))
}

/// A star between blanks multiplies; any other emphasises.
fn emphasis(before: &str, rest: &str, mark: char) -> usize {
    let run = rest.bytes().take_while(|&byte| byte == mark as u8).count();
    let alone = |c: Option<char>| c.is_none_or(char::is_whitespace);
    if alone(before.chars().last()) && alone(rest[run..].chars().next()) { 0 } else { run }
}

/// Whether an underscore stands at a word's edge.
fn is_edge(before: &str, after: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    letter(before.chars().last()) != letter(after.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, text: &str) {
        assert_eq!(read(markdown).article.text, text);
    }

    #[test]
    fn form_goes_and_words_stay() {
        check("## Talks **resume** ##\n\nHe [said](https://x.org/a) _no_.\n", "Talks resume\nHe said no.\n");
        check("![a boat](boat.jpg)\n\n* one\n2. two\n\n> quoted `code`\n---\n", "one\ntwo\nquoted code\n");
        check("3 * 4 is 12; snake_case_name; \\*kept\\*", "3 * 4 is 12; snake_case_name; *kept*\n");
    }

    #[test]
    fn odd_marks_are_left_alone() {
        check("[open (never", "[open (never\n");
        check("é[", "é[\n");
        check("1990. A year.\n#hashtag", "1990. A year.\n#hashtag\n");
    }

    #[test]
    fn headings_and_items_are_hinted() {
        let kinds: Vec<_> = read("# A\n- b\nc").article.hints.iter().map(|hint| hint.kind).collect();
        assert_eq!(kinds, [Some(HintKind::Heading(1)), Some(HintKind::Item), None]);
    }
}
