//! Drafts of other programs, made into a page that is read as any other: Word, OpenDocument, RTF and e-mails.
//!
//! Headings, lists and paragraphs stay what they are. What its author deleted while changes were tracked, comments and
//! notes at the foot are never read as text. Nothing of a file is run or fetched.

mod docx;
mod element;
mod mail;
mod odt;
mod rtf;

use super::annotated::unpack::{Zip, is_zip};

/// What a file is, and its words as a page; nothing where it is of none of these programs, or in a sentence why it
/// cannot be read.
pub fn page(bytes: &[u8]) -> Result<Option<(&'static str, String)>, String> {
    let page = any_page(bytes)?;
    page.map(|(kind, page)| limited(page).map(|page| (kind, page))).transpose()
}

fn any_page(bytes: &[u8]) -> Result<Option<(&'static str, String)>, String> {
    if is_zip(bytes) {
        let mut zip = Zip::open(bytes)?;
        let is_text =
            zip.text("mimetype").ok().flatten().is_some_and(|kind| kind.contains("opendocument.text"));
        return if is_text { odt::page(zip).map(|page| Some(("OpenDocument", page))) } else { Ok(None) };
    }
    if bytes.starts_with(b"{\\rtf") {
        return rtf::page(bytes).map(|page| Some(("RTF", page)));
    }
    Ok(mail::page(bytes)?.map(|page| ("an e-mail", page)))
}

/// The words of a Word file that has no marks of Galley's, as a page.
pub fn word(bytes: &[u8]) -> Result<String, String> {
    limited(docx::page(Zip::open(bytes)?)?)
}

/// The page, unless there was more of it than is taken.
fn limited(page: String) -> Result<String, String> {
    match page.len() < element::LARGEST {
        true => Ok(page),
        false => Err("its text is larger than 10 MB, too much for one article".into()),
    }
}

#[cfg(test)]
mod tests;
