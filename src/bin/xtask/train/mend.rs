//! Mends silver labels: a tagger of the trusted sources reads them and disputes the unlikely ones.

use super::check::names_of;
use super::crf::{Crf, Example};
use super::learn::{Corpus, one_round};
use super::options::Options;
use super::sources::{SOURCES, Source};

/// One sentence whose labels are disputed.
struct Dispute {
    doubt: f32,
    page: usize,
    sentence: usize,
    read: Vec<u8>,
}

/// Lets a tagger of the trusted sources correct the silver ones: where it finds the label most
/// unlikely its own reading stands, where it is in doubt either may be right. What people have
/// decided stays as it is, and counts among the trusted.
///
/// With `--disagreements N` it prints the N sentences it disputes most and changes nothing else.
pub fn mend(corpus: &mut Corpus, examples: &mut [(usize, Example)], options: &Options) {
    let mut crf = Crf::new(corpus.features.len(), options.rate, options.decay);
    let (mut trusted, mut at_token) = (Vec::new(), vec![0usize; corpus.pages.len()]);
    for (place, example) in examples.iter_mut() {
        let from = at_token[*place];
        at_token[*place] += example.ends.len();
        let decided = corpus.pages[*place].decided.get(from).copied().unwrap_or(false);
        if decided {
            example.weight = example.weight.max(1.0);
        }
        if decided || !is_silver(corpus, *place) {
            trusted.push(example.clone());
        }
    }
    for round in 0..2 {
        one_round(&mut crf, &mut trusted, round);
    }
    let (mut kept, mut relabelled, mut open) = (0, 0, 0);
    let mut disputes = Vec::new();
    let (mut at_token, mut at_sentence) =
        (vec![0usize; corpus.pages.len()], vec![0usize; corpus.pages.len()]);
    for (place, example) in examples.iter_mut() {
        let (from, sentence) = (at_token[*place], at_sentence[*place]);
        at_token[*place] += example.ends.len();
        at_sentence[*place] += 1;
        let decided = corpus.pages[*place].decided.get(from).copied().unwrap_or(false);
        if decided || !is_silver(corpus, *place) {
            continue;
        }
        let (best, state) = crf.read(example);
        let mut doubt = 0.0;
        for (at, allowed) in example.allowed.iter_mut().enumerate() {
            let label = allowed.trailing_zeros() as usize;
            if label == usize::from(best[at]) {
                kept += 1;
                continue;
            }
            doubt += state[at][usize::from(best[at])] - state[at][label];
            if state[at][label] < options.mend {
                *allowed = 1 << best[at];
                relabelled += 1;
            } else {
                *allowed |= 1 << best[at];
                open += 1;
            }
        }
        if doubt > 0.0 {
            disputes.push(Dispute { doubt, page: *place, sentence, read: best });
        }
        corpus.pages[*place].allowed[from..from + example.ends.len()].copy_from_slice(&example.allowed);
    }
    eprintln!("silver words: {kept} kept, {relabelled} relabelled, {open} left open");
    print(corpus, disputes, options.disagreements);
}

fn is_silver(corpus: &Corpus, place: usize) -> bool {
    SOURCES.get(corpus.sources[place].0).is_some_and(Source::is_silver)
}

/// Prints sentence, text, its own labels and those of the tagger, the most disputed first.
fn print(corpus: &Corpus, mut disputes: Vec<Dispute>, count: usize) {
    disputes.sort_by(|one, other| other.doubt.total_cmp(&one.doubt).then(one.page.cmp(&other.page)));
    for dispute in disputes.iter().take(count) {
        let (article, prepared) = (&corpus.articles[dispute.page], &corpus.pages[dispute.page]);
        let sentence = &prepared.sentences[dispute.sentence];
        let part = article.parts.iter().rev().find(|(_, start)| *start <= sentence.range.start());
        let Some((id, from)) = part else { continue };
        let line = article.text[*from..].lines().next().unwrap_or_default();
        let chars = |at: usize| article.text[*from..at].chars().count();
        let list = |names: &mut dyn Iterator<Item = (usize, usize, usize)>| {
            let shown = names.map(|(start, end, kind)| {
                format!(
                    "{}-{} {} {}",
                    chars(start),
                    chars(end),
                    ["PER", "ORG", "LOC", "MISC"][kind],
                    &article.text[start..end]
                )
            });
            shown.collect::<Vec<_>>().join("; ")
        };
        let own =
            article.names.iter().filter(|n| sentence.range.holds(n.start)).map(|n| (n.start, n.end, n.kind));
        let read = names_of(&dispute.read, &prepared.tokens[sentence.tokens.clone()]);
        println!(
            "{id}\t{line}\t{}\t{}",
            list(&mut own.into_iter()),
            list(&mut read.iter().map(|n| (n.start, n.end, n.kind)))
        );
    }
}
