//! Label Studio's export: the first task, its last annotation that was not cancelled or else its prediction. Positions
//! are Unicode code points, end exclusive.

use super::marked::{Marked, left_out};
use super::positions::Unit;
use super::taken::Taken;
use super::value::{has, list_at, text_at};
use crate::standoff::{Kind, LinkKind};
use serde_json::Value;

/// The first task and how many follow it.
fn first(json: &Value) -> (&Value, usize) {
    match json {
        Value::Array(tasks) => (tasks.first().unwrap_or(&Value::Null), tasks.len().saturating_sub(1)),
        task => (task, 0),
    }
}

pub(super) fn is(json: &Value) -> bool {
    let (task, _) = first(json);
    has(task, &["data"]) && (has(task, &["annotations"]) || has(task, &["predictions"]))
}

pub(super) fn read(json: &Value) -> Result<Marked, String> {
    let (task, further) = first(json);
    let data = task.get("data").ok_or("this is no task of Label Studio’s: it has no “data”")?;
    let text = text_at(data, "text").ok_or("this task of Label Studio’s has no “text” in its “data”")?;
    let mut taken = Taken::new(text, Unit::CodePoints);
    let (relations, regions): (Vec<&Value>, Vec<&Value>) =
        result(task).iter().partition(|region| text_at(region, "type") == Some("relation"));
    for region in regions {
        let value = region.get("value").unwrap_or(&Value::Null);
        let label = list_at(value, "labels").first().and_then(Value::as_str);
        let range = taken.positions.at(value, "start", "end");
        let id = text_at(region, "id");
        let Some(span) = taken.mark(label.and_then(Kind::of_label), range, id) else { continue };
        span.take_label(label.unwrap_or_default());
        let notes = region.get("meta").map_or(&[][..], |meta| list_at(meta, "text"));
        // What is no fact of Galley's is what an annotator says of the region.
        let said = notes.iter().filter_map(Value::as_str).filter(|note| !span.take_note(note));
        let said: Vec<&str> = said.collect();
        for note in said {
            taken.comment(id.unwrap_or_default(), note);
        }
    }
    for relation in relations {
        let kind = list_at(relation, "labels").iter().find_map(|label| LinkKind::of_name(label.as_str()?));
        taken.link(kind, text_at(relation, "from_id").as_ref(), text_at(relation, "to_id").as_ref());
    }
    let mut marked = taken.done();
    left_out(&mut marked.losses, further, ["further task of this file", "further tasks of this file"]);
    Ok(marked)
}

fn result(task: &Value) -> &[Value] {
    let stands = |annotation: &&Value| annotation.get("was_cancelled").and_then(Value::as_bool) != Some(true);
    let annotation = list_at(task, "annotations").iter().rfind(stands);
    annotation
        .or(list_at(task, "predictions").first())
        .map_or(&[], |annotation| list_at(annotation, "result"))
}
