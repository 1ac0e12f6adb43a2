//! SSN, the United States social security number.
//!
//! Area, group, serial: three, two and four digits, none all zero; areas 666 and 900 to 999 are never issued. No check digit, so nine digits
//! alone say nothing; the hyphens in their places say something.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/us_ssn",
    entity: "US_SSN",
    kind: Kind::NationalId,
    countries: &["us"],
    find: Find::Shape {
        shape: Shape { runs: &[digits(9)], layouts: &["000-00-0000", "000 00 0000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (
            Language::En,
            "ssn, ssn#, social security, social security number, social security no, soc sec, social, ss number, ss#, tax id, s s n, ss no, soc sec number, socsec, social sec",
        ),
        (Language::Es, "ssn, social security, seguro social, numero de seguro social"),
        (Language::Ru, "ssn, ссн, соушл, social security, номер социального страхования"),
        (Language::De, "ssn, social security, us-sozialversicherungsnummer, sozialversicherungsnummer"),
        (Language::Fr, "ssn, social security, securite sociale americaine"),
        (Language::Pt, "ssn, social security, seguro social"),
        (Language::It, "ssn, social security"),
    ],
};

/// Printed in wallets and on forms as examples; whoever types one beside a cue may still mean it.
static SPECIMENS: &[&[u8]] = &[b"078051120", b"123456789"];

fn check(ssn: &[u8]) -> Verdict {
    let (area, group, serial) = (&ssn[..3], &ssn[3..5], &ssn[5..]);
    if is_filler(ssn) || group == b"00" || serial == b"0000" {
        // A round number.
        return Verdict::Refuted(Reason::Format);
    }
    let never = area == b"000" || area == b"666" || area[0] == b'9';
    if never || SPECIMENS.contains(&ssn) {
        return Verdict::Refuted(Reason::Component);
    }
    // One in nine is never issued; the rest is the hyphens' merit.
    Verdict::plausible(2)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/us_ssn",
    sources: &[
        "Social Security Administration, \"Social Security Number Randomization\" and POMS RM 10201.035 (invalid numbers); read 2026-11",
    ],
    matches: &[
        "my ssn is [[219-09-9999]]", "social security number: [[735 83 8687]]", "[[473-76-6306]] is my social security no",
        "is my ssn [[123-45-6789]] already in your system",
    ],
    near_misses: &["enter it like 123-45-6789", "078-05-1120", "ssn 000-00-0000", "219-09-999"],
};
