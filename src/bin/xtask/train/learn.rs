//! The training itself: pages to examples, folds for the first reading, the final model, its cut.

use super::crf::{Crf, Example};
use super::options::Options;
use super::read::{Labelled, Prepared, prepare, read_source};
use super::sources::SOURCES;
use galley::layers::entities::tagger::features;
use galley::layers::entities::tagger::model::{ADDRESS_BITS, Model, Row};
use galley::layers::entities::tagger::page::Page;
use galley::layers::entities::tagger::tags::TAGS;
use galley::sentences::Sentence;

/// Everything to learn from.
pub struct Corpus {
    pub articles: Vec<Labelled>,
    pub pages: Vec<Prepared>,
    /// Which source each page is from, and what it counts.
    pub sources: Vec<(usize, f32)>,
    pub features: Features,
}

/// What training leaves: whole numbers, sorted by address.
pub struct Learned {
    pub shift: u8,
    pub transitions: Vec<Row>,
    pub rows: Vec<(u32, Row)>,
}

/// Numbers for the addresses that occur often enough.
#[derive(Default)]
pub struct Features {
    number: Vec<u32>,
    addresses: Vec<u32>,
    seen: Vec<u32>,
}

impl Features {
    pub fn len(&self) -> usize {
        self.addresses.len()
    }

    fn from_counts(counts: &[u32], least: u32) -> Self {
        let mut features =
            Features { number: vec![u32::MAX; counts.len()], addresses: Vec::new(), seen: Vec::new() };
        for (address, _) in counts.iter().enumerate().filter(|(_, count)| **count >= least) {
            features.number[address] = features.addresses.len() as u32;
            features.addresses.push(address as u32);
            features.seen.push(counts[address]);
        }
        features
    }

    /// A sentence as an example.
    pub fn example(
        &self,
        page: &Page,
        sentence: &Sentence,
        allowed: &[u32],
        weight: f32,
        drop: &[u32],
    ) -> Example {
        let mut example =
            Example { weight, allowed: allowed[sentence.tokens.clone()].to_vec(), ..Example::default() };
        let manner = page.manner(&sentence.tokens);
        for at in sentence.tokens.clone() {
            features::each(page, &sentence.tokens, manner, at, &mut |rule, address| {
                let number = self.number[address as usize];
                if number != u32::MAX && !drop.contains(&rule) {
                    example.features.push(number);
                }
            });
            example.ends.push(example.features.len() as u32);
        }
        example
    }
}

impl Corpus {
    /// Reads all sources.
    pub fn read(options: &Options, model: &Model) -> Result<Corpus, String> {
        let mut corpus = Corpus {
            articles: Vec::new(),
            pages: Vec::new(),
            sources: Vec::new(),
            features: Features::default(),
        };
        for (place, source) in SOURCES.iter().enumerate() {
            if options.without.iter().any(|name| source.file.starts_with(name.as_str())) {
                continue;
            }
            let changed = options.weights.iter().find(|(name, _)| source.file.starts_with(name.as_str()));
            let weight = changed.map_or(source.weight, |(_, weight)| *weight);
            for article in read_source(&options.data, source)? {
                corpus.pages.push(prepare(&article, source.labels_rest, model));
                corpus.sources.push((place, weight));
                corpus.articles.push(article);
            }
        }
        for article in super::augment::pages(&options.own, &corpus.articles, options.times)? {
            corpus.pages.push(prepare(&article, true, model));
            corpus.sources.push((SOURCES.len(), options.own_weight));
            corpus.articles.push(article);
        }
        corpus.count_features();
        Ok(corpus)
    }

    pub fn sentence_count(&self) -> usize {
        self.pages.iter().map(|page| page.sentences.len()).sum()
    }

    fn count_features(&mut self) {
        let mut counts = vec![0u32; 1 << ADDRESS_BITS];
        for prepared in &self.pages {
            for sentence in &prepared.sentences {
                let manner = prepared.page.manner(&sentence.tokens);
                for at in sentence.tokens.clone() {
                    features::each(&prepared.page, &sentence.tokens, manner, at, &mut |_, address| {
                        counts[address as usize] += 1;
                    });
                }
            }
        }
        self.features = Features::from_counts(&counts, 3);
    }

    fn examples(&self, options: &Options) -> Vec<(usize, Example)> {
        let mut examples = Vec::new();
        for (place, prepared) in self.pages.iter().enumerate() {
            for sentence in &prepared.sentences {
                let weight = self.sources[place].1;
                let example =
                    self.features.example(&prepared.page, sentence, &prepared.allowed, weight, &options.drop);
                examples.push((place, example));
            }
        }
        examples
    }
}

/// Learns and cuts.
pub fn learn(mut corpus: Corpus, options: &Options, model: &Model) -> Result<Learned, String> {
    let mut examples = corpus.examples(options);
    if options.mend > 0.0 {
        mend(&mut corpus, &mut examples, options);
    }
    if options.folds > 1 {
        let first = first_readings(&corpus, &examples, options);
        for (prepared, tags) in corpus.pages.iter_mut().zip(first) {
            prepared.page.take_first(tags);
        }
        corpus.count_features();
    }
    let mut examples: Vec<Example> = if options.folds > 1 {
        let mut all: Vec<Example> = corpus.examples(options).into_iter().map(|(_, e)| e).collect();
        for prepared in &mut corpus.pages {
            prepared.page.first = Vec::new();
        }
        all.extend(corpus.examples(options).into_iter().map(|(_, mut e)| {
            e.weight *= 0.5;
            e
        }));
        all
    } else {
        examples.into_iter().map(|(_, example)| example).collect()
    };
    let mut crf = Crf::new(corpus.features.len(), options.rate, options.decay);
    for round in 0..options.rounds {
        one_round(&mut crf, &mut examples, round);
        if options.check.is_some() {
            super::check::check_crf(&mut crf, &corpus.features, options, model)?;
        }
    }
    crf.keep(options.keep, &corpus.features.seen);
    one_round(&mut crf, &mut examples, options.rounds);
    Ok(cut(&crf, &corpus.features, options))
}

fn one_round(crf: &mut Crf, examples: &mut [Example], round: usize) {
    shuffle(examples, round as u64);
    let loss: f64 = examples.iter().map(|example| f64::from(crf.learn(example))).sum();
    eprintln!("round {}: {loss:.0}", round + 1);
}

/// Lets a tagger of the trusted sources correct the silver ones: where it finds the label most
/// unlikely its own reading stands, where it is in doubt either may be right.
fn mend(corpus: &mut Corpus, examples: &mut [(usize, Example)], options: &Options) {
    let silver = |place: usize, corpus: &Corpus| {
        SOURCES.get(corpus.sources[place].0).is_some_and(|source| source.file.starts_with("gmb"))
    };
    let mut crf = Crf::new(corpus.features.len(), options.rate, options.decay);
    let trusted = examples.iter().filter(|(place, _)| !silver(*place, corpus));
    let mut trusted: Vec<Example> = trusted.map(|(_, example)| example.clone()).collect();
    for round in 0..2 {
        one_round(&mut crf, &mut trusted, round);
    }
    let (mut kept, mut relabelled, mut open) = (0, 0, 0);
    let mut at_token: Vec<usize> = vec![0; corpus.pages.len()];
    for (place, example) in examples.iter_mut() {
        let from = at_token[*place];
        at_token[*place] += example.ends.len();
        if !silver(*place, corpus) {
            continue;
        }
        let (best, state) = crf.read(example);
        for (at, allowed) in example.allowed.iter_mut().enumerate() {
            let gold = allowed.trailing_zeros() as usize;
            if gold == usize::from(best[at]) {
                kept += 1;
                continue;
            }
            if state[at][gold] < options.mend {
                *allowed = 1 << best[at];
                relabelled += 1;
            } else {
                *allowed |= 1 << best[at];
                open += 1;
            }
        }
        corpus.pages[*place].allowed[from..from + example.ends.len()].copy_from_slice(&example.allowed);
    }
    eprintln!("silver words: {kept} kept, {relabelled} relabelled, {open} left open");
}

/// The first reading of every page by a tagger that has not learned it.
fn first_readings(corpus: &Corpus, examples: &[(usize, Example)], options: &Options) -> Vec<Vec<u8>> {
    let mut first: Vec<Vec<u8>> =
        corpus.pages.iter().map(|page| Vec::with_capacity(page.tokens.len())).collect();
    for fold in 0..options.folds {
        let mut crf = Crf::new(corpus.features.len(), options.rate, options.decay);
        let mut train: Vec<Example> = examples
            .iter()
            .filter(|(place, _)| place % options.folds != fold)
            .map(|(_, example)| example.clone())
            .collect();
        for round in 0..options.rounds.min(3) {
            one_round(&mut crf, &mut train, round);
        }
        for (place, example) in examples.iter().filter(|(place, _)| place % options.folds == fold) {
            first[*place].extend(crf.read(example).0);
        }
    }
    first
}

/// Fisher and Yates, with a fixed sequence.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = 0x9e37_79b9_7f4a_7c15 ^ (seed + 1).wrapping_mul(0xd129_0d3a_5a6b_7c8f);
    for at in (1..items.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        items.swap(at, (state % (at as u64 + 1)) as usize);
    }
}

fn cut(crf: &Crf, features: &Features, options: &Options) -> Learned {
    let scale = f32::from(1u16 << options.shift);
    let whole = |weights: &[f32; TAGS]| -> Row {
        std::array::from_fn(|tag| (weights[tag] * scale).round().clamp(-127.0, 127.0) as i8)
    };
    let row = |place: usize| (features.addresses[place], whole(&crf.rows[place].weights));
    let rows = (0..crf.rows.len()).map(row).filter(|(_, row)| row.iter().any(|&w| w != 0)).collect();
    Learned {
        shift: options.shift,
        transitions: crf.transitions.iter().map(|cell| whole(&cell.weights)).collect(),
        rows,
    }
}
