//! `cargo xtask train syntax --data ../shared/data/train`: trains the syntax layer and writes its file.
//!
//! Three averaged perceptrons, one after another: which tag a word has, which step the parser takes, what a
//! word is to its head. The parser learns from tags told by taggers that had not read the sentence.

pub mod check;
mod oracle;
mod perceptron;
pub mod read;

use galley::layers::packed::write_rows;
use galley::layers::syntax::model::{MAGIC, Model};
use galley::layers::syntax::parser::{STEPS, State};
use galley::layers::syntax::relations::Branches;
use galley::layers::syntax::seen::look;
use galley::layers::syntax::tagger;
use galley::layers::syntax::tags::{CHOICES, RELATIONS, Tag};
use perceptron::{Counts, Perceptron};
use read::{Sentence, Tree};
use std::path::{Path, PathBuf};

/// What can be turned.
pub struct Options {
    pub data: PathBuf,
    /// A folder of treebanks to score the model on.
    pub check: Option<PathBuf>,
    pub out: PathBuf,
    /// How often all sentences are read, before weights are chosen and after.
    pub rounds: usize,
    /// How often a feature is seen at least: of tags, steps, relations.
    pub least: [u32; 3],
    /// How many weights are kept of each.
    pub keep: [usize; 3],
    /// What a weight of one becomes.
    pub scale: f64,
}

impl Options {
    /// What the model that ships is trained with.
    fn new() -> Self {
        Options {
            data: "../shared/data/train".into(),
            check: None,
            out: "src/resources/syntax.bin".into(),
            rounds: 5,
            least: [2, 3, 2],
            keep: [34_000, 38_000, 22_000],
            scale: 2.0,
        }
    }
}

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let mut options = Options::new();
    for pair in arguments.chunks(2) {
        let [word, value] = pair else { return Err(format!("{} wants a value", pair[0])) };
        match word.as_str() {
            "--data" => options.data = value.into(),
            "--check" => options.check = Some(value.into()),
            "--out" => options.out = value.into(),
            other => return Err(format!("{other} is unknown")),
        }
    }
    let words = galley::layers::entities::tagger::model::Model::shipped();
    let class_of = |hash: u32| words.class(hash);
    let bytes = train(&options, &class_of)?;
    std::fs::write(&options.out, &bytes).map_err(|error| format!("{}: {error}", options.out.display()))?;
    let model = Model::read(&bytes).ok_or("the packed model cannot be read back")?;
    if let Some(folder) = &options.check {
        check_on(&model, folder, &class_of)?;
    }
    super::renew_card(&bytes, &options.out)
}

/// The treebanks to learn from.
const FILES: [&str; 2] = ["syntax-gum.train.conllu.gz", "syntax-ewt.train.conllu.gz"];

/// Taggers that tag what they have not read.
const FOLDS: usize = 4;

type ClassOf<'c> = &'c dyn Fn(u32) -> u16;

/// Trains, packs, and gives the bytes.
pub fn train(options: &Options, class_of: ClassOf) -> Result<Vec<u8>, String> {
    let mut sentences = Vec::new();
    for file in FILES {
        sentences.extend(read::read(&options.data.join(file))?);
    }
    eprintln!("{} sentences", sentences.len());
    let mut bytes = MAGIC.to_vec();
    let all: Vec<&Sentence> = sentences.iter().collect();
    let mut tags = learn_tags(&all, options, class_of);
    let rows = tags.cut(options.scale);
    eprintln!("tags: {} of {} rows", rows.len(), tags.len());
    write_rows(&mut bytes, &rows);
    let trees = trees(&sentences, options, class_of);
    let mut steps = learn_steps(&trees, options);
    let rows = steps.cut(options.scale);
    eprintln!("steps: {} of {} rows", rows.len(), steps.len());
    write_rows(&mut bytes, &rows);
    let mut relations = learn_relations(&trees, options);
    let rows = relations.cut(options.scale);
    eprintln!("relations: {} of {} rows", rows.len(), relations.len());
    write_rows(&mut bytes, &rows);
    Ok(bytes)
}

/// Trees with the tags that a tagger gives which has not read them.
fn trees(sentences: &[Sentence], options: &Options, class_of: ClassOf) -> Vec<Tree> {
    let mut trees: Vec<Option<Tree>> = sentences.iter().map(|_| None).collect();
    // Runs of 50 sentences keep most articles together.
    let fold_of = |at: usize| at / 50 % FOLDS;
    for fold in 0..FOLDS {
        let others = sentences.iter().enumerate().filter(|(at, _)| fold_of(*at) != fold);
        let others: Vec<&Sentence> = others.map(|(_, sentence)| sentence).collect();
        let mut bytes = Vec::new();
        write_rows(&mut bytes, &learn_tags(&others, options, class_of).cut(options.scale));
        let Some(table) = galley::layers::syntax::table::unpack(&mut bytes.as_slice()) else { continue };
        let mut memory = tagger::Memory::default();
        for at in (0..sentences.len()).filter(|&at| fold_of(at) == fold) {
            let mut seen = look(&sentences[at].text, &sentences[at].atoms, class_of);
            tagger::tag(&table, &mut memory, &mut seen);
            let tags: Vec<Tag> = seen.iter().map(|seen| seen.tag).collect();
            trees[at] = Some(sentences[at].tree(&tags, class_of));
        }
    }
    trees.into_iter().flatten().collect()
}

fn learn_tags(sentences: &[&Sentence], options: &Options, class_of: ClassOf) -> Perceptron<CHOICES> {
    let mut counts = Counts::new();
    let mut pages = Vec::new();
    for sentence in sentences {
        let mut seen = look(&sentence.text, &sentence.atoms, class_of);
        for (seen, &tag) in seen.iter_mut().zip(&sentence.tags) {
            seen.tag = if seen.fixed { seen.tag } else { tag };
        }
        for at in (0..seen.len()).filter(|&at| !seen[at].fixed) {
            tagger::features(&seen, at, &mut |address| counts.add(address));
        }
        pages.push(seen);
    }
    let mut perceptron = Perceptron::new(&counts, options.least[0]);
    let mut found = Vec::new();
    for round in 0..2 * options.rounds {
        if round == options.rounds {
            perceptron.keep(options.keep[0]);
        }
        let mut wrong = 0;
        for place in order(pages.len(), round) {
            let (seen, truth) = (&mut pages[place], &sentences[place].tags);
            for at in 0..seen.len() {
                if seen[at].fixed {
                    continue;
                }
                found.clear();
                tagger::features(seen, at, &mut |address| perceptron.push(address, &mut found));
                perceptron.tick();
                let told = best(&perceptron.scores(&found), |_| true);
                // A symbol or an odd sign in the place of a word teaches nothing.
                let right = truth[at] as usize;
                if told != right && right < CHOICES {
                    perceptron.learn(&found, right, told);
                    wrong += 1;
                }
                seen[at].tag = Tag::ALL[told];
            }
        }
        eprintln!("tags, round {}: {wrong} wrong", round + 1);
    }
    perceptron
}

fn learn_steps(trees: &[Tree], options: &Options) -> Perceptron<STEPS> {
    let mut counts = Counts::new();
    for tree in trees {
        let mut state = State::new(&tree.nodes);
        while !state.is_done() {
            state.features(&mut |address| counts.add(address));
            let (costs, allowed) = (oracle::costs(&state, &tree.heads), state.allowed());
            let step =
                (0..STEPS).filter(|&step| allowed[step]).min_by_key(|&step| (costs[step], STEPS - step));
            state.take(step.unwrap_or(0));
        }
    }
    let mut perceptron = Perceptron::new(&counts, options.least[1]);
    let mut found = Vec::new();
    let mut lot = 1u64;
    for round in 0..2 * options.rounds {
        if round == options.rounds {
            perceptron.keep(options.keep[1]);
        }
        let mut wrong = 0;
        for place in order(trees.len(), round) {
            let tree = &trees[place];
            let mut state = State::new(&tree.nodes);
            while !state.is_done() {
                found.clear();
                state.features(&mut |address| perceptron.push(address, &mut found));
                perceptron.tick();
                let scores = perceptron.scores(&found);
                let (costs, allowed) = (oracle::costs(&state, &tree.heads), state.allowed());
                let least =
                    (0..STEPS).filter(|&step| allowed[step]).map(|step| costs[step]).min().unwrap_or(0);
                let told = best(&scores, |step| allowed[step]);
                let right = best(&scores, |step| allowed[step] && costs[step] == least);
                if costs[told] > least {
                    perceptron.learn(&found, right, told);
                    wrong += 1;
                }
                // From the second round on it mostly goes its own way, and learns to go on from there.
                lot = lot.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let own = round % options.rounds > 0 && lot >> 33 & 15 != 0;
                state.take(if own { told } else { right });
            }
        }
        eprintln!("steps, round {}: {wrong} wrong", round + 1);
    }
    perceptron
}

fn learn_relations(trees: &[Tree], options: &Options) -> Perceptron<RELATIONS> {
    let mut counts = Counts::new();
    for tree in trees {
        let branches = Branches::new(&tree.nodes, &tree.heads);
        for word in 0..tree.nodes.len() {
            branches.features(word, &mut |address| counts.add(address));
        }
    }
    let mut perceptron = Perceptron::new(&counts, options.least[2]);
    let mut found = Vec::new();
    for round in 0..2 * options.rounds {
        if round == options.rounds {
            perceptron.keep(options.keep[2]);
        }
        let mut wrong = 0;
        for place in order(trees.len(), round) {
            let tree = &trees[place];
            let branches = Branches::new(&tree.nodes, &tree.heads);
            for word in 0..tree.nodes.len() {
                let right = tree.relations[word] as usize;
                if right == 0 {
                    continue;
                }
                found.clear();
                branches.features(word, &mut |address| perceptron.push(address, &mut found));
                perceptron.tick();
                let told = best(&perceptron.scores(&found), |relation| relation > 0);
                if told != right {
                    perceptron.learn(&found, right, told);
                    wrong += 1;
                }
            }
        }
        eprintln!("relations, round {}: {wrong} wrong", round + 1);
    }
    perceptron
}

/// The highest of those that may be chosen.
fn best(scores: &[f32], allowed: impl Fn(usize) -> bool) -> usize {
    let mut best = None;
    for at in (0..scores.len()).filter(|&at| allowed(at)) {
        best = best.filter(|&best: &usize| scores[best] >= scores[at]).or(Some(at));
    }
    best.unwrap_or(0)
}

/// An order of its own for each round, the same every time.
fn order(count: usize, round: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    super::learn::shuffle(&mut order, round as u64);
    order
}

/// Scores a model on treebanks it was not trained on.
pub fn check_on(model: &Model, folder: &Path, class_of: ClassOf) -> Result<(), String> {
    for file in ["syntax-gum.dev.conllu.gz", "syntax-pud.conllu.gz"] {
        check::check(model, &folder.join(file), class_of)?;
    }
    Ok(())
}
