//! How words, names and values are compared.

use super::seen::Span;

/// A name without its article, its possessive and the shape of its marks, in lower case.
pub fn plain(name: &str) -> String {
    let shape = |c: char| match c {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' => '"',
        '–' | '—' | '‑' => '-',
        c => c,
    };
    let name: String = name.chars().map(shape).collect::<String>().to_lowercase();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_matches(|c: char| " \"'.,;:!?()[]".contains(c));
    let name = ["the ", "a ", "an "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    name.strip_suffix("'s").or_else(|| name.strip_suffix('\'')).unwrap_or(name).to_owned()
}

/// Everywhere the words stand as whole words.
pub fn places(text: &str, words: &str) -> Vec<Span> {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let (front, back) = (is_word(words.chars().next()), is_word(words.chars().next_back()));
    let whole = |&(at, _): &(usize, &str)| {
        let cut_before = front && is_word(text[..at].chars().next_back());
        let cut_behind = back && is_word(text[at + words.len()..].chars().next());
        !cut_before && !cut_behind
    };
    text.match_indices(words).filter(whole).map(|(at, _)| at..at + words.len()).collect()
}

pub fn overlap(one: &Span, two: &Span) -> bool {
    one.start < two.end && two.start < one.end
}

/// Words before what is said that do not count.
const LEADS: &[&str] =
    &["that", "to", "of", "about", "on", "for", "against", "if", "whether", "by", "as", "how", "why"];

/// The words of a range, a leading "that" or "to" left out.
fn words(text: &str, span: &Span) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    for (i, c) in text[span.clone()].char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let (start, end) = (span.start + i, span.start + i + c.len_utf8());
        match words.last_mut() {
            Some(word) if word.end == start => word.end = end,
            _ => words.push(start..end),
        }
    }
    let leads = |word: &&Span| LEADS.contains(&text[(*word).clone()].to_lowercase().as_str());
    let skipped = words.iter().take_while(leads).count().min(words.len().saturating_sub(1));
    words.split_off(skipped)
}

/// Whether so many in a hundred of the letters of each lie in the other.
pub fn letters_agree(text: &str, one: &Span, two: &Span, share: usize) -> bool {
    let (a, b) = (words(text, one), words(text, two));
    let count = |words: &[Span]| words.iter().map(|w| w.len()).sum::<usize>();
    let shared = |x: &Span, y: &Span| x.end.min(y.end).saturating_sub(x.start.max(y.start));
    let both: usize = a.iter().flat_map(|x| b.iter().map(move |y| shared(x, y))).sum();
    both > 0 && both * 100 >= share * count(&a) && both * 100 >= share * count(&b)
}

/// Just these words, "the" in front and ’s behind aside.
pub fn is_mention(text: &str, mark: &Span, wanted: &[Span]) -> bool {
    let words = &text[mark.clone()];
    let articles = ["the ", "The ", "THE ", "a ", "an ", "A ", "An "];
    let lead =
        articles.iter().find(|article| words.starts_with(**article)).map_or(0, |article| article.len());
    let tails = ["'s", "’s", "'S", "’S", "'", "’"];
    let tail = tails.iter().find(|tail| words.ends_with(**tail)).map_or(0, |tail| tail.len());
    let starts = [mark.start, mark.start + lead];
    let ends = [mark.end, mark.end - tail];
    wanted.iter().any(|w| starts.contains(&w.start) && ends.contains(&w.end))
}

/// Prepositions before a time.
const BEFORE_TIMES: &[&str] = &[
    "on", "in", "at", "by", "from", "until", "till", "since", "the", "of", "during", "before", "after",
    "for", "to", "around", "about",
];

/// A time without the prepositions in front.
pub fn core(text: &str, mut span: Span) -> Span {
    loop {
        let words = &text[span.clone()];
        let word = words.trim_start_matches([' ', ',']);
        let letters: String = word.chars().take_while(|c| c.is_alphanumeric()).collect();
        let rest = &word[letters.len()..];
        let after = rest.trim_start_matches([' ', ',']);
        if !BEFORE_TIMES.contains(&letters.to_lowercase().as_str()) || after.is_empty() || after == rest {
            break;
        }
        span.start = span.end - after.len();
    }
    span.end = span.start + text[span.clone()].trim_end_matches([' ', ',', '.', ';', ':']).len();
    span
}

/// Whether a value is one of these; "*" and "?" in them stand for anything.
pub fn like(value: Option<&str>, patterns: &[String]) -> bool {
    value.is_some_and(|value| patterns.iter().any(|pattern| fits(value.as_bytes(), pattern.as_bytes())))
}

fn fits(value: &[u8], pattern: &[u8]) -> bool {
    match (pattern.first(), value.first()) {
        (None, None) => true,
        (Some(b'*'), _) => fits(value, &pattern[1..]) || !value.is_empty() && fits(&value[1..], pattern),
        (Some(b'?'), Some(_)) => fits(&value[1..], &pattern[1..]),
        (Some(p), Some(v)) => p == v && fits(&value[1..], &pattern[1..]),
        _ => false,
    }
}
