//! The command line, from outside: what it reads, what it writes, and how it fails.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Output, Stdio};

/// Runs `galley` with these words and this input.
fn galley(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_galley"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("galley starts");
    let mut stdin = child.stdin.take().expect("its input is a pipe");
    let input = input.as_ref().to_vec();
    // A call that refuses its words never reads; then the pipe is closed, which is no failure here.
    let writing = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("galley ends");
    writing.join().expect("the writer ends");
    output
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("it ends by itself")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("it writes JSON")
}

/// The lines of a stream, each read as JSON.
fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("it writes UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

#[test]
fn an_article_from_standard_input() {
    let output = galley(&["annotate"], "Rain fell. 🌧");
    assert_eq!(status(&output), 0);
    let json = json(&output);
    assert_eq!(json["galley"], 1);
    assert_eq!(json["text"], "Rain fell. 🌧");
    assert_eq!(json["structure"][0]["end"], 12, "positions are code points");
}

#[test]
fn names_tell_their_roles_and_places_where_they_lie() {
    let text = "French President Ann Marlow flew to Buenos Aires for $5.";
    let json = json(&galley(&["annotate"], text));
    let entity = |words: &str| {
        let at = text.find(words).expect("it stands there");
        json["entities"].as_array().and_then(|all| all.iter().find(|one| one["start"] == at)).expect(words)
    };
    assert_eq!(entity("Ann Marlow")["roles"], serde_json::json!(["French President"]));
    let place = entity("Buenos Aires");
    assert_eq!((&place["kind"], &place["country"]), (&"city".into(), &"AR".into()));
    assert_eq!((&place["latitude"], &place["longitude"]), (&(-34.61).into(), &(-58.38).into()));
    assert!(place.get("roles").is_none() && entity("$5").get("kind").is_none());
}

#[test]
fn a_title_told_again_is_one_role() {
    let text = "Mr. Kofi Lindqvist left. Kofi Lindqvist, chief executive of Orsk Foods, was tired. MR. Lindqvist slept.";
    let json = json(&galley(&["annotate"], text));
    let roles = |one: &Value| one.get("roles").cloned();
    let told: Vec<Value> = json["entities"].as_array().expect("a list").iter().filter_map(roles).collect();
    assert_eq!(told, vec![serde_json::json!(["Mr.", "chief executive"]); 3]);
}

#[test]
fn a_list_of_names_wins_and_its_bad_lines_are_told_of() {
    let path = std::env::temp_dir().join("galley-names-of-a-test.txt");
    std::fs::write(&path, "Lytton = WORK\nnobody\n").expect("a temporary file");
    let path = path.to_str().expect("a plain path");
    let text = "The ferry to Lytton is back.";
    for (arguments, input) in [
        (vec!["annotate", "--names", path], text.to_owned()),
        (vec!["annotate", "--jsonl", "--names", path], format!("{{\"id\": 1, \"text\": \"{text}\"}}\n")),
    ] {
        let output = galley(&arguments, input);
        assert_eq!(status(&output), 0);
        assert_eq!(json(&output)["entities"][0]["label"], "WORK");
        assert_eq!(json(&output)["entities"][0]["why"], "own list");
        assert!(
            said(&output).contains("line 2: write a label after it: nobody = PERSON"),
            "{}",
            said(&output)
        );
    }
    let output = galley(&["annotate", "--names", "no-such-file"], text);
    assert_eq!(status(&output), 1);
    assert!(said(&output).contains("no-such-file"), "{}", said(&output));
}

/// A page that says what it is: a menu, a headline, a byline of two boxes, a paragraph.
const PAGE: &str = "<nav><a href=/>World</a></nav><h1>Storm shuts the port</h1>\
    <p><b>Mara Quill</b><i>Harbour Reporter</i></p><p>“We &amp; the sea,” said Ann Marlow on Friday.</p>";

#[test]
fn a_page_is_read_with_its_text_in_the_answer() {
    let output = galley(&["annotate", "--from", "html"], PAGE);
    assert_eq!(status(&output), 0, "{}", said(&output));
    let json = json(&output);
    let text = "World\nStorm shuts the port\nMara Quill Harbour Reporter\n“We & the sea,” said Ann Marlow on Friday.\n";
    assert_eq!(json["text"], text);
    let headline =
        json["structure"].as_array().and_then(|all| all.iter().find(|one| one["part"] == "headline"));
    assert_eq!(headline.map(|one| (&one["start"], &one["end"])), Some((&6.into(), &26.into())));
    let windows =
        galley(&["annotate", "--from", "html"], b"<p>\x93We sail,\x94 said Ann Marlow.<p hidden>No.");
    assert_eq!(self::json(&windows)["text"], "“We sail,” said Ann Marlow.\n");
    assert!(
        said(&windows).contains("read as Windows-1252")
            && said(&windows).contains("1 hidden passage was left out")
    );
    let word = galley(&["annotate", "--from", "html"], b"PK\x03\x04word/document.xml");
    assert!(status(&word) == 1 && said(&word).contains("Open it in Word"), "{}", said(&word));
    let other = galley(&["annotate", "--from", "runes"], "");
    assert!(status(&other) == 2 && said(&other).contains("there are: text, html"), "{}", said(&other));
}

#[test]
fn a_line_of_a_stream_may_be_a_page() {
    let line = |key: &str, value: &str| serde_json::json!({"id": key, key: value}).to_string();
    let both = serde_json::json!({"id": 3, "text": "It sailed.", "html": "<p>It sailed."}).to_string();
    let text = "“We sail,” said Ann Marlow.\n";
    let input = [line("html", "<p>“We sail,” said Ann Marlow.</p>"), line("text", text), both].join("\n");
    let output = galley(&["annotate", "--jsonl"], input);
    assert_eq!(status(&output), 1);
    let answers = lines(&output);
    assert_eq!(answers[0]["text"], text);
    assert_eq!(answers[0]["quotes"], answers[1]["quotes"]);
    assert!(answers[1].get("text").is_none());
    let error = answers[2]["error"].as_str().unwrap_or_default();
    assert!(answers[2]["line"] == 3 && error.contains("both “text” and “html”"), "{error}");
}

#[test]
fn an_article_from_a_file() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles/one-word.txt");
    let output = galley(&["annotate", "--published", "2031-05-06", path], "");
    assert_eq!(status(&output), 0);
    assert_eq!(json(&output)["published"], "2031-05-06");
}

#[test]
fn a_missing_file_is_named() {
    let output = galley(&["annotate", "no/such/article.txt"], "");
    assert_eq!(status(&output), 1);
    assert!(said(&output).contains("no/such/article.txt"), "{}", said(&output));
    assert!(output.stdout.is_empty());
}

#[test]
fn text_that_is_not_utf8_is_refused_with_its_place() {
    let output = galley(&["annotate"], b"Rain\xff fell.");
    assert_eq!(status(&output), 1);
    assert!(said(&output).contains("not UTF-8") && said(&output).contains('4'), "{}", said(&output));
}

#[test]
fn an_empty_article_is_an_article() {
    let output = galley(&["annotate"], "");
    assert_eq!(status(&output), 0);
    assert_eq!(json(&output)["entities"], Value::Array(Vec::new()));
}

#[test]
fn words_of_the_call_that_are_off() {
    for (arguments, word) in [
        (&["annotate", "--format", "stone"][..], "stone"),
        (&["annotate", "--published", "Friday"], "Friday"),
        (&["annotate", "--published", "2025-02-30"], "2025-02-30"),
        (&["annotate", "--loud"], "--loud"),
        (&["annotate", "a.txt", "b.txt"], "b.txt"),
        (&["annotate", "--jsonl", "--format", "html"], "--format"),
        (&["annotate", "--published", "2031-05-06", "--jsonl"], "--published"),
        (&["illuminate"], "illuminate"),
        (&[], "annotate"),
    ] {
        let output = galley(arguments, "");
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(said(&output).contains(word), "{arguments:?} says: {}", said(&output));
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn links_lead_to_every_sentence_and_quotation_of_a_page() {
    let output = galley(
        &["annotate", "--links", "https://news.example/a?b=1"],
        "“We won,” Ada Quist said.\n\nIt rained.",
    );
    assert_eq!((status(&output), said(&output)), (0, String::new()));
    let text = String::from_utf8(output.stdout).expect("it is text");
    let columns: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    let words: Vec<&[&str]> = columns.iter().map(|line| &line[..]).collect();
    assert_eq!(words.len(), 3, "{text}");
    assert_eq!((words[1][0], words[1][2]), ("quotation", "“We won,”"));
    assert_eq!(words[2], ["sentence", "https://news.example/a?b=1#:~:text=It%20rained.", "It rained."]);
}

#[test]
fn links_stand_alone_and_need_the_address_of_a_page() {
    let page = "https://news.example/";
    for (words, why) in [
        (&["annotate", "--links", "news.example"][..], "is no address of a page"),
        (&["annotate", "--links", "https://a b"], "is no address of a page"),
        (&["annotate", "--links", page, "--format", "json"], "instead of a format"),
        (&["annotate", "--links", page, "--jsonl"], "instead of a format"),
        (&["convert", "--links", page, "--to", "json"], "is for annotate"),
    ] {
        let output = galley(words, "It rained.");
        assert_eq!(status(&output), 2, "{words:?}");
        assert!(said(&output).contains(why), "{words:?}: {}", said(&output));
    }
}

#[test]
fn help_names_every_format() {
    let output = galley(&["--help"], "");
    assert_eq!(status(&output), 0);
    let help = String::from_utf8(output.stdout).expect("help is text");
    for format in galley::export::every_format() {
        assert!(help.contains(format.id) && help.contains(format.about), "{} is not in the help", format.id);
    }
}

#[test]
fn every_format_is_written() {
    for format in galley::export::every_format() {
        let output = galley(&["annotate", "--format", format.id], "“Go,” Ada Ferreira-Njoku said.");
        assert_eq!(status(&output), 0, "{}", format.id);
        assert!(!output.stdout.is_empty(), "{}", format.id);
    }
}

#[test]
fn a_stream_answers_line_by_line_in_order() {
    let input = r#"{"id":"a","text":"One."}
{"id":7,"text":"Two.","published":"2031-05-06","headline":"ignored","meta":{"deep":[1]}}
"#;
    let output = galley(&["annotate", "--jsonl"], input);
    assert_eq!(status(&output), 0);
    let lines = lines(&output);
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["id"], &lines[1]["id"]), (&Value::from("a"), &Value::from(7)));
    for key in ["entities", "references", "quotes", "terms", "authors", "dateline", "times", "structure"] {
        assert!(lines[0].get(key).is_some(), "{key} is missing");
    }
}

#[test]
fn more_jobs_change_nothing_but_the_time() {
    let line = |number: usize| match number % 7 {
        3 => "not JSON\n".to_owned(),
        5 => "\n".to_owned(),
        _ => {
            let text = format!("Ann Marlow sold {number} boats. “Good,” she said.");
            serde_json::json!({"id": number, "text": text}).to_string() + "\n"
        }
    };
    let input: String = (0..300).map(line).collect();
    let run = |jobs: &str| galley(&["annotate", "--jsonl", "--jobs", jobs], input.clone());
    let (one, many) = (run("1"), run("5"));
    assert_eq!(lines(&one).len(), 257);
    assert!(one.stdout == many.stdout && status(&one) == 1 && status(&many) == 1);
    assert_eq!(status(&run("0")), 2, "nobody would work");
}

#[test]
fn a_bad_line_is_answered_in_its_place_and_the_rest_goes_on() {
    let bad =
        [&b"{\"id\":1,\"text\":\"Good.\"}\n"[..], b"not json\n", b"\n  \n", b"{\"id\":2}\n", b"\xff\xfe\n"];
    let input = [
        bad.concat(),
        b"{\"id\":3,\"text\":\"\",\"published\":\"soon\"}\n{\"id\":4,\"text\":\"Last.\"}".to_vec(),
    ];
    let output = galley(&["annotate", "--jsonl"], input.concat());
    assert_eq!(status(&output), 1);
    let lines = lines(&output);
    let numbers: Vec<Option<u64>> = lines.iter().map(|line| line["line"].as_u64()).collect();
    assert_eq!(numbers, [None, Some(2), Some(5), Some(6), Some(7), None], "empty lines 3 and 4 are skipped");
    assert!(lines[1..5].iter().all(|line| line["error"].as_str().is_some_and(|error| !error.is_empty())));
    assert!(lines[4]["error"].as_str().is_some_and(|error| error.contains("soon")));
    assert_eq!(lines[5]["id"], 4);
}

#[test]
fn the_stream_and_the_file_say_the_same() {
    let text = "“Go,” Ada Ferreira-Njoku said on Friday.";
    let line = serde_json::json!({"id": 1, "text": text, "published": "2031-05-06"}).to_string();
    let streamed = lines(&galley(&["annotate", "--jsonl"], line)).remove(0);
    let alone = json(&galley(&["annotate", "--published", "2031-05-06"], text));
    for key in ["entities", "references", "quotes", "terms", "authors", "dateline", "times", "structure"] {
        assert_eq!(streamed[key], alone[key], "{key}");
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_galley"))
        .args(["annotate", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("galley starts");
    let mut stdin = child.stdin.take().expect("its input is a pipe");
    drop(child.stdout.take());
    let writing = std::thread::spawn(move || {
        let line = serde_json::json!({"id": 1, "text": "Rain fell. ".repeat(200)}).to_string() + "\n";
        while stdin.write_all(line.as_bytes()).is_ok() {}
    });
    let output = child.wait_with_output().expect("galley ends though its input goes on");
    writing.join().expect("the writer ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(!said(&output).contains("panicked"), "{}", said(&output));
}

#[test]
fn what_a_format_cannot_carry_is_told_beside_the_answer() {
    let output = galley(&["annotate", "--format", "conll2003"], "“Go,” Ada Ferreira-Njoku said.");
    assert_eq!(status(&output), 0);
    assert!(said(&output).contains("CoNLL-2003 leaves out 1 piece of a quotation"), "{}", said(&output));
}

#[test]
fn a_stream_is_written_in_formats_that_have_lines() {
    let input = "{\"id\": 7, \"text\": \"“Go,” Ada Ferreira-Njoku said.\"}\nno\n";
    let output = galley(&["annotate", "--jsonl", "--format", "doccano"], input);
    let lines = lines(&output);
    assert_eq!((status(&output), &lines[0]["id"], &lines[1]["line"]), (1, &7.into(), &2.into()));
    assert_eq!(lines[0]["entities"][0]["label"], "DIRECT_QUOTE");
}

#[test]
fn what_is_written_is_converted_again() {
    let text = "“Go 👍,” Ada Ferreira-Njoku said in Oslo. “Now,” she said.";
    let whole = json(&galley(&["annotate"], text));
    for format in ["json", "html", "w3c", "uima"] {
        let written = galley(&["annotate", "--format", format], text);
        let output = galley(&["convert", "--to", "json"], &written.stdout);
        assert_eq!((status(&output), said(&output).as_str()), (0, ""), "{format}");
        assert_eq!(json(&output), whole, "{format}");
    }
    let written = galley(&["annotate", "--format", "docx"], text);
    let output = galley(&["convert", "--from", "docx", "--to", "conllu"], &written.stdout);
    assert_eq!(status(&output), 0, "{}", said(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("NER=B-PERSON"));
}

#[test]
fn files_that_cannot_be_read_are_refused_in_a_sentence() {
    for (words, input, expected) in [
        (&["convert", "--to", "json"][..], "Rain fell.", "none of the formats"),
        (&["convert", "--from", "docx", "--to", "json"], "Rain fell.", "a .docx file"),
        (&["convert", "--from", "json", "--to", "text"], "{\"galley\": 9, \"text\": \"\"}", "newer Galley"),
    ] {
        let output = galley(words, input);
        assert_eq!(status(&output), 1, "{words:?}");
        assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
        assert!(said(&output).contains(expected) && output.stdout.is_empty(), "{}", said(&output));
    }
    for words in
        [&["convert"][..], &["convert", "--to", "stone"], &["convert", "--to", "json", "--from", "stone"]]
    {
        assert_eq!(status(&galley(words, "")), 2, "{words:?}");
    }
}

#[test]
fn speakers_that_a_person_decided_are_decided_so_again() {
    let text = "Ada Ferreira-Njoku met Tom Reed in Oslo. “We go,” Reed said.";
    let mut decided = json(&galley(&["annotate"], text));
    decided["quotes"][0]["speaker"] = serde_json::json!([0, 18]);
    decided["quotes"][0]["speaker_text"] = "Ada Ferreira-Njoku".into();
    decided["quotes"][0]["why"] = "chosen".into();
    let path = std::env::temp_dir().join("galley-corrections-of-a-test.json");
    std::fs::write(&path, decided.to_string()).expect("a temporary file");
    let path = path.to_str().expect("its name is text");
    let output = galley(&["annotate", "--corrections", path], text);
    let quote = &json(&output)["quotes"][0];
    assert_eq!((&quote["speaker_text"], &quote["why"]), (&"Ada Ferreira-Njoku".into(), &"chosen".into()));
    let other = galley(&["annotate", "--corrections", path], "“They go,” Tom Reed said.");
    assert_eq!(status(&other), 0);
    assert!(said(&other).contains("is not applied"), "{}", said(&other));
}

/// Were the stream kept until its end, this would wait for ever: the second line is written only
/// once the first is answered in part.
#[test]
fn a_stream_does_not_wait_for_its_end() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_galley"))
        .args(["annotate", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("galley starts");
    let mut stdin = child.stdin.take().expect("its input is a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("its output is a pipe"));
    // More than the output's buffer holds, so that some of it must come out.
    let line = serde_json::json!({"id": "x".repeat(20_000), "text": "Rain."}).to_string() + "\n";
    stdin.write_all(line.as_bytes()).expect("it reads");
    let mut first = [0; 10];
    stdout.read_exact(&mut first).expect("it answers before its input ends");
    drop(stdin);
    let mut rest = String::new();
    stdout.read_line(&mut rest).expect("it answers in full");
    assert!(child.wait().expect("it ends").success());
}
