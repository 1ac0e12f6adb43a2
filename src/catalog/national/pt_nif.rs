//! NIF (NIPC for companies), the Portuguese tax number.
//!
//! Nine digits, the last a check digit by 11, where 10 counts as 0. With the first digits that are issued one random string in
//! twelve passes.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/pt_nif",
    entity: "PT_NIF",
    kind: Kind::TaxId,
    countries: &["pt"],
    find: Find::Shape { shape: Shape { runs: &[digits(9)], layouts: &[] }, need: Need::Support, check },
    concepts: &[],
    context: &[
        (Language::Any, "nif, nipc, n.i.f"),
        (
            Language::Pt,
            "contribuinte, numero fiscal, numero de contribuinte, n contribuinte, nif portugues, identificacao fiscal",
        ),
        (Language::En, "portuguese tax number, portuguese nif"),
        (Language::Es, "nif portugues"),
        (Language::Fr, "nif portugais"),
        (Language::It, "nif portoghese"),
        (Language::De, "portugiesische steuernummer"),
    ],
};

fn check(nif: &[u8]) -> Verdict {
    if is_filler(nif) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(
        nif,
        [b'1'..=b'3' | b'5' | b'6' | b'8' | b'9', ..]
            | [b'4', b'5', ..]
            | [b'7', b'0' | b'1' | b'2' | b'4' | b'5' | b'7' | b'8' | b'9', ..]
    ) {
        return Verdict::Refuted(Reason::Component);
    }
    let rest = weighted_sum(nif, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    Verdict::checksum(if rest < 2 { 0 } else { 11 - rest } == i32::from(nif[8] & 0x0f), 12)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/pt_nif",
    sources: &[
        "Decreto-Lei 14/2013, art. 11 to 13; Autoridade Tributária, \"NIF: composição e algarismo de controlo\"; examples hold in python-stdnum 2.2, pt.nif",
    ],
    matches: &["nif [[348163738]]", "contribuinte [[128 285 362]] se faz favor", "NIPC: [[503377287]]"],
    near_misses: &["348163739", "nif 000000000", "348163738"],
};
