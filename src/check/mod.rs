//! Check-digit and encoding mathematics.
//!
//! Every function is pure, takes the canonical form of a value in ASCII, and knows nothing of the text around it.
//! Whatever a function decodes on the way is wiped before it returns.

mod base58;
mod base64url;
mod bech32;
mod china;
mod crc32;
mod date;
mod digit_sum;
mod eip55;
mod entropy;
mod filler;
mod iso7064;
mod jmbg;
mod keccak;
mod luhn;
mod mod97;
mod mod_11;
mod monero;
mod nif;
mod number;
mod seed_words;
mod seven_three_one;
mod sha256;
mod table;
mod two_pass;
mod verhoeff;
mod weighted;

pub(crate) use base58::{Base58Check, base58_len, base58check};
pub(crate) use base64url::decode_base64url;
pub(crate) use bech32::is_segwit_address;
pub(crate) use china::is_chinese_province;
pub(crate) use crc32::crc32_tail_holds;
pub(crate) use date::{is_card_expiry, is_date, is_date_in_some_century};
pub(crate) use digit_sum::weighted_digit_sum;
pub(crate) use eip55::eip55_holds;
pub(crate) use entropy::entropy_bits;
pub(crate) use filler::is_filler;
pub(crate) use iso7064::{alnum_value, mod_11_2_holds, mod_11_10_holds, mod_37_36_holds};
pub(crate) use jmbg::jmbg_holds;
pub(crate) use luhn::{luhn_holds, luhn_sum};
pub(crate) use mod_11::mod_11_digit;
pub(crate) use mod97::{iban_holds, remainder_97};
pub(crate) use monero::monero_holds;
pub(crate) use nif::nif_letter;
pub(crate) use number::{date_of, number, pairs, shifted_date};
pub(crate) use seed_words::{seed_checksum_holds, seed_word};
pub(crate) use seven_three_one::sum_731;
pub(crate) use sha256::sha256;
pub(crate) use table::{behind, number_at, rows};
pub(crate) use two_pass::{baltic_code_holds, two_pass_11};
pub(crate) use verhoeff::verhoeff_holds;
pub(crate) use weighted::weighted_sum;

/// Digests stand in the tests as the standards print them.
#[cfg(test)]
fn from_hex(text: &str) -> [u8; 32] {
    std::array::from_fn(|index| u8::from_str_radix(&text[2 * index..2 * index + 2], 16).unwrap())
}
