//! UTR, the tax reference of the United Kingdom.
//!
//! Ten digits; the first is found in a row by the remainder that the others, with weights 6,7,8,9,10,5,4,3,2, leave by 11. One
//! random string in ten passes, so it is looked for beside a word only. On letters a K stands behind it, so no shape says it.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/uk_utr",
    entity: "UK_UTR",
    kind: Kind::TaxId,
    countries: &["gb"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::Any, "utr"),
        (
            Language::En,
            "unique taxpayer reference, unique tax reference, tax reference, taxpayer reference, self assessment, hmrc",
        ),
    ],
};

const LEN: usize = 10;

fn scan(scan: &mut Scan<'_>) {
    scan.push_written_beside_cue(LEN + 1, check);
}

fn check(utr: &[u8]) -> Verdict {
    let utr = utr.strip_suffix(b"K").unwrap_or(utr);
    if utr.len() != LEN || !utr.iter().all(u8::is_ascii_digit) || is_filler(utr) {
        return Verdict::Refuted(Reason::Format);
    }
    let rest = weighted_sum(&utr[1..], &[6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11;
    Verdict::checksum(b"21987654321"[rest.unsigned_abs() as usize] == utr[0], 10)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/uk_utr",
    sources: &[
        "HM Revenue & Customs, \"Find your UTR number\" and the validation rules of Self Assessment online: modulus 11; examples hold in python-stdnum 2.2, gb.utr, those it knows",
    ],
    matches: &["utr [[27706 61682]] self assessment", "my unique taxpayer reference is [[9943312895]]", "UTR: [[3455048381K]]"],
    near_misses: &["2770661682", "utr 0000000000", "utr 277066168"],
};
