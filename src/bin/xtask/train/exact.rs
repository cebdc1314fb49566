//! Exponential and logarithm from additions, multiplications and divisions alone.
//!
//! Those are the same on every machine (IEEE 754); the ones of a platform's library are not, and a
//! last bit that differs once is another model in the end. Both are good to about one part in ten million.

/// Written out, so that no library's constant is asked: the last digits of ln 2 apart.
const LN_2_HIGH: f32 = 0.693_359_4;
const LN_2_LOW: f32 = -2.121_944_4e-4;
const LOG_2_E: f32 = std::f32::consts::LOG2_E;

/// Added and taken away again it rounds a number to a whole one.
const ROUNDING: f32 = 12_582_912.0;

/// e to the power of `x`, which is held between -87 and 88.
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-87.0, 88.0);
    let twos = (x * LOG_2_E + ROUNDING) - ROUNDING;
    let rest = (x - twos * LN_2_HIGH) - twos * LN_2_LOW;
    let mut sum = 1.0 / 5040.0;
    for part in [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0] {
        sum = sum * rest + part;
    }
    sum * f32::from_bits(((twos as i32 + 127) as u32) << 23)
}

/// The natural logarithm of a number above 1e-37; of what is no number, no number.
pub fn ln(x: f32) -> f32 {
    if !x.is_finite() {
        return x;
    }
    let bits = x.to_bits();
    let (mut twos, mut part) = ((bits >> 23) as i32 - 127, f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000));
    if part > std::f32::consts::SQRT_2 {
        (twos, part) = (twos + 1, part * 0.5);
    }
    let small = (part - 1.0) / (part + 1.0);
    let square = small * small;
    let mut sum = 1.0 / 9.0;
    for part in [1.0 / 7.0, 0.2, 1.0 / 3.0, 1.0] {
        sum = sum * square + part;
    }
    let twos = twos as f32;
    twos * LN_2_HIGH + (twos * LN_2_LOW + 2.0 * small * sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_near_the_true_values() {
        for (x, wanted) in [
            (0.0, 1.0),
            (1.0, 2.718_281_7),
            (-1.0, 0.367_879_44),
            (10.0, 22_026.465),
            (-20.0, 2.061_153_6e-9),
        ] {
            assert!((exp(x) / wanted - 1.0f32).abs() < 3e-7, "e to the {x} is {}", exp(x));
            assert!((ln(wanted) - x).abs() < 2e-6, "the logarithm of {wanted} is {}", ln(wanted));
        }
        assert!(ln(f32::NAN).is_nan() && exp(-1e9) > 0.0);
    }
}
