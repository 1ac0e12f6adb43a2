//! ICCID: the number of a SIM card, 19 or 20 digits that begin with 89 and end with a Luhn digit.
//!
//! One random number of 19 digits in a thousand looks so, and no other number in use.

use crate::{
    check::luhn_holds,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "network/iccid",
    entity: "DEVICE_ID",
    kind: Kind::DeviceId,
    countries: &[],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(19, 20)], layouts: &["0000 0000 0000 0000 000", "0000 0000 0000 0000 0000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "iccid, icc id, esim, e-sim"),
        (Language::En, "sim, sim card, sim number, sim card number"),
        (Language::Es, "sim, tarjeta sim, numero de la sim, numero de sim, chip"),
        (Language::Ru, "сим, симк*, сим карт*, симкарт*, сим-карт*, есим, иссид, айсисид"),
        (Language::De, "sim, simkarte, sim karte, sim-karte, sim kartennummer, simkartennummer"),
        (Language::Fr, "sim, carte sim, numero de sim"),
        (Language::Pt, "sim, chip, cartao sim, numero do chip"),
        (Language::It, "sim, scheda sim, numero sim, numero della sim"),
    ],
};

fn check(digits: &[u8]) -> Verdict {
    if digits.starts_with(b"89") { Verdict::checksum(luhn_holds(digits), 1000) } else { Verdict::Refuted(Reason::Format) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "network/iccid",
    sources: &["ITU-T E.118, section 4; ETSI TS 102 221, clause 13.2 (read 2026-11)"],
    matches: &[
        "sim [[8934564992500165533]] wont activate", "[[8944 1000 3000 0012 341]]", "симка [[8970101255128915133]]",
        "meine sim karte [[89490200001234567892]]",
    ],
    near_misses: &["8934564992500165538", "5000000000000000009", "the sim card is broken"],
};
