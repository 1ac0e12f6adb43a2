//! Number of a French identity card.
//!
//! Twelve digits on the old card: year and month of issue, department, order. Nine letters and digits on the card of 2021.
//! Nothing to compute, so it is looked for beside a word only.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/fr_cni",
    entity: "FR_CNI",
    kind: Kind::NationalId,
    countries: &["fr"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::Any, "cni, cnie"),
        (Language::En, "french id card, french id"),
        (
            Language::Fr,
            "carte d'identite, carte nationale d'identite, carte identite, numero de carte d'identite, n cni, numero de la carte, titre de sejour",
        ),
    ],
};

const LEN: usize = 12;
const NEW_LEN: usize = 9;

fn scan(scan: &mut Scan<'_>) {
    scan.push_written_beside_cue(LEN, check);
    // The new number is one word: "12 mai 2025" is none.
    let text = scan.folded.text().as_bytes();
    scan.found.retain(|(span, _)| span.len() == NEW_LEN || text[span.range()].iter().all(|byte| !byte.is_ascii_alphabetic()));
}

fn check(number: &[u8]) -> Verdict {
    let digits = number.iter().filter(|byte| byte.is_ascii_digit()).count();
    match (number.len(), digits) {
        (LEN, LEN) if is_filler(number) => Verdict::Refuted(Reason::Format),
        (LEN, LEN) if matches!(&number[2..4], [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2']) => Verdict::plausible(8),
        (LEN, LEN) => Verdict::Refuted(Reason::Component),
        (NEW_LEN, 2..NEW_LEN) => Verdict::PLAUSIBLE,
        _ => Verdict::Refuted(Reason::Format),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/fr_cni",
    sources: &[
        "Ministère de l'Intérieur, PRADO, identity cards FRA-BO-02002 and FRA-BO-03001 (specimens 880692310285 and X4RTBPFW4); not compared with the document",
    ],
    matches: &["ma cni [[880692310285]] expirée", "ma CNI : [[X4RTBPFW4]]", "cni n° [[d2h6862m2]] scannée"],
    near_misses: &["880692310285", "cni 000000000000", "ma carte d'identité expire le 12 mai 2025"],
};
