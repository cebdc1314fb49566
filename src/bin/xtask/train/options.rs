//! The words after `cargo xtask train`.

use std::path::PathBuf;

/// What to train from, how long, and what to leave out for a comparison.
pub struct Options {
    pub data: PathBuf,
    /// A folder of texts to score the finished model on.
    pub check: Option<PathBuf>,
    pub classes: PathBuf,
    /// Pools and pages of our own.
    pub own: PathBuf,
    /// How often each page of our own is filled, and what it counts.
    pub times: usize,
    pub own_weight: f32,
    /// How often each page is copied with invented names, and what a copy counts of its page.
    pub swaps: usize,
    pub swap_weight: f32,
    /// What copies with people of another region count of their page, and those in small letters and capitals.
    pub world_weight: f32,
    pub case_weight: f32,
    /// Below this probability a silver label gives way to the tagger of the trusted sources.
    pub mend: f32,
    /// Print what the finished model gets wrong.
    pub errors: bool,
    pub out: PathBuf,
    pub rounds: usize,
    pub folds: usize,
    pub rate: f32,
    pub decay: f32,
    /// Weights kept.
    pub keep: usize,
    pub shift: u8,
    /// Sources left out, for a comparison.
    pub without: Vec<String>,
    /// Weights of sources changed, for a comparison.
    pub weights: Vec<(String, f32)>,
    /// Rules of features left out, for a comparison.
    pub drop: Vec<u32>,
    /// Print so many sentences whose labels the tagger disputes, and stop.
    pub disagreements: usize,
}

impl Options {
    pub fn parse(arguments: &[String]) -> Result<Options, String> {
        let mut options = Options {
            data: "../shared/data/train".into(),
            check: None,
            classes: "src/resources/classes.tsv".into(),
            own: "src/resources/train".into(),
            mend: 0.1,
            errors: false,
            times: 40,
            own_weight: 0.5,
            swaps: 1,
            swap_weight: 0.5,
            world_weight: 0.0,
            case_weight: 0.0,
            out: "src/resources/tagger.bin".into(),
            rounds: 2,
            folds: 2,
            rate: 0.05,
            decay: 0.0,
            keep: 300_000,
            shift: 3,
            without: Vec::new(),
            weights: Vec::new(),
            drop: Vec::new(),
            disagreements: 0,
        };
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let value = words.next().ok_or_else(|| format!("{word} wants a value"))?;
            match word.as_str() {
                "--data" => options.data = value.into(),
                "--check" => options.check = Some(value.into()),
                "--classes" => options.classes = value.into(),
                "--own" => options.own = value.into(),
                "--out" => options.out = value.into(),
                "--times" => options.times = number(value)?,
                "--own-weight" => options.own_weight = number(value)?,
                "--swaps" => options.swaps = number(value)?,
                "--swap-weight" => options.swap_weight = number(value)?,
                "--world-weight" => options.world_weight = number(value)?,
                "--case-weight" => options.case_weight = number(value)?,
                "--mend" => options.mend = number(value)?,
                "--errors" => options.errors = value == "yes",
                "--rounds" => options.rounds = number(value)?,
                "--folds" => options.folds = number(value)?,
                "--rate" => options.rate = number(value)?,
                "--decay" => options.decay = number(value)?,
                "--keep" => options.keep = number(value)?,
                "--shift" => options.shift = number(value)?,
                "--without" => options.without.push(value.clone()),
                "--weight" => {
                    let (file, weight) = value.split_once('=').ok_or("--weight FILE=WEIGHT")?;
                    options.weights.push((file.to_owned(), number(weight)?));
                }
                "--drop" => options.drop = value.split(',').map(number).collect::<Result<_, _>>()?,
                "--disagreements" => options.disagreements = number(value)?,
                other => return Err(format!("{other} is unknown")),
            }
        }
        Ok(options)
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("“{text}” is no number"))
}
