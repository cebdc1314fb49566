//! Putting lists in order by whole numbers.

use super::TextRange;

/// What a list is ordered by: the first numbers, where they are equal the second, then the third.
pub type Rank = (u32, u32, u32);

/// Puts a list in order; what ranks equal stays as it is.
///
/// Every kind of list is put in order by one and the same sort, of numbers: a sort for each kind
/// would make the page a tenth larger.
pub fn put_in_order<T>(list: &mut Vec<T>, rank: impl Fn(&T) -> Rank) {
    let mut order: Vec<(Rank, u32)> = list.iter().zip(0..).map(|(item, at)| (rank(item), at)).collect();
    order.sort_unstable();
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|(_, at)| items[at as usize].take()));
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
    fn ranges_stand_in_text_order() {
        let range = |&(start, end): &(usize, usize)| TextRange::new(start, end);
        let mut ranges: Vec<TextRange> = [(5, 9), (2, 8), (2, 4)].iter().map(range).collect();
        put_in_order(&mut ranges, |&range| by_place(range));
        assert_eq!(ranges, [(2, 4), (2, 8), (5, 9)].iter().map(range).collect::<Vec<_>>());
    }
}
