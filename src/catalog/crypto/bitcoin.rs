//! Bitcoin address.
//!
//! `1…` and `3…` are `Base58Check` of a hash of 20 bytes, `bc1…` is Bech32 or Bech32m of a witness program. The checksums of
//! 30 bits and more leave nothing to chance; one that fails is somebody's mistyped address beside a cue, else nothing.

use crate::{
    check::{Base58Check, base58check, is_segwit_address},
    recognizer::{Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

/// The shortest written address: a hash that begins with zeros.
const SHORTEST: usize = 26;
const LONGEST_BASE58: usize = 35;
const LONGEST_SEGWIT: usize = 74;

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "crypto/bitcoin",
    entity: "CRYPTO_WALLET",
    kind: Kind::CryptoAddress,
    countries: &[],
    find: Find::Scan { opening: Opening::Run(SHORTEST), scan },
    concepts: &[],
    context: &[
        (Language::En, "btc, bitcoin, wallet, btc address, bitcoin address, crypto"),
        (Language::Es, "btc, bitcoin, billetera, monedero, cartera, wallet, cripto"),
        (Language::Ru, "btc, биткоин*, биткойн*, битк*, биток, бтс, кошел*, крипт*"),
        (Language::De, "btc, bitcoin, wallet, krypto"),
        (Language::Fr, "btc, bitcoin, portefeuille, wallet, crypto"),
        (Language::Pt, "btc, bitcoin, carteira, wallet, cripto"),
        (Language::It, "btc, bitcoin, portafoglio, wallet, cripto"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    let end = scan.at + scan.len;
    let run = &scan.text().as_bytes()[scan.at..end];
    let holds = match run {
        [b'1' | b'3', ..] if run.len() <= LONGEST_BASE58 => {
            matches!(base58check(run), Some(Base58Check { version: 0x00 | 0x05, len: 21 }))
        }
        [b'b' | b'B', b'c' | b'C', b'1', ..] if run.len() <= LONGEST_SEGWIT => is_segwit_address(run, b"bc"),
        _ => return,
    };
    // Digits alone are some other number, and rarely an address.
    if holds {
        scan.push(scan.at, end, Verdict::proven(1 << 30));
    } else if run.is_ascii() && run.iter().any(u8::is_ascii_alphabetic) {
        scan.push(scan.at, end, Verdict::Refuted(Reason::Checksum));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "crypto/bitcoin",
    sources: &[
        "Bitcoin wiki, Base58Check encoding and Invoice address (read 2026-11)",
        "BIP-173 and BIP-350, with their test vectors (read 2026-11)",
    ],
    matches: &[
        "send it to [[1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa]]",
        "[[3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy]] is my wallet",
        "btc: [[bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4]]",
        "[[BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4]]",
        "кошелек [[bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0]]",
        "bitcoin:[[1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa]]?amount=0.01",
        "my btc address is [[1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb]]",
    ],
    near_misses: &[
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
    ],
};
