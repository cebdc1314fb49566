//! A file, opened once: what it is decides who may read it.

use super::room;
use super::unpack::{Zip, is_zip};
use serde::de::IgnoredAny;
use serde_json::{Deserializer, Value};

/// A file as the readers take it.
pub enum File<'b> {
    /// The first value of a JSON file, and how many lines stand behind it.
    Json(Value, usize),
    /// Several files in one.
    Zip(Zip<'b>),
    /// A page.
    Page(&'b str),
    /// Something else.
    Other,
}

impl<'b> File<'b> {
    /// Opens a file; in a sentence why it cannot.
    pub fn open(bytes: &'b [u8]) -> Result<Self, String> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        if bytes.is_empty() {
            return Err("this file is empty".into());
        }
        if is_zip(bytes) {
            return Zip::open(bytes).map(File::Zip);
        }
        if bytes.starts_with(b"{") || bytes.starts_with(b"[") {
            return json(bytes).map(|(value, further)| File::Json(value, further));
        }
        const PAGE: &[u8] = b"<!doctype html";
        if bytes.get(..PAGE.len()).is_none_or(|head| !head.eq_ignore_ascii_case(PAGE)) {
            return Ok(File::Other);
        }
        let page = std::str::from_utf8(bytes);
        page.map(File::Page).map_err(|_| "this page is not in UTF-8: it is no proof of Galley’s".into())
    }
}

/// How deep values may stand in one another; `serde_json` refuses what is deeper than 128.
const DEEPEST: u8 = 128;

/// The first value of JSON, and how many lines that are not empty stand behind it.
pub fn json(bytes: &[u8]) -> Result<(Value, usize), String> {
    let mut reader = Deserializer::from_slice(bytes);
    let value = room::value(&mut reader, DEEPEST);
    let value = value.map_err(|error| match error.is_data() {
        true => room::TOO_MANY.to_owned(),
        false => format!("this is not valid JSON: {error}"),
    })?;
    let rest = &bytes[reader.into_iter::<IgnoredAny>().byte_offset()..];
    let further = rest.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    Ok((value, further))
}
