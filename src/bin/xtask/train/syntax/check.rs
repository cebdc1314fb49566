//! How often tags, heads, subjects and objects are right.

use super::read::{self, Sentence};
use galley::layers::syntax::model::{Model, heads, relations};
use galley::layers::syntax::parser::ROOT;
use galley::layers::syntax::seen::look;
use galley::layers::syntax::tagger;
use galley::layers::syntax::tags::{RELATIONS, Relation, Tag};
use std::path::Path;

#[derive(Default)]
struct Score {
    words: usize,
    tags: usize,
    heads: usize,
    both: usize,
    /// Subjects of verbs, auxiliaries left out: true ones, told ones, right ones.
    subjects: [usize; 3],
    /// For each relation: true ones, told ones, right ones.
    relations: Vec<[usize; 3]>,
}

/// Reads a treebank with the model and prints what is right. Sentences whose quotations are one atom
/// are left out: they are there a second time.
pub fn check(model: &Model, path: &Path, class_of: &dyn Fn(u32) -> u16) -> Result<(), String> {
    let mut score = Score { relations: vec![[0; 3]; RELATIONS], ..Score::default() };
    for sentence in read::read(path)?.iter().filter(|s| s.atoms.iter().all(|atom| atom.quoted.is_none())) {
        add(&mut score, model, sentence, class_of);
    }
    let per_cent = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    println!(
        "{}: tags {:.2}, heads {:.2}, heads and relations {:.2} of {} words",
        path.file_name().unwrap_or_default().to_string_lossy(),
        per_cent(score.tags, score.words),
        per_cent(score.heads, score.words),
        per_cent(score.both, score.words),
        score.words
    );
    let [there, told, right] = score.subjects;
    println!(
        "  subjects of verbs: recall {:.1}, precision {:.1} of {there}",
        per_cent(right, there),
        per_cent(right, told)
    );
    for (relation, [there, told, right]) in Relation::ALL.iter().zip(&score.relations) {
        let name = format!("{relation:?}");
        println!(
            "  {name:<16} recall {:5.1}  precision {:5.1}  of {there}",
            per_cent(*right, *there),
            per_cent(*right, *told)
        );
    }
    Ok(())
}

fn add(score: &mut Score, model: &Model, sentence: &Sentence, class_of: &dyn Fn(u32) -> u16) {
    let mut seen = look(&sentence.text, &sentence.atoms, class_of);
    tagger::tag(&model.tags, &mut tagger::Memory::default(), &mut seen);
    for (seen, &truth) in seen.iter().zip(&sentence.tags).filter(|(seen, _)| !seen.fixed) {
        score.words += 1;
        score.tags += usize::from(seen.tag == truth);
    }
    let tags: Vec<Tag> = seen.iter().map(|seen| seen.tag).collect();
    let tree = sentence.tree(&tags, class_of);
    let told = heads(model, &tree.nodes);
    let named = relations(model, &tree.nodes, &told);
    let subject = |relation: Relation, head: usize| {
        let verb = |at: usize| tree.nodes[at].seen.tag.is_verb();
        matches!(relation, Relation::Subject | Relation::PassiveSubject) && head != ROOT && verb(head)
    };
    for word in 0..told.len() {
        let (there, found) =
            (subject(tree.relations[word], tree.heads[word]), subject(named[word], told[word]));
        score.subjects[0] += usize::from(there);
        score.subjects[1] += usize::from(found);
        score.subjects[2] += usize::from(there && found && told[word] == tree.heads[word]);
        let head = told[word] == tree.heads[word];
        let relation = named[word] == tree.relations[word];
        score.heads += usize::from(head);
        score.both += usize::from(head && relation);
        score.relations[tree.relations[word] as usize][0] += 1;
        score.relations[named[word] as usize][1] += 1;
        score.relations[named[word] as usize][2] += usize::from(head && relation);
    }
}
