//! TRON address, where most USDT is sent.
//!
//! `Base58Check` of the byte 0x41 and 20 bytes: always 34 characters that begin with `T`. One that fails its checksum of 32
//! bits is somebody's mistyped address beside a cue, else nothing.

use crate::{
    check::{Base58Check, base58check},
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

const LEN: usize = 34;

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "crypto/tron",
    entity: "CRYPTO_WALLET",
    kind: Kind::CryptoAddress,
    countries: &[],
    find: Find::Scan { opening: Opening::Run(LEN), scan },
    concepts: &[],
    context: &[
        (Language::En, "tron, trx, usdt, trc20, trc-20, tether, wallet, crypto"),
        (Language::Es, "tron, trx, usdt, trc20, billetera, monedero, cartera, wallet, cripto"),
        (Language::Ru, "tron, trx, usdt, trc20, трон*, трц20, трц, юсдт, тезер, кошел*, крипт*"),
        (Language::De, "tron, trx, usdt, trc20, wallet, krypto"),
        (Language::Fr, "tron, trx, usdt, trc20, portefeuille, wallet, crypto"),
        (Language::Pt, "tron, trx, usdt, trc20, carteira, wallet, cripto"),
        (Language::It, "tron, trx, usdt, trc20, portafoglio, wallet, cripto"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    let end = scan.at + scan.len;
    let run = &scan.text().as_bytes()[scan.at..end];
    if run.len() == LEN && run[0] == b'T' && run.is_ascii() {
        let holds = matches!(base58check(run), Some(Base58Check { version: 0x41, len: 21 }));
        scan.push(scan.at, end, Verdict::checksum(holds, 1 << 30));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "crypto/tron",
    sources: &["TRON developer documentation, Accounts: address format (read 2026-11)"],
    matches: &[
        "usdt trc20 [[TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t]]",
        "[[TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t]]",
        "кошелек трон [[TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6v]]",
    ],
    near_misses: &[
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6v", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6", "tr7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
    ],
};
