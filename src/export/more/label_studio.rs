//! Label Studio's tasks. Positions are Unicode code points, end exclusive.
//!
//! Names come first and have a control of their own: Label Studio's converters take the control of the first region
//! and no other. The marks stand both as `annotations`, which its exports read, and as `predictions` with scores
//! between 0 and 1. What Galley tells of a mark stands in the region's `meta`. The project is set up with the
//! labelling configuration of [`CONFIG`].

use super::losses::Keeps;
use super::pretty::{Each, pretty};
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, KINDS, Key, LinkKind, Span, Standoff, own_label};
use crate::text::OffsetMap;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// A list of one task.
pub const FORMAT: Format = Format {
    id: "label-studio",
    name: "Label Studio",
    about: "A task for Label Studio, with the marks as annotation and as prediction.",
    extension: "json",
    mime: "application/json",
    write: Write::Text(|document, wanted| pretty(&[Task::of(document, wanted)])),
    programs: Programs { line: Some(line), losses: |document, wanted| KEEPS.losses(document, wanted) },
};

/// The project's configuration, the same for every document but for an editor's own labels.
pub const CONFIG: Format = Format {
    id: "label-studio-config",
    name: "Label Studio’s configuration",
    about: "The labelling configuration to set a Label Studio project up with; the same for every article.",
    extension: "xml",
    mime: "application/xml",
    write: Write::Text(configuration),
    programs: Programs {
        line: None,
        losses: |_, _| vec!["The configuration holds no article and no marks.".into()],
    },
};

const KEEPS: Keeps =
    Keeps { name: "Label Studio", families: Family::MARKS, facts: Key::ALL, links: LinkKind::ALL };

/// The control that a mark is set with.
fn control(family: Family) -> &'static str {
    match family {
        Family::Names | Family::Amounts => "names",
        Family::Quotations | Family::Speech | Family::References | Family::Terms => "speech",
        _ => "other",
    }
}

/// The task as one object.
fn line(document: &Document, wanted: &Wanted) -> Value {
    // What is made of strings and numbers always serialises.
    serde_json::to_value(Task::of(document, wanted)).unwrap_or_default()
}

struct Task {
    standoff: Standoff,
}

/// Its marks as a person's.
#[derive(Serialize)]
struct Annotation<R> {
    id: u32,
    result: R,
}

/// The same as a program's.
#[derive(Serialize)]
struct Prediction<R> {
    model_version: &'static str,
    score: f64,
    result: R,
}

impl Task {
    fn of(document: &Document, wanted: &Wanted) -> Task {
        Task { standoff: Standoff::of_families(document, wanted.filter.furniture, Family::MARKS) }
    }

    /// Names first: readers take the control of the first region for the only one.
    fn result<'t>(&'t self, map: &'t OffsetMap) -> impl Iterator<Item = Value> + 't {
        let regions = move |names: bool| {
            let spans = self.standoff.spans.iter().enumerate();
            let wanted = spans.filter(move |(_, span)| (control(span.kind.family()) == "names") == names);
            wanted.map(move |(at, span)| region(&self.standoff, map, at, span))
        };
        let relations = self.standoff.links.iter().map(|link| {
            let (from, to) = (id(link.from), id(link.to));
            json!({"type": "relation", "from_id": from, "to_id": to, "direction": "right", "labels": [link.kind.name()]})
        });
        regions(true).chain(regions(false)).chain(relations)
    }

    /// How sure Galley is of its marks, between them.
    fn score(&self) -> f64 {
        let scores = self.standoff.spans.iter().filter_map(|span| span.fact(Key::Score)?.parse::<f64>().ok());
        let (sum, count) = scores.fold((0.0, 0.0), |(sum, count), score| (sum + score, count + 1.0));
        if count > 0.0 { (sum / count).round() / 1000.0 } else { 1.0 }
    }
}

impl Serialize for Task {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let map = OffsetMap::new(&self.standoff.text);
        let result = Each(|| self.result(&map));
        let model_version = concat!("galley-", env!("CARGO_PKG_VERSION"));
        let mut task = serializer.serialize_map(None)?;
        task.serialize_entry("id", &1)?;
        task.serialize_entry("data", &json!({"text": self.standoff.text}))?;
        task.serialize_entry("annotations", &[Annotation { id: 1, result: &result }])?;
        let prediction = Prediction { model_version, score: self.score(), result: &result };
        task.serialize_entry("predictions", &[prediction])?;
        task.end()
    }
}

fn id(at: usize) -> String {
    format!("m{}", at + 1)
}

fn region(standoff: &Standoff, map: &OffsetMap, at: usize, span: &Span) -> Value {
    let (start, end) = (map.chars(span.range.start()), map.chars(span.range.end()));
    let mut region = json!({
        "id": id(at),
        "from_name": control(span.kind.family()),
        "to_name": "text",
        "type": "labels",
        "value": {"start": start, "end": end, "text": standoff.words(span), "labels": [span.label()]},
    });
    if let Some(score) = span.fact(Key::Score).and_then(|score| score.parse::<f64>().ok()) {
        region["score"] = (score / 1000.0).into();
    }
    let pairs: Vec<String> = span.pairs().collect();
    if !pairs.is_empty() {
        region["meta"] = json!({"text": pairs});
    }
    region
}

fn configuration(document: &Document, _: &Wanted) -> String {
    let mut out = String::from("<View>\n  <Relations>\n");
    for link in LinkKind::ALL {
        out.extend(["    <Relation value=\"", link.name(), "\"/>\n"]);
    }
    out.push_str("  </Relations>\n");
    for name in ["names", "speech", "other"] {
        out.extend(["  <Labels name=\"", name, "\" toName=\"text\">\n"]);
        let kinds = KINDS.iter().filter(|(kind, _, _)| Family::MARKS.contains(&kind.family()));
        for (_, label, hint) in kinds.filter(|(kind, _, _)| control(kind.family()) == name) {
            out.extend(["    <Label value=\"", label, "\" alias=\"", label, "\" hint=\"", hint, "\"/>\n"]);
        }
        let own = document.layers.passages.iter().filter(|_| name == "other");
        for label in own.map(|passage| own_label(&passage.label)) {
            let line = ["    <Label value=\"", &label, "\" alias=\"", &label, "\"/>\n"].concat();
            out.push_str(if out.contains(&line) { "" } else { &line });
        }
        out.push_str("  </Labels>\n");
    }
    out.push_str("  <Text name=\"text\" value=\"$text\"/>\n</View>\n");
    out
}
