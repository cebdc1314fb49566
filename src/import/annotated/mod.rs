//! Files that are annotated already, read back into a document: one file a format, listed once in [`READERS`].
//!
//! What a format cannot tell, or tells of what Galley has no marks for, is left out and said in a sentence. A file that
//! cannot be read gives one sentence and nothing else: sizes, depths and counts are limited before anything is kept, and
//! nothing of a file is ever run, fetched or written to a path that it names.

mod brat;
mod doccano;
mod docx;
mod html;
mod json;
mod label_studio;
mod positions;
mod spacy;
mod uima;
mod unpack;
mod w3c;

use crate::standoff::{Built, Standoff, build};
use serde_json::Value;

/// A format that is read.
pub struct Reader {
    /// The word after `--from`.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// Whether a file looks like it.
    is: fn(bytes: &[u8]) -> bool,
    /// Reads it.
    read: fn(bytes: &[u8]) -> Result<Marked, String>,
}

/// Text with marks, and what of a file was left out, a sentence each.
struct Marked {
    standoff: Standoff,
    losses: Vec<String>,
}

/// Every format that is read. Of those that a file looks like the first is taken.
pub const READERS: &[Reader] = &[
    Reader { id: "json", name: "Galley JSON", is: json::is, read: json::read },
    Reader { id: "html", name: "HTML proof", is: html::is, read: html::read },
    Reader { id: "w3c", name: "Web Annotations", is: w3c::is, read: w3c::read },
    Reader { id: "uima", name: "UIMA CAS", is: uima::is, read: uima::read },
    Reader { id: "label-studio", name: "Label Studio", is: label_studio::is, read: label_studio::read },
    Reader { id: "spacy", name: "spaCy", is: spacy::is, read: spacy::read },
    Reader { id: "doccano", name: "doccano", is: doccano::is, read: doccano::read },
    Reader { id: "docx", name: "Word", is: docx::is, read: docx::read },
    Reader { id: "brat", name: "brat", is: brat::is, read: brat::read },
];

/// The largest file that is read, in bytes: the marks of a long article weigh several times what it does.
pub const LARGEST: usize = 4 * super::LIMIT;

/// The most marks and links that are read of one file.
const MOST: usize = 2_000_000;

/// The reader of that id.
pub fn reader(id: &str) -> Option<&'static Reader> {
    READERS.iter().find(|reader| reader.id == id)
}

/// The reader of a file by what stands in it.
pub fn guess(bytes: &[u8]) -> Option<&'static Reader> {
    READERS.iter().find(|reader| (reader.is)(bytes))
}

impl Reader {
    /// Reads a file; in a sentence why it cannot.
    pub fn read(&self, bytes: &[u8]) -> Result<Built, String> {
        if bytes.len() > LARGEST {
            return Err([
                "that file is larger than ",
                &(LARGEST >> 20).to_string(),
                " MB, too much for one article",
            ]
            .concat());
        }
        let Marked { standoff, mut losses } = (self.read)(bytes)?;
        if standoff.text.len() > super::LIMIT {
            return Err("its text is larger than 10 MB, too much for one article".into());
        }
        if standoff.spans.len() + standoff.links.len() > MOST {
            return Err("it has more marks than any article: over two million".into());
        }
        let built = build(standoff);
        losses.extend(built.losses);
        Ok(Built { document: built.document, losses })
    }
}

/// The most values that a JSON file may hold, which each take many times the room of their letters.
const MOST_VALUES: usize = 3_000_000;

/// A file's JSON. `serde_json` refuses what is nested deeper than 128.
fn parsed(bytes: &[u8]) -> Result<Value, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count() > MOST_VALUES {
        return Err("it holds more values than any article has marks".into());
    }
    serde_json::from_slice(bytes).map_err(|error| format!("this is not valid JSON: {error}"))
}

/// Whether a file begins as JSON does and holds these words.
fn begins(bytes: &[u8], open: u8, words: &[&str]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| bytes.first() == Some(&open)) else {
        return false;
    };
    words.iter().all(|word| text.contains(word))
}

/// A string under a key.
fn text_at<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str()
}

/// The list under a key; empty where there is none.
fn list_at<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A sentence about so many things that were left out.
fn left_out(losses: &mut Vec<String>, count: usize, [one, many]: [&str; 2]) {
    match count {
        0 => {}
        1 => losses.push(["1 ", one, " was left out."].concat()),
        count => losses.push([&count.to_string(), " ", many, " were left out."].concat()),
    }
}

/// What is said of labels that Galley has no marks for.
const FOREIGN: [&str; 2] =
    ["mark of a kind that Galley does not have", "marks of kinds that Galley does not have"];
/// What is said of positions outside the text.
const OUTSIDE: [&str; 2] = ["mark that lies outside the text", "marks that lie outside the text"];

#[cfg(test)]
mod tests;
