//! Monero address.
//!
//! 95 characters of base58, `4…` for an account and `8…` for a subaddress, or 106 with a payment id inside. Four bytes of
//! Keccak-256 leave nothing to chance; one that fails is somebody's mistyped address beside a cue, else nothing.

use crate::{
    check::monero_holds,
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

const LEN: usize = 95;
const INTEGRATED: usize = 106;

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "crypto/monero",
    entity: "CRYPTO_WALLET",
    kind: Kind::CryptoAddress,
    countries: &[],
    find: Find::Scan { opening: Opening::Run(LEN), scan },
    concepts: &[],
    context: &[(Language::Any, "monero, xmr"), (Language::Ru, "монеро")],
};

fn scan(scan: &mut Scan<'_>) {
    let end = scan.at + scan.len;
    let run = &scan.text().as_bytes()[scan.at..end];
    if matches!(run.len(), LEN | INTEGRATED) && matches!(run[0], b'4' | b'8') && run.is_ascii() {
        scan.push(scan.at, end, Verdict::checksum(monero_holds(run), 1 << 30));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "crypto/monero",
    sources: &["Monero documentation, \"Standard Address\", \"Subaddress\" and \"Integrated Address\"; read 2026-11"],
    matches: &[
        "[[44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A]]",
        "мой монеро [[44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B]] ошибка",
    ],
    near_misses: &[
        "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B",
        "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3",
    ],
};
