//! HMAC-SHA-256, RFC 2104: a pseudonym that only the holder of the key can compute.

use zeroize::{Zeroize, Zeroizing};

use crate::check::sha256;

const BLOCK: usize = 64;

/// The key of pseudonyms; empty where there is none. Wiped when dropped.
#[derive(Clone, Default)]
pub(crate) struct Key(Zeroizing<Vec<u8>>);

impl Key {
    /// A key of fewer bytes could be guessed.
    pub(crate) const SHORTEST: usize = 16;

    pub(crate) fn new(bytes: &[u8]) -> Self {
        Self(Zeroizing::new(bytes.to_vec()))
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

/// The code of a message under a key.
fn hmac_sha256(key: &[u8], message: &[&[u8]]) -> [u8; 32] {
    let mut padded = [0; BLOCK];
    if key.len() > BLOCK {
        padded[..32].copy_from_slice(&sha256(key));
    } else {
        padded[..key.len()].copy_from_slice(key);
    }
    let keyed = |pad: u8, parts: &[&[u8]]| {
        let mut bytes = Vec::with_capacity(BLOCK + parts.iter().map(|part| part.len()).sum::<usize>());
        bytes.extend(padded.iter().map(|byte| byte ^ pad));
        for part in parts {
            bytes.extend_from_slice(part);
        }
        let digest = sha256(&bytes);
        bytes.zeroize();
        digest
    };
    let inner = keyed(0x36, message);
    let code = keyed(0x5c, &[&inner]);
    padded.zeroize();
    code
}

/// Sixteen hexadecimal digits: half the values of a million customers meet by chance once in a hundred million such sets.
pub(super) fn pseudonym(key: &Key, category: &str, canonical: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    // The same digits are another thing in another category.
    let code = hmac_sha256(&key.0, &[category.as_bytes(), b"\0", canonical.as_bytes()]);
    code[..8].iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(code: [u8; 32]) -> String {
        use std::fmt::Write;
        code.iter().fold(String::new(), |mut out, byte| {
            write!(out, "{byte:02x}").unwrap();
            out
        })
    }

    /// RFC 4231, test cases 1, 2 and 6.
    #[test]
    fn codes_are_those_of_the_standard() {
        assert_eq!(
            hex(hmac_sha256(&[0x0b; 20], &[b"Hi ", b"There"])),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        );
        assert_eq!(
            hex(hmac_sha256(b"Jefe", &[b"what do ya want for nothing?"])),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_eq!(
            hex(hmac_sha256(&[0xaa; 131], &[b"Test Using Larger Than Block-Size Key - Hash Key First"])),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        );
    }
}
