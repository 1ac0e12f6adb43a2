//! Passport and identity card of Ukraine.
//!
//! Two letters and six digits in the booklet, which is also the form of the foreign passport; nine digits on the card. Nothing to compute, so
//! it is found beside a word only.

use crate::recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ua_passport",
    entity: "UA_PASSPORT",
    kind: Kind::Passport,
    countries: &["ua"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::Passport, Concept::NationalId],
    context: &[
        (Language::Any, "паспорт громадянина україни, паспорта громадянина україни, закордонний паспорт, id-картка, id картка"),
        (Language::Ru, "паспорт гражданина украины"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    if let Some((letters, _, end)) = scan.lettered_document(6) {
        scan.push(scan.tokens[letters].span.start as usize, end, Verdict::PLAUSIBLE);
    } else if let Some((number, end)) = scan.document(9, 9) {
        scan.push(number.start(), end, Verdict::PLAUSIBLE);
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ua_passport",
    sources: &[
        "Law 5492-VI of Ukraine of 2012-11-20 on the state demographic register, and resolution 302 of the Cabinet of 2015-03-25: the forms of the passport; not compared with the document",
    ],
    matches: &[
        "паспорт громадянина України [[КН 384120]]",
        "украинский паспорт [[ме471209]]",
        "ukrainian passport [[FB 204417]]",
        "паспорт Украины серия [[СТ № 118093]]",
        "паспорт України [[004417203]]",
    ],
    near_misses: &["КН 384120", "паспорт делали за 150000", "паспорт КН 38412", "украинский паспорт 000000000"],
};
