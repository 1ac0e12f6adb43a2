//! Number of a Dutch passport or identity card.
//!
//! Two letters, six letters or digits, and a digit, without the letter O. Nothing to compute, so it is looked at beside a word
//! only.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, is_word, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/nl_id_doc",
    entity: "NL_ID_DOC",
    kind: Kind::Passport,
    countries: &["nl"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(2), alnum_between(6, 6), digits(1)], layouts: &[] },
        need: Need::Cue,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "paspoort, paspoortnummer, identiteitskaart, id-kaart, nummer identiteitskaart, documentnummer"),
        (Language::En, "dutch passport, dutch id card, dutch id"),
    ],
};

fn check(document: &[u8]) -> Verdict {
    if document.contains(&b'O') || is_word(&document[..2]) || is_filler(document) {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::plausible(1)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/nl_id_doc",
    sources: &[
        "Rijksdienst voor Identiteitsgegevens, \"Documentnummer\" (specimen SPECI2014); Paspoortuitvoeringsregeling Nederland 2001; examples hold in python-stdnum 2.2, nl.identiteitskaartnummer",
    ],
    matches: &["paspoort [[SPECI2014]]", "mijn identiteitskaart: [[IWR7K1F25]]", "dutch passport [[nwk8l23b1]]"],
    near_misses: &["SPECI2014", "paspoort AA0000000", "paspoort SPECI201"],
};
