//! Number of an Italian identity card.
//!
//! Two letters, five digits and two letters on the electronic card; two letters and seven digits on paper. Nothing to compute,
//! so it is looked at beside a word only.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/it_id_card",
    entity: "IT_ID_CARD",
    kind: Kind::NationalId,
    countries: &["it"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(2), digits(5), alnum_between(2, 2)], layouts: &[] },
        need: Need::Cue,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "cie"),
        (
            Language::It,
            "carta d'identita elettronica, carta identita, carta di identita, carta d identita, carta d'identita, c.i, ci",
        ),
        (Language::En, "italian id card, italian id"),
    ],
};

fn check(card: &[u8]) -> Verdict {
    let fits = card[7].is_ascii_digit() == card[8].is_ascii_digit();
    if !fits || matches!(&card[..2], b"NO" | b"NR" | b"IS" | b"ES") || is_filler(card) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::PLAUSIBLE
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/it_id_card",
    sources: &[
        "Ministero dell'Interno, \"Carta di identità elettronica\": the numero unico (specimen CA00000AA); Decreto ministeriale 1994-09-08 for paper; not compared with the document",
    ],
    matches: &["carta d'identità [[CA97677ZH]]", "CIE n. [[cy69659pj]] scade tra poco", "carta identità cartacea [[AX 0632187]]"],
    near_misses: &["CA97677ZH", "carta d'identità CA00000AA", "carta d'identità CA9767ZH"],
};
