//! Solana address: the 32 bytes of a public key in base58, without a checksum.
//!
//! 43 or 44 characters with capitals, small letters and digits that stand for exactly 32 bytes are hardly anything else; one
//! random run of letters and digits in forty looks so. Shorter ones need a cue.

use crate::{
    check::base58_len,
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

const KEY: usize = 32;
const SHORTEST: usize = 32;
const USUAL: usize = 43;
const LONGEST: usize = 44;

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "crypto/solana",
    entity: "CRYPTO_WALLET",
    kind: Kind::CryptoAddress,
    countries: &[],
    find: Find::Scan { opening: Opening::Run(SHORTEST), scan },
    concepts: &[],
    context: &[(Language::Any, "solana, sol, phantom, solflare, spl"), (Language::Ru, "солана, соланы, солану, сол, фантом")],
};

fn scan(scan: &mut Scan<'_>) {
    let end = scan.at + scan.len;
    let run = &scan.text().as_bytes()[scan.at..end];
    let has = |class: fn(&u8) -> bool| run.iter().any(class);
    let mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    if run.len() <= LONGEST && mixed && base58_len(run) == Some(KEY) {
        scan.push(scan.at, end, if run.len() < USUAL { Verdict::PLAUSIBLE } else { Verdict::plausible(40) });
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "crypto/solana",
    sources: &["Solana documentation, \"Accounts\": addresses are 32 bytes in base58; read 2026-11"],
    matches: &[
        "my sol wallet is [[TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA]]",
        "[[TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA]]",
        "солана [[ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL]]",
    ],
    near_misses: &[
        "11111111111111111111111111111111", "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5D0",
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e", "commit f7f3c79b2cca7339871df61bb81815125cbc625d",
    ],
};
