use super::*;
use crate::document::hints::{Hint, HintKind};
use crate::tokens::tokenize;
use std::path::Path;

fn paragraphs(article: &Article) -> Vec<(&'static str, &str)> {
    let tokens = join_wrapped(article, tokenize(&article.text));
    let found = find(article, &tokens);
    found.iter().map(|paragraph| (paragraph.part.name(), paragraph.range.of(&article.text))).collect()
}

/// Reads a page of `tests/structure`: its text as pasted, and the part of each paragraph.
///
/// One line a paragraph, its part before a tab; "|" stands for a line break inside the paragraph.
fn page(written: &str) -> (String, Vec<(String, String)>) {
    let rows = written.lines().filter_map(|line| line.split_once('\t'));
    let parts: Vec<_> = rows.map(|(part, words)| (part, words.replace('|', "\n"))).collect();
    let text = parts.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>();
    (text.join("\n"), parts.iter().map(|(part, words)| (part.to_string(), words.trim().to_owned())).collect())
}

#[test]
fn every_paragraph_of_every_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/structure");
    let mut files: Vec<_> =
        folder.read_dir().expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    assert!(files.len() >= 20, "pages are missing");
    let mut wrong = Vec::new();
    for file in files {
        let written = std::fs::read_to_string(&file).expect("a page");
        let (text, expected) = page(&written);
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            let article = Article::plain(text);
            let found = paragraphs(&article);
            let found = found
                .iter()
                .map(|(part, words)| (part.to_string(), words.replace('\r', "")))
                .collect::<Vec<_>>();
            if found != expected {
                let differs = |pair: &(&(String, String), &(String, String))| pair.0 != pair.1;
                let first = expected.iter().zip(&found).find(differs);
                wrong.push(format!("{}: {first:#?}", file.display()));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "wanted and found first:\n{}", wrong.join("\n"));
}

fn check(text: &str, expected: &[&str]) {
    let article = Article::plain(text);
    let parts: Vec<_> = paragraphs(&article).iter().map(|(part, _)| *part).collect();
    assert_eq!(parts, expected, "{text}");
}

/// The words of each paragraph, line ends inside it shown as "/" and tokens parted by "|".
fn check_words(text: &str, expected: &[&str]) {
    let tokens = join_wrapped(&Article::plain(text), tokenize(text));
    let shown = |words: &[crate::tokens::Token]| {
        let words: Vec<String> = words.iter().map(|token| token.of(text).replace('\n', "/")).collect();
        words.join("|")
    };
    let found: Vec<String> = tokens.chunk_by(|_, next| !next.starts_line).map(shown).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_word_cut_at_a_line_end_is_one_word() {
    check_words("Kwame As-\nante came", &["Kwame|As-/ante|came"]);
    check_words("The Minis-\ntry and the Mer\u{ad}\nkel Lab", &["The|Minis-/try|and|the|Mer\u{ad}/kel|Lab"]);
    // Two words stay two.
    check_words("Ada Sato-\nLund came", &["Ada|Sato|-|Lund|came"]);
    check_words("a Paris-\nbased firm", &["a|Paris|-|based|firm"]);
    // A dash cuts nothing, and a blank line parts.
    check_words("He came -\nand left", &["He|came|-", "and|left"]);
    check_words("Kwame As-\n\nante came", &["Kwame|As|-", "ante|came"]);
}

#[test]
fn a_word_cut_inside_a_broken_dateline_is_mended_once() {
    check_words("Lon-\ndpa\n—\nTHE PORT REOPENED", &["Lon-/dpa|—|THE|PORT|REOPENED"]);
    check_words("Lon\u{ad}\ndpa\n—\nTHE PORT REOPENED", &["Lon\u{ad}/dpa|—|THE|PORT|REOPENED"]);
}

#[test]
fn hard_wrapped_lines_that_begin_with_capitals_go_on() {
    let text = "The head of the country told reporters that Robert\nMugambi had spoken of the bridge at the Victoria\n\
                Falls, and of the plans that the African Union\nBank likes.";
    check(text, &["body"]);
    // Lines of a list end where they like.
    check_words("Ann Holm\nThe Old Harbour Hotel\nLytton", &["Ann|Holm", "The|Old|Harbour|Hotel", "Lytton"]);
}

#[test]
fn results_at_the_head_are_a_table() {
    check(
        "Harbour Games\nMedal table\nRank Nation Gold Silver\n1 Kenya 7 5\n2 Peru 6 6\n3 Fiji 1 2\n\nKenya won on Monday.",
        &["headline", "deck", "table", "table", "table", "table", "body"],
    );
    check(
        "Men's final\n1. Ode Marsh 9.92\n2. Ole Lund 9.94\n3. Al Roe 9.99\n\nMarsh won on Monday.",
        &["headline", "table", "table", "table", "body"],
    );
}

#[test]
fn one_line_is_the_article_itself() {
    check("Talks resume in Geneva", &["body"]);
    check("Talks resumed in Geneva.", &["body"]);
}

#[test]
fn nothing_has_no_paragraphs() {
    check("", &[]);
    check(" \n\t\r\n\u{200b}", &[]);
}

#[test]
fn prose_that_speaks_of_pages_is_no_furniture() {
    let headline = "Ministry opens its books\n";
    for line in [
        "Voters can sign up for the ballot at the town hall, the clerk said.",
        "The most read of his novels is set in Harwick.",
        "By Friday the river had crested, the office said.",
        "By then, nobody was left in the village.",
        "“Share this,” she said, and gave him half the bread.",
        "The ranking of the towns was published on Monday.",
        "Reporting by the crew of the ferry was found wanting.",
    ] {
        let text =
            format!("{headline}The town hall opened its books on Monday.\n{line}\nIt closed them at night.");
        let article = Article::plain(text);
        let part = paragraphs(&article)[2].0;
        assert!(part == "body" || line.starts_with("Reporting by"), "{line}: {part}");
    }
}

/// Rich input: every line with what its source said of it.
fn check_hints(rows: &[(Option<HintKind>, &str, &str)]) {
    let mut article = Article::plain("");
    for &(kind, words, _) in rows {
        let start = article.text.len();
        article.text.push_str(words);
        let range = TextRange::new(start, article.text.len());
        article.hints.push(Hint { kind, ..Hint::of(range) });
        article.text.push('\n');
    }
    let expected: Vec<_> = rows.iter().map(|&(_, words, part)| (part, words)).collect();
    assert_eq!(paragraphs(&article), expected);
}

#[test]
fn rich_input_knows_its_headings_items_rows_and_captions() {
    check_hints(&[
        (Some(HintKind::Item), "World", "furniture"),
        (Some(HintKind::Item), "Sport", "furniture"),
        (Some(HintKind::Heading(1)), "Storm", "headline"),
        (Some(HintKind::Caption), "A tree lies across the road to Harwick", "caption"),
        (None, "The storm broke nine trees in Harwick on Monday.", "body"),
        (Some(HintKind::Heading(2)), "What was broken", "subheading"),
        (None, "These were broken, the council said.", "body"),
        (Some(HintKind::Item), "two oaks", "list"),
        (Some(HintKind::Item), "seven limes", "list"),
        (Some(HintKind::Row), "Oaks 2", "table"),
        (None, "they had stood for a century", "body"),
        (Some(HintKind::Heading(3)), "Most read", "furniture"),
        (Some(HintKind::Item), "Ice closes the strait", "furniture"),
    ]);
}

#[test]
fn a_place_and_a_stroke_may_open_a_time_stamp() {
    check(
        "Ferry policy cleared\nNew Delhi | Updated: February 9, 2025 14:10 IST\nThe Cabinet cleared it, the minister said.\nIt waited.",
        &["headline", "timestamp", "body", "body"],
    );
}

#[test]
fn houses_and_icons_may_stand_beside_a_time_stamp() {
    for stamp in [
        "Associated Press April 28, 2025 GMT",
        "HarwickDaily April 28, 2025",
        "New Delhi, Harwick News Bureau | Updated : 19 November 2025, 09:01 AM",
        "Mon., March 23, 2025 timer 5 min. read",
    ] {
        let text =
            format!("Ferry policy cleared\n{stamp}\nThe Cabinet cleared it, the minister said.\nIt waited.");
        check(&text, &["headline", "timestamp", "body", "body"]);
    }
    let text = "Ferry policy cleared by the Cabinet\n\nThe old pier closed on March 4, 2025\n\nThe Cabinet cleared it, the minister said.\n\nIt waited.";
    check(text, &["headline", "deck", "body", "body"]);
}

#[test]
fn a_line_a_paragraph_stays_so() {
    check(
        "Talks resume\nThe two sides met on Monday in Geneva.\neBay said it would wait.\nal-Doe said so too.",
        &["headline", "body", "body", "body"],
    );
}

#[test]
fn a_megabyte_of_lines_is_read_in_one_go() {
    let line = "Talks resume in Geneva\nThe two sides, who met on Monday,\nwill meet again – Doe said.\n- \n";
    let article = Article::plain(line.repeat(10_000));
    assert!(paragraphs(&article).len() > 20_000);
}

#[test]
fn nothing_but_notes_on_authors_is_read_in_linear_time() {
    let article = Article::plain("Ann Roe\nAnn Roe is the Post's editor.\n".repeat(100_000));
    assert_eq!(paragraphs(&article).len(), 200_000);
}
