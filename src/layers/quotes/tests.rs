use super::*;
use crate::annotate::annotate;
use crate::document::article::Article;
use crate::document::ids::EntityId;

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

pub(super) fn check(text: &str, expected: &[&str]) {
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
    check("''We won,'' Marlow said.", &["1 mixed [''We won,''] | Marlow | said"]);
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

#[test]
fn a_megabyte_of_talk_is_read_in_linear_time() {
    for (head, talk) in [
        ("When did you start?\n", "“We all go there now.” "),
        ("", "They said "),
        ("Orsk Foods shut. ", "It said so. "),
        ("Ann Reed ran a farm.\n", "“We go,” Reed said.\n"),
        ("", "“We go,\nNo.\n"),
    ] {
        annotate(Article::plain(head.to_owned() + &talk.repeat(1_000_000 / talk.len())));
    }
}

#[test]
fn a_role_and_a_name() {
    check(
        "Its manager, Sofie van Dam, said the race was over.",
        &["1 indirect [the race was over] | Sofie van Dam | said"],
    );
    check(
        "“We won,” said the council’s head of highways, Marjorie Quist.",
        &["1 direct [“We won,”] | Marjorie Quist | said"],
    );
    check(
        "“We won,” said Ann Marlow, a professor of law at the college.",
        &["1 direct [“We won,”] | Ann Marlow | said"],
    );
    check(
        "A spokesman for the bank said it would appeal.",
        &["1 indirect [it would appeal] | A spokesman for the bank | said"],
    );
    check(
        "The talks failed, people familiar with the matter said.",
        &["1 indirect [The talks failed] | people familiar with the matter | said"],
    );
}

#[test]
fn time_and_place_beside_the_cue() {
    check("Marlow on Friday said the vote was fair.", &["1 indirect [the vote was fair] | Marlow | said"]);
    check(
        "Marlow said in a statement on Friday that the vote was fair.",
        &["1 indirect [the vote was fair] | Marlow | said"],
    );
    check(
        "In an interview aboard the ferry on Friday Marlow said that she had “better not say,” when asked how often.",
        &["1 mixed [she had “better not say,”] | Marlow | said"],
    );
}

#[test]
fn paragraphs_of_a_speech() {
    check(
        "Below is what Marlow, the engineer, told the valley.\n“Good evening.\n“I signed for it.\n“We go home.”",
        &[
            "1 direct [“Good evening.] | Marlow | -",
            "1 direct [“I signed for it.] | Marlow | -",
            "1 direct [“We go home.”] | Marlow | -",
        ],
    );
    check(
        "“Good evening.\n“I signed for it.\n“We go home,” Marlow said. “Sleep well.”",
        &[
            "1 direct [“Good evening.] | Marlow | said",
            "1 direct [“I signed for it.] | Marlow | said",
            "1 direct [“We go home,”] | Marlow | said",
            "1 direct [“Sleep well.”] | Marlow | said",
        ],
    );
}

#[test]
fn what_is_no_report() {
    check("Review: A bold first novel\nIt is good.", &[]);
    check("URGENT: Two dead in blast\nMore follows.", &[]);
    check("He showed no emotion as the verdict was read.", &[]);
    check("Marlow called an emergency meeting.", &[]);
    check("The share declined to 55 per cent.", &[]);
    check("One after another, the mines, small and large, declared bankruptcy.", &[]);
    check("Marlow and Quist, the envoy, began long negotiations.", &[]);
}

/// One source a line, and the entity that it resolves to.
fn check_source(text: &str, expected: &[&str]) {
    let document = annotate(Article::plain(text));
    let line = |quote: &Quote| {
        let source = quote.source.as_ref()?;
        let name = |id: EntityId| document.layers.entities[id.0 as usize].name.clone();
        Some(format!("{}={}", source.range.of(text), source.entity.map_or_else(|| "?".into(), name)))
    };
    assert_eq!(document.layers.quotes.iter().filter_map(line).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn it_and_who_stand_for_the_name_before() {
    check_source("Reuters was wrong. It said that the vote was fair.", &["It=Reuters"]);
    check_source("Reuters and the BBC were wrong. It said that the vote was fair.", &["It=?"]);
    check_source("She met Mr. Tom Reed, who said that the vote was fair.", &["who=Tom Reed"]);
}

#[test]
fn one_who_goes_on() {
    check(
        "Marlow said the vote was fair, adding that nobody had complained.",
        &[
            "1 indirect [the vote was fair] | Marlow | said",
            "2 indirect [nobody had complained] | Marlow | adding",
        ],
    );
    check(
        "“We won.” Marlow paused. “Now we rest a little.”",
        &["1 direct [“We won.”] | Marlow | -", "2 direct [“Now we rest a little.”] | Marlow | -"],
    );
}

#[test]
fn two_who_take_turns() {
    check(
        "“You sold it,” said Marlow.\n“I did not,” said Quist.\n“Then who on earth did?”",
        &[
            "1 direct [“You sold it,”] | Marlow | said",
            "2 direct [“I did not,”] | Quist | said",
            "3 direct [“Then who on earth did?”] | Marlow | -",
        ],
    );
}

#[test]
fn a_speaker_named_at_the_end_of_many_paragraphs() {
    check(
        "“Good evening to you all.\n“I will not ask you to forgive me,” Marlow said.",
        &[
            "1 direct [“Good evening to you all.] | Marlow | said",
            "1 direct [“I will not ask you to forgive me,”] | Marlow | said",
        ],
    );
}

#[test]
fn headlines_transcripts_and_credits() {
    check("Marlow: Vote was fair\nMore follows.", &["1 indirect [Vote was fair] | Marlow | :"]);
    check("“The vote was fair.” — Ann Marlow", &["1 direct [“The vote was fair.”] | Ann Marlow | —"]);
}

#[test]
fn nouns_and_attitudes_report_as_well() {
    check(
        "Nobody believed Marlow’s claim that the vote was fair.",
        &["1 indirect [the vote was fair] | Marlow | claim"],
    );
    check("Marlow wants to leave.", &["1 indirect [to leave] | Marlow | wants"]);
}

#[test]
fn silence_is_no_report() {
    check("Neither the bank nor the court immediately responded to a request for comment.", &[]);
    check("But he did not disclose further details.", &[]);
}

#[test]
fn copy_in_capitals() {
    check("THE TALKS FAILED, MARLOW SAID.", &["1 indirect [THE TALKS FAILED] | MARLOW | SAID"]);
}

#[test]
fn a_mark_that_nothing_closes_ends_with_its_paragraph() {
    check(
        "\"We won, Marlow said. \"Now we rest a little.\"",
        &["1 direct [\"We won] | Marlow | said", "2 direct [\"Now we rest a little.\"] | Marlow | -"],
    );
    check("Marlow said: “We won.\nThe court adjourned.", &["1 direct [“We won.] | Marlow | said"]);
}

#[test]
fn a_mark_that_was_lost_or_mistyped() {
    check("“We won, Marlow said. Nobody cheered.", &["1 direct [“We won] | Marlow | said"]);
    check("We won,” Marlow said. Nobody cheered.", &["1 direct [We won,”] | Marlow | said"]);
    check("'We won,\" Marlow said.", &["1 direct ['We won,\"] | Marlow | said"]);
    check("“We won\", Marlow said.", &["1 direct [“We won\"] | Marlow | said"]);
}

#[test]
fn speech_as_it_sounds() {
    check(
        "‘I’m goin’ now, an’ that’s that,’ he said.",
        &["1 direct [‘I’m goin’ now, an’ that’s that,’] | he | said"],
    );
    check(
        "‘It was the boys’ fault,’ she said, ‘not the girls’.’",
        &["1 direct [‘It was the boys’ fault,’] | she | said", "1 direct [‘not the girls’.’] | she | said"],
    );
}

#[test]
fn cues_in_the_passive() {
    check("Marlow was told by Quist that we won.", &["1 indirect [we won] | Quist | told"]);
    check("Marlow was asked whether we won.", &["1 indirect [whether we won] | - | asked"]);
    check(
        "Marlow was accused by Quist of lying twice.",
        &["1 indirect [Marlow] | Quist | accused", "1 indirect [lying twice] | Quist | accused"],
    );
    check(
        "Marlow is expected to win.",
        &["1 indirect [Marlow] | - | expected", "1 indirect [to win] | - | expected"],
    );
    check("It was reported that we won.", &["1 indirect [we won] | - | reported"]);
    check("“We won,” Marlow was quoted as saying.", &["1 direct [“We won,”] | Marlow | saying"]);
    check("The paper quoted Marlow as saying we won.", &["1 indirect [we won] | Marlow | saying"]);
}

#[test]
fn headlines_without_a_verb_of_speech() {
    check("‘We lost it all’: engineer’s apology", &["1 direct [‘We lost it all’] | engineer | :"]);
    check("‘We lost it all’ – Marlow", &["1 direct [‘We lost it all’] | Marlow | –"]);
    check("The dam will hold: Marlow", &["1 indirect [The dam will hold] | Marlow | :"]);
    check("Dam will hold, says engineer", &["1 indirect [Dam will hold] | engineer | says"]);
    check("‘We lost it all’: a year after the flood", &["1 direct [‘We lost it all’] | - | -"]);
}

#[test]
fn those_who_act_and_those_who_answer() {
    check(
        "“You sold it,” Ann Marlow said.\nTom Reed shook his head. “I did not.”\n“You did.”",
        &[
            "1 direct [“You sold it,”] | Ann Marlow | said",
            "2 direct [“I did not.”] | Tom Reed | -",
            "3 direct [“You did.”] | Ann Marlow | -",
        ],
    );
    check("Did you know?\n“I did not. I was away.”", &["1 direct [“I did not. I was away.”] | - | -"]);
    check("Marlow’s reply was short: “We won.”", &["1 direct [“We won.”] | Marlow | -"]);
}

#[test]
fn nouns_that_announce() {
    check("The view of Marlow is known.", &[]);
    check(
        "Marlow’s view that it would hold was not shared.",
        &["1 indirect [it would hold] | Marlow | view"],
    );
    check(
        "We heard a warning from Ann Marlow that it fell.",
        &["1 indirect [it fell] | Ann Marlow | warning"],
    );
    check("In Marlow’s view, we won.", &["1 indirect [we won] | Marlow | view"]);
}

#[test]
fn several_who_speak() {
    check(
        "Ann Marlow, Tom Reed and Ada Quist said we won.",
        &["1 indirect [we won] | Ann Marlow, Tom Reed and Ada Quist | said"],
    );
    check("Ann Marlow said sorry on Friday.", &[]);
}

/// Whom the source of the last quotation stands for.
fn check_they(text: &str, expected: Option<&str>) {
    let document = annotate(Article::plain(text));
    let source = document.layers.quotes.last().and_then(|quote| quote.source.as_ref());
    assert_eq!(source.and_then(|source| source.stands_for).map(|range| range.of(text)), expected, "{text}");
}

#[test]
fn they_are_those_named_together() {
    check_they("Ann Marlow and Tom Reed met. They said we won.", Some("Ann Marlow and Tom Reed"));
    check_they("Ann Marlow met the engineers. They said we won.", Some("the engineers"));
    check_they("The port and the council met. “We won,” they said.", Some("The port and the council"));
    check_they("The engineers met the residents. They said we won.", None);
    check_they("Ann Marlow was late. They said we won.", None);
}

#[test]
fn who_answers_an_interview() {
    check(
        "When did you start?\n“In 1983, on a Monday.”\nAnd now?\nMarlow laughs. “Now I rest.”",
        &["1 direct [“In 1983, on a Monday.”] | Marlow | -", "2 direct [“Now I rest.”] | Marlow | -"],
    );
}

#[test]
fn works_and_slogans_are_terms() {
    check("The slogan “Take back our river” was on the wall.", &[]);
    check("The show, titled “All that we could not carry”, opens.", &[]);
    check("A man accused of hiding the report fled.", &[]);
}

/// One quotation a line: kind of source, utterance, addressee, attitude.
fn check_manner(text: &str, expected: &[&str]) {
    let document = annotate(Article::plain(text));
    let line = |quote: &Quote| {
        let source = quote.source.as_ref().map_or("-", |source| source.kind.name());
        let to = quote.addressee.map_or("-", |range| range.of(text));
        let attitude = if quote.attitude { " attitude" } else { "" };
        format!("{source} {} | {to}{attitude}", quote.utterance.name())
    };
    assert_eq!(document.layers.quotes.iter().map(line).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn kinds_of_source() {
    check_manner("Ann Marlow said that the vote was fair.", &["named statement | -"]);
    check_manner("He said that the vote was fair.", &["named statement | -"]);
    check_manner("Officials said that the vote was fair.", &["unnamed statement | -"]);
    check_manner("A spokesman for the bank said that it was fair.", &["unnamed statement | -"]);
    check_manner("A group of doctors said that it was fair.", &["unnamed statement | -"]);
    check_manner("The police said that the vote was fair.", &["organisation statement | -"]);
    check_manner("Reuters said that the vote was fair.", &["organisation statement | -"]);
    check_manner("According to the report, the vote was fair.", &["document statement | -"]);
    check_manner("A survey by the ministry found that few knew.", &["document statement | -"]);
}

#[test]
fn statements_questions_and_denials() {
    check_manner("“Why now?” said Ann Marlow.", &["named question | -"]);
    check_manner("Ann Marlow asked whether the vote was fair.", &["named question | -"]);
    check_manner("Ann Marlow asked to leave.", &["named statement | -"]);
    check_manner("Ann Marlow denied that she had lied.", &["named denial | -"]);
}

#[test]
fn to_whom_it_was_said() {
    check_manner("Ann Marlow told the Harbour Post that it was fair.", &["named statement | Harbour Post"]);
    check_manner("“It was fair,” Ann Marlow told reporters.", &["named statement | reporters"]);
    check_manner("“It was fair,” Ann Marlow said to him.", &["named statement | him"]);
    check_manner("Ann Marlow promised a veto.", &["named statement | -"]);
}

#[test]
fn attitudes_are_a_class_of_their_own() {
    check_manner("Ann Marlow wants to leave.", &["named statement | - attitude"]);
    check_manner("Ann Marlow endorsed the plan.", &["named statement | - attitude"]);
    check_manner("Ann Marlow said that she would leave.", &["named statement | -"]);
}

#[test]
fn an_unknown_speaker_comes_with_those_it_might_be() {
    let text = "Mr. Tom Reed and Mr. Ian Quist met. It rained. He said that the vote was fair.";
    let document = annotate(Article::plain(text));
    let quote = &document.layers.quotes[0];
    assert_eq!(quote.source.as_ref().and_then(|source| source.entity), None);
    let names = quote.why.passed_over.iter().map(|id| document.layers.entities[id.0 as usize].name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["Ian Quist", "Tom Reed"]);
}

/// The terms of a text.
fn check_terms(text: &str, expected: &[&str]) {
    let document = annotate(Article::plain(text));
    let terms = document.layers.terms.iter().map(|term| term.range.of(text));
    assert_eq!(terms.collect::<Vec<_>>(), expected, "{text}");
    assert!(document.layers.quotes.iter().all(|quote| quote.attitude), "{text}");
}

#[test]
fn labels_titles_and_songs_are_terms() {
    check_terms("The so-called “too big to fail” banks failed.", &["“too big to fail”"]);
    check_terms(
        "The road, known as “the widow maker of the north”, is shut.",
        &["“the widow maker of the north”"],
    );
    check_terms("The app’s “people you may know” feature is off.", &["“people you may know”"]);
    check_terms("She reads “The Salt Auditor,” a novel, on trains.", &["“The Salt Auditor,”"]);
    check_terms("Ann Marlow whistled “We shall not be moved” again.", &["“We shall not be moved”"]);
    check_terms("The crowd sang “We shall not be moved” again.", &["“We shall not be moved”"]);
    check_terms("A column headlined “Why I shall not vote” ran.", &["“Why I shall not vote”"]);
}

#[test]
fn words_that_come_as_a_reply() {
    check("“Yes,” came the reply.", &["1 direct [“Yes,”] | - | reply"]);
    check("“No,” came the swift answer from Ann Marlow.", &["1 direct [“No,”] | Ann Marlow | answer"]);
    check("“No,” came the answer from the back.", &["1 direct [“No,”] | - | answer"]);
    check("“Too late” – that was Reed’s verdict.", &["1 direct [“Too late”] | Reed | verdict"]);
    check("“Never,” was all Ann Marlow would say.", &["1 direct [“Never,”] | Ann Marlow | say"]);
    check("“We knew” was said by Ann Marlow.", &["1 direct [“We knew”] | Ann Marlow | said"]);
    check("“We knew,” said by Ann Marlow, was a lie.", &["1 direct [“We knew,”] | Ann Marlow | said"]);
    check("The words “we knew” were said by Ann Marlow.", &["1 direct [“we knew”] | Ann Marlow | said"]);
}

#[test]
fn who_is_asked_does_not_speak() {
    check("“Did you know?” Ann Marlow was asked.", &["1 direct [“Did you know?”] | - | asked"]);
    check("“Did you?” she was asked by Tom Reed.", &["1 direct [“Did you?”] | Tom Reed | asked"]);
    check("It fell twice, the court was told.", &["1 indirect [It fell twice] | - | told"]);
    check_manner("“Did you know?” Ann Marlow was asked.", &["- question | Ann Marlow"]);
}

#[test]
fn cues_in_brackets() {
    check("The dam would hold (Marlow said).", &["1 indirect [The dam would hold] | Marlow | said"]);
    check("“We knew” (said Ann Marlow).", &["1 direct [“We knew”] | Ann Marlow | said"]);
}

#[test]
fn wording_of_ones_own() {
    check(
        "It was, as Ann Marlow put it, “a long fall”.",
        &["1 direct [“a long fall”] | Ann Marlow | put it"],
    );
    check("In the words of Ann Marlow, “it fell”.", &["1 direct [“it fell”] | Ann Marlow | In the words of"]);
    check("It was, in Marlow’s words, “a long fall”.", &["1 direct [“a long fall”] | Marlow | words"]);
}

#[test]
fn a_subject_speaks_only_where_it_can() {
    check(
        "“We were better,” said Tom Reed. Luis Prado was less sure: “They kicked us.”",
        &["1 direct [“We were better,”] | Tom Reed | said", "2 direct [“They kicked us.”] | Luis Prado | -"],
    );
    check("The reply came at once: “We did not sign it.”", &["1 direct [“We did not sign it.”] | - | -"]);
    check(
        "It was “a slap in the face for everyone”.",
        &["1 direct [“a slap in the face for everyone”] | - | -"],
    );
    check("More from the mayor: “We have won.”", &["1 direct [“We have won.”] | the mayor | -"]);
    check("A sign above the door read “No dogs”.", &["1 direct [“No dogs”] | A sign above the door | read"]);
}

#[test]
fn a_verb_before_its_speaker() {
    check("Said Ann Marlow: “We won.”", &["1 direct [“We won.”] | Ann Marlow | Said"]);
    check_source("Said Ann Marlow: “We won.”", &["Ann Marlow=Ann Marlow"]);
    check_source("Asked about it, Tom Reed said that we won.", &["Tom Reed=Tom Reed"]);
    check_source("Said Karimi, a baker, said that we won.", &["Said Karimi=Said Karimi"]);
}

#[test]
fn all_who_speak_together() {
    let check_words = |text: &str, words: &str| check_source(text, &[&format!("{words}=?")]);
    check_words("Both Ann Marlow and Tom Reed said that we won.", "Ann Marlow and Tom Reed");
    check_words("Ann Marlow, along with Tom Reed, said that we won.", "Ann Marlow, along with Tom Reed");
    check_words("Ann Marlow and her brother Tom said that we won.", "Ann Marlow and her brother Tom");
    check_words(
        "Ann Marlow, Tom Reed and their lawyer, Ada Quist, said that we won.",
        "Ann Marlow, Tom Reed and their lawyer, Ada Quist",
    );
    check_words("“We won,” said Ann Marlow, Tom Reed and Ada Quist.", "Ann Marlow, Tom Reed and Ada Quist");
}

#[test]
fn a_description_speaks_for_the_one_it_fits() {
    check_source("Ann Marlow, 34, ran. The 34-year-old said that we won.", &["The 34-year-old=Ann Marlow"]);
    check_source("British rider Tom Reed ran. The Briton said that we won.", &["The Briton=Tom Reed"]);
    check_source("Analyst Ann Marlow of Orsk Foods said that we won.", &["Ann Marlow=Ann Marlow"]);
    check_source(
        "Premier Tom Reed left. The premier’s office said that we won.",
        &["The premier’s office=?"],
    );
}

#[test]
fn they_may_be_a_firm_where_nobody_else_is_named() {
    check_source("Orsk Foods shut a mill. They said that we won.", &["They=Orsk Foods"]);
    check_source("Orsk Foods met residents. They said that we won.", &["They=?"]);
}

#[test]
fn things_are_no_attitudes() {
    check("Ann Marlow knew the road well.", &[]);
    check("The lorry backed up the hill.", &[]);
    check("Tom Reed backed away from the door.", &[]);
    check("Ann Marlow knew that it fell.", &["1 indirect [it fell] | Ann Marlow | knew"]);
}

#[test]
fn asides_between_the_speaker_and_the_cue() {
    check(
        "Kelly Pike, 34, of Oskford, said: “We are tired.”",
        &["1 direct [“We are tired.”] | Kelly Pike | said"],
    );
    check(
        "Tom Reed – who insists he is “no saint” – said the money was returned.",
        &[
            "1 mixed [he is “no saint”] | who | insists",
            "2 indirect [the money was returned] | Tom Reed | said",
        ],
    );
}

#[test]
fn a_name_behind_the_role_it_explains() {
    check(
        "“We are late,” said the mayor of Oskford, Ann Marlow, on Friday.",
        &["1 direct [“We are late,”] | Ann Marlow | said"],
    );
    check(
        "“We are late,” said the mayor of Leeds, England.",
        &["1 direct [“We are late,”] | the mayor of Leeds | said"],
    );
    check(
        "Ann Marlow, 29, keeps bees. “They are calm,” said the 29-year-old.",
        &["1 direct [“They are calm,”] | the 29-year-old | said"],
    );
}

#[test]
fn entries_of_a_live_page() {
    check("10:40 “We are safe,” tweets Tom Reed.", &["1 direct [“We are safe,”] | Tom Reed | tweets"]);
}

#[test]
fn a_surname_of_two_stays_open() {
    let both = "Ann Reed and Tom Reed run a farm. ";
    let who = |text: &str| {
        let document = crate::annotate::annotate(crate::document::article::Article::plain(text.to_owned()));
        let quote = &document.layers.quotes[0];
        let name = |id: &crate::document::ids::EntityId| document.layers.entities[id.0 as usize].name.clone();
        let speaker = quote.source.as_ref().and_then(|source| source.entity);
        (speaker.as_ref().map(name), quote.why.passed_over.iter().map(name).collect::<Vec<_>>())
    };
    let (speaker, offered) = who(&[both, "“We lost it all,” Reed said."].concat());
    assert_eq!((speaker, offered.len()), (None, 2), "{offered:?}");
    let (speaker, _) = who(&[both, "Ann Reed milks. “We lost it all,” Reed said."].concat());
    assert_eq!(speaker.as_deref(), Some("Ann Reed"));
}

#[test]
fn turns_marked_with_q_and_a() {
    let text = "Ann Marlow built the dam.\nQ: When was that?\nA: In 1983. It rained.";
    check(
        text,
        &["1 indirect [When was that?] | - | -", "2 indirect [In 1983. It rained.] | Ann Marlow | -"],
    );
    check_manner(text, &["- question | -", "named statement | -"]);
    check(
        "Q. Why a dam?\nA. Because it rained.",
        &["1 indirect [Why a dam?] | - | -", "2 indirect [Because it rained.] | - | -"],
    );
    check("Ann Marlow met Tom Reed.\nA: Yes, we met.", &[]);
}
