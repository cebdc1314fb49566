//! What an element says of the lines inside it.

use super::tag::Tag;
use crate::document::hints::Signs;
use std::collections::HashMap;
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../resources/markup.tsv");

/// What an element's name, role, `itemprop` and `rel` say: it holds for all that is inside.
pub fn of_element(tag: &Tag) -> Signs {
    let role = tag.get("role").map_or(Signs::NONE, of_role);
    let property = tag.get("itemprop").map_or(Signs::NONE, of_words);
    let author = tag.get("rel").is_some_and(|rel| rel.split_whitespace().any(|word| word == "author"));
    let hidden = tag.get("aria-hidden") == Some("true");
    of_name(&tag.name)
        .with(role)
        .with(property)
        .with(Signs::AUTHOR.when(author))
        .with(Signs::HIDDEN.when(hidden))
}

/// What the words of an element's class and id say: hints from people to their own style sheets, so they
/// hold for what is near alone. Those of `body` and `html` speak of the page.
pub fn of_class(tag: &Tag) -> Signs {
    if matches!(&*tag.name, "body" | "html") {
        return Signs::NONE;
    }
    let said = |attribute| tag.get(attribute).map_or(Signs::NONE, of_words);
    said("class").with(said("id"))
}

fn of_name(name: &str) -> Signs {
    match name {
        "nav" => Signs::NAV,
        "aside" => Signs::ASIDE,
        "header" => Signs::HEADER,
        "footer" => Signs::FOOTER,
        "form" | "fieldset" | "search" | "label" => Signs::FORM,
        "figure" => Signs::FIGURE,
        "figcaption" | "caption" => Signs::CAPTION,
        "article" => Signs::ARTICLE,
        "main" => Signs::MAIN,
        "address" => Signs::AUTHOR,
        "time" => Signs::DATE,
        "menu" => Signs::MENU.with(Signs::LISTED),
        "ul" | "ol" | "dl" => Signs::LISTED,
        "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Signs::BOLD,
        _ => Signs::NONE,
    }
}

fn of_role(role: &str) -> Signs {
    match role {
        "navigation" => Signs::NAV,
        "complementary" | "note" => Signs::ASIDE,
        "banner" => Signs::HEADER,
        "contentinfo" => Signs::FOOTER,
        "search" | "form" | "searchbox" => Signs::FORM,
        "dialog" | "alertdialog" | "alert" | "tooltip" => Signs::DIALOG,
        "menu" | "menubar" | "menuitem" | "tablist" | "toolbar" => Signs::MENU,
        "figure" | "img" => Signs::FIGURE,
        "article" => Signs::ARTICLE,
        "main" => Signs::MAIN,
        "list" | "listitem" => Signs::LISTED,
        _ => Signs::NONE,
    }
}

/// What words say, each by itself and with the one beside it: `article-body`, `articleBody sr-only`.
fn of_words(names: &str) -> Signs {
    let table = table();
    let said = |word: &str| table.get(word).copied().unwrap_or_default();
    let mut all = Signs::NONE;
    let mut pair = String::new();
    for name in names.split_whitespace() {
        let mut before = 0;
        pair.clear();
        for word in words(name) {
            let start = pair.len();
            pair.extend(word.chars().map(|c| c.to_ascii_lowercase()));
            all = all.with(said(&pair[start..]));
            if start > 0 {
                all = all.with(said(&pair[before..]));
            }
            before = start;
        }
    }
    all
}

/// The words that a name is made of, told by marks, figures and capitals: `main-navBar2` → main, nav, Bar.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let runs = name.split(|c: char| !c.is_alphabetic()).filter(|run| !run.is_empty());
    runs.flat_map(|run| {
        let mut rest = run;
        std::iter::from_fn(move || {
            let end = end_of_word(rest)?;
            let (word, after) = rest.split_at(end);
            rest = after;
            Some(word)
        })
    })
}

/// Where the first word of a run of letters ends: `articleBody` after "article", `HTMLBody` after "HTML".
fn end_of_word(run: &str) -> Option<usize> {
    let letters = run.as_bytes();
    let (first, others) = letters.split_first()?;
    let mut was_capital = first.is_ascii_uppercase();
    for (at, letter) in others.iter().enumerate() {
        let is_capital = letter.is_ascii_uppercase();
        let next_is_small = letters.get(at + 2).is_some_and(u8::is_ascii_lowercase);
        if is_capital && (!was_capital || next_is_small) {
            return Some(at + 1);
        }
        was_capital = is_capital;
    }
    Some(run.len())
}

/// Words and pairs of words without the blank between them, and what they say.
fn table() -> &'static HashMap<String, Signs> {
    static SIGNS: OnceLock<HashMap<String, Signs>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
        let row = |line: &str| {
            let (words, sign) = line.split_once('\t')?;
            Some((words.replace(' ', ""), Signs::named(sign)?))
        };
        rows.filter_map(row).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_understood() {
        let mut seen = std::collections::HashSet::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (words, sign) = line.split_once('\t').expect("words, a tab and a sign");
            assert!(Signs::named(sign).is_some(), "{line}");
            assert!(
                words.split(' ').count() <= 2 && words.bytes().all(|c| c == b' ' || c.is_ascii_lowercase())
            );
            assert!(seen.insert(words.replace(' ', "")), "{line} stands there twice");
        }
    }

    #[test]
    fn names_are_told_apart_into_words() {
        for (name, expected) in [
            ("main-navBar2", "main nav Bar"),
            ("HTMLBody__text", "HTML Body text"),
            ("ad300x250", "ad x"),
            ("überschriftGroß", "überschrift Groß"),
            ("--", ""),
            ("", ""),
        ] {
            assert_eq!(words(name).collect::<Vec<_>>().join(" "), expected);
        }
    }

    #[test]
    fn class_words_say_what_stands_inside() {
        for (class, expected) in [
            ("article-body", Signs::ARTICLE),
            ("c-ArticleBody__paragraph", Signs::ARTICLE),
            ("storybody", Signs::ARTICLE),
            ("related-articles", Signs::RELATED),
            ("Author date", Signs::AUTHOR.with(Signs::DATE)),
            ("shadow-lg headlong", Signs::NONE),
            ("article body", Signs::NONE),
        ] {
            assert_eq!(of_words(class), expected, "{class}");
        }
    }

    #[test]
    fn elements_roles_and_properties_say_it_too() {
        let check = |name: &str, attribute: &str, value: &str, expected: Signs| {
            let mut tag = Tag::new(name);
            tag.set(attribute, value);
            assert_eq!(of_element(&tag), expected, "{name} {attribute}={value}");
        };
        check("div", "role", "navigation", Signs::NAV);
        check("a", "rel", "nofollow author", Signs::AUTHOR);
        check("span", "itemprop", "datePublished", Signs::DATE);
        check("section", "itemprop", "articleBody", Signs::ARTICLE);
        check("footer", "aria-hidden", "true", Signs::FOOTER.with(Signs::HIDDEN));
        check("span", "aria-hidden", "false", Signs::NONE);
        let mut body = Tag::new("body");
        body.set("class", "has-sidebar");
        assert_eq!(of_class(&body), Signs::NONE);
    }
}
