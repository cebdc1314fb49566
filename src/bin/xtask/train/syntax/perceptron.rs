//! Averaged perceptrons: weights that move by one when a choice was wrong, and count by how long they stood.

/// How many addresses there are.
const ADDRESSES: usize = 1 << galley::layers::syntax::table::ADDRESS_BITS;

/// What a weight is worth grows with how often its feature is seen, to this power.
const WORTH: f64 = 0.5;

/// Counts of features, from which those that are worth a row are taken.
pub struct Counts(Vec<u32>);

impl Counts {
    pub fn new() -> Self {
        Counts(vec![0; ADDRESSES])
    }

    pub fn add(&mut self, address: u32) {
        self.0[address as usize] += 1;
    }
}

/// Weights of `N` choices for each feature.
pub struct Perceptron<const N: usize> {
    /// The row of each address; `u32::MAX` where it has none.
    number: Vec<u32>,
    addresses: Vec<u32>,
    rows: Vec<[f32; N]>,
    totals: Vec<[f64; N]>,
    /// When each row was last brought up to now.
    since: Vec<u32>,
    now: u32,
    /// How often each feature was seen.
    seen: Vec<u32>,
    /// Which choices of each row may have a weight, as bits.
    open: Vec<u32>,
}

impl<const N: usize> Perceptron<N> {
    /// With rows for the features seen at least so often.
    pub fn new(counts: &Counts, least: u32) -> Self {
        let mut number = vec![u32::MAX; ADDRESSES];
        let (mut addresses, mut seen) = (Vec::new(), Vec::new());
        for (address, &count) in counts.0.iter().enumerate().filter(|(_, count)| **count >= least) {
            number[address] = addresses.len() as u32;
            addresses.push(address as u32);
            seen.push(count);
        }
        let rows = addresses.len();
        Perceptron {
            number,
            addresses,
            rows: vec![[0.0; N]; rows],
            totals: vec![[0.0; N]; rows],
            since: vec![0; rows],
            now: 0,
            seen,
            open: vec![u32::MAX; rows],
        }
    }

    /// Begins anew with only so many weights: those that counted most.
    pub fn keep(&mut self, weights: usize) {
        self.settle_all();
        let worth =
            |row: usize, at: usize| self.totals[row][at].abs() * f64::from(self.seen[row]).powf(WORTH);
        let mut all: Vec<f64> = Vec::with_capacity(self.rows.len() * N);
        for row in 0..self.rows.len() {
            all.extend((0..N).map(|at| worth(row, at)));
        }
        all.sort_by(|a, b| b.total_cmp(a));
        let floor = all.get(weights).copied().unwrap_or(0.0);
        let open = |row: usize| (0..N).fold(0, |open, at| open | u32::from(worth(row, at) > floor) << at);
        self.open = (0..self.rows.len()).map(open).collect();
        for number in &mut self.number {
            if *number != u32::MAX && self.open[*number as usize] == 0 {
                *number = u32::MAX;
            }
        }
        self.rows.fill([0.0; N]);
        self.totals.fill([0.0; N]);
        self.since.fill(0);
        self.now = 0;
    }

    fn settle_all(&mut self) {
        for row in 0..self.rows.len() {
            self.settle(row);
        }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Keeps the row of an address, where it has one.
    pub fn push(&self, address: u32, found: &mut Vec<u32>) {
        let number = self.number[address as usize];
        if number != u32::MAX {
            found.push(number);
        }
    }

    pub fn scores(&self, features: &[u32]) -> [f32; N] {
        let mut scores = [0.0; N];
        for &row in features {
            for (score, weight) in scores.iter_mut().zip(&self.rows[row as usize]) {
                *score += weight;
            }
        }
        scores
    }

    /// One choice has been made.
    pub fn tick(&mut self) {
        self.now += 1;
    }

    /// `right` should have been chosen, not `wrong`.
    pub fn learn(&mut self, features: &[u32], right: usize, wrong: usize) {
        for &row in features {
            let row = row as usize;
            self.settle(row);
            let open = |choice: usize| (self.open[row] >> choice & 1) as f32;
            let (up, down) = (open(right), open(wrong));
            self.rows[row][right] += up;
            self.rows[row][wrong] -= down;
        }
    }

    fn settle(&mut self, row: usize) {
        let stood = f64::from(self.now - self.since[row]);
        for (total, &weight) in self.totals[row].iter_mut().zip(&self.rows[row]) {
            *total += stood * f64::from(weight);
        }
        self.since[row] = self.now;
    }

    /// The mean weights, `scale` times, as whole numbers.
    pub fn cut(&mut self, scale: f64) -> Vec<(u32, [i8; N])> {
        self.settle_all();
        let now = f64::from(self.now.max(1));
        let whole = |total: f64| (total / now * scale).round().clamp(-127.0, 127.0) as i8;
        let row = |row: usize| (self.addresses[row], std::array::from_fn(|at| whole(self.totals[row][at])));
        (0..self.rows.len()).map(row).filter(|(_, row)| row.iter().any(|&weight| weight != 0)).collect()
    }
}
