//! Types for TypeScript, made of JSON Schemas, which are made of the types of Rust: nothing is listed twice.
//!
//! ```text
//! {"type": "object", "properties": {"end": {"type": "integer"}}, "required": ["end"]}
//! export interface Term { end: number; }
//! ```

use galley::api::{AnnotateOptions, ExportOptions, Exported, Imported, Line};
use galley::export::json::schema::{of, of_given, schema};
use serde_json::Value;
use std::collections::BTreeMap;

/// The types of what crosses the package's border.
pub fn types() -> Result<String, String> {
    let mut named = BTreeMap::new();
    let given = [of_given::<AnnotateOptions>(), of_given::<ExportOptions>()];
    for root in [schema(), of::<Exported>(), of::<Imported>(), of::<Line>()].into_iter().chain(given) {
        collect(&mut named, root)?;
    }
    let interfaces: Vec<String> = named.iter().map(|(name, schema)| interface(name, schema)).collect();
    Ok("// Made by `cargo xtask npm` from Galley's types.\n\n".to_owned() + &interfaces.join("\n"))
}

/// A schema by its name, with those that it is made of.
fn collect(named: &mut BTreeMap<String, Value>, root: Value) -> Result<(), String> {
    for (name, schema) in object(&root, "$defs") {
        named.insert(name.clone(), schema.clone());
    }
    let name = root["title"].as_str().ok_or("a schema has no name")?.to_owned();
    named.insert(name, root);
    Ok(())
}

fn interface(name: &str, schema: &Value) -> String {
    let required = |name: &str| list(schema, "required").iter().any(|required| required == name);
    let lines = object(schema, "properties").map(|(name, value)| {
        let optional = if required(name) { "" } else { "?" };
        format!("{}  {name}{optional}: {};\n", comment("  ", value), of_value(value))
    });
    let lines: String = lines.collect();
    format!("{}export interface {name} {{\n{lines}}}\n", comment("", schema))
}

fn comment(indent: &str, schema: &Value) -> String {
    let about = schema["description"].as_str().map(|about| about.replace('\n', " "));
    about.map(|about| format!("{indent}/** {about} */\n")).unwrap_or_default()
}

/// The type of a value.
fn of_value(schema: &Value) -> String {
    if let Some(own) = schema["tsType"].as_str() {
        return own.to_owned();
    }
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return name.to_owned();
    }
    if let Some(only) = schema.get("const") {
        return only.to_string();
    }
    let union = |types: Vec<String>| types.join(" | ");
    if let Some(values) = schema["enum"].as_array() {
        return union(values.iter().map(Value::to_string).collect());
    }
    if let Some(either) = schema["anyOf"].as_array() {
        return union(either.iter().map(of_value).collect());
    }
    match &schema["type"] {
        Value::Array(types) => {
            union(types.iter().map(|one| of_type(one.as_str().unwrap_or_default(), schema)).collect())
        }
        one => of_type(one.as_str().unwrap_or_default(), schema),
    }
}

fn of_type(name: &str, schema: &Value) -> String {
    match name {
        "integer" | "number" => "number".into(),
        "string" | "boolean" | "null" => name.into(),
        "array" => {
            let item = of_value(&schema["items"]);
            match (schema["minItems"].as_u64(), schema["maxItems"].as_u64()) {
                (Some(least), Some(most)) if least == most => {
                    format!("[{}]", vec![item; most as usize].join(", "))
                }
                _ if item.contains(' ') => format!("({item})[]"),
                _ => item + "[]",
            }
        }
        _ => "unknown".into(),
    }
}

fn object<'s>(schema: &'s Value, key: &str) -> impl Iterator<Item = (&'s String, &'s Value)> {
    schema[key].as_object().into_iter().flatten()
}

fn list<'s>(schema: &'s Value, key: &str) -> &'s [Value] {
    schema[key].as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_known() {
        let types = types().expect("they are made");
        assert!(![": unknown", "unknown[]"].iter().any(|word| types.contains(word)), "{types}");
        for line in [
            "export interface GalleyDocument {",
            "  galley: 1;",
            "  published?: string;",
            "  entities: Entity[];",
            "  dateline: Dateline | null;",
            "  speaker: [number, number] | null;",
            "  source: \"named\" | \"unnamed\" | \"organisation\" | \"document\" | null;",
            "  latitude?: number;",
            "  bytes?: Uint8Array;",
            "  mediaType: string;",
            "  document: GalleyDocument;",
        ] {
            assert!(types.contains(line), "{line}\n{types}");
        }
    }
}
