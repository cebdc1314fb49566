//! JSON's values, as long as they take no more room than the marks of a long article.
//!
//! A value takes many times the room of its letters: forty megabytes of `[0,0,0` would be two thousand. So room is
//! counted while values are read; and words of other programs, which no reader asks for and which are most of their
//! files, are passed over.

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::Cell;
use std::fmt;

/// The room there is, in bytes: 200 MB in the browser, whose addresses have half the length of a machine's.
const ROOM: usize = (200 << 20) / 4 * size_of::<usize>();
/// What an item of a list may take while the list grows.
const ITEM: usize = 3 * size_of::<Value>();
/// What a key with its value may take while its object grows.
const ENTRY: usize = 3 * (size_of::<Value>() + size_of::<String>() + size_of::<usize>());
/// An object has room for three from the start.
const FIRST: usize = 3;

/// UIMA's types of words and sentences.
const WORDS: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.";
/// spaCy's list of words. That it is there says what the file is.
const TOKENS: &str = "tokens";

/// What is said where there is no more.
pub const TOO_MANY: &str = "it holds more values than any article has marks";

/// The room that is left.
pub struct Room(Cell<usize>);

impl Room {
    /// All of it.
    pub fn new() -> Self {
        Room(Cell::new(ROOM))
    }

    fn take<E: Error>(&self, bytes: usize) -> Result<(), E> {
        let left = self.0.get().checked_sub(bytes);
        self.0.set(left.ok_or_else(|| E::custom(TOO_MANY))?);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &Room {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &Room {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value of JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.take(value.len())?;
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            self.take(ITEM)?;
            list.push(item);
        }
        list.shrink_to_fit();
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let more = match object.len() {
                0 => FIRST * ENTRY / 2,
                1..FIRST => 0,
                _ => ENTRY,
            };
            self.take(key.len() + more)?;
            if key == TOKENS {
                entries.next_value::<IgnoredAny>()?;
                object.insert(key, Vec::<Value>::new().into());
                continue;
            }
            let value = entries.next_value_seed(self)?;
            if value.as_str().is_some_and(|kind| kind.starts_with(WORDS)) {
                while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Value::Null);
            }
            object.insert(key, value);
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Deserializer, json};

    fn check(text: &str, expected: Result<Value, &str>) {
        let read = Room::new().deserialize(&mut Deserializer::from_str(text));
        match (&read, expected) {
            (Ok(read), Ok(expected)) => assert_eq!(*read, expected, "{text}"),
            (Err(why), Err(expected)) => assert!(why.to_string().starts_with(expected), "{why}"),
            _ => panic!("{read:?}"),
        }
    }

    #[test]
    fn values_are_what_they_were() {
        let all = r#"{"a":[1,-2,0.5,1e3,true,null,"é\n\ud83d\udc4d"],"b":{},"a":[]}"#;
        check(all, serde_json::from_str(all).map_err(|_| ""));
        check("[1", Err("EOF"));
    }

    #[test]
    fn words_of_other_programs_are_passed_over() {
        check(r#"{"tokens":[{"id":0}],"ents":[]}"#, Ok(json!({"tokens": [], "ents": []})));
        let token = [r#"[{"%ID":1,"%TYPE":""#, WORDS, r#"Token","begin":0},{"%ID":2}]"#].concat();
        check(&token, Ok(json!([null, {"%ID": 2}])));
    }

    #[test]
    fn there_is_room_for_so_many() {
        let numbers = ["[0", &",0".repeat(ROOM / ITEM), "]"].concat();
        check(&numbers, Err("it holds more values"));
    }
}
