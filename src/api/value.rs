//! A value of somebody's program as JSON: no deeper and no larger than a file's may be, so that an object that holds
//! itself has an end.

use crate::import::annotated::bounded_value;
use serde::de::Deserializer;
use serde_json::Value;

/// Galley's JSON is five values deep; new keys may be deeper.
const DEEPEST: u8 = 32;

/// Reads a value.
pub fn value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    bounded_value(deserializer, DEEPEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Value, String> {
        value(&mut serde_json::Deserializer::from_str(json)).map_err(|error| error.to_string())
    }

    #[test]
    fn json_comes_through_as_it_is() {
        let json = r#"{"b":[1,-2,0.5,"x",null,true],"a":{"galley":1}}"#;
        assert_eq!(read(json).map(|value| value.to_string()), Ok(json.into()));
    }

    #[test]
    fn what_is_too_deep_is_refused() {
        let deep = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(read(&deep(32)).is_ok());
        assert!(read(&deep(33)).is_err_and(|why| why.contains("deeper")));
    }
}
