//! Sixteen bytes asked at once: with the instructions that every processor of its kind has, or without.

/// A bit for each of sixteen bytes, the lowest first, that is equal to `byte`.
#[cfg(target_arch = "x86_64")]
pub fn equal(bytes: u128, byte: u8) -> u32 {
    use std::arch::x86_64::{_mm_cmpeq_epi8, _mm_movemask_epi8, _mm_set_epi64x, _mm_set1_epi8};
    // SAFETY: these are instructions of SSE2, which belongs to x86-64 itself.
    unsafe {
        let bytes = _mm_set_epi64x((bytes >> 64) as i64, bytes as i64);
        _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte as i8))) as u32
    }
}

/// A bit for each of sixteen bytes, the lowest first, that is equal to `byte`.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub fn equal(bytes: u128, byte: u8) -> u32 {
    use std::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2};
    u8x16_bitmask(u8x16_eq(u64x2(bytes as u64, (bytes >> 64) as u64), u8x16_splat(byte))).into()
}

/// A bit for each of sixteen bytes, the lowest first, that is equal to `byte`.
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
pub fn equal(bytes: u128, byte: u8) -> u32 {
    one_by_one(bytes, byte)
}

#[cfg(any(test, not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))))]
fn one_by_one(bytes: u128, byte: u8) -> u32 {
    (0..16).zip(bytes.to_le_bytes()).fold(0, |bits, (at, other)| bits | u32::from(other == byte) << at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_gives_the_same_bits() {
        let bytes = u128::from_le_bytes([0, 1, 2, 255, 128, 127, 0, 1, 9, 9, 9, 9, 200, 3, 0, 255]);
        for byte in 0..=255 {
            assert_eq!(equal(bytes, byte), one_by_one(bytes, byte), "{byte}");
        }
        assert_eq!(equal(bytes, 9), 0b1111_0000_0000);
    }
}
