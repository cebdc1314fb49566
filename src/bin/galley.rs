//! The command line: the same engine, for batch work and for every measurement.

use galley::annotate::annotate_with;
use galley::document::article::Article;
use galley::document::own_names::{BadLine, OwnNames};
use galley::export::{self, Format, Wanted, every_format, json};
use galley::import::annotated::{READERS, Reader, reader};
use lexopt::prelude::*;
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

mod converting;
mod reading;
mod stream;

use reading::Source;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The first lines of help; the table of formats follows.
const HELP: &str = "\
Galley marks who is named, who said what, and when, in a news article.

usage: galley annotate [--from text|html] [--format FORMAT] [--published DATE] [--names FILE]
                       [--corrections FILE] [--links ADDRESS] [--all] [FILE]
       galley annotate --jsonl [--format FORMAT] [--names FILE] [--all] [--jobs N] [FILE]
       galley convert [--from FORMAT] --to FORMAT [--all] [FILE]

  FILE                the article, UTF-8 text, or for convert a file that is annotated already;
                      standard input without it
  --from FORMAT       how the article is written: text (without it) or html; for convert one of
                      the formats that are read, without it what the file looks like
  --format FORMAT     what to write, json without it (see below); formats that are no text go to
                      standard output as they are
  --to FORMAT         the same for convert
  --published DATE    the day of publication, 2025-02-09: \"on Friday\" is counted from it
  --names FILE        your own names, which always win: a line each, \"Ada Quist = PERSON\"
  --corrections FILE  a file of this article in a format that is read: what a person decided in it
                      of names, quotations, speakers and dates is decided so again
  --links ADDRESS     instead of a format links to the page where the article stands: a line for each
                      sentence and quotation, with its link (#:~:text=) and its words
  --all               keep what was found in the page's furniture (links, rankings)
  --jsonl             a stream: one JSON object a line in, one out, in the same order
  --jobs N            so many articles of a stream at once, without it one for each processor
  -h, --help          this text
  -V, --version       the version

A line of the stream is {\"id\": …, \"text\": …, \"published\"?: \"2025-02-09\"}; other keys are
ignored and empty lines skipped. A page's markup goes under \"html\" instead of \"text\": the answer
then has \"text\", the text that was read, to which all positions refer. A bad line gives {\"line\": 7, \"error\": \"…\"} in its place;
the rest goes on, and the exit status is 1. A stream has no --published: each line has its own day; and
its --format is one that has lines. Positions are Unicode code points into the text, end exclusive,
unless a format's consumers count otherwise. What a format cannot carry is told beside the answer, in a
sentence each. Nothing is sent anywhere.

exit status: 0 all went well, 1 a line or file could not be read, 2 the words of the call are off

";

/// More threads than any machine has use for.
const MOST_JOBS: usize = 256;

struct Options {
    from: Option<String>,
    format: Option<&'static Format>,
    published: Option<jiff::civil::Date>,
    names: Option<PathBuf>,
    corrections: Option<PathBuf>,
    links: Option<String>,
    all: bool,
    jsonl: bool,
    jobs: usize,
    file: Option<PathBuf>,
}

fn main() -> ExitCode {
    let outcome = match parse_arguments() {
        Ok(Call::Help) => print(&help()),
        Ok(Call::Version) => print(concat!("galley ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Call::Annotate(source, options)) => run(source, &options),
        Ok(Call::Convert(from, to, options)) => {
            input(&options).and_then(|input| converting::convert(input, from, to, options.all))
        }
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
    Annotate(Source, Options),
    Convert(Option<&'static Reader>, &'static Format, Options),
}

fn parse_arguments() -> Result<Call, lexopt::Error> {
    let mut parser = lexopt::Parser::from_env();
    let mut options = Options {
        from: None,
        format: None,
        published: None,
        names: None,
        corrections: None,
        links: None,
        all: false,
        jsonl: false,
        jobs: thread::available_parallelism().map_or(1, NonZero::get),
        file: None,
    };
    let mut command = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Call::Help),
            Short('V') | Long("version") => return Ok(Call::Version),
            Long("from") => options.from = Some(parser.value()?.string()?),
            Long("format" | "to") => options.format = Some(parser.value()?.parse_with(known_format)?),
            Long("published") => options.published = Some(parser.value()?.parse_with(day)?),
            Long("names") => options.names = Some(parser.value()?.into()),
            Long("corrections") => options.corrections = Some(parser.value()?.into()),
            Long("links") => options.links = Some(parser.value()?.parse_with(page)?),
            Long("all") => options.all = true,
            Long("jsonl") => options.jsonl = true,
            Long("jobs") => options.jobs = parser.value()?.parse::<NonZero<usize>>()?.get().min(MOST_JOBS),
            Value(word) if command.is_none() => command = Some(word.string()?),
            Value(path) if options.file.is_none() => options.file = Some(path.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    match command.as_deref() {
        Some("annotate") => annotating(options),
        Some("convert") => conversion(options),
        Some("help") => Ok(Call::Help),
        Some(other) => Err(format!("no command is called “{other}”; there are: annotate, convert").into()),
        None => Err("say what to do, for instance: galley annotate article.txt".into()),
    }
}

fn annotating(options: Options) -> Result<Call, lexopt::Error> {
    let from = options.from.as_deref().map(Source::named).transpose()?.unwrap_or(Source::Text);
    if options.links.is_some() && (options.jsonl || options.format.is_some()) {
        return Err("links are written instead of a format, of one article: leave out --links, or --format and --jsonl".into());
    }
    if !options.jsonl {
        return Ok(Call::Annotate(from, options));
    }
    if let Some(format) = options.format.filter(|format| format.programs.line.is_none()) {
        let with_lines =
            every_format().filter(|format| format.programs.line.is_some()).map(|format| format.id);
        let with_lines = with_lines.collect::<Vec<_>>().join(", ");
        return Err(format!(
            "“{}” has no line for each article: leave out --jsonl, or take for --format one of {with_lines}",
            format.id
        )
        .into());
    }
    if from == Source::Html {
        return Err("a line of a stream says by its key how it is written, “text” or “html”: leave out --from or --jsonl".into());
    }
    if options.published.is_some() {
        return Err("each line of a stream has its own “published”: leave out --published or --jsonl".into());
    }
    if options.corrections.is_some() {
        return Err("corrections are of one article: leave out --corrections or --jsonl".into());
    }
    Ok(Call::Annotate(from, options))
}

fn conversion(options: Options) -> Result<Call, lexopt::Error> {
    let from = options.from.as_deref().map(known_reader).transpose()?;
    let to =
        options.format.ok_or("say what to convert to, for instance: galley convert --to docx proof.html")?;
    let for_annotate = [
        (options.published.is_some(), "--published"),
        (options.names.is_some(), "--names"),
        (options.corrections.is_some(), "--corrections"),
        (options.links.is_some(), "--links"),
        (options.jsonl, "--jsonl"),
    ];
    match for_annotate.iter().find(|(given, _)| *given) {
        Some((_, word)) => Err(format!("{word} is for annotate: convert marks nothing anew").into()),
        None => Ok(Call::Convert(from, to, options)),
    }
}

fn known_reader(id: &str) -> Result<&'static Reader, String> {
    let known = || READERS.iter().map(|reader| reader.id).collect::<Vec<_>>().join(", ");
    reader(id).ok_or_else(|| format!("no format that is read is called “{id}”; there are: {}", known()))
}

fn known_format(id: &str) -> Result<&'static Format, String> {
    let known = || every_format().map(|format| format.id).collect::<Vec<_>>().join(", ");
    export::format(id).ok_or_else(|| format!("no format is called “{id}”; there are: {}", known()))
}

/// The address of a page; a blank in it would end it.
fn page(address: &str) -> Result<String, String> {
    let is_address = address.starts_with("http://") || address.starts_with("https://");
    match is_address && !address.contains(|c: char| c.is_whitespace() || c.is_control()) {
        true => Ok(address.to_owned()),
        false => {
            Err(format!("“{address}” is no address of a page; write it like https://news.example/story"))
        }
    }
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
    let formats = every_format().map(|f| format!("  {:<19} {}: {}\n", f.id, f.name, f.about));
    let with_lines = every_format().filter(|f| f.programs.line.is_some()).map(|f| f.id);
    let read = READERS.iter().map(|reader| reader.id);
    [
        HELP,
        "formats:\n",
        &formats.collect::<String>(),
        "\nwith --jsonl: ",
        &with_lines.collect::<Vec<_>>().join(", "),
        "\nread by convert: ",
        &read.collect::<Vec<_>>().join(", "),
        "\n",
    ]
    .concat()
}

fn print(text: &str) -> io::Result<bool> {
    io::stdout().write_all(text.as_bytes())?;
    Ok(true)
}

fn input(options: &Options) -> io::Result<Box<dyn Read>> {
    Ok(match &options.file {
        Some(path) => Box::new(File::open(path).map_err(|error| about(path, &error))?),
        None => Box::new(io::stdin()),
    })
}

/// Runs the call; false where a line could not be read.
fn run(source: Source, options: &Options) -> io::Result<bool> {
    let names = options.names.as_deref().map(own_names).transpose()?.unwrap_or_default();
    let input = input(options)?;
    if options.jsonl {
        stream::stream(BufReader::with_capacity(stream::BATCH, input), options, &names)
    } else {
        one(input, source, options, &names)
    }
}

fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn one(mut input: impl Read, source: Source, options: &Options, names: &OwnNames) -> io::Result<bool> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let article = source.read(bytes)?;
    let article = Article { published: options.published, ..article };
    let mut document = annotate_with(article, names);
    if let Some(path) = &options.corrections {
        document = converting::corrected(&document, path, names)?;
    }
    if let Some(address) = &options.links {
        let links = export::links::links(&document, address, &Wanted::usual(options.all));
        return print(&links);
    }
    converting::write(&document, options.format.unwrap_or(&json::FORMAT), options.all)
}
