//! KRA PIN, the Kenyan tax number: A for a person or P for another, nine digits, a letter.
//!
//! How the letter is computed is not published: one random string of that pattern in thirteen fits.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ke_pin",
    entity: "NG_KE_GH_IDS",
    kind: Kind::TaxId,
    countries: &["ke"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(1), digits(9), letters(1)], layouts: &["A000000000A"] },
        need: Need::Support,
        check,
    },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "kra, kra pin, itax"), (Language::En, "kenya pin, kenyan tax pin, kra number")],
};

fn check(pin: &[u8]) -> Verdict {
    if is_filler(pin) {
        return Verdict::Refuted(Reason::Format);
    }
    if !matches!(pin[0], b'A' | b'P') {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::plausible(13)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ke_pin",
    sources: &[
        "Kenya Revenue Authority, \"About PIN\": format; OECD, Kenya: information on tax identification numbers; examples hold in python-stdnum 2.2, ke.pin",
    ],
    matches: &["kra pin [[A004416331M]]", "my kra is [[p051365947m]]", "[[A004416331M]]"],
    near_misses: &["V051365947M", "A000000000M", "A00441633M"],
};
