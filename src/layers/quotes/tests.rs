use super::*;
use crate::annotate::annotate;

/// One quotation a line: kind, content, speaker and cue as they stand in the text.
fn found(text: &str) -> Vec<String> {
    let document = annotate(Article::plain(text));
    let words = |range: Option<TextRange>| range.map_or("-", |range| range.of(text)).to_string();
    let quotes = document.layers.quotes.iter();
    quotes
        .map(|q| {
            let source = words(q.source.as_ref().map(|s| s.range));
            format!("{} {} [{}] | {source} | {}", q.group, q.kind.name(), q.range.of(text), words(q.cue))
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(found(text), expected, "{text}");
}

#[test]
fn a_cue_after_the_quotation() {
    check("“We won,” Ann Marlow said.", &["1 direct [“We won,”] | Ann Marlow | said"]);
    check("\"We won,\" said Ann Marlow.", &["1 direct [\"We won,\"] | Ann Marlow | said"]);
    check("“Why now?” she asked the council.", &["1 direct [“Why now?”] | she | asked"]);
    check("‘We won’t go,’ Marlow said.", &["1 direct [‘We won’t go,’] | Marlow | said"]);
    check("«We won», said Marlow.", &["1 direct [«We won»] | Marlow | said"]);
    check("„We won,“ Marlow said.", &["1 direct [„We won,“] | Marlow | said"]);
    check("``We won,'' Marlow said.", &["1 direct [``We won,''] | Marlow | said"]);
}

#[test]
fn a_cue_before_the_quotation() {
    check("Marlow said: “We won.”", &["1 direct [“We won.”] | Marlow | said"]);
    check("Marlow told the Herald, “We won.”", &["1 direct [“We won.”] | Marlow | told"]);
    check("Marlow added:\n“We won the vote.”", &["1 direct [“We won the vote.”] | Marlow | added"]);
}

#[test]
fn one_quotation_in_two_parts() {
    check(
        "“We won,” Marlow said. “Now we rest.”",
        &["1 direct [“We won,”] | Marlow | said", "1 direct [“Now we rest.”] | Marlow | said"],
    );
    check(
        "“If we win,” he said, “we rest.”",
        &["1 direct [“If we win,”] | he | said", "1 direct [“we rest.”] | he | said"],
    );
}

#[test]
fn paragraphs_of_one_quotation() {
    check(
        "“We won,” Marlow said. “It was hard.\n“Now we rest a little.”",
        &[
            "1 direct [“We won,”] | Marlow | said",
            "1 direct [“It was hard.] | Marlow | said",
            "1 direct [“Now we rest a little.”] | Marlow | said",
        ],
    );
}

#[test]
fn reported_clauses() {
    check("Marlow said that the vote was fair.", &["1 indirect [the vote was fair] | Marlow | said"]);
    check("The vote was fair, Marlow said.", &["1 indirect [The vote was fair] | Marlow | said"]);
    check("Marlow said the vote “was not fair.”", &["1 mixed [the vote “was not fair.”] | Marlow | said"]);
    check(
        "According to the police, two cars were stolen.",
        &["1 indirect [two cars were stolen] | the police | According to"],
    );
    check(
        "Marlow said that the vote was fair, the Daily Herald reported late on Saturday.",
        &[
            "1 indirect [Marlow said that the vote was fair] | Daily Herald | reported",
            "2 indirect [the vote was fair] | Marlow | said",
        ],
    );
}

#[test]
fn no_quotation_marks_at_all() {
    check("The '90s, the workers' union and a 6'2\" man.", &[]);
    check("He liked rock 'n' roll and the farmers’ market.", &[]);
}

#[test]
fn terms_are_no_quotations() {
    let document = annotate(Article::plain("The film “Long Way Home” opens. It is a “hit”."));
    assert_eq!(document.layers.quotes, []);
    assert_eq!(document.layers.terms.len(), 2);
}

#[test]
fn a_line_of_marks_is_read_in_linear_time() {
    for mark in ["“", "\"", "'", "‘", "”", "said “", "’s that he said, "] {
        annotate(Article::plain(mark.repeat(100_000)));
    }
}
