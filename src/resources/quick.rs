//! Quick hashes for tables that nobody outside can fill against us, equal on every machine.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map by quick hashes. As of any map of the engine, nobody asks for its order.
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// A set by quick hashes.
pub type QuickSet<K> = HashSet<K, BuildHasherDefault<Quick>>;

const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

const fn mix(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(FACTOR)
}

/// Mixes in some bytes and how many they are. The last step reads some bytes once more rather than fewer.
fn mix_bytes(hash: u64, bytes: &[u8]) -> u64 {
    let hash = hash.wrapping_add(bytes.len() as u64);
    if let Some(last) = bytes.last_chunk::<8>() {
        let (words, _) = bytes[..bytes.len() - 1].as_chunks::<8>();
        let hash = words.iter().fold(hash, |hash, word| mix(hash, u64::from_le_bytes(*word)));
        return mix(hash, u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return mix(hash, u64::from(last) << 32 | u64::from(first));
    }
    match bytes {
        [] => hash,
        [first, .., last] => {
            let middle = bytes[bytes.len() / 2];
            mix(hash, u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16)
        }
        [only] => mix(hash, u64::from(*only)),
    }
}

/// The hash of some bytes: multiply and rotate, eight bytes a step.
pub(crate) fn quick_hash(bytes: &[u8]) -> u32 {
    (mix_bytes(0, bytes) >> 32) as u32
}

/// The same for the standard library's maps.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = mix_bytes(self.0, bytes);
    }

    fn write_u8(&mut self, byte: u8) {
        self.0 = mix(self.0, byte.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = mix(self.0, number);
    }

    fn write_usize(&mut self, number: usize) {
        self.0 = mix(self.0, number as u64);
    }

    fn finish(&self) -> u64 {
        // A map of 32-bit machines asks for the low bits first; the high ones are the mixed ones.
        self.0.rotate_left(26)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_and_the_length_count() {
        let words = ["", "a", "b", "aa", "a\0", "abcdefgh", "abcdefgi", "abcdefgh\0", "abcdefghi"];
        let hashes: QuickSet<u32> = words.iter().map(|word| quick_hash(word.as_bytes())).collect();
        assert_eq!(hashes.len(), words.len());
    }

    #[test]
    fn maps_find_what_they_hold() {
        let map: QuickMap<u64, u64> = (0..1000).map(|number| (number << 40, number)).collect();
        assert!((0..1000).all(|number| map.get(&(number << 40)) == Some(&number)));
    }
}
