//! Links that carry an article: packed, and written in letters that an address may have; and, where one leads to a mark,
//! which and where it begins.
//!
//! ```text
//! https://…/#galley=TY5BDoIwEEX3nKK…       the article
//! https://…/#galley=TY5BDoIwEEX3nKK….q3-412  its fourth quotation, at byte 412
//! ```
//!
//! A link may come from anybody, so nothing of it is believed: what it unpacks to is limited, and every place that it
//! names must lie in its text.

use super::messages::{At, LINK};
use crate::document::article::Article;
use crate::import::LIMIT;
use crate::kept::{self, Read};
use crate::review::Corrections;
use crate::view::MarkId;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::io::Read as _;

/// The digits of a link, six bits each.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The longest link that is given out, in characters: longer ones are cut by mail programs and chats.
pub const LONGEST: usize = 32 * 1024;

/// What a link may unpack to, in bytes: an article with as much again of hints and decisions.
const LARGEST: usize = 2 * LIMIT;

const DAMAGED: &str =
    "This link is damaged: part of it may have been cut off on its way. Ask for it again, or for the file.";

/// The bytes of [`super::messages::to_share`] as a link to a page that opens them.
pub fn to(page: &str, bytes: &[u8], at: Option<At>) -> String {
    let mut link = [page, "#", LINK, &pack(bytes)].concat();
    if let Some((mark, start)) = at {
        link.extend([".", &mark.key(), "-", &start.to_string()]);
    }
    link
}

/// What a link's end holds, and the mark that it leads to. What names no mark leads to none: the article is there.
pub fn read(end: &str) -> Result<(Article, Corrections, Option<At>), &'static str> {
    let (packed, mark) = end.split_once('.').unwrap_or((end, ""));
    let at =
        mark.split_once('-').and_then(|(key, start)| Some((MarkId::from_key(key)?, start.parse().ok()?)));
    let (article, corrections) = unpack(packed)?;
    Ok((article, corrections, at))
}

/// Bytes as digits.
fn pack(bytes: &[u8]) -> String {
    let mut packed = Vec::new();
    // Memory can always be read.
    let _ = DeflateEncoder::new(bytes, Compression::best()).read_to_end(&mut packed);
    let mut out = String::with_capacity(packed.len() * 4 / 3 + 4);
    for three in packed.chunks(3) {
        let bits = three.iter().chain([&0, &0]).take(3).fold(0, |bits, &byte| bits << 8 | usize::from(byte));
        out.extend((0..=three.len()).map(|at| DIGITS[bits >> (18 - 6 * at) & 63] as char));
    }
    out
}

/// The article of a link and what was decided about it, or why there is none.
fn unpack(link: &str) -> Result<(Article, Corrections), &'static str> {
    let mut bytes = Vec::new();
    let packed = digits(link).ok_or(DAMAGED)?;
    let limit = LARGEST as u64 + 1;
    DeflateDecoder::new(&packed[..]).take(limit).read_to_end(&mut bytes).map_err(|_| DAMAGED)?;
    if bytes.len() > LARGEST {
        return Err("This link holds more than 10 MB, too much for one article.");
    }
    let (length, rest) = bytes.split_first_chunk().ok_or(DAMAGED)?;
    let (article, decisions) = rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or(DAMAGED)?;
    let Read::Whole(article) = whole(kept::read_article(article.to_vec()))? else { return Err(DAMAGED) };
    let Read::Whole(corrections) = whole(kept::read_decisions(decisions, &article.text))? else {
        return Err(DAMAGED);
    };
    if article.text.trim().is_empty() || article.text.len() > LIMIT || !article.is_sound() {
        return Err(DAMAGED);
    }
    Ok((article, corrections))
}

fn whole<T>(read: Read<T>) -> Result<Read<T>, &'static str> {
    match read {
        Read::Newer(_) => {
            Err("This link was made by a newer Galley. Reload the page, then open the link again.")
        }
        read => Ok(read),
    }
}

fn digits(link: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(link.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for digit in link.bytes() {
        let value = DIGITS.iter().position(|&known| known == digit)?;
        (bits, held) = (bits << 6 | value as u32, held + 6);
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::to_share;
    use crate::review::Correction;
    use crate::view::sample;

    fn shared() -> (Article, Corrections, String) {
        let document = sample::document();
        let mut corrections = Corrections::default();
        corrections.decide(Correction::speaker(&document, 2, None).expect("there is such a quotation"));
        let link = pack(&to_share(&document.article, &corrections));
        (document.article, corrections, link)
    }

    #[test]
    fn what_a_link_carries_comes_back() {
        let (article, corrections, link) = shared();
        assert!(link.bytes().all(|letter| DIGITS.contains(&letter)));
        assert_eq!(unpack(&link), Ok((article, corrections)));
    }

    #[test]
    fn a_link_leads_to_a_mark() {
        let (article, corrections, link) = shared();
        let bytes = to_share(&article, &corrections);
        for at in [(MarkId::Quote(3), 412), (MarkId::Dateline, 0)] {
            let link = to("https://news.example/desk/", &bytes, Some(at));
            let end = link.strip_prefix("https://news.example/desk/#galley=").expect("it begins so");
            assert_eq!(read(end), Ok((article.clone(), corrections.clone(), Some(at))));
        }
        for mark in ["", ".", ".q3", ".q3-", ".x1-2", ".é-1", ".q3-4-5", ".q3-99999999999"] {
            let read = read(&[&link, mark].concat());
            assert_eq!(read, Ok((article.clone(), corrections.clone(), None)), "{mark}");
        }
    }

    #[test]
    fn links_that_were_cut_or_made_up_give_a_sentence() {
        let (_, _, link) = shared();
        for end in 0..link.len() {
            assert!(unpack(&link[..end]).is_err(), "{end}");
        }
        for link in ["%", "AAAA", "é", "____", "_____________"] {
            assert_eq!(unpack(link), Err(DAMAGED), "{link}");
        }
    }

    #[test]
    fn a_link_that_unpacks_to_too_much_is_refused() {
        let bomb = pack(&vec![b' '; LARGEST + 10]);
        assert!(bomb.len() < 100_000 && unpack(&bomb).expect_err("it is too large").contains("10 MB"));
    }

    #[test]
    fn places_outside_its_text_are_refused() {
        let (mut article, corrections, _) = shared();
        article.text.truncate(40);
        let part = crate::document::part::Part::Caption;
        article.choices.set_part(crate::text::TextRange::new(30, 90), Some(part));
        assert_eq!(unpack(&pack(&to_share(&article, &corrections))), Err(DAMAGED));
    }
}
