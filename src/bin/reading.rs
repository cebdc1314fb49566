//! How the command line reads an article.

use galley::document::article::Article;
use galley::import::{Imported, Refusal, decode, html};
use std::io;

/// How an article is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// As it stands.
    Text,
    /// As a page.
    Html,
}

impl Source {
    /// The one of this name.
    pub fn named(name: &str) -> Result<Self, String> {
        match name {
            "text" => Ok(Source::Text),
            "html" => Ok(Source::Html),
            _ => Err(format!("no article is written in “{name}”; there are: text, html")),
        }
    }

    /// Reads an article.
    pub fn read(self, bytes: Vec<u8>) -> io::Result<Article> {
        match self {
            Source::Text => Ok(Article::plain(utf8(bytes)?)),
            Source::Html => page(&bytes),
        }
    }
}

fn utf8(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        io::Error::new(io::ErrorKind::InvalidData, format!("this is not UTF-8 text (byte {at})"))
    })
}

/// Reads a page; what was done to read it is told beside the answer.
fn page(bytes: &[u8]) -> io::Result<Article> {
    let refused = |refusal: Refusal| io::Error::new(io::ErrorKind::InvalidData, refusal.sentence());
    let (html, letters) = match decode(bytes) {
        Err(Refusal::Empty) => Default::default(),
        decoded => decoded.map_err(refused)?,
    };
    let imported = Imported { letters, ..html::read(&html) };
    imported.notes().iter().for_each(|note| eprintln!("galley: {note}"));
    Ok(imported.article)
}

/// The article of a line that has one of the two, or in a sentence why there is none.
pub fn of_line(text: Option<String>, page: Option<String>) -> Result<Article, String> {
    match (text, page) {
        (Some(text), None) => Ok(Article::plain(text)),
        (None, Some(page)) => Ok(html::read(&page).article),
        (Some(_), Some(_)) => Err("this line has both “text” and “html”: leave one out".to_owned()),
        (None, None) => Err("not an object with id and text: missing field `text`".to_owned()),
    }
}
