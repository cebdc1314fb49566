//! A table of words, asked once for every token of an article, so made to say no quickly.

/// Words of ASCII letters with what each means, in any case.
///
/// Most tokens are refused by their first letter and length alone.
pub struct WordTable<T> {
    words: Vec<Vec<(&'static str, T)>>,
    lengths: [u32; 26],
}

impl<T: Copy> WordTable<T> {
    /// A table of lower-case words. Where a word stands twice, the first holds.
    pub fn new(entries: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut table = WordTable { words: (0..26).map(|_| Vec::new()).collect(), lengths: [0; 26] };
        for (word, meaning) in entries {
            let Some(letter) = letter(word.as_bytes()) else { continue };
            table.words[letter].push((word, meaning));
            table.lengths[letter] |= 1 << word.len().min(31);
        }
        table
    }

    /// What the word means; the point of an abbreviation does not count.
    pub fn get(&self, word: &str) -> Option<T> {
        let word = word.as_bytes();
        let word = word.strip_suffix(b".").unwrap_or(word);
        let letter = letter(word)?;
        if self.lengths[letter] & (1 << word.len().min(31)) == 0 {
            return None;
        }
        let known = self.words[letter].iter();
        known
            .filter(|(known, _)| known.as_bytes().eq_ignore_ascii_case(word))
            .map(|&(_, meaning)| meaning)
            .next()
    }
}

fn letter(word: &[u8]) -> Option<usize> {
    let first = word.first()?.to_ascii_lowercase();
    first.is_ascii_lowercase().then(|| (first - b'a') as usize)
}
