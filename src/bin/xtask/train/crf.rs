//! A linear-chain conditional random field, trained by adaptive gradient steps.
//!
//! One pass in a fixed order over fixed examples, in plain 32-bit arithmetic: the same bytes each
//! time, on every machine. Where a word's tag is not known, every allowed tag counts.

use super::exact::{exp, ln};
use galley::layers::entities::tagger::tags::{TAGS, may_follow};

pub type Scores = [f32; TAGS];

/// A sentence: features of each word, and the tags each may have.
#[derive(Clone, Default)]
pub struct Example {
    /// Where the features of each word end.
    pub ends: Vec<u32>,
    /// Numbers of features, word after word.
    pub features: Vec<u32>,
    pub allowed: Vec<u32>,
    pub weight: f32,
    /// Scores each word has beforehand; none where empty.
    pub base: Vec<Scores>,
}

impl Example {
    fn of(&self, at: usize) -> &[u32] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.features[start..self.ends[at] as usize]
    }
}

#[derive(Clone, Copy)]
pub struct Cell {
    pub weights: Scores,
    pub squares: Scores,
}

const EMPTY: Cell = Cell { weights: [0.0; TAGS], squares: [0.0; TAGS] };

pub struct Crf {
    pub rows: Vec<Cell>,
    pub transitions: Vec<Cell>,
    pub rate: f32,
    pub decay: f32,
    /// Once cut: the weights of each row that may be other than zero, as bits.
    pub support: Vec<u32>,
    /// Steps from tag to tag are not learned any more.
    pub fixed_steps: bool,
    lattice: Lattice,
}

#[derive(Default)]
struct Lattice {
    scores: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    scale: Vec<f32>,
    steps: Vec<(u8, u8)>,
    /// exp of each step's weight
    step: Vec<f32>,
    state: Vec<Scores>,
    steps_taken: Vec<f32>,
}

impl Crf {
    pub fn new(features: usize, rate: f32, decay: f32) -> Self {
        let mut lattice = Lattice::default();
        for before in 0..TAGS {
            for next in (0..TAGS).filter(|&next| may_follow(before, next)) {
                lattice.steps.push((before as u8, next as u8));
            }
        }
        Crf {
            rows: vec![EMPTY; features],
            transitions: vec![EMPTY; TAGS],
            rate,
            decay,
            support: Vec::new(),
            fixed_steps: false,
            lattice,
        }
    }

    /// One step on one sentence; gives its loss.
    pub fn learn(&mut self, example: &Example) -> f32 {
        let count = example.ends.len();
        if count == 0 {
            return 0.0;
        }
        let lattice = &mut self.lattice;
        lattice.scores.clear();
        for at in 0..count {
            let mut scores = example.base.get(at).copied().unwrap_or([0f32; TAGS]);
            for &feature in example.of(at) {
                let row = &self.rows[feature as usize].weights;
                for tag in 0..TAGS {
                    scores[tag] += row[tag];
                }
            }
            lattice.scores.push(scores);
        }
        lattice.weigh(&self.transitions);
        let (all, mut wanted) = (lattice.sum(|_| u32::MAX), Vec::new());
        if !all.is_finite() {
            return 0.0;
        }
        let model_state = std::mem::take(&mut lattice.state);
        let model_steps = std::mem::take(&mut lattice.steps_taken);
        let certain = example.allowed.iter().all(|mask| mask.count_ones() == 1);
        let loss = if certain {
            for &mask in &example.allowed {
                let mut state = [0f32; TAGS];
                state[mask.trailing_zeros() as usize] = 1.0;
                wanted.push(state);
            }
            let mut steps = vec![0f32; lattice.steps.len()];
            for pair in example.allowed.windows(2) {
                let key = (pair[0].trailing_zeros() as u8, pair[1].trailing_zeros() as u8);
                if let Some(place) = lattice.steps.iter().position(|&step| step == key) {
                    steps[place] += 1.0;
                }
            }
            lattice.steps_taken = steps;
            all
        } else {
            let part = lattice.sum(|at| example.allowed[at]);
            if !part.is_finite() {
                return 0.0;
            }
            wanted = std::mem::take(&mut lattice.state);
            all - part
        };
        for at in 0..count {
            let mut gradient = [0f32; TAGS];
            let mut most = 0f32;
            for tag in 0..TAGS {
                gradient[tag] = example.weight * (wanted[at][tag] - model_state[at][tag]).clamp(-1.0, 1.0);
                most = most.max(gradient[tag].abs());
            }
            if most < 0.002 || gradient.iter().any(|g| !g.is_finite()) {
                continue;
            }
            for &feature in example.of(at) {
                let kept = self.support.get(feature as usize).copied().unwrap_or(u32::MAX);
                if kept == u32::MAX {
                    step(&mut self.rows[feature as usize], &gradient, self.rate, self.decay);
                } else if kept != 0 {
                    let part =
                        std::array::from_fn(|tag| if kept & (1 << tag) != 0 { gradient[tag] } else { 0.0 });
                    step(&mut self.rows[feature as usize], &part, self.rate, self.decay);
                }
            }
        }
        if self.fixed_steps {
            return loss;
        }
        let mut gradients = [[0f32; TAGS]; TAGS];
        for (place, &(before, next)) in self.lattice.steps.iter().enumerate() {
            let difference = self.lattice.steps_taken[place] - model_steps[place];
            if difference.is_finite() {
                gradients[usize::from(before)][usize::from(next)] = example.weight * difference;
            }
        }
        for (cell, gradient) in self.transitions.iter_mut().zip(&gradients) {
            step(cell, gradient, self.rate, 0.0);
        }
        loss
    }

    /// Keeps the `count` weights that matter most and sets the others to zero for good. A weight
    /// matters by its size and by how often its feature is seen.
    pub fn keep(&mut self, count: usize, seen: &[u32]) {
        let matter = |place: usize, tag: usize| {
            self.rows[place].weights[tag].abs() * (1.0 + seen[place] as f32).sqrt().sqrt()
        };
        let places = 0..self.rows.len();
        let mut all: Vec<f32> =
            places.clone().flat_map(|p| (0..TAGS).map(move |t| (p, t))).map(|(p, t)| matter(p, t)).collect();
        let at = all.len().saturating_sub(count).min(all.len() - 1);
        let (_, &mut least, _) = all.select_nth_unstable_by(at, f32::total_cmp);
        self.support = places
            .map(|p| (0..TAGS).filter(|&t| matter(p, t) >= least).fold(0, |mask, t| mask | 1 << t))
            .collect();
        for (row, &kept) in self.rows.iter_mut().zip(&self.support) {
            for tag in (0..TAGS).filter(|tag| kept & (1 << tag) == 0) {
                row.weights[tag] = 0.0;
            }
        }
    }

    /// The scores of every word of a sentence, and its best tags.
    pub fn score(&mut self, example: &Example) -> (Vec<Scores>, Vec<u8>) {
        let tags = self.read(example).0;
        (self.lattice.scores.clone(), tags)
    }

    /// The best tags, and the probability of each word's tag.
    pub fn read(&mut self, example: &Example) -> (Vec<u8>, Vec<Scores>) {
        let lattice = &mut self.lattice;
        lattice.scores.clear();
        for at in 0..example.ends.len() {
            let mut scores = example.base.get(at).copied().unwrap_or([0f32; TAGS]);
            for &feature in example.of(at) {
                let row = &self.rows[feature as usize].weights;
                for tag in 0..TAGS {
                    scores[tag] += row[tag];
                }
            }
            lattice.scores.push(scores);
        }
        lattice.weigh(&self.transitions);
        lattice.sum(|_| u32::MAX);
        let state = std::mem::take(&mut lattice.state);
        (lattice.best(&self.transitions), state)
    }
}

fn step(cell: &mut Cell, gradient: &Scores, rate: f32, decay: f32) {
    for tag in 0..TAGS {
        let g = gradient[tag] - decay * cell.weights[tag];
        cell.squares[tag] += g * g;
        cell.weights[tag] += rate * g / (1e-2 + cell.squares[tag]).sqrt();
    }
}

impl Lattice {
    fn weigh(&mut self, transitions: &[Cell]) {
        self.step.clear();
        for &(before, next) in &self.steps {
            self.step.push(exp(transitions[usize::from(before)].weights[usize::from(next)]));
        }
    }

    /// Sums over all allowed sequences; leaves each word's and each step's share. Gives the log of the sum.
    fn sum(&mut self, allowed: impl Fn(usize) -> u32) -> f32 {
        let count = self.scores.len();
        let mut log = 0f32;
        self.forward.clear();
        self.scale.clear();
        let mut here: Vec<Scores> = Vec::with_capacity(count);
        for at in 0..count {
            let most = self.scores[at].iter().copied().fold(f32::MIN, f32::max);
            let mask = allowed(at);
            let mut e = [0f32; TAGS];
            for tag in 0..TAGS {
                if mask & (1 << tag) != 0 {
                    // Never nothing: an unlikely tag may still be the only one that fits.
                    e[tag] = exp(self.scores[at][tag] - most).max(1e-25);
                }
            }
            log += most;
            here.push(e);
        }
        for at in 0..count {
            let mut reached = [0f32; TAGS];
            if at == 0 {
                for tag in (0..TAGS).filter(|&tag| may_follow(0, tag)) {
                    reached[tag] = 1.0;
                }
            } else {
                let last = &self.forward[at - 1];
                for (&(before, next), &weight) in self.steps.iter().zip(&self.step) {
                    reached[usize::from(next)] += last[usize::from(before)] * weight;
                }
            }
            let mut total = 0f32;
            for tag in 0..TAGS {
                reached[tag] *= here[at][tag];
                if at + 1 == count && !may_follow(tag, 0) {
                    reached[tag] = 0.0;
                }
                total += reached[tag];
            }
            if total < 1e-30 {
                // No reading is likely enough to be counted: the caller passes the sentence over.
                total = f32::NAN;
            }
            for value in &mut reached {
                *value /= total;
            }
            log += ln(total);
            self.forward.push(reached);
            self.scale.push(total);
        }
        self.backward.clear();
        self.backward.resize(count, [1f32; TAGS]);
        self.steps_taken = vec![0f32; self.steps.len()];
        self.state = vec![[0f32; TAGS]; count];
        for at in (0..count).rev() {
            for tag in 0..TAGS {
                self.state[at][tag] = self.forward[at][tag] * self.backward[at][tag];
            }
            if at == 0 {
                break;
            }
            let mut ahead = [0f32; TAGS];
            for tag in 0..TAGS {
                ahead[tag] = self.backward[at][tag] * here[at][tag] / self.scale[at];
            }
            let mut back = [0f32; TAGS];
            let last = &self.forward[at - 1];
            for (place, &(before, next)) in self.steps.iter().enumerate() {
                let value = self.step[place] * ahead[usize::from(next)];
                back[usize::from(before)] += value;
                self.steps_taken[place] += last[usize::from(before)] * value;
            }
            self.backward[at - 1] = back;
        }
        log
    }

    fn best(&self, transitions: &[Cell]) -> Vec<u8> {
        let count = self.scores.len();
        let mut from: Vec<[u8; TAGS]> = Vec::with_capacity(count);
        let mut last = [f32::MIN / 4.0; TAGS];
        for at in 0..count {
            let mut reached = [f32::MIN / 4.0; TAGS];
            let mut origin = [0u8; TAGS];
            if at == 0 {
                for tag in (0..TAGS).filter(|&tag| may_follow(0, tag)) {
                    reached[tag] = 0.0;
                }
            } else {
                for &(before, next) in &self.steps {
                    let (b, n) = (usize::from(before), usize::from(next));
                    let score = last[b] + transitions[b].weights[n];
                    if score > reached[n] {
                        (reached[n], origin[n]) = (score, before);
                    }
                }
            }
            for tag in 0..TAGS {
                reached[tag] += self.scores[at][tag];
            }
            last = reached;
            from.push(origin);
        }
        let mut best = (0..TAGS)
            .filter(|&tag| may_follow(tag, 0))
            .max_by(|&one, &other| last[one].total_cmp(&last[other]))
            .unwrap_or(0);
        let mut tags = vec![0u8; count];
        for at in (0..count).rev() {
            tags[at] = best as u8;
            best = usize::from(from[at][best]);
        }
        tags
    }
}
