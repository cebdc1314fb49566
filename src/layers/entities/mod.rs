//! People, organisations, places and groups: their names in the text, and who is meant.

pub mod tagger;

pub mod forms;

mod mark;

mod lines;

mod reading;

mod read;

mod roles;

mod rows;

mod handles;

mod initials;

pub(in crate::layers) mod letters;

mod looks;

mod offices;

mod loud;

mod sport;

mod piece;

mod pieces;

mod joints;

mod cut;

mod company;

mod evidence;

mod merge;

mod together;

mod name;

mod label;

pub mod confidence;

mod group;

pub use group::leaning;

mod headlines;

mod places;

pub mod own;

#[cfg(test)]
mod tests;

use crate::document::article::Article;
use crate::document::entities::{Entity, Mention};
use crate::document::own_names::OwnNames;
use crate::layers::SoFar;
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::Token;
use confidence::Grounds;
use forms::Forms;
use piece::Piece;
use reading::Reading;
use tagger::model::Model;

/// Finds all names of an article and the entities they name.
///
/// ```text
/// Reading (what each token is) → pieces (runs of capitals, cut) → evidence, the tagger’s too → labels
/// → a person’s own names → entities
/// ```
pub fn find(known: &SoFar<'_>, own: &OwnNames) -> (Vec<Entity>, Vec<Mention>) {
    let forms = Forms::read(&known.article.text, known.tokens);
    let reading = Reading::new(known, &forms);
    let pieces = weighed(&reading, known.sentences, Model::shipped());
    let names = label::choose(&reading, &pieces, known.layers.dateline.as_ref());
    let names = headlines::put(&reading, names);
    let names = own::put(&reading, own, names);
    group::group(&reading, names)
}

/// Every name an article may hold, with all that speaks for its labels.
fn weighed(reading: &Reading, sentences: &[Sentence], model: &Model) -> Vec<Piece> {
    let mut pieces = pieces::find(reading);
    evidence::around::weigh(reading, &mut pieces);
    let proposals = tagger::propose_with(model, reading.text, reading.tokens, reading.forms, sentences);
    let pieces = merge::merge(reading, pieces, &proposals);
    let pieces = initials::put(reading, pieces);
    let mut pieces = rows::put(reading, pieces);
    together::weigh(reading, &mut pieces);
    pieces
}

/// The names of an article that has neither dateline nor times, as a given tagger sees them, with
/// the grounds of each: what the table of [`confidence`] is fitted on.
pub fn grounds_with(
    model: &Model,
    article: &Article,
    tokens: &[Token],
    sentences: &[Sentence],
) -> Vec<(TextRange, Grounds)> {
    let forms = Forms::read(&article.text, tokens);
    let reading = Reading::new(&SoFar::new(article, tokens, sentences), &forms);
    let pieces = weighed(&reading, sentences, model);
    pieces.iter().map(|piece| (reading.range(piece.tokens.clone()), Grounds::of(piece))).collect()
}
