//! Fits what each feature of a line is worth as the headline: one choice among the lines of each page, learned by
//! going down the slope of its logarithm.

use super::FOLDS;
use galley::layers::structure::span::{FEATURES, feature};
use std::fmt::Write as _;

const TABLE: &str = "src/resources/title.tsv";
const HEAD: &str = "# What each sign of a line and of its neighbours is worth for it as the headline: kind of text, sign, number.\n\
    # Found by `cargo xtask span`, see CARD.md.\n";

/// One page: its lines, and which of them are the headline.
pub struct Choice {
    pub lines: Vec<(Vec<usize>, bool)>,
    pub fold: usize,
}

/// Fits both kinds and writes the table.
pub fn write(kinds: &[(&str, Vec<Choice>)]) -> Result<(), String> {
    let mut table = String::from(HEAD);
    for (kind, choices) in kinds {
        let right = |weights: &[i32], choice: &&Choice| {
            let worth = |line: &(Vec<usize>, bool)| line.0.iter().map(|&at| weights[at]).sum::<i32>();
            let best = choice.lines.iter().rev().max_by_key(|line| worth(line));
            best.is_some_and(|line| line.1)
        };
        let fold_of = |choice: &Choice| choice.fold % FOLDS;
        let mut crossed = 0;
        for fold in 0..FOLDS {
            let others: Vec<&Choice> = choices.iter().filter(|choice| fold_of(choice) != fold).collect();
            let weights = learn(&others);
            crossed +=
                choices.iter().filter(|choice| fold_of(choice) == fold && right(&weights, choice)).count();
        }
        let weights = learn(&choices.iter().collect::<Vec<_>>());
        let plain = choices.iter().filter(|choice| right(&weights, choice)).count();
        println!("{kind}: headline right on {plain} of {}; cross-validated {crossed}", choices.len());
        for (at, worth) in weights.iter().enumerate().filter(|(_, worth)| **worth != 0) {
            let _ = writeln!(table, "{kind}\t{}\t{worth}", feature(at));
        }
    }
    std::fs::write(TABLE, table).map_err(|error| format!("{TABLE}: {error}"))
}

const ROUNDS: usize = 1500;
const STEP: f64 = 1.0;
/// Weights are drawn to nothing: few pages must not decide much.
const DECAY: f64 = 0.008;
const SCALE: f64 = 20.0;

fn learn(choices: &[&Choice]) -> Vec<i32> {
    let told: Vec<&&Choice> =
        choices.iter().filter(|choice| choice.lines.iter().any(|line| line.1)).collect();
    let mut weights = vec![0.0; FEATURES];
    for _ in 0..ROUNDS {
        let mut slope = vec![0.0; FEATURES];
        for choice in &told {
            let sums: Vec<f64> =
                choice.lines.iter().map(|line| line.0.iter().map(|&at| weights[at]).sum::<f64>()).collect();
            let top = sums.iter().copied().fold(f64::MIN, f64::max);
            let shares: Vec<f64> = sums.iter().map(|sum| (sum - top).exp()).collect();
            let all: f64 = shares.iter().sum();
            let own: f64 =
                shares.iter().zip(&choice.lines).filter(|(_, line)| line.1).map(|(share, _)| share).sum();
            for (share, line) in shares.iter().zip(&choice.lines) {
                let by = if line.1 { share / own } else { 0.0 } - share / all;
                line.0.iter().for_each(|&at| slope[at] += by);
            }
        }
        for (weight, slope) in weights.iter_mut().zip(&slope) {
            *weight += STEP * (slope / told.len() as f64 - DECAY * *weight);
        }
    }
    weights.iter().map(|weight| (weight * SCALE).round() as i32).collect()
}
