//! NSS, the Spanish social security number (número de afiliación).
//!
//! Two digits of the province, eight of the person, two that are the remainder of the first ten by 97; where the person's number has a
//! leading zero, that zero is left out of the sum. With the provinces that exist one random string in 180 passes.

use crate::{
    check::{is_filler, remainder_97},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/es_nss",
    entity: "ES_NSS",
    kind: Kind::NationalId,
    countries: &["es"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(12)], layouts: &["00/00000000/00", "00-00000000-00", "00 00000000 00", "00/0000000000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::SocialSecurity],
    context: &[
        (Language::Any, "nss, naf, seguridad social"),
        (
            Language::Es,
            "seg social, s.s, numero de la seguridad social, afiliacion, numero de afiliacion, n afiliacion, nuss, vida laboral",
        ),
    ],
};

fn check(nss: &[u8]) -> Verdict {
    if is_filler(nss) {
        return Verdict::Refuted(Reason::Format);
    }
    let (province, person, control) = (&nss[..2], &nss[2..10], &nss[10..]);
    if !(b"01".as_slice()..=b"53".as_slice()).contains(&province) {
        return Verdict::Refuted(Reason::Component);
    }
    let person = person.strip_prefix(b"0").unwrap_or(person);
    let remainder = remainder_97(province.iter().chain(person));
    let control = u32::from(control[0] - b'0') * 10 + u32::from(control[1] - b'0');
    Verdict::checksum(remainder == control, 180)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/es_nss",
    sources: &[
        "Tesorería General de la Seguridad Social, \"Número de la Seguridad Social y número de afiliación\"; the check is published \
         with the Sistema RED message specifications; read 2026-11",
    ],
    matches: &["mi número de la seguridad social es [[36 26541206 72]]", "nss [[36/22061161/69]]", "naf [[036564595489]]"],
    near_misses: &["36/26541206/73", "000000000000", "99 26541206 72"],
};
