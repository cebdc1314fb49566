//! A stream of articles: one JSON object a line in, one out, in the same order, on all processors.

use super::{Options, day};
use galley::annotate::annotate_with;
use galley::document::article::Article;
use galley::document::own_names::OwnNames;
use galley::export::{self, Wanted};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::reading::of_line;

/// A stream is read in batches of the whole lines that have come, up to so many bytes.
pub const BATCH: usize = 4 << 20;

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: Option<String>,
    html: Option<String>,
    published: Option<String>,
}

#[derive(Serialize)]
struct Annotated<'a> {
    id: &'a serde_json::Value,
    /// The text that was read of a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(flatten)]
    annotations: export::json::Annotations<'a>,
}

#[derive(Serialize)]
struct Refused {
    line: usize,
    error: String,
}

/// One object a line in, one out, in the same order; only one batch of lines is in memory at a time.
pub fn stream(mut input: BufReader<impl Read>, options: &Options, names: &OwnNames) -> io::Result<bool> {
    let mut output = io::stdout().lock();
    let (mut all_read, mut number) = (true, 0);
    loop {
        let batch = read_batch(&mut input, &mut number)?;
        if batch.is_empty() {
            return Ok(all_read);
        }
        for answer in answers(&batch, options, names) {
            let (answer, read) = answer?;
            all_read &= read;
            output.write_all(&answer)?;
        }
    }
}

/// The next line and those that have come with it, each with its number, counted from 1; empty ones are
/// skipped. None at the end.
fn read_batch(input: &mut BufReader<impl Read>, number: &mut usize) -> io::Result<Vec<(usize, Vec<u8>)>> {
    let mut batch = Vec::new();
    while batch.is_empty() || input.buffer().contains(&b'\n') {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        *number += 1;
        if !line.trim_ascii().is_empty() {
            batch.push((*number, line));
        }
    }
    Ok(batch)
}

/// An output line, and whether its input could be read.
type Answer = io::Result<(Vec<u8>, bool)>;

/// The answers to a batch, in its order: each thread takes the next line that nobody has taken.
fn answers(batch: &[(usize, Vec<u8>)], options: &Options, names: &OwnNames) -> Vec<Answer> {
    let next = AtomicUsize::new(0);
    let work = || {
        let take = || batch.get(next.fetch_add(1, Ordering::Relaxed));
        let answered = |(number, line): &(usize, Vec<u8>)| {
            (*number, answer(*number, |output| annotate_line(line, options, names, output)))
        };
        std::iter::from_fn(take).map(answered).collect::<Vec<_>>()
    };
    let mut answers: Vec<(usize, Answer)> = thread::scope(|scope| {
        let helpers: Vec<_> = (1..options.jobs.min(batch.len())).map(|_| scope.spawn(work)).collect();
        let own = work();
        let theirs = |helper: thread::ScopedJoinHandle<'_, _>| {
            helper.join().unwrap_or_else(|trouble| panic::resume_unwind(trouble))
        };
        std::iter::once(own).chain(helpers.into_iter().map(theirs)).flatten().collect()
    });
    answers.sort_by_key(|&(number, _)| number);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// The sentence for a line, or a failed write.
type Trouble = io::Result<String>;

/// What a line is answered with, or in a sentence why it has no other answer. A bug that one article shows
/// costs that article alone.
fn answer(number: usize, annotate: impl FnOnce(&mut Vec<u8>) -> Result<(), Trouble>) -> Answer {
    let mut output = Vec::new();
    let tried = panic::catch_unwind(AssertUnwindSafe(|| annotate(&mut output)));
    let read = match tried.unwrap_or_else(|_| Err(Ok(BUG.to_owned()))) {
        Ok(()) => true,
        Err(error) => {
            output.clear();
            serde_json::to_writer(&mut output, &Refused { line: number, error: error? })?;
            false
        }
    };
    output.push(b'\n');
    Ok((output, read))
}

const BUG: &str = "Galley has a bug that this article shows; please report it with the text";

/// Writes one line's annotations.
fn annotate_line(
    line: &[u8],
    options: &Options,
    names: &OwnNames,
    output: &mut impl Write,
) -> Result<(), Trouble> {
    let line: Line = serde_json::from_slice(line)
        .map_err(|error| Ok(format!("not an object with id and text: {error}")))?;
    let published = line.published.as_deref().map(day).transpose().map_err(Ok)?;
    let is_page = line.html.is_some();
    let article = of_line(line.text, line.html).map_err(Ok)?;
    let document = annotate_with(Article { published, ..article }, names);
    let other = options.format.filter(|format| format.id != "json");
    if let Some(object) = other.and_then(|format| format.programs.line) {
        let object = object(&document, &Wanted::usual(options.all));
        return serde_json::to_writer(output, &with_id(line.id, object)).map_err(|error| Err(error.into()));
    }
    let annotations = export::json::annotations(&document, options.all);
    let text = is_page.then_some(&*document.article.text);
    serde_json::to_writer(output, &Annotated { id: &line.id, text, annotations })
        .map_err(|error| Err(error.into()))
}

/// The object of a format with the line's own id before all else.
fn with_id(id: Value, object: Value) -> Value {
    let mut line = Map::new();
    line.insert("id".to_owned(), id);
    if let Value::Object(object) = object {
        line.extend(object.into_iter().filter(|(key, _)| key != "id"));
    }
    line.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_a_bug_stops_is_answered_like_a_bad_one() {
        let bug = |output: &mut Vec<u8>| {
            output.extend(b"{\"id\":");
            panic!("as a bug would")
        };
        let (line, read) = answer(7, bug).expect("nothing is written to a file");
        assert!(!read);
        let line: serde_json::Value = serde_json::from_slice(&line).expect("it is JSON");
        assert_eq!((&line["line"], &line["error"]), (&7.into(), &BUG.into()));
    }
}
