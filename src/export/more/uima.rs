//! UIMA CAS as JSON, version 0.4, for INCEpTION and every tool of that family. Positions are UTF-16 units, end
//! exclusive.
//!
//! `webanno.custom.GalleyMark` is every mark with its label and what is told of it, `webanno.custom.GalleyLink` a
//! relation between two; names stand as DKPro's `NamedEntity` too, with its tokens and sentences, because INCEpTION
//! shows those without being told. Every feature is declared: readers refuse one that is not.

use super::tokens::Words;
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Key, Kind, Span, Standoff};
use crate::text::{OffsetMap, TextRange};
use serde_json::{Map, Value, json};

/// CAS JSON.
pub const FORMAT: Format = Format {
    id: "uima",
    name: "UIMA CAS",
    about: "A CAS as JSON with its types, for INCEpTION; opens again in Galley.",
    extension: "json",
    mime: "application/json",
    write: Write::Text(|document, wanted| [cas(document, wanted).to_string(), "\n".into()].concat()),
    programs: Programs { line: None, losses: |_, _| Vec::new() },
};

/// The type of a mark.
pub const MARK: &str = "webanno.custom.GalleyMark";
/// The type of a link.
pub const LINK: &str = "webanno.custom.GalleyLink";
/// DKPro's type of a name.
pub const NAMED_ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const DAY: &str = "webanno.custom.GalleyArticle";

fn cas(document: &Document, wanted: &Wanted) -> Value {
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let mut cas = Cas { map: OffsetMap::new(&standoff.text), out: Vec::new() };
    cas.out.push(json!({
        "%ID": 1,
        "%TYPE": "uima.cas.Sofa",
        "sofaNum": 1,
        "sofaID": "_InitialView",
        "mimeType": "text/plain",
        "sofaString": standoff.text,
    }));
    cas.marks(&standoff);
    cas.words(&standoff);
    if let Some(day) = standoff.published {
        let whole = TextRange::new(0, standoff.text.len());
        cas.add(DAY, whole, json!({"published": crate::document::day::iso(day)}));
    }
    let members: Vec<usize> = (2..=cas.out.len()).collect();
    // In the macro they would be copied.
    let mut whole = json!({"%TYPES": types()});
    whole["%FEATURE_STRUCTURES"] = cas.out.into();
    whole["%VIEWS"] = json!({"_InitialView": {"%SOFA": 1, "%MEMBERS": members}});
    whole
}

struct Cas<'s> {
    map: OffsetMap<'s>,
    out: Vec<Value>,
}

impl Cas<'_> {
    fn add(&mut self, kind: &str, range: TextRange, features: Value) {
        let mut added = Map::new();
        added.insert("%ID".into(), (self.out.len() + 1).into());
        added.insert("%TYPE".into(), kind.into());
        added.insert("@sofa".into(), 1.into());
        added.insert("begin".into(), self.map.utf16(range.start()).into());
        added.insert("end".into(), self.map.utf16(range.end()).into());
        if let Value::Object(features) = features {
            added.extend(features);
        }
        self.out.push(added.into());
    }

    /// Marks have the ids from 2 on, in their order, so that links can name them.
    fn marks(&mut self, standoff: &Standoff) {
        for span in &standoff.spans {
            self.add(MARK, span.range, features(span));
        }
        for link in &standoff.links {
            let (from, to) = (link.from + 2, link.to + 2);
            let range = standoff.spans[link.from].range;
            self.add(LINK, range, json!({"label": link.kind.name(), "@Dependent": from, "@Governor": to}));
        }
        for span in standoff.spans.iter().filter(|span| matches!(span.kind, Kind::Name(_))) {
            let features = json!({"value": span.kind.label(), "identifier": span.fact(Key::Entity)});
            self.add(NAMED_ENTITY, span.range, features);
        }
    }

    fn words(&mut self, standoff: &Standoff) {
        let spans: Vec<&Span> =
            standoff.spans.iter().filter(|span| matches!(span.kind, Kind::Name(_))).collect();
        let words = Words::of(standoff, &spans);
        for sentence in &words.sentences {
            let range = words.words[sentence.start].cover(words.words[sentence.end - 1]);
            self.add(SENTENCE, range, Value::Null);
        }
        words.words.iter().for_each(|&word| self.add(TOKEN, word, Value::Null));
    }
}

/// The label and what is told, several values under a key joined as in notes.
fn features(span: &Span) -> Value {
    let mut features = Map::new();
    features.insert("label".into(), span.label().into());
    for &key in Key::ALL {
        let values: Vec<String> = span.all(key).map(crate::standoff::encoded).collect();
        if !values.is_empty() {
            features.insert(key.name().into(), values.join(";").into());
        }
    }
    features.into()
}

fn types() -> Value {
    let feature = |name: &str, range: &str| (name.to_owned(), json!({"%NAME": name, "%RANGE": range}));
    let string = |name: &str| feature(name, "uima.cas.String");
    let annotation = |name: &str, features: Vec<(String, Value)>| {
        let mut written = Map::new();
        written.insert("%NAME".into(), name.into());
        written.insert("%SUPER_TYPE".into(), "uima.tcas.Annotation".into());
        written.extend(features);
        (name.to_owned(), Value::Object(written))
    };
    let keys = Key::ALL.iter().map(|key| string(key.name()));
    let ends = ["Dependent", "Governor"].map(|name| feature(name, MARK));
    let types = [
        annotation(MARK, [string("label")].into_iter().chain(keys).collect()),
        annotation(LINK, [string("label")].into_iter().chain(ends).collect()),
        annotation(NAMED_ENTITY, vec![string("value"), string("identifier")]),
        annotation(SENTENCE, Vec::new()),
        annotation(TOKEN, Vec::new()),
        annotation(DAY, vec![string("published")]),
    ];
    Value::Object(types.into_iter().collect())
}
