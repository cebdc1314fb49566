//! A value of somebody's program as JSON: no deeper and no larger than a file's may be, so that an object that holds
//! itself has an end.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::Cell;
use std::fmt;

/// Galley's JSON is five values deep; new keys may be deeper.
const DEEPEST: u8 = 32;
/// As many values as a file of JSON may hold.
const MOST: u32 = 3_000_000;

/// Reads a value.
pub fn value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    Inside { room: DEEPEST, left: &Cell::new(MOST) }.deserialize(deserializer)
}

/// How much deeper the next value may go, and how many may follow.
#[derive(Clone, Copy)]
struct Inside<'c> {
    room: u8,
    left: &'c Cell<u32>,
}

impl Inside<'_> {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        let room =
            self.room.checked_sub(1).ok_or_else(|| E::custom("it is nested deeper than any document"))?;
        Ok(Inside { room, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Inside<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let left = self.left.get().checked_sub(1);
        self.left
            .set(left.ok_or_else(|| D::Error::custom("it holds more values than any article has marks"))?);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Inside<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("what JSON can hold")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(truth.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let (inside, mut values) = (self.deeper()?, Vec::new());
        while let Some(value) = list.next_element_seed(inside)? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let (inside, mut values) = (self.deeper()?, Map::new());
        while let Some(key) = map.next_key::<String>()? {
            values.insert(key, map.next_value_seed(inside)?);
        }
        Ok(values.into())
    }
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
