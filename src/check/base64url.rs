//! The URL-safe base64 of RFC 4648 section 5, without padding, as in RFC 7515 (JWT).

/// Decodes `text` into `out`, as far as `out` reaches; nothing if a character or the length is wrong.
/// The caller owns `out`, and wipes it.
pub(crate) fn decode_base64url<'o>(text: &[u8], out: &'o mut [u8]) -> Option<&'o [u8]> {
    if text.len() % 4 == 1 {
        return None;
    }
    let mut len = 0;
    for group in text.chunks(4) {
        let mut bits = 0;
        for &symbol in group {
            bits = bits << 6 | u32::from(value(symbol)?);
        }
        let bytes = (bits << (6 * (4 - group.len()))).to_be_bytes();
        // Two symbols hold one byte, three hold two, four hold three.
        for (place, &byte) in out[len..].iter_mut().zip(&bytes[1..group.len()]) {
            *place = byte;
            len += 1;
        }
    }
    Some(&out[..len])
}

fn value(symbol: u8) -> Option<u8> {
    Some(match symbol {
        b'A'..=b'Z' => symbol - b'A',
        b'a'..=b'z' => symbol - b'a' + 26,
        b'0'..=b'9' => symbol - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::decode_base64url;

    #[test]
    fn test_vectors_of_rfc_4648_are_decoded() {
        for (text, bytes) in [
            ("", ""),
            ("Zg", "f"),
            ("Zm8", "fo"),
            ("Zm9v", "foo"),
            ("Zm9vYg", "foob"),
            ("Zm9vYmE", "fooba"),
            ("Zm9vYmFy", "foobar"),
        ] {
            assert_eq!(decode_base64url(text.as_bytes(), &mut [0; 8]), Some(bytes.as_bytes()), "{text}");
        }
    }

    #[test]
    fn the_header_of_rfc_7515_is_decoded() {
        // Appendix A.1.1.
        let text = b"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9";
        assert_eq!(decode_base64url(text, &mut [0; 64]), Some(&b"{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}"[..]));
    }

    #[test]
    fn the_two_symbols_of_the_safe_alphabet_are_known() {
        // RFC 7515 appendix C: the octets 3, 236, 255, 224, 193.
        assert_eq!(decode_base64url(b"A-z_4ME", &mut [0; 8]), Some(&[3, 236, 255, 224, 193][..]));
    }

    #[test]
    fn a_short_buffer_takes_the_beginning_but_the_rest_is_still_checked() {
        assert_eq!(decode_base64url(b"Zm9vYmFy", &mut [0; 4]), Some(&b"foob"[..]));
        assert_eq!(decode_base64url(b"Zm9vYm+y", &mut [0; 4]), None);
    }

    #[test]
    fn padding_other_alphabets_and_impossible_lengths_are_refused() {
        for text in ["Zg==", "Zm9vY", "+/+/", "Zm 9"] {
            assert_eq!(decode_base64url(text.as_bytes(), &mut [0; 8]), None, "{text}");
        }
    }
}
