//! The training itself: pages to examples, the final model, its cut.

use super::crf::{Crf, Example};
use super::options::Options;
use super::patch::Patch;
use super::read::{Labelled, Prepared, prepare, read_source};
use super::sources::{SOURCES, Source};
use super::swap::Swap;
use super::world::World;
use galley::layers::entities::tagger::features;
use galley::layers::entities::tagger::model::{ADDRESS_BITS, Model, STEPS};
use galley::layers::entities::tagger::page::Page;
use galley::layers::entities::tagger::tags::{KINDS, Row, TAGS};
use galley::sentences::Sentence;

/// Everything to learn from.
pub struct Corpus {
    pub articles: Vec<Labelled>,
    pub pages: Vec<Prepared>,
    /// Which source each page is from, and what it counts.
    pub sources: Vec<(usize, f32)>,
    /// The page that each page is a copy of, most often itself.
    pub origins: Vec<usize>,
    pub features: Features,
}

/// What training leaves: whole numbers, sorted by address.
pub struct Learned {
    pub shift: u8,
    pub transitions: Vec<Row>,
    pub rows: Vec<(u32, Row)>,
    pub confidence: Vec<u8>,
}

/// Numbers for the addresses that occur often enough.
#[derive(Default)]
pub struct Features {
    pub number: Vec<u32>,
    pub addresses: Vec<u32>,
    pub seen: Vec<u32>,
}

impl Features {
    pub fn len(&self) -> usize {
        self.addresses.len()
    }

    pub fn from_counts(counts: &[u32], least: u32) -> Self {
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
            origins: Vec::new(),
            features: Features::default(),
        };
        let patch = Patch::read(&options.own.join("gmb_patch.tsv"))?;
        eprintln!("{} sentences decided by hand", patch.len());
        for (place, source) in SOURCES.iter().enumerate() {
            if options.without.iter().any(|name| source.file.starts_with(name.as_str())) {
                continue;
            }
            let changed = options.weights.iter().find(|(name, _)| source.file.starts_with(name.as_str()));
            let weight = changed.map_or(source.weight, |(_, weight)| *weight);
            for article in read_source(&options.data, source, &patch)? {
                corpus.add(article, source.labels_rest, (place, weight), None, model);
            }
        }
        for article in super::augment::pages(&options.own, &corpus.articles, options.times)? {
            corpus.add(article, true, (SOURCES.len(), options.own_weight), None, model);
        }
        corpus.add_copies(options, model)?;
        corpus.count_features();
        Ok(corpus)
    }

    fn add(
        &mut self,
        article: Labelled,
        labels_rest: bool,
        source: (usize, f32),
        origin: Option<usize>,
        model: &Model,
    ) {
        self.pages.push(prepare(&article, labels_rest, model));
        self.sources.push(source);
        self.origins.push(origin.unwrap_or(self.articles.len()));
        self.articles.push(article);
    }

    /// Adds copies of the pages: with invented names, with names of another region, in other letters.
    /// They count as pages of our own.
    fn add_copies(&mut self, options: &Options, model: &Model) -> Result<(), String> {
        let (swap, world) = (Swap::read(&options.own)?, World::read(&options.own)?);
        for time in 0..options.swaps {
            self.copy_each(options.swap_weight, model, |page, source, at| {
                swap.copy(page, source.is_silver(), time * 100_000 + at)
            });
        }
        if options.world_weight > 0.0 {
            self.copy_each(options.world_weight, model, |page, source, at| {
                world.copy(page, source.is_silver(), at)
            });
        }
        if options.case_weight > 0.0 {
            let fits = |source: &Source| source.labels_rest && !source.is_silver();
            self.copy_each(options.case_weight, model, |page, source, at| {
                fits(source).then(|| super::case::copy(page, at)).flatten()
            });
        }
        Ok(())
    }

    fn copy_each(
        &mut self,
        weight: f32,
        model: &Model,
        copy: impl Fn(&Labelled, &Source, usize) -> Option<Labelled>,
    ) {
        for page in 0..self.sources.len() {
            let Some(source) = SOURCES.get(self.sources[page].0) else { continue };
            let Some(copy) = copy(&self.articles[page], source, page) else { continue };
            let weight = if source.is_silver() { 1.0 } else { self.sources[page].1 } * weight;
            self.add(copy, source.labels_rest, (SOURCES.len(), weight), Some(page), model);
        }
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
        super::mend::mend(&mut corpus, &mut examples, options);
        if options.disagreements > 0 {
            return Err("no model was written: the sentences to be decided are printed".into());
        }
    }
    let mut all: Vec<Example> = examples.iter().map(|(_, example)| example.clone()).collect();
    let mut crf = Crf::new(corpus.features.len(), options.rate, options.decay);
    for round in 0..options.rounds {
        one_round(&mut crf, &mut all, round);
    }
    if options.check.is_some() {
        super::check::check_crf(&mut crf, &corpus.features, options, model)?;
    }
    crf.keep(options.keep, &corpus.features.seen);
    one_round(&mut crf, &mut all, options.rounds);
    drop(all);
    let mut learned = cut(&crf, &corpus.features, options);
    if options.folds > 1 {
        learned.confidence = super::confidence::learn(&corpus, &examples, options);
    }
    Ok(learned)
}

/// One pass over all examples, in an order of its own.
pub fn one_round(crf: &mut Crf, examples: &mut [Example], round: usize) {
    shuffle(examples, round as u64);
    let loss: f64 = examples.iter().map(|example| f64::from(crf.learn(example))).sum();
    eprintln!("round {}: {loss:.0}", round + 1);
}

/// Fisher and Yates, with a fixed sequence.
pub fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = 0x9e37_79b9_7f4a_7c15 ^ (seed + 1).wrapping_mul(0xd129_0d3a_5a6b_7c8f);
    for at in (1..items.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        items.swap(at, (state % (at as u64 + 1)) as usize);
    }
}

pub fn cut(crf: &Crf, features: &Features, options: &Options) -> Learned {
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
        confidence: vec![125; KINDS * STEPS],
    }
}
