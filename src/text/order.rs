//! Putting lists in order by whole numbers, and gathering by keys.

use super::range::TextRange;
use std::collections::BTreeMap;

/// What a list is ordered by: the first numbers, where they are equal the second, then the third.
pub type Rank = (u32, u32, u32);

/// Puts a list in order; what ranks equal stays as it is.
///
/// Every kind of list is put in order by one and the same sort, of numbers: a sort for each kind
/// would make the page a tenth larger.
pub fn put_in_order<T>(list: &mut Vec<T>, rank: impl Fn(&T) -> Rank) {
    let mut order: Vec<(Rank, u32)> = list.iter().zip(0..).map(|(item, at)| (rank(item), at)).collect();
    sort(&mut order);
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|(_, at)| items[at as usize].take()));
}

/// Puts numbers in order: runs that are in order are merged two by two, until one is left. The standard library's way
/// is faster and ten times as long.
fn sort(order: &mut Vec<(Rank, u32)>) {
    let mut width = 1;
    while width < order.len() && !order.is_sorted() {
        let mut merged = Vec::with_capacity(order.len());
        for two in order.chunks(2 * width) {
            let (mut one, mut other) = two.split_at(width.min(two.len()));
            while let (Some(a), Some(b)) = (one.first(), other.first()) {
                let next = if a <= b { &mut one } else { &mut other };
                merged.push(next[0]);
                *next = &next[1..];
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(other);
        }
        *order = merged;
        width *= 2;
    }
}

/// Gathers things by a key, of one type for every list as the sort is.
pub struct Groups<T> {
    numbers: Numbers,
    groups: Vec<T>,
}

/// The number of each key, in the order in which they came.
#[derive(Default)]
struct Numbers(BTreeMap<String, usize>);

impl Numbers {
    fn of(&mut self, key: String) -> usize {
        let next = self.0.len();
        *self.0.entry(key).or_insert(next)
    }

    fn by_key(self) -> Vec<usize> {
        self.0.into_values().collect()
    }
}

impl<T> Groups<T> {
    /// None yet.
    pub fn new() -> Self {
        Groups { numbers: Numbers::default(), groups: Vec::new() }
    }

    /// The group of a key; begun by `new` where there is none.
    pub fn of(&mut self, key: String, new: impl FnOnce() -> T) -> &mut T {
        let number = self.numbers.of(key);
        if number == self.groups.len() {
            self.groups.push(new());
        }
        &mut self.groups[number]
    }

    /// All of them, in the order in which they came.
    pub fn as_they_came(self) -> Vec<T> {
        self.groups
    }

    /// All of them, in the order of their keys.
    pub fn by_key(self) -> Vec<T> {
        let mut groups: Vec<Option<T>> = self.groups.into_iter().map(Some).collect();
        self.numbers.by_key().into_iter().filter_map(|number| groups[number].take()).collect()
    }
}

/// The rank of a range in text order: what begins first, the shorter before the longer.
pub fn by_place(range: TextRange) -> Rank {
    (range.start() as u32, range.end() as u32, 0)
}

/// The greater the number, the lower its rank.
pub fn most_first(number: usize) -> u32 {
    !(number.min(u32::MAX as usize) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ranks_equal_stays_in_its_order() {
        let mut words = vec!["late", "five", "a", "no", "so", ""];
        put_in_order(&mut words, |word| (word.len() as u32, 0, 0));
        assert_eq!(words, ["", "a", "no", "so", "late", "five"]);
        put_in_order(&mut words, |word| (most_first(word.len()), 0, 0));
        assert_eq!(words, ["late", "five", "no", "so", "a", ""]);
    }

    #[test]
    fn groups_stand_as_they_came_or_by_key() {
        let gather = || {
            let mut groups: Groups<Vec<u8>> = Groups::new();
            for (key, item) in [("b", 1), ("a", 2), ("b", 3)] {
                groups.of(key.into(), Vec::new).push(item);
            }
            groups
        };
        assert_eq!(gather().as_they_came(), [vec![1, 3], vec![2]]);
        assert_eq!(gather().by_key(), [vec![2], vec![1, 3]]);
    }

    #[test]
    fn ranges_stand_in_text_order() {
        let range = |&(start, end): &(usize, usize)| TextRange::new(start, end);
        let mut ranges: Vec<TextRange> = [(5, 9), (2, 8), (2, 4)].iter().map(range).collect();
        put_in_order(&mut ranges, |&range| by_place(range));
        assert_eq!(ranges, [(2, 4), (2, 8), (5, 9)].iter().map(range).collect::<Vec<_>>());
    }
}
