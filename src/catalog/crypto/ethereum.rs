//! Ethereum address, the same on every chain of its kind.
//!
//! `0x` and 40 hexadecimal digits. EIP-55 hides a checksum in the case of the letters; written in one case, or with a slip
//! in it, nothing else looks like that either. Without `0x` forty digits are a Git hash, unless their case says otherwise.

use crate::{
    check::eip55_holds,
    recognizer::{Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

const DIGITS: usize = 40;

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "crypto/ethereum",
    entity: "CRYPTO_WALLET",
    kind: Kind::CryptoAddress,
    countries: &[],
    find: Find::Scan { opening: Opening::Run(DIGITS), scan },
    concepts: &[],
    context: &[
        (Language::En, "eth, ethereum, erc20, erc-20, bep20, metamask, usdt, usdc, wallet, crypto"),
        (Language::Es, "eth, ethereum, erc20, metamask, usdt, billetera, monedero, cartera, wallet, cripto"),
        (Language::Ru, "eth, эфир*, erc20, метамаск*, metamask, usdt, юсдт, кошел*, крипт*"),
        (Language::De, "eth, ethereum, erc20, metamask, usdt, wallet, krypto"),
        (Language::Fr, "eth, ethereum, erc20, metamask, usdt, portefeuille, wallet, crypto"),
        (Language::Pt, "eth, ethereum, erc20, metamask, usdt, carteira, wallet, cripto"),
        (Language::It, "eth, ethereum, erc20, metamask, usdt, portafoglio, wallet, cripto"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    let end = scan.at + scan.len;
    let run = &scan.text().as_bytes()[scan.at..end];
    let (marked, digits) = match run {
        [b'0', b'x' | b'X', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.len() != DIGITS || !digits.iter().all(u8::is_ascii_hexdigit) {
        return;
    }
    let mixed = digits.iter().any(u8::is_ascii_lowercase) && digits.iter().any(u8::is_ascii_uppercase);
    let holds = mixed && eip55_holds(digits);
    if !marked && !holds {
        return;
    }
    let verdict = if digits.iter().all(|digit| digit.eq_ignore_ascii_case(&digits[0])) {
        // The zero address and its like belong to nobody.
        Verdict::Refuted(Reason::Format)
    } else if holds {
        // About 15 of 40 digits are letters.
        Verdict::proven(1 << 15)
    } else {
        Verdict::plausible(1 << 15)
    };
    scan.push(scan.at, end, verdict);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "crypto/ethereum",
    sources: &["EIP-55, mixed-case checksum address encoding, with its test cases (read 2026-11)"],
    matches: &[
        "eth [[0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed]]",
        "[[0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359]] is my metamask",
        "[[0XFB6916095CA1DF60BB79CE92CE3EA74C37C5D359]]",
        "wallet [[0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6Fb]]",
        "ethereum:[[0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb]]?value=1",
        "[[5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed]] without the prefix",
    ],
    near_misses: &[
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed0",
        "0x5gAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "eth 0x0000000000000000000000000000000000000000",
        "fb6916095ca1df60bb79ce92ce3ea74c37c5d359",
    ],
};
