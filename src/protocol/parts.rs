//! Layers of a long text, cut into parts of which none takes the page long to unpack.

use crate::document::Layers;

/// So many of each list are in a part.
const MOST: usize = 4000;

/// Cuts layers into parts, of which the last holds what is no list. A text of usual length is one part.
pub fn cut(layers: Layers) -> Vec<Layers> {
    let Layers { structure, times, amounts, entities, mentions, references, quotes, terms, unpaired, .. } =
        layers;
    let (mut structure, mut times, mut amounts) =
        (structure.into_iter(), times.into_iter(), amounts.into_iter());
    let (mut entities, mut mentions) = (entities.into_iter(), mentions.into_iter());
    let (mut references, mut quotes) = (references.into_iter(), quotes.into_iter());
    let (mut terms, mut unpaired) = (terms.into_iter(), unpaired.into_iter());
    let lengths = [structure.len(), times.len(), amounts.len(), entities.len(), mentions.len()];
    let more = [references.len(), quotes.len(), terms.len(), unpaired.len()];
    let longest = lengths.into_iter().chain(more).max().unwrap_or(0);
    let part = |_| Layers {
        structure: structure.by_ref().take(MOST).collect(),
        times: times.by_ref().take(MOST).collect(),
        amounts: amounts.by_ref().take(MOST).collect(),
        entities: entities.by_ref().take(MOST).collect(),
        mentions: mentions.by_ref().take(MOST).collect(),
        references: references.by_ref().take(MOST).collect(),
        quotes: quotes.by_ref().take(MOST).collect(),
        terms: terms.by_ref().take(MOST).collect(),
        unpaired: unpaired.by_ref().take(MOST).collect(),
        ..Layers::default()
    };
    let mut parts: Vec<Layers> = (0..longest.div_ceil(MOST).max(1)).map(part).collect();
    if let Some(last) = parts.last_mut() {
        (last.authors, last.dateline) = (layers.authors, layers.dateline);
        (last.anchors, last.anchor) = (layers.anchors, layers.anchor);
        (last.passages, last.comments) = (layers.passages, layers.comments);
    }
    parts
}

/// Puts a part to those before it.
pub fn join(layers: &mut Layers, mut part: Layers) {
    layers.structure.append(&mut part.structure);
    layers.times.append(&mut part.times);
    layers.amounts.append(&mut part.amounts);
    layers.entities.append(&mut part.entities);
    layers.mentions.append(&mut part.mentions);
    layers.references.append(&mut part.references);
    layers.quotes.append(&mut part.quotes);
    layers.terms.append(&mut part.terms);
    layers.unpaired.append(&mut part.unpaired);
    (layers.authors, layers.dateline) = (part.authors, part.dateline);
    (layers.anchors, layers.anchor) = (part.anchors, part.anchor);
    (layers.passages, layers.comments) = (part.passages, part.comments);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    fn check(times: usize, count: usize) {
        let mut layers = sample::document().layers;
        layers.mentions =
            layers.mentions.iter().cycle().take(layers.mentions.len() * times).cloned().collect();
        layers.terms = layers.terms.iter().cycle().take(times).cloned().collect();
        let parts = cut(layers.clone());
        assert_eq!(parts.len(), count);
        let mut joined = Layers::default();
        parts.into_iter().for_each(|part| join(&mut joined, part));
        assert_eq!(joined, layers);
    }

    #[test]
    fn parts_make_up_the_whole() {
        check(1, 1);
        check(0, 1);
        check(800, 1);
        check(801, 2);
        check(5000, 7);
    }
}
