//! Files that are annotated already, read back into a document: one file a format, listed once in [`READERS`].
//!
//! What a format cannot tell, or tells of what Galley has no marks for, is left out and said in a sentence. A file that
//! cannot be read gives one sentence and nothing else: sizes, depths and counts are limited before anything is kept, and
//! nothing of a file is ever run, fetched or written to a path that it names.

mod brat;
mod doccano;
mod docx;
mod file;
mod html;
mod json;
mod label_studio;
mod marked;
mod positions;
mod room;
mod spacy;
mod taken;
mod uima;
pub(super) mod unpack;
mod value;
mod w3c;
pub(super) mod xml;

use super::LARGEST;
use crate::standoff::{Built, build};
use file::File;
use marked::{Marked, left_out};
use serde_json::Value;
use unpack::Zip;

pub use room::value as bounded_value;

/// A format that is read.
pub struct Reader {
    /// The word after `--from`.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// How it is known and read.
    form: Form,
}

/// What a format is made of.
enum Form {
    /// JSON: whether a value looks like it, and its reader.
    Json(fn(&Value) -> bool, fn(&Value) -> Result<Marked, String>),
    /// A zip: what people call it, how the name of a file in it ends, and its reader.
    Zip(&'static str, &'static str, fn(Zip<'_>) -> Result<Marked, String>),
    /// A page.
    Page(fn(&str) -> Result<Marked, String>),
}

/// Every format that is read. Of those that a file looks like the first is taken.
pub const READERS: &[Reader] = &[
    Reader { id: "json", name: "Galley JSON", form: Form::Json(json::is, json::read) },
    Reader { id: "html", name: "an HTML proof", form: Form::Page(html::read) },
    Reader { id: "w3c", name: "Web Annotations", form: Form::Json(w3c::is, w3c::read) },
    Reader { id: "uima", name: "UIMA CAS", form: Form::Json(uima::is, uima::read) },
    Reader {
        id: "label-studio",
        name: "Label Studio",
        form: Form::Json(label_studio::is, label_studio::read),
    },
    Reader { id: "spacy", name: "spaCy", form: Form::Json(spacy::is, spacy::read) },
    Reader { id: "doccano", name: "doccano", form: Form::Json(doccano::is, doccano::read) },
    Reader { id: "docx", name: "Word", form: Form::Zip("a .docx file", docx::DOCUMENT, docx::read) },
    Reader { id: "brat", name: "brat", form: Form::Zip(brat::ZIP, brat::ENDING, brat::read) },
];

/// The most marks and links that are read of one file.
const MOST: usize = 2_000_000;

/// The most lines of the text, each of which may be a paragraph.
const MOST_LINES: usize = 500_000;

/// The reader of that id.
pub fn reader(id: &str) -> Option<&'static Reader> {
    READERS.iter().find(|reader| reader.id == id)
}

/// Reads a file, by this reader or by the one of what it looks like; in a sentence why it cannot.
pub fn read(bytes: &[u8], from: Option<&'static Reader>) -> Result<Built, String> {
    Ok(open(bytes, from)?.ok_or(UNKNOWN)?.1)
}

/// The same, with the reader; nothing where the file looks like no format that is read.
pub fn open(bytes: &[u8], from: Option<&'static Reader>) -> Result<Option<(&'static Reader, Built)>, String> {
    if bytes.len() > LARGEST {
        return Err(format!("that file is larger than {} MB, too much for one article", LARGEST >> 20));
    }
    let file = File::open(bytes)?;
    let known = || READERS.iter().find(|reader| reader.knows(&file));
    let Some(reader) = from.or_else(known) else { return Ok(None) };
    Ok(Some((reader, built(reader.take(file)?)?)))
}

/// Reads a value as Galley's own JSON, which no file holds.
pub fn of_json(value: &Value) -> Result<Built, String> {
    if !json::is(value) {
        return Err("this is no Galley JSON: it has no “galley” or no “text”".into());
    }
    built(json::read(value)?)
}

/// The document of what a file marks.
fn built(Marked { standoff, mut losses }: Marked) -> Result<Built, String> {
    if standoff.text.len() > super::LIMIT {
        return Err("its text is larger than 10 MB, too much for one article".into());
    }
    if standoff.text.bytes().filter(|&byte| byte == b'\n').count() > MOST_LINES {
        return Err("it has more lines than any article: over half a million".into());
    }
    if standoff.spans.len() + standoff.links.len() > MOST {
        return Err("it has more marks than any article: over two million".into());
    }
    let Built { document, losses: further } = build(standoff);
    losses.extend(further);
    Ok(Built { document, losses })
}

const UNKNOWN: &str = "this file is in none of the formats that are read; say which with --from, or mark it as an \
    article: galley annotate";

impl Reader {
    /// Whether a file looks like its format.
    fn knows(&self, file: &File) -> bool {
        match (&self.form, file) {
            (Form::Json(is, _), File::Json(value, _)) => is(value),
            (Form::Zip(_, ending, _), File::Zip(zip)) => zip.names().any(|name| name.ends_with(ending)),
            (Form::Page(_), File::Page(_)) => true,
            _ => false,
        }
    }

    fn take(&self, file: File) -> Result<Marked, String> {
        let what = match (&self.form, file) {
            (Form::Json(_, read), File::Json(value, further)) => {
                let mut marked = read(&value)?;
                let lines = ["further line of this file", "further lines of this file"];
                left_out(&mut marked.losses, further, lines);
                return Ok(marked);
            }
            (Form::Zip(_, _, read), File::Zip(zip)) => return read(zip),
            (Form::Page(read), File::Page(page)) => return read(page),
            (Form::Json(..), _) => "JSON",
            (Form::Zip(what, ..), _) => what,
            (Form::Page(_), _) => "a page",
        };
        Err(format!("{} is read from {what}, which this file is not", self.name))
    }
}

#[cfg(test)]
mod tests;
