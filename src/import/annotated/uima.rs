//! UIMA CAS as JSON, version 0.4. Positions are UTF-16 units, end exclusive. Galley's own marks are read, or else the
//! names that DKPro's tools find.

use super::positions::{Positions, Unit};
use super::{FOREIGN, Marked, OUTSIDE, begins, left_out, list_at, parsed, text_at};
use crate::document::day::read_day;
use crate::standoff::{Key, Kind, Link, LinkKind, Span, Standoff};
use serde_json::Value;
use std::collections::BTreeMap;

const MARK: &str = "webanno.custom.GalleyMark";
const LINK: &str = "webanno.custom.GalleyLink";
const ARTICLE: &str = "webanno.custom.GalleyArticle";
const NAMED_ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

pub(super) fn is(bytes: &[u8]) -> bool {
    begins(bytes, b'{', &["\"%FEATURE_STRUCTURES\""])
}

pub(super) fn read(bytes: &[u8]) -> Result<Marked, String> {
    let cas = parsed(bytes)?;
    let structures = list_at(&cas, "%FEATURE_STRUCTURES");
    let is_type = |value: &Value, name: &str| text_at(value, "%TYPE") == Some(name);
    let sofa = structures.iter().find(|value| is_type(value, "uima.cas.Sofa"));
    let text = sofa.and_then(|sofa| text_at(sofa, "sofaString")).ok_or("this CAS has no text")?;
    let positions = Positions::new(text, Unit::Utf16);
    let mut standoff = Standoff { text: text.to_owned(), ..Standoff::default() };
    let own = structures.iter().any(|value| is_type(value, MARK));
    let (mut foreign, mut outside) = (0, 0);
    let mut places: BTreeMap<u64, usize> = BTreeMap::new();
    for value in structures.iter().filter(|value| is_type(value, if own { MARK } else { NAMED_ENTITY })) {
        let label = text_at(value, "label").or(text_at(value, "value"));
        let Some(kind) = label.and_then(Kind::of_label) else {
            foreign += 1;
            continue;
        };
        // A text that begins with a mark may have no “begin”: zero is left out by some writers.
        let zero = Value::from(0);
        let Some(range) = positions.of_values(value.get("begin").or(Some(&zero)), value.get("end")) else {
            outside += 1;
            continue;
        };
        let mut span = Span::new(range, kind);
        facts(&mut span, value);
        places.extend(value.get("%ID").and_then(Value::as_u64).map(|id| (id, standoff.spans.len())));
        standoff.spans.push(span);
    }
    for value in structures.iter().filter(|value| is_type(value, LINK)) {
        let end = |key| places.get(&value.get(key)?.as_u64()?).copied();
        let kind = text_at(value, "label").and_then(LinkKind::of_name);
        if let (Some(kind), Some(from), Some(to)) = (kind, end("@Dependent"), end("@Governor")) {
            standoff.links.push(Link { kind, from, to });
        }
    }
    let article = structures.iter().find(|value| is_type(value, ARTICLE));
    standoff.published = article.and_then(|article| text_at(article, "published")).and_then(read_day);
    let mut losses = Vec::new();
    left_out(&mut losses, foreign, FOREIGN);
    left_out(&mut losses, outside, OUTSIDE);
    Ok(Marked { standoff, losses })
}

fn facts(span: &mut Span, value: &Value) {
    for &key in Key::ALL {
        let told = text_at(value, key.name()).filter(|_| value.get("value").is_none() || key != Key::Value);
        let told = told.or_else(|| text_at(value, key.name()).filter(|_| value.get("label").is_some()));
        for one in told.into_iter().flat_map(|told| told.split(';')) {
            span.tell(key, crate::standoff::decoded(one));
        }
    }
    // DKPro's own feature for whom a name means.
    if let Some(id) = text_at(value, "identifier") {
        span.tell(Key::Entity, id);
    }
}
