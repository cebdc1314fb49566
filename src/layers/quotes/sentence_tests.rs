//! Who says what in ordinary sentences, kind by kind, each with its right neighbours.

use super::tests::check;

/// One indirect quotation, its speaker and its cue.
fn says(text: &str, content: &str, speaker: &str, cue: &str) {
    check(text, &[&format!("1 indirect [{content}] | {speaker} | {cue}")]);
}

fn says_nothing(texts: &[&str]) {
    for text in texts {
        check(text, &[]);
    }
}

#[test]
fn a_place_in_an_aside_says_nothing() {
    for aside in [
        "41, of Toledo, Ohio",
        "of Mill Lane, Leeds",
        "from Graz, Austria",
        "38, of Mesa, Arizona",
        "who now lives in Lagos, Nigeria",
        "speaking in Leeds on Monday",
        "a baker from Turin, Italy",
    ] {
        says(&format!("Ann Lund, {aside}, said it was cold."), "it was cold", "Ann Lund", "said");
    }
    says("Toledo, Ohio, said it would sue.", "it would sue", "Toledo", "said");
}

#[test]
fn where_it_was_said_is_no_content() {
    for place in ["here", "here on Monday", "there after the talks", "online on Monday", "here and in Lagos"]
    {
        let text = format!("The mine will close in June, the firm said {place}.");
        says(&text, "The mine will close in June", "the firm", "said");
    }
    says(
        "The firm said here on Monday that the mine would close.",
        "the mine would close",
        "The firm",
        "said",
    );
    says(
        "Nobody had been told, her son said outside court on Tuesday.",
        "Nobody had been told",
        "her son",
        "said",
    );
    says("The firm said there was no money.", "there was no money", "The firm", "said");
}

#[test]
fn a_phrase_without_a_verb_is_no_report() {
    says_nothing(&[
        "The judge, Mr Justice Macallan, agreed.",
        "Her brother, Marco Vitale, disagreed.",
        "The captain, Ida Strand, agreed.",
        "Two sisters, Mia and Elsa Dorn, wrote the song in a night.",
    ]);
    says("The plan is sound, the judge agreed.", "The plan is sound", "the judge", "agreed");
    says(
        "The bank will hold rates, the chairman, Tom Reed, said.",
        "The bank will hold rates",
        "Tom Reed",
        "said",
    );
    says("The trains will stop, the operator, NordRail, said.", "The trains will stop", "NordRail", "said");
}

#[test]
fn a_surname_is_no_verb() {
    says_nothing(&[
        "The striker, Mohamed Said, scored twice.",
        "Ali Said passed to Moore, who hit the post.",
        "A late goal from Karim Said settled the match.",
        "Leila Said collapsed on the line.",
        "Said scored twice in the second half.",
    ]);
    says("Mayor Says Bridge Will Reopen in June", "Bridge Will Reopen in June", "Mayor", "Says");
}

#[test]
fn asides_and_relative_clauses_are_no_content() {
    for aside in ["a nurse", "41", "who runs the shop", "the club's doctor"] {
        let text = format!("According to Ann Lund, {aside}, the ward was full.");
        says(&text, "the ward was full", "Ann Lund", "According to");
    }
    says("According to Ann Lund, the ward was full.", "the ward was full", "Ann Lund", "According to");
    says("Ann Lund, who said she was glad, left.", "she was glad", "who", "said");
    says(
        "The clerk pledged to go on Sunday, April 12, 2026.",
        "to go on Sunday, April 12, 2026",
        "The clerk",
        "pledged",
    );
    says(
        "Ann Lund said she was glad and that the ward was full.",
        "she was glad and that the ward was full",
        "Ann Lund",
        "said",
    );
}

#[test]
fn words_about_somebody_are_not_his() {
    check(
        "The report said he had told “a pack of lies”.",
        &["1 mixed [he had told “a pack of lies”] | The report | said"],
    );
    check(
        "Critics said the bank had learned “nothing at all” from the crash.",
        &["1 mixed [the bank had learned “nothing at all” from the crash] | Critics | said"],
    );
    check("Lund said he had “no remorse”.", &["1 mixed [he had “no remorse”] | Lund | said"]);
}

#[test]
fn titles_are_no_quotations() {
    check("She wrote in her 2001 memoir, “Fathoms.”", &[]);
    check("Tolan fondly recalled “The Glass Hour,” his first film.", &[]);
    check("Smith wrote “A History of Rain” in 1974.", &[]);
    check(
        "She wrote: “We are closed until the spring.”",
        &["1 direct [“We are closed until the spring.”] | She | wrote"],
    );
}

#[test]
fn a_line_that_leads_to_a_quotation_names_its_speaker() {
    for (lead, speaker) in [
        ("And from Chairwoman Rosalind Achter:", "Rosalind Achter"),
        ("Here is the full statement from club captain Rory Blake:", "Rory Blake"),
        ("The last word goes to Ida Strand, who has run the ferry for years:", "Ida Strand"),
    ] {
        let text = format!("{lead}\n“People will always want to cross the water.”");
        let document = crate::annotate::annotate(crate::document::article::Article::plain(&text));
        let quote = document.layers.quotes.first().expect("a quotation");
        assert_eq!(quote.source.as_ref().map(|source| source.range.of(&text)), Some(speaker), "{lead}");
    }
}

#[test]
fn single_marks_run_over_paragraphs() {
    check(
        "‘The deal is dead, and nobody will say so.\n‘We tried for a year,’ said Pat Dooley.",
        &[
            "1 direct [‘The deal is dead, and nobody will say so.] | Pat Dooley | said",
            "1 direct [‘We tried for a year,’] | Pat Dooley | said",
        ],
    );
    check("The miners’ hall is shut.\nThe drivers’ club is open.", &[]);
}
