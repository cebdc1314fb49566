//! Markdown for people: the article, then what is to check, who says what, who is named, when. Nothing is counted.

use super::{table as tables, text};
use crate::checks::findings;
use crate::document::Document;
use crate::document::looks::{EMPHASIS, STRONG, pieces};
use crate::export::clean::{Words, blanks_as_one};
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::text::TextRange;
use crate::view::blocks::Shape;
use crate::view::index::Index;
use crate::view::ledger::{Row, Section, ledger};
use crate::view::{Layer, checked, findings as to_check};

/// The article with its lists.
pub const FORMAT: Format = Format {
    id: "markdown",
    name: "Markdown",
    about: "The article with what is to check, who says what, who is named and when, for notes and tickets.",
    extension: "md",
    mime: "text/markdown",
    write: Write::Text(write),
    programs: Programs {
        line: None,
        losses: |_, _| vec!["Markdown lists the marks below the article, without their places in it.".into()],
    },
};

fn write(document: &Document, wanted: &Wanted) -> String {
    let mut out = String::new();
    let index = Index::filtered(document, findings(document), wanted.filter);
    let mut before = None;
    for words in text::words(document, wanted) {
        paragraph(&mut out, &words, before);
        before = Some(words.shape);
    }
    out.push_str("\n---\n");
    open_questions(&mut out, document, &index);
    for section in ledger(document, &index) {
        table(&mut out, &section);
    }
    comments(&mut out, document, wanted);
    out.extend(["\n", &escaped(&checked::sentence(document)), "\n"]);
    out
}

/// What people say of words, where they say anything.
fn comments(out: &mut String, document: &Document, wanted: &Wanted) {
    let rows = tables::COMMENTS.texts(document, wanted);
    if rows.len() > 1 {
        out.push_str("\n## Comments\n\n");
        row(out, ["Words", "Comment"].into_iter(), true);
        rows[1..].iter().for_each(|line| row(out, [&*line[2], &*line[4]].into_iter(), false));
    }
}

fn paragraph(out: &mut String, words: &Words, before: Option<Shape>) {
    let goes_on = before == Some(words.shape) && matches!(words.shape, Shape::Item | Shape::Row);
    if before.is_some() && !goes_on {
        out.push('\n');
    }
    if words.shape == Shape::Row {
        return row(out, words.text.split('\t'), !goes_on);
    }
    match (words.shape, words.level) {
        (Shape::Headline | Shape::Subheading, level @ 1..) => {
            out.extend(["#".repeat(level.into()).as_str(), " "]);
        }
        (Shape::Headline, _) => out.push_str("# "),
        (Shape::Subheading, _) => out.push_str("## "),
        (Shape::Item, _) => out.push_str(if words.is_numbered() { "1. " } else { "- " }),
        _ => {}
    }
    let bullets: &[char] = if words.shape == Shape::Item { &['-', '•', '*', ' '] } else { &[] };
    let from = words.text.len() - words.text.trim_start_matches(bullets).len();
    inline(out, words, TextRange::new(from, words.text.len()).trim(&words.text));
    out.push('\n');
}

/// Words with how they look.
fn inline(out: &mut String, words: &Words, range: TextRange) {
    let mut link = "";
    let close = |link: &str| match link {
        "" => String::new(),
        // The one sign that would end it.
        href => ["](<", &href.replace('>', "%3E"), ">)"].concat(),
    };
    for (range, style, href) in pieces(&words.looks, range, &words.text) {
        if link != href {
            out.extend([close(link).as_str(), if href.is_empty() { "" } else { "[" }]);
            link = href;
        }
        let text = blanks_as_one(range.of(&words.text));
        let marks = match style & (STRONG | EMPHASIS) {
            // No marks stand around a blank.
            _ if text.trim().is_empty() => "",
            STRONG => "**",
            EMPHASIS => "*",
            0 => "",
            _ => "***",
        };
        out.extend([marks, &escaped(&text), marks]);
    }
    out.push_str(&close(link));
}

/// A row of a table; the first has the line below it that Markdown asks for.
fn row<'t>(out: &mut String, cells: impl Iterator<Item = &'t str>, first: bool) {
    let cells: Vec<String> = cells.map(|cell| escaped(cell.trim())).collect();
    out.extend(["| ", &cells.join(" | "), " |\n"]);
    if first {
        out.extend(["|", &" --- |".repeat(cells.len()), "\n"]);
    }
}

/// What an editor should look at: findings, and quotations without a speaker.
fn open_questions(out: &mut String, document: &Document, index: &Index) {
    out.push_str("\n## To check\n\n");
    let questions = questions(document, index);
    if questions.is_empty() {
        out.push_str("Nothing was found.\n");
    }
    for question in questions {
        out.extend(["- ", &escaped(&question), "\n"]);
    }
}

/// Every open question in a line: what the checks found, whom nobody can name, which days stay open.
pub(super) fn questions(document: &Document, index: &Index) -> Vec<String> {
    let line = |row: &Row| match row.detail.as_str() {
        "" => row.title.clone(),
        detail => [&row.title, ": ", detail].concat(),
    };
    let mut questions: Vec<String> = to_check::section(document, index).rows.iter().map(line).collect();
    for section in ledger(document, index) {
        let open = section.rows.iter().filter(|row| row.open);
        questions.extend(open.map(|row| match section.layer {
            Layer::Quotations => ["Who says this? ", &row.detail].concat(),
            _ => ["Which day? ", &row.detail].concat(),
        }));
    }
    questions
}

fn table(out: &mut String, section: &Section) {
    out.extend(["\n## ", section.title, "\n\n"]);
    row(out, section.heads().into_iter(), true);
    for line in &section.rows {
        row(out, [line.title.as_str(), line.detail.as_str()].into_iter(), false);
    }
}

/// The words so that Markdown shows them as they are.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let opens_line = at == 0 && matches!(c, '#' | '-' | '+' | '=' | '~');
        // A figure and a point at the start of a line would begin a list.
        let counts =
            matches!(c, '.' | ')') && at > 0 && words[..at].bytes().all(|byte| byte.is_ascii_digit());
        if opens_line || counts || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
