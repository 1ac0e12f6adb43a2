//! RFC, the Mexican taxpayer's key.
//!
//! Four letters of a person's name or three of a company's, a date, two characters against namesakes and a check character by 11. A random
//! writing of letters and digits passes once in ten thousand, one with letters and a date in their places once in eleven.

use crate::{
    check::{alnum_value, date_of},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/mx_rfc",
    entity: "MX_RFC",
    kind: Kind::TaxId,
    countries: &["mx"],
    find: Find::Shape {
        shape: Shape { runs: &[alnum_between(3, 4), digits(6), alnum_between(3, 3)], layouts: &[] },
        need: Need::Nothing,
        check,
    },
    concepts: &[Concept::TaxId],
    context: &[(Language::Any, "rfc, r.f.c, registro federal de contribuyentes, homoclave, cfdi, constancia fiscal")],
};

fn check(rfc: &[u8]) -> Verdict {
    let (name, rest) = rfc.split_at(rfc.len() - 9);
    // XAXX and XEXX stand for the public at large.
    if name.iter().any(u8::is_ascii_digit) || name == b"XAXX" || name == b"XEXX" {
        return Verdict::Refuted(Reason::Format);
    }
    if !date_of(&rest[..6], *b"ymd") {
        return Verdict::Refuted(Reason::Component);
    }
    // The alphabet is that of the digits and letters with & between N and O; a company's name is filled up with a blank, 37.
    let value = |byte: u8| alnum_value(byte) + u32::from(byte > b'N');
    let blank = if name.len() == 3 { 37 * 13 } else { 0 };
    let sum: u32 = rfc.iter().rev().skip(1).zip(2..).map(|(&byte, weight)| value(byte) * weight).sum();
    let digit = match rfc[rfc.len() - 1] {
        b'A' => 10,
        digit @ b'0'..=b'9' => u32::from(digit - b'0'),
        _ => return Verdict::Refuted(Reason::Checksum),
    };
    Verdict::checksum((sum + blank + digit).is_multiple_of(11), 10_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/mx_rfc",
    sources: &[
        "SAT, Mexico, Anexo 1-A and \"Procedimiento para obtener el dígito verificador del RFC\": alphabet, weights 13 to 2, by 11; examples hold in python-stdnum 2.2, mx.rfc",
    ],
    matches: &["mi rfc es [[GOMC850412H32]]", "RFC [[TZA-080923-K11]] para factura", "[[gomc850412h32]]"],
    near_misses: &["GOMC850412H33", "XAXX010101000", "GOMC851412H32"],
};
