//! JSON's values, as long as they take no more room than the marks of a long article and go no deeper.
//!
//! A value takes many times the room of its letters: forty megabytes of `[0,0,0` would be two thousand. So room is
//! counted while values are read; and words of other programs, which no reader asks for and which are most of their
//! files, are passed over.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
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

/// Reads a value that is no deeper than so many.
pub fn value<'de, D: Deserializer<'de>>(from: D, deepest: u8) -> Result<Value, D::Error> {
    Inside { left: &Cell::new(ROOM), deeper: deepest, keeps: true }.deserialize(from)
}

/// The room that is left, and how much deeper the next value may go.
#[derive(Clone, Copy)]
struct Inside<'r> {
    left: &'r Cell<usize>,
    deeper: u8,
    /// Whether the items of a list are kept.
    keeps: bool,
}

impl Inside<'_> {
    fn take<E: Error>(self, bytes: usize) -> Result<(), E> {
        let left = self.left.get().checked_sub(bytes);
        self.left.set(left.ok_or_else(|| E::custom(TOO_MANY))?);
        Ok(())
    }

    fn deeper<E: Error>(self) -> Result<Self, E> {
        let deeper = self.deeper.checked_sub(1);
        Ok(Inside {
            deeper: deeper.ok_or_else(|| E::custom("it is nested deeper than any document"))?,
            ..self
        })
    }
}

impl<'de> DeserializeSeed<'de> for Inside<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Inside<'_> {
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
        let (inside, mut list, before) = (self.deeper()?, Vec::new(), self.left.get());
        while let Some(item) = items.next_element_seed(inside)? {
            if self.keeps {
                self.take(ITEM)?;
                list.push(item);
            } else {
                self.left.set(before);
            }
        }
        list.shrink_to_fit();
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let (inside, before) = (self.deeper()?, self.left.get());
        let (mut object, mut is_word) = (Map::new(), false);
        while let Some(key) = entries.next_key::<String>()? {
            let more = match object.len() {
                0 => FIRST * ENTRY / 2,
                1..FIRST => 0,
                _ => ENTRY,
            };
            self.take(key.len() + more)?;
            let keeps = inside.keeps && key != TOKENS;
            let value = entries.next_value_seed(Inside { keeps, ..inside })?;
            is_word |= value.as_str().is_some_and(|kind| kind.starts_with(WORDS));
            object.insert(key, value);
        }
        if is_word {
            self.left.set(before);
            return Ok(Value::Null);
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(text: &str, expected: Result<Value, &str>) {
        let read = value(&mut serde_json::Deserializer::from_str(text), 32);
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
        check(
            &["[".repeat(32), "]".repeat(32)].concat(),
            serde_json::from_str(&["[".repeat(32), "]".repeat(32)].concat()).map_err(|_| ""),
        );
        check(&["[".repeat(33), "]".repeat(33)].concat(), Err("it is nested deeper"));
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
