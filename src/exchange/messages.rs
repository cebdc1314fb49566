//! What is asked and answered, and how it is sent.

use crate::document::article::Article;
use crate::kept;
use crate::protocol::encode;
use crate::review::Corrections;
use crate::view::index::Filter;
use crate::view::{LayerSet, MarkId};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What the page asks. `D` is a document: the page lends it, the worker has its own.
#[derive(Serialize, Deserialize)]
pub enum Ask<D> {
    /// Which formats are there, and what would each leave out?
    Formats(D, Shown),
    /// Write the format of this id. How the words look follows.
    Write(String, D, Shown),
    /// What article is in the file that follows?
    Read,
    /// What did a person decide in the file that follows, where this is what Galley reads in its text?
    Decide(D),
    /// Make a link of the bytes that follow ([`to_share`]) to the page with this address; to one mark, where it is given.
    Pack(String, Option<At>),
    /// What does this link hold?
    Unpack(String),
}

/// What the screen shows of a document.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Shown {
    /// The marks, and whether furniture has any.
    pub filter: Filter,
    /// The layers.
    pub layers: LayerSet,
}

/// A mark, and the byte of the text where it begins: what is read otherwise some day is not taken for it.
pub type At = (MarkId, u32);

/// What the worker says.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// It is loaded; with its version.
    Ready(String),
    /// The list of formats, as HTML.
    Formats(String),
    /// A file with this ending and media type; its bytes follow.
    File(String, String),
    /// The article of a file, what the file is, and what of it was left out, a sentence each.
    Article(Article, String, Vec<String>),
    /// The words of another program's file as a page, and what the file is.
    Page(String, String),
    /// The file is in no format that is read.
    Unknown,
    /// What a person decided in a file, and how many of its marks that does not tell.
    Decided(Corrections, u32),
    /// A link, where it is not too long to be given out, and what is to be known before it is.
    Link(Option<String>, String),
    /// What a link holds, the same in words, and the mark that it leads to.
    Linked(Article, Corrections, String, Option<At>),
    /// Why there is nothing, in a sentence.
    Refused(String),
}

/// How the fragment of a link to an article begins.
pub const LINK: &str = "galley=";

/// A message with the bytes that follow it.
pub fn message<T: Serialize>(head: &T, bytes: &[u8]) -> Vec<u8> {
    let mut message = encode(head);
    message.extend_from_slice(bytes);
    message
}

/// A message and the bytes that follow it; foreign or cut ones give none.
pub fn read<T: DeserializeOwned>(message: &[u8]) -> Option<(T, &[u8])> {
    postcard::take_from_bytes(message).ok()
}

/// An article with what was decided about it, to make a link of.
pub fn to_share(article: &Article, corrections: &Corrections) -> Vec<u8> {
    let whole = kept::article_bytes(article);
    let decisions = kept::decisions_bytes(&article.text, corrections);
    [&(whole.len() as u32).to_le_bytes(), &whole[..], &decisions].concat()
}
