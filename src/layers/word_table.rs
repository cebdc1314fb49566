//! A table of words, asked once for every token of an article, so made to say no quickly.

/// Words with what each means, in any case of ASCII letters.
///
/// Most tokens are refused by their first, middle and last letter and their length alone.
pub struct WordTable<T, W = &'static str> {
    /// The words, those of one slot side by side.
    words: Vec<(W, T)>,
    /// Where the words of each slot begin; the last is where all end.
    starts: Vec<u16>,
    /// How many bits of a word’s number tell no slot.
    shift: u32,
}

impl<T: Copy, W: AsRef<str>> WordTable<T, W> {
    /// A table of lower-case words. Where a word stands twice, the first holds.
    pub fn new(entries: impl Iterator<Item = (W, T)>) -> Self {
        let mut words: Vec<(W, T)> = entries.collect();
        let slots = (words.len() * 4).next_power_of_two().max(2);
        let shift = 32 - slots.trailing_zeros();
        words.sort_by_cached_key(|(word, _)| slot(word.as_ref().as_bytes(), shift));
        let mut starts = Vec::with_capacity(slots + 1);
        for (at, (word, _)) in words.iter().enumerate() {
            starts.resize(starts.len().max(slot(word.as_ref().as_bytes(), shift) + 1), at as u16);
        }
        starts.resize(slots + 1, words.len() as u16);
        WordTable { words, starts, shift }
    }

    /// What the word means.
    pub fn get(&self, word: &str) -> Option<T> {
        let slot = slot(word.as_bytes(), self.shift);
        let (from, to) = (self.starts[slot], self.starts[slot + 1]);
        let known = self.words[from as usize..to as usize].iter();
        known
            .filter(|(known, _)| known.as_ref().eq_ignore_ascii_case(word))
            .map(|&(_, meaning)| meaning)
            .next()
    }

    /// What the word means; the point of an abbreviation does not count.
    pub fn get_abbreviated(&self, word: &str) -> Option<T> {
        self.get(word.strip_suffix('.').unwrap_or(word))
    }
}

/// The place of a word in the table, the same in capitals.
fn slot(word: &[u8], shift: u32) -> usize {
    let (Some(&first), Some(&last)) = (word.first(), word.last()) else { return 0 };
    let letters = u32::from_le_bytes([first, word[word.len() / 2], last, 0]) | 0x0020_2020;
    (letters ^ (word.len() as u32) << 24).wrapping_mul(0x9e37_79b1) as usize >> shift
}
