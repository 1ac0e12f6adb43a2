//! Shannon entropy: how far a text is from being one letter over and over.

use zeroize::Zeroize;

/// Counts fit in 16 bits, which a float holds exactly; nothing whose entropy matters is longer.
const LONGEST: usize = u16::MAX as usize;

/// Bits per byte by the frequencies within `text`: 0 for one repeated byte, at most the binary logarithm of the length.
pub(crate) fn entropy_bits(text: &[u8]) -> f32 {
    let text = &text[..text.len().min(LONGEST)];
    let total = f32::from(text.len() as u16);
    let mut counts = [0_u16; 256];
    for &byte in text {
        counts[usize::from(byte)] += 1;
    }
    let bits = counts
        .iter()
        .filter(|&&count| count > 0)
        .map(|&count| {
            let share = f32::from(count) / total;
            share * -share.log2()
        })
        .sum();
    counts.zeroize();
    bits
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, entropy_bits};

    fn close(left: f32, right: f32) -> bool {
        (left - right).abs() < 1e-5
    }

    #[test]
    fn repetition_holds_nothing_and_even_use_holds_the_logarithm() {
        assert!(close(entropy_bits(b""), 0.0));
        assert!(close(entropy_bits(b"xxxxxxxx"), 0.0));
        assert!(close(entropy_bits(b"abababab"), 1.0));
        assert!(close(entropy_bits(b"0123456789abcdef"), 4.0));
    }

    #[test]
    fn uneven_use_is_weighed() {
        // Shannon 1948, section 7: chances 1/2, 1/4, 1/8, 1/8 make 7/4 bits per symbol.
        assert!(close(entropy_bits(b"AAAABBCD"), 1.75));
    }

    #[test]
    fn a_text_longer_than_the_counters_is_judged_by_its_beginning() {
        assert!(close(entropy_bits(&[&vec![b'a'; LONGEST][..], &[b'b'; 9]].concat()), 0.0));
    }
}
