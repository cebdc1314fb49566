//! Clusters of vectors: k-means by cosine, the same on every machine.
//!
//! Additions stand in one fixed order, so that the same rows give the same clusters.

use super::vectors::{Row, WIDTH};

/// How often rows are given to the nearest middle and middles moved to their rows.
const ROUNDS: usize = 25;
/// So many products are added side by side.
const LANES: usize = 20;

/// The cluster of every row. The first middles are rows at even distances.
pub fn cluster(rows: &[Row], count: usize) -> Vec<usize> {
    let mut middles: Vec<Row> = (0..count).map(|at| rows[at * rows.len() / count]).collect();
    let mut homes = Vec::new();
    for _ in 0..ROUNDS {
        homes = nearest(rows, &middles);
        move_middles(rows, &homes, &mut middles);
    }
    homes
}

/// For every row the middle that is nearest, each half of the rows on a core of its own.
fn nearest(rows: &[Row], middles: &[Row]) -> Vec<usize> {
    let find = |rows: &[Row]| rows.iter().map(|row| nearest_middle(row, middles)).collect::<Vec<_>>();
    let (one, other) = rows.split_at(rows.len() / 2);
    std::thread::scope(|scope| {
        let beside = scope.spawn(|| find(one));
        let second = find(other);
        let mut homes = beside.join().unwrap_or_default();
        homes.extend(second);
        homes
    })
}

fn nearest_middle(row: &Row, middles: &[Row]) -> usize {
    let mut best = (f32::MIN, 0);
    for (at, middle) in middles.iter().enumerate() {
        let near = product(row, middle);
        if near > best.0 {
            best = (near, at);
        }
    }
    best.1
}

fn product(one: &Row, other: &Row) -> f32 {
    let mut sums = [0.0; LANES];
    for (one, other) in one.chunks_exact(LANES).zip(other.chunks_exact(LANES)) {
        for lane in 0..LANES {
            sums[lane] += one[lane] * other[lane];
        }
    }
    sums.iter().sum()
}

/// Every middle to the mean of its rows, at length one; a middle without rows stays.
fn move_middles(rows: &[Row], homes: &[usize], middles: &mut [Row]) {
    let mut sums = vec![[0.0f64; WIDTH]; middles.len()];
    for (row, &home) in rows.iter().zip(homes) {
        sums[home].iter_mut().zip(row).for_each(|(sum, &number)| *sum += f64::from(number));
    }
    for (middle, sum) in middles.iter_mut().zip(sums) {
        let length = sum.iter().map(|number| number * number).sum::<f64>().sqrt();
        if length > 1e-6 {
            *middle = std::array::from_fn(|at| (sum[at] / length) as f32);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_point_one_way_are_one_cluster() {
        let row = |way: usize, lean: f32| -> Row {
            std::array::from_fn(|at| {
                if at == way {
                    1.0
                } else if at == 2 {
                    lean
                } else {
                    0.0
                }
            })
        };
        let homes = cluster(&[row(0, 0.1), row(0, 0.2), row(1, 0.1), row(1, -0.1)], 2);
        assert_eq!(homes, [0, 0, 1, 1]);
    }
}
