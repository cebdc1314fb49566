//! UIMA CAS as JSON, version 0.4. Positions are UTF-16 units, end exclusive. Galley's own marks are read, or else the
//! names that DKPro's tools find.

use super::marked::Marked;
use super::positions::Unit;
use super::taken::Taken;
use super::value::{has, list_at, text_at};
use crate::document::day::read_day;
use crate::standoff::{Key, Kind, LinkKind, decoded};
use serde_json::Value;

const MARK: &str = "webanno.custom.GalleyMark";
const LINK: &str = "webanno.custom.GalleyLink";
const ARTICLE: &str = "webanno.custom.GalleyArticle";
const NAMED_ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

pub(super) fn is(cas: &Value) -> bool {
    has(cas, &["%FEATURE_STRUCTURES"])
}

pub(super) fn read(cas: &Value) -> Result<Marked, String> {
    let structures = list_at(cas, "%FEATURE_STRUCTURES");
    let of_type =
        |name: &'static str| structures.iter().filter(move |value| text_at(value, "%TYPE") == Some(name));
    let sofa = of_type("uima.cas.Sofa").next();
    let text = sofa.and_then(|sofa| text_at(sofa, "sofaString")).ok_or("this CAS has no text")?;
    let mut taken = Taken::new(text, Unit::Utf16);
    let own = of_type(MARK).next().is_some();
    // DKPro's names have a label and whom they mean, Galley's marks all that it tells.
    let (kind, label) = if own { (MARK, "label") } else { (NAMED_ENTITY, "value") };
    for value in of_type(kind) {
        // A text that begins with a mark may have no “begin”: zero is left out by some writers.
        let zero = Value::from(0);
        let range = taken.positions.of_values(value.get("begin").or(Some(&zero)), value.get("end"));
        let id = value.get("%ID").and_then(Value::as_u64);
        let label = text_at(value, label);
        let Some(span) = taken.mark(label.and_then(Kind::of_label), range, id) else { continue };
        span.take_label(label.unwrap_or_default());
        for &key in Key::ALL.iter().filter(|_| own) {
            let told = text_at(value, key.name()).into_iter().flat_map(|told| told.split(';'));
            told.for_each(|one| span.tell(key, decoded(one)));
        }
        if let Some(id) = text_at(value, "identifier") {
            span.tell(Key::Entity, id);
        }
    }
    for value in of_type(LINK) {
        let end = |key| value.get(key).and_then(Value::as_u64);
        let kind = text_at(value, "label").and_then(LinkKind::of_name);
        taken.link(kind, end("@Dependent").as_ref(), end("@Governor").as_ref());
    }
    let article = of_type(ARTICLE).next();
    taken.out.published = article.and_then(|article| text_at(article, "published")).and_then(read_day);
    Ok(taken.done())
}
