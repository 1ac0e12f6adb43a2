//! Private key of a wallet: the import format of Bitcoin, an extended key, or bare digits.
//!
//! `5…`, `K…`, `L…` (WIF), `6P…` (BIP-38) and `xprv…` with its kin are `Base58Check`: the checksum of 32 bits leaves nothing
//! to chance. 64 hexadecimal digits, and the 87 or 88 characters that Solana exports, are as often a hash or a signature:
//! beside a cue only.

use crate::{
    check::{Base58Check, base58_len, base58check},
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

/// WIF without the mark for a compressed key.
const SHORTEST: usize = 51;
const LONGEST_WIF: usize = 52;
const ENCRYPTED: usize = 58;
const EXTENDED: usize = 111;
const HEX: usize = 64;
/// How many words behind a cue it may begin.
const REACH: usize = 5;
/// What Solana exports: both keys.
const PAIR: usize = 64;

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "crypto/private_key",
    entity: "CRYPTO_SECRET",
    kind: Kind::PrivateKey,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Run(SHORTEST), Opening::Cue]), scan },
    concepts: &[],
    context: &[
        (Language::Any, "wif, xprv, yprv, zprv, bip38, privkey"),
        (Language::En, "private key, privatekey, priv key, secret key, spending key, wallet key, eth key, btc key"),
        (Language::Es, "clave privada, llave privada, clave secreta"),
        (Language::Ru, "приватн* ключ*, приватник*, закрыт* ключ*, секретн* ключ*, приват ключ*"),
        (Language::De, "privater schlussel, privaten schlussel, privatschlussel, geheimer schlussel"),
        (Language::Fr, "cle privee, cle secrete"),
        (Language::Pt, "chave privada, chave secreta"),
        (Language::It, "chiave privata, chiave segreta"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    if scan.len > 0 {
        if let Some(verdict) = read(&scan.text().as_bytes()[scan.at..scan.at + scan.len]) {
            scan.push(scan.at, scan.at + scan.len, verdict);
        }
        return;
    }
    let text = scan.text().as_bytes();
    for token in scan.tokens[scan.token..].iter().take(REACH) {
        let start = token.span.start as usize;
        let len = text[start..].iter().take(EXTENDED + 1).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if len >= SHORTEST
            && let Some(Verdict::Plausible { .. }) = read(&text[start..start + len])
        {
            scan.push(start, start + len, Verdict::plausible(16));
            return;
        }
    }
}

/// What a run of letters and digits says by itself.
fn read(run: &[u8]) -> Option<Verdict> {
    let checked = match run {
        [b'5' | b'K' | b'L', ..] if run.len() <= LONGEST_WIF => true,
        [b'6', b'P', ..] => run.len() == ENCRYPTED,
        [b'x' | b'y' | b'z' | b't' | b'Y' | b'Z', b'p', b'r', b'v', ..] => run.len() == EXTENDED,
        _ => false,
    };
    let digits = run.strip_prefix(b"0x").or(run.strip_prefix(b"0X")).unwrap_or(run);
    if checked {
        let holds = matches!(
            base58check(run),
            Some(
                Base58Check { version: 0x80, len: 33 | 34 }
                    | Base58Check { version: 1, len: 39 }
                    | Base58Check { version: 4, len: 78 }
            )
        );
        return Some(Verdict::checksum(holds, 1 << 30));
    }
    let hex = digits.len() == HEX
        && digits.iter().all(u8::is_ascii_hexdigit)
        && digits.iter().any(|digit| !digit.eq_ignore_ascii_case(&digits[0]));
    let pair = matches!(run.len(), 86..=88) && base58_len(run) == Some(PAIR);
    (hex || pair).then_some(Verdict::PLAUSIBLE)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "crypto/private_key",
    sources: &[
        "Bitcoin wiki, \"Wallet import format\"; BIP-32, serialization format and test vectors; BIP-38, test vectors; SLIP-132; read 2026-11",
    ],
    matches: &[
        "[[5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ]]",
        "wif [[KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617]]",
        "[[xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi]] is everything",
        "[[6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg]]",
        "my eth private key [[0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318]]",
        "приватный ключ [[4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318]]",
    ],
    near_misses: &[
        "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK",
        "sha256 0f7e32a2851ff4d790a0dac436e1353aca4e7aab60e3f30d4482ee9a904a7272",
        "private key 0x0000000000000000000000000000000000000000000000000000000000000000",
        "where is my private key",
    ],
};
