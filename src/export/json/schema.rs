//! The JSON Schema of Galley's JSON, made from its types: `schema.json` is what it was when it was last read.

use super::shape::Whole;
pub use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema of the document.
pub fn schema() -> Value {
    let mut schema = of::<Whole>();
    schema["$id"] = "urn:galley:json:1".into();
    schema
}

/// The schema of what is written from a type.
pub fn of<T: JsonSchema>() -> Value {
    made::<T>(SchemaSettings::draft2020_12().for_serialize())
}

/// The schema of what is read into a type.
pub fn of_given<T: JsonSchema>() -> Value {
    made::<T>(SchemaSettings::draft2020_12().for_deserialize())
}

fn made<T: JsonSchema>(settings: SchemaSettings) -> Value {
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, fs, path::Path};

    #[test]
    #[allow(clippy::disallowed_methods)]
    fn the_schema_in_the_repository_is_that_of_the_types() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export/json/schema.json");
        let made = serde_json::to_string_pretty(&schema()).expect("it is JSON") + "\n";
        if env::var("UPDATE_GOLDEN").is_ok() {
            fs::write(&file, &made).expect("it can be written");
        }
        let kept = fs::read_to_string(&file).expect("it is there");
        assert!(kept == made, "the types have changed: UPDATE_GOLDEN=1 cargo test --features xtask schema");
    }
}
