//! How sure the tagger is: the share of right names by margin, on pages it has not learned.

use super::check::names_of;
use super::crf::{Crf, Example, Scores};
use super::learn::{Corpus, one_round};
use super::options::Options;
use super::read::Name;
use super::sources::SOURCES;
use galley::layers::entities::tagger::model::STEPS;
use galley::layers::entities::tagger::tags::{KINDS, TAGS, may_follow};

/// Right names, and all.
type Counts = [[u32; 2]; KINDS * STEPS];

/// For each kind and step of margin how many in 250 of the names found are right, never falling.
///
/// The pages are dealt into folds; each is read by a tagger that has learned the others.
pub fn learn(corpus: &Corpus, examples: &[(usize, Example)], options: &Options) -> Vec<u8> {
    let mut counts: Counts = [[0; 2]; KINDS * STEPS];
    for fold in 0..options.folds {
        let mut crf = Crf::new(corpus.features.len(), options.rate, options.decay);
        let train = examples.iter().filter(|(place, _)| corpus.origins[*place] % options.folds != fold);
        let mut train: Vec<Example> = train.map(|(_, example)| example.clone()).collect();
        for round in 0..options.rounds {
            one_round(&mut crf, &mut train, round);
        }
        crf.keep(options.keep, &corpus.features.seen);
        one_round(&mut crf, &mut train, options.rounds);
        read_fold(corpus, examples, fold, options, &mut crf, &mut counts);
    }
    counts.chunks(STEPS).flat_map(rising).collect()
}

/// Counts what a tagger finds on the pages of one fold. Silver labels and pages of our own tell
/// nothing here.
fn read_fold(
    corpus: &Corpus,
    examples: &[(usize, Example)],
    fold: usize,
    options: &Options,
    crf: &mut Crf,
    counts: &mut Counts,
) {
    let mut examples = examples.iter();
    for (page, prepared) in corpus.pages.iter().enumerate() {
        let source = SOURCES.get(corpus.sources[page].0);
        let counted = page % options.folds == fold && source.is_some_and(|source| source.tells_confidence);
        for (sentence, (_, example)) in prepared.sentences.iter().zip(examples.by_ref()) {
            if !counted {
                continue;
            }
            let (scores, tags) = crf.score(example);
            let margins = margins(&scores, crf, &tags);
            let tokens = &prepared.tokens[sentence.tokens.clone()];
            for Name { start, end, kind } in names_of(&tags, tokens) {
                let first = tokens.partition_point(|token| token.start() < start);
                let last = tokens.partition_point(|token| token.start() < end);
                let margin = margins[first..last].iter().copied().fold(f32::MAX, f32::min);
                let step = ((margin * f32::from(1u16 << options.shift)) as i32 >> (options.shift - 1)).max(0)
                    as usize;
                let exact = corpus.articles[page].names.contains(&Name { start, end, kind });
                let entry = &mut counts[kind * STEPS + step.min(STEPS - 1)];
                entry[0] += u32::from(exact);
                entry[1] += 1;
            }
        }
    }
}

/// Pools neighbours until the share of right names never falls with the margin.
fn rising(counts: &[[u32; 2]]) -> Vec<u8> {
    let mut blocks: Vec<([u32; 2], usize)> = Vec::new();
    for &count in counts {
        blocks.push((count, 1));
        while let [.., (before, _), (last, _)] = blocks[..]
            && (before[0] + 1) * (last[1] + 2) > (last[0] + 1) * (before[1] + 2)
        {
            let (last, width) = blocks.pop().unwrap_or_default();
            if let Some(block) = blocks.last_mut() {
                block.0 = [block.0[0] + last[0], block.0[1] + last[1]];
                block.1 += width;
            }
        }
    }
    let share = |[right, all]: [u32; 2]| ((right + 1) * 250 / (all + 2)) as u8;
    blocks.iter().flat_map(|&(count, width)| vec![share(count); width]).collect()
}

/// How far each word's tag is ahead of any other, by the best whole readings.
fn margins(scores: &[Scores], crf: &Crf, tags: &[u8]) -> Vec<f32> {
    const NEVER: f32 = -1e9;
    let step = |before: usize, next: usize| {
        if may_follow(before, next) { crf.transitions[before].weights[next] } else { NEVER }
    };
    let count = scores.len();
    let mut forward = vec![[NEVER; TAGS]; count];
    let mut backward = vec![[NEVER; TAGS]; count];
    for at in 0..count {
        for next in 0..TAGS {
            let best = match at {
                0 => {
                    if may_follow(0, next) {
                        0.0
                    } else {
                        NEVER
                    }
                }
                _ => (0..TAGS).map(|b| forward[at - 1][b] + step(b, next)).fold(NEVER, f32::max),
            };
            forward[at][next] = best + scores[at][next];
        }
    }
    for at in (0..count).rev() {
        for before in 0..TAGS {
            backward[at][before] = if at + 1 == count {
                if may_follow(before, 0) { 0.0 } else { NEVER }
            } else {
                let ahead = |next: usize| step(before, next) + scores[at + 1][next] + backward[at + 1][next];
                (0..TAGS).map(ahead).fold(NEVER, f32::max)
            };
        }
    }
    let margin = |at: usize| {
        let total = |tag: usize| forward[at][tag] + backward[at][tag];
        let own = usize::from(tags[at]);
        total(own) - (0..TAGS).filter(|&tag| tag != own).map(total).fold(NEVER, f32::max)
    };
    (0..count).map(margin).collect()
}
