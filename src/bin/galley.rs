//! The command line: the same engine, for batch work and for every measurement.

use galley::annotate::annotate_with;
use galley::document::article::Article;
use galley::document::own_names::{BadLine, OwnNames};
use galley::export::{self, FORMATS, Format, Wanted, every_format, html};
use lexopt::prelude::*;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::num::NonZero;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

mod reading;

use reading::{Source, of_line};

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The first lines of help; the table of formats follows.
const HELP: &str = "\
Galley marks who is named, who said what, and when, in a news article.

usage: galley annotate [--from FORMAT] [--format FORMAT] [--published DATE] [--names FILE] [--all] [FILE]
       galley annotate --jsonl [--names FILE] [--all] [--jobs N] [FILE]

  FILE              the article, UTF-8 text; standard input without it
  --from FORMAT     how the article is written: text (without it) or html
  --format FORMAT   what to write, json without it (see below)
  --published DATE  the day of publication, 2025-02-09: \"on Friday\" is counted from it
  --names FILE      your own names, which always win: a line each, \"Ada Quist = PERSON\"
  --all             keep what was found in the page's furniture (links, rankings)
  --jsonl           a stream: one JSON object a line in, one out, in the same order
  --jobs N          so many articles of a stream at once, without it one for each processor
  -h, --help        this text
  -V, --version     the version

A line of the stream is {\"id\": …, \"text\": …, \"published\"?: \"2025-02-09\"}; other keys are
ignored and empty lines skipped. A page's markup goes under \"html\" instead of \"text\": the answer
then has \"text\", the text that was read, to which all positions refer. A bad line gives {\"line\": 7, \"error\": \"…\"} in its place;
the rest goes on, and the exit status is 1. A stream has no --format and no --published: it is
always written as JSON, and each line has its own day. Positions are Unicode code points into the text,
end exclusive. Nothing is sent anywhere.

exit status: 0 all went well, 1 a line or file could not be read, 2 the words of the call are off

formats:
";

/// More threads than any machine has use for.
const MOST_JOBS: usize = 256;

/// A stream is read in batches of the whole lines that have come, up to so many bytes.
const BATCH: usize = 4 << 20;

struct Options {
    from: Source,
    format: Option<&'static Format>,
    published: Option<jiff::civil::Date>,
    names: Option<PathBuf>,
    all: bool,
    jsonl: bool,
    jobs: usize,
    file: Option<PathBuf>,
}

fn main() -> ExitCode {
    let outcome = match parse_arguments() {
        Ok(Call::Help) => print(&help()),
        Ok(Call::Version) => print(concat!("galley ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Call::Annotate(options)) => run(&options),
        Err(error) => {
            eprintln!("galley: {error}\ntry: galley --help");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("galley: {error}");
            ExitCode::FAILURE
        }
    }
}

enum Call {
    Help,
    Version,
    Annotate(Options),
}

fn parse_arguments() -> Result<Call, lexopt::Error> {
    let mut parser = lexopt::Parser::from_env();
    let jobs = thread::available_parallelism().map_or(1, NonZero::get);
    let from = Source::Text;
    let (all, jsonl) = (false, false);
    let mut options =
        Options { from, format: None, published: None, names: None, all, jsonl, jobs, file: None };
    let mut command = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Call::Help),
            Short('V') | Long("version") => return Ok(Call::Version),
            Long("from") => options.from = parser.value()?.parse_with(Source::named)?,
            Long("format") => options.format = Some(parser.value()?.parse_with(known_format)?),
            Long("published") => options.published = Some(parser.value()?.parse_with(day)?),
            Long("names") => options.names = Some(parser.value()?.into()),
            Long("all") => options.all = true,
            Long("jsonl") => options.jsonl = true,
            Long("jobs") => options.jobs = parser.value()?.parse::<NonZero<usize>>()?.get().min(MOST_JOBS),
            Value(word) if command.is_none() => command = Some(word.string()?),
            Value(path) if options.file.is_none() => options.file = Some(path.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    if options.jsonl && options.format.is_some() {
        return Err("a stream is always written as JSON: leave out --format or --jsonl".into());
    }
    if options.jsonl && options.from == Source::Html {
        return Err("a line of a stream says by its key how it is written, “text” or “html”: leave out --from or --jsonl".into());
    }
    if options.jsonl && options.published.is_some() {
        return Err("each line of a stream has its own “published”: leave out --published or --jsonl".into());
    }
    match command.as_deref() {
        Some("annotate") => Ok(Call::Annotate(options)),
        Some("help") => Ok(Call::Help),
        Some(other) => Err(format!("no command is called “{other}”; there is: annotate").into()),
        None => Err("say what to do, for instance: galley annotate article.txt".into()),
    }
}

fn known_format(id: &str) -> Result<&'static Format, String> {
    let known = || every_format().map(|format| format.id).collect::<Vec<_>>().join(", ");
    export::format(id).ok_or_else(|| format!("no format is called “{id}”; there are: {}", known()))
}

fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| format!("“{text}” is no day; write it like 2025-02-09"))
}

/// Reads a list of names. A line that cannot be read is told of, and the rest counts.
fn own_names(path: &Path) -> io::Result<OwnNames> {
    let text = std::fs::read_to_string(path).map_err(|error| about(path, &error))?;
    let (names, bad) = OwnNames::parse(&text);
    for BadLine { line, trouble } in bad {
        eprintln!("galley: {}, line {line}: {trouble}", path.display());
    }
    Ok(names)
}

fn help() -> String {
    let formats = every_format().map(|f| format!("  {:<8} {}: {}\n", f.id, f.name, f.about));
    HELP.to_owned() + &formats.collect::<String>()
}

fn print(text: &str) -> io::Result<bool> {
    io::stdout().write_all(text.as_bytes())?;
    Ok(true)
}

/// Runs the call; false where a line could not be read.
fn run(options: &Options) -> io::Result<bool> {
    let names = options.names.as_deref().map(own_names).transpose()?.unwrap_or_default();
    let input: Box<dyn Read> = match &options.file {
        Some(path) => Box::new(File::open(path).map_err(|error| about(path, &error))?),
        None => Box::new(io::stdin()),
    };
    if options.jsonl {
        stream(BufReader::with_capacity(BATCH, input), options, &names)
    } else {
        one(input, options, &names)
    }
}

fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn one(mut input: impl Read, options: &Options, names: &OwnNames) -> io::Result<bool> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let article = options.from.read(bytes)?;
    let article = Article { published: options.published, ..article };
    let document = annotate_with(article, names);
    let wanted = Wanted { style: html::PROOF_STYLE, ..Wanted::usual(options.all) };
    let format = options.format.unwrap_or(&FORMATS[0]);
    for loss in (format.programs.losses)(&document, &wanted) {
        eprintln!("galley: {loss}");
    }
    io::stdout().write_all(&format.bytes(&document, &wanted))?;
    Ok(true)
}

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
fn stream(mut input: BufReader<impl Read>, options: &Options, names: &OwnNames) -> io::Result<bool> {
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
            (*number, answer(*number, |output| annotate_line(line, options.all, names, output)))
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
fn annotate_line(line: &[u8], all: bool, names: &OwnNames, output: &mut impl Write) -> Result<(), Trouble> {
    let line: Line = serde_json::from_slice(line)
        .map_err(|error| Ok(format!("not an object with id and text: {error}")))?;
    let published = line.published.as_deref().map(day).transpose().map_err(Ok)?;
    let is_page = line.html.is_some();
    let article = of_line(line.text, line.html).map_err(Ok)?;
    let document = annotate_with(Article { published, ..article }, names);
    let annotations = export::json::annotations(&document, all);
    let text = is_page.then_some(&*document.article.text);
    serde_json::to_writer(output, &Annotated { id: &line.id, text, annotations })
        .map_err(|error| Err(error.into()))
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
