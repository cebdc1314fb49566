use super::*;
use crate::document::hints::Hint;
use crate::document::looks::{EMPHASIS, NUMBERED, STRONG};

/// Reads toy markup: `<tag name=value …>`, `</tag>` and words; values have no blanks.
pub(crate) fn read(markup: &str) -> Imported {
    let mut rich = Rich::default();
    let mut skipping: Option<String> = None;
    for piece in markup.split_inclusive('>').flat_map(|piece| match piece.find('<') {
        Some(at) => vec![&piece[..at], &piece[at..]],
        None => vec![piece],
    }) {
        let Some(inner) = piece.strip_prefix('<') else {
            if skipping.is_none() {
                rich.words(piece);
            }
            continue;
        };
        let mut parts = inner.trim_end_matches('>').split(' ');
        let name = parts.next().unwrap_or_default();
        match (name.strip_prefix('/'), &skipping) {
            (Some(name), Some(skipped)) if name == skipped => skipping = None,
            (Some(_), None) => rich.close(),
            (None, None) => {
                let mut tag = Tag::new(name);
                parts.filter_map(|part| part.split_once('=')).for_each(|(name, value)| tag.set(name, value));
                match (rich.open(&tag), name) {
                    (false, _) => skipping = Some(name.to_owned()),
                    (true, "br") => rich.close(),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    rich.finish()
}

fn text(markup: &str) -> String {
    read(markup).article.text
}

/// The lines with what is said of them.
fn hinted(imported: &Imported) -> Vec<(&str, Hint)> {
    let article = &imported.article;
    article.hints.iter().map(|hint| (hint.range.of(&article.text), *hint)).collect()
}

fn kinds(markup: &str) -> Vec<(String, Option<HintKind>)> {
    hinted(&read(markup)).into_iter().map(|(line, hint)| (line.to_owned(), hint.kind)).collect()
}

/// Checks the signs of the one line that holds `words`.
fn check_signs(markup: &str, words: &str, expected: Signs) {
    let read = read(markup);
    let lines = hinted(&read);
    let line = lines.iter().find(|(line, _)| line.contains(words));
    assert_eq!(line.map(|(_, hint)| hint.signs), Some(expected), "{markup}");
}

#[test]
fn paragraphs_and_headings_stay_and_all_else_goes() {
    let markup = "<div><h1>Port\n strike</h1><p>He <b>said</b> <script>alert(1)</script>no.</p>tail</div>";
    let lines = [("Port strike", Some(HintKind::Heading(1))), ("He said no.", None), ("tail", None)];
    assert_eq!(kinds(markup), lines.map(|(line, kind)| (line.to_owned(), kind)));
}

#[test]
fn items_and_captions_are_told() {
    let markup = "<ul><li><p>One</p></li></ul><figcaption>A boat</figcaption>";
    let lines = [("One", Some(HintKind::Item)), ("A boat", Some(HintKind::Caption))];
    assert_eq!(kinds(markup), lines.map(|(line, kind)| (line.to_owned(), kind)));
}

#[test]
fn a_row_of_a_table_is_a_line_whatever_its_cells_hold() {
    for (table, expected) in [
        ("<tr><td>Ajax</td><td>2</td></tr>", "Ajax\t2\n"),
        (
            "<tr><td><p>Ajax</p></td><td><p>2</p></td></tr><tr><td>Oss</td><td></td><td>1</td></tr>",
            "Ajax\t2\nOss\t\t1\n",
        ),
        ("<tr><td></td><td>Won</td></tr><tr><td>Ajax<br>Old</td><td>2</td></tr>", "Won\nAjax Old\t2\n"),
    ] {
        let markup = ["<p>above</p><table>", table, "</table>below"].concat();
        assert_eq!(text(&markup), ["above\n", expected, "below\n"].concat());
        assert!(kinds(&markup)[1..].iter().any(|(_, kind)| *kind == Some(HintKind::Row)));
    }
}

#[test]
fn a_table_that_lays_out_the_page_keeps_its_blocks() {
    let long = "The ferry did not sail on Friday, and nobody at the harbour office could say when it would. ";
    let page = [
        "<table><tr><td><a href=x>News</a></td><td><p>",
        long,
        "</p><p>",
        long,
        "</p><p>",
        long,
        "</p></td></tr></table>",
    ]
    .concat();
    assert_eq!(kinds(&page).iter().filter(|(_, kind)| kind.is_none()).count(), 4);
    check_signs(&page, "News", Signs::LAYOUT);
    check_signs("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "Two", Signs::LAYOUT);
    check_signs("<table><tr><td>a</td><td>b</td></tr></table>", "a\tb", Signs::NONE);
    let nested =
        "<table><tr><td>Menu</td><td><table><tr><td>Ajax</td><td>2</td></tr></table></td></tr></table>";
    assert_eq!(text(nested), "Menu\nAjax\t2\n");
    check_signs(nested, "Menu", Signs::LAYOUT);
}

#[test]
fn a_break_ends_a_line() {
    assert_eq!(text("<p>one<br>two</p>"), "one\ntwo\n");
}

#[test]
fn preformatted_text_keeps_its_lines_and_its_blank_ones() {
    let wire = "<p>a\nb</p><pre>\n\nThe ferry\n  sailed <b>on\nFriday</b>.\n\n \nIt is late.</pre>c\nd";
    assert_eq!(text(wire), "a b\n\nThe ferry\nsailed on\nFriday.\n\nIt is late.\nc d\n");
    check_signs(wire, "The ferry", Signs::NONE);
}

#[test]
fn lines_broken_by_hand_are_told_from_paragraphs() {
    let line = "The ferry that left Harwick at noon on Monday";
    let mail = ["<h1>Ferry</h1><p>", line, "<br>", line, "<br>sank.</p><p>It is late.</p>"].concat();
    assert_eq!(text(&mail), ["Ferry\n\n", line, "\n", line, "\nsank.\n\nIt is late.\n"].concat());
    check_signs(&mail, "left Harwick", Signs::BROKEN);
    check_signs(&mail, "sank", Signs::NONE);
    assert!(!read(&mail).article.knows_its_paragraphs());
    let address = "<h1>Ferry</h1><p>By Ann Roe<br>Harbour Reporter<br>Oakham</p>";
    check_signs(address, "Ann Roe", Signs::NONE);
    assert!(read(address).article.knows_its_paragraphs());
}

#[test]
fn what_nobody_is_to_see_is_counted() {
    for (markup, expected, deleted, comments, hidden) in [
        ("<p>It <del>sank</del><ins>sailed</ins>.</p>", "It sailed.\n", 1, 0, 0),
        ("<p>It <s>sank</s> sailed.</p>", "It sank sailed.\n", 0, 0, 0),
        ("<div style=display:none><p>a</p><p>b</p></div>c<p hidden=>d</p>", "c\n", 0, 0, 2),
        ("<p hidden=>  </p>c", "c\n", 0, 0, 0),
        ("<p style=visibility:hidden>a<b style=visibility:visible>b</b></p>", "b\n", 0, 0, 1),
        ("a<span style=display:none><div>x</div></span>b", "ab\n", 0, 0, 1),
        ("<a class=msocomanchor href=x>[AR1]</a>b", "b\n", 0, 0, 0),
        ("<div style=font-size:0>a<p style=font-size:12px>b</p></div>", "b\n", 0, 0, 1),
    ] {
        let read = read(markup);
        assert_eq!(read.article.text, expected, "{markup}");
        assert_eq!(read.left_out, LeftOut { deleted, comments, hidden }, "{markup}");
    }
}

#[test]
fn quotation_marks_that_a_browser_draws_are_written() {
    for (markup, expected) in [
        ("She said: <q>We are <b>ready</b>.</q> So", "She said: “We are ready.” So\n"),
        ("<q> He said <q>no</q>.</q>", "“He said ‘no’.”\n"),
        ("<q>“We are ready.”</q>", "“We are ready.”\n"),
        ("a<q></q>b", "ab\n"),
    ] {
        assert_eq!(text(markup), expected);
    }
}

#[test]
fn boxes_beside_one_another_are_apart() {
    let row = "<div style=display:flex><span>Ann Roe</span><span>at the port</span></div>";
    assert_eq!(text(row), "Ann Roe at the port\n");
    let rows = "<div style=display:table><div style=display:table-row><i style=display:table-cell>Ajax</i><i style=display:table-cell>2</i></div></div>";
    assert_eq!(text(rows), "Ajax\t2\n");
    assert_eq!(text("<x-a>One.</x-a>\n<x-a>Two.</x-a>"), "One.\nTwo.\n");
    assert_eq!(text("<p>One.<x-a>Two</x-a></p>"), "One.Two\n");
    assert_eq!(text("The <x-a>ferry</x-a> sailed"), "The ferry sailed\n");
}

#[test]
fn what_is_around_a_line_is_told() {
    check_signs("<nav><ul><li>World</li></ul></nav>", "World", Signs::NAV.with(Signs::LISTED));
    check_signs("<div class=article-body><p>It sailed.</p></div>", "sailed", Signs::ARTICLE);
    check_signs("<p>By <a rel=author>Mara Quill</a>, who sails</p>", "Quill", Signs::AUTHOR);
    check_signs("<p>It <b>sailed</b> at last, they said</p>", "sailed", Signs::NONE);
    check_signs("<b style=font-weight:normal>It sailed</b>", "sailed", Signs::NONE);
    let deep = ["<div class=sidebar>", &"<div>".repeat(NEAR), "It sailed"].concat();
    check_signs(&deep, "sailed", Signs::NONE);
}

#[test]
fn links_are_counted_by_their_letters() {
    let markup = "<p><a href=x>Ferry</a></p><p><a href=x>Ferry</a> sails</p><p><a name=x>Ferry</a></p>";
    let linked: Vec<u8> = hinted(&read(markup)).iter().map(|(_, hint)| hint.linked).collect();
    assert_eq!(linked, [100, 50, 0]);
}

#[test]
fn the_day_in_a_line_is_told() {
    let day = |markup: &str| hinted(&read(markup))[0].1.day.map(crate::document::day::iso);
    let fourth = Some("2025-03-04".to_owned());
    assert_eq!(day("<p>By Ann <time datetime=2025-03-04T10:00Z>Tuesday</time></p>"), fourth);
    assert_eq!(day("<p><span itemprop=datePublished content=2025-03-04>today</span></p>"), fourth);
    assert_eq!(day("<p><time itemprop=dateModified datetime=2025-03-05>now</time></p>"), None);
    assert_eq!(day("<p><time datetime=é2025-03-0é>now</time></p>"), None);
}

#[test]
fn boxes_side_by_side_do_not_glue_their_words() {
    let byline = "<p><b>Mara Quill</b><i>Transport Reporter</i></p>";
    assert_eq!(text(byline), "Mara Quill Transport Reporter\n");
    assert_eq!(text("<p><b>T</b><i>he</i> Mc<b>Donald</b> x<sup>2</sup>Net</p>"), "The McDonald x2Net\n");
}

#[test]
fn how_words_look_is_told() {
    let check = |markup: &str, expected: &[(&str, u8, &str)]| {
        let article = read(markup).article;
        let looks = article.looks.iter();
        let looks: Vec<_> =
            looks.map(|look| (look.range.of(&article.text), look.style, look.href.as_str())).collect();
        assert_eq!(looks, expected, "{markup}");
    };
    check(
        "<h2>Ferry <b>back</b></h2><p> See <a href=https://a.org/x>the <em>full</em> list</a>, she said.</p>",
        &[
            ("back", STRONG, ""),
            ("the", 0, "https://a.org/x"),
            ("full", EMPHASIS, "https://a.org/x"),
            ("list", 0, "https://a.org/x"),
        ],
    );
    // What runs something, or leads nowhere from here, is no link.
    check("<p><a href=javascript:go()>here</a> and <a href=/news>there</a></p>", &[]);
    // Some programs set a whole paste in an element of heavy letters that is none.
    check(
        "<b style=font-weight:normal><p>One <span style=font-weight:700>two</span> <span style=font-style:italic>three</span></p></b>",
        &[("two", STRONG, ""), ("three", EMPHASIS, "")],
    );
    check("<p><strong>Ann </strong><b> Roe</b> spoke</p>", &[("Ann Roe", STRONG, "")]);
    check("<ol><li>One</li></ol><ul><li>Two</li></ul>", &[("One", NUMBERED, "")]);
    check(
        "<table><tr><td>Stow</td><td><b>4</b></td></tr><tr><td><i>Lea</i></td><td>5</td></tr></table>",
        &[("4", STRONG, ""), ("Lea", EMPHASIS, "")],
    );
    check("<p>Read<q><b>We go</b></q> now</p>", &[("“We go", STRONG, "")]);
}
