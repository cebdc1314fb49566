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
fn a_group_speaks_whole() {
    for who in [
        "Nurses at Marsh End Hospital",
        "Villagers near Oskford",
        "Engineers from Rotterdam",
        "Shopkeepers in Leeds",
        "Fishermen across Norway",
        "Pupils outside Hull",
    ] {
        says(&format!("{who} said the bridge was shut."), "the bridge was shut", who, "said");
    }
    says("Texas said it would appeal.", "it would appeal", "Texas", "said");
    says("Two miners in Kyiv said it was dark.", "it was dark", "Two miners in Kyiv", "said");
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
fn an_office_with_of_or_for_leaves_its_name() {
    for office in [
        "Chancellor of the Exchequer",
        "Secretary of State for Wales",
        "Minister for Ports and Ferries",
        "Leader of the Opposition",
        "Director of Public Health",
        "Commissioner for Trade",
    ] {
        says(&format!("{office} Dana Whitlock said it was late."), "it was late", "Dana Whitlock", "said");
    }
    says(
        "The Minister for Ports and Ferries, Jacob Okoro, said it was late.",
        "it was late",
        "Jacob Okoro",
        "said",
    );
    says(
        "The secretary of the golf club said it was late.",
        "it was late",
        "The secretary of the golf club",
        "said",
    );
}

#[test]
fn deeds_are_no_words() {
    says_nothing(&[
        "The flood claimed nine lives.",
        "The army claimed the town.",
        "The ward admitted 12 patients.",
        "The firm dismissed 60 workers.",
        "Hull conceded three goals.",
        "The gallery added two drawings to its show.",
        "The navy maintained a base on the island.",
        "The judge denied him bail.",
        "He pledged his house as collateral for the loan.",
        "Drought threatened the crops, and farmers dug wells.",
        "She repeated the year and passed.",
        "The maker recalled 40,000 cars.",
    ]);
    says("The mayor claimed the storm was over.", "the storm was over", "The mayor", "claimed");
    says("The union threatened to close the dam.", "to close the dam", "The union", "threatened");
    says("The firm denied the allegations.", "the allegations", "The firm", "denied");
    says(
        "The group claimed responsibility for the attack.",
        "responsibility for the attack",
        "The group",
        "claimed",
    );
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
fn any_verb_behind_a_quotation_and_its_speaker() {
    for verb in
        ["sighed", "laughed", "beamed", "shot back", "hit back", "chimed in", "deadpanned", "thundered"]
    {
        let cue = verb.split(' ').next().unwrap_or_default();
        let direct = format!("1 direct [“We lost,”] | Meg Marsh | {cue}");
        check(&format!("“We lost,” Meg Marsh {verb}."), &[&direct]);
    }
    for verb in ["groaned", "laughed", "sobbed", "barked", "snapped"] {
        let direct = format!("1 direct [“Sit down!”] | the referee | {verb}");
        check(&format!("“Sit down!” {verb} the referee."), &[&direct]);
    }
    check(
        "“It stinks,” she went on, “and we know it.”",
        &["1 direct [“It stinks,”] | she | went", "1 direct [“and we know it.”] | she | went"],
    );
    check("“Dead Heat,” Meg Marsh's third album, topped the chart.", &[]);
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
fn the_subject_of_the_right_clause_speaks() {
    let saying = "saying costs had risen";
    says(
        &format!("Shares fell after the bank cut its outlook, {saying}."),
        "costs had risen",
        "the bank",
        "saying",
    );
    says(&format!("The bank cut its outlook, {saying}."), "costs had risen", "The bank", "saying");
    says(
        "According to a letter seen by Northwire, the deal is off.",
        "the deal is off",
        "a letter",
        "According to",
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
        let document = crate::annotate::annotate(super::Article::plain(&text));
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
