//! Number of an Italian passport.
//!
//! Two letters and seven digits. Nothing to compute, so it is looked at beside a word only.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/it_passport",
    entity: "IT_PASSPORT",
    kind: Kind::Passport,
    countries: &["it"],
    find: Find::Shape { shape: Shape { runs: &[letters(2), digits(7)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::It, "passaporto, numero di passaporto, n passaporto"),
        (Language::En, "italian passport"),
        (Language::Es, "pasaporte italiano"),
        (Language::Fr, "passeport italien"),
        (Language::De, "italienischer pass, italienischer reisepass"),
        (Language::Pt, "passaporte italiano"),
        (Language::Ru, "итальянский паспорт"),
    ],
};

fn check(passport: &[u8]) -> Verdict {
    if matches!(&passport[..2], b"NO" | b"NR" | b"IS") || is_filler(passport) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::PLAUSIBLE
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/it_passport",
    sources: &[
        "Ministero degli Affari Esteri, \"Passaporto ordinario\", and PRADO, passport ITA-AO-04001 (specimen AA0000000); not compared with the document",
    ],
    matches: &["il mio passaporto è [[YA6271930]]", "passaporto: [[yb 2378913]] per il volo", "italian passport [[YB2767257]]"],
    near_misses: &["YA6271930", "passaporto AA0000000", "passaporto YA627193", "passport no 1234567"],
};
