//! CURP, the Mexican population register's key.
//!
//! Letters of the name, date of birth, sex, state, inner consonants, a mark for the century and a check digit by 10. With date and state a
//! random string passes once in fifty thousand.

use crate::{
    check::{alnum_value, date_of},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/mx_curp",
    entity: "MX_CURP",
    kind: Kind::NationalId,
    countries: &["mx"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(4), digits(6), letters(6), alnum_between(1, 1), digits(1)], layouts: &[] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::NationalId],
    context: &[(Language::Any, "curp, c.u.r.p, clave unica de registro, renapo")],
};

fn check(curp: &[u8]) -> Verdict {
    /// Thirty-two states, and NE for who was born abroad.
    const STATES: &[u8] = b"ASBCBSCCCLCMCSCHDFDGGTGRHGJCMCMNMSNTNLOCPLQTQRSPSLSRTCTSTLVZYNZSNE";
    let state = STATES.chunks(2).any(|state| state == &curp[11..13]);
    if !state || !matches!(curp[10], b'H' | b'M' | b'X') || !date_of(&curp[4..10], *b"ymd") {
        return Verdict::Refuted(Reason::Component);
    }
    // The alphabet of the key has an Ñ between N and O.
    let value = |byte: u8| alnum_value(byte) + u32::from(byte > b'N');
    let sum: u32 = curp[..17].iter().zip((2..=18).rev()).map(|(&byte, weight)| value(byte) * weight).sum();
    Verdict::checksum((sum + u32::from(curp[17] - b'0')).is_multiple_of(10), 50_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/mx_curp",
    sources: &[
        "Secretaría de Gobernación, Mexico, Instructivo normativo para la asignación de la CURP (DOF 2021-10-18); examples hold in python-stdnum 2.2, mx.curp",
    ],
    matches: &["mi curp es [[GOMC850412MDFRRS00]]", "[[lopr900711hjcprl53]]"],
    near_misses: &["GOMC850412MDFRRS01", "GOMC851312MDFRRS00", "GOMC850412MXXRRS00"],
};
