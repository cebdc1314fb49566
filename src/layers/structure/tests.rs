use super::*;
use crate::tokens::tokenize;

/// Lists the parts of a text, one a paragraph.
fn parts(text: &str) -> Vec<&'static str> {
    let article = Article::plain(text);
    let tokens = join_wrapped(&article, tokenize(text));
    find(&article, &tokens).iter().map(|paragraph| paragraph.part.name()).collect()
}

#[test]
fn one_line_is_the_article_itself() {
    assert_eq!(parts("Talks resume in Geneva"), ["body"]);
}
