//! Cédula of Costa Rica, a person's, a company's or a resident's.
//!
//! A person has nine digits, the first the province; a company ten that begin with its class; a resident eleven or twelve from 1. Nothing to
//! compute: it is one only beside its name.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/cr_cedula",
    entity: "CENTRAL_AMERICA_IDS",
    kind: Kind::NationalId,
    countries: &["cr"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(9, 12)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "cedula tica, cedula de costa rica, cedula juridica, cedula fisica, dimex")],
};

fn check(cedula: &[u8]) -> Verdict {
    if is_filler(cedula) {
        return Verdict::Refuted(Reason::Format);
    }
    match (cedula.len(), cedula) {
        (9, [b'1'..=b'9', ..]) => Verdict::PLAUSIBLE,
        (10, [b'0', ..] | [b'2', b'1'..=b'4', b'0', b'0', ..] | [b'3', b'0' | b'1', ..] | [b'4', b'0', b'0', b'0', ..]) => {
            Verdict::plausible(8)
        }
        (11 | 12, [b'1', ..]) => Verdict::plausible(10),
        _ => Verdict::Refuted(Reason::Length),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/cr_cedula",
    sources: &[
        "Tribunal Supremo de Elecciones and Registro Nacional, Costa Rica: numbering of the cédula física and jurídica; DGME: DIMEX; not compared with the document",
    ],
    matches: &["cédula de costa rica [[2-0735-0418]]", "cédula jurídica [[3-101-234567]]", "dimex [[155812345678]]"],
    near_misses: &["2-0735-0418", "cédula tica 111111111", "cédula jurídica 910"],
};
