//! The second reading, and how sure it is: learned on pages that the first reading has not seen.

use super::check::names_of;
use super::crf::{Crf, Example, Scores};
use super::learn::{Corpus, Features, Learned, cut, one_round};
use super::options::Options;
use super::read::Name;
use super::sources::SOURCES;
use galley::layers::entities::tagger::features;
use galley::layers::entities::tagger::model::{ADDRESS_BITS, STEPS};
use galley::layers::entities::tagger::tags::{KINDS, TAGS, may_follow};

/// Adds the second reading's rows and the table of confidence to what was learned; gives what the
/// first reading alone would be.
pub fn learn(
    corpus: &mut Corpus,
    examples: &[(usize, Example)],
    finished: &Crf,
    options: &Options,
    learned: &mut Learned,
) -> Learned {
    let base = first_readings(corpus, examples, options);
    let features = count(corpus);
    let mut second = second_examples(corpus, &features, base, options);
    let mut crf = Crf::new(features.len(), options.rate * 0.5, 0.0);
    crf.transitions = finished.transitions.clone();
    crf.fixed_steps = true;
    learned.confidence = fit(corpus, &mut crf, &mut second, options);
    let once = Learned {
        shift: learned.shift,
        twice: false,
        transitions: learned.transitions.clone(),
        rows: learned.rows.clone(),
        confidence: learned.confidence.clone(),
    };
    let mut all = second.clone();
    for round in 0..1 {
        one_round(&mut crf, &mut all, round);
    }
    learned.twice = true;
    learned.rows.extend(cut(&crf, &features, options).rows);
    learned.rows.sort_unstable_by_key(|&(address, _)| address);
    learned.rows.dedup_by_key(|&mut (address, _)| address);
    learned.confidence = fit(corpus, &mut crf, &mut second, options);
    once
}

/// Scores of every word by a tagger that has not learned its page; the pages take up the tags.
fn first_readings(corpus: &mut Corpus, examples: &[(usize, Example)], options: &Options) -> Vec<Vec<Scores>> {
    let mut first: Vec<Vec<u8>> = vec![Vec::new(); corpus.pages.len()];
    let mut base: Vec<Vec<Scores>> = vec![Vec::new(); examples.len()];
    for fold in 0..options.folds {
        let mut crf = Crf::new(corpus.features.len(), options.rate, options.decay);
        let train = examples.iter().filter(|(place, _)| place % options.folds != fold);
        let mut train: Vec<Example> = train.map(|(_, example)| example.clone()).collect();
        for round in 0..options.rounds {
            one_round(&mut crf, &mut train, round);
        }
        crf.keep(options.keep, &corpus.features.seen);
        one_round(&mut crf, &mut train, options.rounds);
        for (at, (place, example)) in examples.iter().enumerate().filter(|(_, e)| e.0 % options.folds == fold)
        {
            let (scores, tags) = crf.score(example);
            base[at] = scores;
            first[*place].extend(tags);
        }
    }
    for (prepared, tags) in corpus.pages.iter_mut().zip(first) {
        prepared.page.take_first(tags);
    }
    base
}

fn count(corpus: &Corpus) -> Features {
    let mut counts = vec![0u32; 1 << ADDRESS_BITS];
    for prepared in &corpus.pages {
        for sentence in &prepared.sentences {
            for at in sentence.tokens.clone() {
                features::second(&prepared.page, &sentence.tokens, at, &mut |_, address| {
                    counts[address as usize] += 1;
                });
            }
        }
    }
    Features::from_counts(&counts, 20)
}

fn second_examples(
    corpus: &Corpus,
    features: &Features,
    base: Vec<Vec<Scores>>,
    options: &Options,
) -> Vec<Example> {
    let mut base = base.into_iter();
    let mut examples = Vec::new();
    for (prepared, source) in corpus.pages.iter().zip(&corpus.sources) {
        for sentence in &prepared.sentences {
            let allowed = prepared.allowed[sentence.tokens.clone()].to_vec();
            let base = base.next().unwrap_or_default();
            let mut example = Example { weight: source.1, allowed, base, ..Example::default() };
            for at in sentence.tokens.clone() {
                features::second(&prepared.page, &sentence.tokens, at, &mut |rule, address| {
                    let number = features.number[address as usize];
                    if number != u32::MAX && !options.drop.contains(&rule) {
                        example.features.push(number);
                    }
                });
                example.ends.push(example.features.len() as u32);
            }
            examples.push(example);
        }
    }
    examples
}

/// For each kind and step of margin how many of the names found are right, never falling.
/// Silver labels and pages of our own tell nothing here.
fn fit(corpus: &Corpus, crf: &mut Crf, examples: &mut [Example], options: &Options) -> Vec<u8> {
    let mut counts = vec![[0u32; 2]; KINDS * STEPS];
    let mut at = 0;
    for (page, prepared) in corpus.pages.iter().enumerate() {
        let counted = SOURCES.get(corpus.sources[page].0).is_some_and(|source| source.tells_confidence);
        let sentences = &examples[at..at + prepared.sentences.len()];
        at += prepared.sentences.len();
        if !counted {
            continue;
        }
        for (sentence, example) in prepared.sentences.iter().zip(sentences) {
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
    counts.chunks(STEPS).flat_map(rising).collect()
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
