//! Finds the few numbers by trying: one weight after another is moved, and stays where more lines are right.

use galley::layers::structure::span::{Place, Signal, Signals, Weights, Worth, decode, worths};

/// One page to learn from.
pub struct Lesson {
    /// The signs of each paragraph.
    pub signals: Vec<Signals>,
    /// The long lines of each paragraph.
    pub truth: Vec<Truth>,
    /// Pages of one site share their number.
    pub fold: usize,
}

/// The long lines of a paragraph: the article's, and the page's.
#[derive(Clone, Copy, Default)]
pub struct Truth {
    pub inside: usize,
    pub outside: usize,
}

/// Lines kept rightly, kept wrongly, lost.
#[derive(Clone, Copy, Default)]
pub struct Score {
    pub right: usize,
    pub wrong: usize,
    pub lost: usize,
}

impl Score {
    pub fn add(&mut self, truth: &[Truth], worths: &[Worth]) {
        for (place, truth) in decode(worths).into_iter().zip(truth) {
            if place == Place::Article {
                self.right += truth.inside;
                self.wrong += truth.outside;
            } else {
                self.lost += truth.inside;
            }
        }
    }

    pub fn precision(&self) -> f64 {
        100.0 * self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    pub fn recall(&self) -> f64 {
        100.0 * self.right as f64 / (self.right + self.lost).max(1) as f64
    }

    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        2.0 * p * r / (p + r).max(0.1)
    }
}

/// What counts against what is gained.
#[derive(Clone, Copy)]
pub struct Prices {
    /// What a weight must gain to be worth a number in the table.
    pub weight: f64,
    /// What each percent of the article's lines costs that is lost.
    pub lost: f64,
}

/// What is to be great: the F1 of the mean page, and a recall above 96 over all.
fn goal(lessons: &[&Lesson], worths: &[Vec<Worth>], lost: f64) -> f64 {
    let (mut all, mut mean, mut pages) = (Score::default(), 0.0, 0.0);
    for (lesson, worths) in lessons.iter().zip(worths) {
        let mut one = Score::default();
        one.add(&lesson.truth, worths);
        all.right += one.right;
        all.wrong += one.wrong;
        all.lost += one.lost;
        mean += one.f1();
        pages += 1.0;
    }
    mean / pages - lost * (96.5 - all.recall()).max(0.0)
}

const STEPS: [i32; 8] = [-40, 40, -15, 15, -6, 6, -2, 2];
const ROUNDS: usize = 4;

#[derive(Clone, Copy)]
enum Column {
    Inside,
    Start,
    End,
    Aside,
}

fn shift(worth: &mut Worth, column: Column, by: i32) {
    match column {
        Column::Inside => worth.inside += by,
        Column::Start => worth.start += by,
        Column::End => worth.end += by,
        Column::Aside => worth.aside += by,
    }
}

fn value(worth: &Worth, column: Column) -> i32 {
    match column {
        Column::Inside => worth.inside,
        Column::Start => worth.start,
        Column::End => worth.end,
        Column::Aside => worth.aside,
    }
}

/// The mean of what is found with each seventh of the pages left out: no page decides alone.
pub fn learn(lessons: &[&Lesson], prices: Prices) -> Weights {
    const PARTS: usize = 7;
    let mut mean = Weights::none();
    for part in 0..PARTS {
        let kept: Vec<&Lesson> = lessons
            .iter()
            .enumerate()
            .filter(|(at, _)| at % PARTS != part)
            .map(|(_, lesson)| *lesson)
            .collect();
        for (sum, worth) in mean.0.iter_mut().zip(fit(&kept, prices).0) {
            sum.inside += worth.inside;
            sum.start += worth.start;
            sum.end += worth.end;
            sum.aside += worth.aside;
        }
    }
    let share = |sum: i32| (f64::from(sum) / PARTS as f64).round() as i32;
    for worth in &mut mean.0 {
        *worth = Worth {
            inside: share(worth.inside),
            start: share(worth.start),
            end: share(worth.end),
            aside: share(worth.aside),
        };
    }
    mean
}

/// Begins with the plain rule (any line but a full sentence costs eight words; furniture's phrases stand aside) and
/// moves one weight after another.
fn fit(lessons: &[&Lesson], prices: Prices) -> Weights {
    let mut weights = Weights::none();
    for sign in Signal::ALL {
        let name = sign.name();
        let worth = &mut weights.0[*sign as usize];
        match name {
            "short" | "row" | "item" | "stamp" | "byline" | "rule" | "brief sentence" => worth.inside = -8,
            "repeated" => worth.inside = -6,
            "furniture phrase" | "furniture whole" | "section" | "contact" => worth.aside = 40,
            "slide" | "below a slide" | "says itself twice" | "chain of words" => worth.aside = 20,
            "title since a section" | "credit below" | "title seen before" => worth.aside = 20,
            "title that the next line says" | "below a link in a box" | "title above a stamp" => {
                worth.aside = 20
            }
            "replies above" => worth.inside = -20,
            "capitals only among sentences" => worth.aside = 20,
            _ => {}
        }
    }
    let mut sums: Vec<Vec<Worth>> = lessons.iter().map(|lesson| worths(&lesson.signals, &weights)).collect();
    let holders: Vec<Vec<(usize, usize)>> = Signal::ALL
        .iter()
        .map(|sign| {
            let mut places = Vec::new();
            for (page, lesson) in lessons.iter().enumerate() {
                for (at, signs) in lesson.signals.iter().enumerate() {
                    if signs.each().any(|one| one == *sign) {
                        places.push((page, at));
                    }
                }
            }
            places
        })
        .collect();
    let mut best = goal(lessons, &sums, prices.lost);
    let columns = [Column::Inside, Column::Aside, Column::Start, Column::End];
    for _ in 0..ROUNDS {
        let before = best;
        for column in columns {
            for sign in 0..Signal::ALL.len() {
                for step in STEPS {
                    let old = value(&weights.0[sign], column);
                    holders[sign].iter().for_each(|&(page, at)| shift(&mut sums[page][at], column, step));
                    let new = goal(lessons, &sums, prices.lost);
                    let price = prices.weight
                        * (f64::from(i32::from(old == 0)) - f64::from(i32::from(old + step == 0)));
                    if new - price > best + 0.002 {
                        best = new;
                        shift(&mut weights.0[sign], column, step);
                    } else {
                        holders[sign]
                            .iter()
                            .for_each(|&(page, at)| shift(&mut sums[page][at], column, -step));
                    }
                }
            }
        }
        if best - before < 0.05 {
            break;
        }
    }
    weights
}
